"""Which of two arms is the comparator. The log RR of the arms below is by plain arithmetic: ln(5/100) - ln(10/100)."""

from dataclasses import replace

import pytest
from effects.made import about, arm, assert_is, assert_lacks, effect
from hypothesis import given
from hypothesis import strategies as st

from evidence.effects.arms import pair_of
from evidence.effects.comparators import affirmed, is_comparator
from evidence.effects.intake import estimated
from evidence.effects.workings import Workings
from evidence.vocab import Measure

RR, OR, MD, SMD = (
    Measure.RISK_RATIO,
    Measure.ODDS_RATIO,
    Measure.MEAN_DIFFERENCE,
    Measure.STANDARDIZED_MEAN_DIFFERENCE,
)
DRUG, PLACEBO = arm("aspirin", n="100", events="5"), arm("placebo", n="100", events="10")
LOW, HIGH = arm("low dose", n="100", events="10"), arm("high dose", n="100", events="5")
OF_TABLE = (-0.6931471805599453, 0.28)
BY_NAME = ("placebo taken as the comparator, as the names say",)
BY_LIST = ("placebo taken as the comparator, since only comparators are called so",)


def named(*names, **words):
    """Give which of two arms with these names is taken as the comparator."""
    arms = [arm(name, n="10", events="1") for name in names]
    return pair_of(Workings(RR), effect(RR, *arms, **words))[1].name


@pytest.mark.parametrize(
    ("arms", "intervention", "comparator", "told"),
    [
        ((DRUG, PLACEBO), None, "placebo", ()),
        ((PLACEBO, DRUG), "aspirin", "Placebo tablets", BY_NAME),
        ((PLACEBO, DRUG), "aspirin", "aspirin-free placebo", BY_NAME),
        ((DRUG, PLACEBO), "aspirin", "saline", ()),
        ((PLACEBO, DRUG), "aspirin", "saline", BY_NAME),
        ((PLACEBO, replace(DRUG, name="aspirin 100 mg")), "aspirin", None, BY_NAME),
        ((DRUG, PLACEBO), None, None, BY_LIST),
        ((PLACEBO, DRUG), None, None, BY_LIST),
        ((DRUG, PLACEBO), None, "no aspirin", BY_LIST),
        ((DRUG, PLACEBO), None, "aspirin with placebo", BY_LIST),
        ((replace(DRUG, name="+"), PLACEBO), None, "x", BY_LIST),
    ],
)
def test_the_words_tell_the_comparator_or_else_its_name_does(arms, intervention, comparator, told):
    result = estimated(effect(RR, *arms, intervention=intervention, comparator=comparator))
    assert_is(result, *OF_TABLE)
    assert result.assumptions[1:] == told


def test_a_control_that_stands_first_is_no_intervention():
    # 10 of 50 against 20 of 50: RR 0.50
    control, statin = arm("control", n="50", events="20"), arm("statin", n="50", events="10")
    for arms in ((control, statin), (statin, control)):
        assert estimated(effect(RR, *arms)).estimate == about(0.5)
    zinc = replace(statin, name="zinc lozenge")
    words = {"intervention": "zinc lozenge", "comparator": "no zinc lozenge"}
    for arms in ((control, zinc), (zinc, control)):
        assert estimated(effect(RR, *arms, **words)).estimate == about(0.5)


@pytest.mark.parametrize(
    ("intervention", "comparator", "names"),
    [
        ("zinc", "no zinc", ("zinc", "no zinc")),
        ("no antibiotics", "antibiotics", ("no antibiotics", "antibiotics")),
        ("zinc", "usual care", ("usual care plus zinc", "usual care")),
        ("zinc", "usual care", ("usual care plus zinc", "usual care alone")),
        ("zinc", None, ("zinc 15 mg", "never given zinc")),
        ("strict glucose control", "metformin", ("glucose control", "metformin")),
        ("early surgery", "late surgery", ("early", "late")),
        ("celecoxib", "non-selective NSAID", ("celecoxib", "non-selective NSAIDs")),
        (None, None, ("usual care plus zinc", "usual care")),
        (None, None, ("aspirin + clopidogrel", "placebo + clopidogrel")),
        (None, None, ("non-invasive ventilation", "standard care")),
        (None, None, ("motivational interviewing", "waiting-list control")),
        (None, None, ("vitamin D", "no treatment")),
        (None, None, ("vitamin D", "Control group")),
        (None, None, ("intervention", "comparison group")),
        (None, None, ("acupuncture", "sham acupuncture")),
        (None, None, ("zinc cream", "vehicle")),
        (None, None, ("hypertonic saline", "0.9% saline")),
        (None, None, ("BCG", "unvaccinated")),
        (None, None, ("statin users", "non-users")),
        (None, None, ("surgery", "watchful waiting")),
        (None, None, ("control of blood pressure", "treatment as usual")),
    ],
)
def test_the_comparator_is_told_in_either_order(intervention, comparator, names):
    words = {"intervention": intervention, "comparator": comparator}
    assert named(*names, **words) == names[1]
    assert named(*reversed(names), **words) == names[1]


@pytest.mark.parametrize("estimate", ["0.5", "0.61"])
@pytest.mark.parametrize("arms", [(LOW, HIGH), (HIGH, LOW)])
def test_where_no_name_tells_the_printed_estimate_does(estimate, arms):
    result = estimated(effect(RR, *arms, estimate=estimate))
    assert_is(result, *OF_TABLE)
    told = f"low dose taken as the comparator, since the printed RR of {estimate} goes that way"
    assert result.assumptions[1:] == (told,)
    assert estimated(effect(RR, *arms, estimate="1.9")).yi == about(-OF_TABLE[0])


def test_the_printed_difference_tells_it_by_the_means_and_a_ratio_by_percentages():
    low, high = arm("low dose", n="9", mean="4", sd="1"), arm("high dose", n="9", mean="7", sd="1")
    assert estimated(effect(MD, low, high, estimate="2.8")).yi == 3
    assert estimated(effect(MD, low, high, estimate="-2.8")).yi == -3
    assert estimated(effect(MD, low, high, estimate="2.8"), wanted=SMD).yi > 0
    few, many = arm("low dose", n="20", percent="10"), arm("high dose", n="20", percent="30%")
    assert estimated(effect(RR, few, many, estimate="2.5")).estimate == about(3)


@pytest.mark.parametrize(
    ("measure", "arms", "printed"),
    [
        (RR, (LOW, HIGH), {}),
        (None, (LOW, HIGH), {}),
        (RR, (LOW, HIGH), {"estimate": "1.0"}),
        (RR, (LOW, HIGH), {"estimate": "0"}),
        (RR, (LOW, replace(LOW, name="high dose")), {"estimate": "0.5"}),
        (RR, (LOW, replace(HIGH, n=None)), {"estimate": "0.5"}),
        (RR, (LOW, arm("high dose", n="0", events="0")), {"estimate": "0.5"}),
        (MD, (LOW, HIGH), {"estimate": "0.5"}),
        (Measure.PROPORTION, (LOW, HIGH), {"estimate": "50%"}),
        (RR, (replace(LOW, name="placebo"), replace(HIGH, name="sham")), {}),
        (RR, (replace(LOW, name="aspirin"), replace(HIGH, name="aspirin")), {"intervention": "aspirin"}),
    ],
)
def test_which_arm_stands_first_tells_nothing(measure, arms, printed):
    words = {name: printed.pop(name) for name in ("intervention",) if name in printed}
    result = estimated(effect(measure, *arms, **words, **printed), wanted=RR)
    names = f"{arms[0].name} and {arms[1].name}"
    why = "neither the words for intervention and comparator nor the names of its arms"
    assert f"{why}, {names}, tell which is the comparator" in result.reason
    assert "comparator" in result.missing


def test_names_that_contradict_the_printed_estimate_make_no_effect():
    result = estimated(effect(RR, DRUG, PLACEBO, estimate="1.4"))
    assert_lacks(result, "the arms give the other direction than the printed RR of 1.4", *result.missing)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("zinc, no copper", "zinc"),
        ("aspirin-free placebo", "placebo"),
        ("statin-naive people", "people"),
        ("free of statins", "of statins"),
        ("without zinc", ""),
        (None, ""),
    ],
)
def test_what_is_denied_is_not_named(text, left):
    assert affirmed(text).split() == left.split()


@pytest.mark.parametrize(
    "name",
    [
        "glucose control",
        "control of blood pressure",
        "hypertonic saline",
        "non-invasive ventilation",
        "placebo + aspirin",
        "usual care and zinc",
        "vehicles",
        "shampoo",
        "uncontrolled",
        "",
    ],
)
def test_names_that_others_bear_are_no_comparators(name):
    assert not is_comparator(name)


@given(st.text(max_size=40), st.text(max_size=40), st.none() | st.text(max_size=40), st.none() | st.text(max_size=40))
def test_the_order_of_the_arms_never_turns_an_effect(one, other, intervention, comparator):
    arms = (replace(DRUG, name=one), replace(PLACEBO, name=other))
    words = {"intervention": intervention, "comparator": comparator}
    there, back = (estimated(effect(RR, *pair, **words)) for pair in (arms, arms[::-1]))
    assert getattr(there, "yi", None) == getattr(back, "yi", None)
