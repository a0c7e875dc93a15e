"""What rules ask of the effects behind a claim together."""

import dataclasses
from decimal import Decimal

import pytest

from evidence.limits import Limits
from evidence.rules.body import body
from evidence.rules.examples import arm, effect, line
from evidence.rules.kit import Answer
from evidence.rules.registry import all_rules
from evidence.rules.trials import trial, trials
from evidence.vocab import Outcome

BY_NAME = {rule.name: rule for rule in all_rules()}


def answer(name, dossier, **limits):
    return BY_NAME[name].of_claim(dossier, limits=Limits(**limits))


def test_two_claims_asked_about_in_turn_keep_their_own_effects():
    one, other = trials("1", "2", "3"), trials("4", "5", "6")
    found = [[each.result.yi for each in body(dossier, fewest=3)] for dossier in (one, other, one)]
    assert found == [[1, 2, 3], [4, 5, 6], [1, 2, 3]]


def test_an_answer_stands_for_a_body_that_is_too_small():
    assert isinstance(body(trials("1", "2"), fewest=3), Answer)


def test_lines_on_another_outcome_are_not_put_together():
    dossier = trials("1", "2", "3")
    more = dataclasses.replace(dossier, lines=(*dossier.lines, trial("other", "90", indirect="outcome")))
    assert [each.result.yi for each in body(more, fewest=3)] == [1, 2, 3]


def test_an_arm_of_more_people_than_there_are_is_not_waited_for():
    arms = (arm("zinc", n="2"), arm("placebo", n="999999999999999"))
    endless = line("endless", result=effect("MD", "1", ci=("0", "2"), arms=arms))
    dossier = trials("1", "2", "3")
    more = dataclasses.replace(dossier, lines=(*dossier.lines, endless))
    assert [each.result.yi for each in body(more, fewest=3)] == [1, 2, 3, 1]


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
