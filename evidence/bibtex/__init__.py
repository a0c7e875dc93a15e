"""BibTeX in: a file is read, compared with what is known, and the difference applied."""
