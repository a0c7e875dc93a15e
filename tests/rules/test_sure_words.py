"""Phrases of abstracts, reworded: each that could be held against its figures wrongly is passed over."""

from dataclasses import replace

import pytest

from evidence.rules.examples import arm, effect
from evidence.rules.sure_words import (
    says_that_it_does,
    speaks_of_significance,
    sure_phrase,
    tells_a_direction,
    without_direction,
)
from evidence.vocab import ClaimKind, GoodDirection

ARMS = (arm("rosuvastatin"), arm("no statin"))


def of(outcome="stroke", *, measure="RR", good=None, comparator="placebo", arms=()):
    told = replace(effect(measure, "0.7", comparator=comparator, arms=arms), outcome=outcome)
    return replace(told, good=None if good is None else GoodDirection(good))


@pytest.mark.parametrize(
    ("phrase", "result"),
    [
        ("fewer strokes on rosuvastatin", of()),
        ("fewer strokes than on placebo", of()),
        ("more responded", of("response")),
        ("less pain", of("pain 0-10", measure="MD", good="lower")),
        ("improved", of("pain relief", measure="MD", good="higher")),
        ("improved from baseline", of("pain relief", measure="MD", good="higher")),
        ("fewer strokes than aspirin", of()),
    ],
)
def test_a_plain_phrase_tells_a_direction(phrase, result):
    assert tells_a_direction(phrase, result)


@pytest.mark.parametrize(
    ("phrase", "result"),
    [
        ("fewer strokes on placebo", of()),
        ("fewer strokes without statin", of(comparator=None, arms=ARMS)),
        ("more than half had a stroke", of()),
        ("less than 3 strokes in each arm", of()),
        ("strokes fell more", of()),
        ("more stayed well", of()),
        ("the difference was smaller than that of placebo", of()),
        ("pain fell", of("pain, fall from baseline", measure="MD", good="lower")),
        ("pain fell", of("pain", measure="MD", good="higher")),
        ("pain fell", of("pain", measure="SMD")),
        ("against placebo fewer strokes", of()),
        ("a stroke was rare", of()),
        ("fewer strokes than a third", of()),
        ("worse at baseline", of()),
        ("more strokes before randomisation", of()),
    ],
)
def test_a_phrase_that_may_mean_something_else_tells_none(phrase, result):
    assert not tells_a_direction(phrase, result)


@pytest.mark.parametrize(
    "finding", [None, "", "  . ", "Fewer strokes, more bleeds.", "Fewer strokes but not deaths", "fewer " * 100]
)
def test_what_may_speak_of_several_things_is_no_sure_phrase(finding):
    assert sure_phrase(replace(of(), finding=finding)) is None


def test_a_decimal_point_ends_no_clause():
    assert sure_phrase(replace(of(), finding="Pain fell by 1.5 points.")) == "pain fell by 1.5 points"


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("no significant difference", True),
        ("the arms did not really differ", True),
        ("no side effects", False),
        ("no clinically significant difference", False),
        ("no change of dose", False),
    ],
)
def test_only_words_on_significance_speak_of_it(phrase, told):
    assert speaks_of_significance(phrase) is told


def test_words_of_direction_are_left_out():
    assert without_direction("not significantly better").split() == ["not", "significantly"]


@pytest.mark.parametrize(
    ("kind", "statement", "told"),
    [
        ("benefit", "Statins prevent strokes.", True),
        ("benefit", "People on statins have fewer strokes.", True),
        ("benefit", "Zinc lacks any benefit.", False),
        ("benefit", "Zinc is useless.", False),
        ("benefit", "Zinc is ineffective.", False),
        ("benefit", "Zinc failed to shorten colds.", False),
        ("benefit", "Zinc works as well as vitamin C.", False),
        ("harm", "Statins cause muscle pain.", True),
        ("harm", "Statins do not cause dementia.", False),
        ("harm", "Zinc is safe.", False),
        ("harm", "Nausea is uncommon.", False),
        ("harm", "Bleeding is rarer than on aspirin.", False),
        ("harm", "Nausea is mild.", False),
        ("harm", "Zinc has fewer side effects.", False),
    ],
)
def test_a_claim_that_denies_is_none_that_it_does(kind, statement, told):
    assert says_that_it_does(statement, ClaimKind(kind)) is told
