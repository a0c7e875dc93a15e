"""Pairs of different works that look alike: preprints, notices, parts, yearly reports, companion papers."""

from collections.abc import Callable
from random import Random
from typing import Final

from paired.records import Record, in_journal, record
from paired.titles import Make, changed

Other = Callable[[Record, Random, Make], tuple[Record, Record] | None]
"""Gives two works made of one, or none if that one does not lend itself to it."""


def _beside(one: Record, random: Random, **changes: str | int | tuple[tuple[str, str], ...]) -> Record:
    """Give another work in the same journal, a little later."""
    if not one.journal:
        one = one._replace(first=one.first and str(int(one.first) + 10), last="")
        return one._replace(doi=_next(one.doi, random))._replace(**changes)  # type: ignore[arg-type]  # names of the class
    later = random.randint(1, 3)
    volume = str(int(one.volume) + (later == 3))
    pages = _later_pages(one, random)
    moved = one._replace(
        volume=volume, issue=one.issue and str(random.randint(1, 12)), first=pages[0], last=pages[1],
        doi=_next(one.doi, random), pmid=one.pmid and str(int(one.pmid) + random.randint(1, 90_000)),
    )  # fmt: skip
    return moved._replace(**changes)  # type: ignore[arg-type]  # names of the class


def _next(doi: str, random: Random) -> str:
    return doi and f"{doi[:-1]}{random.randint(10, 99)}"


def _later_pages(one: Record, random: Random) -> tuple[str, str]:
    if one.last.isdecimal():
        first = int(one.last) + random.randint(1, 300)
        return str(first), str(first + random.randint(1, 9))
    digits = "".join(letter for letter in one.first if letter.isdigit()) or "1"
    return one.first.replace(digits, str(int(digits) + random.randint(1, 999))), ""


def preprint_and_article(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give a preprint and its article."""
    server = random.choice(("bioRxiv", "medRxiv", "arXiv", "SSRN Electronic Journal"))
    year = max(2010, one.year)
    number = f"{random.randint(10, 24)}{random.randint(1, 12):02d}.{random.randint(1000, 29_999):05d}"
    early = Record(
        "misc" if server == "arXiv" else "article", one.title, one.authors, year - random.randint(0, 1),
        journal="" if server == "arXiv" else server, abbreviation=server,
        doi=f"10.1101/{year}.01.{random.randint(10, 28)}.{random.randint(10**6, 10**7)}" if "Rxiv" in server else "",
        arxiv=number if server == "arXiv" else "",
    )  # fmt: skip
    return early, one._replace(year=year)


def notice(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give an article and a notice on it."""
    said = random.choice(
        ("Erratum: {}", "Correction to: {}", "Correction: {}", "Corrigendum to “{}”", "{}: Erratum", "Retraction: {}",
         "Author Correction: {}", "Retraction notice to “{}”", "Expression of Concern: {}", "Addendum: {}"),
    )  # fmt: skip
    return one, _beside(one, random, title=said.format(one.title), year=one.year + random.randint(0, 1))


def reply(one: Record, random: Random, make: Make) -> tuple[Record, Record] | None:
    """Give an article and a comment or reply."""
    said = random.choice(
        ("Comment on “{}”", "{}: reply", "Re: {}", "Reply to comments on “{}”", "{}: authors' response",
         "Commentary on: {}", "Letter to the editor regarding {}", "{} — reply"),
    )  # fmt: skip
    authors = one.authors if "repl" in said or "response" in said else record(random, make).authors
    return one, _beside(one, random, title=said.format(one.title), authors=authors)


def parts(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give two parts of one paper."""
    first, second = random.choice(
        ((" I", " II"), (", part 1", ", part 2"), (": Part I", ": Part II"), (". 1", ". 2"), (" (II)", " (III)"),
         (": the first study", ": the second study"), (" III", " IV"), (". Part one", ". Part two")),
    )  # fmt: skip
    main = one.title.rstrip("?.")
    return one._replace(title=main + first), _beside(one, random, title=main + second)


def yearly(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give the reports of two years."""
    pattern = random.choice(
        ("Cancer statistics, {}", "Annual report of the national joint register {}",
         "{} update of the guidelines on sepsis",
         "Standards of medical care in diabetes—{}", "Deaths: final data for {}", "World malaria report {}"),
    )  # fmt: skip
    title, other = pattern.format(one.year), pattern.format(one.year + 1)
    if random.random() < 0.3:
        title = other = "Annual report of the national registry of joint replacement"
    volume = {"volume": str(int(one.volume) + 1)} if one.volume else {}
    pages = {"first": one.first, "last": one.last} if random.random() < 0.3 else {}
    return one._replace(title=title), _beside(one, random, title=other, year=one.year + 1, **volume, **pages)


def other_authors(one: Record, random: Random, make: Make) -> tuple[Record, Record] | None:
    """Give two works of one title by two teams."""
    authors = record(random, make).authors
    if authors[0][0] == one.authors[0][0]:
        return None
    other = (
        _beside(one, random, authors=authors)
        if random.random() < 0.4
        else in_journal(one._replace(authors=authors), random)
    )
    return one, other


def near_title(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give two works of one team on near matters."""
    title = changed(one.title, random)
    return None if title is None else (one, _beside(one, random, title=title, year=one.year + random.randint(0, 1)))


def companion(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give two papers that follow on each other in one issue."""
    title = changed(one.title, random)
    if title is None or not one.last.isdecimal():
        return None
    first = int(one.last) + 1
    return one, one._replace(
        title=title, first=str(first), last=str(first + 8), doi=_next(one.doi, random),
        pmid=one.pmid and str(int(one.pmid) + 1),
    )  # fmt: skip


def of_every_issue(one: Record, random: Random, make: Make) -> tuple[Record, Record] | None:
    """Give two of what comes in every issue."""
    title = random.choice(
        ("Editorial", "Preface", "In this issue", "Letter to the editor", "Introduction", "Book review",
         "From the editors",
         "Obituary", "Correspondence", "Introduction to the special issue", "Editor's note", "Reply", "Contents"),
    )  # fmt: skip
    authors = one.authors if random.random() < 0.6 else record(random, make).authors
    return one._replace(title=title), _beside(one, random, title=title, authors=authors)


def conference_and_article(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give an abstract or a paper of a conference, and the article."""
    if random.random() < 0.5 and one.journal:
        page = f"{random.choice('SAP')}{random.randint(1, 400)}"
        return one, _beside(one, random, issue=f"Suppl {random.randint(1, 3)}", first=page, last="", year=one.year - 1)
    paper = Record(
        "inproceedings", one.title, one.authors, one.year - random.randint(0, 1), first=str(random.randint(1, 700)),
        doi=f"10.1109/conf.{one.year}.{random.randint(10**6, 10**7)}",
        book="Proceedings of the 12th Symposium on Practice",
    )  # fmt: skip
    return paper, in_journal(one._replace(kind="article"), random)


def protocol_and_results(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give a protocol and the results."""
    main = one.title.split(": ")[0].rstrip("?.")
    said = random.choice(
        (
            ": study protocol for a randomised trial",
            ": rationale and design",
            ": a protocol for a review",
            ": a pilot study",
        )
    )
    full = main + random.choice((": a randomised trial", ": results", "", ": a systematic review"))
    return one._replace(title=main + said), _beside(one, random, title=full, year=one.year + random.randint(1, 3))


def book_and_chapter(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give a book and a chapter that bears its title."""
    isbn = "9780306406157"
    doi = f"10.1007/978-{random.randint(1000, 9999)}"
    first = random.randint(1, 300)
    book = Record("book", one.title, one.authors, one.year, isbn=isbn, doi=doi)
    chapter = Record("incollection", one.title, one.authors, one.year, first=str(first), last=str(first + 20),
        isbn=isbn,
        doi=random.choice((doi, f"{doi}_{random.randint(1, 20)}", "")), book=one.title)  # fmt: skip
    return book, chapter


def editions(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give two editions of a book."""
    book = Record("book", one.title, one.authors, one.year, isbn=random.choice(("9780306406157", "")))
    return book, book._replace(year=one.year + random.randint(1, 8), isbn=random.choice(("9781861972712", "")))


def wrong_doi(one: Record, random: Random, make: Make) -> tuple[Record, Record] | None:
    """Give two works to one of which the other's DOI was copied."""
    if not one.doi:
        return None
    title = changed(one.title, random) if random.random() < 0.3 else make(random)
    return None if title is None else (one, _beside(one, random, title=title, doi=one.doi, pmid=""))


def renewed_review(one: Record, random: Random, _: Make) -> tuple[Record, Record] | None:
    """Give a review and its renewal, years later."""
    doi = f"10.1002/14651858.CD{random.randint(1000, 15_000):06d}"
    first = one._replace(
        kind="article", journal="Cochrane Database of Systematic Reviews", abbreviation="Cochrane Database Syst Rev",
        volume="",
        issue=str(random.randint(1, 12)), first=doi[-8:], last="", doi=f"{doi}.pub2",
    )  # fmt: skip
    return first, first._replace(
        year=one.year + random.randint(2, 6), doi=f"{doi}.pub3", pmid=one.pmid and str(int(one.pmid) + 999)
    )


OTHERS: Final[dict[str, Other]] = {
    "preprint and article": preprint_and_article,
    "article and notice": notice,
    "article and reply": reply,
    "parts": parts,
    "yearly reports": yearly,
    "the same title by others": other_authors,
    "a near title by the same": near_title,
    "companion papers": companion,
    "of every issue": of_every_issue,
    "conference and article": conference_and_article,
    "protocol and results": protocol_and_results,
    "book and chapter": book_and_chapter,
    "editions": editions,
    "a wrong DOI copied": wrong_doi,
    "a review and its renewal": renewed_review,
}
