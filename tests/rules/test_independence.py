from dataclasses import replace

import pytest

from evidence.rules.examples import line, sample, study, without_sample, without_study
from evidence.rules.independence import inclusions, independent, on_the_same_people, pools_several, samples_behind


def keys(groups):
    return sorted(sorted(member.source.key for member in group) for group in groups)


def linked(key, **relations):
    return line(key, of_sample=sample(key, **relations))


def test_trials_on_different_people_are_apart():
    assert keys(independent([line("a"), line("b"), line("c")])) == [["a"], ["b"], ["c"]]


def test_sources_of_one_study_are_together():
    assert keys(independent([line("a", of_study=study("s")), line("b"), line("c", of_study=study("s"))])) == [
        ["a", "c"],
        ["b"],
    ]


def test_two_lines_from_one_source_without_a_study_are_together():
    assert keys(independent([without_study("a"), without_study("a"), without_study("b")])) == [["a", "a"], ["b"]]


@pytest.mark.parametrize("kind", ["same", "contains", "overlaps"])
def test_samples_that_overlap_in_any_way_are_together_whichever_side_says_so(kind):
    says, other = linked("a", overlaps=((kind, "b/all"),)), line("b")
    assert keys(independent([says, other])) == keys(independent([other, says])) == [["a", "b"]]


def test_a_sample_inside_another_is_with_it():
    assert keys(independent([linked("a", inside=("b/all",)), line("b"), line("c")])) == [["a", "b"], ["c"]]


def test_overlap_runs_on_from_line_to_line():
    chain = [linked("a", overlaps=(("overlaps", "b/all"),)), linked("b", inside=("c/all",)), line("c"), line("d")]
    assert keys(independent(chain)) == [["a", "b", "c"], ["d"]]


def test_two_samples_that_are_the_same_as_a_third_are_the_same_though_it_is_not_linked():
    pair = [linked("a", overlaps=(("same", "x/all"),)), linked("b", overlaps=(("same", "x/all"),))]
    assert keys(independent(pair)) == [["a", "b"]]


@pytest.mark.parametrize("relation", [{"inside": ("x/all",)}, {"overlaps": (("overlaps", "x/all"),)}])
def test_two_samples_that_only_share_with_a_third_which_is_not_linked_may_be_apart(relation):
    assert keys(independent([linked("a", **relation), linked("b", **relation)])) == [["a"], ["b"]]


def test_a_trial_is_with_the_linked_review_that_includes_it():
    lines = [
        line("review", design="meta-analysis"),
        line("a", of_study=study("a", included_in=("review", "elsewhere"))),
        line("b", of_study=study("b", included_in=("review",))),
        line("c", of_study=study("c", included_in=("elsewhere",))),
    ]
    assert keys(independent(lines)) == [["a", "b", "review"], ["c"]]
    assert keys(on_the_same_people(lines)) == [["a"], ["b"], ["c"], ["review"]]
    assert [
        (review.source.key, [member.source.key for member in members]) for review, members in inclusions(lines)
    ] == [("review", ["a", "b"])]


def test_what_analyses_nobody_is_no_sample():
    lines = [line("a"), without_sample("g", "guideline"), without_sample("o", "opinion"), without_study("s")]
    assert keys(samples_behind(lines)) == [["a"]]


@pytest.mark.parametrize("design", ["systematic-review", "meta-analysis", "ipd-meta-analysis"])
def test_a_synthesis_is_several_samples_unless_it_is_known_to_hold_one(design):
    assert pools_several(line("r", design=design))
    assert pools_several(without_sample("r", design))
    assert pools_several(line("r", design=design, of_sample=sample("r", 2, unit="studies")))
    assert not pools_several(line("r", design=design, of_sample=sample("r", 1, unit="studies")))


def test_a_trial_is_not_several_samples_however_large():
    assert not pools_several(line(n=20000))
    assert not pools_several(without_study())


def test_no_number_of_lines_is_too_many():
    chain = [linked(f"t{number}", inside=(f"t{number + 1}/all",)) for number in range(20_000)]
    assert len(independent(chain)) == 1


def test_a_review_that_is_said_to_include_itself_includes_nothing():
    assert inclusions([line("r", of_study=study("r", "meta-analysis", included_in=("r",)))]) == ()


def test_a_study_key_may_hold_a_slash():
    one = replace(line("a"), sample=replace(sample("a"), inside=frozenset({"x/y/all"})))
    assert keys(independent([one, line("b", of_study=study("x/y"))])) == [["a", "b"]]
