"""How programs, publishers and persons lay an entry out."""

from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple

from made.persons import spelt
from made.tex import written
from made.works import Work

_MONTHS: Final = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TAGS: Final = {
    "keep": ("<i>", "</i>", "<sub>", "</sub>"),
    "drop": ("", "", "", ""),
    "zotero": ("\\textit{", "}", "\\textsubscript{", "}"),
    "tex": ("{\\em ", "}", "$_", "$"),
}


class Layout(NamedTuple):
    """One way to write an entry."""

    name: str
    fields: tuple[str, ...]
    """In their order; what a work has not is left out."""
    indent: str = "  "
    equals: str = " = "
    width: int = 0
    """To which the names of fields are filled up."""
    braces: tuple[str, str] = ("{", "}")
    text: str = "unicode"
    """The style of accents and signs."""
    tags: str = "drop"
    persons: str = "full"
    joined: str = " and "
    title: str = "{}"
    case: Callable[[str], str] = str.lower
    dash: str = "--"
    doi: str = "{}"
    short: bool = False
    """With journals by their abbreviation."""
    bare: bool = False
    """With years and months that stand without braces."""
    protects: bool = False
    """With capitals in the title in braces."""
    names: int = 99
    """Authors before ``and others``."""
    last_comma: bool = False


class Telling(NamedTuple):
    """A work, the layout in which it is told, and chance for what is told now and then."""

    work: Work
    layout: Layout
    random: Random


def lines(work: Work, layout: Layout, random: Random) -> list[str]:
    """Give the fields of a work, a line each, without commas."""
    told = Telling(work, layout, random)
    found = []
    opened, closed = layout.braces
    for name in layout.fields:
        value = _FIELDS[name](told)
        if value:
            shown = name if (names := _NAMES.get(name)) is None else names.get(work.kind, name)
            start = f"{layout.indent}{layout.case(shown):{layout.width}}{layout.equals}"
            if layout.bare and (name == "year" or (name == "month" and value in _MONTHS)):
                found.append(f"{start}{value}")
            elif value[0] == "@":
                found.append(f"{start}{value[1:]}")
            else:
                found.append(f"{start}{opened}{value}{closed}")
    return found


_NAMES: Final = {
    "publisher": {"phdthesis": "school", "techreport": "institution", "misc": "howpublished"},
}
"""What a field is called in other kinds of entries."""


def _text(text: str, layout: Layout) -> str:
    if "<" in text:
        italic, upright, low, normal = _TAGS[layout.tags]
        text = text.replace("<i>", italic).replace("</i>", upright).replace("<sub>", low).replace("</sub>", normal)
        if layout.tags == "keep":
            return text.replace(" & ", " &amp; ")
    return written(text, layout.text)


def _title(told: Telling) -> str:
    title = _text(told.work.title, told.layout)
    if told.layout.protects:
        title = " ".join(
            f"{{{word}}}" if not word[1:].islower() and word[1:].lower() != word[1:] and "\\" not in word else word
            for word in title.split(" ")
        )
    return told.layout.title.format(title)


def _author(told: Telling) -> str:
    names = [spelt(person, told.layout.persons) for person in told.work.authors[: told.layout.names]]
    if len(told.work.authors) > told.layout.names:
        names.append("others")
    return written(told.layout.joined.join(names), told.layout.text)


def _journal(told: Telling) -> str:
    if told.work.journal is None:
        return ""
    if told.layout.name == "hand" and told.random.random() < 0.6:
        return f"@{told.work.journal.macro}"
    return _text(told.work.journal.short if told.layout.short else told.work.journal.name, told.layout)


def _pages(told: Telling) -> str:
    if not told.work.last:
        return told.work.first
    last = told.work.last
    if told.layout.dash == "-" and len(last) == len(told.work.first) > 2 and last[0] == told.work.first[0]:
        last = last[1:]
    return f"{told.work.first}{told.layout.dash}{last}"


def _date(told: Telling) -> str:
    return f"{told.work.year}-{told.work.month:02d}" if told.work.month else f"{told.work.year}"


def _month(told: Telling) -> str:
    name = _MONTHS[told.work.month]
    if name and told.layout.name == "hand" and told.random.random() < 0.3:
        return f'@"{1 + told.work.number % 28}~" # {name}'
    return name if told.layout.bare or told.layout.name == "mendeley" else name.title()


def _url(told: Telling) -> str:
    if told.work.doi and told.layout.name != "zotero":
        return f"https://doi.org/{told.work.doi}"
    if told.random.random() < 0.1:
        return f"http://www.example.org/~{told.work.number % 50}/papers?id={told.work.number}&lang=en%20GB"
    return f"https://www.example.org/articles/{told.work.number}"


def _doi(told: Telling) -> str:
    return (
        told.layout.doi.format(told.work.doi.replace("_", r"\_") if told.layout.text == "mendeley" else told.work.doi)
        if told.work.doi
        else ""
    )


_FIELDS: Final[dict[str, Callable[[Telling], str]]] = {
    "title": _title,
    "author": _author,
    "journal": _journal,
    "journaltitle": lambda told: _text(told.work.journal.name, told.layout) if told.work.journal else "",
    "shortjournal": lambda told: told.work.journal.short if told.work.journal else "",
    "booktitle": lambda told: _text(told.work.book, told.layout),
    "publisher": lambda told: _text(told.work.publisher, told.layout) if told.work.kind != "article" else "",
    "year": lambda told: str(told.work.year),
    "month": _month,
    "date": _date,
    "volume": lambda told: told.work.volume,
    "number": lambda told: told.work.issue,
    "pages": _pages,
    "doi": _doi,
    "url": _url,
    "pmid": lambda told: told.work.pmid,
    "issn": lambda told: told.work.journal.issn if told.work.journal else "",
    "isbn": lambda told: told.work.isbn,
    "eprint": lambda told: told.work.arxiv,
    "archiveprefix": lambda told: "arXiv" if told.work.arxiv else "",
    "abstract": lambda told: _text(told.work.abstract, told.layout),
    "keywords": lambda told: ", ".join(told.work.keywords),
    "note": lambda told: f"PMID: {told.work.pmid}" if told.work.pmid else "",
    "urldate": lambda told: f"{told.work.year}-{1 + told.work.number % 12:02d}-{1 + told.work.number % 28:02d}",
    "language": lambda told: "en" if told.work.number % 3 else "",
    "file": lambda told: (
        f"Full Text PDF:/home/user/storage/{told.work.number:08X}/{told.work.year}.pdf:application/pdf"
        if told.work.number % 2
        else ""
    ),
    "timestamp": lambda told: f"{told.work.year}.{1 + told.work.number % 12:02d}.{1 + told.work.number % 28:02d}",
}
