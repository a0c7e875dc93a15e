"""The reports: a report object, and one renderer a file."""
