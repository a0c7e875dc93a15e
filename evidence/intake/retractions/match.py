"""Which works a notice concerns, by DOI first and by PubMed number else; what contradicts itself is a doubt."""

from typing import Final, NamedTuple

from evidence.intake.retractions.listed import Listed
from evidence.intake.retractions.works import Known, Works
from evidence.text import visible

DOI: Final = "doi"
PMID: Final = "pmid"


class Match(NamedTuple):
    """What came of one notice."""

    sources: tuple[tuple[Known, str], ...] = ()
    """Each source that it concerns, and by which identifier."""
    remarks: tuple[str, ...] = ()
    """What a person should know, though the notice was applied."""
    doubts: tuple[str, ...] = ()
    """Why it was not applied to a work that it seems to name."""


def match(notice: Listed, works: Works) -> Match | None:
    """Give the sources that a notice concerns; none where no work bears an identifier that it gives.

    A DOI that agrees outweighs a PubMed number that does not. But where the DOI names one work and the number another,
    or the number agrees and the DOI does not, a person must look: nothing is applied.
    """
    by_doi = {work for doi in notice.dois for work in works.by_doi.get(doi, ())}
    by_pmid = {work for pmid in notice.pmids for work in works.by_pmid.get(pmid, ())}
    if by_doi:
        return _by_doi(notice, works, by_doi, by_pmid)
    return _by_pmid(notice, works, by_pmid) if by_pmid else None


def _by_doi(notice: Listed, works: Works, by_doi: set[int], by_pmid: set[int]) -> Match:
    if by_pmid and by_doi.isdisjoint(by_pmid):
        told = (
            f"its DOI is that of {_keys(works, by_doi)}, its PubMed number that of {_keys(works, by_pmid)}; if they "
            "are one work, merge them and import the list again"
        )
        return Match(doubts=(told,))
    remarks = []
    for work in sorted(by_doi):
        numbers = {source.pmid for source in works.members[work]} - {None}
        if notice.pmids and numbers and numbers.isdisjoint(notice.pmids):
            remarks.append(
                f"its DOI is that of {_keys(works, {work})}, but its PubMed number {', '.join(notice.pmids)} is not; "
                "it was taken by the DOI"
            )
    others = by_pmid - by_doi
    doubts = (f"its PubMed number is also that of {_keys(works, others)}, its DOI is not",) if others else ()
    return Match(_sources(notice, works, by_doi), tuple(remarks), doubts)


def _by_pmid(notice: Listed, works: Works, by_pmid: set[int]) -> Match:
    others = {work for work in by_pmid if notice.dois and any(source.doi for source in works.members[work])}
    doubts = (f"its PubMed number is that of {_keys(works, others)}, its DOI is not",) if others else ()
    return Match(_sources(notice, works, by_pmid - others), (), doubts)


def _sources(notice: Listed, works: Works, concerned: set[int]) -> tuple[tuple[Known, str], ...]:
    found = []
    for work in sorted(concerned):
        for source in works.members[work]:
            if source.doi is not None and source.doi in notice.dois:
                found.append((source, DOI))
            elif source.pmid is not None and source.pmid in notice.pmids:
                found.append((source, PMID))
    return tuple(found)


def _keys(works: Works, chosen: set[int]) -> str:
    return " and ".join(visible(works.key(work)) for work in sorted(chosen))
