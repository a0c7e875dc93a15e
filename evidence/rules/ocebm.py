"""The Oxford 2011 levels of evidence: how far up its table a design can reach for a kind of claim."""

import functools
import tomllib
from importlib.resources import files
from typing import Any, Final

from evidence.vocab import ClaimKind, Design

_TABLE: Final = {
    ClaimKind.BENEFIT: "benefit",
    ClaimKind.COMPARISON: "benefit",
    ClaimKind.HARM: "harm",
    ClaimKind.PREVALENCE: "prevalence",
    ClaimKind.PROGNOSIS: "prognosis",
}


def has_question(kind: ClaimKind) -> bool:
    """Tell whether the table has a question for a kind of claim."""
    return kind in _TABLE


def level(design: Design, *, kind: ClaimKind) -> int | None:
    """Give the best level, 1 to 5, that a design can reach for a kind of claim; none where it is not ranked.

    From the file ``ocebm2011.toml``, which names its source.
    """
    found = _read()[_TABLE[kind]].get(design)
    return None if found is None else int(found)


@functools.cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files("evidence.rules").joinpath("ocebm2011.toml").read_text("utf-8"))
