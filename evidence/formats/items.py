"""Items of another format taken in one by one: each becomes an entry with a key of its own, or a problem."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from evidence.bibtex.entries import Entry, Grade, Problem, Rest
from evidence.bibtex.latex import plain
from evidence.bibtex.work import Work, work_of
from evidence.formats.draft import Draft

LONGEST_VALUE: Final = 10_000_000
"""Characters that the value of a field may have."""
LONGEST_KEY: Final = 200
"""Characters that a citation key may have."""

_OF_A_KEY: Final = re.compile(r"[^\W_][^\s,{}%#\"'\\~=()@/]{0,199}")
_SERIAL: Final = re.compile(r"(?i)\d+|ITEM-\d+|REF-?\d+")
"""A number in a list names another work in each file."""
_ARTICLES: Final = re.compile(r"an?|the|d(?:er|ie|as)|eine?|l(?:e|a|es)?|une?|el|l[oa]s|il|de|het")
_UNDECOMPOSED: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "ð": "d"}
)


class Item(NamedTuple):
    """One item as its format's reader understood it."""

    kind: str
    draft: Draft
    raw: str
    line: int
    before: str = ""
    """The text since the item before, in formats whose files can be put together again."""
    own_key: str = ""
    """The key or number that the file has for it; it is kept as the field ``id`` where it cannot be a citation key."""
    subtype: str = ""
    """What the format calls an item of this type, if BibTeX has none for it."""
    remarks: tuple[str, ...] = ()
    """What is doubtful in it."""


class Items:
    """What was taken in from one file so far; ``whole`` says that no text of the file may be lost."""

    def __init__(self, *, file: str, whole: bool) -> None:
        self._file = file
        self._whole = whole
        self._skipped: list[str] = []
        """The text of rejected items since the last entry."""
        self._keys: set[str] = set()
        self._copies: dict[str, int] = {}

    def taken(self, item: Item) -> Iterator[Entry | Problem]:
        """Give the entry of an item and what is doubtful in it, or why it is rejected."""
        draft, kind, line = item.draft, item.kind, item.line
        reason = _fault(draft)
        if reason is not None:
            yield self.rejected(reason, line=line, raw=item.raw, before=item.before)
            return
        if kind == "misc":
            draft.keep("entrysubtype", item.subtype)
        if kind.endswith("thesis"):
            draft.put_tex("school", draft.get("publisher"))
        own_key = item.own_key.strip()
        usable = _OF_A_KEY.fullmatch(own_key) is not None and _SERIAL.fullmatch(own_key) is None
        if not usable:
            draft.keep("id", own_key)
        fields = draft.fields()
        work, doubts = work_of({name.lower(): value for name, value in fields})
        wanted = own_key if usable else made_key(work)
        key = self._unique(wanted)
        before, self._skipped = "".join((*self._skipped, item.before)), []
        yield Entry(key=key, kind=kind, fields=fields, raw=item.raw, line=line, work=work, before=before)
        if usable and key != wanted:
            yield self.doubt(f"the key {wanted} is that of an earlier item; a number was added", line=line, key=key)
        for doubt in (*item.remarks, *doubts):
            yield self.doubt(doubt, line=line, key=key)

    def doubt(self, reason: str, *, line: int, key: str | None = None) -> Problem:
        """Give a problem that costs no item."""
        return Problem(file=self._file, line=line, reason=reason, key=key)

    def rejected(self, reason: str, *, line: int, raw: str, before: str = "") -> Problem:
        """Give the problem of an item that is not taken in."""
        if self._whole:
            self._skipped += before, raw
        return Problem(file=self._file, line=line, reason=reason, grade=Grade.REJECTED, raw=raw)

    def rest(self, text: str = "") -> Rest:
        """Give the rest of the file, that of items rejected after the last entry included."""
        return Rest("".join((*self._skipped, text)))

    def _unique(self, wanted: str) -> str:
        """Give the key, or with a number if an item further up has it, so that a file that grows keeps its keys."""
        key = wanted
        while key.lower() in self._keys:
            number = self._copies[wanted.lower()] = self._copies.get(wanted.lower(), 1) + 1
            key = f"{wanted}-{number}"
        self._keys.add(key.lower())
        return key


def _fault(draft: Draft) -> str | None:
    """Say why no entry can be made of fields."""
    fields = draft.fields()
    if not fields:
        return "it holds nothing but its type or number"
    too_long = next((name for name, value in fields if len(value) > LONGEST_VALUE), None)
    return None if too_long is None else f"the field {too_long} is longer than {LONGEST_VALUE:,} characters"


def made_key(work: Work) -> str:
    """Give a key such as ``smith2020effects`` for a work: the first family name, the year, the first word of weight."""
    first = next(iter(work.authors.persons), None)
    name = _folded((first.family or first.literal or "") if first else "")
    words = _folded(plain(work.title or "")[:LONGEST_KEY])
    word = next((word for word in words if not _ARTICLES.fullmatch(word)), "".join(words[:1]))
    return f"{''.join(name)[:60]}{work.year or ''}{word[:60]}" or "unnamed"


def _folded(text: str) -> list[str]:
    """Give the words in small letters without accents; those of other scripts keep their letters."""
    apart = unicodedata.normalize("NFKD", text[:LONGEST_KEY].translate(_UNDECOMPOSED))
    return re.findall(r"[^\W_]+", "".join(letter for letter in apart if not unicodedata.combining(letter)).lower())
