"""A pooled effect told to machines says by which model its effects are weighed, and draws the intervals of the plot."""

import json

import pytest

from evidence.pooling.intervals import IntervalMethod
from evidence.pooling.pool import pool
from evidence.pooling.pooled import Model
from evidence.report.forest import forest
from evidence.report.pool import to_machine, to_text
from evidence.rules.examples import claim, effect, line, source
from evidence.rules.poolable import poolable

TRIALS = (("0.49", "0.29", "0.84"), ("0.90", "0.80", "1.01"), ("0.002", "0.0001", "0.04"))


def pooled_of(*trials):
    dossier = claim(
        *(
            line(source(f"trial{place}zinc"), design="randomized", n=100, result=effect("HR", estimate, ci=(low, high)))
            for place, (estimate, low, high) in enumerate(trials)
        )
    )
    found = poolable(dossier)
    return dossier.claim, found, pool([chosen.row for chosen in found.chosen])


@pytest.mark.parametrize("model", list(Model))
def test_weights_are_those_of_the_model_that_is_drawn(model):
    asked, found, pooled = pooled_of(*TRIALS)
    printed = json.loads(to_machine(asked, found, pooled, model=model))
    assert printed["model"] == model.value
    rows = forest(pooled, model=model).rows
    assert [f"{each['weight']:.1f} %" for each in printed["effects"]] == [row.weight for row in rows[:3]]
    assert [
        f"{each['low']:.2f}, {each['high']:.2f}" in row.effect
        for each, row in zip(printed["effects"][:2], rows, strict=False)
    ] == [True, True]


def test_one_effect_has_all_the_weight_and_is_not_said_to_be_as_printed():
    asked, found, pooled = pooled_of(TRIALS[0])
    printed = json.loads(to_machine(asked, found, pooled))
    assert (printed["model"], [each["weight"] for each in printed["effects"]]) == ("common effect", [100])
    text = to_text(asked, found, pooled, model=Model.REML, method=IntervalMethod.WALD, width=80, encoding="utf-8")
    assert "One effect: nothing is pooled.\n" in text
    assert "as it is" not in text
    assert "drawn anew from their variances" in text
    assert "0.49 [0.29, 0.83]" in text  # printed to 0.84
