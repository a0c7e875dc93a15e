"""The notices of a list that concern sources of the record, found batch by batch."""

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from sqlalchemy.orm import Session

from evidence.intake.batches import batches
from evidence.intake.retractions.listed import Listed, Remark, undated
from evidence.intake.retractions.match import DOI, match
from evidence.intake.retractions.outcome import Outcome
from evidence.intake.retractions.works import named

_AT_ONCE: Final = 1_000


class Found(NamedTuple):
    """A notice that concerns a source."""

    notice: Listed
    matched_by: str


class Findings(NamedTuple):
    """What was found in a whole list."""

    by_source: dict[tuple[int, str], Found]
    """By source and record."""
    lines: dict[str, int]
    """Where each record stands, of those found and those known before."""


def find(session: Session, notices: Iterable[Listed], *, known_records: Collection[str], outcome: Outcome) -> Findings:
    """Give every notice that concerns a source, and tell the outcome of doubts: two queries for 1,000 notices."""
    findings = Findings({}, {})
    for batch in batches(notices, size=_AT_ONCE):
        works = named(
            session,
            dois={doi for notice in batch for doi in notice.dois},
            pmids={pmid for notice in batch for pmid in notice.pmids},
        )
        for notice in batch:
            if notice.record in known_records:
                findings.lines.setdefault(notice.record, notice.line)
            matched = match(notice, works) if works.members else None
            if matched is None:
                outcome.tally.concerns_no_source(notice)
                continue
            outcome.doubts.extend(Remark(notice.line, notice.record, told) for told in matched.doubts)
            outcome.remarks.extend(Remark(notice.line, notice.record, told) for told in matched.remarks)
            if matched.sources:
                _take(findings, notice, [(source.id, by) for source, by in matched.sources], outcome)
    return findings


def _take(findings: Findings, notice: Listed, sources: list[tuple[int, str]], outcome: Outcome) -> None:
    if any(by == DOI for _, by in sources):
        outcome.matched_by_doi += 1
    else:
        outcome.matched_by_pmid += 1
    if (row := undated(notice, then="it was applied without one")) is not None:
        outcome.remarks.append(row)
    findings.lines.setdefault(notice.record, notice.line)
    for source, by in sources:
        first = findings.by_source.setdefault((source, notice.record), Found(notice, by))
        if first.notice.line != notice.line:
            told = f"this record stands in line {first.notice.line} as well, which was taken"
            outcome.remarks.append(Remark(notice.line, notice.record, told))
