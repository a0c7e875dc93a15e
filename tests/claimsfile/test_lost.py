import pytest

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
     "claims/0/evidence/2: this line of evidence stands already on line 113"),
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
    assert refused(text) == ["99: claims/0/evidence/0: 'trial2018' reports several studies, say which: trial, review"]


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
