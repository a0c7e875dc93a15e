"""Identifiers of an entry in the form in which two of them can be compared: DOI, PMID, PMCID and arXiv's number."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from evidence.bibtex.doi import LONGEST, doi_in, doi_of, without_tex

_PMID: Final = re.compile(r"(?i)\s*(?:pmid\W{0,3}|medline\W{0,3})?0*([1-9]\d{0,8})(?:[.;,\s].*)?", re.DOTALL)
_PMID_ELSEWHERE: Final = re.compile(
    r"(?i)(?:\bpmid\W{0,3}|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/(?:\?term=)?"
    r"|europepmc\.org/[\w/]{0,20}\bmed/|db=pubmed\S{0,80}list_uids=)0{0,3}([1-9]\d{0,8})\b"
)
_PMCID: Final = re.compile(r"(?i)\s*(?:pmcid\W{0,3})?(?:pmc\W{0,3})?0*([1-9]\d{0,8})(?:[.;,\s].*)?", re.DOTALL)
_PMCID_ELSEWHERE: Final = re.compile(r"(?i)\bpmc([1-9]\d{0,8})\b")
_ARXIV_NUMBER: Final = (
    r"((?:0[7-9]|[1-9]\d)(?:0[1-9]|1[0-2])\.\d{4,5}"
    r"|(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs"
    r"|dg-ga|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph"
    r"|q-(?:alg|bio|fin)|quant-ph|solv-int|stat|supr-con)(?:\.[a-z-]{2,17})?/\d{7})(?!\d)"
)
_ARXIV: Final = re.compile(
    r"(?i)\s*(?:https?://)?(?:www\.)?(?:arxiv(?:\.org/(?:abs|pdf|html)/|\W{0,3}))?"
    + _ARXIV_NUMBER
    + r"(?:v\d+)?(?:\.pdf)?\s*(?:\[[\w. -]*\])?\s*"
)
_ARXIV_ELSEWHERE: Final = re.compile(
    r"(?i)arxiv(?:\.org/(?:abs|pdf|html)/|(?: e-?prints?| preprint)?\W{1,3})" + _ARXIV_NUMBER
)
_SUBJECT: Final = re.compile(r"\.[a-z-]+/")
_OF_ANOTHER: Final = re.compile(
    r"(?i)\b(?:errat|corrigend|corrections? (?:to|in|of|for)\b|retract|comment(?:ary|s)? (?:on|in)\b"
    r"|(?:repl(?:y|ies)|responses?) to\b|republi|updated? (?:of|in|from)\b|supplements? to\b|reprint (?:of|in)\b"
    r"|version of\b|translat|see also|published as)"
)
"""A note with one of these words may give the identifier of another work."""
_PUBMED: Final = ("pmid", "pubmed", "pubmedid", "pubmed_id", "pubmed-id")
_PMC: Final = ("pmcid", "pmc")
_NUMBERS: Final = frozenset((*_PUBMED, *_PMC, "arxivid", "arxiv"))
_ADDRESSES: Final = ("url", "eprint", "link", "bdsk-url-1")
_NOTES: Final = ("note", "howpublished", "addendum", "annotation", "annote")
_REMARKS: Final = frozenset({"annotation", "annote"})
_IS_LIST: Final = re.compile(r"(?i)\s*(?:pmid|pmcid|doi|arxiv|issn|isbn)\b")
"""How Zotero's lists of identifiers begin; other remarks of a reader may name other works."""


class Identifiers(NamedTuple):
    """What names one work; none where the entry does not tell."""

    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    arxiv: str | None = None


def identifiers(fields: Mapping[str, str]) -> Identifiers:
    """Give the identifiers of an entry from their own fields, or else from addresses and notes.

    The names of the fields are in small letters. Resolvers' addresses, ``doi:``, TeX's backslashes and the versions
    of preprints are taken off; a note that speaks of an erratum, a reply and the like is passed over.
    """
    get = fields.get
    own = get("doi")
    found = Identifiers(doi_of(own) if own else None)
    if not _NUMBERS.isdisjoint(fields):
        found = Identifiers(
            found.doi,
            _own(_PMID, _PMID_ELSEWHERE, fields, _PUBMED),
            _pmcid(_own(_PMCID, _PMCID_ELSEWHERE, fields, _PMC)),
            arxiv_in(get("arxivid") or get("arxiv") or ""),
        )
    if eprint := get("eprint"):
        found = _completed(found, _from_eprint(fields, eprint[:LONGEST]))
    for name in _ADDRESSES:
        if text := get(name):
            found = _elsewhere(found, text)
    for name in _NOTES:
        if (text := get(name)) and (name not in _REMARKS or _IS_LIST.match(text)):
            told = _elsewhere(found, text)
            if told != found and not _OF_ANOTHER.search(text, 0, LONGEST):
                found = told
    return _with_arxiv(found)


def _own(
    pattern: re.Pattern[str],
    elsewhere: re.Pattern[str],
    fields: Mapping[str, str],
    names: tuple[str, ...],
) -> str | None:
    for name in names:
        text = fields.get(name, "")[:LONGEST]
        if (match := pattern.fullmatch(text) or elsewhere.search(text)) is not None:
            return match[1]
    return None


def _pmcid(number: str | None) -> str | None:
    return None if number is None else f"PMC{number}"


def _completed(found: Identifiers, other: Identifiers) -> Identifiers:
    return Identifiers(*(one or two for one, two in zip(found, other, strict=True)))


def _from_eprint(fields: Mapping[str, str], text: str) -> Identifiers:
    """Read ``eprint`` by what ``eprinttype`` or ``archiveprefix`` says of it; arXiv's where neither is there."""
    kind = (fields.get("eprinttype") or fields.get("archiveprefix") or "arxiv").strip(" {}").lower()
    if kind == "arxiv":
        subject = fields.get("primaryclass") or fields.get("eprintclass")
        bare = text.strip()
        return Identifiers(arxiv=arxiv_of(f"{subject.strip()}/{bare}" if subject and bare.isdecimal() else text))
    if kind in {"pubmed", "pmid", "medline"} and (match := _PMID.fullmatch(text)) is not None:
        return Identifiers(pmid=match[1])
    if kind in {"pmc", "pmcid"} and (match := _PMCID.fullmatch(text)) is not None:
        return Identifiers(pmcid=f"PMC{match[1]}")
    return Identifiers(doi_of(text)) if kind == "doi" else Identifiers()


def _elsewhere(found: Identifiers, value: str) -> Identifiers:
    """Add what an address or a note names, unless the entry told it better before."""
    doi, pmid, pmcid, arxiv = found
    lower = value[:LONGEST].lower()
    if doi is None and "10." in lower and "preprint" not in lower:
        doi = doi_in(without_tex(value))
    if pmid is None and ("pmid" in lower or "pubmed" in lower or "/med/" in lower):
        pmid = _number(_PMID_ELSEWHERE, value)
    if pmcid is None and "pmc" in lower:
        pmcid = _pmcid(_number(_PMCID_ELSEWHERE, value))
    if arxiv is None and "arxiv" in lower:
        arxiv = arxiv_in(value)
    return Identifiers(doi, pmid, pmcid, arxiv)


def _number(pattern: re.Pattern[str], value: str) -> str | None:
    match = pattern.search(without_tex(value))
    return None if match is None else match[1]


def _with_arxiv(found: Identifiers) -> Identifiers:
    """Take arXiv's number from the DOI that arXiv itself gives, ``10.48550/arXiv.2101.00001``."""
    if found.arxiv is None and found.doi is not None and found.doi.startswith("10.48550/arxiv."):
        return found._replace(arxiv=arxiv_in(found.doi))
    return found


def arxiv_of(value: str) -> str | None:
    """Give arXiv's number in a value that holds nothing else, without its version; else none."""
    match = _ARXIV.fullmatch(value[:LONGEST])
    return None if match is None else _SUBJECT.sub("/", match[1].lower())


def arxiv_in(value: str) -> str | None:
    """Give the number that follows arXiv's name in a text, or that stands there alone."""
    match = _ARXIV_ELSEWHERE.search(value, 0, LONGEST)
    return arxiv_of(value) if match is None else _SUBJECT.sub("/", match[1].lower())
