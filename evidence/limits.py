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
        "Dechartres 2013, BMJ 346:f2304: trials under 50 patients showed effects 48 % larger than those of 1,000",
    )
    fewest_samples: int = _limit(
        2,
        "independent samples that a claim needs",
        "GRADE handbook 5.2: consistency can be judged across studies only, so one study leaves it unknown",
    )
    worst_level: int = _limit(
        2,
        "OCEBM level, above which a design is below what the claim needs",
        "OCEBM Levels of Evidence Working Group, The Oxford 2011 Levels of Evidence",
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
