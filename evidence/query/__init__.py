"""From the database to plain data."""
