import pytest

from evidence.intake.plan import Change, Known, plan
from evidence.bibtex.read import read_files


@pytest.fixture
def library(tmp_path):
    def read(text):
        path = tmp_path / "x.bib"
        path.write_text(text)
        return read_files([path])

    return read


def known(library):
    return {entry.key: Known(kind=entry.kind, fields=entry.fields) for entry in library.entries}


def test_what_is_not_known_is_new(library):
    planned = plan(library("@misc{a, title={A}}\n@misc{b, title={B}}\n@misc{c, title={"), {})
    assert [entry.key for entry in planned.new] == ["a", "b"]
    assert planned.counts == {"read": 3, "new": 2, "changed": 0, "same": 0, "rejected": 1}


def test_layout_order_and_case_of_names_change_nothing(library):
    before = known(library("@misc{a, title={A long title}, year=2000}"))
    planned = plan(library("@MISC{a,\n  Year = {2000},\n  TITLE = {A long\n    title}\n}"), before)
    assert [entry.key for entry in planned.same] == ["a"]


def test_a_string_defined_otherwise_changes_the_entry_that_uses_it(library):
    text = "@string{{j = {{{}}}}}\n@article{{a, journal = j}}"
    planned = plan(library(text.format("Lancet")), known(library(text.format("BMJ"))))
    assert planned.changed[0].changes == (Change(field="journal", before="BMJ", after="Lancet"),)


def test_each_change_is_named_with_what_was_and_what_is(library):
    before = known(library("@misc{a, title={A}, Note={old}, year=2000}"))
    planned = plan(library("@article{a, title={B}, year=2000, doi={10.1000/x}}"), before)
    (changed,) = planned.changed
    assert changed.entry.key == "a"
    assert changed.changes == (
        Change(field="entry type", before="misc", after="article"),
        Change(field="title", before="A", after="B"),
        Change(field="doi", before=None, after="10.1000/x"),
        Change(field="Note", before="old", after=None),
    )


def test_a_repeat_within_the_file_is_the_same(library):
    planned = plan(library("@misc{a, title={A}}\n@misc{a, title={A}}\n@misc{a, title={B}}"), {})
    assert planned.counts == {"read": 3, "new": 1, "changed": 0, "same": 1, "rejected": 1}
