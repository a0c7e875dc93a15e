import datetime as dt

import pytest

from evidence.intake.retractions.standing import NOTHING, Standing, Told, by_list, with_hand
from evidence.vocab import Integrity, Notice

DAYS = {"2019": dt.date(2019, 1, 1), "2020": dt.date(2020, 1, 1), "2021": dt.date(2021, 1, 1), "": None}


def told(*words):
    """Give notices told as ``retraction 2020``, numbered from 1."""
    return [
        Told(str(number), Notice(word.split(" ")[0]), DAYS[word.split(" ")[1]], f"10.1/{number}")
        for number, word in enumerate(words, start=1)
    ]


@pytest.mark.parametrize(
    ("notices", "state", "record"),
    [
        (["retraction 2020"], "retracted", "1"),
        (["concern 2020"], "concern", "1"),
        (["correction 2020"], "corrected", "1"),
        (["concern 2019", "retraction 2020"], "retracted", "2"),
        (["retraction 2020", "concern 2021"], "retracted", "1"),
        (["retraction 2021", "retraction 2020"], "retracted", "2"),
        (["retraction 2020", "reinstatement 2021"], "none", "2"),
        (["reinstatement 2021", "retraction 2020"], "none", "1"),
        (["concern 2019", "retraction 2020", "reinstatement 2021"], "none", "3"),
        (["correction 2019", "retraction 2020", "reinstatement 2021"], "corrected", "1"),
        (["reinstatement 2020", "retraction 2021"], "retracted", "2"),
        (["retraction 2019", "reinstatement 2020", "concern 2021"], "concern", "3"),
        (["reinstatement 2020", "retraction 2020"], "none", "1"),
        (["retraction ", "reinstatement 2020"], "none", "2"),
        (["retraction 2020", "reinstatement "], "retracted", "1"),
        (["retraction ", "reinstatement "], "none", "2"),
    ],
    ids=str,
)
def test_the_gravest_notice_in_force_stands(notices, state, record):
    given = by_list(told(*notices))
    assert (given.standing.integrity, given.record) == (state, record)
    assert given.standing == NOTHING or given.standing.notice == f"10.1/{record}"


@pytest.mark.parametrize(
    ("notices", "reinstated"),
    [
        (["retraction 2020", "reinstatement 2021"], True),
        (["correction 2019", "retraction 2020", "reinstatement 2021"], True),
        (["correction 2019", "reinstatement 2021"], False),
        (["reinstatement 2020", "retraction 2021"], False),
        (["correction 2019"], False),
    ],
    ids=str,
)
def test_a_work_is_reinstated_where_what_was_lifted_did_not_come_again(notices, reinstated):
    assert by_list(told(*notices)).reinstated is reinstated


RETRACTED = Standing(Integrity.RETRACTED, DAYS["2020"], "10.1/notice")
CONCERN = Standing(Integrity.CONCERN, None, "the journal's letter")


def test_the_graver_of_hand_and_list_stands():
    assert with_hand(RETRACTED, by_hand=CONCERN) == RETRACTED
    assert with_hand(CONCERN, by_hand=RETRACTED) == RETRACTED
    assert with_hand(NOTHING, by_hand=CONCERN) == CONCERN


def test_where_both_say_the_same_what_a_person_wrote_stands_and_the_list_fills_what_they_did_not():
    assert with_hand(RETRACTED, by_hand=Standing(Integrity.RETRACTED, None, "my note")) == Standing(
        Integrity.RETRACTED, DAYS["2020"], "my note"
    )
