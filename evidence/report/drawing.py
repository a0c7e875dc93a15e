"""How reports look in a terminal: colours, columns, and text that fits its width."""

import io
from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evidence.vocab import State

COLOURS: Final = {
    State.UNSUPPORTED: "bold red",
    State.DISPUTED: "red",
    State.CONTESTED: "magenta",
    State.UNJUDGED: "cyan",
    State.WEAK: "yellow",
    State.SUPPORTED: "green",
}


def rendered(parts: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """Give what rich draws as lines of at most ``width`` columns, each without trailing blanks."""
    page = io.StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().split("\n")[:-1])


def heading(text: str) -> Text:
    """Give a heading, with an empty line before it."""
    return Text(f"\n{text}", style="bold")


def indented(text: RenderableType, *, by: int = 2) -> Padding:
    """Give a text with blanks before each of its lines."""
    return Padding(text, (0, 0, 0, by))


def marked(rows: Sequence[tuple[str, Text]], *, style: str = "bold") -> Table:
    """Give rows of a mark and a text, the texts in line below each other."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(style=style, overflow="fold")
    table.add_column(overflow="fold")
    for mark, text in rows:
        table.add_row(Text(mark), text)
    return table
