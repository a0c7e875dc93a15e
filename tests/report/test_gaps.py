"""What a report counts and in which order it gives claims."""

import datetime as dt

import judged
import pytest

from evidence.dossier import Waiver
from evidence.report.gaps import gaps, reached, supported
from evidence.rules import examples
from evidence.vocab import State


def keys(judgements):
    return [judgement.dossier.claim.key for judgement in judgements]


def test_every_state_is_counted_the_worst_first_zeros_too():
    report = judged.report(*judged.all_states(), judged.claim("bare-too"))
    assert list(report.states.items()) == [
        (State.UNSUPPORTED, 2),
        (State.DISPUTED, 1),
        (State.CONTESTED, 1),
        (State.UNJUDGED, 1),
        (State.WEAK, 1),
        (State.SUPPORTED, 1),
    ]
    assert set(judged.report().states.values()) == {0}


def test_gaps_are_all_but_what_is_supported_the_worst_first_and_else_in_their_order():
    report = judged.report(judged.claim("bare-2"), *judged.all_states(), judged.claim("bare-1"))
    assert keys(gaps(report.judgements)) == ["bare-2", "lonely", "bare-1", "refuted", "fought-over", "open", "frail"]
    assert keys(supported(report.judgements)) == ["sound"]


def test_claims_that_were_not_asked_for_are_skipped():
    assert judged.report(judged.claim("one"), total=7).skipped == 6


@pytest.mark.parametrize(
    ("dossiers", "total", "checked", "answers"),
    [
        (
            (),
            0,
            "0 claims checked, 0 skipped; 4 rules run, 0 not run.",
            "0 pass, 0 fail, 0 inconclusive, 0 not applicable, 0 not run",
        ),
        (
            (judged.claim("one"),),
            3,
            "1 claim checked, 2 skipped; 4 rules run, 0 not run.",
            "0 pass, 1 fail, 0 inconclusive, 1 not applicable, 0 not run",
        ),
        (
            judged.all_states(),
            6,
            "6 claims checked, 0 skipped; 4 rules run, 0 not run.",
            "16 pass, 2 fail, 0 inconclusive, 6 not applicable, 0 not run",
        ),
    ],
)
def test_two_sentences_say_how_much_was_checked_and_which_answers_came_out(dossiers, total, checked, answers):
    assert judged.report(*dossiers, total=total).counts == f"{checked} Answers: {answers}."


def test_a_rule_that_broke_is_named_and_not_counted_as_run():
    report = judged.report(judged.claim("one", examples.line(), examples.line("b")), rules=(judged.BROKEN, judged.BARE))
    assert report.not_run == {"broken": 2}
    assert report.counts == (
        "1 claim checked, 0 skipped; 1 rule run, 1 not run (broken). "
        "Answers: 1 pass, 0 fail, 0 inconclusive, 0 not applicable, 2 not run."
    )
    assert report.answers == {"broken": {"not-run": 2}, "bare": {"pass": 1}}


def test_claims_of_two_documents_are_told_from_claims_of_one():
    one, other = judged.claim("a"), judged.claim("a", document="poster")
    assert not judged.report(one, one).several_documents
    assert judged.report(one, other).several_documents


@pytest.mark.parametrize("worst", list(State))
def test_a_state_is_reached_by_itself_and_by_any_worse(worst):
    places = list(State)
    for dossier, state in zip(judged.all_states(), reversed(places), strict=True):
        assert reached(judged.report(dossier), worst) == (places.index(state) <= places.index(worst))


@pytest.mark.parametrize(
    ("until", "state"), [(dt.date(2026, 1, 15), State.SUPPORTED), (dt.date(2026, 1, 14), State.WEAK)]
)
def test_a_waiver_holds_to_the_end_of_its_last_day(until, state):
    waiver = Waiver(rule="thin", reason="a pilot", by="A. Reader", until=until)
    report = judged.report(judged.claim("one", examples.line(n=20), waivers=(waiver,)))
    assert report.judgements[0].state is state
