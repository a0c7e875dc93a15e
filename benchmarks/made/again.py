"""A work as another database records it: the same work, told a little differently."""

from random import Random
from typing import Final

from made.tex import bare
from made.works import Work

_LONG: Final = 5
"""Words of a title whose subtitle may be left out."""


def recorded_again(work: Work, random: Random) -> Work:
    """Give a work with other capitals, accents, DOI, subtitle, issue or year, as chance will."""
    chance = random.random
    return work._replace(
        title=_title(work.title, random),
        doi="" if chance() < 0.35 else work.doi,
        year=work.year + 1 if chance() < 0.05 else work.year,
        issue="" if chance() < 0.3 else work.issue,
        abstract="" if chance() < 0.5 else work.abstract,
        authors=tuple(person._replace(family=bare(person.family)) for person in work.authors)
        if chance() < 0.3
        else work.authors,
    )


def _title(title: str, random: Random) -> str:
    chance = random.random
    if chance() < 0.3:
        title = bare(title)
    if chance() < 0.12:
        title = title.replace("<i>", "").replace("</i>", "").title()
    if chance() < 0.12:
        title = f"{title}."
    if chance() < 0.12:
        title = title.replace(" and ", " & ", 1)
    main, colon, _ = title.partition(": ")
    return main if colon and len(main.split()) >= _LONG and chance() < 0.15 else title
