"""A forest plot as SVG: one file that stands alone, in black and grey, that prints and is read aloud well."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from rich.cells import cell_len

from evidence.report.forest import Forest, Kind, Row
from evidence.report.forest_axis import Axis, axis_of
from evidence.text import shortened

_SIZE: Final = 12
_ROW: Final = 22
_EDGE: Final = 16
_GAP: Final = 18
_CHARACTER: Final = 6.9
"""How wide a character of that size is at most, on the average; no font is embedded to be measured."""
_PLOT: Final = 340
_LONGEST_LABEL: Final = 44
_LARGEST_SQUARE: Final = 13.0
_LEAST_SQUARE: Final = 3.0
_DIAMOND: Final = 6.0
_END: Final = 4.0
_TICKS: Final = 7
_UNWRITABLE: Final = str.maketrans(dict.fromkeys("\ufffe\uffff", "\N{REPLACEMENT CHARACTER}"))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    """Where things stand, in pixels from the top left."""

    label: float
    n: float
    effect: float
    weight: float
    """Where the column ends; the labels begin at theirs."""
    plot: float
    width: float
    top: float
    bottom: float
    height: float


def to_svg(forest: Forest) -> str:
    """Give the plot as an SVG document with the columns of the table, its title, and a description to be read aloud."""
    page, axis = _page(forest), axis_of(forest)
    size = f'width="{_n(page.width)}" height="{_n(page.height)}"'
    box = f'viewBox="0 0 {_n(page.width)} {_n(page.height)}"'
    named = 'role="img" aria-labelledby="forest-title forest-description"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {named} {box} {size} font-family="sans-serif" font-size="{_SIZE}">',
        f'<title id="forest-title">{_safe(f"Forest plot: {forest.title}")}</title>',
        f'<desc id="forest-description">{_safe(_described(forest))}</desc>',
        f'<rect {size} fill="#fff"/>',
        *_heads(forest, page),
        *_frame(forest, axis, page),
    ]
    for place, row in enumerate(forest.rows):
        middle = page.top + _ROW * (place + 0.5)
        parts += [*_columns(row, page, middle), *_mark(row, axis, page, middle)]
    for place, text in enumerate(forest.caption):
        parts.append(_text(page.label, page.bottom + 2 * _ROW + _ROW * place, text, colour="#444"))
    return "\n".join([*parts, "</svg>", ""])


def _page(forest: Forest) -> _Page:
    label = max([len("Study"), *(min(cell_len(row.label), _LONGEST_LABEL) for row in forest.rows)])
    sizes = max([len("n"), *(len(row.n) for row in forest.rows)])
    effect = max([len(forest.head), *(len(row.effect) for row in forest.rows)])
    n_end = _EDGE + (label + sizes) * _CHARACTER + _GAP
    effect_end = n_end + _GAP + effect * _CHARACTER
    weight_end = effect_end + _GAP + len("Weight") * _CHARACTER
    plot = weight_end + 2 * _GAP
    longest = max(map(len, [forest.title, *forest.caption])) * _CHARACTER
    top = _EDGE + 2.5 * _ROW
    bottom = top + _ROW * len(forest.rows)
    return _Page(
        label=_EDGE,
        n=n_end,
        effect=effect_end,
        weight=weight_end,
        plot=plot,
        width=max(plot + _PLOT, _EDGE + longest) + _EDGE,
        top=top,
        bottom=bottom,
        height=bottom + _ROW * (1 + len(forest.caption)) + _EDGE,
    )


def _heads(forest: Forest, page: _Page) -> Iterator[str]:
    yield _text(page.label, _EDGE + _SIZE, forest.title, weight="bold")
    line = page.top - _ROW / 2
    yield _text(page.label, line, "Study", weight="bold")
    for end, text in ((page.n, "n"), (page.effect, forest.head), (page.weight, "Weight")):
        yield _text(end, line, text, weight="bold", anchor="end")
    yield _line(page.label, line + 7, page.plot + _PLOT, line + 7)


def _columns(row: Row, page: _Page, middle: float) -> Iterator[str]:
    line, weight = middle + _SIZE / 3, "normal" if row.kind is Kind.STUDY else "bold"
    yield _text(page.label, line, shortened(row.label, width=_LONGEST_LABEL), weight=weight)
    for end, text in ((page.n, row.n), (page.effect, row.effect), (page.weight, row.weight)):
        if text:
            yield _text(end, line, text, weight=weight, anchor="end")


def _frame(forest: Forest, axis: Axis, page: _Page) -> Iterator[str]:
    """Give the axis with its ticks, and the line of no effect."""
    yield _line(page.plot, page.bottom, page.plot + _PLOT, page.bottom)
    for tick in axis.ticks(_TICKS):
        x = _x(axis, tick.place, page)
        yield _line(x, page.bottom, x, page.bottom + 5)
        yield _text(x, page.bottom + 18, tick.text, anchor="middle")
    if forest.null is not None:
        x = _x(axis, forest.null, page)
        yield _line(x, page.top - 2, x, page.bottom, colour="#888")


def _mark(row: Row, axis: Axis, page: _Page, y: float) -> Iterator[str]:
    low, high = _x(axis, row.low, page), _x(axis, row.high, page)
    is_whole = axis.low <= row.low and row.high <= axis.high
    if row.kind is Kind.POOLED and row.estimate is not None:
        x = _x(axis, row.estimate, page)
        yield _diamond((low, x, high) if is_whole else (x - _DIAMOND, x, x + _DIAMOND), y)
        if is_whole:
            return
    yield _line(low, y, high, y, dashes="4 3" if row.kind is Kind.PREDICTION else None)
    yield _end(low, y, cut=row.low < axis.low, towards=1)
    yield _end(high, y, cut=row.high > axis.high, towards=-1)
    if row.kind is Kind.STUDY and row.estimate is not None:
        side = max(_LARGEST_SQUARE * row.share**0.5, _LEAST_SQUARE)
        x = _x(axis, row.estimate, page)
        corner = f'x="{_n(x - side / 2)}" y="{_n(y - side / 2)}"'
        yield f'<rect {corner} width="{_n(side)}" height="{_n(side)}" fill="#222"/>'


def _diamond(places: tuple[float, float, float], y: float) -> str:
    """Give the diamond of a pooled effect; where its interval is cut, a small one that stands on a line."""
    low, middle, high = places
    corners = [(low, y), (middle, y - _DIAMOND), (high, y), (middle, y + _DIAMOND)]
    return f'<polygon points="{" ".join(f"{_n(x)},{_n(height)}" for x, height in corners)}"/>'


def _end(x: float, y: float, *, cut: bool, towards: int) -> str:
    """Give the end of a line: a bar across, or the head of an arrow where the line is cut."""
    if not cut:
        return _line(x, y - _END, x, y + _END)
    back = x + towards * 2 * _END
    return f'<polygon points="{_n(x)},{_n(y)} {_n(back)},{_n(y - _END)} {_n(back)},{_n(y + _END)}"/>'


def _x(axis: Axis, place: float, page: _Page) -> float:
    return page.plot + min(max(axis.fraction(place), 0), 1) * _PLOT


def _described(forest: Forest) -> str:
    told = [f"{row.label}: {row.effect}" for row in forest.rows]
    return f"{'. '.join(told)}. {' '.join(forest.caption)}"


def _line(x1: float, y1: float, x2: float, y2: float, *, colour: str = "#000", dashes: str | None = None) -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{colour}"{dashed}/>'


def _text(x: float, y: float, text: str, *, weight: str = "normal", anchor: str = "start", colour: str = "#000") -> str:
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" font-weight="{weight}" fill="{colour}">'
        f"{_safe(text)}</text>"
    )


def _safe(text: str) -> str:
    """Give a text as XML takes it; what came from the record is visible already."""
    return escape(text.translate(_UNWRITABLE))


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
