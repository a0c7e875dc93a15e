from dataclasses import replace

import pytest

from evidence.rules.examples import claim, effect, line, sample, source, study, without_study
from evidence.rules.poolable import Wanted, poolable
from evidence.vocab import GoodDirection, Measure


def trial(key, estimate="0.7", *, measure="RR", outcome="recovery", time=None, good=None, comparator=None, **told):
    result = effect(measure, estimate, ci=("0.5", "0.98"), time=time, comparator=comparator)
    good = None if good is None else GoodDirection(good)
    return line(key, result=replace(result, key=f"{key}/recovery", outcome=outcome, good=good), **told)


def chosen(found):
    return [each.row.label for each in found.chosen]


def reasons(found):
    return {left.name: left.reason for left in found.left_out}


def test_each_independent_sample_gives_one_effect_of_the_commonest_measure():
    found = poolable(claim(trial("a"), trial("b"), trial("c", measure="OR")))
    assert chosen(found) == ["a", "b"]
    assert reasons(found) == {"c": "it is of the measure OR, and most are of RR; ask for OR to pool it"}
    assert found.notes == ()
    assert [(row.n, row.measure) for row in (each.row for each in found.chosen)] == [(100, Measure.RISK_RATIO)] * 2


@pytest.mark.parametrize(
    ("left", "reason"),
    [
        (trial("z", role="candidate"), "it is a candidate only"),
        (trial(source("z", integrity="retracted"), of_study=study("z")), "its source is retracted"),
        (without_study("z"), "no effect of a study is recorded"),
        (line("z"), "no effect of a study is recorded"),
        (line("z", result=effect("RR", "0.7", ci=("0.5", "0.9"), status="unconfirmed")), "its figures are unconfirmed"),
        (trial("z", design="meta-analysis"), "it pools several studies itself"),
        (line("z", result=effect(estimate="0.7")), "it is not recorded in which measure the effect is"),
    ],
)
def test_what_cannot_be_pooled_is_left_out_with_its_reason(left, reason):
    left = replace(left, effect=left.effect and replace(left.effect, key="z/recovery"))
    found = poolable(claim(trial("a"), left))
    assert chosen(found) == ["a"]
    assert reasons(found) == {"z": reason}


def test_what_was_not_asked_for_is_left_out():
    lines = (
        trial("a", outcome="Relapse", time="6 weeks"), trial("b", outcome="relapse"), trial("c", time="6 weeks"),
    )  # fmt: skip
    found = poolable(claim(*lines), Wanted(outcome="relapse", timepoint="6 WEEKS"))
    assert chosen(found) == ["a"]
    assert reasons(found) == {
        "b": "it was not asked for: its timepoint is not recorded", "c": "it was not asked for: recovery",
    }  # fmt: skip
    assert chosen(poolable(claim(*lines), Wanted(measure=Measure.ODDS_RATIO))) == []


def test_of_those_who_share_people_a_primary_report_and_then_the_largest_is_pooled():
    shared = sample("b", 200, overlaps=(("contains", "a/all"),))
    found = poolable(claim(trial("a"), trial("b", of_sample=shared), trial("c", of_study=study("b"))))
    assert chosen(found) == ["b"]
    assert reasons(found) == {
        "a": "it is of people who are in b (recovery)", "b": "it is of people who are in b (recovery)",
    }  # fmt: skip
    found = poolable(claim(trial("a", role="background"), trial("b", of_study=study("a"), n=10)))
    assert [each.line.source.key for each in found.chosen] == ["b"]


def test_the_same_effect_by_two_lines_is_pooled_once():
    found = poolable(claim(trial("a"), trial("a")))
    assert (chosen(found), reasons(found)) == (["a"], {"a": "the same effect is pooled already"})


def test_effects_are_turned_where_good_is_not_the_same_way_in_all():
    down, up = trial("a", "0.7", good="lower"), trial("b", "0.7", good="higher")
    found = poolable(claim(down, up, trial("c")))
    assert chosen(found) == ["a", "b"]
    assert [each.result.estimate < 1 for each in found.chosen] == [False, True]
    assert reasons(found) == {"c": "it is not recorded which direction of it is good"}
    assert found.notes == ("Effects are turned such that higher is good in all of them.",)
    found = poolable(claim(down, trial("c")))
    assert chosen(found) == ["a", "c"]
    assert found.notes == ("Which direction is good is not recorded of c.",)


def test_what_is_put_together_is_said():
    lines = (
        trial("a", measure="MD", outcome="days ill", time="day 7", comparator="placebo"),
        trial("b", measure="MD", outcome="Days ill", time="day 14", comparator="no treatment"),
        trial("c", measure="MD", outcome="days off work"),
    )
    assert poolable(claim(*lines)).notes == (
        "They are in the unit of a scale: see that it is the same in all of them.",
        "2 outcomes are put together: Days ill; days off work.",
        "3 timepoints are put together: day 7; day 14; not recorded.",
        "3 comparators are put together: placebo; no treatment; not recorded.",
    )
    assert poolable(claim(lines[0])).notes == ()


def test_a_sample_of_studies_has_no_size():
    found = poolable(claim(trial("a", of_sample=sample("a", 3, unit="studies"), design="cohort")))
    assert [each.row.n for each in found.chosen] == [None]
