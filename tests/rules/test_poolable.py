import math
from dataclasses import replace

import pytest

from evidence.figures import Figure
from evidence.rules.chosen import Wanted
from evidence.rules.examples import arm, claim, effect, line, sample, source, study, without_study
from evidence.rules.poolable import poolable
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
    assert reasons(found) == {"c": "it is of the measure OR, and RR is pooled; ask for OR to pool it"}
    assert found.notes == ("Which direction is good is not recorded of a and b.",)
    assert [(row.n, row.measure) for row in (each.row for each in found.chosen)] == [(100, Measure.RISK_RATIO)] * 2


@pytest.mark.parametrize(
    ("left", "reason"),
    [
        (trial("z", role="candidate"), "it is a candidate only"),
        (trial("z", role="background"), "it serves as background only, which carries no claim"),
        (trial(source("z", integrity="retracted"), of_study=study("z")), "its source is retracted"),
        (without_study("z"), "no effect of a study is recorded"),
        (line("z"), "no effect of a study is recorded"),
        (line("z", result=effect("RR", "0.7", ci=("0.5", "0.9"), status="unconfirmed")), "its figures are unconfirmed"),
        (trial("z", design="meta-analysis"), "it pools several studies itself"),
        (
            line("z", result=effect(estimate="0.7")),
            "it is not recorded in which measure the effect is, and its figures make no RR",
        ),
        (trial("z", design="guideline"), "a guideline analyses nobody itself"),
        (trial("z", of_sample=sample("z", species="rat")), "it is of rat, and the claim of human"),
        (
            trial("z", design="in-vitro", of_sample=sample("z", species=None)),
            "it is of in-vitro, and the claim of human",
        ),
        (
            trial("z", design="single-arm"),
            "it is a change within one group, and not a difference between groups",
        ),
        (
            trial("z", comparator="own baseline"),
            "it is a change within one group, and not a difference between groups",
        ),
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
        "a": "it is of people who are in b (recovery)", "b": "another effect of its study is pooled (recovery)",
    }  # fmt: skip
    found = poolable(claim(trial("a", role="synthesis"), trial("b", of_study=study("a"), n=10)))
    assert [each.line.source.key for each in found.chosen] == ["b"]


def test_the_same_effect_by_two_lines_is_pooled_once():
    found = poolable(claim(trial("a"), trial("a")))
    assert (chosen(found), reasons(found)) == (["a"], {"a": "the same effect is pooled already"})


def test_effects_are_turned_where_good_is_not_the_same_way_in_all():
    down, up = (trial(key, measure="OR", good=good) for key, good in (("a", "lower"), ("b", "higher")))
    found = poolable(claim(down, up, trial("c", measure="OR")))
    assert chosen(found) == ["a", "b"]
    assert [each.result.estimate < 1 for each in found.chosen] == [False, True]
    assert reasons(found) == {"c": "it is not recorded which direction of it is good"}
    assert found.notes == ("Higher is good, and so a is turned.",)
    found = poolable(claim(down, trial("c", measure="OR")))
    assert chosen(found) == ["a", "c"]
    assert found.notes == ("Lower is good.", "Which direction is good is not recorded of c.")
    found = poolable(claim(trial("a", good="lower"), trial("b", good="higher")))
    assert reasons(found) == {
        "a": "lower of it is good, and the inverse of a risk ratio is not that of the opposite event"
    }


def test_effects_are_turned_the_way_of_most_so_that_of_risk_ratios_the_fewest_are_left_out():
    found = poolable(claim(trial("a", good="higher"), trial("b", good="lower"), trial("c", good="lower")))
    assert chosen(found) == ["b", "c"]
    assert list(reasons(found)) == ["a"]
    assert found.notes == ("Lower is good.",)


def test_a_line_whose_direction_nobody_judged_is_pooled_and_named():
    found = poolable(claim(trial("a", good="lower"), trial("b", good="lower", direction=None)))
    assert chosen(found) == ["a", "b"]
    assert found.notes == ("Lower is good.", "Whether they support or dispute the claim is not judged of b.")


def test_what_is_put_together_is_said():
    lines = (
        trial("a", measure="MD", outcome="days ill", time="day 7", comparator="placebo", good="lower"),
        trial("b", measure="MD", outcome="Days ill", time="day 14", comparator="no treatment", good="lower"),
        trial("c", measure="MD", outcome="days off work", good="lower", design="cohort"),
    )
    assert poolable(claim(*lines)).notes == (
        "Lower is good.",
        "They are in the unit of a scale: see that it is the same in all of them.",
        "2 designs are put together: randomized; cohort.",
        "2 outcomes are put together: Days ill; days off work.",
        "3 timepoints are put together: day 7; day 14; not recorded.",
        "3 comparators are put together: placebo; no treatment; not recorded.",
    )
    assert poolable(claim(lines[0])).notes == ("Lower is good.",)


def test_a_study_that_shares_nobody_with_what_is_pooled_is_pooled_though_a_third_shares_with_both():
    between = sample("b", 90, overlaps=(("overlaps", "a/all"), ("overlaps", "c/all")))
    found = poolable(claim(trial("a"), trial("b", of_sample=between), trial("c")))
    assert chosen(found) == ["a", "c"]
    assert reasons(found) == {"b": "it is of people who are in a (recovery)"}


def test_of_several_outcomes_of_a_study_that_is_pooled_which_others_have():
    harm = trial("a", outcome="nausea", good="higher")
    benefit = trial("a2", of_study=study("a"), outcome="response", good="higher")
    found = poolable(claim(harm, benefit, trial("b", outcome="Response", good="higher")))
    assert [each.effect.outcome for each in found.chosen] == ["response", "Response"]
    assert reasons(found) == {"a": "another effect of its study is pooled (response)"}


def test_the_size_is_that_of_the_arms_which_are_compared():
    arms = (arm("zinc", events="4", n="30"), arm("placebo", events="8", n="29"))
    told = replace(effect("RR", arms=arms, comparator="placebo"), key="a/recovery")
    assert [each.row.n for each in poolable(claim(line("a", n=900, result=told))).chosen] == [59]


def test_an_interval_of_another_unit_stops_nothing_but_its_own_effect():
    """Plain arithmetic: (ln(0.98/0.5)/3.92)^2 is 0.0295, and (ln(0.70000001/0.69999999)/3.92)^2 is 5.31e-17."""
    narrow = line("z", result=replace(effect("RR", "0.7", ci=("0.69999999", "0.70000001")), key="z/recovery"))
    found = poolable(claim(trial("a"), trial("b"), narrow))
    assert chosen(found) == ["a", "b"]
    assert reasons(found) == {"z": "its variance 5.31e-17 is too far from the median of all, 0.0295, to be of one unit"}
    assert chosen(poolable(claim(trial("a"), narrow))) == []


def test_words_are_found_whole():
    lines = trial("a", time="24 h"), trial("b", time="4 h")
    assert chosen(poolable(claim(*lines), Wanted(timepoint="4 H"))) == ["b"]


def test_a_sample_of_studies_has_no_size():
    found = poolable(claim(trial("a", of_sample=sample("a", 3, unit="studies"), design="cohort")))
    assert [each.row.n for each in found.chosen] == [None]


def test_of_the_effects_of_one_study_the_timepoint_that_others_share_is_pooled():
    late = trial("a", time="7 days")
    soon = replace(late, effect=replace(late.effect, key="a/soon", timepoint="24 h"))
    found = poolable(claim(late, soon, trial("b", time="24 h"), trial("c", time="24 H")))
    assert [each.effect.timepoint for each in found.chosen] == ["24 h", "24 h", "24 H"]
    assert reasons(found) == {"a": "another effect of its study is pooled (recovery)"}


def test_after_outcome_and_timepoint_the_comparator_that_others_share_decides():
    sham = trial("a", comparator="sham")
    pill = replace(sham, effect=replace(sham.effect, key="a/pill", comparator="placebo"))
    found = poolable(claim(sham, pill, trial("b", comparator="placebo")))
    assert [each.effect.comparator for each in found.chosen] == ["placebo", "placebo"]


def test_the_same_people_in_both_arms_count_once():
    arms = (arm("zinc", events="4", n="20"), arm("placebo", events="8", n="20"))
    both = line("a", n=20, design="randomized-crossover", result=effect("RR", "0.5", ci=("0.3", "0.83"), arms=arms))
    assert [each.row.n for each in poolable(claim(both)).chosen] == [20]


def test_species_that_are_put_together_are_named():
    rats = replace(trial("b"), sample=sample("b", species="rat"))
    dossier = claim(trial("a"), rats)
    found = poolable(replace(dossier, claim=replace(dossier.claim, species=None)))
    assert "2 species are put together: human; rat." in found.notes


COUNTED = (arm("zinc", events="10", n="50"), arm("placebo", events="20", n="50"))


def of_counts(key, measure=None):
    return line(key, result=replace(effect(measure, comparator="placebo", arms=COUNTED), key=f"{key}/recovery"))


def test_an_effect_whose_measure_is_not_recorded_is_made_in_that_of_the_others():
    found = poolable(claim(of_counts("a", "OR"), of_counts("b")))
    assert chosen(found) == ["a", "b"]
    assert found.chosen[1].result.estimate == pytest.approx(10 / 40 / (20 / 30))
    assert "computed from the arms, since the paper's own measure is not recorded" in found.chosen[1].result.assumptions


def test_where_no_measure_is_recorded_one_is_taken_that_most_of_the_figures_make():
    found = poolable(claim(of_counts("a"), of_counts("b"), line("c", result=effect(estimate="0.7"))))
    assert [(each.row.label, each.result.measure) for each in found.chosen] == [("a", "RR"), ("b", "RR")]
    assert reasons(found) == {"c": "it is not recorded in which measure the effect is, and its figures make no RR"}
    assert reasons(poolable(claim(line("c", result=effect(estimate="0.7"))))) == {
        "c": "it is not recorded in which measure the effect is"
    }


def test_other_measures_are_converted_where_that_is_asked_for_and_only_then():
    """By Chinn 2000, Stat Med 19:3127, ln(OR) is SMD times pi over the root of 3."""
    dossier = claim(of_counts("a", "OR"), line("b", result=replace(effect("SMD", "0.5", ci=("0.1", "0.9")), key="b/x")))
    asked = Wanted(measure=Measure.ODDS_RATIO)
    assert chosen(poolable(dossier, asked)) == ["a"]
    found = poolable(dossier, replace(asked, is_converted=True))
    assert found.chosen[1].result.yi == pytest.approx(0.5 * math.pi / math.sqrt(3))
    ratio = poolable(dossier, Wanted(measure=Measure.RISK_RATIO, is_converted=True, baseline_risk=Figure.parse("20%")))
    assert chosen(ratio) == ["a", "b"]
