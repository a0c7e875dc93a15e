"""Which format a bibliography is in, told by what stands at its beginning and not by its name."""

import re
from enum import StrEnum
from typing import Final


class Format(StrEnum):
    """A format that is read."""

    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"
    NBIB = "nbib"
    PUBMED_XML = "pubmed-xml"
    ENDNOTE_XML = "endnote-xml"


HEAD: Final = 65_536
"""Characters from the beginning of a file that are looked at."""

_PUBMED_XML: Final = re.compile(r"<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle(?:Set)?)[\s>]")
_ENDNOTE_XML: Final = re.compile(
    r"<xml[\s>]\s*(?:<!--.{0,999}?-->\s*)?<records[\s>]|<records>\s*<record[\s>]", re.DOTALL
)
_RIS: Final = re.compile(r"(?im)^[ \t\ufeff]{0,8}TY {0,4}- {0,4}[A-Z]{2,10}[ \t]*$")
_NBIB: Final = re.compile(r"(?m)^PMID ?- {0,4}\d")
_BIBTEX: Final = re.compile(r"(?m)^[ \t\ufeff]*@[ \t]*\w[\w.:+/-]{0,60}\s{0,9}[{(]")
_CSL_ITEM: Final = re.compile(
    r'"(?:issued|container-title|citation-key|date-parts|DOI|accessed|PMID|journalAbbreviation)"\s{0,9}:'
    r'|"type"\s{0,9}:\s{0,9}"(?:article|article-(?:journal|magazine|newspaper)|bill|book|chapter|dataset|document|entry'
    r"|entry-(?:dictionary|encyclopedia)|figure|graphic|interview|legal_case|legislation|manuscript|map|motion_picture"
    r"|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post|post-weblog"
    r'|regulation|report|review|review-book|software|song|speech|standard|thesis|treaty|webpage)"'
)
_EMPTY_LIST: Final = re.compile(r"\[\s*\]\s*\Z")


def format_of(head: str) -> Format | None:
    """Give the format of a text by its beginning, decoded; none if it is in none that is read.

    Where the lines of two stand in it, as RIS pasted into the note of a BibTeX entry, the earlier one says.
    """
    body = head[:HEAD].lstrip("\ufeff \t\r\n")
    if body.startswith("<"):
        return _of_xml(body)
    if body.startswith(("[", "{")) and (_EMPTY_LIST.match(body) or _CSL_ITEM.search(body)):
        return Format.CSL_JSON
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    tagged = ((Format.RIS, _RIS), (Format.NBIB, _NBIB), (Format.BIBTEX, _BIBTEX))
    found = [(match.start(), format_) for format_, pattern in tagged if (match := pattern.search(body))]
    return min(found)[1] if found else None


def _of_xml(body: str) -> Format | None:
    if _PUBMED_XML.search(body):
        return Format.PUBMED_XML
    return Format.ENDNOTE_XML if _ENDNOTE_XML.search(body) else None
