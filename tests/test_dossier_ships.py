"""The dossier as it ships: what it must hold, and what the rules make of it."""

import datetime as dt
import shutil
from dataclasses import replace

import pytest
from sqlalchemy import delete, func, select

from evidence import shipped
from evidence.bibtex.strings import Strings
from evidence.claimsfile.apply import load
from evidence.claimsfile.dump import dump
from evidence.claimsfile.read import read
from evidence.claimsfile.write import to_yaml
from evidence.db.session import reading, writing
from evidence.figures import Figure
from evidence.intake.importing import import_files
from evidence.intake.opening import readable
from evidence.limits import Limits
from evidence.model import EvidenceLink, Study
from evidence.query.claims import claims
from evidence.query.dossiers import dossiers
from evidence.rules.judge import judge
from evidence.vocab import FigureStatus, Role, State

NOW = dt.datetime(2026, 1, 15, 12, 0, tzinfo=dt.UTC)
BIB = shipped.folder("bib") / "ketamine.bib"
YAML = shipped.folder("bib") / "ketamine.yaml"


def take_in(session, yaml=YAML):
    with BIB.open("rb") as file:
        outcome = import_files(session, [readable(file, name=BIB.name, strings=Strings())], at=NOW)
    return outcome, load(session, read(yaml), at=NOW)


def judged(dossier):
    return judge(dossier, limits=Limits(), today=NOW.date())


def states(found):
    return {dossier.claim.key: judged(dossier).state for dossier in found}


@pytest.fixture(scope="module")
def database(sqlite_template, tmp_path_factory):
    """A database into which the dossier was taken."""
    file = str(shutil.copy(sqlite_template, tmp_path_factory.mktemp("dossier") / "evidence.db"))
    with writing(file) as session:
        outcome, _ = take_in(session)
        assert outcome.rejected == 0
        assert outcome.duplicates == 0
    return file


@pytest.fixture(scope="module")
def found(database):
    with reading(database) as session:
        return tuple(dossiers(session, claims()))


@pytest.fixture(scope="module")
def judgements(found):
    return {dossier.claim.key: judged(dossier) for dossier in found}


def test_it_holds_the_claims_of_the_text_each_in_words_and_at_a_place(found):
    assert len(found) >= 30
    assert len({dossier.claim.statement for dossier in found}) == len(found)


def test_it_holds_the_studies_that_speak_to_them(database):
    with reading(database) as session:
        assert session.scalar(select(func.count()).select_from(Study)) >= 60


def test_every_line_of_evidence_names_source_journal_study_and_size_or_why_none_is_known(found):
    lacking = [
        (dossier.claim.key, line.source.key)
        for dossier in found
        for line in dossier.lines
        if line.role is not Role.CANDIDATE
        and not (line.source.journal and line.study and (line.sample or line.study.note or line.note))
    ]
    assert lacking == []


def test_a_size_that_is_not_known_is_said_to_be_so_and_why(found):
    silent = {
        line.source.key
        for dossier in found
        for line in dossier.lines
        if line.sample is not None and line.sample.n is None and not (line.sample.note or line.study.note)
    }
    assert silent == set()


def test_most_claims_lean_on_a_recorded_estimate(found):
    measured = [
        dossier.claim.key
        for dossier in found
        if any(line.effect is not None and line.effect.estimate is not None for line in dossier.lines)
    ]
    assert len(measured) >= 20


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        (
            "seventy-percent",
            {
                "murrough2013repeated": "Biological Psychiatry",
                "zheng2018rapid": "Journal of Psychiatric Research",
                "zarate2006randomized": "Archives of General Psychiatry",
            },
        ),
        (
            "gad-biological-psychiatry",
            {"glue2017dose": "Journal of Psychopharmacology", "bloch2012ocd": "Biological Psychiatry"},
        ),
    ],
)
def test_a_study_that_its_journal_does_not_hold_leaves_its_claim_unsupported_and_the_nearest_named(
    judgements, key, nearest
):
    judgement = judgements[key]
    assert judgement.state is State.UNSUPPORTED
    candidates = {line.source.key: line.source for line in judgement.dossier.lines if line.role is Role.CANDIDATE}
    assert {source: work.journal.title for source, work in candidates.items()} == nearest
    told = " ".join(finding.message for finding in judgement.against(None) if finding.rule == "named-source-not-found")
    for source, journal in nearest.items():
        assert source in told
        assert journal in told


def test_three_disorders_of_one_sentence_are_three_claims_and_none_is_supported(judgements):
    three = [judgements[key] for key in ("ptsd", "ocd", "chronic-pain")]
    assert len({judgement.dossier.claim.locator for judgement in three}) == 1
    assert State.SUPPORTED not in {judgement.state for judgement in three}


def test_what_pharmacology_agrees_on_is_supported(judgements):
    assert judgements["nmda-blockade"].state is State.SUPPORTED


def test_every_rule_ran_on_every_claim(judgements):
    assert [judgement.not_run for judgement in judgements.values() if judgement.not_run] == []


def test_no_figure_that_is_marked_unconfirmed_reaches_a_rule(found):
    """With every such figure struck out, each answer of each rule but the one that tells of them stays the same."""

    def answers(dossier):
        return [asked for asked in judged(dossier).asked if asked.rule != "unconfirmed-figure"]

    def struck(line):
        doubtful = FigureStatus.UNCONFIRMED
        sample, effect = line.sample, line.effect
        if sample is not None and sample.status is doubtful:
            sample = replace(sample, analysed=None, enrolled=None)
        if effect is not None and effect.status is doubtful:
            nothing = dict.fromkeys(("estimate", "ci_low", "ci_high", "ci_level", "p", "test", "finding"))
            effect = replace(effect, **nothing, arms=())
        return replace(line, sample=sample, effect=effect)

    changed = 0
    for dossier in found:
        without = replace(dossier, lines=tuple(map(struck, dossier.lines)))
        changed += without != dossier
        assert answers(without) == answers(dossier)
    assert changed > 0


def test_taking_away_any_one_line_leaves_the_state_of_every_other_claim(found):
    before, tried = states(found), 0
    for place, dossier in enumerate(found):
        for line in range(len(dossier.lines)):
            judged(replace(dossier, lines=dossier.lines[:line] + dossier.lines[line + 1 :]))
            tried += 1
        others = found[:place] + found[place + 1 :]
        assert states(others) == {key: state for key, state in before.items() if key != dossier.claim.key}
    assert tried >= 200


def test_deleting_a_line_from_the_database_changes_the_dossier_of_its_own_claim_only(database, found):
    """One line of each claim, the one it leans on first, deleted for real and put back by the transaction's end."""
    with writing(database) as session:
        first = session.execute(
            select(EvidenceLink.claim_id, func.min(EvidenceLink.id)).group_by(EvidenceLink.claim_id)
        ).all()
        for _, link in first:
            with session.begin_nested() as point:
                session.execute(delete(EvidenceLink).where(EvidenceLink.id == link))
                session.expire_all()
                without = tuple(dossiers(session, claims()))
                session.expunge_all()
                point.rollback()
            differing = [was for was, now in zip(found, without, strict=True) if was != now]
            (own,) = differing
            assert states(without).items() - states(found).items() <= {(own.claim.key, state) for state in State}
        session.rollback()
    assert len(first) >= 30


def test_taking_it_in_again_changes_nothing(database, found):
    with writing(database) as session:
        outcome, loaded = take_in(session)
        assert outcome.counts["read"] == outcome.same > 100
        assert outcome.unchanged == ["ketamine.bib"]
        assert (loaded.added, loaded.changed, loaded.removed) == ({}, {}, {})
        assert tuple(dossiers(session, claims())) == found


def test_a_dump_taken_into_a_new_database_gives_the_same_dossiers_and_states(database, found, sqlite_url, tmp_path):
    with reading(database) as session:
        (tmp_path / "again.yaml").write_text(to_yaml(dump(session)), "utf-8")
    with writing(sqlite_url) as session:
        take_in(session, tmp_path / "again.yaml")
    with reading(sqlite_url) as session:
        again = tuple(dossiers(session, claims()))
    assert again == found
    assert states(again) == states(found)


@pytest.mark.parametrize(
    ("claim", "rule", "told"),
    [
        ("other-side-effects", "percentage-does-not-match-count", "340 of 1285 is 26.5%, and 26.6% is printed"),
        ("helps-nonresponders", "percentage-impossible", "no count out of 114 is 53.1%"),
        ("antidepressant-nonresponse", "same-sample-twice", "trivedi2006evaluation], Rush 2006 [rush2006acute]"),
        ("ptsd", "review-and-its-trial", "borgogna2024specialk] includes Feder 2014 [feder2014ptsd]"),
        ("suicidal-behaviour", "review-and-its-trial", "canuso2021pooled] includes Ionescu 2021 [ionescu2021aspire2]"),
    ],
)
def test_what_is_wrong_in_print_or_counted_twice_is_told(judgements, claim, rule, told):
    assert any(told in finding.message for finding in judgements[claim].findings if finding.rule == rule)


def test_an_interval_on_another_scale_than_its_estimate_would_be_told_if_it_were_recorded(found):
    """The abstract of Almeida 2024 prints SMD 0.25 beside 0.57 to 17.02, which is in points of a scale."""
    (ptsd,) = (dossier for dossier in found if dossier.claim.key == "ptsd")
    low, high = Figure.parse("0.57"), Figure.parse("17.02")
    lines = tuple(
        replace(line, effect=replace(line.effect, ci_low=low, ci_high=high))
        if line.source.key == "almeida2024ptsd" and line.effect is not None
        else line
        for line in ptsd.lines
    )
    told = [each.message for each in judged(replace(ptsd, lines=lines)).findings if "outside" in each.message]
    assert told == ["the estimate 0.25 lies outside its interval, 0.57 to 17.02"]
    assert not any("outside" in finding.message for finding in judged(ptsd).findings)
