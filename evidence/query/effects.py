"""All effects of the record, each with its study, sample and source, whether a claim leans on it or not."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from evidence.dossier import Line
from evidence.model import Effect, Sample, SampleOverlap, Study, StudyInclusion
from evidence.query import plain, work

_AT_ONCE: Final = 500


def effects(session: Session) -> Iterator[Line]:
    """Give each effect as a line of evidence that bears on nothing yet, by study and place, in portions."""
    loading = _all_effects().execution_options(yield_per=_AT_ONCE)
    for portion in session.scalars(loading).partitions():
        yield from map(plain.line_of, portion)


def _all_effects() -> Select[Effect]:
    sample = (
        selectinload(Sample.overlaps).joinedload(SampleOverlap.other).joinedload(Sample.study),
        selectinload(Sample.inside).joinedload(SampleOverlap.sample).joinedload(Sample.study),
        joinedload(Sample.study),
    )
    return (
        select(Effect)
        .join(Study, Effect.study_id == Study.id)
        .options(
            joinedload(Effect.study).options(
                selectinload(Study.inclusions).joinedload(StudyInclusion.review),
                selectinload(Study.samples).options(*sample),
            ),
            joinedload(Effect.source).options(*work.parts()),
            joinedload(Effect.sample).options(*sample),
            selectinload(Effect.arms),
        )
        .order_by(Study.key, Effect.position, Effect.id)
    )
