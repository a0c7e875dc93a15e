"""The types of items in other formats, and the entry type of BibTeX for each."""

from typing import Final

OF_RIS: Final = {
    "ABST": "article",
    "BOOK": "book",
    "CHAP": "incollection",
    "CONF": "proceedings",
    "CPAPER": "inproceedings",
    "DICT": "incollection",
    "EBOOK": "book",
    "ECHAP": "incollection",
    "EDBOOK": "book",
    "EJOUR": "article",
    "ENCYC": "incollection",
    "GOVDOC": "techreport",
    "INPR": "article",
    "JFULL": "article",
    "JOUR": "article",
    "MANSCPT": "unpublished",
    "MGZN": "article",
    "NEWS": "article",
    "RPRT": "techreport",
    "SER": "book",
    "STAND": "techreport",
    "THES": "phdthesis",
    "UNPB": "unpublished",
}

OF_CSL: Final = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "review": "article",
    "review-book": "article",
    "standard": "techreport",
    "thesis": "phdthesis",
}

OF_ENDNOTE: Final = {
    "book": "book",
    "book section": "incollection",
    "conference paper": "inproceedings",
    "conference proceedings": "inproceedings",
    "dictionary": "incollection",
    "edited book": "book",
    "electronic article": "article",
    "electronic book": "book",
    "electronic book section": "incollection",
    "encyclopedia": "incollection",
    "government document": "techreport",
    "journal article": "article",
    "magazine article": "article",
    "manuscript": "unpublished",
    "newspaper article": "article",
    "report": "techreport",
    "serial": "book",
    "standard": "techreport",
    "thesis": "phdthesis",
    "unpublished work": "unpublished",
}


def is_of_a_master(words: str) -> bool:
    """Tell a master's thesis by what the item says of its kind."""
    return "master" in words.lower()


def field_of_container(kind: str) -> str:
    """Give the field for the title of what an item of a kind stands in; an empty text if BibTeX has none."""
    if kind == "article":
        return "journal"
    if kind in {"misc", "unpublished"}:
        return ""
    return "booktitle" if kind in {"incollection", "inproceedings"} else "series"
