"""A forest plot in the terminal: columns in line, and for each study a line with a square at its estimate."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len, set_cell_size

from evidence.report.forest import Forest, Kind, Row
from evidence.report.forest_axis import Axis, axis_of

_GAP: Final = 2
_NARROWEST_PLOT: Final = 20
_WIDEST_PLOT: Final = 80
_NARROWEST_LABEL: Final = 12
_WIDEST_LABEL: Final = 20
_CELLS_A_TICK: Final = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Signs:
    """What a plot is drawn with."""

    line: str
    square: str
    ends: str
    cut: str
    pooled_line: str
    pooled: str
    pooled_ends: str
    prediction: str
    null: str
    crossing: str
    axis: str
    tick: str
    more: str


_UNICODE: Final = Signs(
    line="─",
    square="■",
    ends="├┤",
    cut="◂▸",
    pooled_line="━",
    pooled="◆",
    pooled_ends="╺╸",
    prediction="╌",
    null="│",
    crossing="┼",
    axis="─",
    tick="┴",
    more="…",
)
_ASCII: Final = Signs(
    line="-",
    square="#",
    ends="[]",
    cut="<>",
    pooled_line="=",
    pooled="O",
    pooled_ends="()",
    prediction="~",
    null="|",
    crossing="+",
    axis="-",
    tick="+",
    more=".",
)
_SPELT: Final = str.maketrans({"τ": "tau", "²": "^2"})


def to_text(forest: Forest, *, width: int, encoding: str = "utf-8") -> str:
    """Give the plot as lines of at most ``width`` columns, in ASCII where the encoding has no blocks and lines.

    Where it is narrow the weights go first, then the sample sizes, then the plot itself.
    """
    signs = _UNICODE if _holds("".join(_all(_UNICODE)) + "τ²", encoding) else _ASCII
    rows = [replace(row, label=_spelt(row.label, encoding)) for row in forest.rows]
    caption = [text if signs is _UNICODE else text.translate(_SPELT) for text in forest.caption]
    heads = Row(
        kind=Kind.STUDY,
        label="Study",
        n="n",
        effect=forest.head,
        weight="Weight",
        share=0,
        estimate=None,
        low=0,
        high=0,
    )
    columns = _columns([heads, *rows], width=width)
    axis = axis_of(forest)
    lines = [*_wrapped(forest.title, width), _written(heads, columns, "", more=signs.more)]
    lines += [
        _written(row, columns, _drawn(row, forest, axis, width=columns.plot, signs=signs), more=signs.more)
        for row in rows
    ]
    if columns.plot:
        indent = " " * (columns.before + _GAP)
        lines += [f"{indent}{line}" for line in _axis(axis, width=columns.plot, signs=signs)]
    for text in caption:
        lines += _wrapped(text, width)
    return "".join(
        f"{set_cell_size(line, width).rstrip() if cell_len(line) > width else line.rstrip()}\n" for line in lines
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Columns:
    label: int
    n: int
    effect: int
    weight: int
    plot: int
    """Each in cells; 0 for a column that is left out."""

    @property
    def before(self) -> int:
        shown = [column for column in (self.label, self.n, self.effect, self.weight) if column]
        return sum(shown) + _GAP * (len(shown) - 1)


def _columns(rows: list[Row], *, width: int) -> _Columns:
    label = max(cell_len(row.label) for row in rows)
    n = max(len(row.n) for row in rows) if any(row.n for row in rows[1:]) else 0
    effect = max(len(row.effect) for row in rows)
    weight = max(len(row.weight) for row in rows)
    for sizes, weights in ((n, weight), (n, 0), (0, 0)):
        others = sum(column + _GAP for column in (sizes, effect, weights) if column) + _GAP
        room = width - others - _NARROWEST_PLOT
        if room >= min(label, _NARROWEST_LABEL):
            wide = min(label, room, max(_WIDEST_LABEL, width // 4))
            plot = min(width - others - wide, _WIDEST_PLOT)
            return _Columns(label=wide, n=sizes, effect=effect, weight=weights, plot=plot)
    return _Columns(label=max(min(label, width - effect - _GAP), 1), n=0, effect=effect, weight=0, plot=0)


def _written(row: Row, columns: _Columns, plot: str, *, more: str) -> str:
    parts = [_fitted(row.label, columns.label, more=more)]
    parts += [
        text.rjust(column)
        for text, column in ((row.n, columns.n), (row.effect, columns.effect), (row.weight, columns.weight))
        if column
    ]
    return (" " * _GAP).join([*parts, plot])


def _fitted(text: str, width: int, *, more: str) -> str:
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + more


def _drawn(row: Row, forest: Forest, axis: Axis, *, width: int, signs: Signs) -> str:
    if not width:
        return ""
    cells = [" "] * width
    null = None if forest.null is None else _cell(axis, forest.null, width)
    if null is not None:
        cells[null] = signs.null
    low, high = (_cell(axis, place, width) for place in (row.low, row.high))
    line, ends = {
        Kind.STUDY: (signs.line, signs.ends),
        Kind.POOLED: (signs.pooled_line, signs.pooled_ends),
        Kind.PREDICTION: (signs.prediction, signs.ends),
    }[row.kind]
    for cell in range(low, high + 1):
        cells[cell] = signs.crossing if cell == null and row.kind is Kind.STUDY else line
    cells[low] = signs.cut[0] if row.low < axis.low else ends[0]
    cells[high] = signs.cut[1] if row.high > axis.high else ends[1]
    if row.estimate is not None:
        cells[_cell(axis, row.estimate, width)] = signs.square if row.kind is Kind.STUDY else signs.pooled
    return "".join(cells)


def _cell(axis: Axis, place: float, width: int) -> int:
    return round(min(max(axis.fraction(place), 0), 1) * (width - 1))


def _axis(axis: Axis, *, width: int, signs: Signs) -> Iterator[str]:
    """Give the line of the axis and, below it, its values: those that do not touch each other."""
    line, below = [signs.axis] * width, [" "] * width
    free = 0
    for tick in axis.ticks(width // _CELLS_A_TICK):
        cell = _cell(axis, tick.place, width)
        start = max(min(cell - len(tick.text) // 2, width - len(tick.text)), 0)
        if start < free:
            continue
        line[cell] = signs.tick
        below[start : start + len(tick.text)] = tick.text
        free = start + len(tick.text) + 1
    yield "".join(line)
    yield "".join(below)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width)


def _all(signs: Signs) -> Iterator[str]:
    yield from (getattr(signs, name) for name in signs.__slots__)


def _holds(text: str, encoding: str) -> bool:
    return _spelt(text, encoding) == text


def _spelt(text: str, encoding: str) -> str:
    """Give a text with what the encoding does not have spelt out; all but ASCII where it is not known."""
    try:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    except LookupError:
        return text.encode("ascii", "backslashreplace").decode("ascii")
