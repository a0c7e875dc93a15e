"""A claim's pooled effect with all that was chosen, left out and assumed, for people and for machines."""

import math
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import fill
from typing import Any

from evidence.dossier import Claim
from evidence.pooling.intervals import IntervalMethod
from evidence.pooling.measures import PooledMeasure
from evidence.pooling.pooled import Model, PooledEffect, Study
from evidence.pooling.table import lines
from evidence.report import forest_text, leaning, words
from evidence.report.forest import forest
from evidence.report.json_text import to_json
from evidence.rules.chosen import Chosen, Poolable
from evidence.text import visible


def to_text(
    claim: Claim,
    poolable: Poolable,
    pooled: PooledEffect,
    *,
    model: Model,
    method: IntervalMethod,
    width: int,
    encoding: str,
) -> str:
    """Give the forest plot, and below it in sentences what was not pooled and what has to be known of the rest."""
    told = [f"{words.name(claim.key)}  {words.prose(claim.statement)}", ""]
    if pooled.studies:
        plot = forest(pooled, model=model, method=method)
        told += [forest_text.to_text(plot, width=width, encoding=encoding).rstrip("\n"), ""]
    told += [fill(visible(note), width) for note in (*leaning.of(pooled), *pooled.notes, *poolable.notes)]
    for head, parts in (("How effects were made:", _made(poolable)), ("Left out:", _left_out(poolable))):
        listed = [fill(part, width, initial_indent="  ", subsequent_indent="    ") for part in parts]
        told += ["", head, *listed] if listed else []
    return "\n".join(told) + "\n"


def _made(poolable: Poolable) -> Iterator[str]:
    for chosen in poolable.chosen:
        inputs = ", ".join(map(str, chosen.result.inputs))
        told = "; ".join((f"from {inputs}", *chosen.result.assumptions))
        yield visible(f"{words.name(chosen.row.label)}: {told}")


def _left_out(poolable: Poolable) -> Iterator[str]:
    for left in poolable.left_out:
        yield visible(f"{words.name(left.name)}: {left.reason}")


def to_machine(asked: Claim | str, poolable: Poolable, pooled: PooledEffect, *, model: Model = Model.REML) -> str:
    """Give all of it as JSON, of the schema ``evidence/pool/1``; what is beyond any number is null.

    Asked is a claim, or the text of a query. The weights are those of a model; one study alone has all of it in any.
    """
    measure, fit = pooled.measure, pooled.fit(model) or pooled.common
    weights = fit.weights if fit else ()
    return to_json(
        {
            "schema": "evidence/pool/1",
            "claim": None if isinstance(asked, str) else _claim(asked),
            "query": asked if isinstance(asked, str) else None,
            "measure": None if measure is None else str(measure.measure),
            "scale": None if measure is None else measure.scale.value,
            "level": pooled.level,
            "model": None if fit is None else str(fit.model),
            "effects": [
                _effect(chosen, study, weight=weight, measure=PooledMeasure(study.row.measure))
                for chosen, study, weight in zip(poolable.chosen, pooled.studies, weights, strict=True)
            ],
            "figures": [{name: _finite(value) for name, value in asdict(line).items()} for line in lines(pooled)],
            "left_out": [
                {
                    "study": left.line.study.key if left.line.study else None,
                    "source": left.line.source.key,
                    "reason": left.reason,
                }
                for left in poolable.left_out
            ],
            "notes": [*pooled.notes, *poolable.notes],
        }
    )


def _claim(claim: Claim) -> dict[str, str]:
    return {"document": claim.document, "key": claim.key, "statement": claim.statement}


def _effect(chosen: Chosen, study: Study, *, weight: float, measure: PooledMeasure) -> dict[str, Any]:
    result = chosen.result
    return {
        "study": chosen.row.label,
        "source": chosen.line.source.key,
        "effect": chosen.effect.key,
        "outcome": chosen.effect.outcome,
        "timepoint": chosen.effect.timepoint,
        "intervention": chosen.effect.intervention,
        "comparator": chosen.effect.comparator,
        "n": chosen.row.n,
        "estimate": _finite(result.estimate),
        "low": _finite(measure.shown(study.low)),
        "high": _finite(measure.shown(study.high)),
        "weight": weight,
        "yi": result.yi,
        "vi": result.vi,
        "good": None if result.good is None else str(result.good),
        "formula": result.formula,
        "inputs": [{"name": one.name, "printed": one.printed} for one in result.inputs],
        "assumptions": list(result.assumptions),
        "formula_source": result.source,
    }


def _finite(value: Any) -> Any:  # noqa: ANN401 - a figure, or a word
    return None if isinstance(value, float) and not math.isfinite(value) else value
