"""BibTeX in: the text of a .bib file read into entries and problems; no database."""
