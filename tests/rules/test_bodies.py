"""What rules ask of the effects behind a claim together."""

import dataclasses
from decimal import Decimal

import pytest

from evidence.limits import Limits
from evidence.rules.body import body
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.kit import Answer
from evidence.rules.registry import all_rules
from evidence.rules.trials import trial, trials
from evidence.vocab import Direction, Outcome, Role

BY_NAME = {rule.name: rule for rule in all_rules()}


def answer(name, dossier, **limits):
    return BY_NAME[name].of_claim(dossier, limits=Limits(**limits))


def with_also(dossier, *lines):
    return dataclasses.replace(dossier, lines=(*dossier.lines, *lines))


def told(ratio, ends, outcome, time=None, against=None):
    return dataclasses.replace(effect("RR", ratio, ci=ends, time=time, comparator=against), outcome=outcome)


def test_two_claims_asked_about_in_turn_keep_their_own_effects():
    one, other = trials("1", "2", "3"), trials("4", "5", "6")
    found = [body(dossier, fewest=3).effects for dossier in (one, other, one)]
    assert found == [[1, 2, 3], [4, 5, 6], [1, 2, 3]]


def test_an_answer_stands_for_a_body_that_is_too_small():
    assert isinstance(body(trials("1", "2"), fewest=3), Answer)


def test_lines_on_another_outcome_are_not_put_together():
    dossier = trials("1", "2", "3")
    more = dataclasses.replace(dossier, lines=(*dossier.lines, trial("other", "90", indirect="outcome")))
    assert body(more, fewest=3).effects == [1, 2, 3]


def test_background_and_lines_that_nobody_judged_stand_for_nothing():
    """With either of them the three would be told from none no more."""
    more = [
        dataclasses.replace(trial("a", "-20"), direction=None),
        dataclasses.replace(trial("b", "-20"), role=Role.BACKGROUND),
    ]
    dossier = trials("5", "6", "7")
    for one in more:
        assert answer("pooled-effect-includes-null", with_also(dossier, one)).outcome is Outcome.PASS
        judged = dataclasses.replace(one, direction=Direction.NEUTRAL, role=Role.PRIMARY)
        assert answer("pooled-effect-includes-null", with_also(dossier, judged)).outcome is Outcome.FAIL


def test_a_line_of_unjudged_directness_is_put_together_with_others_and_told_of():
    unjudged = dataclasses.replace(trial("a", "-20"), comparator=None)
    dossier = with_also(trials("5", "6", "7"), unjudged)
    assert "; whether 1 of them is on the very thing is not judged" in body(dossier, fewest=2).caveats
    silent = dataclasses.replace(dossier, claim=dataclasses.replace(dossier.claim, comparator=None))
    assert "judged" not in body(silent, fewest=2).caveats


def test_what_is_put_together_is_told_with_a_finding():
    """Colds, fever and rash, a day and five years after, against two things."""
    lines = [
        line(name, result=told(ratio, ends, outcome, time, against))
        for name, ratio, ends, outcome, time, against in (
            ("a", "0.5", ("0.4", "0.6"), "colds", "day 1", "placebo"),
            ("b", "1.5", ("1.2", "1.9"), "fever", "5 years", "placebo"),
            ("c", "1.0", ("0.9", "1.1"), "rash", "day 1", "honey"),
        )
    ]
    mixed = claim(*lines)
    assert body(mixed, fewest=3).caveats == "; put together: 3 outcomes, 2 timepoints, 2 comparators"
    for rule in ("inconsistent-effects", "pooled-effect-includes-null"):
        assert answer(rule, mixed).message.endswith("; put together: 3 outcomes, 2 timepoints, 2 comparators")


def test_a_time_that_is_not_recorded_is_not_another_time():
    lines = [
        line(name, result=told("0.5", ("0.4", "0.6"), "colds", time)) for name, time in (("a", "day 1"), ("b", None))
    ]
    assert body(claim(*lines), fewest=2).caveats == ""


def test_an_arm_of_more_people_than_there_are_is_not_waited_for():
    arms = (arm("zinc", n="2"), arm("placebo", n="999999999999999"))
    endless = line("endless", result=effect("MD", "1", ci=("0", "2"), arms=arms))
    dossier = trials("1", "2", "3")
    more = dataclasses.replace(dossier, lines=(*dossier.lines, endless))
    assert body(more, fewest=3).effects == [1, 2, 3, 1]


def test_inconsistency_of_exactly_half_passes_at_50_and_fails_at_49():
    """Q is 8 on 4 degrees of freedom, 2(k - 1), so that I-squared is 50 %; p is below 0.10."""
    dossier = trials("-1", "-1", "1", "3", "3")
    assert answer("inconsistent-effects", dossier).outcome is Outcome.PASS
    assert answer("inconsistent-effects", dossier, most_inconsistency=49).outcome is Outcome.FAIL


@pytest.mark.parametrize(("limit", "outcome"), [("0.0915", Outcome.PASS), ("0.0916", Outcome.FAIL)])
def test_what_chance_may_account_for_is_no_inconsistency(limit, outcome):
    """Plain arithmetic: Q of 8 on 4 degrees of freedom has the p 5 exp(-4) = 0.09158."""
    dossier = trials("-1", "-1", "1", "3", "3")
    found = answer("inconsistent-effects", dossier, most_inconsistency=49, inconsistency_p=Decimal(limit))
    assert found.outcome is outcome


def test_a_study_of_half_the_weight_carries_nothing_and_one_of_more_does():
    dossier = dataclasses.replace(trials("10"), lines=(trial("a", "10", n=200), trial("b", "10"), trial("c", "10")))
    assert answer("one-study-carries-it", dossier).outcome is Outcome.PASS
    assert answer("one-study-carries-it", dossier, heaviest_study=49).outcome is Outcome.FAIL


def test_more_power_asks_for_more_people():
    """SMD 0.2 takes 786 people at a power of 80 %, and 1,052 at 90 % (plain arithmetic: 2 * 2 * 10.5074 / 0.04)."""
    rule = BY_NAME["below-optimal-information-size"]
    exact = next(example for example in rule.examples if example.name == "exactly the limit")
    found = rule.of_claim(exact.dossier, limits=Limits(planned_power=90))
    assert found.message.endswith("takes 1,052")
