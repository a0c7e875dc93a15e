"""A forest plot in the terminal keeps to its width and its encoding, and puts each mark where it belongs."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pooled_effects import pooled_at
from pooling.published import tuberculosis
from rich.cells import cell_len

from evidence.pooling.pool import pool
from evidence.pooling.pooled import Model
from evidence.pooling.rows import EffectRow
from evidence.report.forest import forest
from evidence.report.forest_text import to_text
from evidence.vocab import Measure

VACCINE = """\
Risk ratio with 95 % confidence intervals
Study                            n        RR [95 % CI]  Weight
"""


@pytest.fixture
def vaccine():
    return forest(pooled_at(tuberculosis(), tau2=0.31324326, low=0.11971836, high=1.11147908))


def plots(text):
    """What is drawn right of the columns, a row each."""
    lines = text.splitlines()
    [head] = [line for line in lines if line.startswith("Study")]
    return [line[len(head) + 2 :] for line in lines[lines.index(head) + 1 :]]


def test_each_row_has_the_numbers_of_the_table_and_a_mark(vaccine):
    text = to_text(vaccine, width=110)
    lines = text.splitlines()
    assert text.startswith(VACCINE)
    for row, line, plot in zip(vaccine.rows, lines[2:], plots(text), strict=False):
        assert line.startswith(row.label)
        for told in (row.n, row.effect, row.weight):
            assert told in line
        assert plot.count("■") == (row.weight != "")
        assert plot.count("◆") == line.startswith("Pooled")
    assert lines[-3:] == list(vaccine.caption)


def test_marks_stand_where_their_values_do():
    """A ratio of 1/2 and of 2 are as far from 1, on either side."""
    rows = [
        EffectRow(label=label, yi=yi, vi=0.25**2, measure=Measure.RISK_RATIO)
        for label, yi in (("Half", -0.6931471805599453), ("One", 0.0), ("Double", 0.6931471805599453))
    ]
    text = to_text(forest(pooled_at(rows, tau2=0.0), model=Model.COMMON), width=100)
    half, one, double, pooled, *_ = plots(text)
    null = one.index("■")
    assert null - half.index("■") > 10
    assert null - half.index("■") == pytest.approx(double.index("■") - null, abs=1)
    assert pooled.index("◆") == null
    assert half[null] == "│"
    assert half.index("├") < half.index("■") < half.index("┤")
    assert ["0.5", "1", "2"] in [line.split() for line in text.splitlines()]


def test_an_interval_crosses_the_null_visibly_and_a_vague_one_is_cut():
    rows = [EffectRow(label="Near", yi=1.0, vi=0.8, measure=Measure.MEAN_DIFFERENCE)] * 3
    vague = EffectRow(label="Vague", yi=1.0, vi=1e4, measure=Measure.MEAN_DIFFERENCE)
    near, *_, far = plots(to_text(forest(pooled_at([*rows, vague], tau2=0.0)), width=90))[:4]
    assert "┼" in near
    assert far.strip().startswith("◂─")
    assert far.endswith("▸")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_three_studies_can_be_told_apart_whatever_they_predict(width):
    rows = [
        EffectRow(label=label, yi=math.log(ratio), vi=0.0225, measure=Measure.RISK_RATIO)
        for label, ratio in (("Zinc", 0.5), ("Iron", 0.7), ("Iodine", 1.3))
    ]
    zinc, iron, iodine, pooled, prediction, *_ = plots(to_text(forest(pool(rows)), width=width))
    squares = [line.index("■") for line in (zinc, iron, iodine)]
    assert squares[1] - squares[0] >= 3
    assert squares[2] - squares[1] >= 4
    assert not {"◂", "▸"} & set(zinc + iron + iodine + pooled)
    assert (prediction[0], prediction[-1]) == ("◂", "▸")


def test_a_measure_of_one_group_has_no_null_line():
    rows = [EffectRow(label=f"Survey {n}", yi=-1.0, vi=0.01, measure=Measure.PROPORTION) for n in range(3)]
    assert "│" not in to_text(forest(pooled_at(rows, tau2=0.0)), width=90)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "no-such-encoding"])
def test_where_there_are_no_blocks_it_is_drawn_in_ascii(vaccine, encoding):
    hard = replace(vaccine, rows=(replace(vaccine.rows[0], label="Müller 漢字"), *vaccine.rows[1:]))
    text = to_text(hard, width=90, encoding=encoding)
    rest = text.replace("Müller", "")
    assert rest.isascii()
    assert "#" in text
    assert "tau^2 0.3132" in text.replace("\n", " ")
    text.encode("latin-1" if encoding == "no-such-encoding" else encoding)
    assert "\\u6f22" in text


def test_columns_go_one_after_the_other_as_it_narrows(vaccine):
    shown = {width: to_text(vaccine, width=width) for width in (100, 66, 56, 46)}
    assert ["10.2 %" in text for text in shown.values()] == [True, False, False, False]
    assert ["176,782" in text for text in shown.values()] == [True, True, False, False]
    assert ["■" in text for text in shown.values()] == [True, True, True, False]
    assert all(row.effect in text for text in shown.values() for row in vaccine.rows)


LABELS = ["a", "x" * 500, "漢字" * 60, "مرحبا بالعالم", "e\u0301" * 30, "👩‍🔬 study", "\x1b]0;title\x07", " tab\tbed "]


@given(
    st.lists(st.sampled_from(LABELS), min_size=2, max_size=4), st.integers(1, 160), st.sampled_from(["utf-8", "ascii"])
)
def test_no_line_is_wider_than_asked(labels, width, encoding):
    rows = [replace(row, label=label) for row, label in zip(tuberculosis(), labels, strict=False)]
    text = to_text(forest(pooled_at(rows, tau2=0.3)), width=width, encoding=encoding)
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_columns_are_in_line_whatever_the_labels(vaccine):
    """A wide character takes two cells."""
    wide = replace(vaccine, rows=(replace(vaccine.rows[0], label="漢字" * 4), *vaccine.rows[1:]))
    lines = to_text(wide, width=110).splitlines()[2:15]
    assert len({cell_len(line[: line.index("]")]) for line in lines}) == 1


def test_one_study_is_drawn_alone():
    text = to_text(forest(pool(tuberculosis()[:1])), width=80)
    assert "■" in text
    assert "◆" not in text
    assert text.endswith("may differ from\nprint in the last digits.\n")


def test_values_below_the_axis_do_not_touch():
    """Where there is no room for each of them, some are left out with their ticks."""
    rows = [EffectRow(label="S", yi=yi, vi=1e-8, measure=Measure.RISK_DIFFERENCE) for yi in (0.0004, -0.0004, 0.0)]
    for width in range(70, 115):
        lines = to_text(forest(pooled_at(rows, tau2=1e-8), model=Model.COMMON), width=width).splitlines()
        [axis] = [place for place, line in enumerate(lines) if "┴" in line]
        told = lines[axis + 1].split()
        assert len(told) == lines[axis].count("┴") >= 2
        assert [float(value) for value in told] == sorted(float(value) for value in told)
        assert all(abs(float(value)) <= 0.001 for value in told)
