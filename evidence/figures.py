"""Numbers as they were printed: their exact value, their precision, and how they compare."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from functools import cached_property
from typing import Final

_LONGEST: Final = 64
_LARGEST_EXPONENT: Final = 100
_EXACT: Final = Context(prec=2 * _LONGEST, traps=[Inexact])
"""Arithmetic that keeps every digit; Python's own keeps 28 and says nothing."""
_PRINTED: Final = re.compile(
    r"""
    (?P<relation><=|>=|≤|≥|<|>|=)? \s*
    (?P<sign>[-+])? \s*
    (?P<digits>[1-9]\d{0,2}(?:,\d{3})+ | \d+)?
    (?:\.(?P<decimals>\d+))?
    (?:[eE](?P<exponent>[-+]?\d{1,3}))?
    \s* (?P<percent>%)?
    """,
    re.VERBOSE | re.ASCII,
)
_ALIKE: Final = str.maketrans(
    {"\u2212": "-", "\u2013": "-", "\u00b7": ".", "\u2009": " ", "\u202f": " ", "\u00a0": " "}
)
_RELATIONS: Final = {"≤": "<=", "≥": ">=", None: "="}


class FigureError(ValueError):
    """A text that is not one number."""


@dataclass(frozen=True)
class Figure:
    """One number of a text or a paper, with the exact characters that stood there.

    ``70.8%`` has the value 0.708, known to 0.001; ``< .001`` the value 0.001 and the relation ``<``.
    """

    printed: str
    value: Decimal
    """Exact; a percentage as a fraction of one."""
    step: Decimal
    """One unit in the last printed place, on the scale of ``value``."""
    relation: str = "="
    """``=``, ``<``, ``<=``, ``>`` or ``>=``."""

    @classmethod
    def parse(cls, printed: str) -> "Figure":
        """Read a number as printed, or raise ``FigureError`` saying what is wrong with it.

        Takes a leading relation, a Unicode minus, thousands set off by commas, a missing zero
        before the point, a raised decimal point, an exponent and a percent sign.
        """
        text = printed.strip()
        if len(text) > _LONGEST:
            raise FigureError(f"a number of {len(text)} characters is longer than {_LONGEST}")
        match = _PRINTED.fullmatch(text.translate(_ALIKE))
        if match is None or (match["digits"] is None and match["decimals"] is None):
            raise FigureError(f"{text!r} is not a number as papers print them")
        decimals = match["decimals"] or ""
        exponent = int(match["exponent"] or 0)
        if abs(exponent) > _LARGEST_EXPONENT:
            raise FigureError(f"{text!r} is beyond any quantity: its exponent exceeds {_LARGEST_EXPONENT}")
        shift = exponent - len(decimals) - (2 if match["percent"] else 0)
        digits = (match["digits"] or "0").replace(",", "") + decimals
        value = _EXACT.scaleb(Decimal(digits), shift)
        return cls(
            printed=text,
            value=value.copy_negate() if match["sign"] == "-" else value,
            step=_EXACT.scaleb(Decimal(1), shift),
            relation=_RELATIONS.get(match["relation"], match["relation"]),
        )

    @cached_property
    def low(self) -> Decimal:
        """The least number that rounds to what is printed."""
        return _EXACT.subtract(self.value, _EXACT.divide(self.step, Decimal(2)))

    @cached_property
    def high(self) -> Decimal:
        """The greatest number that rounds to what is printed."""
        return _EXACT.add(self.value, _EXACT.divide(self.step, Decimal(2)))

    def __str__(self) -> str:
        """Give the number as it was printed."""
        return self.printed
