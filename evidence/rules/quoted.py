"""A figure that a text quotes beside what lines of evidence report, compared by what it is said to be of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from evidence.dossier import Line, QuotedFigure
from evidence.figures import Figure
from evidence.rules.changes import Change, Way, changes, way_of
from evidence.rules.reported import bears_out, comparable_with, is_percentage, nearest, standing_behind
from evidence.vocab import Measure

_MEASURES: Final = (
    (Measure.RISK_RATIO, r"(?:risk ratio|relative risk|rr)"),
    (Measure.ODDS_RATIO, r"(?:odds ratio|or)"),
    (Measure.HAZARD_RATIO, r"(?:hazards? ratio|hr)"),
    (Measure.INCIDENCE_RATE_RATIO, r"(?:(?:incidence )?rate ratio|irr)"),
    (Measure.RATIO_OF_MEANS, r"(?:ratio of means|rom)"),
)
_NAMED: Final = tuple(
    (measure, re.compile(rf"(?:the )?(?:pooled )?{names}(?: (?:for|of) .*)?")) for measure, names in _MEASURES
)
"""Ratios, which have no unit and no sign; of differences papers use scales and signs of their own."""
_ROUGHLY: Final = r"(?:(?:about|almost|around|approximately|nearly|roughly|some|up to) )?"
_KIND: Final = r"(?:(?:absolute|relative) )?"
_PEOPLE: Final = re.compile(
    r"(?:all |the )?"
    r"(?:adults|children|men|participants|patients|people|persons|responders|subjects|those|users|women)\b"
)
"""Of whom a percentage is a share, as "patients with reduced pain"."""
_LONGEST: Final = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """What lines of evidence have to a figure that a text quotes."""

    agrees: bool
    """Whether one number could stand behind the quoted figure and one that a line reports."""
    perhaps: str
    """What the figure agrees with only if the text means it so, in words; empty where it is nothing."""
    nearest: str
    """The nearest figure that is reported; empty where there is none."""
    differs: bool
    """Whether that is of the same thing, so that the two contradict each other."""


def beside(quote: QuotedFigure, *, statement: str, lines: Sequence[Line], written: Iterable[Figure] = ()) -> Beside:
    """Set a quoted figure beside all that these lines report, and what is written in their words and passages."""
    figure = quote.figure
    alike = [*(one for line in lines for one in comparable_with(figure, line)), *written]
    agrees = any(bears_out(figure, one) for one in alike)
    if not is_percentage(figure):
        return _ratio(quote, lines=lines, alike=alike, agrees=agrees)
    way, all_changes = _way(quote, statement), [change for line in lines for change in changes(line)]
    fitting = [change for change in all_changes if change.fits(way or Way.EITHER)]
    same = [change.told for change in fitting if _is_of(figure, change)]
    if way is None:
        perhaps = f"{same[0]}, and {figure} is not said to be a change" if same and not agrees else ""
        return Beside(agrees=agrees, perhaps=perhaps, nearest=_nearest(figure, alike), differs=bool(alike))
    told = min(fitting or all_changes, key=lambda change: abs(change.size - abs(figure.value)), default=None)
    return Beside(
        agrees=agrees or bool(same),
        perhaps="",
        nearest=_nearest(figure, alike) if told is None else told.told,
        differs=told is not None,
    )


def _ratio(quote: QuotedFigure, *, lines: Sequence[Line], alike: list[Figure], agrees: bool) -> Beside:
    """Compare a plain number; it can differ only where it is said to be a ratio of the kind that a line reports."""
    named = " ".join(quote.of.casefold().split())
    measure = next((measure for measure, names in _NAMED if names.fullmatch(named)), None)
    ratios = [
        line.effect.estimate
        for line in lines
        if measure and line.effect and line.effect.estimate and line.effect.measure is measure
    ]
    turned = [str(ratio) for ratio in ratios if not agrees and _is_turned(quote.figure, ratio)]
    return Beside(
        agrees=agrees,
        perhaps=f"{turned[0]}, of which {quote.figure} is the inverse" if turned else "",
        nearest=_nearest(quote.figure, ratios or alike),
        differs=bool(ratios),
    )


def _way(quote: QuotedFigure, statement: str) -> Way | None:
    """Give which way a quoted percentage is said to go: by what it is of, its sign or the words right beside it."""
    if _PEOPLE.match(quote.of.strip().casefold()):
        return None
    if (way := way_of(quote.of)) is not None:
        return way
    if quote.figure.value < 0:
        return Way.LESS
    told, number = " ".join(statement[:_LONGEST].casefold().split()), re.escape(quote.figure.printed.strip(" <>=%≤≥"))
    here = rf"(?<![\d.,]){number}\s?%"
    if (after := re.search(rf"{here} {_KIND}(\w+)", told)) and (way := way_of(after[1])) is not None:
        return way
    return way_of(told) or Way.EITHER if re.search(rf"\bby {_ROUGHLY}{here}", told) else None


def _is_of(figure: Figure, change: Change) -> bool:
    low, high = standing_behind(figure)
    if figure.value < 0:
        low, high = -high, -low
    return low <= change.most and change.least <= high


def _is_turned(quoted: Figure, reported: Figure) -> bool:
    (low, high), (least, most) = standing_behind(quoted), standing_behind(reported)
    return low > 0 and least > 0 and low * least <= Decimal(1) <= high * most


def _nearest(figure: Figure, reported: Iterable[Figure]) -> str:
    found = nearest(figure, reported)
    return "" if found is None else str(found)
