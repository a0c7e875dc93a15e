"""Claims files: the dossier of a document in YAML, in and out."""
