from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.numbers.finding import Verdict
from evidence.numbers.totals import events_within, percentage_of_count, total_of_parts


@pytest.mark.parametrize(
    ("parts", "total", "verdict"),
    [
        (["25", "24"], "49", "consistent"),
        (["1,025", "24"], "1,049", "consistent"),
        (["25", "24"], "48", "impossible"),
        (["25", "24"], "50", "inconsistent"),
        (["0"], "0", "consistent"),
    ],
)
def test_parts_and_their_total(asked, parts, total, verdict):
    assert asked(total_of_parts, parts=parts, total=total).verdict == verdict


def test_what_is_missing_or_too_many_is_told(asked):
    assert (
        asked(total_of_parts, parts=["25", "24"], total="50").reason
        == "25 + 24 is 49, which leaves 1 of 50 unaccounted for"
    )
    assert asked(total_of_parts, parts=["25", "24"], total="48").reason == "25 + 24 is 49, 1 more than the total 48"


@pytest.mark.parametrize(("events", "n", "possible"), [("17", "24", True), ("24", "24", True), ("25", "24", False)])
def test_events_among_people(asked, events, n, possible):
    assert asked(events_within, events=events, n=n).stands is possible


@pytest.mark.parametrize(
    ("percent", "events", "n", "possible"),
    [
        ("70.8", "17", "24", True),
        ("70.8%", "17", "24", True),
        ("71", "17", "24", True),
        ("70", "17", "24", False),
        ("12.5", "1", "8", True),
        ("12", "1", "8", True),  # half to even
        ("13", "1", "8", True),  # half up
        ("104.2", "25", "24", False),
    ],
)
def test_a_percentage_and_its_count(asked, percent, events, n, possible):
    assert asked(percentage_of_count, percent=percent, events=events, n=n).stands is possible


def test_the_right_percentage_is_told(asked):
    found = asked(percentage_of_count, percent="70", events="17", n="24")
    assert (found.verdict, found.reason) == (Verdict.IMPOSSIBLE, "17 of 24 are 71%, not 70%")


def test_no_right_percentage_is_called_impossible(asked, chance, printed):
    for _ in range(10_000):
        n = chance.randint(1, 5000)
        events = chance.randint(0, n)
        percent = printed(Fraction(100 * events, n), chance.randint(0, 3))
        assert asked(percentage_of_count, percent=percent, events=str(events), n=str(n)).stands


@pytest.mark.parametrize("wrong", ["-1", "2.5", "> 3", "1e20"])
def test_what_is_no_count_is_refused(asked, wrong):
    for check, figures in (
        (total_of_parts, {"parts": [wrong], "total": "3"}),
        (events_within, {"events": wrong, "n": "3"}),
        (percentage_of_count, {"percent": "50", "events": "1", "n": wrong}),
    ):
        with pytest.raises(UsageError):
            asked(check, **figures)
