"""What a query finds in the whole record, in the shape of a claim's evidence."""

from dataclasses import replace
from typing import Final

from evidence.db.session import reading
from evidence.dossier import Claim, Dossier
from evidence.errors import UsageError
from evidence.query.effects import effects
from evidence.search.effects import EFFECT_FIELDS
from evidence.search.matches import matches
from evidence.search.parse import parse
from evidence.settings import Settings
from evidence.text import shortened
from evidence.vocab import ClaimKind, Direction

_WIDEST: Final = 80


def dossier_of_query(query: str, settings: Settings) -> Dossier:
    """Give the effects that a query finds, bearing on a claim that says no more than the query.

    So they bear neither way. Raises ``UsageError`` for a query that cannot be read, and for one that finds nothing.
    """
    asked = parse(query, EFFECT_FIELDS)
    with reading(settings.database) as session:
        lines = tuple(replace(line, direction=Direction.NEUTRAL) for line in effects(session) if matches(asked, line))
    if not lines:
        raise UsageError(f"no effect of the record is found by {shortened(query, width=_WIDEST)!r}")
    return Dossier(claim=Claim(key="query", document="", statement=query, kind=ClaimKind.UNCERTAINTY), lines=lines)
