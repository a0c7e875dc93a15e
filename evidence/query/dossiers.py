"""From rows to the dossiers that rules judge: the one crossing, with all that is loaded for it named here."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from evidence.dossier import Dossier
from evidence.journals import comparable
from evidence.model import (
    Claim,
    Effect,
    EvidenceLink,
    JournalName,
    Sample,
    SampleOverlap,
    Source,
    Study,
    StudyInclusion,
)
from evidence.query import plain, work

_AT_ONCE: Final = 500


def dossiers(session: Session, claims: Select[Claim]) -> Iterator[Dossier]:
    """Give the dossier of each claim that a SELECT finds, in its order.

    Claims are loaded in portions, each by the same few statements, so memory stays bounded.
    """
    loading = claims.options(*_everything()).execution_options(yield_per=_AT_ONCE)
    for portion in session.scalars(loading).partitions():
        holdings = _holdings(session, portion)
        for claim in portion:
            named = comparable(claim.named_journal) if claim.named_journal else None
            yield plain.dossier(claim, named_journal_holds=tuple(holdings.get(named or "", ())))


def _everything() -> tuple[ExecutableOption, ...]:
    source = joinedload(EvidenceLink.source).options(*work.parts())
    sample = (
        selectinload(Sample.overlaps).joinedload(SampleOverlap.other).joinedload(Sample.study),
        selectinload(Sample.inside).joinedload(SampleOverlap.sample).joinedload(Sample.study),
        joinedload(Sample.study),
    )
    study = joinedload(EvidenceLink.study).options(
        selectinload(Study.inclusions).joinedload(StudyInclusion.review),
        selectinload(Study.samples).options(*sample),
    )
    effect = joinedload(EvidenceLink.effect).options(
        selectinload(Effect.arms), joinedload(Effect.study), joinedload(Effect.sample).options(*sample)
    )
    return (
        joinedload(Claim.document),
        selectinload(Claim.quoted_figures),
        selectinload(Claim.waivers),
        selectinload(Claim.links).options(source, study, effect),
    )


def _holdings(session: Session, claims: Sequence[Claim]) -> dict[str, list[str]]:
    """Give the citation keys of all works in each journal that one of the claims names."""
    named = {comparable(claim.named_journal) for claim in claims if claim.named_journal}
    found: dict[str, list[str]] = {}
    if not named:
        return found
    query = (
        select(JournalName.comparable, Source.key)
        .join(Source, Source.journal_id == JournalName.journal_id)
        .where(JournalName.comparable.in_(named), Source.same_as_id.is_(None))
        .order_by(Source.key)
    )
    for name, key in session.execute(query):
        found.setdefault(name, []).append(key)
    return found
