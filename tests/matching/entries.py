"""Entries for the tests of this folder."""

from evidence.bibtex.work import work_of
from evidence.matching.compare import compared
from evidence.matching.traits import traits

ARTICLE = {
    "title": "Effect of statins on all-cause mortality in adults with type 2 diabetes: a randomised controlled trial",
    "author": "Smith, John A. and Müller, Karin and de la Cruz, María",
    "journal": "European Heart Journal",
    "year": "2015",
    "volume": "36",
    "number": "4",
    "pages": "123--128",
}


def told(kind="article", **changes):
    """Give the traits of the article above, changed; a field that is changed to nothing is missing."""
    fields = {name: value for name, value in (ARTICLE | changes).items() if value}
    return traits(work_of(fields)[0], kind)


def verdict(one, other):
    return compared(one, other).verdict.value
