"""What goes into a pooled effect as CSV, as R's metafor reads it."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from evidence.pooling.measures import PooledMeasure
from evidence.pooling.rows import EffectRow
from evidence.text import visible

_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001 - spreadsheets take the wide ones too


def rows_csv(rows: Sequence[EffectRow]) -> str:
    """Give the effects with metafor's names: slab, yi, vi, n, measure; UTF-8, decimal points.

    ``n`` is empty where it is not known. ``measure`` is what ``escalc`` calls it on the scale of ``yi``: ``PLO`` for a
    logit, ``ZCOR`` for Fisher's z.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(("slab", "yi", "vi", "n", "measure"))
    writer.writerows((_label(row.label), row.yi, row.vi, row.n, PooledMeasure(row.measure).escalc) for row in rows)
    return page.getvalue()


def _label(text: str) -> str:
    """Give a text on one line, and such that no spreadsheet takes it for a formula."""
    seen = visible(text)
    return f"'{seen}" if seen.startswith(_FORMULA) else seen
