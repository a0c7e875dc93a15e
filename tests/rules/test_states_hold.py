"""What must hold of the state table whatever the case."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from evidence.rules.states import TABLE, Case, Standing, deciding_row, explained
from evidence.vocab import Direction, State

# From the worst to the best. Unjudged stands above the states in which something speaks against the
# claim, since nothing does; and below weak, where somebody has at least found that something speaks for it.
ORDER = [
    State.UNSUPPORTED,
    State.DISPUTED,
    State.CONTESTED,
    State.UNJUDGED,
    State.WEAK,
    State.SUPPORTED,
]

rules = st.lists(st.sampled_from(["a-rule", "another-rule"]), max_size=2).map(tuple)
standings = st.builds(
    Standing,
    direction=st.sampled_from([None, *Direction]),
    candidate=st.booleans(),
    barred_by=rules,
    weakened_by=rules,
)
cases = st.builds(Case, lines=st.lists(standings, max_size=6).map(tuple), barred_by=rules, weakened_by=rules)

supporting = st.builds(Standing, direction=st.just(Direction.SUPPORTS), weakened_by=rules)
disputing = st.builds(Standing, direction=st.just(Direction.DISPUTES), weakened_by=rules)
saying_nothing = st.builds(Standing, direction=st.sampled_from([None, Direction.NEUTRAL]), weakened_by=rules)
objections = st.sampled_from(["barred_by", "weakened_by"])


def state(case):
    return deciding_row(case).state


def at_most(worse, better):
    return ORDER.index(worse) <= ORDER.index(better)


def and_also(case, *lines):
    return replace(case, lines=(*case.lines, *lines))


def objected(thing, objection):
    return replace(thing, **{objection: (*getattr(thing, objection), "an-objection")})


def test_the_order_of_states_is_that_of_the_vocabulary():
    assert list(State) == ORDER


@given(cases)
def test_every_case_has_a_state_and_says_why(case):
    row = deciding_row(case)
    assert row in TABLE
    assert explained(case).startswith(row.when)


@given(cases, standings, st.booleans())
def test_a_line_that_does_not_count_changes_nothing(case, line, candidate):
    idle = replace(line, candidate=True) if candidate else objected(line, "barred_by")
    assert state(and_also(case, idle)) is state(case)


@given(cases, saying_nothing)
def test_a_neutral_or_unjudged_line_changes_nothing_beside_another_like_it(case, line):
    assert state(and_also(case, line, line)) is state(and_also(case, line))


@given(cases, saying_nothing, supporting | disputing)
def test_a_neutral_or_unjudged_line_changes_nothing_beside_one_that_bears_on_the_claim(case, line, bearing):
    assert state(and_also(case, bearing, line)) is state(and_also(case, bearing))


@given(cases, supporting, objections)
def test_an_objection_to_a_supporting_line_never_strengthens_the_claim(case, line, objection):
    assert at_most(state(and_also(case, objected(line, objection))), state(and_also(case, line)))


@given(cases, objections)
def test_an_objection_to_the_claim_itself_never_strengthens_it(case, objection):
    assert at_most(state(objected(case, objection)), state(case))


@given(cases, disputing, supporting, objections)
def test_an_objection_to_a_disputing_line_never_weakens_a_claim_that_something_supports(case, line, bearing, objection):
    case = and_also(case, bearing)
    assert at_most(state(and_also(case, line)), state(and_also(case, objected(line, objection))))


@given(cases, disputing, supporting | disputing)
def test_a_line_that_disputes_never_strengthens_a_claim_that_something_bears_on(case, line, bearing):
    case = and_also(case, bearing)
    assert at_most(state(and_also(case, line)), state(case))


@given(cases, st.randoms())
def test_the_order_of_lines_makes_no_difference(case, chance):
    lines = list(case.lines)
    chance.shuffle(lines)
    assert explained(replace(case, lines=tuple(lines))) == explained(case)
