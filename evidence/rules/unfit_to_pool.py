"""Why a line of evidence has no effect that may be pooled with those of others."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.dossier import Dossier, Effect, Line, Study
from evidence.rules.independence import WITHOUT_SAMPLE, pools_several
from evidence.rules.measures import BETWEEN_GROUPS
from evidence.rules.words import brief
from evidence.vocab import Design, FigureStatus, Integrity, Role

_OF_ONE_GROUP: Final = frozenset({Design.SINGLE_ARM, Design.CASE_SERIES, Design.CASE_REPORT})
_OF_NOBODY: Final = frozenset({Design.ANIMAL, Design.IN_VITRO})
_BEFORE: Final = re.compile(r"(?i)\b(?:baseline|before|pre-?treatment)\b")


def unfit(line: Line, told: Line, dossier: Dossier) -> str | None:
    """Give why a line is not pooled, without its full stop; ``told`` is the line with its unconfirmed figures."""
    return next(_reasons(line, told, dossier), None)


def _reasons(line: Line, told: Line, dossier: Dossier) -> Iterator[str]:
    if line.role is Role.CANDIDATE:
        yield "it is a candidate only"
    if line.role is Role.BACKGROUND:
        yield "it serves as background only, which carries no claim"
    if line.source.integrity is Integrity.RETRACTED:
        yield "its source is retracted"
    if told.effect is None or line.study is None:
        yield "no effect of a study is recorded"
    else:
        yield from _of_effect(line, told.effect, line.study, dossier)


def _of_effect(line: Line, effect: Effect, study: Study, dossier: Dossier) -> Iterator[str]:
    if effect.status is FigureStatus.UNCONFIRMED:
        yield "its figures are unconfirmed"
    if pools_several(line):
        yield "it pools several studies itself"
    if study.design in WITHOUT_SAMPLE:
        yield f"a {study.design} analyses nobody itself"
    about, of = dossier.claim.species, _species(line)
    if about is not None and of not in {None, about}:
        yield f"it is of {brief(of or '')}, and the claim of {brief(about)}"
    if effect.measure in BETWEEN_GROUPS and (study.design in _OF_ONE_GROUP or _is_before(effect)):
        yield "it is a change within one group, and not a difference between groups"


def _species(line: Line) -> str | None:
    recorded = None if line.sample is None else line.sample.species
    if recorded is None and line.study is not None and line.study.design in _OF_NOBODY:
        return str(line.study.design)
    return recorded


def _is_before(effect: Effect) -> bool:
    return _BEFORE.search(effect.comparator or "") is not None
