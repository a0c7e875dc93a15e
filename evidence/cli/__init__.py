"""The command line: options in, one call that reads or writes, text out."""
