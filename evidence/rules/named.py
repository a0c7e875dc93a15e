"""How far each linked source agrees with the source that a claim names."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evidence.dossier import Dossier, Line, NamedSource, Source
from evidence.figures import Figure
from evidence.journals import comparable
from evidence.rules.reported import bears_out, comparable_with, nearest
from evidence.rules.words import brief, called, journal_of, listed
from evidence.vocab import Role

_SHOWN: Final = 3


class Trait(StrEnum):
    """What a text may say of the source it names."""

    JOURNAL = "journal"
    YEAR = "year"
    AUTHOR = "author"
    FIGURE = "figure"


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """A linked source beside the source that the text names."""

    source: Source
    candidate: bool
    """Whether it is linked as one that might be meant."""
    figures: tuple[Figure, ...]
    """For each figure the claim quotes, the nearest one that the source reports in its unit."""
    differing: frozenset[Trait]
    """What the text says that does not fit the source."""

    @property
    def described(self) -> str:
        """The source with its journal, its figures and what of it differs from the text."""
        told = f"{called(self.source)} stands in {journal_of(self.source)}"
        if self.figures:
            told += f" and reports {listed([str(figure) for figure in self.figures])}"
        differing = [trait for trait in Trait if trait in self.differing]
        return f"{told} ({listed(differing)} {'differs' if len(differing) == 1 else 'differ'})" if differing else told


def told_of(named: NamedSource) -> bool:
    """Tell whether the text says enough of its source to look for it: journal, year or author."""
    return any((named.journal, named.year, named.author))


def likenesses(dossier: Dossier, named: NamedSource) -> tuple[Likeness, ...]:
    """Compare each linked source with the named one; the likest first, candidates before others."""
    by_source: dict[str, list[Line]] = {}
    for line in dossier.lines:
        by_source.setdefault(line.source.key, []).append(line)
    quoted = tuple(quote.figure for quote in dossier.claim.quotes)
    found = (_likeness(lines, named, quoted) for lines in by_source.values())
    return tuple(sorted(found, key=lambda likeness: (len(likeness.differing), not likeness.candidate)))


def text_says(named: NamedSource, dossier: Dossier) -> str:
    """Give what the text says of its source, in brief."""
    told = [
        *([brief(named.author)] if named.author else []),
        *([brief(named.journal)] if named.journal else []),
        *([str(named.year)] if named.year else []),
        *(str(quote.figure) for quote in dossier.claim.quotes),
    ]
    return ", ".join(told)


def shown(found: Iterable[Likeness]) -> str:
    """Describe the first few likenesses and count the rest."""
    everything = list(found)
    told = [likeness.described for likeness in everything[:_SHOWN]]
    if len(everything) > _SHOWN:
        told.append(f"and {len(everything) - _SHOWN} more")
    return "; ".join(told)


def _likeness(lines: list[Line], named: NamedSource, quoted: tuple[Figure, ...]) -> Likeness:
    source = lines[0].source
    reported = [[figure for line in lines for figure in comparable_with(quote, line)] for quote in quoted]
    borne_out = all(
        any(bears_out(quote, figure) for figure in figures) for quote, figures in zip(quoted, reported, strict=True)
    )
    pairs = zip(quoted, reported, strict=True)
    fits = {
        Trait.JOURNAL: not named.journal or (source.journal is not None and source.journal.goes_by(named.journal)),
        Trait.YEAR: not named.year or source.year == named.year,
        Trait.AUTHOR: not named.author or _is_author(named.author, source),
        Trait.FIGURE: borne_out,
    }
    return Likeness(
        source=source,
        candidate=any(line.role is Role.CANDIDATE for line in lines),
        figures=tuple(figure for quote, figures in pairs if (figure := nearest(quote, figures)) is not None),
        differing=frozenset(trait for trait, fit in fits.items() if not fit),
    )


def _is_author(named: str, source: Source) -> bool:
    words = f" {comparable(named)} "
    return any(f" {comparable(author)} " in words for author in source.authors)
