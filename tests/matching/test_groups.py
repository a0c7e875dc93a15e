from matching.entries import told

from evidence.matching.groups import groups

WORKS = {
    "first": told(doi="10.1093/a"),
    "bare": told(),
    "second": told(doi="10.1093/b"),
    "again": told(doi="10.1093/a", pages="123"),
}


def test_an_entry_that_could_be_two_goes_with_the_surer_one():
    found = groups([("first", "bare"), ("bare", "second"), ("first", "again")], WORKS)
    assert found.joined == (("first", "bare", "again"),)
    assert found.refused == (("bare", "second"),)


def test_pairs_within_a_group_are_joined_already():
    found = groups([("first", "bare"), ("first", "again"), ("bare", "again")], WORKS)
    assert found.joined == (("first", "bare", "again"),)
    assert found.refused == ()


def test_groups_that_agree_become_one():
    works = WORKS | {"fourth": told(pages="123"), "fifth": told(doi="10.1093/c", year="1999")}
    found = groups([("first", "bare"), ("again", "fourth"), ("bare", "fourth"), ("fifth", "bare")], works)
    assert found.joined == (("first", "bare", "again", "fourth"),)
    assert found.refused == (("fifth", "bare"),)


def test_no_pairs_make_no_groups():
    assert groups([], {}) == ((), ())
