"""What one file changed of an entry, brought to a source that another file has changed since."""

from collections.abc import Sequence

from evidence.bibtex.entries import Entry
from evidence.bibtex.work import work_of
from evidence.intake.differences import differences
from evidence.intake.files import Place
from evidence.intake.known import Known
from evidence.intake.outcome import KIND, FieldChange
from evidence.model.types import pairs_of, pairs_text


def said_before(known: Known, place: Place) -> Known:
    """Give a source as a file told of it when it was last imported."""
    if place.kind is None or place.fields is None:
        return known
    return known._replace(kind=place.kind, fields=place.fields)


def edited(known: Known, place: Place, entry: Entry) -> Entry | None:
    """Give what a source is to say after an entry was changed in its file; none if that changes nothing.

    What other files changed of the source stays, unless the entry now says otherwise of just that.
    """
    changes = differences(said_before(known, place), entry)
    if place.fields is None:
        return entry if changes else None
    merged = _with(entry, known, changes)
    return merged if differences(known, merged) else None


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


def told_otherwise(entry: Entry, source: Known) -> tuple[str, str] | None:
    """Give type and fields of an entry, as the database keeps them, where its source says otherwise."""
    return (entry.kind, pairs_text(entry.fields)) if differences(source, entry) else None
