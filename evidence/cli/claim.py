"""What ``pool``, ``worksheet`` and ``assess`` share: the one claim that a key names."""

from typing import Final

import click

from evidence.db.session import reading
from evidence.dossier import Dossier
from evidence.errors import UsageError
from evidence.query.claims import ClaimFilter, claims
from evidence.query.dossiers import dossiers
from evidence.settings import Settings

CLAIM: Final = click.argument("claim", help="The claim's key; DOCUMENT/KEY where several documents have it.")


def dossier_of(claim: str, settings: Settings) -> Dossier:
    """Give the dossier of the claim of a key; raises ``UsageError`` where there is none, or where there are several."""
    document, _, key = claim.rpartition("/")
    with reading(settings.database) as session:
        found = list(dossiers(session, claims(ClaimFilter(document=document or None, key=key))))
    if not found:
        raise UsageError(f"no claim {claim!r} in the database")
    if len(found) > 1:
        documents = ", ".join(f"{each.claim.document}/{key}" for each in found)
        raise UsageError(f"several documents have a claim {key!r}; name one: {documents}")
    return found[0]
