"""The table by which biblatex lets a part inherit from its whole (the biblatex manual, appendix B)."""

from functools import cache
from typing import Final

_OF_BOOKS: Final = frozenset({"inbook", "bookinbook", "suppbook"})
_PARTS: Final = _OF_BOOKS | {
    *("incollection", "suppcollection", "inreference", "inproceedings", "conference"),
}
_WHOLES: Final = frozenset({"book", "collection", "reference", "proceedings"})
"""biblatex pairs each with its own parts; BibTeX knows no collection, and its users put chapters into books."""
_OF_MANY_VOLUMES: Final = frozenset({"mvbook", "mvcollection", "mvreference", "mvproceedings"})
_OF_PERIODICALS: Final = frozenset({"article", "suppperiodical"})
_TITLES: Final = ("title", "subtitle", "titleaddon")
_DROPPED: Final = ("shorttitle", "sorttitle", "indextitle", "indexsorttitle")

NEVER_AS_DATA: Final = frozenset({"ids", "xdata"})
"""Fields of an entry of data that belong to that entry alone."""
NEVER: Final = NEVER_AS_DATA | {
    *("crossref", "xref", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related"),
    *("relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey"),
    # biblatex inherits these too, but they name the parent, or are a program's own notes on it
    *("doi", "pmid", "pmc", "pmcid", "arxivid", "eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass"),
    *("url", "urldate", "pages", "eid", "article-number", "abstract", "unconfirmed"),
    *("file", "owner", "timestamp", "date-added", "date-modified", "bdsk-url-1", "bdsk-file-1"),
}
"""Fields that no entry inherits by ``crossref``."""
ALIKE: Final = (
    frozenset({"journal", "journaltitle"}),
    frozenset({"address", "location"}),
    frozenset({"school", "institution"}),
    frozenset({"year", "date", "issued"}),
)
"""Fields of which an entry that has one lacks none."""


@cache
def renamed(source: str, target: str) -> dict[str, tuple[str, ...]]:
    """Give the names that fields of one kind of entry take on in another; none for those that are dropped."""
    if source in _OF_MANY_VOLUMES and (target in _PARTS or target in _WHOLES):
        names = _prefixed("main")
    elif source in _WHOLES and target in _PARTS:
        names = _prefixed("book")
    elif source == "periodical" and target in _OF_PERIODICALS:
        names = _prefixed("journal")
    else:
        return {}
    if source in {"book", "mvbook"} and target in _OF_BOOKS:
        names["author"] = ("author", "bookauthor")
    return names


def _prefixed(prefix: str) -> dict[str, tuple[str, ...]]:
    return {name: (prefix + name,) for name in _TITLES} | dict.fromkeys(_DROPPED, ())
