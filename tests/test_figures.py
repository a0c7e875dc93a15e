from contextlib import suppress
from decimal import Decimal, getcontext, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.figures import Figure, FigureError

READ = {
    "0.90": ("0.90", "0.01", "="),
    "0.9": ("0.9", "0.1", "="),
    "112": ("112", "1", "="),
    "1,234.5": ("1234.5", "0.1", "="),
    "12,345,678": ("12345678", "1", "="),
    "-1.12": ("-1.12", "0.01", "="),
    "\u22121.12": ("-1.12", "0.01", "="),
    "\u20131.12": ("-1.12", "0.01", "="),
    "+3": ("3", "1", "="),
    "0\u00b779": ("0.79", "0.01", "="),
    ".05": ("0.05", "0.01", "="),
    "< .001": ("0.001", "0.001", "<"),
    "<=5": ("5", "1", "<="),
    "\u2264 5": ("5", "1", "<="),
    "\u2265\u00a05": ("5", "1", ">="),
    ">=5": ("5", "1", ">="),
    "> 10": ("10", "1", ">"),
    "= 0.04": ("0.04", "0.01", "="),
    "70.8%": ("0.708", "0.001", "="),
    "70.8 %": ("0.708", "0.001", "="),
    "70.8\u202f%": ("0.708", "0.001", "="),
    "\u22125\u2009%": ("-0.05", "0.01", "="),
    "1.2e-5": ("0.000012", "0.000001", "="),
    "3E4": ("30000", "10000", "="),
    "1e100": (f"1{'0' * 100}", f"1{'0' * 100}", "="),
    "-0": ("0", "1", "="),
    "  0.5\n": ("0.5", "0.1", "="),
}

REFUSED = (
    "", " ", "about 5", "5 mg", "1e999", "1e101", "1e-101", "1e9999", "1,23", "0,001", "-0,350", "1,2345",
    ",123", "5.", ".", "-", "%",
    "<", "1.2.3", "1-2", "--1", "< < 1", "50%%", "nan", "inf", "Infinity", "0x10", "1_000", "\u0663", "\uff11",
    "1\x005", "12:30", "\u00bd", "9" * 65, "1" * 1_000_000, " " * 1_000_000 + "x",
)  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), READ.items(), ids=[ascii(printed) for printed in READ])
def test_a_number_is_read_as_papers_print_it(printed, expected):
    value, step, relation = expected
    figure = Figure.parse(printed)
    assert (figure.value, figure.step, figure.relation) == (Decimal(value), Decimal(step), relation)


@pytest.mark.parametrize("printed", ["0.90", "< .001", "\u22121.12", "1,234", "70.8 %"])
def test_what_was_printed_is_kept_to_the_character(printed):
    assert str(Figure.parse(f" {printed}\n")) == Figure.parse(printed).printed == printed


@pytest.mark.parametrize("printed", REFUSED, ids=lambda printed: ascii(printed[:12]))
def test_what_is_not_one_number_is_refused_in_a_short_message(printed):
    with pytest.raises(FigureError) as refused:
        Figure.parse(printed)
    assert len(str(refused.value)) < 300


@given(st.text())
def test_any_text_is_a_number_or_a_figure_error(text):
    with suppress(FigureError):
        assert Figure.parse(text).value.is_finite()


@given(st.text(alphabet="0123456789.,-+eE%<>= \u2212\u2264\u00b7", max_size=70))
def test_any_text_of_the_signs_of_numbers_is_a_number_or_a_figure_error(text):
    with suppress(FigureError):
        assert Figure.parse(text).value.is_finite()


plain = st.builds(
    lambda sign, whole, decimals: f"{sign}{whole}{'.' if decimals else ''}{decimals}",
    st.sampled_from(("", "-")),
    st.integers(min_value=0, max_value=10**31 - 1),
    st.text(alphabet="0123456789", max_size=31),
)


@given(plain)
def test_a_decimal_printed_plainly_reads_as_itself_with_every_digit(printed):
    assert format(Figure.parse(printed).value, "f") == printed


def test_neither_long_numbers_nor_a_narrow_context_lose_a_digit():
    digits = "1234567890" * 6
    with localcontext() as context:
        context.prec = 3
        figure = Figure.parse(f"-{digits}%")
        assert figure.value == Decimal(f"-{digits[:-2]}.{digits[-2:]}")
        assert figure.low == Decimal(f"-{digits[:-2]}.{digits[-2:]}5")
        assert figure.high == Decimal(f"-{digits[:-2]}.{int(digits[-2:]) - 1:02}5")
    assert getcontext().prec == 28


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("0.90", "0.895", "0.905"),
        ("0", "-0.5", "0.5"),
        ("-1.1", "-1.15", "-1.05"),
        ("70.8%", "0.7075", "0.7085"),
        ("1e3", "500", "1500"),
    ],
)
def test_low_and_high_bound_what_rounds_to_the_printed(printed, low, high):
    figure = Figure.parse(printed)
    assert (figure.low, figure.high) == (Decimal(low), Decimal(high))
