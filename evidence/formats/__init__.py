"""Bibliographies in other formats than BibTeX, read into the same entries."""
