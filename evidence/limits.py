"""The limits by which rules judge: each a named setting with its published source."""

from dataclasses import dataclass, field, fields
from typing import Any


def _limit(default: int, meaning: str, source: str) -> Any:  # noqa: ANN401 - as dataclasses.field itself
    return field(default=default, metadata={"meaning": meaning, "source": source})


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
    )
    confidence_level: int = _limit(
        95,
        "confidence level in percent at which an interval must leave out the null value; also that of an interval "
        "printed without its level",
        "CONSORT 2010, item 17a (Moher 2010, BMJ 340:c869): the effect size and its precision, such as the 95 % "
        "confidence interval",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitText:
    """A limit as it is shown to a reader."""

    name: str
    value: int
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
