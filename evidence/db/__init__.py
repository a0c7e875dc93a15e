"""The databases: engines, sessions, the schema and its keeping."""
