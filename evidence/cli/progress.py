"""A bar on stderr for what takes long, in a terminal only."""

import contextlib
import sys
from collections.abc import Callable, Generator
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

_WORTH_A_BAR: Final = 256 * 1024
"""Bytes; less is read before a bar could be seen."""


@contextlib.contextmanager
def progress(size: int) -> Generator[Callable[[int], None]]:
    """Give a function to be told how much of ``size`` bytes was done since it was last told.

    The bar goes when the work is done. Where nobody looks, or it is soon done, nothing is shown.
    """
    if size < _WORTH_A_BAR or not sys.stderr.isatty():
        yield _nothing
        return
    columns = (TextColumn("Reading"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=size)
        yield lambda done: bar.advance(task, done)


def _nothing(_done: int) -> None:
    pass
