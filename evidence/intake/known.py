"""What the database holds of the sources that an import names."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.intake.batches import batches
from evidence.intake.plan import Known
from evidence.model import Source, SourceField

_KEYS_A_QUERY: Final = 500


def known(session: Session, *, keys: Iterable[str]) -> dict[str, Known]:
    """Give entry type and fields of each source that has one of the keys: a query for every 500 keys."""
    found: dict[str, Known] = {}
    for batch in batches(keys, size=_KEYS_A_QUERY):
        kinds: dict[str, str] = {}
        fields: dict[str, list[tuple[str, str]]] = {}
        query = (
            select(Source.key, Source.kind, SourceField.name, SourceField.value)
            .outerjoin(SourceField, SourceField.source_id == Source.id)
            .where(Source.key.in_(batch))
            .order_by(Source.id, SourceField.position)
        )
        for key, kind, name, value in session.execute(query):
            kinds[key] = kind
            of_source = fields.setdefault(key, [])
            if name is not None:  # none where a source has no field at all
                of_source.append((name, value))
        found.update({key: Known(kind=kind, fields=tuple(fields[key])) for key, kind in kinds.items()})
    return found
