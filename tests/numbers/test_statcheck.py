"""The cases of statcheck are those of its own tests (MicheleNuijten/statcheck, tests/testthat)."""

import math
import random
from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.numbers import p_values
from evidence.numbers.distributions import chi_squared_upper_tail, f_upper_tail, normal_two_tailed, t_two_tailed
from evidence.numbers.finding import Verdict
from evidence.numbers.statcheck import statcheck
from evidence.vocab import Statistic

DECISION_ERRORS = (
    "t 28 = 2.20 .06", "t 28 = 1.20 .03", "F 2,28 = 22.20 .06", "F 2,28 = 2.20 .03", "r 28 = .22 .03", "r 28 = .52 .06",
    "chi2 28 = 2.20 .03", "chi2 28 = 52.20 .06", "z - = 1.20 .03", "z - = 2.20 .06",
    "Q 28 = 2.20 .03", "Q 28 = 52.20 .06",
    "t 48 = 1.02 <.05",
)  # fmt: skip
T_04, T_05_LESS, T_05_MORE, T_06 = "2.153935", "2.048307", "2.048507", "1.960136"
"""Of 28 degrees of freedom, by scipy 1.17.1: where p is .04, on either side of .05, and .06."""


@pytest.fixture
def said(asked):
    """Run statcheck on a test with its degrees of freedom, its statistic and p."""

    def run(test, df, statistic, p, **more):
        freedom = dict(zip(("df", "df2"), [] if df == "-" else df.split(","), strict=False))
        return asked(lambda **figures: statcheck(test, **figures), **freedom, statistic=statistic, p=p, **more)

    return run


@pytest.mark.parametrize("case", DECISION_ERRORS)
def test_decision_errors_of_statcheck(said, case):
    test, df, _, statistic, p = case.split()
    assert said(test, df, statistic, p).verdict is Verdict.DECISION_ERROR


@pytest.mark.parametrize(
    ("alpha", "statistic", "p"),
    [("0.10", "2.20", ".11"), ("0.10", "1.20", ".09"), ("0.01", "5.20", ".02"), ("0.01", "1.20", ".005")],
)
def test_decision_errors_of_statcheck_at_other_levels(said, alpha, statistic, p):
    assert said("t", "28", statistic, p, alpha=alpha).verdict is Verdict.DECISION_ERROR


@pytest.mark.parametrize(
    ("statistic", "p", "verdict"),
    [
        (T_04, ".04", "consistent"), (T_05_MORE, ".04", "inconsistent"), (T_06, ".04", "decision-error"),
        (T_04, ".05", "inconsistent"), (T_05_MORE, ".05", "consistent"), (T_06, ".05", "decision-error"),
        (T_04, ".06", "decision-error"), (T_05_MORE, ".06", "decision-error"), (T_06, ".06", "consistent"),
        (T_06, "< .04", "decision-error"), (T_04, "< .05", "consistent"), (T_06, "< .05", "decision-error"),
        (T_04, "< .06", "consistent"), (T_05_LESS, "< .06", "consistent"),
        (T_04, "> .05", "decision-error"), (T_05_MORE, "> .05", "decision-error"), (T_06, "> .05", "consistent"),
        (T_05_LESS, "> .05", "consistent"), (T_04, "> .06", "decision-error"), (T_06, "> .04", "consistent"),
        (T_05_LESS, ">= .05", "consistent"), (T_05_LESS, "<= .05", "decision-error"), (T_04, "<= .05", "consistent"),
    ],
)  # fmt: skip
def test_on_which_side_of_the_level_a_p_is_said_to_lie(said, statistic, p, verdict):
    assert said("t", "28", statistic, p).verdict == verdict


def test_the_range_over_rounding_is_told(said):
    found = said("t", "28", "2.20", ".06")
    assert found.reason == "t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .06, and 0.05 lies between"
    assert [name for name, _ in found.computed] == ["p_low", "p_high"]


def test_a_p_that_is_half_of_the_right_one_is_told_to_be_one_tailed(said):
    found = said("t", "28", "2.20", ".018")
    assert (found.verdict, found.reason.endswith("; a one-tailed test would give it")) == (Verdict.INCONSISTENT, True)
    assert said("t", "28", "2.20", ".018", one_tailed=True).verdict is Verdict.CONSISTENT
    assert said("t", "28", "2.20", ".982", one_tailed=True).verdict is Verdict.CONSISTENT, "the other way"
    assert said("t", "28", "2.20", ".036", one_tailed=True).verdict is Verdict.INCONSISTENT
    assert said("F", "1,28", "4.84", ".036", one_tailed=True).verdict is Verdict.CONSISTENT, "F has one tail anyway"


@pytest.mark.parametrize(
    ("test", "df", "statistic", "p", "verdict"),
    [
        ("t", "28", "-2.20", ".036", "consistent"),
        ("t", "28", "0.00", "1.00", "consistent"),
        ("t", "28", "< 1", "ns", "consistent"),
        ("t", "28", "< 1", "n.s.", "consistent"),
        ("t", "28", "< 1", ".02", "decision-error"),
        ("t", "28", "> 5", "< .001", "consistent"),
        ("t", "28", "< -5", "< .001", "consistent"),
        ("F", "1,28", "< 1", "> .10", "consistent"),
        ("F", "1,28", "< 1", "< .05", "decision-error"),
        ("F", "1,28", "> 12", "< .01", "consistent"),
        ("r", "28", "1.00", "< .001", "consistent"),
        ("r", "28", "1.02", "< .001", "impossible"),
        ("r", "28", "-.52", ".003", "consistent"),
        ("F", "1,28", "-4.84", ".036", "impossible"),
        ("chi2", "1", "-3.84", ".05", "impossible"),
        ("t", "28", "2.20", "1.2", "impossible"),
        ("t", "28", "2.20", "-.036", "impossible"),
        ("t", "28", "2.20", "< 0", "impossible"),
        ("t", "28", "2.20", "> 1", "impossible"),
        ("t", "28", "9.20", ".000", "consistent"),
        ("t", "27.6", "2.20", ".036", "consistent"),
        ("z", "-", "1.96", ".05", "consistent"),
    ],
)
def test_plain_cases(said, test, df, statistic, p, verdict):
    p = p_values.read(p) if p.startswith("n") else p
    assert said(test, df, statistic, p).verdict == verdict


def test_a_p_of_zero_is_what_rounds_to_it_and_told_to_be_none(said):
    """R's statcheck 1.5.0 counts it as an error by default, whatever the statistic."""
    found = said("t", "28", "9.20", ".000")
    assert found.reason.endswith(", which p = .000 agrees with; no p is zero, so print it as a bound, as < .001")
    assert "no p is zero" not in said("t", "28", "9.20", "< .001").reason
    assert said("t", "28", "2.20", ".000").verdict is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    ("test", "df", "statistic", "p", "more", "told"),
    [
        ("t", "-", "2.20", ".03", {}, "t has df; give these and no more"),
        ("t", "2,28", "2.20", ".03", {}, "t has df;"),
        ("F", "28", "2.20", ".03", {}, "F has df and df2"),
        ("z", "28", "2.20", ".03", {}, "z has no df; give none"),
        ("t", "0", "2.20", ".03", {}, "df lies from 0.1 to 1,000,000,000, not at 0"),
        ("t", "1e10", "2.20", ".03", {}, "df lies from"),
        ("t", "> 28", "2.20", ".03", {}, "df is one number"),
        ("t", "28", "2.20", ".06", {"alpha": "5"}, "alpha lies between 0 and 1, not at 5"),
    ],
)
def test_what_cannot_be_checked_is_refused(said, test, df, statistic, p, more, told):
    with pytest.raises(UsageError, match=told):
        said(test, df, statistic, p, **more)


def test_a_second_df_without_the_first_is_refused(asked):
    with pytest.raises(UsageError, match="t has df"):
        asked(lambda **figures: statcheck("t", **figures), df2="28", statistic="2.20", p=".03")


def _made(chance: random.Random, test: Statistic) -> tuple[float, list[str], float]:
    """Give a statistic, its degrees of freedom as printed, and p, all from numbers not yet rounded."""
    whole = chance.randint(1, 200)
    if test is Statistic.Z:
        value = chance.gauss(0, 2)
        return value, [], normal_two_tailed(value)
    if test is Statistic.F:
        first, value = chance.randint(1, 8), chance.expovariate(0.5)
        return value, [str(first), str(whole)], f_upper_tail(value, df1=first, df2=whole)
    if test in {Statistic.CHI_SQUARED, Statistic.Q}:
        value = chance.uniform(0, 3 * whole)
        return value, [str(whole)], chi_squared_upper_tail(value, df=whole)
    df = whole + chance.choice((0.0, chance.random()))
    value = chance.gauss(0, 2)
    p = t_two_tailed(value, df=df)
    printed = [str(whole) if df == whole else f"{df:.{chance.randint(1, 3)}f}"]
    return (value / math.hypot(value, math.sqrt(df)) if test is Statistic.CORRELATION else value), printed, p


def test_no_statistic_with_its_own_p_is_called_inconsistent(said, chance, printed):
    for _ in range(10_000):
        test = chance.choice(list(Statistic))
        value, df, p = _made(chance, test)
        shown = printed(Fraction(value), chance.randint(1, 3))
        told = chance.choice((printed(Fraction(p), chance.randint(2, 4)), f"< {p * 1.01:.9e}", f"> {p * 0.99:.9e}"))
        if p < 1e-90:
            continue  # further down than figures are read
        found = said(str(test), ",".join(df) or "-", shown, told)
        assert found.stands, (found.reason, value, p)
