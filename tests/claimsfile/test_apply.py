import datetime as dt
import hashlib
from decimal import Decimal

import factories
import pytest
from sqlalchemy import func, select

from evidence.claimsfile.apply import load
from evidence.claimsfile.read import read
from evidence.errors import FileError
from evidence.model import (
    Base,
    Claim,
    Effect,
    EffectArm,
    EvidenceLink,
    Provenance,
    QuotedFigure,
    Sample,
    Study,
)

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
}
LATER = dt.datetime(2026, 3, 1, 8, 30, tzinfo=dt.UTC)


def contents(session):
    """Every row of the database, by table and key."""
    return {
        (table.name, row.id): tuple(row)
        for table in Base.metadata.sorted_tables
        for row in session.execute(select(table))
    }


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
    assert (result.document, result.added, result.changed, result.removed) == ("aspirin-post", EVERYTHING, {}, {})


def test_figures_survive_as_printed_beside_their_exact_values(loaded, aspirin, session):
    loaded(aspirin)
    death = session.execute(select(Effect.__table__).where(Effect.key == "death")).one()
    assert (death.estimate, death.estimate_printed) == (Decimal("1.14"), "1.14")
    assert (death.ci_low_printed, death.ci_high_printed, death.p_printed) == ("1.01", "1.29", "< .05")
    assert death.ci_level == 95
    arm = session.execute(select(EffectArm.__table__).where(EffectArm.position == 1)).one()
    assert (arm.mean, arm.mean_printed, arm.sd, arm.sd_printed) == (
        Decimal("-1.12"),
        "\u22121.12",
        Decimal("0.9"),
        "0.90",
    )
    assert session.scalars(select(QuotedFigure.printed).order_by(QuotedFigure.position)).all() == ["14%", "4.70"]


def test_each_row_has_its_file_line_bytes_run_and_time(loaded, aspirin, session, tmp_path):
    loaded(aspirin, at=LATER)
    traces = session.execute(select(Provenance.__table__)).all()
    assert len({(trace.entity, trace.entity_id) for trace in traces}) == len(traces) == sum(EVERYTHING.values())
    assert {(trace.file, trace.sha256, trace.at) for trace in traces} == {
        (str(tmp_path / "aspirin.yaml"), hashlib.sha256(aspirin.encode()).hexdigest(), LATER)
    }
    assert len({trace.run for trace in traces}) == 1
    rows = {mark: row for mark, row in contents(session).items() if mark[0] not in {"provenance", "source"}}
    assert rows.keys() == {(trace.entity, trace.entity_id) for trace in traces}


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
}


@pytest.mark.parametrize("entity", LINES)
def test_the_line_of_each_row_is_where_the_file_says_so(loaded, aspirin, session, entity):
    loaded(aspirin)
    text = aspirin.splitlines()
    lines = session.scalars(select(Provenance.line).where(Provenance.entity == entity).order_by(Provenance.line)).all()
    assert [text[line - 1] for line in lines] == LINES[entity]


def test_loading_twice_changes_nothing(loaded, aspirin, session):
    loaded(aspirin)
    before = contents(session)
    again = loaded(aspirin, at=LATER)
    assert (again.added, again.changed, again.removed) == ({}, {}, {})
    assert contents(session) == before


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
    ("# nothing", "", {}, {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "added", "changed", "removed"), EDITS, ids=[f"{a}>{b}" for a, b, *_ in EDITS])
def test_loading_after_an_edit_changes_just_that(loaded, aspirin, session, old, new, added, changed, removed):
    loaded(f"{aspirin}# nothing\n")
    before = contents(session)
    result = loaded(f"{aspirin}# nothing\n".replace(old, new, 1), at=LATER)
    assert (result.added, result.changed, result.removed) == (added, changed, removed)
    after = contents(session)
    assert difference(before, after) == (added, changed, removed)
    fresh = [row for mark, row in after.items() if mark not in before and mark[0] == "provenance"]
    assert len(fresh) == sum(added.values()) + sum(changed.values())


def test_a_renamed_effect_is_another_effect_and_takes_its_arms_along(loaded, aspirin, session):
    loaded(aspirin)
    before = contents(session)
    result = loaded(aspirin.replace("- key: death", "- key: dying").replace("effect: death", "effect: dying"))
    assert result.removed == {"effect": 1, "evidence_link": 1}
    added, changed, removed = difference(before, contents(session))
    assert (added, changed) == ({"effect": 1, "effect_arm": 2, "evidence_link": 1}, {})
    assert removed == added


def test_claims_that_the_file_leaves_out_go_with_all_that_hangs_on_them(loaded, aspirin, session):
    loaded(aspirin)
    before = contents(session)
    first = aspirin.index("  - key: no-longer-life")
    second = aspirin.index("  - key: bleeding\n    at")
    result = loaded(aspirin[:first] + aspirin[second : aspirin.index("waivers:")])
    assert (result.added, result.changed, result.removed) == ({}, {"claim": 1}, {"claim": 1})
    assert difference(before, contents(session)) == (
        {},
        {"claim": 1},
        {"claim": 1, "quoted_figure": 2, "evidence_link": 3, "waiver": 1},
    )


def test_studies_that_the_file_leaves_out_stay(loaded, aspirin, session):
    loaded(aspirin)
    before = contents(session)
    cut = aspirin[: aspirin.index("studies:")] + aspirin[aspirin.index("claims:") :]
    result = loaded(cut)
    assert (result.added, result.changed, result.removed) == ({}, {}, {})
    assert contents(session) == before


def test_the_order_within_studies_does_not_matter(loaded, aspirin):
    loaded(aspirin)
    start, second, end = (aspirin.index(words) for words in ("  - key: trial", "  - key: review\n", "\nclaims:"))
    turned = aspirin[:start] + aspirin[second:end] + aspirin[start:second] + aspirin[end:]
    assert turned != aspirin
    result = loaded(turned)
    assert (result.added, result.changed, result.removed) == ({}, {}, {})


@pytest.fixture
def refused(loaded, session):
    """Load a text that is refused, see that nothing changed, and list what was wrong as line: key: message."""

    def run(text):
        before = contents(session)
        with pytest.raises(FileError) as error:
            loaded(text)
        assert contents(session) == before
        assert str(error.value).endswith("nothing was written")
        return [said.partition(".yaml:")[2] for said in error.value.details]

    return run


ABSENT = "is neither in this file nor in the database"

LOST = [
    ("[trial2018, trial2020]", "[trial2018, trial2020, nowhere]",
     "studies/0/reports/2: the source 'nowhere' is not in the database; import its BibTeX first"),
    ("- source: opinion2021", "- source: nowhere",
     "claims/0/evidence/2/source: the source 'nowhere' is not in the database; import its BibTeX first"),
    ("included_in: [review]", "included_in: [nothing]", f"studies/0/included_in/0: the study 'nothing' {ABSENT}"),
    ("sample: review/all", "sample: review/none",
     f"studies/0/samples/0/overlaps/0/sample: the sample 'review/none' {ABSENT}"),
    ("        study: trial", "        study: review",
     "claims/0/evidence/0/study: 'trial2018' does not report the study 'review'"),
    ("        study: trial", "        study: nothing",
     "claims/0/evidence/0/study: 'trial2018' does not report the study 'nothing'"),
    ("        effect: death", "        effect: life",
     "claims/0/evidence/0/effect: the study 'trial' has no effect 'life'"),
    ("role: background", "role: background\n        effect: death",
     "claims/0/evidence/2/effect: 'opinion2021', which reports no study, has no effect 'death'"),
    ("- source: opinion2021", "- source: review2019",
     "claims/0/evidence/2: this line of evidence stands already on line 111"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), LOST, ids=[message for *_, message in LOST])
def test_a_reference_to_nothing_is_refused_with_its_place(refused, aspirin, old, new, message):
    text = aspirin.replace(old, new, 1)
    line = text[: text.rindex(new) + len(new)].count("\n") + 1
    assert refused(text) == [f"{line}: {message}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reports: [review2019]", "reports: [review2019, trial2018]"),
        ("        study: trial\n        effect: death\n", ""),
        ("        study: trial\n", ""),
    ],
)
def test_a_line_names_its_study_where_its_source_reports_several_and_need_not_else(loaded, aspirin, old, new):
    assert loaded(aspirin.replace(old, new, 1)).added["evidence_link"] == 3


def test_a_source_of_several_studies_wants_the_study_named(refused, aspirin):
    text = aspirin.replace("reports: [review2019]", "reports: [review2019, trial2018]").replace(
        "        study: trial\n", ""
    )
    assert refused(text) == ["97: claims/0/evidence/0: 'trial2018' reports several studies, say which: trial, review"]


def test_every_fault_is_told_at_once_in_the_order_of_lines(refused, aspirin):
    text = (
        aspirin.replace("kind: harm", "kind: herm")
        .replace("source: opinion2021", "source: nowhere")
        .replace("blinding:", "blindign:")
        .replace("note: Atomic.", 'note: "\\0"')
    )
    assert [said.partition(": ")[2].partition(": ")[0] for said in refused(text)] == [
        "studies/0/blindign",
        "claims/0/note",
        "claims/0/evidence/2/source",
        "claims/1/kind",
    ]


def test_one_file_may_lean_on_what_another_brought(loaded, aspirin, session):
    loaded(aspirin)
    other = """
document: {key: other, title: Another text}
studies:
  - key: small-trial
    reports: [opinion2021]
    design: cohort
    included_in: [review]
    samples:
      - key: all
        population: some of them
        status: checked
        overlaps: [{sample: trial/all, kind: overlaps}]
claims:
  - key: death
    at: {paragraph: 1, sentence: 1}
    statement: Aspirin kills.
    kind: harm
    wording: plain
    evidence:
      - {source: trial2018, effect: death, role: primary}
"""
    result = loaded(other, "other.yaml")
    assert result.removed == result.changed == {}
    link = session.execute(
        select(Study.key, Effect.key)
        .select_from(EvidenceLink)
        .join(Study, EvidenceLink.study_id == Study.id)
        .join(Effect, EvidenceLink.effect_id == Effect.id)
        .join(Claim, EvidenceLink.claim_id == Claim.id)
        .where(Claim.key == "death")
    ).one()
    assert tuple(link) == ("trial", "death")


OTHER = """
document: {key: other, title: Another text}
studies:
  - key: small-trial
    reports: [opinion2021]
    design: cohort
    samples:
      - {key: all, population: some, status: checked, overlaps: [{sample: trial/women, kind: same}]}
claims:
  - key: death
    at: {paragraph: 1, sentence: 1}
    statement: Aspirin kills.
    kind: harm
    wording: plain
    evidence:
      - {source: trial2018, effect: death, role: primary}
      - {source: trial2020, role: background}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "- key: death\n",
            "- key: dying\n",
            "8: studies/0: leaves out the effect 'death', on which claim 'death' of 'other' leans; keep it",
        ),
        (
            "- key: women\n",
            "- key: men\n",
            "8: studies/0: leaves out the sample 'women', which small-trial/all shares members with; keep it",
        ),
        (
            "[trial2018, trial2020]",
            "[trial2018]",
            "8: studies/0: leaves out the report 'trial2020', on which claim 'death' of 'other' leans; keep it",
        ),
    ],
)
def test_what_another_document_leans_on_must_stay(loaded, refused, aspirin, old, new, expected):
    loaded(aspirin)
    loaded(OTHER, "other.yaml")
    text = (
        aspirin.replace(old, new, 1).replace("        effect: death\n", "").replace("sample: women\n", "sample: all\n")
    )
    text = text.replace("        source: trial2020\n", "").replace(
        "          - {sample: trial/women, kind: contains}\n", ""
    )
    assert refused(text) == [expected]


def test_what_only_this_document_leaned_on_may_go(loaded, aspirin, session):
    loaded(aspirin)
    loaded(OTHER.replace("effect: death, ", "").replace("trial/women", "trial/all"), "other.yaml")
    text = (
        aspirin[: aspirin.index("      - key: women")]
        + aspirin[aspirin.index("    effects:") : aspirin.index("claims:")]
    )
    text = text[: text.index("      - key: bleeding")] + text[text.index("  - key: review\n") :]
    text = text.replace("          - {sample: trial/women, kind: contains}\n", "")
    result = loaded(text)
    assert result.removed == {"sample": 1, "sample_overlap": 1, "effect": 1, "claim": 2}
    assert session.scalar(select(func.count()).select_from(Sample)) == 3


def test_a_file_that_names_no_document_is_refused_beside_what_others_lean_on(loaded, refused, aspirin):
    loaded(aspirin)
    assert refused("studies: [{key: trial, reports: [trial2018, trial2020], design: cohort}]") == [
        "1: lacks document",
        "1: studies/0: leaves out the effect 'death', on which claim 'no-longer-life' of 'aspirin-post' leans; keep it",
    ]


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
