"""Rows with sound defaults: each function adds one, gives it its key at once, and takes any column by name."""

import datetime as dt
import itertools
from decimal import Decimal

from evidence import model
from evidence.bibtex.name_parts import Person
from evidence.figures import Figure
from evidence.journals import comparable
from evidence.vocab import (
    ClaimKind,
    Design,
    Direction,
    FigureStatus,
    Measure,
    Notice,
    Overlap,
    Rating,
    Role,
    Sameness,
    Statistic,
    Step,
    Wording,
)

_numbers = itertools.count(1)
AT = dt.datetime(2026, 1, 15, 12, 0, tzinfo=dt.UTC)


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
        fields=(),
        title="Statins and vascular events",
        year=2005,
        journal_id=journal and journal.id,
        columns=columns,
    )


def author(session, source, family, **parts):
    source.authors = (*source.authors, Person(family=family, **parts))
    session.flush()


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


def f_test():
    """Give the columns of an effect that hold a test with all that any test can have."""
    figures = {"statistic": "4.84", "df": "1", "df2": "28"}
    exact = {name: Decimal(printed) for name, printed in figures.items()}
    return {"test": Statistic.F, **exact, **{f"{name}_printed": printed for name, printed in figures.items()}}


def scale(low, high, items=1):
    """Give the columns of an effect that hold its scale."""
    return {"scale_low": low, "scale_high": high, "scale_items": items}


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


def assessment(session, claim, **columns):
    return _added(
        session,
        model.Assessment,
        claim_id=claim.id,
        outcome="major vascular events",
        step=Step.RISK_OF_BIAS,
        rating=Rating.SERIOUS,
        reason="the groups knew what they took",
        assessed_by="C. Reader",
        assessed_on=dt.date(2026, 1, 15),
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
        at=AT,
        columns=columns,
    )


def bibliography(session, **columns):
    return _added(
        session,
        model.Bibliography,
        name=f"library-{next(_numbers)}.bib",
        format="bibtex",
        sha256="0" * 64,
        context="",
        encoding="utf-8",
        exact=True,
        rest="\n",
        run=1,
        at=AT,
        columns=columns,
    )


def placement(session, file, source, **columns):
    return _added(
        session,
        model.Placement,
        bibliography_id=file.id,
        position=next(_numbers),
        source_id=source.id,
        key=source.key,
        line=1,
        before="",
        columns=columns,
    )


def rejected(session, file, **columns):
    return _added(
        session,
        model.RejectedEntry,
        bibliography_id=file.id,
        line=1,
        key="baigent2005",
        reason="the brace that opens the field title is never closed",
        raw="@article{baigent2005, title={",
        columns=columns,
    )


def change(session, row, **columns):
    return _added(
        session,
        model.Change,
        entity=row.__tablename__,
        entity_id=row.id,
        field="year",
        before="2004",
        after="2005",
        origin="statins.bib:1",
        run=1,
        at=AT,
        columns=columns,
    )


def decision(session, source, other, **columns):
    one, two = sorted((source.id, other.id))
    return _added(
        session,
        model.SourceDecision,
        one_id=one,
        other_id=two,
        verdict=Sameness.SAME,
        reason="the same DOI",
        run=1,
        at=AT,
        columns=columns,
    )


def notice(session, source, **columns):
    return _added(
        session,
        model.IntegrityNotice,
        source_id=source.id,
        record=str(next(_numbers)),
        nature=Notice.RETRACTION,
        date=None,
        notice=None,
        reasons=None,
        matched_by="doi",
        file="retractions.csv",
        sha256="0" * 64,
        file_date=None,
        run=1,
        at=AT,
        columns=columns,
    )


def match_keys(session, source, **columns):
    return _added(session, model.MatchKeys, id=source.id, columns=columns)


def parent(session, source, key):
    return _added(session, model.SourceParent, source_id=source.id, key=key, columns={})


def imported(session, paper, other):
    """Add what an import knows of two sources, with a row in every table that it writes."""
    file = bibliography(session)
    placement(session, file, paper)
    rejected(session, file)
    change(session, paper)
    decision(session, paper, other)
    notice(session, paper)
    match_keys(session, paper, title_head=1)
    parent(session, other, paper.key)
    session.add(model.JournalIssn(journal_id=paper.journal_id, issn="0140-6736"))
    session.flush()


def supported(session):
    """Add a claim on which one line of evidence bears, with a row in every table."""
    paper = source(session, journal(session, "The Lancet", "Lancet (London, England)"), fields=(("year", "2005"),))
    author(session, paper, "Baigent")
    trial = study(session, paper)
    inclusion(session, trial, study(session, paper, design=Design.META_ANALYSIS))
    whole = sample(session, trial)
    overlap(session, whole, sample(session, trial))
    result = effect(session, trial, paper, whole, **f_test(), **scale(0, 10))
    arm(session, result, n=Decimal(60), n_printed="60")
    statement = claim(session)
    quoted_figure(session, statement, "21%")
    waiver(session, statement, "single-sample")
    assessment(session, statement)
    provenance(session, statement)
    link(session, statement, paper, trial, result)
    imported(session, paper, source(session))
    return statement


def _added(session, mapped, /, *, columns, **defaults):
    row = mapped(**(defaults | columns))
    session.add(row)
    session.flush()
    return row
