"""Names of persons and bodies written as BibTeX has them."""

import re
from typing import Final

from evidence.formats.tex import tex

_APART: Final = re.compile(r"[,;]|(?i:\band\b)|^\s*(?:family|given|prefix|suffix)(?:-i)?\s*=")
"""What would part a name in two, or be taken for more than a name, if no braces kept it together."""
_SUFFIX: Final = re.compile(r"(?i)(?:jr|sr)\.?|I{2,3}|IV|2nd|3rd|4th")
_BODY: Final = re.compile(
    r"(?i)\b(?:academy|agency|alliance|association|authority|board|cent(?:er|re)s?|cochrane|collaborat\w+|college"
    r"|commission|committee|company|consortium|corporation|council|department|federation|for|foundation|fund|group"
    r"|hospital|inc|initiative|institut\w+|investigators?|laborator\w+|library|ltd|ministry|network|of|office"
    r"|organi[sz]ation|panel|press|project|program(?:me)?|school|service|society|statistics|study|task force|team|the"
    r"|trial(?:ists)?|union|universit\w+|working)\b"
)
_INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.-?){1,5}|[^\W\d_a-z]{1,3}")
"""As ``J.``, ``J.-A.`` and ``JA``."""
_PARTS_WITH_SUFFIX: Final = 3


def person(family: str, *, given: str = "", prefix: str = "", suffix: str = "") -> str:
    """Give a person as ``von Last, Jr, First``, in TeX; an empty text if no part is told."""
    last = " ".join(part for part in (_kept(prefix), _kept(family)) if part)
    first, junior = _kept(given), _kept(suffix)
    if not (last and (first or junior)):
        return last or first or junior
    return ", ".join(part for part in (last, junior, first) if part) if first else f"{last}, {junior}, {{}}"


def body(name: str) -> str:
    """Give a body, such as a society, whole in braces; an empty text if it has no name."""
    value = tex(name)
    return f"{{{value}}}" if value else ""


def inverted(name: str) -> str:
    """Give what RIS, EndNote and PubMed write as ``Last, First, Jr``, a body as its name, perhaps with a comma.

    A name of several words without a comma is a body if a word in it says so, and else a person in the order of print.
    """
    parts = [part.strip() for part in name.split(",")]
    told = [part for part in parts if part]
    if len(told) == 1:
        if len(parts) > 1 or _BODY.search(told[0]):
            return body(told[0])
        return _in_order(told[0].split())
    if len(told) == _PARTS_WITH_SUFFIX:
        family, given, suffix = (
            told
            if _SUFFIX.fullmatch(told[2]) or not _SUFFIX.fullmatch(told[1])
            else (
                told[0],
                told[2],
                told[1],
            )
        )
        return person(family, given=given, suffix=suffix)
    if len(told) > _PARTS_WITH_SUFFIX:
        return body(name)
    return person(told[0], given=told[1]) if told else ""


def _in_order(words: list[str]) -> str:
    """Give a name without commas: ``Smith J. A.`` has its initials behind, ``John Smith`` is as it is printed."""
    first = next((at for at in range(len(words), 0, -1) if not _INITIALS.fullmatch(words[at - 1])), 0)
    if 0 < first < len(words) and "." not in "".join(words[:first]):
        return person(" ".join(words[:first]), given=" ".join(words[first:]))
    return _kept(" ".join(words))


def with_suffix_last(family: str, given: str) -> str:
    """Give a person whose first names end with the suffix, as ``King, Martin L Jr`` in PubMed."""
    rest, _, last = given.rpartition(" ")
    return person(family, given=rest, suffix=last) if rest and _SUFFIX.fullmatch(last) else person(family, given=given)


def joined(names: list[str], *, more: bool = False) -> str:
    """Give the value of an author field; ``more`` says that not all are named."""
    told = [name for name in names if name]
    return " and ".join([*told, "others"] if more and told else told)


def _kept(part: str) -> str:
    """Give a part of a name in TeX, in braces if BibTeX would take it apart."""
    value = tex(part)
    return f"{{{value}}}" if _APART.search(value) else value
