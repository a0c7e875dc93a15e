"""Names of journals: made comparable, and a title and its abbreviations told to be one journal's."""

from evidence.journals.abbreviated import Reading, abbreviated, agree, read, unknown_words
from evidence.journals.names import comparable, may_abbreviate

__all__ = ["Reading", "abbreviated", "agree", "comparable", "may_abbreviate", "read", "unknown_words"]
