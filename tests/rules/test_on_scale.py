"""Means and SDs on a scale, and statistics, as the rules see them: what some data give is never called impossible."""

import random
import statistics

import pytest

from evidence.dossier import Scale
from evidence.limits import Limits
from evidence.rules.catalogue import mean_impossible, sd_impossible, statistic_and_p_disagree
from evidence.rules.examples import arm, by_test, claim, effect, line
from evidence.vocab import Outcome


def asked(rule, dossier, limits=None):
    return rule.check(dossier.lines[0], dossier, limits or Limits())


def on_scale(scale, *arms):
    told = tuple(arm(f"arm {place}", mean=mean, sd=sd, n=n) for place, (mean, sd, n) in enumerate(arms))
    return claim(line(result=effect("MD", arms=told, scale=scale)))


def people(chance, scale):
    """Give people's answers, each the mean of its items, drawn from a part of the scale."""
    ends = sorted((chance.randint(scale.low, scale.high), chance.randint(scale.low, scale.high)))
    n = chance.randint(2, 30)
    return [sum(chance.randint(*ends) for _ in range(scale.items)) / scale.items for _ in range(n)]


def test_no_mean_and_sd_of_real_answers_are_called_impossible():
    chance, passed = random.Random(4), 0  # noqa: S311 - a sample, no secret
    for _ in range(2_000):
        low = chance.choice((-3, 0, 0, 1))
        scale = Scale(low=low, high=low + chance.choice((1, 4, 6, 10)), items=chance.choice((1, 1, 2, 5)))
        values = people(chance, scale)
        places = chance.choice((1, 2, 3))
        mean, sd = f"{statistics.mean(values):.{places}f}", f"{statistics.stdev(values):.{places}f}"
        dossier = on_scale(scale, (mean, sd, str(len(values))))
        answers = [asked(rule, dossier).outcome for rule in (mean_impossible, sd_impossible)]
        assert Outcome.FAIL not in answers, (scale, mean, sd, values)
        assert answers[1] is Outcome.PASS
        passed += answers[0] is Outcome.PASS
    assert passed > 500


def test_the_arms_at_fault_are_named_and_those_alone():
    dossier = on_scale(Scale(low=1, high=7), ("5.19", None, "28"), ("5.18", None, "28"), ("5.19", None, "28"))
    answer = asked(mean_impossible, dossier)
    assert answer.outcome is Outcome.FAIL
    assert [told.partition(":")[0] for told in answer.message.split("; arm ")] == ["arm 0", "2"]


def test_an_arm_that_cannot_be_told_leaves_the_line_open_though_another_passes():
    dossier = on_scale(Scale(low=1, high=7), ("5.18", "1.6", None), ("5.18", "1.6", "28"))
    assert asked(mean_impossible, dossier).outcome is Outcome.INCONCLUSIVE
    assert asked(sd_impossible, dossier).outcome is Outcome.INCONCLUSIVE


def test_a_fault_that_a_quick_test_finds_is_told_though_another_test_could_not_be_tried():
    """The greatest SD of three answers from 0 to 10,000 of five items each is known; GRIMMER could not try them all."""
    scale = Scale(low=0, high=10_000, items=5)
    assert asked(sd_impossible, on_scale(scale, ("5000", "9000", "3"))).outcome is Outcome.FAIL
    open_still = asked(sd_impossible, on_scale(scale, ("5000.0", "5000.0", "3")))
    assert open_still.outcome is Outcome.INCONCLUSIVE
    assert "too large to try them all" in open_still.message


def test_hostile_names_and_figures_make_a_harmless_message():
    name = "\x1b[31m" + "x" * 1_000_000
    told = arm(name, mean="9.19", n="28")
    answer = asked(mean_impossible, claim(line(result=effect(arms=(told,), scale=Scale(low=1, high=7)))))
    assert answer.message.isprintable()
    assert len(answer.message) < 300


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (90, "a decision error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .11, and 0.1 lies between"),
        (95, "a decision error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .11, and 0.05 lies between"),
        (99, "an error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .11"),
    ],
)
def test_the_level_decides_what_is_a_decision_error(level, said):
    dossier = claim(line(result=effect(test=by_test("t", "2.20", df="28"), p=".11")))
    assert asked(statistic_and_p_disagree, dossier, Limits(confidence_level=level)).message == said


def test_a_test_of_which_degrees_of_freedom_are_lacking_is_left_open():
    """The database refuses such a row; whoever writes a dossier by hand may still ask."""
    answer = asked(statistic_and_p_disagree, claim(line(result=effect(test=by_test("F", "2.20", df="2"), p=".11"))))
    assert answer.outcome is Outcome.INCONCLUSIVE
    assert answer.message.startswith("F has df and df2")


def test_a_statistic_that_is_a_bound_is_held_against_its_p():
    dossier = claim(line(result=effect(test=by_test("t", "< 1", df="28"), p=".02")))
    assert asked(statistic_and_p_disagree, dossier).outcome is Outcome.FAIL
