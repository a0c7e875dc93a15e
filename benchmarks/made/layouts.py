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


def field(name: str, value: str, layout: Layout) -> str:
    """Give a field as a line without its comma."""
    opened, closed = layout.braces
    return f"{layout.indent}{layout.case(name):{layout.width}}{layout.equals}{opened}{value}{closed}"


def lines(work: Work, layout: Layout, random: Random) -> list[str]:
    """Give the fields of a work, a line each, without commas."""
    found = []
    opened, closed = layout.braces
    for name in layout.fields:
        value = _FIELDS[name](work, layout, random)
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


def _title(work: Work, layout: Layout, random: Random) -> str:
    title = _text(work.title, layout)
    if layout.protects:
        title = " ".join(
            f"{{{word}}}" if not word[1:].islower() and word[1:].lower() != word[1:] and "\\" not in word else word
            for word in title.split(" ")
        )
    return layout.title.format(title)


def _author(work: Work, layout: Layout, random: Random) -> str:
    names = [spelt(person, layout.persons) for person in work.authors[: layout.names]]
    if len(work.authors) > layout.names:
        names.append("others")
    return written(layout.joined.join(names), layout.text)


def _journal(work: Work, layout: Layout, random: Random) -> str:
    if work.journal is None:
        return ""
    if layout.name == "hand" and random.random() < 0.6:
        return f"@{work.journal.macro}"
    return _text(work.journal.short if layout.short else work.journal.name, layout)


def _pages(work: Work, layout: Layout, random: Random) -> str:
    if not work.last:
        return work.first
    last = work.last
    if layout.dash == "-" and len(last) == len(work.first) > 2 and last[0] == work.first[0]:  # noqa: PLR2004 -- 123-30
        last = last[1:]
    return f"{work.first}{layout.dash}{last}"


def _date(work: Work, layout: Layout, random: Random) -> str:
    return f"{work.year}-{work.month:02d}" if work.month else f"{work.year}"


def _month(work: Work, layout: Layout, random: Random) -> str:
    name = _MONTHS[work.month]
    if name and layout.name == "hand" and random.random() < 0.3:  # noqa: PLR2004 -- a share
        return f'@"{1 + work.number % 28}~" # {name}'
    return name if layout.bare or layout.name == "mendeley" else name.title()


def _url(work: Work, layout: Layout, random: Random) -> str:
    if work.doi and layout.name != "zotero":
        return f"https://doi.org/{work.doi}"
    if random.random() < 0.1:
        return f"http://www.example.org/~{work.number % 50}/papers?id={work.number}&lang=en%20GB"
    return f"https://www.example.org/articles/{work.number}"


def _doi(work: Work, layout: Layout, random: Random) -> str:
    return (
        layout.doi.format(work.doi.replace("_", r"\_") if layout.text == "mendeley" else work.doi) if work.doi else ""
    )


_FIELDS: Final[dict[str, Callable[[Work, Layout, Random], str]]] = {
    "title": _title,
    "author": _author,
    "journal": _journal,
    "journaltitle": lambda work, layout, random: _text(work.journal.name, layout) if work.journal else "",
    "shortjournal": lambda work, layout, random: work.journal.short if work.journal else "",
    "booktitle": lambda work, layout, random: _text(work.book, layout),
    "publisher": lambda work, layout, random: _text(work.publisher, layout) if work.kind != "article" else "",
    "year": lambda work, layout, random: str(work.year),
    "month": _month,
    "date": _date,
    "volume": lambda work, layout, random: work.volume,
    "number": lambda work, layout, random: work.issue,
    "pages": _pages,
    "doi": _doi,
    "url": _url,
    "pmid": lambda work, layout, random: work.pmid,
    "issn": lambda work, layout, random: work.journal.issn if work.journal else "",
    "isbn": lambda work, layout, random: work.isbn,
    "eprint": lambda work, layout, random: work.arxiv,
    "archiveprefix": lambda work, layout, random: "arXiv" if work.arxiv else "",
    "abstract": lambda work, layout, random: _text(work.abstract, layout),
    "keywords": lambda work, layout, random: ", ".join(work.keywords),
    "note": lambda work, layout, random: (
        f"Publisher: {work.publisher}" if work.journal and "&" not in work.publisher else ""
    ),
    "urldate": lambda work, layout, random: f"{work.year}-{1 + work.number % 12:02d}-{1 + work.number % 28:02d}",
    "language": lambda work, layout, random: "en" if work.number % 3 else "",
    "file": lambda work, layout, random: (
        f"Full Text PDF:/home/user/storage/{work.number:08X}/{work.year}.pdf:application/pdf" if work.number % 2 else ""
    ),
    "owner": lambda work, layout, random: "user",
    "timestamp": lambda work, layout, random: f"{work.year}.{1 + work.number % 12:02d}.{1 + work.number % 28:02d}",
}
