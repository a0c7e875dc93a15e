"""The state table, held against every combination of what it depends on."""

import itertools

import pytest

from evidence.rules.states import TABLE, Case, Standing, deciding_row, explained
from evidence.vocab import Direction, State

SUPPORTS, DISPUTES, NEUTRAL = Direction.SUPPORTS, Direction.DISPUTES, Direction.NEUTRAL
UNSUPPORTED, DISPUTED, CONTESTED, UNJUDGED, WEAK, SUPPORTED = State

FIRM_SUPPORT = Standing(direction=SUPPORTS)
WEAK_SUPPORT = Standing(direction=SUPPORTS, weakened_by=("small-sample",))
FIRM_DISPUTE = Standing(direction=DISPUTES)
WEAK_DISPUTE = Standing(direction=DISPUTES, weakened_by=("small-sample",))
NEUTRAL_LINE = Standing(direction=NEUTRAL)
UNJUDGED_LINE = Standing()
THAT_DO_NOT_COUNT = (
    Standing(direction=SUPPORTS, candidate=True),
    Standing(direction=SUPPORTS, barred_by=("retracted-source",)),
    Standing(direction=DISPUTES, barred_by=("retracted-source",), weakened_by=("small-sample",)),
)

# Which of firm support, weak support, firm dispute and weak dispute there is -> the state of the
# claim when nothing stands against it as a whole, and when a finding weakens it as a whole.
BY_HAND = {
    (1, 0, 0, 0): (SUPPORTED, WEAK),
    (1, 1, 0, 0): (SUPPORTED, WEAK),
    (1, 0, 0, 1): (SUPPORTED, WEAK),
    (1, 1, 0, 1): (SUPPORTED, WEAK),
    (0, 1, 0, 0): (WEAK, WEAK),
    (0, 1, 0, 1): (WEAK, WEAK),
    (1, 0, 1, 0): (CONTESTED, CONTESTED),
    (1, 1, 1, 0): (CONTESTED, CONTESTED),
    (1, 0, 1, 1): (CONTESTED, CONTESTED),
    (1, 1, 1, 1): (CONTESTED, CONTESTED),
    (0, 1, 1, 0): (DISPUTED, DISPUTED),
    (0, 1, 1, 1): (DISPUTED, DISPUTED),
    (0, 0, 1, 0): (DISPUTED, DISPUTED),
    (0, 0, 1, 1): (DISPUTED, DISPUTED),
    (0, 0, 0, 1): (DISPUTED, DISPUTED),
}


def some(*flags, of):
    return tuple(line for flag, line in zip(flags, of, strict=True) if flag)


def every_combination(length):
    return list(itertools.product((0, 1), repeat=length))


@pytest.mark.parametrize("bearing", every_combination(4), ids=str)
def test_the_table_gives_for_every_combination_what_was_worked_out_by_hand(bearing):
    lines = some(*bearing, of=(FIRM_SUPPORT, WEAK_SUPPORT, FIRM_DISPUTE, WEAK_DISPUTE))
    for neutral, unjudged, *idle in every_combination(5):
        company = (*some(neutral, unjudged, of=(NEUTRAL_LINE, UNJUDGED_LINE)), *some(*idle, of=THAT_DO_NOT_COUNT))
        for weakened in (0, 1):
            if any(bearing):
                expected = BY_HAND[bearing][weakened]
            elif unjudged and not neutral:
                expected = UNJUDGED
            else:
                expected = UNSUPPORTED
            case = Case(lines=lines + company, weakened_by=("single-sample",) * weakened)
            assert deciding_row(case).state is expected
            barred = Case(lines=lines + company, weakened_by=case.weakened_by, barred_by=("named-source-not-found",))
            assert deciding_row(barred).state is UNSUPPORTED


def test_the_table_weighs_a_line_only_once_however_many_there_are():
    few = Case(lines=(FIRM_SUPPORT, WEAK_DISPUTE))
    many = Case(lines=(FIRM_SUPPORT, *[WEAK_DISPUTE] * 50))
    assert deciding_row(few) == deciding_row(many)


def test_every_row_of_the_table_decides_some_case():
    rows = set()
    kinds = (FIRM_SUPPORT, WEAK_SUPPORT, FIRM_DISPUTE, WEAK_DISPUTE, NEUTRAL_LINE, UNJUDGED_LINE)
    for flags in every_combination(len(kinds)):
        for barred, weakened in every_combination(2):
            case = Case(lines=some(*flags, of=kinds), barred_by=("a",) * barred, weakened_by=("b",) * weakened)
            rows.add(deciding_row(case).when)
    assert rows == {row.when for row in TABLE}


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (Case(), "no line of evidence is left (no line at all)"),
        (
            Case(lines=(*THAT_DO_NOT_COUNT, *THAT_DO_NOT_COUNT[:1])),
            "no line of evidence is left (2 barred by retracted-source; 2 candidates)",
        ),
        (
            Case(barred_by=("named-source-not-found", "journal-misattributed"), lines=(FIRM_SUPPORT,)),
            (
                "a finding bars the claim itself "
                "(claim barred by journal-misattributed, named-source-not-found; 1 supports)"
            ),
        ),
        (
            Case(lines=(WEAK_SUPPORT, FIRM_SUPPORT, WEAK_SUPPORT, WEAK_DISPUTE), weakened_by=("single-sample",)),
            (
                "a finding weakens the claim itself (claim weakened by single-sample; "
                "3 support, 2 of them weakened by small-sample; 1 disputes, weakened by small-sample)"
            ),
        ),
        (
            Case(lines=(NEUTRAL_LINE, UNJUDGED_LINE, UNJUDGED_LINE)),
            "no line is left that supports or disputes it (1 neutral; 2 not judged)",
        ),
        (Case(lines=(UNJUDGED_LINE,)), "lines of evidence are left and none is judged (1 not judged)"),
    ],
    ids=["nothing", "nothing left", "barred", "weakened", "neutral", "not judged"],
)
def test_the_explanation_names_the_row_and_what_was_counted(case, told):
    assert explained(case) == told
