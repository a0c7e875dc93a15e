"""How a record stands in the file of each database: names, journals, pages and identifiers as they spell them."""

import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Final

from paired.records import Person, Record

Fields = dict[str, str]
_TAGS: Final = re.compile(r"</?(?:i|sub|sup)>")
_ACCENTS: Final = {
    "\u0301": "'",
    "\u0300": "`",
    "\u0308": '"',
    "\u0302": "^",
    "\u0303": "~",
    "\u030c": "v ",
    "\u0327": "c ",
}


def bare(text: str) -> str:
    """Take all accents off."""
    text = text.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("ß", "ss")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not "\u0300" <= letter <= "\u036f")


def in_tex(text: str) -> str:
    """Write accents and signs in TeX."""
    parts = unicodedata.normalize("NFD", text)
    found = re.sub(
        r"(\w)([\u0300\u0301\u0302\u0303\u0308\u030c\u0327])", lambda m: f"{{\\{_ACCENTS[m[2]]}{m[1]}}}", parts
    )
    found = (
        found.replace("ø", r"{\o}").replace("ß", r"{\ss}").replace("ł", r"{\l}").replace("&", r"\&").replace("%", r"\%")
    )
    found = _TAGS.sub("", found.replace("<i>", r"\emph{").replace("</i>", "}"))
    return unicodedata.normalize("NFC", re.sub("([α-ω])", _greek_in_tex, found).replace("–", "--"))


def _greek_in_tex(match: re.Match[str]) -> str:
    return f"$\\{unicodedata.name(match[1]).split()[-1].lower()}$"


def _initials(given: str, between: str = "") -> str:
    return between.join(name[0] for name in re.split(r"[\s-]+", given) if name)


def _shortened(last: str, first: str) -> str:
    same = 0
    while len(first) == len(last) and same < len(last) - 1 and first[same] == last[same]:
        same += 1
    return last[same:]


def _base(record: Record, names: list[str], *, journal: str, title: str) -> Fields:
    fields = {"title": title, "author": " and ".join(names), "year": str(record.year)}
    if record.journal:
        fields |= {"journal": journal, "volume": record.volume, "number": record.issue}
    if record.book:
        fields["booktitle"] = record.book
    if record.first:
        fields["pages"] = f"{record.first}--{record.last}" if record.last else record.first
    return {name: value for name, value in fields.items() if value}


def _plain(record: Record) -> str:
    return _TAGS.sub("", record.title)


def _body(person: Person) -> str | None:
    return f"{{{person[0]}}}" if not person[1] else None


def _given_first(person: Person, given: str) -> str:
    return f"{person[0]}, {given}" if " " in person[0] else f"{given} {person[0]}"


def pubmed(record: Record, random: Random) -> Fields:
    """PubMed: ``Smith JA``, abbreviated journal, ``123-8``, a full stop after the title."""
    names = [_body(each) or f"{each[0]}, {_initials(each[1])}" for each in record.authors]
    fields = _base(record, names, journal=record.abbreviation, title=_plain(record) + "." * (random.random() < 0.7))
    if record.last:
        fields["pages"] = f"{record.first}-{_shortened(record.last, record.first)}"
    if record.pmid:
        fields["pmid"] = record.pmid
    if record.doi and random.random() < 0.75:
        fields["doi"] = record.doi
    return fields


def web_of_science(record: Record, random: Random) -> Fields:
    """Web of Science: Title Case, the journal in capitals, article numbers apart, accents lost."""
    names = [_body(each) or f"{bare(each[0])}, {_initials(each[1], '. ')}." for each in record.authors]
    title = re.sub(r"\b[a-z]{4,}", lambda word: word[0].capitalize(), bare(_plain(record)))
    fields = _base(record, names, journal=bare(re.sub(r"\s*\(.*", "", record.journal)).upper(), title=f"{{{title}}}")
    if record.first and not record.last:
        fields["article-number"] = fields.pop("pages")
    if record.doi and random.random() < 0.85:
        fields["doi"] = record.doi.upper() if random.random() < 0.2 else record.doi
    return fields


def scopus(record: Record, random: Random) -> Fields:
    """Scopus: ``Smith, J.A.``, the journal in full, DOI nearly always."""
    names = [_body(each) or f"{each[0]}, {_initials(each[1], '.')}." for each in record.authors]
    title = _plain(record).replace("&", "and") if random.random() < 0.5 else _plain(record)
    fields = _base(record, names, journal=re.sub(r"\s*\(.*", "", record.journal), title=title)
    if "pages" in fields:
        fields["pages"] = fields["pages"].replace("--", "-")
    if record.doi and random.random() < 0.9:
        fields["doi"] = record.doi
    return fields


def zotero(record: Record, random: Random) -> Fields:
    """Better BibTeX: given names, TeX accents, braces round capitals, an address."""
    names = [_body(each) or in_tex(f"{each[0]}, {each[1]}") for each in record.authors]
    title = re.sub(r"\b[A-Z][\w-]*[A-Z0-9][\w-]*", lambda word: f"{{{word[0]}}}", in_tex(record.title))
    fields = _base(record, names, journal=in_tex(record.journal), title=title)
    if record.doi and random.random() < 0.85:
        fields["doi" if random.random() < 0.6 else "url"] = f"https://doi.org/{record.doi}"
    return fields


def crossref(record: Record, random: Random) -> Fields:
    """Crossref: HTML tags in titles, given names in print order, the DOI always, page or number as they come."""
    names = [_body(each) or _given_first(each, each[1]) for each in record.authors]
    fields = _base(record, names, journal=record.journal.replace("&", r"\&"), title=record.title)
    if record.doi:
        fields["doi"] = record.doi
    if random.random() < 0.3:
        fields.pop("number", None)
    return fields


def scholar(record: Record, random: Random) -> Fields:
    """Google Scholar: no identifiers, names cut after a few, small letters in titles."""
    names = [_body(each) or in_tex(f"{each[0]}, {each[1]}") for each in record.authors]
    if len(names) > 9:
        names = [*names[:9], "others"]
    title = re.sub(r"\b([A-Z])([a-z]+)", lambda word: word[1].lower() + word[2], _plain(record))
    fields = _base(
        record,
        names,
        journal=re.sub(r"\s*\(.*", "", record.journal).replace("&", r"\&"),
        title=in_tex(title[0].upper() + title[1:]),
    )
    if random.random() < 0.2:
        fields.pop("pages", None)
    return fields


def ovid(record: Record, random: Random) -> Fields:
    """Ovid: what kind of article it is after the title, one initial, first pages only now and then."""
    names = [_body(each) or f"{bare(each[0])}, {each[1][0]}." for each in record.authors]
    note = random.choice(("", "", " [Review]", " [Review] [33 refs]", " [see comment]", " (Review)"))
    fields = _base(record, names, journal=bare(record.journal), title=bare(_plain(record)) + note)
    if record.last and random.random() < 0.4:
        fields["pages"] = record.first
    if record.doi and random.random() < 0.4:
        fields["doi"] = f"http://dx.doi.org/{record.doi}"
    return fields


def by_hand(record: Record, random: Random) -> Fields:
    """By hand: initials first, whatever abbreviation, often no issue, seldom a DOI."""
    names = [_body(each) or in_tex(_given_first(each, _initials(each[1], ". ") + ".")) for each in record.authors]
    if len(names) > 6 and random.random() < 0.4:
        names = [*names[: random.choice((1, 3, 6))], "others"]
    journal = random.choice((record.abbreviation, record.journal, record.abbreviation.replace(" ", ". ") + "."))
    fields = _base(record, names, journal=journal.replace("&", r"\&"), title=in_tex(record.title))
    if random.random() < 0.5:
        fields.pop("number", None)
    if record.doi and random.random() < 0.25:
        fields["note"] = f"doi:{record.doi}"
    return fields


DATABASES: Final[tuple[Callable[[Record, Random], Fields], ...]] = (
    *(
        pubmed,
        pubmed,
        web_of_science,
        scopus,
        scopus,
        zotero,
        zotero,
        crossref,
        scholar,
        scholar,
        ovid,
        by_hand,
        by_hand,
    ),
)
