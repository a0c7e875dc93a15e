"""What may be asked of an effect, with the study, sample and source behind it."""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

from evidence.dossier import Effect, Line, Sample, Source, Study
from evidence.figures import Figure
from evidence.search.tree import Field, Held, Kind
from evidence.vocab import Blinding, Design, FigureStatus, GoodDirection, Integrity, Measure, SampleUnit

_Value: TypeAlias = str | Figure | int | None
_Get: TypeAlias = Callable[[Line], tuple[Held, ...]]


def _held(*values: _Value) -> tuple[Held, ...]:
    """Give what there is of some values, each as it is compared."""
    there = (value for value in values if value is not None)
    return tuple(Decimal(value) if isinstance(value, int) else value for value in there)


def _effect(get: Callable[[Effect], _Value]) -> _Get:
    return lambda line: _held(None if line.effect is None else get(line.effect))


def _sample(get: Callable[[Sample], _Value]) -> _Get:
    return lambda line: _held(None if line.sample is None else get(line.sample))


def _study(get: Callable[[Study], _Value]) -> _Get:
    return lambda line: _held(None if line.study is None else get(line.study))


def _source(get: Callable[[Source], _Value]) -> _Get:
    return lambda line: _held(get(line.source))


def _journal(line: Line) -> tuple[Held, ...]:
    journal = line.source.journal
    return () if journal is None else _held(journal.title, *journal.other_names)


def _author(line: Line) -> tuple[Held, ...]:
    return line.source.authors


_WORDS: Final[tuple[tuple[str, str, str, _Get, bool], ...]] = (
    ("outcome", "what was measured", 'outcome:"days to recovery"', _effect(lambda one: one.outcome), True),
    ("timepoint", "when it was measured", "timepoint:week", _effect(lambda one: one.timepoint), False),
    ("intervention", "what was given", "intervention:zinc", _effect(lambda one: one.intervention), True),
    ("comparator", "what it was compared with", "comparator:placebo", _effect(lambda one: one.comparator), True),
    ("finding", "what was found, in words", "finding:faster", _effect(lambda one: one.finding), True),
    ("population", "who was analysed", "population:child*", _sample(lambda one: one.population), True),
    ("species", "of which species", "species:human", _sample(lambda one: one.species), False),
    ("country", "where", "country:finland", _sample(lambda one: one.country), False),
    ("title", "of the source", "title:lozenges", _source(lambda one: one.title), True),
    ("journal", "by any of its names", 'journal:"The Lancet"', _journal, False),
    ("author", "a family name", "author:hemila", _author, False),
)
_KEYS: Final[tuple[tuple[str, str, str, _Get], ...]] = (
    ("study", "its key", "study:mossad1996", _study(lambda one: one.key)),
    ("source", "its citation key", "source:mossad1996zinc", _source(lambda one: one.key)),
    ("doi", "of the source", "doi:10.1000/xyz", _source(lambda one: one.doi)),
)
_ONE_OF: Final[tuple[tuple[str, str, str, type[StrEnum], _Get], ...]] = (
    ("measure", "the effect measure", "measure:RR", Measure, _effect(lambda one: one.measure)),
    ("design", "how the study was done", "design:randomized", Design, _study(lambda one: one.design)),
    ("blinding", "who was blinded", "blinding:double-blind", Blinding, _study(lambda one: one.blinding)),
    ("good", "which direction is good", "good:lower", GoodDirection, _effect(lambda one: one.good)),
    ("status", "whether its figures were read", "status:checked", FigureStatus, _effect(lambda one: one.status)),
    ("unit", "what the sample counts", "unit:participants", SampleUnit, _sample(lambda one: one.unit)),
    ("integrity", "what became of the source", "integrity:none", Integrity, _source(lambda one: one.integrity)),
)
_NUMBERS: Final[tuple[tuple[str, str, str, _Get], ...]] = (
    ("n", "the size of the sample", "n:>=50", _sample(lambda one: one.n)),
    ("estimate", "the effect estimate", "estimate:<1", _effect(lambda one: one.estimate)),
    ("low", "the lower end of its interval", "low:>1", _effect(lambda one: one.ci_low)),
    ("high", "the upper end of its interval", "high:<1", _effect(lambda one: one.ci_high)),
    ("p", "the p value", "p:<.05", _effect(lambda one: one.p)),
    ("year", "of the source", "year:2015..2020", _source(lambda one: one.year)),
)
_ALL: Final = (
    *(
        Field(name=name, kind=Kind.WORDS, meaning=meaning, example=example, get=get, is_asked_bare=is_bare)
        for name, meaning, example, get, is_bare in _WORDS
    ),
    *(
        Field(name=name, kind=Kind.KEY, meaning=meaning, example=example, get=get)
        for name, meaning, example, get in _KEYS
    ),
    *(
        Field(
            name=name,
            kind=Kind.ONE_OF,
            meaning=meaning,
            example=example,
            get=get,
            vocabulary=tuple(str(word) for word in vocabulary),
        )
        for name, meaning, example, vocabulary, get in _ONE_OF
    ),
    *(
        Field(name=name, kind=Kind.NUMBER, meaning=meaning, example=example, get=get)
        for name, meaning, example, get in _NUMBERS
    ),
)

EFFECT_FIELDS: Final = {field.name: field for field in _ALL}
"""The fields of an effect by name, as a line of evidence holds them."""
