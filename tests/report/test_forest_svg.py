"""A forest plot as SVG is one sound file, safe whatever the labels, with the numbers of the table."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from pooled_effects import pooled_at
from pooling.published import stroke, tuberculosis

from evidence.pooling.pool import pool
from evidence.pooling.rows import EffectRow
from evidence.report.forest import forest
from evidence.report.forest_axis import axis_of
from evidence.report.forest_svg import to_svg
from evidence.vocab import Measure

SVG = "{http://www.w3.org/2000/svg}"


def read(plot):
    return ET.fromstring(to_svg(plot))  # noqa: S314 - our own file


def texts(root):
    return [text.text for text in root.iter(f"{SVG}text")]


@pytest.fixture
def vaccine():
    return forest(pooled_at(tuberculosis(), tau2=0.31324326, low=0.11971836, high=1.11147908))


def test_it_says_what_the_table_says(vaccine):
    told = texts(read(vaccine))
    for row in vaccine.rows:
        for text in (row.label, row.n, row.effect, row.weight):
            assert text in told or not text
    assert [text for text in told if text in {"0.1", "0.2", "0.5", "1", "2", "5"}] == [
        "0.1",
        "0.2",
        "0.5",
        "1",
        "2",
        "5",
    ]
    assert all(text in told for text in (vaccine.title, vaccine.head, *vaccine.caption))


def test_it_can_be_read_aloud(vaccine):
    root = read(vaccine)
    assert root.get("role") == "img"
    named = [root.find(f"*[@id='{name}']") for name in root.get("aria-labelledby").split()]
    assert [element.tag for element in named] == [f"{SVG}title", f"{SVG}desc"]
    assert named[0].text == "Forest plot: Risk ratio with 95 % confidence intervals"
    assert "Pooled (REML): 0.49 [0.33, 0.73]" in named[1].text


def test_it_stands_alone(vaccine):
    text = to_svg(vaccine)
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|@import|<image|<script|<style", text)


def test_everything_lies_on_the_page(vaccine):
    for plot in (vaccine, forest(pooled_at(stroke(), tau2=685.2)), forest(pool(tuberculosis()[:1]))):
        root = read(plot)
        _, _, width, height = map(float, root.get("viewBox").split())
        assert (root.get("width"), root.get("height")) == (f"{width:g}", f"{height:g}")
        for element in root.iter():
            for name in ("x", "x1", "x2"):
                assert 0 <= float(element.get(name, 0)) <= width
            for name in ("y", "y1", "y2"):
                assert 0 <= float(element.get(name, 0)) <= height


def test_marks_stand_along_the_axis_and_grow_with_the_weight(vaccine):
    root = read(vaccine)
    squares = [element for element in root.iter(f"{SVG}rect") if element.get("x")]
    assert len(squares) == 13
    axis = axis_of(vaccine)
    sides = [float(square.get("width")) for square in squares]
    middles = [float(square.get("x")) + side / 2 for square, side in zip(squares, sides, strict=True)]
    start = middles[0] - axis.fraction(vaccine.rows[0].estimate) * 340
    for row, middle, side in zip(vaccine.rows, middles, sides, strict=False):
        assert middle == pytest.approx(start + axis.fraction(row.estimate) * 340, abs=0.02)
        assert (side / max(sides)) ** 2 == pytest.approx(row.share, abs=0.01)
    [diamond] = root.iter(f"{SVG}polygon")
    corners = [float(corner.split(",")[0]) for corner in diamond.get("points").split()]
    pooled = vaccine.rows[13]
    expected = [start + axis.fraction(place) * 340 for place in (pooled.low, pooled.estimate, pooled.high)]
    assert corners[:3] == pytest.approx(expected, abs=0.02)


def test_what_is_cut_ends_in_an_arrow():
    rows = [EffectRow(label="Near", yi=1.0, vi=0.8, measure=Measure.MEAN_DIFFERENCE)] * 3
    vague = EffectRow(label="Vague", yi=1.0, vi=1e4, measure=Measure.MEAN_DIFFERENCE)
    assert len(list(read(forest(pooled_at([*rows, vague], tau2=0.0))).iter(f"{SVG}polygon"))) == 3  # and the diamond


def test_a_pooled_interval_that_is_cut_is_a_small_diamond_on_a_line_with_arrows():
    rows = [
        EffectRow(label=label, yi=yi, vi=vi, measure=Measure.RISK_RATIO)
        for label, yi, vi in (("Zinc", -0.7, 0.09), ("Iron", 0.3, 0.04))
    ]
    plot = forest(pool(rows))
    shapes = [
        [tuple(map(float, corner.split(","))) for corner in shape.get("points").split()]
        for shape in read(plot).iter(f"{SVG}polygon")
    ]
    (diamond,) = [shape for shape in shapes if len(shape) == 4]
    assert diamond[2][0] - diamond[0][0] == pytest.approx(12)
    left, right = [shape for shape in shapes if len(shape) == 3]
    assert right[0][0] - left[0][0] == pytest.approx(340)
    assert {point[1] for point in (diamond[0], left[0], right[0])} == {diamond[0][1]}
    assert plot.rows[-1].effect in texts(read(plot))
    assert len([shape for shape in read(plot).iter(f"{SVG}rect") if shape.get("x")]) == 2  # squares are for studies


def test_a_measure_of_one_group_has_no_null_line(vaccine):
    rows = [EffectRow(label=f"Survey {n}", yi=-1.0, vi=0.01, measure=Measure.PROPORTION) for n in range(3)]
    assert "#888" in to_svg(vaccine)
    assert "#888" not in to_svg(forest(pooled_at(rows, tau2=0.0)))


@pytest.mark.parametrize(
    "label",
    [
        "</text><script>alert(1)</script>",
        "Smith & Jones <2001>",
        "]]> \"quoted\" 'too'",
        "\x00\x1b[31m\ud800\ufffe\uffff",
        "<!DOCTYPE x [<!ENTITY y 'z'>]>&y;",
        "x" * 100000,
    ],
)
def test_labels_that_mean_harm_are_text(label):
    plot = forest(pooled_at([replace(row, label=label) for row in tuberculosis()[:3]], tau2=0.3))
    root = read(plot)
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "text", "line", "polygon")
    }
    assert all(len(text) < 200 for text in texts(root))
