"""The layouts of the programs, publishers and persons from whom libraries come, and the keys that they give."""

from random import Random
from typing import Final

from made.layouts import Layout
from made.tex import bare
from made.works import Work


def _fields(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ZOTERO: Final = Layout(
    "zotero",
    _fields(
        "title volume issn url doi abstract language number urldate journal booktitle publisher author"
        " month year eprint archiveprefix isbn note keywords pages file"
    ),
    indent="\t",
    text="escaped",
    tags="zotero",
    protects=True,
    bare=True,
    last_comma=True,
)
_BETTER_BIBTEX: Final = Layout(
    "better",
    _fields(
        "title author date journaltitle shortjournal booktitle publisher volume number pages issn isbn doi eprint"
        " url urldate abstract keywords"
    ),
    text="escaped",
    tags="zotero",
    title="{{{}}}",
    last_comma=True,
)
_MENDELEY: Final = Layout(
    "mendeley",
    _fields(
        "abstract archiveprefix author booktitle doi eprint file isbn issn journal keywords month number pages pmid"
        " publisher title url volume year"
    ),
    indent="",
    text="mendeley",
    title="{{{}}}",
)
_PUBMED: Final = Layout(
    "pubmed",
    _fields("author title journal booktitle publisher year volume number pages month isbn abstract doi pmid"),
    indent="   ",
    equals="=",
    braces=('"', '"'),
    text="outer",
    persons="short",
    joined="  and ",
    title="{{{}}}",
    case=str.title,
    short=True,
)
_NBIB: Final = _PUBMED._replace(persons="pubmed", title="{}", case=str.lower, dash="-", text="unicode")
_ELSEVIER: Final = Layout(
    "elsevier",
    _fields("title journal booktitle volume number pages year issn isbn doi url author publisher keywords abstract"),
    indent="",
    tags="keep",
    persons="forward",
    dash="-",
    doi="https://doi.org/{}",
)
_SPRINGER: Final = Layout(
    "springer",
    _fields("author title journal booktitle publisher year month volume number pages abstract issn isbn doi url"),
    indent="",
    equals="=",
    braces=('"', '"'),
    joined="\nand ",
    case=str.capitalize,
)
_WILEY: Final = Layout(
    "wiley",
    _fields("author title journal booktitle volume number pages keywords doi url publisher abstract year"),
    indent="",
    tags="keep",
    persons="pubmed",
    dash="-",
)
_SCHOLAR: Final = Layout(
    "scholar",
    _fields("title author journal booktitle volume number pages year publisher"),
    equals="=",
    text="tex",
    protects=True,
    names=6,
)
_HAND: Final = Layout(
    "hand",
    _fields("author title journal booktitle volume number pages month year publisher isbn doi url"),
    width=9,
    text="tex",
    tags="tex",
    persons="forward",
    case=str.upper,
    bare=True,
    protects=True,
)
_JABREF: Final = Layout(
    "jabref",
    _fields(
        "author title journal booktitle year month volume number pages publisher isbn issn doi eprint keywords abstract"
        " timestamp"
    ),
    width=13,
    text="escaped",
    tags="tex",
    persons="short",
    bare=True,
    last_comma=True,
)
_SCIENCE: Final = Layout(
    "science",
    _fields("author title journal booktitle publisher year volume number pages month abstract doi issn isbn keywords"),
    indent="",
    text="escaped",
    persons="short",
    joined=" and\n   ",
    case=str.title,
    braces=("{{", "}}"),
    dash="-",
)

_SHARES: Final = {
    _ZOTERO: 24,
    _BETTER_BIBTEX: 6,
    _MENDELEY: 14,
    _PUBMED: 8,
    _NBIB: 2,
    _ELSEVIER: 9,
    _SPRINGER: 4,
    _WILEY: 3,
    _SCHOLAR: 12,
    _HAND: 4,
    _HAND._replace(case=str.lower, text="escaped"): 6,
    _JABREF: 4,
    _SCIENCE: 4,
}
LAYOUTS: Final = tuple(layout for layout, share in _SHARES.items() for _ in range(share))
"""Each as often as its share in a hundred."""


def layout(random: Random) -> Layout:
    """Give one of the layouts by their shares."""
    return LAYOUTS[int(random.random() * len(LAYOUTS))]


_KEYS: Final = {
    "zotero": "{small}_{word}_{year}",
    "better": "{small}{words}{year}",
    "scholar": "{small}{year}{word}",
    "pubmed": "pmid{pmid}",
    "elsevier": "{large}{year}{page}",
    "hand": "{family}:{year}",
    "science": " ISI:{number:015d}",
    "wiley": "doi:{doi}",
}


def key(work: Work, layout: Layout) -> str:
    """Give the key that a program makes for a work; not yet one of its own."""
    family = "".join(filter(str.isalnum, bare(work.authors[0].family)))[:24]
    words = [word for word in bare(work.title).replace("<i>", "").split() if word.isalpha()] or ["Untitled"]
    form = _KEYS.get(layout.name, "{family}{year}")
    if (layout.name == "pubmed" and not work.pmid) or (layout.name == "wiley" and not work.doi):
        form = "{family}{year}"
    return form.format(
        family=family,
        small=family.lower(),
        large=family.upper(),
        word=words[0].lower(),
        words="".join(word.title() for word in words[:3]),
        year=work.year,
        pmid=work.pmid,
        page=work.first,
        number=work.number,
        doi=work.doi,
    )


def letters(number: int) -> str:
    """Give ``""`` for 0, ``a`` for 1, ``z`` for 26, ``aa`` for 27."""
    found = ""
    while number:
        number, letter = divmod(number - 1, 26)
        found = chr(97 + letter) + found
    return found
