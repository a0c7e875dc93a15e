"""Pooled effects as CSV: what went in, as R's metafor reads it, and what came out."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from typing import Final

from evidence.pooling.measures import PooledMeasure
from evidence.pooling.pooled import PooledEffect
from evidence.pooling.rows import EffectRow
from evidence.pooling.table import Line, lines
from evidence.text import visible

_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001 - spreadsheets take the wide ones too


def rows_csv(rows: Sequence[EffectRow]) -> str:
    """Give the effects with metafor's names: slab, yi, vi, n, measure; UTF-8, decimal points, no value left empty.

    ``measure`` is what ``escalc`` calls it on the scale of ``yi``: ``PLO`` for a logit, ``ZCOR`` for Fisher's z.
    """
    told = ((_label(row.label), row.yi, row.vi, row.n, PooledMeasure(row.measure).escalc) for row in rows)
    return _csv(("slab", "yi", "vi", "n", "measure"), told)


def result_csv(pooled: PooledEffect) -> str:
    """Give every figure of a result on the scale of pooling, a line each, as the R script prints them."""
    told = ((_label(value) if isinstance(value, str) else value for value in astuple(line)) for line in lines(pooled))
    return _csv(tuple(field.name for field in fields(Line)), told)


def _csv(heads: tuple[str, ...], rows: Iterable[Iterable[str | float | None]]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return page.getvalue()


def _label(text: str) -> str:
    """Give a text on one line, and such that no spreadsheet takes it for a formula."""
    seen = visible(text)
    return f"'{seen}" if seen.startswith(_FORMULA) else seen
