"""A row in which every column is filled, against the plain data that comes of it."""

import datetime as dt
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal

import factories
import pytest

from evidence.dossier import Dossier
from evidence.query.claims import claims
from evidence.query.dossiers import dossiers
from evidence.vocab import (
    Blinding,
    Direction,
    Directness,
    FigureStatus,
    GoodDirection,
    Integrity,
    Measure,
    Overlap,
    SampleUnit,
    Wording,
)


@pytest.fixture
def dossier(session):
    """Of a claim and a line with no column left at its default."""
    journal = factories.journal(session, "The Lancet", "Lancet (London)")
    paper = factories.source(
        session,
        journal,
        key="baigent2005",
        doi="10.1/x",
        fields=(("doi", "10.1/X"),),
        pmid="1",
        unconfirmed="pages",
        more_authors=True,
        integrity=Integrity.RETRACTED,
        integrity_date=dt.date(2020, 2, 29),
        integrity_notice="10.1/y",
    )
    factories.author(session, paper, "Baigent")
    trial = factories.study(session, paper, blinding=Blinding.OPEN_LABEL, registration="NCT1", note="big")
    factories.inclusion(session, trial, factories.study(session, key="review"))
    sample = factories.sample(
        session, trial, unit=SampleUnit.ANIMALS, country="UK", note="men", status=FigureStatus.UNCONFIRMED
    )
    factories.overlap(session, sample, factories.sample(session, trial, position=10**6))
    factories.overlap(session, factories.sample(session, trial, position=10**7), sample, Overlap.CONTAINS)
    effect = factories.effect(
        session,
        trial,
        paper,
        sample,
        timepoint="5 years",
        intervention="a statin",
        comparator="placebo",
        measure=Measure.RISK_RATIO,
        p=Decimal("0.001"),
        p_printed="< .001",
        **factories.f_test(),
        **factories.scale(1, 7, items=4),
        good=GoodDirection.LOWER,
        finding="fewer events",
        locator="table 2",
        status=FigureStatus.UNCONFIRMED,
        note="pooled",
    )
    numbers = ("n", "events", "percent", "mean", "sd")
    factories.arm(
        session,
        effect,
        **dict.fromkeys(numbers, Decimal(5)),
        **dict.fromkeys([f"{name}_printed" for name in numbers], "5"),
    )
    claim = factories.claim(
        session,
        wording=Wording.HEDGED,
        section="Results",
        paragraph=7,
        sentence=8,
        species="human",
        **{
            name: name
            for name in ("population", "intervention", "comparator", "outcome", "named_source", "named_author", "note")
        },
        named_journal="Lancet",
        named_year=2005,
    )
    factories.quoted_figure(session, claim, "21%")
    factories.waiver(session, claim, "single-sample", until=dt.date(2027, 1, 1))
    factories.link(
        session,
        claim,
        paper,
        trial,
        effect,
        direction=Direction.DISPUTES,
        **dict.fromkeys(
            [f"{element}_directness" for element in ("population", "intervention", "comparator", "outcome")],
            Directness.INDIRECT,
        ),
        quote="a quote",
        locator="p. 3",
        note="a note",
    )
    session.expire_all()
    return next(dossiers(session, claims()))


def left_at_default(value, name="dossier"):
    """The fields of plain data that say nothing, at any depth."""
    if isinstance(value, tuple):
        return [found for part in value for found in left_at_default(part, name)]
    if not is_dataclass(value):
        return []
    found = [
        f"{name}.{field.name}"
        for field in fields(value)
        if field.default is not MISSING and getattr(value, field.name) == field.default
    ]
    return found + [
        inner
        for field in fields(value)
        for inner in left_at_default(getattr(value, field.name), f"{name}.{field.name}")
    ]


def test_every_field_arrives(dossier):
    assert set(left_at_default(dossier)) <= {
        "dossier.claim.quotes.figure.relation",  # a printed 21% is = 21%
        *(f"dossier.lines.effect.{figure}.relation" for figure in ("estimate", "ci_low", "ci_high", "ci_level")),
        *(f"dossier.lines.effect.test.{figure}.relation" for figure in ("value", "df", "df2")),
        *(f"dossier.lines.effect.arms.{name}.relation" for name in ("n", "events", "percent", "mean", "sd")),
    }
    assert isinstance(dossier, Dossier)


def test_figures_arrive_as_printed(dossier):
    effect = dossier.lines[0].effect
    printed = [str(figure) for figure in (effect.estimate, effect.ci_low, effect.ci_high, effect.ci_level, effect.p)]
    assert printed == ["0.79", "0.77", "0.81", "95", "< .001"]
    assert [str(figure) for figure in (effect.test.value, effect.test.df, effect.test.df2)] == ["4.84", "1", "28"]


def test_the_same_overlap_recorded_from_both_sides_is_seen_once(session):
    paper = factories.source(session)
    one, other = factories.study(session, paper, key="one"), factories.study(session, paper, key="other")
    here, there = factories.sample(session, one, key="all"), factories.sample(session, other, key="all")
    factories.overlap(session, here, there)
    factories.overlap(session, there, here)
    factories.link(session, factories.claim(session), paper, one)
    (dossier,) = dossiers(session, claims())
    assert [overlap.sample for overlap in dossier.lines[0].sample.overlaps] == ["other/all"]
