"""Whether two entries tell of one work: pure, by identifiers first and then by likeness."""
