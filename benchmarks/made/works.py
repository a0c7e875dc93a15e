"""A made-up published work, and the changes that another database's record of it shows."""

from random import Random
from typing import Final, NamedTuple

from made.journals import JOURNALS, Journal
from made.numbers import doi, isbn, mixed
from made.persons import Person, team
from made.tex import bare
from made.words import SENTENCES, TEMPLATES, WORDS, filled

_KINDS: Final = (
    ("article",) * 72 + ("inproceedings",) * 12 + ("book",) * 4 + ("incollection",) * 4
    + ("misc",) * 4 + ("phdthesis",) * 2 + ("techreport",) * 2
)  # fmt: skip
_PUBLISHERS: Final = (
    "Springer", "Elsevier", "John Wiley & Sons", "Oxford University Press", "Taylor & Francis", "MIT Press", "ACM", "IEEE",
    "Cambridge University Press", "SAGE", "De Gruyter", "Presses Universitaires de France", "Suhrkamp", "Routledge",
)  # fmt: skip
_SCHOOLS: Final = ("Technische Universität München", "University of Oxford", "Université de Montréal", "Lund University",
    "Universidad de Málaga", "MIT", "Uniwersytet Łódzki", "University of Cape Town", "ETH Zürich", "Stanford University",
)  # fmt: skip
_MEETINGS: Final = ("Conference on", "Workshop on", "Symposium on", "Meeting of the Society for")
_TYPICAL_SUBJECTS: Final = tuple(
    word for name in ("task", "topic", "process", "material", "disease", "outcome") for word in WORDS[name]
)


class Work(NamedTuple):
    """A published work; what it has not is empty."""

    number: int
    kind: str
    title: str
    authors: tuple[Person, ...]
    year: int
    month: int = 0
    journal: Journal | None = None
    book: str = ""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    first: str = ""
    last: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    arxiv: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()


def work(number: int, *, seed: int) -> Work:
    """Give the work of a number; the same for the same number and seed."""
    random = Random(seed)
    chance = random.random
    kind = _KINDS[int(chance() * len(_KINDS))]
    title = filled(TEMPLATES[int(chance() * len(TEMPLATES))], random)
    year = 2026 - int(chance() ** 2 * 50)
    made = Work(number, kind, title, team(random), year, month=1 + int(chance() * 12) if chance() < 0.6 else 0)
    journal = None
    code = "acs"
    pages = ("", "")
    if kind == "article":
        journal = JOURNALS[int(chance() ** 1.7 * len(JOURNALS))]
        code = journal.macro
    if kind in {"article", "inproceedings", "incollection"} and chance() < 0.78:
        pages = _pages(random, article=kind == "article")
    has_doi = chance() < {"article": 0.9, "inproceedings": 0.8, "incollection": 0.5, "book": 0.4}.get(kind, 0.1)
    abstract = ""
    if chance() < 0.6:
        abstract = " ".join(SENTENCES[int(chance() * len(SENTENCES))] for _ in range(4 + int(chance() * 9)))
    place = WORDS["place"]
    about = _TYPICAL_SUBJECTS[int(chance() * len(_TYPICAL_SUBJECTS))]
    meeting = f"{_MEETINGS[number % 4]} {about}"
    return made._replace(
        journal=journal,
        book=f"Proceedings of the {year - 1965}th International {meeting.title()}"
        if kind == "inproceedings"
        else f"Handbook of {about}" if kind == "incollection" else "",
        publisher=_SCHOOLS[number % len(_SCHOOLS)]
        if kind in {"phdthesis", "techreport"}
        else f"{_PUBLISHERS[number % len(_PUBLISHERS)]}" if kind != "misc" else f"{place[number % len(place)]}",
        volume=str(year - 1950 - number % 40 if year - 1950 > number % 40 else 1 + number % 90) if journal else "",
        issue=_issue(random) if journal else "",
        first=pages[0],
        last=pages[1],
        doi=doi(number, year=year, code=code) if has_doi else "",
        pmid=str(10_000_000 + mixed(number)) if journal and chance() < 0.5 else "",
        isbn=isbn(number * 37 % 1_000_000_000) if kind in {"book", "incollection"} else "",
        arxiv=f"{year % 100:02d}{1 + number % 12:02d}.{mixed(number) % 100_000:05d}" if kind == "misc" else "",
        abstract=abstract,
        keywords=tuple(
            _TYPICAL_SUBJECTS[int(chance() * len(_TYPICAL_SUBJECTS))] for _ in range(int(chance() * 9) - 3)
        ),
    )  # fmt: skip


def _pages(random: Random, *, article: bool) -> tuple[str, str]:
    first = 1 + int(random.random() ** 2 * 2_400)
    last = first + 1 + int(random.random() * 18)
    if article and random.random() < 0.15:
        return f"e{first + 10_000}", ""
    if article and random.random() < 0.03:
        return f"S{first % 90 + 1}", f"S{first % 90 + 9}"
    return str(first), str(last)


def _issue(random: Random) -> str:
    if random.random() < 0.8:
        return str(1 + int(random.random() * 12))
    return random.choice(("", "", "Suppl 1", "5-6", "3 Pt 1"))


def recorded_again(work: Work, random: Random) -> Work:
    """Give a work as another database records it: the same work, told a little differently."""
    changes: dict[str, object] = {}
    title = work.title
    if random.random() < 0.3:
        title = bare(title)
    if random.random() < 0.25:
        title = title.replace("<i>", "").replace("</i>", "").title() if random.random() < 0.5 else f"{title}."
    if random.random() < 0.12:
        title = title.replace(" and ", " & ", 1)
    if random.random() < 0.06 and ": " in title and len(title.split(": ")[0].split()) > 4:
        title = title.split(": ", maxsplit=1)[0]
    if title != work.title:
        changes["title"] = title
    if random.random() < 0.35:
        changes["doi"] = ""
    if random.random() < 0.05:
        changes["year"] = work.year + 1
    if random.random() < 0.3:
        changes["issue"] = ""
    if random.random() < 0.5:
        changes["abstract"] = ""
    if random.random() < 0.3:
        changes["authors"] = tuple(person._replace(family=bare(person.family)) for person in work.authors)
    return work._replace(**changes)  # type: ignore[arg-type]  # the names are the class's own
