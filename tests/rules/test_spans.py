from decimal import Decimal

import pytest

from evidence.rules.spans import MONTH, Onset, Span, onset_in, span_in

HOUR, DAY, WEEK, YEAR = Decimal(60), Decimal(24 * 60), Decimal(7 * 24 * 60), Decimal(365 * 24 * 60)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("24 hours", 24 * HOUR, 24 * HOUR),
        ("24 h", 24 * HOUR, 24 * HOUR),
        ("24h", 24 * HOUR, 24 * HOUR),
        ("40 min", Decimal(40), Decimal(40)),
        ("~26 min", Decimal(26), Decimal(26)),
        ("6 weeks", 6 * WEEK, 6 * WEEK),
        ("3 months", 3 * MONTH, 3 * MONTH),
        ("1.5 years", Decimal("1.5") * YEAR, Decimal("1.5") * YEAR),
        ("six weeks", 6 * WEEK, 6 * WEEK),
        ("a year", YEAR, YEAR),
        ("end of 3-week treatment", 3 * WEEK, 3 * WEEK),
        ("Week 8", 8 * WEEK, 8 * WEEK),
        ("day 14 (first significant)", 14 * DAY, 14 * DAY),
        ("days 10-12", 10 * DAY, 12 * DAY),
        ("days 1 and 3", DAY, 3 * DAY),
        ("2\N{EN DASH}4 h", 2 * HOUR, 4 * HOUR),
        ("at 3, 6 and 12 months", 3 * MONTH, 12 * MONTH),
        ("two to four months", 2 * MONTH, 4 * MONTH),
        ("1 h to 1 week", HOUR, WEEK),
        ("week 1 to week 14", WEEK, 14 * WEEK),
        ("24 h, kept to 7 days", DAY, WEEK),
        ("8 weeks or later", 8 * WEEK, 8 * WEEK),
        ("beyond 72 h", 72 * HOUR, 72 * HOUR),
        ("2 h after first infusion", 2 * HOUR, 2 * HOUR),
        ("up to 3 months", None, 3 * MONTH),
        ("within 72 h", None, 72 * HOUR),
        ("to 14 days", None, 14 * DAY),
        ("over 12 weeks", None, 12 * WEEK),
        ("day 28.", 28 * DAY, 28 * DAY),
    ],
)
def test_a_time_in_words_is_a_span(text, first, last):
    assert span_in(text) == Span(first, last)


@pytest.mark.parametrize(
    "text",
    [
        None, "", "end of treatment", "after six infusions", "year 2020", "in 2019", "last year", "four steps", "acute",
        "immediate to medium term", "all times together", "12 mm", "5 miles", "1985 to 1990", "second week", "day",
    ],
)  # fmt: skip
def test_what_tells_no_time_is_none(text):
    assert span_in(text) is None


@pytest.mark.parametrize(
    ("text", "words", "minutes"),
    [
        ("Relief begins almost at once.", "almost at once", None),
        ("It works immediately", "immediately", None),
        ("Relieves pain within minutes", "within minutes", HOUR),
        ("relief within a few hours", "within a few hours", DAY),
        ("better overnight", "overnight", DAY),
        ("better in days", "in days", WEEK),
        ("within 24 hours", "within 24 hours", 24 * HOUR),
        ("within 72 hours", "within 72 hours", 72 * HOUR),
        ("within a day", "within a day", DAY),
        ("in less than two hours", "in less than two hours", 2 * HOUR),
        ("within 2 hours of the first dose", "within 2 hours", 2 * HOUR),
        ("within 2 hours after taking it", "within 2 hours", 2 * HOUR),
        ("People treated with zinc improve within hours", "within hours", DAY),
        ("taking effect within 20 minutes", "within 20 minutes", Decimal(20)),
        ("Immediately after the infusion pain was gone", "immediately", None),
        ("within 2-4 h", "within 2-4 h", 4 * HOUR),
        ("within 3 days, often within hours", "within hours", DAY),
        ("within hours, often immediately", "immediately", None),
    ],
)
def test_how_soon_something_begins_is_read_from_words_the_soonest_first(text, words, minutes):
    assert onset_in(text) == Onset(words, minutes)


@pytest.mark.parametrize(
    "text",
    [
        None, "", "two drugs at once", "immediate-release zinc", "in days 1-3", "within reach", "weeks or months",
        "within year 2020", "within 2020 years", "for 24 hours", "zinc taken within 24 hours of the first symptoms",
        "started within 24 h of onset", "if begun within hours", "immediately after surgery, zinc helps",
        "immediately before surgery", "within hours of onset", "fewer deaths within 30 days", "in less than two weeks",
        "within five years of surgery", "Taking zinc within 24 hours shortens a cold", "given immediately",
        "treated early within 2 h",
    ],
)  # fmt: skip
def test_what_says_nothing_of_an_onset_is_none(text):
    assert onset_in(text) is None


def test_a_span_from_what_was_given_is_one_of_an_onset():
    assert onset_in("Relief begins almost at once after zinc.", given="Zinc lozenges") == Onset("almost at once", None)
    assert onset_in("Pain eases within 2 h of the operation.", given="an operation") == Onset("within 2 h", 2 * HOUR)
    assert onset_in("Pain is gone immediately after a single zinc lozenge.", given="zinc") is not None
    assert onset_in("Zinc helps immediately after an operation.", given="zinc") is None
    assert onset_in("Immediately after surgery zinc helps.", given="zinc") is None
    assert onset_in("Zinc helps immediately after 5 pm.", given="zinc") is None
    assert onset_in("Zinc helps immediately after it.") is None


def test_a_million_characters_are_read_no_further_than_a_sentence_goes():
    assert span_in("1 to " * 200_000 + "3 weeks") is None
    assert onset_in("within " * 200_000 + "hours") is None
