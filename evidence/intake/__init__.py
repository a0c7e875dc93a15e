"""The sources of the record: what files tell of them compared with what is known, written, and merged."""
