"""What two entries say of who, when and where: each point for one work, against it, or silent."""

from typing import NamedTuple

from evidence.matching import people, places
from evidence.matching.traits import Traits


class Bearings(NamedTuple):
    """Points on which two entries agree (1), differ (-1), or of which one tells too little (0)."""

    authors: int
    gap: int | None
    """Years between them."""
    volume: int
    issue: int
    page: int
    journal: int
    ends: int = 0
    """Of the last page, or of the number of an article that has no pages."""

    @property
    def year(self) -> int:
        """Take a year's difference for none: many works are online a year before they are printed."""
        if self.gap is None or self.gap == 1:
            return 0
        return 1 if self.gap == 0 else -1

    @property
    def sum(self) -> int:
        """Give how much more speaks for one work than against it."""
        return self.authors + self.year + self.volume + self.page + self.journal

    @property
    def placed(self) -> bool:
        """Tell whether both begin on one page of one volume."""
        return self.page > 0 and self.volume > 0


def bearings(one: Traits, other: Traits) -> Bearings:
    """Compare all but titles and identifiers."""
    page = places.pages((one.first_page, one.last_page), (other.first_page, other.last_page))
    return Bearings(
        authors=people.agreement(one.names, other.names),
        gap=None if one.year is None or other.year is None else abs(one.year - other.year),
        volume=places.volumes(one.volume, other.volume, years={one.year, other.year}),
        issue=places.issues(one.issue, other.issue),
        page=page,
        journal=places.journals(one.journals, other.journals),
        ends=places.ends((one.first_page, one.last_page), (other.first_page, other.last_page)) if page > 0 else 0,
    )


def in_words(seen: Bearings) -> tuple[str, ...]:
    """Say in short sentences what agrees and what differs."""
    points = (
        (seen.authors, "the same authors", "other authors"),
        (seen.year, "the same year", f"{seen.gap} years apart"),
        (seen.journal, "the same journal", "other journals"),
        (seen.volume, "the same volume", "other volumes"),
        (seen.page, "the same first page", "other pages"),
    )
    said = [agree if point > 0 else differ for point, agree, differ in points if point]
    return (*said, "a year apart") if seen.gap == 1 else tuple(said)
