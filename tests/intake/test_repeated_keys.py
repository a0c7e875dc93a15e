import pytest

TWO = "@misc{a, title={Zinc for the common cold}}\n@misc{a, title={Honey for acute cough in children}}\n"


def test_two_works_under_one_key_are_both_taken_in_and_the_second_gets_a_key_of_its_own(import_, source):
    outcome = import_(TWO)
    assert outcome.counts["new"] == 2
    assert source("a").title == "Zinc for the common cold"
    assert source("a-2").title == "Honey for acute cough in children"
    assert [str(problem) for problem in outcome.problems] == [
        "statins.bib:2: warning: another entry has this citation key already; taken in as a-2 (a)"
    ]


def test_two_works_under_one_key_are_told_apart_when_their_file_comes_again(import_, source):
    import_(TWO)
    assert import_(TWO + "\n").counts["same"] == 2
    outcome = import_(TWO.replace("children", "adults"))
    assert [changed.key for changed in outcome.changed] == ["a-2"]
    assert source("a-2").title == "Honey for acute cough in adults"
    first, second = TWO.splitlines(keepends=True)
    assert import_(second + first).counts["same"] == 1  # the adults' version is the file's no more


def test_an_entry_that_stands_twice_word_for_word_is_one_source(import_, everything):
    entry = "@misc{a, title={Zinc for the common cold}}\n"
    outcome = import_(entry * 3)
    assert outcome.counts == {"read": 3, "new": 1, "changed": 0, "same": 2, "duplicate": 0, "rejected": 0}
    outcome = import_(entry.replace("Zinc", "Honey") * 3)
    assert outcome.counts == {"read": 3, "new": 0, "changed": 1, "same": 2, "duplicate": 0, "rejected": 0}
    assert len(everything()["source"]) == 1


def test_a_re_keyed_entry_that_stands_twice_is_one_source(import_, everything):
    assert import_(TWO + TWO.splitlines()[1]).counts["same"] == 1
    assert len(everything()["source"]) == 2


def test_a_copy_of_a_file_with_repeated_keys_brings_nothing_new(import_):
    import_(TWO)
    assert import_(TWO, name="copy.bib").counts["same"] == 2


def test_one_key_for_all_entries_costs_no_more_than_a_key_for_each(import_, queries):
    entries = [f"@misc{{ref, title={{Trial number {n} of zinc}}}}\n" for n in range(1500)]
    import_("".join(entries[:500]))
    queries.clear()
    assert import_("".join(entries), name="more.bib").counts["same"] == 500
    assert len(queries) < 200
    assert import_("".join(reversed(entries)), name="more.bib").counts["same"] == 1500


def test_a_key_of_its_own_is_none_that_the_file_uses(import_, everything):
    import_("@misc{a, title={Zinc}}\n@misc{a-2, title={Ginger}}\n@misc{a, title={Honey}}\n")
    assert {row.key: row.title for row in everything()["source"]} == {"a": "Zinc", "a-2": "Ginger", "a-3": "Honey"}


def test_a_free_key_is_none_that_the_file_or_another_has(import_, source):
    import_("@misc{a-3, title={Ginger for nausea}}\n", name="other.bib")
    honey, mint = "@misc{a, title={Honey for cough}}\n", "@misc{a, title={Mint for colic}}\n"
    import_("@misc{a, title={Zinc for colds}}\n@misc{a-2, title={Iron for fatigue}}\n" + honey + mint)
    assert {key: source(key).title for key in ("a-2", "a-3", "a-4", "a-5")} == {
        "a-2": "Iron for fatigue",
        "a-3": "Ginger for nausea",
        "a-4": "Honey for cough",
        "a-5": "Mint for colic",
    }


def test_repeated_keys_that_two_files_share_are_not_undone_by_the_one_that_did_not_change(import_, source):
    import_(TWO, name="one.bib")
    import_(TWO, name="copy.bib")
    assert import_(TWO.replace("children", "adults"), name="copy.bib").counts["changed"] == 1
    assert import_(TWO + "% touched\n", name="one.bib").counts["same"] == 2
    assert source("a-2").title == "Honey for acute cough in adults"


FISH = "@article{a, title={Fish oil and bones}, author={Abc, Q}, year=2001}\n"
HEARTS = "@article{a, title={Statins in hearts}, author={Xyz, W}, year=1990}\n"


def test_another_work_under_a_known_key_takes_no_source_from_the_entry_that_stands(import_, source):
    import_(FISH)
    assert import_(HEARTS + FISH).counts == {
        "read": 2, "new": 1, "changed": 0, "same": 1, "duplicate": 0, "rejected": 0,
    }  # fmt: skip
    assert (source("a").title, source("a-2").title) == ("Fish oil and bones", "Statins in hearts")


def test_of_several_works_under_a_key_the_one_that_is_most_alike_is_the_one_that_changed(import_, source):
    import_(FISH)
    outcome = import_(HEARTS + FISH.replace("2001", "2002"))
    assert [changed.key for changed in outcome.changed] == ["a"]
    outcome = import_(HEARTS.replace("1990", "1991"))
    assert [changed.key for changed in outcome.changed] == ["a-2"]
    assert outcome.gone == [("statins.bib", "a")]
    assert (source("a").title, source("a").year, source("a-2").year) == ("Fish oil and bones", 2002, 1991)


@pytest.mark.parametrize("size", [3, 150])
def test_entries_of_one_key_that_share_nothing_go_by_their_order_in_the_file(import_, size):
    entries = [f"@misc{{a, title={{Trial {n} of zinc}}}}\n" for n in range(size)]
    import_("".join(entries))
    entries.reverse()
    import_("".join(entries))
    outcome = import_("".join(entry.replace("zinc", "honey") for entry in entries))
    assert (outcome.counts["changed"], outcome.counts["new"], outcome.gone) == (size, 0, [])
    changes = [change for changed in outcome.changed for change in changed.changes]
    assert [change.after for change in changes] == [change.before.replace("zinc", "honey") for change in changes]


def test_free_keys_are_found_among_many(import_, everything):
    entries = "".join(f"@misc{{a, title={{Trial number {n} of zinc}}, year={{{1900 + n}}}}}\n" for n in range(50))
    assert import_(entries).counts["new"] == 50
    assert {row.key for row in everything()["source"]} == {"a", *(f"a-{n}" for n in range(2, 51))}


def test_a_key_that_another_file_uses_for_another_work_is_re_keyed_for_good(import_, source):
    import_("@misc{a, title={Zinc for the common cold}}")
    assert import_("@misc{a, title={Honey for cough}, year=2001}", name="other.bib").counts["new"] == 1
    outcome = import_("@misc{a, title={Honey for cough}, year=2002}", name="other.bib")
    assert [changed.key for changed in outcome.changed] == ["a-2"]
    assert source("a").title == "Zinc for the common cold"


def test_a_source_that_an_entry_names_by_its_key_of_its_own_is_no_other_entry_s(import_, source):
    import_("@misc{a, title={Zinc}}\n", name="other.bib")
    import_("@misc{a, title={Honey}}\n")
    outcome = import_("@misc{a-2, title={Honey}}\n@misc{a, title={Mint}}\n")
    assert (outcome.counts["same"], outcome.counts["new"], outcome.counts["changed"]) == (1, 1, 0)
    assert (source("a-2").title, source("a-3").title) == ("Honey", "Mint")


def test_keys_that_differ_in_capitals_are_told_in_each_file_of_their_own(import_):
    text = "@misc{Foo, title={Zinc}}\n@misc{foo, title={Honey}}\n"
    outcome = import_(text)
    said = "the citation key differs from Foo in its capitals only; BibTeX takes them for one"
    assert [(problem.line, problem.key, problem.reason) for problem in outcome.problems] == [(2, "foo", said)]
    assert import_("@misc{FOO, title={Ginger}}\n", name="other.bib").problems == []
