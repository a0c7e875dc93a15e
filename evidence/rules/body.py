"""The effects that a claim rests on, as one body: those that may be pooled, of lines that are on the very thing."""

import functools
from dataclasses import dataclass, replace
from typing import Final

from evidence.dossier import Claim, Dossier, Line
from evidence.effects.scales import WITHOUT_NULL
from evidence.limits import Limits
from evidence.pooling.fits import by_moments
from evidence.pooling.intervals import Interval
from evidence.pooling.measures import PooledMeasure
from evidence.pooling.pooled import Fit
from evidence.rules.bearing import EFFECTS, evidence
from evidence.rules.chosen import Chosen
from evidence.rules.independence import samples_behind
from evidence.rules.interval import distinct
from evidence.rules.kit import Answer, inconclusive, not_applicable
from evidence.rules.poolable import poolable
from evidence.rules.put_together import are_in_units, kinds
from evidence.rules.words import several
from evidence.vocab import Directness, Role

TOO_FEW: Final = 3
"""Below so many studies nothing can be said of how they differ: with two there is no interval of a prediction, and no
two are left once one is taken out."""

_ELEMENTS: Final = ("population", "intervention", "comparator", "outcome")
_TOLD: Final = ("design", "outcome", "timepoint", "comparator")
"""What is told where it differs. Of people and interventions no two papers say the same; whether they are those of the
claim is for a person to judge."""


@dataclass(frozen=True, kw_only=True, eq=False)
class BodyOfEffects:
    """The effects that are pooled, one of each independent sample; the same as no other."""

    claim: Claim
    chosen: tuple[Chosen, ...]

    @functools.cached_property
    def effects(self) -> list[float]:
        """On the scale of pooling."""
        return [each.result.yi for each in self.chosen]

    @functools.cached_property
    def variances(self) -> list[float]:
        """On the square of it."""
        return [each.result.vi for each in self.chosen]

    @property
    def measure(self) -> PooledMeasure:
        """Of one effect or more."""
        return PooledMeasure(self.chosen[0].result.measure)

    def fit(self, limits: Limits) -> Fit:
        """Give one effect or more pooled by DerSimonian and Laird, with intervals of the level of the limits."""
        return _fit(self, limits.confidence_level / 100)

    @functools.cached_property
    def _keys(self) -> frozenset[tuple[str, str]]:
        return frozenset(key for each in self.chosen if (key := _key(each.line)) is not None)

    def holds(self, line: Line) -> bool:
        """Tell whether the effect of a line is one of several that are pooled."""
        return len(self.chosen) > 1 and _key(line) in self._keys

    def told(self, fit: Fit, interval: Interval, limits: Limits) -> str:
        """Give a pooled effect as papers print it, with how it was pooled."""
        measure = self.measure
        estimate, low, high = (
            distinct(measure.shown(value), int(measure.shown(0)))
            for value in (fit.estimate, interval.low, interval.high)
        )
        ends = f"{limits.confidence_level} % CI {low} to {high} by {interval.method}"
        return f"{measure.measure} {estimate} ({ends}), pooled from {len(self.chosen)} effects"

    @functools.cached_property
    def caveats(self) -> str:
        """What a reader has to know of how they go together, to stand behind a finding; empty where there is nothing.

        The rules pool what persons judged to bear on the claim, and cannot tell whether it makes sense to.
        """
        mixed = [several(count, what) for what in _TOLD if (count := kinds(self.chosen, what)) > 1]
        not_judged = sum(_is_partly_judged(each.line, self.claim) for each in self.chosen)
        told = [
            f"put together: {', '.join(mixed)}" if mixed else "",
            f"whether {not_judged} of them {'is' if not_judged == 1 else 'are'} on the very thing is not judged"
            if not_judged
            else "",
            "see that all are in one unit" if are_in_units(self.chosen) else "",
        ]
        return "".join(f"; {part}" for part in told if part)


def body(dossier: Dossier, *, fewest: int) -> BodyOfEffects | Answer:
    """Give ``fewest`` effects or more of a claim that something has an effect, or why there is no answer.

    Left out are lines on another population, intervention, comparator or outcome, since they differ for that;
    background, which carries no claim; and lines of which nobody judged the direction, since whether they bear on the
    claim is open. A line that was judged to bear on it stays where its directness was not judged: what these rules find
    stands against a claim, and to leave it out would let silence speak for one. ``caveats`` tells of it.
    """
    if dossier.claim.kind not in EFFECTS:
        return not_applicable()
    samples = len(samples_behind(on_the_very_thing(dossier)))
    if samples < fewest:
        return not_applicable()
    found = effects_behind(dossier)
    if found.chosen and found.chosen[0].result.measure in WITHOUT_NULL:
        return not_applicable()
    if len(found.chosen) < fewest:
        told = f"of {several(samples, 'independent sample')} {len(found.chosen)} have an effect that can be pooled"
        return inconclusive(f"{told}, and it takes {fewest}")
    return found


def effects_behind(dossier: Dossier) -> BodyOfEffects:
    """Give the effects of a claim that go together, however many there are, and of whatever kind the claim is."""
    return _chosen(_Same(dossier))


def on_the_very_thing(dossier: Dossier) -> tuple[Line, ...]:
    """Give the lines that may be pooled as far as persons judged them, with figures that can be pooled or without."""
    return tuple(line for line in evidence(dossier) if _is_asked(line))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A dossier that is the same as none but itself, since to compare or hash all that is in one takes long."""

    dossier: Dossier

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.dossier is other.dossier

    def __hash__(self) -> int:
        return id(self.dossier)


def _key(line: Line) -> tuple[str, str] | None:
    return None if line.study is None or line.effect is None else (line.study.key, line.effect.key)


@functools.lru_cache(maxsize=1)
def _fit(behind: BodyOfEffects, level: float) -> Fit:
    """Fit once for all the lines that are asked in turn."""
    return by_moments(behind.effects, behind.variances, level=level)


@functools.lru_cache(maxsize=1)
def _chosen(same: _Same) -> BodyOfEffects:
    """Choose once for all the rules that ask about one claim in turn; a dossier never changes."""
    lines = on_the_very_thing(same.dossier)
    return BodyOfEffects(claim=same.dossier.claim, chosen=poolable(replace(same.dossier, lines=lines)).chosen)


def _is_asked(line: Line) -> bool:
    is_direct = Directness.INDIRECT not in (line.population, line.intervention, line.comparator, line.outcome)
    return is_direct and line.direction is not None and line.role is not Role.BACKGROUND


def _is_partly_judged(line: Line, claim: Claim) -> bool:
    """Tell whether nobody judged a line on something that its claim names."""
    return any(getattr(line, element) is None and getattr(claim, element) is not None for element in _ELEMENTS)
