def test_files_that_hold_a_source_in_common_do_not_undo_each_other_s_edits(import_, source):
    one, other = "@misc{a, title={Zinc}}\n", "@misc{a, title={Zinc for the common cold}}\n"
    import_(one, name="one.bib")
    import_(one + "% also here\n", name="other.bib")
    outcome = import_(other, name="one.bib")
    assert outcome.counts["changed"] == 1
    assert [str(problem) for problem in outcome.problems] == [
        "one.bib:1: warning: other.bib:1 says otherwise of title; what this file says stands from now on (a)"
    ]
    outcome = import_(one + "% touched, but not the entry\n", name="other.bib")
    assert outcome.counts == {"read": 1, "new": 0, "changed": 0, "same": 1, "duplicate": 0, "rejected": 0}
    assert source("a").title == "Zinc for the common cold"
    assert import_(one.replace("Zinc", "Honey"), name="other.bib").counts["changed"] == 1
    assert source("a").title == "Honey"


def test_an_edit_in_one_file_takes_back_no_edit_in_another(import_, source):
    text = "@misc{a, title={Zinc}, year=2001, note={One}}\n"
    import_(text, name="one.bib")
    import_(text + "% also here\n", name="other.bib")
    assert not import_(text.replace("2001", "2002"), name="one.bib").counts["same"]
    outcome = import_(text.replace("One", "Two"), name="other.bib")
    assert [change.field for changed in outcome.changed for change in changed.changes] == ["note"]
    assert [str(problem) for problem in outcome.problems] == [
        "other.bib:1: warning: one.bib:1 says otherwise of note; what this file says stands from now on (a)"
    ]
    found = source("a")
    assert (found.year, dict(found.fields)) == (2002, {"title": "Zinc", "year": "2002", "note": "Two"})
    for name, held in (("one.bib", text.replace("2001", "2002")), ("other.bib", text.replace("One", "Two"))):
        assert import_(held + "% touched\n", name=name).counts["same"] == 1
    assert dict(source("a").fields) == {"title": "Zinc", "year": "2002", "note": "Two"}
    outcome = import_("@book{a, title={Zinc}, year=2001}\n", name="other.bib")
    assert {(change.field, change.after) for each in outcome.changed for change in each.changes} == {
        ("entry type", "book"),
        ("note", None),
    }
    assert not import_("@book{a, title={Zinc}, year=2002}\n", name="one.bib").changed
    assert (source("a").kind, source("a").year) == ("book", 2002)


def test_a_file_that_says_nothing_of_a_field_says_nothing_otherwise(import_):
    import_("@misc{a, title={Zinc}}\n", name="one.bib")
    import_("@misc{a, title={Zinc}}\n% also here\n", name="other.bib")
    assert import_("@misc{a, title={Zinc}, note={seen}}\n", name="one.bib").problems == []


def test_that_other_files_may_hold_what_changed_is_asked_of_many_sources_at_once(import_, queries):
    text = "".join(f"@misc{{k{n}, title={{Trial {n} of zinc}}}}\n" for n in range(300))
    import_(text, name="one.bib")
    import_(text + "% also here\n", name="other.bib")
    queries.clear()
    outcome = import_(text.replace("zinc", "honey"), name="one.bib")
    assert (outcome.counts["changed"], len(outcome.problems)) == (300, 300)
    assert len(queries) < 100
    assert import_(text + "% touched\n", name="other.bib").counts["same"] == 300
