"""Records of made-up works, as the truth of which each database tells a part."""

from random import Random
from typing import Final, NamedTuple

from made.persons import team

from paired.titles import Make

Person = tuple[str, str]
"""Family and given names."""
_JOURNALS: Final = tuple(
    tuple(line.split(" | "))
    for line in """Annals of Internal Medicine | Ann Intern Med | aim
The Lancet | Lancet | s0140
BMJ (Clinical research ed.) | BMJ | bmj
The New England Journal of Medicine | N Engl J Med | nejm
Journal of the American Medical Association | JAMA | jama
Proceedings of the National Academy of Sciences of the United States of America | Proc Natl Acad Sci U S A | pnas
PLoS ONE | PLoS One | journal.pone
BMC Public Health | BMC Public Health | s12889
Cochrane Database of Systematic Reviews | Cochrane Database Syst Rev | 14651858
European Heart Journal | Eur Heart J | eurheartj
Journal of Clinical Oncology | J Clin Oncol | jco
Diabetes Care | Diabetes Care | dc
International Journal of Epidemiology | Int J Epidemiol | ije
British Journal of Psychiatry | Br J Psychiatry | bjp
Zeitschrift für Gerontologie und Geriatrie | Z Gerontol Geriatr | s00391
Physical Review B | Phys. Rev. B | physrevb
Journal of Applied Physics | J. Appl. Phys. | jap
Nature Communications | Nat Commun | s41467
Journal of Biological Chemistry | J Biol Chem | jbc
Molecular Ecology | Mol Ecol | mec
Journal of Animal Ecology | J Anim Ecol | jane
Communications of the ACM | Commun. ACM | acm
IEEE Transactions on Knowledge and Data Engineering | IEEE Trans. Knowl. Data Eng. | tkde
Artificial Intelligence | Artif. Intell. | artint
American Economic Review | Am Econ Rev | aer
European Sociological Review | Eur Sociol Rev | esr
Past & Present | Past Present | pastj
Journal of Personality and Social Psychology | J Pers Soc Psychol | pspa
Revista de Saúde Pública | Rev Saude Publica | rsp
Scandinavian Journal of Public Health | Scand J Public Health | sjp""".splitlines()
)
_MEETINGS: Final = (
    "International Conference on Data Systems",
    "Workshop on Learning Methods",
    "Symposium on Algorithms",
)


class Record(NamedTuple):
    """All that is true of one work."""

    kind: str
    title: str
    authors: tuple[Person, ...]
    year: int
    journal: str = ""
    abbreviation: str = ""
    volume: str = ""
    issue: str = ""
    first: str = ""
    last: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    arxiv: str = ""
    book: str = ""


def record(random: Random, make: Make) -> Record:
    """Give a work: an article mostly, a conference paper or a thesis now and then."""
    authors = tuple((f"{each.before} {each.family}".strip(), each.given) for each in team(random))
    year = 2025 - int(random.random() ** 1.6 * 45)
    title = make(random)
    chance = random.random()
    if chance < 0.1:
        first = random.randint(1, 900)
        book = f"Proceedings of the {random.randint(2, 40)}th {random.choice(_MEETINGS)}"
        doi = f"10.1145/{random.randint(10**6, 10**7)}.{random.randint(10**6, 10**7)}" if year > 2000 else ""
        return Record("inproceedings", title, authors, year, first=str(first), last=str(first + 9), doi=doi, book=book)
    if chance < 0.12:
        return Record("phdthesis", title, authors[:1], year)
    return in_journal(Record("article", title, authors, year), random)


def in_journal(record: Record, random: Random) -> Record:
    """Give a work with a place in a journal, a DOI if it is not too old, and often a PMID."""
    name, short, code = random.choice(_JOURNALS)
    first, last = _pages(random)
    year = record.year
    return record._replace(
        journal=name,
        abbreviation=short,
        volume=str(max(1, year - 1978 + len(name))),
        issue=str(random.randint(1, 12)) if random.random() < 0.85 else "",
        first=first,
        last=last,
        doi=f"10.{1000 + len(name) * 37}/{code}.{year}.{random.randint(1000, 99999)}" if year > 1996 else "",
        pmid=str(random.randint(7_000_000, 39_999_999)) if random.random() < 0.7 else "",
    )


def _pages(random: Random) -> tuple[str, str]:
    chance = random.random()
    if chance < 0.12:
        return f"e{random.randint(1000, 300_000)}", ""
    if chance < 0.17:
        return str(random.randint(100, 99_999)), ""
    if chance < 0.2:
        first = random.randint(1, 200)
        return f"S{first}", f"S{first + 6}"
    first = random.randint(1, 1900)
    return str(first), str(first + random.randint(1, 18))
