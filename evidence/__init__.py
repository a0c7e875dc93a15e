"""Evidence: every claim of a text with the study, sample, journal and effect behind it."""

__version__ = "0.1.0"
