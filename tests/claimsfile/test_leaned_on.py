import pytest
from sqlalchemy import func, select

from evidence.model import Claim, Effect, EvidenceLink, Sample, Study


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
