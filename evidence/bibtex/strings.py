"""``@string`` definitions: what a name stands for at a place, within bounds that no file can break."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from evidence.bibtex.expression import Piece

LONGEST_VALUE: Final = 1_000_000
"""Characters that a value made of names may have."""
LARGEST_TOTAL: Final = 64_000_000
"""Characters that all values made of names may have together."""
_SHORT: Final = 1000
DEEPEST_CHAIN: Final = 100
"""How many definitions may lean on one another before they are reached."""

_MONTHS: Final = frozenset(
    (
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    )
)
"""Names that every style defines; a month stays as it is written."""


class Value(NamedTuple):
    """What an expression comes to, and which of its names were not there."""

    text: str
    unknown: tuple[str, ...] = ()
    """Names that are defined nowhere; they stand in the text themselves."""
    early: tuple[str, ...] = ()
    """Names that are defined further down only."""


class Refused(NamedTuple):
    """Why an expression has no value."""

    reason: str


_TOO_MANY: Final = Refused(f"all @string definitions together are longer than {LARGEST_TOTAL:,} characters")


class Strings:
    """The definitions in force, which change as a file is read from top to bottom."""

    def __init__(self) -> None:
        self._values: dict[str, str | Refused] = {}
        self._later: dict[str, tuple[Piece, ...]] = {}
        self._early: dict[str, str | Refused] = {}
        self._total = 0
        self._defined = 0

    def announce(self, definitions: Mapping[str, tuple[Piece, ...]]) -> None:
        """Say what a file will define, for names that it uses before; names in small letters."""
        self._later = dict(definitions)
        self._early = {}

    def defines(self, name: str) -> bool:
        """Tell whether a name has a value here."""
        return name.lower() in self._values

    def known(self, name: str) -> str | None:
        """Give what a name stands for here, or a month's own name; none where there is more to say of it."""
        lower = name.lower()
        text = self._values.get(lower)
        if text is None:
            return name if lower in _MONTHS and lower not in self._later else None
        if type(text) is str and len(text) <= _SHORT and self._total < LARGEST_TOTAL - _SHORT:
            self._total += len(text)
            return text
        return None

    def define(self, name: str, pieces: tuple[Piece, ...]) -> Value | Refused:
        """Define a name from here on, and give what it stands for; case makes no difference."""
        value = self.value(pieces)
        self._defined += len(name) + len(value[0])
        if self._defined > LARGEST_TOTAL:
            return _TOO_MANY
        self._values[name.lower()] = value if isinstance(value, Refused) else value.text
        return value

    def value(self, pieces: Sequence[Piece]) -> Value | Refused:
        """Give what an expression comes to here."""
        texts: list[str] = []
        unknown: list[str] = []
        early: list[str] = []
        for piece in pieces:
            found = self._looked_up(piece.text, early=early, unknown=unknown) if piece.named else piece.text
            if isinstance(found, Refused):
                return found
            texts.append(found)
        refused = self._counted(texts) if any(piece.named for piece in pieces) else None
        return refused or Value(text="".join(texts), unknown=tuple(unknown), early=tuple(early))

    def _counted(self, texts: list[str]) -> Refused | None:
        length = sum(map(len, texts))
        self._total += length
        if length > LONGEST_VALUE:
            return Refused(reason=f"a value made of @string names is longer than {LONGEST_VALUE:,} characters")
        if self._total > LARGEST_TOTAL:
            return Refused(reason=f"the values made of @string names come to more than {LARGEST_TOTAL:,} characters")
        return None

    def _looked_up(self, name: str, *, early: list[str], unknown: list[str]) -> str | Refused:
        lower = name.lower()
        known = self._values.get(lower)
        if known is not None:
            return known
        if lower in self._later:
            early.append(name)
            return self._foreseen(lower, chain=())
        if self._defined > LARGEST_TOTAL:
            return _TOO_MANY  # and so it may be one that was not kept
        if lower not in _MONTHS:
            unknown.append(name)
        return name

    def _foreseen(self, name: str, chain: tuple[str, ...]) -> str | Refused:
        """Give what a name will stand for; each name is worked out once, so doubling costs nothing."""
        if name in self._early:
            return self._early[name]
        if name in chain:
            return Refused(reason=f"@string {name} is defined by itself")
        if len(chain) >= DEEPEST_CHAIN:
            return Refused(reason=f"@string {chain[0]} leans on a chain of more than {DEEPEST_CHAIN} definitions")
        self._early[name] = found = self._combined(self._later[name], (*chain, name))
        return found

    def _combined(self, pieces: tuple[Piece, ...], chain: tuple[str, ...]) -> str | Refused:
        texts = []
        for piece in pieces:
            text: str | Refused = piece.text
            if piece.named:
                lower = piece.text.lower()
                if lower in self._values:
                    text = self._values[lower]
                elif lower in self._later:
                    text = self._foreseen(lower, chain)
            if isinstance(text, Refused):
                return text
            texts.append(text)
        return self._counted(texts) or "".join(texts)
