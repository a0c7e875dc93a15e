"""The checks by name, each with its figures and an example: one table for the command's options and its JSON lines."""

from collections.abc import Mapping
from typing import Final

from evidence.numbers.debit import debit
from evidence.numbers.directions import direction
from evidence.numbers.fields import Check, Field, Kind
from evidence.numbers.grim import grim, grim_percentage
from evidence.numbers.grimmer import grimmer
from evidence.numbers.interval_and_p import ci_p
from evidence.numbers.intervals import ci_shape
from evidence.numbers.scale import sd_limits
from evidence.numbers.sprite import sprite
from evidence.numbers.statcheck import statcheck
from evidence.numbers.totals import events_within, percentage_of_count, total_of_parts
from evidence.vocab import GoodDirection, Statistic

_MEAN: Final = Field("mean", "The mean.")
_SD: Final = Field("sd", "The standard deviation, of the sample (n - 1).")
_N: Final = Field("n", "How many people.", Kind.COUNT)
_ITEMS: Final = Field("items", "Answers averaged in each person; 1 if not given.", Kind.COUNT, required=False)
_MIN: Final = Field("min", "The least answer of the scale.", Kind.COUNT, of="lowest")
_MAX: Final = Field("max", "The greatest answer of the scale.", Kind.COUNT, of="highest")
_PERCENT: Final = Field("percent", "The percentage; its sign may be missing.")
_EVENTS: Final = Field("events", "How many had the event.", Kind.COUNT)
_ESTIMATE: Final = Field("estimate", "The effect estimate.")
_LOW: Final = Field("low", "The lower end of its interval.")
_HIGH: Final = Field("high", "The upper end of its interval.")
_P: Final = Field("p", "The p value, as .03 or '< .001' or ns.", Kind.P)
_RATIO: Final = Field("ratio", "It is a ratio (RR, OR, HR): log scale, null value 1.", Kind.FLAG, required=False)
_NULL: Final = Field("null", "The value of no effect; else 0, of a ratio 1.", required=False)

_ALL: Final = (
    Check(
        name="statcheck",
        title="A test statistic against its p value.",
        example="--test t --statistic 2.20 --df 28 --p .036",
        fields=(
            Field("test", "The test statistic.", Kind.CHOICE, choices=tuple(str(each) for each in Statistic)),
            Field("statistic", "Its value."),
            _P,
            Field("df", "Its degrees of freedom (none for z).", required=False),
            Field("df2", "The second of F.", required=False),
            Field("one-tailed", "The test was one-tailed.", Kind.FLAG, required=False),
            Field("alpha", "The level of significance; 0.05 if not given.", required=False),
        ),
        run=statcheck,
    ),
    Check(
        name="grim",
        title="A mean of whole numbers.",
        example="--mean 3.48 --n 25",
        fields=(_MEAN, _N, _ITEMS),
        run=grim,
    ),
    Check(
        name="grim-percent",
        title="A percentage of people, its count not printed.",
        example="--percent 70.8 --n 24",
        fields=(_PERCENT, _N),
        run=grim_percentage,
    ),
    Check(
        name="grimmer",
        title="Mean and SD of whole numbers.",
        example="--mean 5.21 --sd 1.6 --n 28",
        fields=(_MEAN, _SD, _N, _ITEMS),
        run=grimmer,
    ),
    Check(
        name="debit",
        title="Mean and SD of zeros and ones.",
        example="--mean 0.53 --sd 0.50 --n 1683",
        fields=(_MEAN, _SD, _N),
        run=debit,
    ),
    Check(
        name="sprite",
        title="Mean and SD of answers on a scale.",
        example="--mean 3.45 --sd 1.19 --n 20 --min 1 --max 5",
        fields=(_MEAN, _SD, _N, _MIN, _MAX, _ITEMS),
        run=sprite,
    ),
    Check(
        name="sd-limits",
        title="The limits of an SD on a scale.",
        example="--mean 4.2 --n 5 --min 1 --max 7",
        fields=(_MEAN, _N, _MIN, _MAX, Field("sd", "The SD to test, if any.", required=False), _ITEMS),
        run=sd_limits,
    ),
    Check(
        name="ci-p",
        title="A confidence interval against its p value.",
        example="--estimate 17 --low 1.4 --high 32.6 --p .032",
        fields=(
            _ESTIMATE,
            _LOW,
            _HIGH,
            _P,
            _RATIO,
            _NULL,
            Field("level", "The level of the interval; 95 % if not given.", required=False),
            Field("df", "Degrees of freedom, for t instead of z.", required=False),
        ),
        run=ci_p,
    ),
    Check(
        name="ci-shape",
        title="A confidence interval: in order, estimate half-way.",
        example="--estimate .81 --low .70 --high .94 --ratio",
        fields=(_ESTIMATE, _LOW, _HIGH, _RATIO),
        run=ci_shape,
    ),
    Check(
        name="total",
        title="Parts, such as arms, and their total.",
        example="--part 25 --part 24 --total 49",
        fields=(
            Field("part", "One part; give each.", Kind.COUNTS, of="parts"),
            Field("total", "The total.", Kind.COUNT),
        ),
        run=total_of_parts,
    ),
    Check(
        name="events",
        title="Events among people.",
        example="--events 17 --n 24",
        fields=(_EVENTS, _N),
        run=events_within,
    ),
    Check(
        name="percentage",
        title="A percentage and its count.",
        example="--percent 70.8 --events 17 --n 24",
        fields=(_PERCENT, _EVENTS, _N),
        run=percentage_of_count,
    ),
    Check(
        name="direction",
        title="Words such as reduced or significant against figures.",
        example="--words reduced --estimate 0.81 --ratio",
        fields=(
            Field("words", "The words about the effect.", Kind.WORDS),
            _ESTIMATE,
            Field("low", "The lower end of its 95 % interval.", required=False),
            Field("high", "The upper end of its 95 % interval.", required=False),
            Field("p", "The p value, where there is no interval.", Kind.P, required=False),
            _RATIO,
            _NULL,
            Field(
                "good",
                "Which way is better.",
                Kind.CHOICE,
                required=False,
                choices=tuple(str(way) for way in GoodDirection),
            ),
        ),
        run=direction,
    ),
)

CHECKS: Final[Mapping[str, Check]] = {check.name: check for check in _ALL}
