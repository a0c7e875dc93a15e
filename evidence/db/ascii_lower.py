"""Texts in small letters as BibTeX compares keys: A to Z only, alike on both databases."""

from typing import Any

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction


class ascii_lower(GenericFunction[str]):  # noqa: N801 - a function of SQL
    """The text of a column with A to Z in small letters."""

    type = Text()
    inherit_cache = True


@compiles(ascii_lower)
def _as_it_is(function: ascii_lower, compiler: SQLCompiler, **told: Any) -> str:  # noqa: ANN401 - as called
    return f"lower({compiler.process(function.clauses, **told)})"


@compiles(ascii_lower, "postgresql")
def _by_the_c_collation(function: ascii_lower, compiler: SQLCompiler, **told: Any) -> str:  # noqa: ANN401 - as called
    return f'lower({compiler.process(function.clauses, **told)} COLLATE "C")'
