import datetime as dt
import hashlib
from decimal import Decimal

import factories
import pytest
from sqlalchemy import select

from evidence.claimsfile.apply import load
from evidence.claimsfile.read import read
from evidence.errors import FileError
from evidence.model import Effect, EffectArm, Provenance, QuotedFigure, Source
from evidence.query.claims import claims
from evidence.query.dossiers import dossiers
from evidence.vocab import Integrity, Statistic

EVERYTHING = {
    "document": 1,
    "study": 2,
    "study_report": 3,
    "study_inclusion": 1,
    "sample": 3,
    "sample_overlap": 2,
    "effect": 2,
    "effect_arm": 2,
    "claim": 2,
    "quoted_figure": 2,
    "evidence_link": 3,
    "waiver": 1,
    "assessment": 10,
}
LATER = dt.datetime(2026, 3, 1, 8, 30, tzinfo=dt.UTC)


def tables(rows):
    """How many rows there are of each table, provenance left out."""
    names = [table for table, _ in rows if table != "provenance"]
    return {name: names.count(name) for name in names}


def difference(before, after):
    """How many rows of each table were added, changed and removed."""
    shared = before.keys() & after.keys()
    return (
        tables(after.keys() - before.keys()),
        tables({mark for mark in shared if before[mark] != after[mark]}),
        tables(before.keys() - after.keys()),
    )


def test_a_file_is_loaded_whole(loaded, aspirin):
    result = loaded(aspirin)
    assert (result.document, result.added, result.changed, result.removed) == (
        "aspirin-post",
        EVERYTHING,
        {"source": 1},
        {},
    )


def test_figures_survive_as_printed_beside_their_exact_values(loaded, aspirin, session):
    loaded(aspirin)
    death = session.execute(select(Effect.__table__).where(Effect.key == "death")).one()
    assert (death.estimate, death.estimate_printed) == (Decimal("1.14"), "1.14")
    assert (death.ci_low_printed, death.ci_high_printed, death.p_printed) == ("1.01", "1.29", "< .05")
    assert death.ci_level == 95
    assert (death.test, death.statistic, death.statistic_printed) == (Statistic.F, Decimal("4.1"), "4.10")
    assert (death.df, death.df_printed, death.df2, death.df2_printed) == (1, "1", 19112, "19112")
    arm = session.execute(select(EffectArm.__table__).where(EffectArm.position == 1)).one()
    assert (arm.mean, arm.mean_printed, arm.sd, arm.sd_printed) == (
        Decimal("-1.12"),
        "\u22121.12",
        Decimal("0.9"),
        "0.90",
    )
    assert session.scalars(select(QuotedFigure.printed).order_by(QuotedFigure.position)).all() == ["14%", "4.70"]


def test_a_scale_is_of_one_item_where_nothing_is_said(loaded, aspirin, session):
    def scale():
        columns = Effect.__table__.c
        told = select(columns.scale_low, columns.scale_high, columns.scale_items).where(columns.key == "death")
        return tuple(session.execute(told).one())

    loaded(aspirin)
    assert scale() == (0, 10, 4)
    loaded(aspirin.replace(", items: 4", ""))
    assert scale() == (0, 10, 1)
    assert loaded(aspirin.replace("items: 4", "items: 1")).changed == {}
    loaded(aspirin.replace("        scale: {min: 0, max: 10, items: 4}\n", ""))
    assert scale() == (None, None, None)


def test_each_row_has_its_file_line_bytes_run_and_time(loaded, aspirin, session, tmp_path, contents):
    loaded(aspirin, at=LATER)
    traces = session.execute(select(Provenance.__table__)).all()
    assert len({(trace.entity, trace.entity_id) for trace in traces}) == len(traces) == sum(EVERYTHING.values()) + 1
    assert {(trace.file, trace.sha256, trace.at) for trace in traces} == {
        (str(tmp_path / "aspirin.yaml"), hashlib.sha256(aspirin.encode()).hexdigest(), LATER)
    }
    assert len({trace.run for trace in traces}) == 1
    rows = {mark: row for mark, row in contents().items() if mark[0] not in {"provenance", "source"}}
    told = session.scalars(select(Source.id).where(Source.integrity != Integrity.NONE))
    assert rows.keys() | {("source", row) for row in told} == {(trace.entity, trace.entity_id) for trace in traces}


LINES = {
    "document": ["document:"],
    "study": ["  - key: trial", "  - key: review"],
    "study_report": ["    reports: [trial2018, trial2020]"] * 2 + ["    reports: [review2019]"],
    "study_inclusion": ["    included_in: [review]"],
    "sample_overlap": [
        "          - {sample: review/all, kind: overlaps}",
        "          - {sample: trial/women, kind: contains}",
    ],
    "effect": ["      - key: death", "      - key: bleeding"],
    "effect_arm": [
        "          - {arm: aspirin, n: 9525, events: 558, percent: 5.9%}",
        "          - {arm: placebo, n: 9589, mean: \u22121.12, sd: 0.90}",
    ],
    "sample": ["      - key: all", "      - key: women", "      - key: all"],
    "claim": ["  - key: no-longer-life", "  - key: bleeding"],
    "quoted_figure": ["      - {printed: 14%, of: more deaths}", '      - {printed: "4.70", of: years}'],
    "evidence_link": [
        "      - source: trial2018",
        "      - source: review2019",
        "      - source: opinion2021",
    ],
    "waiver": ["  - claim: no-longer-life"],
    "assessment": [
        "    start: {rating: high, reason: It is randomized., by: C. Reader, on: 2024-05-02}",
        "    risk-of-bias: {rating: not-serious, reason: Nobody knew who took what., by: C. Reader, on: 2024-05-02}",
        "    inconsistency: {rating: not-serious, reason: There is one trial., by: C. Reader, on: 2024-05-02}",
        "    indirectness: {rating: serious, reason: Few were frail., by: C. Reader, on: 2024-05-03}",
        "    imprecision:",
        "    publication-bias: {rating: undetected, reason: All are registered., by: C. Reader, on: 2024-05-02}",
        "    large-effect: {rating: absent, reason: It is small., by: C. Reader, on: 2024-05-02}",
        "    dose-response: {rating: absent, reason: One dose was given., by: C. Reader, on: 2024-05-02}",
        "    opposing-confounding: {rating: absent, reason: It is randomized., by: C. Reader, on: 2024-05-02}",
        "    start: {rating: low, reason: A cohort., by: C. Reader, on: 2024-05-02}",
    ],
}


@pytest.mark.parametrize("entity", LINES)
def test_the_line_of_each_row_is_where_the_file_says_so(loaded, aspirin, session, entity):
    loaded(aspirin)
    text = aspirin.splitlines()
    lines = session.scalars(select(Provenance.line).where(Provenance.entity == entity).order_by(Provenance.line)).all()
    assert [text[line - 1] for line in lines] == LINES[entity]


def test_loading_twice_changes_nothing(loaded, aspirin, contents):
    loaded(aspirin)
    before = contents()
    again = loaded(aspirin, at=LATER)
    assert (again.added, again.changed, again.removed) == ({}, {}, {})
    assert contents() == before


EDITS = [
    ("title: Aspirin, taken daily", "title: Aspirin", {}, {"document": 1}, {}),
    ("    registration: ISRCTN00000001\n", "", {}, {"study": 1}, {}),
    ("design: randomized", "design: cohort", {}, {"study": 1}, {}),
    ("[trial2018, trial2020]", "[trial2018, trial2020, opinion2021]",
     {"study_report": 1, "evidence_link": 1}, {}, {"evidence_link": 1}),
    ("    included_in: [review]\n", "", {}, {}, {"study_inclusion": 1}),
    ("analysed: 19000", "analysed: 19001", {}, {"sample": 1}, {}),
    ("56.4%", "56.40%", {}, {"sample": 1}, {}),
    ("[https://example.org/trial]", "[https://a.org, https://b.org]", {}, {"sample": 1}, {}),
    ("kind: overlaps", "kind: same", {}, {"sample_overlap": 1}, {}),
    ("          - {sample: review/all, kind: overlaps}\n", "", {}, {}, {"sample_overlap": 1}),
    ("estimate: 1.14", "estimate: 1.140", {}, {"effect": 1}, {}),
    ("        sample: women\n", "", {}, {"effect": 1}, {}),
    ("        source: trial2020\n", "", {}, {"effect": 1}, {}),
    ('value: "4.10"', "value: 4.1", {}, {"effect": 1}, {}),
    (", df: 1, df2: 19112", ", df: 1, df2: 19113", {}, {"effect": 1}, {}),
    ('        test: {statistic: F, value: "4.10", df: 1, df2: 19112}\n', "", {}, {"effect": 1}, {}),
    ('F, value: "4.10", df: 1, df2: 19112', "z, value: 2.02", {}, {"effect": 1}, {}),
    (", items: 4", "", {}, {"effect": 1}, {}),
    ("        scale: {min: 0, max: 10, items: 4}\n", "", {}, {"effect": 1}, {}),
    ("sd: 0.90", "sd: 0.9", {}, {"effect_arm": 1}, {}),
    ("          - {arm: placebo, n: 9589, mean: \u22121.12, sd: 0.90}\n", "", {}, {}, {"effect_arm": 1}),
    ("sentence: 2}", "sentence: 3}", {}, {"claim": 1}, {}),
    ("      - {printed: 14%, of: more deaths}\n", "", {}, {"quoted_figure": 1}, {"quoted_figure": 1}),
    ("role: synthesis", "role: background", {}, {"evidence_link": 1}, {}),
    ("        direction: supports\n", "        direction: disputes\n", {}, {"evidence_link": 1}, {}),
    ("on: 2026-01-15", "on: 2026-01-16", {}, {"evidence_link": 1}, {}),
    ("          outcome: indirect\n", "", {}, {"evidence_link": 1}, {}),
    ("      - source: opinion2021\n        role: background\n", "", {}, {}, {"evidence_link": 1}),
    ("        study: trial\n", "", {}, {}, {}),
    ("until: 2027-12-31", "until: 2027-12-30", {}, {"waiver": 1}, {}),
    ("    rule: single-sample", "    rule: small-sample", {"waiver": 1}, {}, {"waiver": 1}),
    ("rating: extremely-serious", "rating: serious", {}, {"assessment": 1}, {}),
    ("on: 2025-01-31", "on: 2025-02-01", {}, {"assessment": 1}, {}),
    ("reason: A cohort.", "reason: Two cohorts.", {}, {"assessment": 1}, {}),
    ("outcome: Disability", "outcome: DISABILITY", {}, {"assessment": 1}, {}),
    ("outcome: Death from any", "outcome: death  from any", {}, {"assessment": 9}, {}),
    ("outcome: Disability", "outcome: Dementia", {"assessment": 1}, {}, {"assessment": 1}),
    ("    indirectness: {rating: serious, reason: Few were frail., by: C. Reader, on: 2024-05-03}\n", "",
     {}, {}, {"assessment": 1}),
    ("# nothing", "", {}, {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "added", "changed", "removed"), EDITS, ids=[f"{a}>{b}" for a, b, *_ in EDITS])
def test_loading_after_an_edit_changes_just_that(loaded, aspirin, old, new, added, changed, removed, contents):
    loaded(f"{aspirin}# nothing\n")
    before = contents()
    result = loaded(f"{aspirin}# nothing\n".replace(old, new, 1), at=LATER)
    assert (result.added, result.changed, result.removed) == (added, changed, removed)
    after = contents()
    assert difference(before, after) == (added, changed, removed)
    fresh = [row for mark, row in after.items() if mark not in before and mark[0] == "provenance"]
    assert len(fresh) == sum(added.values()) + sum(changed.values())


def test_a_renamed_effect_is_another_effect_and_takes_its_arms_along(loaded, aspirin, contents):
    loaded(aspirin)
    before = contents()
    result = loaded(aspirin.replace("- key: death", "- key: dying").replace("effect: death", "effect: dying"))
    assert result.removed == {"effect": 1, "evidence_link": 1}
    added, changed, removed = difference(before, contents())
    assert (added, changed) == ({"effect": 1, "effect_arm": 2, "evidence_link": 1}, {})
    assert removed == added


def test_claims_that_the_file_leaves_out_go_with_all_that_hangs_on_them(loaded, aspirin, contents):
    loaded(aspirin)
    before = contents()
    first = aspirin.index("  - key: no-longer-life")
    second = aspirin.index("  - key: bleeding\n    at")
    result = loaded(aspirin[:first] + aspirin[second : aspirin.index("waivers:")])
    assert (result.added, result.changed, result.removed) == ({}, {"claim": 1}, {"claim": 1})
    assert difference(before, contents()) == (
        {},
        {"claim": 1},
        {"claim": 1, "quoted_figure": 2, "evidence_link": 3, "waiver": 1, "assessment": 10},
    )


def test_studies_that_the_file_leaves_out_stay(loaded, aspirin, contents):
    loaded(aspirin)
    before = contents()
    cut = aspirin[: aspirin.index("studies:")] + aspirin[aspirin.index("claims:") :]
    result = loaded(cut)
    assert (result.added, result.changed, result.removed) == ({}, {}, {})
    assert contents() == before


def test_the_order_within_studies_does_not_matter(loaded, aspirin):
    loaded(aspirin)
    start, second, end = (aspirin.index(words) for words in ("  - key: trial", "  - key: review\n", "\nclaims:"))
    turned = aspirin[:start] + aspirin[second:end] + aspirin[start:second] + aspirin[end:]
    assert turned != aspirin
    result = loaded(turned)
    assert (result.added, result.changed, result.removed) == ({}, {}, {})


def test_keys_with_slashes_make_no_two_lines_alike(loaded, session):
    for key in ("a", "a/b"):
        factories.source(session, key=key)
    text = """
document: {key: d, title: t}
studies:
  - {key: b, reports: [a], design: cohort}
claims:
  - key: c
    at: {paragraph: 1, sentence: 1}
    statement: s
    kind: harm
    wording: plain
    evidence: [{source: a, role: primary}, {source: a/b, role: background}]
"""
    assert loaded(text).added["evidence_link"] == 2
    assert loaded(text).added == {}


def test_a_name_of_a_file_that_is_no_unicode_is_kept_as_far_as_it_goes(sources, aspirin, tmp_path):
    path = tmp_path / "aspirin\udcff.yaml"
    path.write_text(aspirin, "utf-8")
    load(sources, read(path), at=LATER)
    assert {name.rpartition("/")[2] for name in sources.scalars(select(Provenance.file))} == {"aspirin\ufffd.yaml"}


RETRACTED = """\
document: {key: d, title: On aspirin}
sources: [{key: trial2018, integrity: retracted, date: 2022-05-01, notice: 10.1000/notice}]
"""


def test_what_became_of_a_source_is_told_and_taken_back(loaded, session):
    assert loaded(RETRACTED).changed == {"source": 1}
    source = session.scalars(select(Source).where(Source.key == "trial2018")).one()
    assert (source.integrity, source.integrity_date, source.integrity_notice) == (
        Integrity.RETRACTED,
        dt.date(2022, 5, 1),
        "10.1000/notice",
    )
    assert source.raw
    assert loaded(RETRACTED).changed == {}
    cleared = "document: {key: d, title: On aspirin}\nsources: [{key: trial2018, integrity: none}]"
    assert loaded(cleared).changed == {"source": 1}
    session.expire_all()
    assert (source.integrity, source.integrity_date) == (Integrity.NONE, None)


def test_what_became_of_an_unknown_source_is_refused(loaded):
    with pytest.raises(FileError) as refusal:
        loaded(RETRACTED.replace("trial2018", "nobody1900"))
    assert "sources/0/key: the source 'nobody1900' is not in the database" in refusal.value.details[0]


def test_a_retraction_in_the_file_bars_what_leans_on_the_source(loaded, aspirin, session):
    loaded(aspirin)
    barred = {
        line.source.key: line.source.integrity
        for dossier in dossiers(session, claims())
        for line in dossier.lines
        if line.source.integrity is not Integrity.NONE
    }
    assert barred == {"opinion2021": Integrity.RETRACTED}
