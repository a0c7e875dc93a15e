"""Files imported: read as streams, compared with what is known, and written in the caller's transaction."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.intake import crossref, duplicates, files
from evidence.intake.file_import import FileImport
from evidence.intake.identity import Keys
from evidence.intake.journal_rows import Journals
from evidence.intake.outcome import Outcome, Unlisted
from evidence.intake.readable import Readable
from evidence.intake.renewal import renew
from evidence.intake.retractions.lists import last
from evidence.intake.retractions.load import restate
from evidence.intake.trail import Run
from evidence.model import Source
from evidence.model.keys import new_id


def import_files(session: Session, readables: Sequence[Readable], *, at: dt.datetime) -> Outcome:
    """Import files in order; never commits.

    Entries are read, compared and written a few hundred at a time, so memory stays bounded whatever a file's length.
    A file that is just as it was costs one SELECT. What entries inherit and which are one work is settled at the end,
    when all are there.
    """
    outcome = Outcome()
    contexts = files.contexts(readables)
    first = new_id()
    run = Run(first, at)
    empty = session.scalar(select(Source.id).limit(1)) is None
    keys, journals = Keys(session, empty=empty), Journals(session)
    moved = [not files.is_unchanged(session, file, context) for file, context in zip(readables, contexts, strict=True)]
    touched = renew(session) if any(moved) else []
    for place, (file, context) in enumerate(zip(readables, contexts, strict=True)):
        if any(moved[place:]):  # what an unchanged file defines holds in those after it
            touched += FileImport(session, file, context, run, keys, journals, outcome).run()
        else:
            _unchanged(session, file, outcome)
    if any(moved):
        outcome.problems += crossref.inherit(session, journals, run, touched=touched)
        duplicates.settle(session, outcome, since=first, touched=touched, run=run.number, at=at)
    if outcome.merged:
        restate(session, run=run.number, at=at)
    if outcome.new and (known := last(session)) is not None:
        outcome.unlisted = Unlisted(file=known.file, sources=outcome.new)
    return outcome


def _unchanged(session: Session, file: Readable, outcome: Outcome) -> None:
    count, rejected = files.held(session, file.name)
    outcome.same += count
    outcome.rejected += len(rejected)
    outcome.problems += rejected
    outcome.unchanged.append(file.name)
