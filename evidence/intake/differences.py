"""What an entry says otherwise than its source."""

from evidence.bibtex.entries import Entry
from evidence.intake.known import Known
from evidence.intake.outcome import KIND, FieldChange
from evidence.model.types import pairs_of


def differences(before: Known, entry: Entry) -> tuple[FieldChange, ...]:
    """Give each field that differs; layout, order and the case of field names make no difference."""
    changes = []
    if before.kind != entry.kind:
        changes.append(FieldChange(field=KIND, before=before.kind, after=entry.kind))
    held = pairs_of(before.fields)
    was = {name.lower(): value for name, value in held}
    now = {name.lower(): (name, value) for name, value in entry.fields}
    for lower, (name, value) in now.items():
        old = was.get(lower)
        if old is None or old.split() != value.split():
            changes.append(FieldChange(field=name, before=old, after=value))
    changes.extend(FieldChange(field=name, before=value, after=None) for name, value in held if name.lower() not in now)
    return tuple(changes)
