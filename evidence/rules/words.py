"""Words for findings: counts, lists, and how a source is called."""

from collections.abc import Iterable
from typing import Final

from evidence.dossier import Source
from evidence.text import shortened

_WIDTH: Final = 80
_MOST: Final = 3


def several(count: int, noun: str) -> str:
    """Give a count with its noun, as "1 sample", "2 samples", "3 studies" or "4 species"."""
    if count == 1 or noun.endswith("s"):
        return f"{count} {noun}"
    return f"{count} {noun.removesuffix('y')}ies" if noun.endswith("dy") else f"{count} {noun}s"


def listed(items: Iterable[str]) -> str:
    """Give items as English lists them, each once and no more than a few: "a, b, c and 2 more"."""
    once = list(dict.fromkeys(items))
    told = once[:_MOST]
    if len(once) > _MOST:
        told.append(f"{len(once) - _MOST} more")
    return " and ".join(part for part in (", ".join(told[:-1]), *told[-1:]) if part)


def brief(text: str) -> str:
    """Give somebody's text short enough for a finding, and harmless."""
    return shortened(text, width=_WIDTH)


def called(source: Source) -> str:
    """Give how a source is called: first author and year where known, and always its citation key."""
    if not source.authors:
        return brief(source.key)
    first = f"{source.authors[0]} et al." if source.more_authors else source.authors[0]
    who = " ".join(str(part) for part in (first, source.year) if part)
    return f"{brief(who)} [{brief(source.key)}]"


def journal_of(source: Source) -> str:
    """Give the title of the journal a source stands in, marked where nobody has confirmed it."""
    if source.journal is None:
        return "no journal that is recorded"
    return brief(source.journal.title) + (" (unconfirmed)" if source.is_unsure_of("journal") else "")


def notice_of(source: Source, *, date: str = "on") -> str:
    """Give when a source was retracted or doubted, and the notice, as far as recorded."""
    told = f" {date} {source.integrity_date}" if source.integrity_date else ""
    return told + (f" ({brief(source.integrity_notice)})" if source.integrity_notice else "")
