"""What one file changed of an entry, brought to a source that another file has changed since."""

from collections.abc import Sequence
from typing import NamedTuple

from evidence.bibtex.entries import Entry
from evidence.bibtex.work import work_of
from evidence.intake.differences import differences
from evidence.intake.files import Place
from evidence.intake.known import Known
from evidence.intake.outcome import KIND, FieldChange
from evidence.model.types import pairs_of, pairs_text


class Edited(NamedTuple):
    """An entry as its source is to tell of it, and what that changes of the source."""

    entry: Entry
    changes: tuple[FieldChange, ...]


def edited(known: Known, place: Place, entry: Entry) -> Edited:
    """Give what a source is to say after an entry was, perhaps, changed in its file.

    What other files changed of the source stays, unless the entry now says otherwise of just that.
    """
    if place.kind is None or place.fields is None:
        return Edited(entry, differences(known, entry))
    merged = _with(entry, known, differences(known._replace(kind=place.kind, fields=place.fields), entry))
    return Edited(merged, differences(known, merged))


def _with(entry: Entry, known: Known, changes: Sequence[FieldChange]) -> Entry:
    kind = known.kind
    fields = {name.lower(): (name, value) for name, value in pairs_of(known.fields)}
    for change in changes:
        if change.field == KIND:
            kind = entry.kind
        elif change.after is None:
            fields.pop(change.field.lower(), None)
        else:
            fields[change.field.lower()] = (change.field, change.after)
    work, _ = work_of({name: value for name, (_, value) in fields.items()})
    return entry._replace(kind=kind, fields=tuple(fields.values()), work=work)


def said_otherwise(entry: Entry, source: Known) -> tuple[str, str] | None:
    """Give type and fields of an entry, as the database keeps them, where its source says otherwise."""
    return (entry.kind, pairs_text(entry.fields)) if differences(source, entry) else None
