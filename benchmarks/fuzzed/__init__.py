"""What ``fuzz.py`` is made of: inputs changed, inputs read and judged, and the process that does both."""
