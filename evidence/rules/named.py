"""How far each linked source agrees with the source that a claim names."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evidence.dossier import Claim, Dossier, Line, NamedSource, Source
from evidence.journals import comparable
from evidence.rules.quoted import beside
from evidence.rules.words import brief, called, journal_of, listed
from evidence.vocab import Directness, Role

_SHOWN: Final = 3
_BARE: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_WRITTEN_OUT: Final = _BARE | str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""Letters as German and the languages of Scandinavia write them where they are not at hand."""


class Trait(StrEnum):
    """What a text says of the source it names; the subject is that of the claim itself."""

    JOURNAL = "journal"
    YEAR = "year"
    AUTHOR = "author"
    FIGURE = "figure"
    SUBJECT = "subject"


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """A linked source beside the source that the text names."""

    source: Source
    candidate: bool
    """Whether it is linked as one that might be meant."""
    figures: tuple[str, ...]
    """For each figure the claim quotes, the nearest one that the source reports in its unit."""
    differing: frozenset[Trait]
    """What the text says that does not fit the source."""
    unsure: frozenset[Trait]
    """What might fit or not: a field that nobody read in a published copy, a name that may be an abbreviation."""
    subject_judged: bool
    """Whether a person has judged it to be on the claim's population, intervention and outcome."""

    @property
    def described(self) -> str:
        """The source with its journal, its figures and what of it differs from the text."""
        told = f"{called(self.source)} stands in {journal_of(self.source)}"
        if self.figures:
            told += f" and reports {listed(self.figures)}"
        differing = [trait for trait in Trait if trait in self.differing]
        if differing:
            return f"{told} ({listed(differing)} {'differs' if len(differing) == 1 else 'differ'})"
        unsure = [trait for trait in Trait if trait in self.unsure]
        return f"{told} ({listed(unsure) + ' not sure' if unsure else 'nobody has judged its subject'})"


def told_of(named: NamedSource) -> bool:
    """Tell whether the text says enough of its source to look for it: journal, year or author."""
    return any((named.journal, named.year, named.author))


def tells_one_work(dossier: Dossier, named: NamedSource) -> bool:
    """Tell whether the text says more than a journal, which holds thousands of works."""
    return any((named.year, named.author, dossier.claim.quotes))


def agrees(likeness: Likeness, dossier: Dossier, named: NamedSource) -> bool:
    """Tell whether nothing that the text says is against a source, and enough is for it, though it may be unsure."""
    return not likeness.differing and (tells_one_work(dossier, named) or likeness.subject_judged)


def is_named(likeness: Likeness, dossier: Dossier, named: NamedSource) -> bool:
    """Tell whether a source is the named one, if need be but for its year."""
    return (agrees(likeness, dossier, named) and not likeness.unsure) or _only_the_year_is_off(likeness, named)


def likenesses(dossier: Dossier, named: NamedSource) -> tuple[Likeness, ...]:
    """Compare each linked source with the named one; candidates first, of each the likest first."""
    by_source: dict[str, list[Line]] = {}
    for line in dossier.lines:
        by_source.setdefault(line.source.key, []).append(line)
    found = (_likeness(lines, named, dossier.claim) for lines in by_source.values())
    return tuple(sorted(found, key=lambda likeness: (not likeness.candidate, len(likeness.differing))))


def text_says(named: NamedSource, dossier: Dossier) -> str:
    """Give what the text says of its source, in brief."""
    told = [
        *([brief(named.author)] if named.author else []),
        *([brief(named.journal)] if named.journal else []),
        *([str(named.year)] if named.year else []),
        *(str(quote.figure) for quote in dossier.claim.quotes),
    ]
    return ", ".join(told)


def nearest_described(found: Iterable[Likeness]) -> str:
    """Describe the first few candidates, or where there are none the first few others, and count the rest."""
    everything = list(found)
    pool = [likeness for likeness in everything if likeness.candidate] or everything
    told = [likeness.described for likeness in pool[:_SHOWN]]
    if len(pool) > _SHOWN:
        told.append(f"and {len(pool) - _SHOWN} more")
    return "; ".join(told)


def _only_the_year_is_off(likeness: Likeness, named: NamedSource) -> bool:
    """Tell whether a source is the named one but for its year: journal and author are named, and both agree."""
    told = bool(named.journal and named.author)
    return told and likeness.differing == {Trait.YEAR} and not likeness.unsure & {Trait.JOURNAL, Trait.AUTHOR}


def _likeness(lines: list[Line], named: NamedSource, claim: Claim) -> Likeness:
    source = lines[0].source
    reported = [beside(quote, statement=claim.statement, lines=lines) for quote in claim.quotes]
    fits = {
        Trait.JOURNAL: not named.journal or (source.journal is not None and source.journal.goes_by(named.journal)),
        Trait.YEAR: not named.year or source.year == named.year,
        Trait.AUTHOR: not named.author or _is_author(named.author, source),
        Trait.FIGURE: all(told.agrees or told.perhaps for told in reported),
        Trait.SUBJECT: any(Directness.INDIRECT not in _subject(line) for line in lines),
    }
    unsure = _unsure(source, named)
    return Likeness(
        source=source,
        candidate=any(line.role is Role.CANDIDATE for line in lines),
        figures=tuple(told.nearest for told in reported if told.nearest),
        differing=frozenset(trait for trait, fit in fits.items() if not fit) - unsure,
        unsure=unsure & {trait for trait, fit in fits.items() if not fit},
        subject_judged=any(_is_on_subject(line, claim) or _judged_to_bear(line) for line in lines),
    )


def _unsure(source: Source, named: NamedSource) -> frozenset[Trait]:
    """Give the traits of a source that could prove a difference wrong."""
    unread = {trait for trait in (Trait.JOURNAL, Trait.YEAR, Trait.AUTHOR) if source.is_unsure_of(trait)}
    if named.journal and source.journal is not None and source.journal.may_go_by(named.journal):
        unread.add(Trait.JOURNAL)
    return frozenset(unread)


def _subject(line: Line) -> set[Directness | None]:
    return {line.population, line.intervention, line.outcome}


def _is_on_subject(line: Line, claim: Claim) -> bool:
    named = (
        (claim.population, line.population),
        (claim.intervention, line.intervention),
        (claim.outcome, line.outcome),
    )
    return all(directness is Directness.DIRECT for aspect, directness in named if aspect)


def _judged_to_bear(line: Line) -> bool:
    return line.role is not Role.CANDIDATE and line.direction is not None


def _is_author(named: str, source: Source) -> bool:
    words = [f" {spelling} " for spelling in _spellings(named)]
    names = {f" {spelling} " for author in source.authors for name in _spoken(author) for spelling in _spellings(name)}
    return any(name in told for told in words for name in names)


def _spellings(name: str) -> set[str]:
    """Give how a name is spelt in plain letters: with its accents off, and written out as Mueller for Müller."""
    composed = unicodedata.normalize("NFC", name).casefold()
    return {comparable(composed.translate(_BARE)), comparable(composed.translate(_WRITTEN_OUT))}


def _spoken(author: str) -> set[str]:
    """Give a family name as texts speak of it, with its particles and without."""
    bare = " ".join(part for part in author.split() if not part[0].islower())
    return {author, bare or author}
