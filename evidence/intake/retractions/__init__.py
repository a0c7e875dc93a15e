"""A list of retractions against the sources of the record: read, matched, and told to every work it concerns."""
