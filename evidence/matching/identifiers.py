"""What names a work: the identifiers that two entries share, and those in which they differ."""

from evidence.matching.kinds import Form
from evidence.matching.traits import Traits


def shared_identifier(one: Traits, other: Traits) -> str | None:
    """Give what the identifier is called that both entries give alike; an ISBN names one only of two books."""
    if one.doi is not None and one.doi == other.doi:
        return "DOI"
    if one.pmid is not None and one.pmid == other.pmid:
        return "PMID"
    if one.pmcid is not None and one.pmcid == other.pmcid:
        return "PMCID"
    if one.arxiv is not None and one.arxiv == other.arxiv:
        return "arXiv number"
    if one.isbn and one.form is other.form is Form.BOOK and not set(one.isbn).isdisjoint(other.isbn):
        return "ISBN"
    return None


def differing_identifiers(one: Traits, other: Traits) -> tuple[str, ...]:
    """Give what the identifiers are called that both entries give and that differ."""
    found = []
    if one.doi is not None and other.doi is not None and one.doi != other.doi:
        found.append("DOI")
    if one.pmid is not None and other.pmid is not None and one.pmid != other.pmid:
        found.append("PMID")
    if one.pmcid is not None and other.pmcid is not None and one.pmcid != other.pmcid:
        found.append("PMCID")
    if one.arxiv is not None and other.arxiv is not None and one.arxiv != other.arxiv:
        found.append("arXiv number")
    return tuple(found)
