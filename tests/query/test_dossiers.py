import datetime as dt
from decimal import Decimal

import factories
import pytest

from evidence.query.claims import ClaimFilter, claims, count
from evidence.query.dossiers import dossiers
from evidence.vocab import Blinding, Design, Direction, Directness, FigureStatus, Overlap, Role


def _all(session):
    session.expire_all()
    return list(dossiers(session, claims()))


def _only(session):
    (dossier,) = _all(session)
    return dossier


def test_everything_about_a_line_of_evidence_arrives(session):
    journal = factories.journal(session, "The Lancet", "Lancet (London)")
    paper = factories.source(
        session, journal, key="baigent2005", doi="10.1/x", pmid="1", unconfirmed="pages", more_authors=True
    )
    factories.author(session, paper, "Baigent")
    factories.author(session, paper, "Berg", prefix="van den")
    factories.author(session, paper, None, literal="CTT Collaborators")
    trial = factories.study(session, paper, key="ctt", blinding=Blinding.DOUBLE_BLIND, registration="NCT1", note="big")
    whole = factories.sample(session, trial, key="all", country="UK")
    effect = factories.effect(session, trial, paper, whole, key="events", p=Decimal("0.001"), p_printed="< .001")
    factories.arm(session, effect, name="statin", events=Decimal(17), events_printed="17")
    claim = factories.claim(session, key="statins", population="adults", named_source="a study", named_journal="Lancet")
    factories.quoted_figure(session, claim, "21%", of="events avoided")
    factories.waiver(session, claim, "single-sample", until=dt.date(2027, 1, 1))
    factories.link(
        session,
        claim,
        paper,
        trial,
        effect,
        population_directness=Directness.INDIRECT,
        note="mostly men",
        locator="p. 3",
    )

    dossier = _only(session)
    line = dossier.lines[0]

    assert dossier.claim.key == "statins"
    assert dossier.claim.named_source.journal == "Lancet"
    assert [(quote.figure.printed, quote.of) for quote in dossier.claim.quotes] == [("21%", "events avoided")]
    assert [(waiver.rule, waiver.until) for waiver in dossier.waivers] == [("single-sample", dt.date(2027, 1, 1))]
    assert line.source.authors == ("Baigent", "van den Berg", "CTT Collaborators")
    assert line.source.more_authors
    assert (line.source.doi, line.source.pmid, line.source.unconfirmed) == ("10.1/x", "1", "pages")
    assert line.source.journal.goes_by("the lancet")
    assert line.source.journal.goes_by("Lancet (London)")
    assert (line.study.key, line.study.blinding, line.study.registration) == ("ctt", "double-blind", "NCT1")
    assert (line.sample.key, line.sample.n, line.sample.country) == ("ctt/all", 112, "UK")
    assert (line.effect.key, line.effect.measure, str(line.effect.estimate)) == ("ctt/events", "RR", "0.79")
    assert (str(line.effect.p), line.effect.p.relation) == ("< .001", "<")
    assert [(arm.name, str(arm.events), arm.mean) for arm in line.effect.arms] == [("statin", "17", None)]
    assert (line.population, line.outcome) == (Directness.INDIRECT, None)
    assert (line.direction, line.role, line.note, line.locator) == (
        Direction.SUPPORTS,
        Role.PRIMARY,
        "mostly men",
        "p. 3",
    )
    assert (line.judged_by, line.judged_on) == ("A. Reader", dt.date(2026, 1, 15))


def test_a_line_without_study_journal_or_judgement_is_no_fault(session):
    claim = factories.claim(session)
    factories.link(
        session,
        claim,
        factories.source(session, title=None, year=None),
        direction=None,
        judged_by=None,
        judged_on=None,
        role=Role.CANDIDATE,
    )
    line = _only(session).lines[0]
    assert (line.study, line.sample, line.effect, line.source.journal, line.direction) == (None,) * 5


def test_the_sample_of_a_line_is_that_of_its_effect_and_else_the_whole_of_the_study(session):
    paper = factories.source(session)
    trial = factories.study(session, paper, key="trial")
    whole = factories.sample(session, trial, key="all", position=0)
    women = factories.sample(session, trial, key="women", position=1)
    in_women = factories.effect(session, trial, paper, women)
    in_nobody = factories.effect(session, trial, paper, None)
    claim = factories.claim(session)
    factories.link(session, claim, paper, trial, in_women)
    factories.link(session, claim, paper, trial, in_nobody)
    factories.link(session, claim, paper, trial)
    assert whole.position < women.position
    assert [line.sample.key for line in _only(session).lines] == ["trial/women", "trial/all", "trial/all"]


def test_a_study_without_a_sample_gives_none(session):
    paper = factories.source(session)
    claim = factories.claim(session)
    factories.link(session, claim, paper, factories.study(session, paper, design=Design.NARRATIVE_REVIEW))
    assert _only(session).lines[0].sample is None


@pytest.mark.parametrize("kind", [Overlap.SAME, Overlap.OVERLAPS])
def test_an_overlap_recorded_once_is_seen_from_both_sides(session, kind):
    first, second = _two_linked_samples(session)
    factories.overlap(session, first, second, kind)
    lines = _only(session).lines
    assert [[(one.kind, one.sample) for one in line.sample.overlaps] for line in lines] == [
        [(kind, "two/all")],
        [(kind, "one/all")],
    ]
    assert all(line.sample.inside == frozenset() for line in lines)


def test_of_two_samples_the_smaller_knows_that_it_is_inside_the_larger(session):
    first, second = _two_linked_samples(session)
    factories.overlap(session, first, second, Overlap.CONTAINS)
    larger, smaller = (line.sample for line in _only(session).lines)
    assert [(one.kind, one.sample) for one in larger.overlaps] == [(Overlap.CONTAINS, "two/all")]
    assert (smaller.overlaps, smaller.inside) == ((), {"one/all"})


def test_a_part_of_a_sample_may_share_members_with_all_that_the_whole_does(session):
    paper = factories.source(session)
    trial = factories.study(session, paper, key="trial")
    whole = factories.sample(session, trial, key="all", position=0)
    women = factories.sample(session, trial, key="women", position=1)
    other = factories.sample(session, factories.study(session, key="earlier"), key="all")
    factories.overlap(session, whole, women, Overlap.CONTAINS)
    factories.overlap(session, whole, other, Overlap.SAME)
    claim = factories.claim(session)
    factories.link(session, claim, paper, trial, factories.effect(session, trial, paper, women))
    sample = _only(session).lines[0].sample
    assert [(one.kind, one.sample) for one in sample.overlaps] == [(Overlap.OVERLAPS, "earlier/all")]
    assert sample.inside == {"trial/all"}


def _two_linked_samples(session):
    claim = factories.claim(session)
    samples = []
    for key in ("one", "two"):
        paper = factories.source(session)
        trial = factories.study(session, paper, key=key)
        samples.append(factories.sample(session, trial, key="all"))
        factories.link(session, claim, paper, trial)
    return samples


def test_a_trial_knows_the_reviews_that_include_it(session):
    paper = factories.source(session)
    trial = factories.study(session, paper)
    factories.inclusion(session, trial, factories.study(session, key="ctt2010", design=Design.META_ANALYSIS))
    factories.link(session, factories.claim(session), paper, trial)
    assert _only(session).lines[0].study.included_in == {"ctt2010"}


@pytest.mark.parametrize("named", ["Lancet", "the  LANCET", "Lancet (London, England)"])
def test_the_sources_of_the_named_journal_are_known_however_it_is_spelt(session, named):
    journal = factories.journal(session, "The Lancet", "Lancet (London, England)")
    for key in ("b2001", "a2000"):
        factories.source(session, journal, key=key)
    factories.source(session, factories.journal(session, "BMJ"), key="c2002")
    factories.claim(session, named_source="a study", named_journal=named)
    assert _only(session).named_journal_holds == ("a2000", "b2001")


def test_a_journal_that_nobody_knows_holds_nothing(session):
    factories.claim(session, named_source="a study", named_journal="Annals of Nowhere")
    factories.claim(session, named_source="a study of 2001", named_year=2001)
    assert [dossier.named_journal_holds for dossier in _all(session)] == [(), ()]


def test_claims_come_in_the_order_of_their_documents_files(session):
    later, earlier = factories.document(session, key="b"), factories.document(session, key="a")
    factories.claim(session, later, key="third", position=0)
    factories.claim(session, earlier, key="second", position=1)
    factories.claim(session, earlier, key="first", position=0)
    assert [dossier.claim.key for dossier in _all(session)] == ["first", "second", "third"]


def test_a_filter_asks_for_a_document_or_a_key(session):
    for key in ("a", "b"):
        factories.claim(session, factories.document(session, key=key), key="statins")
    factories.claim(session, key="aspirin")
    found = {
        wanted: [dossier.claim.document for dossier in dossiers(session, claims(wanted))]
        for wanted in (ClaimFilter(document="a"), ClaimFilter(key="statins"), ClaimFilter(document="b", key="aspirin"))
    }
    assert list(found.values()) == [["a"], ["a", "b"], []]
    assert count(session) == 3


def test_three_claims_or_two_hundred_take_the_same_statements(session, queries):
    journal = factories.journal(session, "The Lancet")
    needed = []
    for wanted in (3, 200):
        while count(session) < wanted:
            _claim_with_all(session, journal)
        session.expire_all()
        queries.clear()
        assert len(list(dossiers(session, claims()))) == wanted
        needed.append(len(queries))
    assert needed[0] == needed[1]


def _claim_with_all(session, journal):
    paper = factories.source(session, journal)
    factories.author(session, paper, "Baigent")
    trial = factories.study(session, paper)
    factories.inclusion(session, trial, factories.study(session, paper, design=Design.META_ANALYSIS))
    whole = factories.sample(session, trial)
    factories.overlap(session, whole, factories.sample(session, trial))
    effect = factories.effect(session, trial, paper, whole)
    factories.arm(session, effect)
    claim = factories.claim(session, named_source="a study", named_journal="The Lancet")
    factories.quoted_figure(session, claim, "21%")
    factories.waiver(session, claim, "single-sample")
    factories.link(session, claim, paper, trial, effect)


def test_more_claims_than_a_portion_all_arrive_once(session):
    document = factories.document(session)
    for _ in range(501):
        factories.claim(session, document)
    keys = [dossier.claim.key for dossier in dossiers(session, claims())]
    assert len(keys) == len(set(keys)) == 501


def test_no_unconfirmed_figure_is_among_what_is_checked(session):
    paper = factories.source(session)
    trial = factories.study(session, paper)
    doubtful = factories.sample(session, trial, status=FigureStatus.UNCONFIRMED)
    effect = factories.effect(
        session,
        trial,
        paper,
        doubtful,
        status=FigureStatus.UNCONFIRMED,
        p=Decimal("0.04"),
        p_printed=".04",
        finding="21%",
    )
    factories.arm(session, effect, n=Decimal(9), n_printed="9")
    factories.link(session, factories.claim(session), paper, trial, effect)
    dossier = _only(session)
    assert dossier.lines[0].sample.n == 112
    line = dossier.checked().lines[0]
    assert (line.sample.n, line.effect.estimate, line.effect.p, line.effect.ci_low) == (None,) * 4
    assert (line.effect.arms, line.effect.finding, line.effect.ci_level) == ((), None, None)
    assert line.effect.status is FigureStatus.UNCONFIRMED


def test_the_field_of_a_doi_arrives_from_the_entry_that_the_doi_is_of(session):
    first = factories.source(session, key="a", fields=(("title", "x"), ("DOI", "PMC123456")))
    factories.link(session, factories.claim(session), first, None, None)
    assert (_only(session).lines[0].source.doi, _only(session).lines[0].source.doi_entered) == (None, "PMC123456")

    fields = (("doi", "https://doi.org/10.1136/BMJ.15"), ("note", "y"))
    factories.source(session, key="b", doi="10.1136/bmj.15", fields=fields, same_as_id=first.id)
    told = _only(session).lines[0].source
    assert (told.doi, told.doi_entered) == ("10.1136/bmj.15", "https://doi.org/10.1136/BMJ.15")

    factories.source(session, key="c", doi=None, fields=(("doi", " "),), same_as_id=first.id)
    assert _only(session).lines[0].source == told
