"""Titles made comparable: what databases add to them is taken off, numbers and telling words stay visible."""

import re
from typing import Final, NamedTuple

from evidence.matching.words import spelt_alike, words

LONGEST_TITLE: Final = 1_000
"""Characters of a title that are looked at."""
SMALL_WORDS: Final = frozenset({
    "a", "an", "and", "as", "at", "by", "der", "des", "die", "das", "for", "from", "in", "into", "la", "le",
    "les", "of", "on", "or", "the", "to", "und", "v", "versus", "via", "vs", "with",
})  # fmt: skip
"""Words whose absence makes no other work."""
_ADDED: Final = re.compile(
    r"""(?ix)\s*[\[(<]\s*(?:
      (?:literature\s+)?review(?:\s+article)?(?:\s*[;,]?\s*\d+\s+ref(?:erence)?s?\.?)?
    | \d+\s+ref(?:erence)?s?\.?
    | see\s+comments?(?:\s+in\b[^\])>]*)?
    | (?:published\s+)?(?:erratum|errata|corrigendum|correction|retraction|comments?|discussion|reply|summary)
      [^\])>]{0,30}\b(?:appears?|in|on)\b[^\]>]*
    | (?:article\s+|text\s+)?in\s+[a-z]{4,12}(?:,\s*[a-z]+)*
    | la\s+[a-z]{3}
    | multiple\s+letters(?:\s*\d+)?
    | letter
    | retracted(?:\s+article)?
    )\s*[\])>]\s*\.?\s*$"""
)
_RETRACTED: Final = re.compile(r"(?i)[\s\[(<*]*retracted(?:\s+(?:article|paper))?\s*[:\]).–-]+\s*")  # noqa: RUF001
_CLOSING: Final = frozenset("])>")
_LAST: Final = frozenset("])>. ")
_FIRST: Final = frozenset("Rr[(<* ")
"""Signs with which a title ends, or begins, that something may have been added to."""
_MAIN_ENDS: Final = (": ", "? ", "! ", " - ")
_ALL_MAIN_ENDS: Final = (*_MAIN_ENDS, " – ", " — ")  # noqa: RUF001 - as printed
_SENTENCE_ENDS: Final = re.compile(r"(?<=\w\w\w)\.\s")
_THOUSANDS: Final = re.compile(r"(?<=\d)[,\u2009\u202f](?=\d{3}\b)")
_DIGITS: Final = re.compile(r"\d+")
_ROMAN: Final = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
    "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16",
}  # fmt: skip
_NUMBERED: Final = frozenset({
    "part", "type", "phase", "class", "stage", "factor", "group", "volume", "section", "chapter", "paper",
    "number", "study", "experiment",
})  # fmt: skip
"""After one of these, ``v`` and ``x`` are numbers."""
_SHORTEST_SUBTITLE: Final = 3
"""Characters, with the sign before it."""
_MAY_COUNT: Final = frozenset((*_ROMAN, "v", "x"))
_LONG: Final = 5
"""Words of a title that by itself is not short."""
_LONGER: Final = 9
"""Words of a title that is of one work whatever words are in it."""
_LONG_UNPARTED: Final = 10
"""Letters of a title whose script, as Chinese, does not part words."""
_OF_EVERY_ISSUE: Final = frozenset(
    spelt_alike(
        """editorial editorials editor editors introduction preface foreword obituary correspondence contents
        announcement announcements issue comments remarks index news letters erratum corrections acknowledgement
        acknowledgements acknowledgment reviewers masthead abstracts posters book"""
    ).split()
)
_OF_EVERY_YEAR: Final = frozenset(
    spelt_alike(
        """annual annually yearly yearbook report reports statistics register registry guideline guidelines standards
        surveillance update survey census proceedings statement consensus recommendations review deaths"""
    ).split()
)
_SHORTEST_MAIN: Final = 12
"""Letters of a title before its subtitle; ``Aspirin: ...`` is no title by itself."""


class Title(NamedTuple):
    """A title in the form in which two are compared."""

    words: tuple[str, ...] = ()
    """Of the whole, without small ones."""
    text: str = ""
    """The whole, with nothing between its words."""
    main: tuple[str, ...] = ()
    """The words before the subtitle; the same as ``words`` where there is none."""
    numbers: tuple[str, ...] = ()
    """Those of the whole in order, roman ones as arabic."""
    length: int = 0
    """Words, small ones counted."""


NO_TITLE: Final = Title()


def title_of(text: str | None) -> Title:
    """Give a title as it is compared; ``NO_TITLE`` where nothing of it is a letter or a digit."""
    if not text:
        return NO_TITLE
    text = undecorated(text[:LONGEST_TITLE])
    if "," in text or not text.isascii():
        text = _THOUSANDS.sub("", text)
    whole = spelt_alike(" ".join(words(text))).split()
    if not whole:
        return NO_TITLE
    numbered = whole if _MAY_COUNT.isdisjoint(whole) else _with_arabic(whole)
    start = main_part(text)
    weighty = _weighty(numbered)
    main = weighty if start is None else _weighty(numbered[: len(words(start))])
    text = "".join(numbered)
    return Title(weighty, text, main, () if text.isalpha() else numbers_of(numbered), len(whole))


def undecorated(text: str) -> str:
    """Take off what databases add to a title, as ``[Review]``, ``[33 refs]``, ``(La Chi)``, ``RETRACTED:``."""
    while text[-1:] in _LAST and text.rstrip(" .")[-1:] in _CLOSING and (match := _ADDED.search(text)) is not None:
        if not match.start():
            break
        text = text[: match.start()]
    if text[:1] in _FIRST and (match := _RETRACTED.match(text)) is not None and match.end() < len(text):
        text = text[match.end() :]
    return text


def main_part(text: str) -> str | None:
    """Give a title without its subtitle; none if it has none, or if too little would be left."""
    marks = _MAIN_ENDS if text.isascii() else _ALL_MAIN_ENDS
    end = len(text)
    for mark in marks:
        if (found := text.find(mark, _SHORTEST_MAIN, end)) > 0:
            end = found
    if ". " in text and (match := _SENTENCE_ENDS.search(text, _SHORTEST_MAIN, end)) is not None:
        end = match.start()
    return text[:end] if len(text) - end > _SHORTEST_SUBTITLE else None


def numbers_of(found: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Give the runs of digits in words, without leading noughts."""
    return tuple(run.lstrip("0") or "0" for word in found if not word.isalpha() for run in _DIGITS.findall(word))


def _with_arabic(found: list[str]) -> list[str]:
    """Give words with roman numbers as arabic ones; ``v`` alone stands for versus."""
    result = []
    before = ""
    for word in found:
        if word in _ROMAN:
            result.append(_ROMAN[word])
        elif before in _NUMBERED and word in {"v", "x"}:
            result.append("5" if word == "v" else "10")
        else:
            result.append(word)
        before = word
    return result


def _weighty(found: list[str]) -> tuple[str, ...]:
    return tuple(word for word in found if word not in SMALL_WORDS) or tuple(found)


def is_short(title: Title) -> bool:
    """Tell a title that is too short to be of one work only."""
    return title.length < _LONG and (len(title.text) < _LONG_UNPARTED or title.text < "\u2e80")


def is_of_every_issue(title: Title) -> bool:
    """Tell a title that comes again and again, as ``Editorial`` or ``Letters to the editor``."""
    return title.length < _LONGER and not _OF_EVERY_ISSUE.isdisjoint(title.words)


def is_yearly(title: Title) -> bool:
    """Tell a title that may come every year, as ``Annual report`` or ``Cancer statistics``."""
    return not _OF_EVERY_YEAR.isdisjoint(title.words)
