"""The limits by which rules judge: each a named setting with its published source."""

from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any, Final

_LARGEST: Final = 1_000_000
"""Beyond any sample, and any ratio that means something."""
_PROBABILITY: Final = (1, 99)
"""In percent: of none and of all there is no quantile."""
_SHARE: Final = (0, 100)
"""In percent."""
_FRACTION: Final = (0, 1)
_RATIO: Final = (1, _LARGEST)


def _limit(default: int | Decimal, meaning: str, source: str, *, within: tuple[int, int] = (0, _LARGEST)) -> Any:  # noqa: ANN401 - as dataclasses.field itself
    return field(default=default, metadata={"meaning": meaning, "source": source, "within": within})


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Every limit, with its default; ``evidence.toml`` overrides one under ``[limits]``."""

    smallest_sample: int = _limit(
        50,
        "participants analysed, below which an effect estimate tends to be exaggerated",
        "Dechartres 2013, BMJ 346:f2304: trials of fewer than 50 patients showed effects 48 % larger than those of "
        "1,000 or more (ratio of odds ratios 0.52, 0.41 to 0.66)",
    )
    fewest_samples: int = _limit(
        2,
        "independent samples that a claim needs",
        "FDA 1998, Providing Clinical Evidence of Effectiveness: as a rule at least two adequate and well-controlled "
        "studies, each convincing on its own",
    )
    worst_level: int = _limit(
        2,
        "OCEBM level, beyond which a design is below what the claim needs",
        "The Oxford 2011 Levels of Evidence: a randomized trial, or an inception cohort for a prognosis, stands at "
        "level 2; the table itself draws no line",
        within=(1, 5),
    )
    confidence_level: int = _limit(
        95,
        "confidence level in percent at which an interval must leave out the null value; also that of an interval "
        "printed without its level",
        "CONSORT 2010, item 17a (Moher 2010, BMJ 340:c869): the effect size and its precision, such as the 95 % "
        "confidence interval",
        within=_PROBABILITY,
    )
    widest_risk_interval: Decimal = _limit(  # noqa: RUF009 - it gives a field
        Decimal(3),
        "times that the upper end of the interval of a ratio of risks, rates or hazards may be its lower end",
        "GRADE guidance 34, Zeng 2022, J Clin Epidemiol 150:216, at second hand: beyond a ratio of 3 for a risk ratio "
        "the optimal information size is hardly met; it is ours to take it for rates and hazards too",
        within=_RATIO,
    )
    widest_odds_interval: Decimal = _limit(  # noqa: RUF009 - it gives a field
        Decimal("2.5"),
        "times that the upper end of the interval of an odds ratio may be its lower end",
        "GRADE guidance 34, Zeng 2022, J Clin Epidemiol 150:216, at second hand: beyond a ratio of 2.5 for an odds "
        "ratio the optimal information size is hardly met",
        within=_RATIO,
    )
    fewest_events: int = _limit(
        300,
        "events in all arms together, below which an effect on how often something happens is imprecise",
        "GRADE guidelines 6, Guyatt 2011, J Clin Epidemiol 64:1283: a rule of thumb, made for a body of evidence, not "
        "for one trial",
    )
    shortest_long_term: int = _limit(
        6,
        "months, of 30 days each, that the long term means at least",
        "ICH E1 1994, The Extent of Population Exposure to Assess Clinical Safety: long-term treatment is that for "
        "longer than 6 months",
    )
    longest_at_once: int = _limit(
        60,
        "minutes that a claim of an immediate onset means at most",
        "ours: within the hour is the least strict reading of at once that a reader would not call wrong; no published "
        "limit is known to us",
    )
    most_inconsistency: int = _limit(
        50,
        "percent of the variance of effects (I\N{SUPERSCRIPT TWO}) that may lie between studies",
        "Cochrane Handbook 6.5, section 10.10.2: 50 to 90 % may represent substantial heterogeneity; its bands overlap",
        within=_SHARE,
    )
    inconsistency_p: Decimal = _limit(  # noqa: RUF009 - it gives a field
        Decimal("0.10"),
        "p of Cochran's Q, below which effects differ by more than chance",
        "Cochrane Handbook 6.5, section 10.10.2: 0.10 rather than 0.05, since the test has little power",
        within=_FRACTION,
    )
    fewest_for_prediction: int = _limit(
        11,
        "studies that a prediction interval needs before it is held against a claim",
        "Cochrane Handbook 6.5, section 10.10.4.3: for more than ten studies or so",
    )
    heaviest_study: int = _limit(
        50,
        "percent of the weight of a pooled effect that one study may have",
        "ours: one that has more outweighs all others together; no published limit is known to us",
        within=_SHARE,
    )
    small_study_p: Decimal = _limit(  # noqa: RUF009 - it gives a field
        Decimal("0.10"),
        "p of the regression of effects on their standard errors, below which small studies tell other effects",
        "Egger 1997, BMJ 315:629: 0.1 rather than 0.05, since the test has little power",
        within=_FRACTION,
    )
    planned_power: int = _limit(
        80,
        "percent of trials that have to find an effect that is there, where each has the optimal information size",
        "GRADE guidelines 6, Guyatt 2011, J Clin Epidemiol 64:1283: that of a trial planned as usual, with alpha 0.05 "
        "and beta 0.20",
        within=_PROBABILITY,
    )
    least_fragility: int = _limit(
        4,
        "people who would have to have had the event for a difference to lose its significance",
        "Walsh 2014, J Clin Epidemiol 67:622: of 399 trials in high-impact journals a quarter had 3 or fewer, half 8 "
        "or fewer",
    )
    appreciable_decrease: Decimal = _limit(  # noqa: RUF009 - it gives a field
        Decimal("0.75"),
        "risk ratio, below which a decrease is appreciable",
        "GRADE guidelines 6, Guyatt 2011, J Clin Epidemiol 64:1283: a quarter less, where nothing better is known",
        within=_FRACTION,
    )
    appreciable_increase: Decimal = _limit(  # noqa: RUF009 - it gives a field
        Decimal("1.25"),
        "risk ratio, above which an increase is appreciable",
        "GRADE guidelines 6, Guyatt 2011, J Clin Epidemiol 64:1283: a quarter more, where nothing better is known",
        within=_RATIO,
    )
    large_effect: Decimal = _limit(  # noqa: RUF009 - it gives a field
        Decimal(2),
        "risk ratio, above which an effect is large; so it is below one over it",
        "GRADE guidelines 9, Guyatt 2011, J Clin Epidemiol 64:1311",
        within=_RATIO,
    )
    very_large_effect: Decimal = _limit(  # noqa: RUF009 - it gives a field
        Decimal(5),
        "risk ratio, above which an effect is very large; so it is below one over it",
        "GRADE guidelines 9, Guyatt 2011, J Clin Epidemiol 64:1311",
        within=_RATIO,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitText:
    """A limit as it is shown to a reader."""

    name: str
    value: int | Decimal
    meaning: str
    source: str


def described(limits: Limits) -> dict[str, LimitText]:
    """Give each limit in force by its name, hyphens between the words."""
    return {
        (name := entry.name.replace("_", "-")): LimitText(
            name=name,
            value=getattr(limits, entry.name),
            meaning=entry.metadata["meaning"],
            source=entry.metadata["source"],
        )
        for entry in fields(limits)
    }
