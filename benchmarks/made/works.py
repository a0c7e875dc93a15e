"""Made-up published works."""

from random import Random
from typing import Final, NamedTuple

from made.journals import JOURNALS, Journal
from made.numbers import arxiv, doi, isbn, mixed
from made.persons import Person, team
from made.titles import SENTENCES, TEMPLATES, filled
from made.words import WORDS

_SHARES: Final = {
    "article": 72,
    "inproceedings": 12,
    "book": 4,
    "incollection": 4,
    "misc": 4,
    "phdthesis": 2,
    "techreport": 2,
}
_KINDS: Final = tuple(kind for kind, share in _SHARES.items() for _ in range(share))
_HAVE_DOI: Final = {"article": 0.9, "inproceedings": 0.8, "incollection": 0.5, "book": 0.4}
_PUBLISHERS: Final = """Springer
Elsevier
John Wiley & Sons
Oxford University Press
Taylor & Francis
MIT Press
ACM
IEEE
Cambridge University Press
SAGE
De Gruyter
Presses Universitaires de France
Routledge""".splitlines()
_SCHOOLS: Final = """Technische Universität München
University of Oxford
Université de Montréal
Lund University
Universidad de Málaga
MIT
Uniwersytet Łódzki
University of Cape Town
Stanford University""".splitlines()
_MEETINGS: Final = ("Conference on", "Workshop on", "Symposium on", "Meeting of the Society for")
_SUBJECTS: Final = tuple(
    word for name in ("task", "topic", "process", "material", "disease", "outcome") for word in WORDS[name]
)


class Work(NamedTuple):
    """A published work; what it has not is empty."""

    number: int
    """No two works have the same."""
    kind: str
    title: str
    authors: tuple[Person, ...]
    year: int
    month: int = 0
    journal: Journal | None = None
    book: str = ""
    publisher: str = ""
    """Or the school, of a thesis."""
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
    year = 2026 - int(chance() ** 2 * 50)
    made = Work(
        number,
        kind,
        filled(TEMPLATES[int(chance() * len(TEMPLATES))], random),
        team(random),
        year,
        month=1 + int(chance() * 12) if chance() < 0.6 else 0,
        publisher=(_SCHOOLS if kind in {"phdthesis", "techreport"} else _PUBLISHERS)[number % 9],
        doi=doi(number, year=year, code="acs") if chance() < _HAVE_DOI.get(kind, 0.1) else "",
        abstract=_abstract(random) if chance() < 0.6 else "",
        keywords=tuple(_SUBJECTS[int(chance() * len(_SUBJECTS))] for _ in range(int(chance() * 9) - 3)),
    )
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    if kind == "article":
        return _in_journal(made, random)
    if kind == "inproceedings":
        meeting = f"{_MEETINGS[number % 4]} {subject.title()}"
        made = made._replace(book=f"Proceedings of the {year - 1965}th International {meeting}")
    elif kind == "incollection":
        made = made._replace(book=f"Handbook of {subject}", isbn=isbn(number))
    elif kind == "book":
        return made._replace(isbn=isbn(number))
    elif kind == "misc":
        return made._replace(arxiv=arxiv(number, year=year), publisher="")
    return _with_pages(made, random) if made.book else made


def _abstract(random: Random) -> str:
    chance = random.random
    return " ".join([SENTENCES[int(chance() * len(SENTENCES))] for _ in range(4 + int(chance() * 9))])


def _in_journal(made: Work, random: Random) -> Work:
    journal = JOURNALS[int(random.random() ** 1.7 * len(JOURNALS))]
    issue = str(1 + int(random.random() * 12))
    if random.random() < 0.2:
        issue = random.choice(("", "", "Suppl 1", "5-6", "3 Pt 1"))
    made = made._replace(
        journal=journal,
        volume=str(max(made.year - 1950 - made.number % 40, 1)),
        issue=issue,
        doi=doi(made.number, year=made.year, code=journal.macro) if made.doi else "",
        pmid=str(10_000_000 + mixed(made.number)) if random.random() < 0.5 else "",
    )
    chance = random.random()
    first = 1 + int(random.random() ** 2 * 2_400)
    if chance < 0.12:
        return made._replace(first=f"e{first + 10_000}")
    if chance < 0.14:
        return made._replace(first=f"S{first % 90 + 1}", last=f"S{first % 90 + 9}")
    return _with_pages(made, random)


def _with_pages(made: Work, random: Random) -> Work:
    if random.random() < 0.24:
        return made
    first = 1 + int(random.random() ** 2 * 2_400)
    return made._replace(first=str(first), last=str(first + 1 + int(random.random() * 18)))
