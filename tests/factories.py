"""Rows with sound defaults: each function adds one, gives it its key at once, and takes any column by name."""

import datetime as dt
import hashlib
import itertools
from decimal import Decimal

from evidence import model
from evidence.figures import Figure
from evidence.journals import comparable
from evidence.vocab import ClaimKind, Design, Direction, FigureStatus, Measure, Overlap, Role, Wording

_numbers = itertools.count(1)


def document(session, **columns):
    return _added(session, model.Document, key=f"post-{next(_numbers)}", title="On statins", columns=columns)


def claim(session, within=None, **columns):
    number = next(_numbers)
    return _added(
        session,
        model.Claim,
        document_id=(within or document(session)).id,
        key=f"claim-{number}",
        position=number,
        paragraph=1,
        sentence=1,
        statement="Statins lower the rate of major vascular events.",
        kind=ClaimKind.BENEFIT,
        wording=Wording.PLAIN,
        columns=columns,
    )


def quoted_figure(session, claim, printed, **columns):
    return _added(
        session,
        model.QuotedFigure,
        claim_id=claim.id,
        position=next(_numbers),
        printed=printed,
        value=Figure.parse(printed).value,
        of="risk reduction",
        columns=columns,
    )


def journal(session, title, *other_names, **columns):
    row = _added(session, model.Journal, title=title, columns=columns)
    for name in (title, *other_names):
        _added(session, model.JournalName, journal_id=row.id, name=name, comparable=comparable(name), columns={})
    return row


def source(session, journal=None, **columns):
    key = columns.get("key", f"author{next(_numbers)}")
    raw = f"@article{{{key}}}"
    return _added(
        session,
        model.Source,
        key=key,
        kind="article",
        raw=raw,
        raw_sha256=hashlib.sha256(raw.encode()).hexdigest(),
        title="Statins and vascular events",
        year=2005,
        journal_id=journal and journal.id,
        columns=columns,
    )


def author(session, source, family, **columns):
    return _added(
        session,
        model.SourceAuthor,
        source_id=source.id,
        position=next(_numbers),
        family=family,
        columns=columns,
    )


def study(session, *sources, **columns):
    """Add a study that these sources report."""
    row = _added(session, model.Study, key=f"trial-{next(_numbers)}", design=Design.RANDOMIZED, columns=columns)
    for position, reported_in in enumerate(sources):
        _added(session, model.StudyReport, study_id=row.id, source_id=reported_in.id, position=position, columns={})
    return row


def inclusion(session, study, review):
    return _added(session, model.StudyInclusion, study_id=study.id, review_id=review.id, columns={})


def sample(session, study, **columns):
    number = next(_numbers)
    return _added(
        session,
        model.Sample,
        study_id=study.id,
        key=f"sample-{number}",
        position=number,
        population="adults at risk of vascular disease",
        status=FigureStatus.CHECKED,
        enrolled=120,
        analysed=112,
        species="human",
        columns=columns,
    )


def overlap(session, sample, other, kind=Overlap.SAME):
    return _added(session, model.SampleOverlap, sample_id=sample.id, other_id=other.id, kind=kind, columns={})


def effect(session, study, source, sample=None, **columns):
    number = next(_numbers)
    return _added(
        session,
        model.Effect,
        study_id=study.id,
        source_id=source.id,
        sample_id=sample and sample.id,
        key=f"effect-{number}",
        position=number,
        outcome="major vascular events",
        status=FigureStatus.CHECKED,
        measure=Measure.RISK_RATIO,
        estimate=Decimal("0.79"),
        estimate_printed="0.79",
        ci_low=Decimal("0.77"),
        ci_low_printed="0.77",
        ci_high=Decimal("0.81"),
        ci_high_printed="0.81",
        ci_level=Decimal(95),
        ci_level_printed="95",
        columns=columns,
    )


def arm(session, effect, **columns):
    return _added(
        session,
        model.EffectArm,
        effect_id=effect.id,
        position=next(_numbers),
        name="statin",
        columns=columns,
    )


def link(session, claim, source, study=None, effect=None, **columns):
    """Add a line of evidence, judged to support the claim unless told otherwise."""
    number = next(_numbers)
    return _added(
        session,
        model.EvidenceLink,
        claim_id=claim.id,
        source_id=source.id,
        study_id=study and study.id,
        effect_id=effect and effect.id,
        key=f"line-{number}",
        position=number,
        role=Role.PRIMARY,
        direction=Direction.SUPPORTS,
        judged_by="A. Reader",
        judged_on=dt.date(2026, 1, 15),
        columns=columns,
    )


def waiver(session, claim, rule, **columns):
    return _added(
        session,
        model.Waiver,
        claim_id=claim.id,
        rule=rule,
        reason="the text says so itself",
        waived_by="A. Reader",
        columns=columns,
    )


def provenance(session, row, **columns):
    return _added(
        session,
        model.Provenance,
        entity=row.__tablename__,
        entity_id=row.id,
        file="statins.yaml",
        line=1,
        sha256="0" * 64,
        run=1,
        at=dt.datetime(2026, 1, 15, 12, 0, tzinfo=dt.UTC),
        columns=columns,
    )


def supported(session):
    """Add a claim on which one line of evidence bears, with a row in every table."""
    paper = source(session, journal(session, "The Lancet", "Lancet (London, England)"))
    author(session, paper, "Baigent")
    session.add(model.SourceField(source_id=paper.id, position=0, name="year", value="2005"))
    trial = study(session, paper)
    inclusion(session, trial, study(session, paper, design=Design.META_ANALYSIS))
    whole = sample(session, trial)
    overlap(session, whole, sample(session, trial))
    result = effect(session, trial, paper, whole)
    arm(session, result, n=Decimal(60), n_printed="60")
    statement = claim(session)
    quoted_figure(session, statement, "21%")
    waiver(session, statement, "single-sample")
    provenance(session, statement)
    link(session, statement, paper, trial, result)
    return statement


def _added(session, mapped, /, *, columns, **defaults):
    row = mapped(**(defaults | columns))
    session.add(row)
    session.flush()
    return row
