"""Queries as researchers write them: words, fields, ranges and what joins them."""
