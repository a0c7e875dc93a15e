"""What kind of work an entry tells of, as far as two entries of one work must agree on it."""

from enum import Enum
from typing import Final

from evidence.bibtex.work import Work
from evidence.journals import comparable


class Form(Enum):
    """The form in which a work came out; its value follows ``one`` in a sentence."""

    ARTICLE = "an article"
    CONFERENCE = "a conference paper"
    CHAPTER = "a chapter"
    BOOK = "a book"
    THESIS = "a thesis"
    REPORT = "a report"
    PREPRINT = "a preprint"
    UNKNOWN = "something else"


_FORMS: Final = {
    "article": Form.ARTICLE,
    "journalarticle": Form.ARTICLE,
    "review": Form.ARTICLE,
    "inproceedings": Form.CONFERENCE,
    "conference": Form.CONFERENCE,
    "incollection": Form.CHAPTER,
    "inbook": Form.CHAPTER,
    "bookinbook": Form.CHAPTER,
    "suppbook": Form.CHAPTER,
    "inreference": Form.CHAPTER,
    "book": Form.BOOK,
    "mvbook": Form.BOOK,
    "booklet": Form.BOOK,
    "collection": Form.BOOK,
    "mvcollection": Form.BOOK,
    "reference": Form.BOOK,
    "proceedings": Form.BOOK,
    "mvproceedings": Form.BOOK,
    "thesis": Form.THESIS,
    "phdthesis": Form.THESIS,
    "mastersthesis": Form.THESIS,
    "report": Form.REPORT,
    "techreport": Form.REPORT,
    "manual": Form.REPORT,
    "preprint": Form.PREPRINT,
    "unpublished": Form.PREPRINT,
}
_BOOK_LIKE: Final = frozenset({Form.BOOK, Form.CHAPTER})
_SERVERS: Final = frozenset({
    "arxiv", "biorxiv", "medrxiv", "chemrxiv", "techrxiv", "psyarxiv", "socarxiv", "edarxiv", "engrxiv",
    "eartharxiv", "ssrn", "preprints", "authorea",
    "arxiv preprint", "research square", "ssrn electronic journal", "osf preprints", "preprints org", "corr", "osf",
    "biorxiv the preprint server for biology", "medrxiv the preprint server for health sciences", "arxiv e prints",
    "cold spring harbor laboratory", "computing research repository", "peerj preprints", "scielo preprints",
})  # fmt: skip
"""Names of journals that are none, as they are compared."""
_PREPRINT_DOIS: Final = (
    "10.48550/arxiv.", *(f"10.1101/{digit}" for digit in range(10)), "10.64898/", "10.21203/rs.",
    "10.2139/ssrn.", "10.31234/osf.io", "10.31235/osf.io", "10.31219/osf.io", "10.31222/osf.io",
    "10.35542/osf.io", "10.20944/preprints", "10.26434/chemrxiv", "10.36227/techrxiv", "10.22541/au.",
    "10.1590/scielopreprints", "10.7287/peerj.preprints",
)  # fmt: skip


def form_of(work: Work, kind: str) -> Form:
    """Give the form of a work: a preprint where its server, or nothing but arXiv's number, tells so."""
    if work.doi is not None:
        if work.doi.startswith(_PREPRINT_DOIS):
            return Form.PREPRINT
    elif work.journal is not None:
        if comparable(work.journal) in _SERVERS:
            return Form.PREPRINT
    elif work.arxiv is not None and work.volume is None and _FORMS.get(kind) in {None, Form.ARTICLE}:
        return Form.PREPRINT
    return _FORMS.get(kind, Form.UNKNOWN)


def is_book_like(kind: str) -> bool:
    """Tell whether an entry of this type may have the ISBN of a book."""
    return _FORMS.get(kind) in _BOOK_LIKE
