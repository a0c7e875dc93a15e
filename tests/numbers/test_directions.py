from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.numbers.directions import HIGHER, LOWER, direction, said
from evidence.numbers.finding import Verdict


@pytest.fixture
def fits(asked):
    def run(words, *, good=None, **figures):
        return asked(lambda **given: direction(words, good=good, **given), **figures)

    return run


INTERVAL = {"low": "0.70", "high": "0.94"}
WIDE = {"low": "0.60", "high": "1.20"}


@pytest.mark.parametrize(
    ("words", "figures", "verdict"),
    [
        ("reduced", {"estimate": "0.81"}, "consistent"),
        ("reduced", {"estimate": "1.30"}, "inconsistent"),
        ("Zinc raised the risk", {"estimate": "0.81"}, "inconsistent"),
        ("more deaths", {"estimate": "1.30"}, "consistent"),
        ("reduced", {"estimate": "1.0"}, "not-testable"),  # it may be 0.96, or 1.04
        ("no increase", {"estimate": "0.81"} | INTERVAL, "consistent"),
        ("no increase", {"estimate": "1.30", "low": "1.1", "high": "1.54"}, "inconsistent"),
        ("no increase", {"estimate": "1.30"} | WIDE, "consistent"),
        ("no increase", {"estimate": "1.30"}, "not-testable"),
        ("no increase or decrease", {"estimate": "0.81"} | INTERVAL, "inconsistent"),
        ("no worse", {"estimate": "0.81", "good": "lower"} | INTERVAL, "consistent"),
        ("not only reduced", {"estimate": "0.81"} | INTERVAL, "consistent"),
        ("without increasing bleeding reduced stroke", {"estimate": "0.81"} | INTERVAL, "consistent"),
        ("failed to reduce", {"estimate": "0.81"} | INTERVAL, "inconsistent"),
        ("significantly reduced", {"estimate": "0.81"} | INTERVAL, "consistent"),
        ("significantly reduced", {"estimate": "0.81"} | WIDE, "inconsistent"),
        ("no significant difference", {"estimate": "0.81"} | WIDE, "consistent"),
        ("no significant difference", {"estimate": "0.81"} | INTERVAL, "inconsistent"),
        ("no clinically or statistically significant change", {"estimate": "0.81"} | WIDE, "consistent"),
        ("did not differ", {"estimate": "0.81"} | INTERVAL, "inconsistent"),
        ("had no effect", {"estimate": "0.81"} | WIDE, "consistent"),
        ("a non\u2010significant reduction", {"estimate": "0.81"} | INTERVAL, "inconsistent"),
        ("Zinc failed to reduce colds", {"estimate": "1.20"} | WIDE, "consistent"),
        ("unable to reduce colds", {"estimate": "0.81"} | INTERVAL, "inconsistent"),
        ("Those who failed zinc improved", {"estimate": "0.81", "good": "lower"}, "consistent"),
        ("treatments failed less", {"estimate": "0.81"}, "consistent"),
        ("not reduced", {"estimate": "1.30"} | WIDE, "consistent"),
        ("significant", {"estimate": "0.81", "p": ".02"}, "consistent"),
        ("significant", {"estimate": "0.81", "p": ".20"}, "inconsistent"),
        ("significant", {"estimate": "0.81", "p": ".05"}, "not-testable"),
        ("significant", {"estimate": "0.81", "low": "0.6", "high": "1.0"}, "not-testable"),
        ("significant", {"estimate": "0.81"}, "not-testable"),
        ("There was no run-in; zinc reduced colds", {"estimate": "1.30"}, "inconsistent"),
        ("reduced but not significantly", {"estimate": "0.81"} | WIDE, "consistent"),
        ("reduced but not significantly", {"estimate": "0.81"} | INTERVAL, "inconsistent"),
        ("significant for one and not significant for the other", {"estimate": "0.81"} | WIDE, "not-testable"),
        ("reduced from higher values", {"estimate": "1.30"}, "not-testable"),
        ("improved", {"estimate": "0.81"}, "not-testable"),
        ("improved", {"estimate": "0.81", "good": "lower"}, "consistent"),
        ("improved", {"estimate": "0.81", "good": "higher"}, "inconsistent"),
        ("worse", {"estimate": "0.81", "good": "higher"}, "consistent"),
        ("worse", {"estimate": "0.81", "good": "lower"}, "inconsistent"),
        ("the effect of zinc", {"estimate": "0.81"}, "not-testable"),
        ("\u0438 \x1b[31m", {"estimate": "0.81"}, "not-testable"),
    ],
)
def test_words_and_figures_of_a_ratio(fits, words, figures, verdict):
    found = fits(words, **figures, ratio=True)
    assert found.verdict == verdict, found.reason


def test_a_difference_is_compared_with_zero_or_with_what_is_given(fits):
    assert fits("reduced", estimate="-0.5").stands
    assert not fits("reduced", estimate="0.5").stands
    assert fits("reduced", estimate="0.5", null="1").stands


def test_what_speaks_against_the_words_is_told(fits):
    found = fits("significantly reduced", estimate="1.30", low="0.90", high="1.88", ratio=True)
    assert found.reason == (
        "the words say otherwise: the estimate 1.30 is higher than 1 and the interval 0.90 to 1.88 is not significant"
    )
    assert "p = .20 is not significant" in fits("significant", estimate="1.3", p=".20").reason


def test_no_true_sentence_is_called_wrong(fits, chance, printed):
    for _ in range(10_000):
        estimate, half = chance.gauss(0, 1), chance.uniform(0.1, 2)
        low, high = estimate - half, estimate + half
        word = chance.choice(sorted(LOWER if estimate < 0 else HIGHER))
        words = f"significantly {word}" if low > 0 or high < 0 else f"{word}, not significantly"
        shown = {"estimate": estimate, "low": low, "high": high}
        figures = {name: printed(Fraction(value), chance.randint(0, 2)) for name, value in shown.items()}
        assert fits(words, **figures).verdict is not Verdict.INCONSISTENT, (words, figures)


def test_a_phrase_is_read_whole_or_refused():
    assert said("reduced " * 100).directions == {"lower"}
    with pytest.raises(UsageError, match="1,000,000 characters long"):
        said("x" * 1_000_000)
