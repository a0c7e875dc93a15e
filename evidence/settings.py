"""Where the database is and what the limits are: from an option, the environment or ``evidence.toml``."""

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from evidence.errors import FileError, UsageError
from evidence.limits import Limits
from evidence.text import shortened, visible

_FILE: Final = "evidence.toml"
_DATABASE: Final = "evidence.db"
_VARIABLE: Final = "EVIDENCE_DB"
_SETTINGS: Final = ("database", "limits")
"""Of a limit that may have decimals: beyond it no published one lies, and none breaks a report."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What holds for one run."""

    database: str
    """A file or a database URL."""
    limits: Limits


def settings(*, database: str | None = None, config: Path | None = None) -> Settings:
    """Give what holds: the database by option, else ``EVIDENCE_DB``, else the file, else ``evidence.db`` here.

    The file is the one named, else ``evidence.toml`` in this folder where there is one. Raises
    ``FileError`` for one that cannot be read, and for any setting that does not exist.
    """
    if database == "":
        raise UsageError("--db is empty: name a file or a database URL")
    path = config or Path(_FILE)
    told = _read(path) if config is not None or path.is_file() else {}
    for name in told:
        if name not in _SETTINGS:
            raise FileError(f"{visible(str(path))}: {visible(name)}: no such setting; {_near(name, _SETTINGS)}")
    named = told.get("database", _DATABASE)
    if not isinstance(named, str) or not named:
        raise FileError(f"{visible(str(path))}: database: expected a file name or a database URL")
    return Settings(
        database=database or os.environ.get(_VARIABLE) or named,
        limits=_limits(told.get("limits", {}), path),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"), parse_float=Decimal)
    except OSError as error:
        raise FileError(f"{visible(str(path))}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise FileError(f"{visible(str(path))}: not TOML: {shortened(str(error), width=200)}") from error


def _limits(told: Any, path: Path) -> Limits:  # noqa: ANN401 - whatever the file holds there
    if not isinstance(told, dict):
        raise FileError(f"{visible(str(path))}: limits: expected a table, as [limits]")
    known = {entry.name.replace("_", "-"): entry for entry in fields(Limits)}
    limits: dict[str, Any] = {}
    for name, value in told.items():
        place = f"{visible(str(path))}: limits.{visible(name)}"
        if name not in known:
            raise FileError(f"{place}: no such limit; {_near(name, sorted(known))}")
        entry = known[name]
        is_decimal = isinstance(entry.default, Decimal)
        limits[entry.name] = _limit(value, place, decimal=is_decimal, within=entry.metadata["within"])
    return replace(Limits(), **limits)


def _limit(value: Any, place: str, *, decimal: bool, within: tuple[int, int]) -> int | Decimal:  # noqa: ANN401 - whatever the file holds there
    least, most = within
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if is_whole and least <= value <= most:
        return Decimal(value) if decimal else int(value)
    if decimal and isinstance(value, Decimal) and value.is_finite() and least <= value <= most:
        return value
    raise FileError(f"{place}: expected a {'number' if decimal else 'whole number'} from {least} to {most}")


def _near(name: str, names: Sequence[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return f"did you mean {near[0]}?" if near else f"there are: {', '.join(names)}"
