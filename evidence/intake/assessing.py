"""What a person makes of a step to certainty, for an outcome of a claim: recorded, and taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence import grade
from evidence.claimsfile.assessments import Overruled
from evidence.errors import UsageError
from evidence.intake.trail import Run, leave
from evidence.intake.trail import Step as Trace
from evidence.model import Assessment, Claim, Document
from evidence.model.assessment import in_order
from evidence.query.assessments import assessments_of
from evidence.text import shortened, storable
from evidence.vocab import Step

_MOST_NAMED: Final = 5
_WIDEST: Final = 80


def assess(
    session: Session, *, document: str, claim: str, assessment: grade.Assessment, run: Run
) -> grade.Assessment | None:
    """Record how a person rates a step for an outcome of a claim, and give the assessment that it replaces, if any.

    An outcome that differs from one assessed before in case and blanks only is that one, and keeps its writing.
    Raises ``UsageError`` for an unknown claim, a rating that the step does not take, and a text that says nothing.
    """
    said = _sound(assessment)
    claim_id = _claim_id(session, document=document, claim=claim)
    standing = _for_outcome(_assessed(session, document=document, claim=claim), said.outcome)
    if standing:
        said = replace(said, outcome=standing[0].outcome)
    row = _for_step(standing, said.step)
    before = None if row is None else row.told
    if row is None:
        row = Assessment(
            claim_id=claim_id,
            outcome=said.outcome,
            step=said.step,
            rating=said.rating,
            reason=said.reason,
            assessed_by=said.by,
            assessed_on=said.on,
        )
        session.add(row)
    else:
        row.rating, row.reason, row.assessed_by, row.assessed_on = said.rating, said.reason, said.by, said.on
    session.flush()
    if before != said:
        _trace(session, claim_id, before=before, after=said, origin=f"assessed by {said.by}", run=run)
    return before


def withdraw(
    session: Session, *, document: str, claim: str, outcome: str, step: Step, person: str, run: Run
) -> grade.Assessment:
    """Take back how a step was rated for an outcome of a claim, and give the assessment that stood there.

    Raises ``UsageError`` where there is none, saying what is assessed, for an unknown claim and for a blank name.
    """
    name = _told(person, lacking="who withdraws it")
    claim_id = _claim_id(session, document=document, claim=claim)
    found = _assessed(session, document=document, claim=claim)
    row = _for_step(_for_outcome(found, outcome), step)
    if row is None:
        raise UsageError(_nothing_there(found, claim=claim, outcome=outcome, step=step))
    before = row.told
    session.delete(row)
    session.flush()
    _trace(session, claim_id, before=before, after=None, origin=f"withdrawn by {name}", run=run)
    return before


def leave_overruled(session: Session, overruled: Sequence[Overruled], *, file: str, run: Run) -> None:
    """Leave in the audit trail what the load of a file took away or replaced, of claims that are gone with it too."""
    for each in overruled:
        _trace(session, each.claim_id, before=each.was, after=each.now, origin=file, run=run)


def _sound(assessment: grade.Assessment) -> grade.Assessment:
    """Give an assessment as the database takes it, or raise ``UsageError`` for what it lacks."""
    takes = grade.LEVELS[assessment.step]
    if assessment.rating not in takes:
        raise UsageError(f"{assessment.step} is not rated {assessment.rating}; it takes: {', '.join(takes)}")
    return replace(
        assessment,
        outcome=_told(assessment.outcome, lacking="for which outcome the step is rated"),
        reason=_told(assessment.reason, lacking="why the step is rated so"),
        by=_told(assessment.by, lacking="who rates the step"),
    )


def _told(text: str, *, lacking: str) -> str:
    told = storable(text).strip()
    if not told:
        raise UsageError(f"say {lacking}; an empty text does not")
    return told


def _claim_id(session: Session, *, document: str, claim: str) -> int:
    query = (
        select(Claim.id)
        .join(Document, Claim.document_id == Document.id)
        .where(Document.key == document, Claim.key == claim)
    )
    found = session.scalar(query)
    if found is None:
        raise UsageError(f"no claim {claim!r} of a document {document!r}")
    return found


def _assessed(session: Session, *, document: str, claim: str) -> list[Assessment]:
    return sorted(session.scalars(assessments_of(document=document, claim=claim)), key=in_order)


def _for_outcome(found: Iterable[Assessment], outcome: str) -> list[Assessment]:
    mark = grade.comparable_outcome(outcome)
    return [each for each in found if grade.comparable_outcome(each.outcome) == mark]


def _for_step(found: Iterable[Assessment], step: Step) -> Assessment | None:
    return next((each for each in found if each.step == step), None)


def _nothing_there(found: Sequence[Assessment], *, claim: str, outcome: str, step: Step) -> str:
    if not found:
        return f"nothing is assessed for the claim {claim!r}"
    if standing := _for_outcome(found, outcome):
        return f"{step} is not rated for {_short(outcome)}; rated are: {', '.join(each.step for each in standing)}"
    outcomes = list(dict.fromkeys(each.outcome for each in found))
    more = len(outcomes) - _MOST_NAMED
    named = ", ".join([*map(_short, outcomes[:_MOST_NAMED]), *([f"and {more} more"] if more > 0 else [])])
    return f"{_short(outcome)} is not assessed for the claim {claim!r}; assessed are: {named}"


def _short(outcome: str) -> str:
    return f"'{shortened(outcome, width=_WIDEST)}'"


def _trace(
    session: Session,
    claim_id: int,
    *,
    before: grade.Assessment | None,
    after: grade.Assessment | None,
    origin: str,
    run: Run,
) -> None:
    """Leave it in the audit trail of the claim, for what is withdrawn has no row of its own."""
    told = before or after
    assert told is not None  # noqa: S101 - something stood there, or does now
    field = f"{told.step} of {told.outcome}"
    leave(session, [Trace(claim_id, field, _words(before), _words(after), origin)], run, table=Claim)


def _words(assessment: grade.Assessment | None) -> str | None:
    if assessment is None:
        return None
    return f"{assessment.rating} by {assessment.by}, {assessment.on}: {assessment.reason}"
