"""What a list of retractions told of the record, or would tell."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from evidence.intake.retractions.listed import Remark, Tally
from evidence.intake.retractions.standing import Standing, Told


class Gone(NamedTuple):
    """A notice of the record that this list does not bear out."""

    record: str
    key: str
    """Of the source."""
    still_listed: bool
    """Whether the list holds the notice, which names the source no longer."""


class Leaning(NamedTuple):
    """A claim that leans on a work."""

    document: str
    claim: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Concerned:
    """A work about which there are notices, and what becomes of it."""

    key: str
    """Of the source that stands for the work."""
    sources: tuple[str, ...]
    """The keys of all sources of the work."""
    before: Standing
    after: Standing
    listed: Standing
    """What the list alone says."""
    by_hand: Standing
    """What a person recorded alone."""
    reinstated: bool
    changed: bool
    """Whether any source of the work changed."""
    notices: tuple[Told, ...]
    claims: tuple[Leaning, ...]

    @property
    def kept_by_hand(self) -> bool:
        """Tell whether what a person recorded stands although the list says otherwise."""
        return self.after != self.listed and self.by_hand.integrity is self.after.integrity


@dataclass(kw_only=True, slots=True)
class Outcome:
    """All that an import of a list did, or would do."""

    file: str
    sha256: str = ""
    tally: Tally = field(default_factory=Tally)
    days_old: int | None = None
    """From the newest day in the list to now."""
    outrun_by: dt.date | None = None
    """How far a list reached that was imported before, if further than this one."""
    matched_by_doi: int = 0
    """Notices of the list that concern a source of the record."""
    matched_by_pmid: int = 0
    new: int = 0
    """Notices by source, and so the next two."""
    changed: int = 0
    same: int = 0
    rows_changed: int = 0
    """Rows of the record that were written, notices and sources."""
    doubts: list[Remark] = field(default_factory=list)
    """Notices that were not applied to a work which they seem to name."""
    remarks: list[Remark] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    concerned: list[Concerned] = field(default_factory=list)
    """Every work of the record with a notice, by key."""
    sources: int = 0
    """How many sources the record holds."""
    unidentified: list[str] = field(default_factory=list)
    """Works of the record that no list can name: they have neither DOI nor PubMed number."""
