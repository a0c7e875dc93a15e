"""Arms and effects as they would be read from print, and what a computation is expected to come to."""

import pytest

from evidence.dossier import Arm, Effect
from evidence.effects.estimated import Estimated, NotComputed
from evidence.figures import Figure

EXACT = 1e-9
"""Relative; what is compared with values of mpmath."""


def figures(printed):
    return {name: None if text is None else Figure.parse(text) for name, text in printed.items()}


def arm(name="statin", **printed):
    return Arm(name=name, **figures(printed))


def effect(measure, *arms, good=None, intervention=None, comparator=None, **printed):
    return Effect(
        key="study/effect",
        outcome="death",
        intervention=intervention,
        comparator=comparator,
        measure=measure,
        arms=arms,
        good=good,
        **figures(printed),
    )


def about(value, *, rel=EXACT):
    return pytest.approx(value, rel=rel, abs=0)


def assert_is(result, yi, vi, *, rel=EXACT):
    assert isinstance(result, Estimated), result
    assert (result.yi, result.vi) == (about(yi, rel=rel), about(vi, rel=rel))


def assert_lacks(result, reason, *missing):
    assert isinstance(result, NotComputed), result
    assert reason in result.reason
    assert result.missing == missing
