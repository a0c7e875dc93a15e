import pytest

from evidence.bibtex.inherit import LONGEST_CHAIN, MOST_DATA, Inherited, Relative, by_key, inherited, parent_keys


def completed(child, *others):
    return inherited(child, parents=by_key(others))


PROCEEDINGS = Relative(
    "nutrition2003",
    "proceedings",
    {
        "title": "Proceedings on {Zinc}",
        "subtitle": "Third meeting",
        "shorttitle": "Zinc",
        "editor": "Doe, Jane",
        "date": "2003-05",
        "publisher": "Elsevier",
        "doi": "10.1000/whole",
        "pages": "xii+300",
        "keywords": "zinc",
    },
)


def test_a_paper_inherits_what_its_proceedings_tell_but_not_what_names_them():
    paper = Relative("doe", "inproceedings", {"title": "Zinc and colds", "crossref": "nutrition2003"})
    assert completed(paper, PROCEEDINGS) == Inherited(
        {
            "title": "Zinc and colds",
            "crossref": "nutrition2003",
            "booktitle": "Proceedings on {Zinc}",
            "booksubtitle": "Third meeting",
            "editor": "Doe, Jane",
            "date": "2003-05",
            "publisher": "Elsevier",
            "keywords": "zinc",
        },
        dict.fromkeys(("booktitle", "booksubtitle", "editor", "date", "publisher", "keywords"), "nutrition2003"),
        (),
    )


def test_the_fields_of_the_entry_itself_stand_and_empty_ones_are_filled():
    paper = Relative(
        "doe",
        "inproceedings",
        {"crossref": "nutrition2003", "publisher": "Wiley", "editor": " ", "booktitle": "{Zinc}", "year": "2004"},
    )
    fields, origins, _ = completed(paper, PROCEEDINGS)
    assert (fields["publisher"], fields["editor"], fields["booktitle"]) == ("Wiley", "Doe, Jane", "{Zinc}")
    assert "date" not in fields
    assert "publisher" not in origins
    assert origins["editor"] == "nutrition2003"


@pytest.mark.parametrize(
    ("parent", "child", "expected"),
    [
        # the biblatex manual, appendix B
        ("mvbook", "inbook", {"maintitle": "T", "author": "A", "bookauthor": "A", "series": "S"}),
        ("mvbook", "book", {"maintitle": "T", "author": "A", "series": "S"}),
        ("book", "inbook", {"booktitle": "T", "author": "A", "bookauthor": "A", "series": "S"}),
        ("collection", "incollection", {"booktitle": "T", "author": "A", "series": "S"}),
        ("mvreference", "inreference", {"maintitle": "T", "author": "A", "series": "S"}),
        ("periodical", "suppperiodical", {"journaltitle": "T", "author": "A", "series": "S"}),
        # BibTeX, which has no collection
        ("book", "incollection", {"booktitle": "T", "author": "A", "series": "S"}),
        # nothing is renamed
        ("article", "article", {"title": "T", "shorttitle": "s", "author": "A", "series": "S"}),
    ],
)
def test_titles_and_authors_are_renamed_by_the_kinds_of_the_two_entries(parent, child, expected):
    whole = Relative("whole", parent, {"title": "T", "shorttitle": "s", "author": "A", "series": "S", "ids": "x"})
    fields, _, problems = completed(Relative("part", child, {"crossref": "whole"}), whole)
    assert (fields, problems) == ({"crossref": "whole", **expected}, ())


def test_a_chain_gives_a_part_the_title_of_its_book_and_of_the_whole_work():
    many = Relative("works", "mvbook", {"title": "Works", "publisher": "P"})
    book = Relative("volume", "book", {"title": "Volume", "crossref": "works", "publisher": ""})
    part = Relative("part", "inbook", {"title": "Part", "crossref": "volume"})
    fields, origins, problems = completed(part, book, many)
    assert [fields[name] for name in ("title", "booktitle", "maintitle", "publisher")] == [
        *("Part", "Volume", "Works", "P"),
    ]
    assert origins == {"booktitle": "volume", "maintitle": "works", "publisher": "works"}
    assert problems == ()


def test_data_are_copied_as_they_are_and_before_what_a_parent_tells():
    publisher = Relative("wiley", "xdata", {"publisher": "Wiley", "url": "https://wiley.com", "ids": "w"})
    city = Relative("ny", "xdata", {"location": "New York", "publisher": "Another", "xdata": "country"})
    country = Relative("country", "xdata", {"note": "USA"})
    child = Relative("part", "inbook", {"xdata": " wiley , ny,", "crossref": "book", "location": " "})
    book = Relative("book", "book", {"address": "Oxford", "publisher": "OUP", "title": "Book"})
    fields, origins, problems = completed(child, publisher, city, country, book)
    assert fields == {
        "xdata": " wiley , ny,",
        "crossref": "book",
        "publisher": "Wiley",
        "url": "https://wiley.com",
        "location": "New York",
        "note": "USA",
        "booktitle": "Book",
    }
    assert origins["note"] == "country"
    assert problems == ()


def test_keys_are_found_whatever_their_case_but_the_exact_one_first():
    upper, lower = (Relative(key, "book", {"title": key}) for key in ("Book", "book"))
    for key, title in (("book", "book"), ("Book", "Book"), ("BOOK", "book")):
        child = Relative("part", "inbook", {"crossref": key})
        assert completed(child, upper, lower).fields["booktitle"] == title
    assert completed(Relative("part", "inbook", {"crossref": "BOOK"}), upper).fields["booktitle"] == "Book"


def test_a_missing_parent_is_a_problem_and_the_others_are_inherited_from():
    child = Relative("part", "inbook", {"crossref": "gone", "xdata": "lost, x"})
    assert completed(child, Relative("x", "xdata", {"note": "N"})) == Inherited(
        {"crossref": "gone", "xdata": "lost, x", "note": "N"},
        {"note": "x"},
        ("xdata names 'lost', and there is no such entry", "crossref names 'gone', and there is no such entry"),
    )


def test_what_a_parent_names_in_vain_is_not_said_of_its_children():
    parent = Relative("x", "xdata", {"xdata": "lost", "note": "N"})
    found = completed(Relative("part", "inbook", {"xdata": "x"}), parent)
    assert (found.fields["note"], found.problems) == ("N", ())


def test_a_circle_is_a_problem_and_ends():
    one = Relative("one", "inbook", {"crossref": "two", "title": "One"})
    two = Relative("two", "book", {"crossref": "one", "title": "Two", "xdata": "two"})
    assert completed(one, one, two) == Inherited(
        {"crossref": "two", "title": "One", "booktitle": "Two"},
        {"booktitle": "two"},
        ("xdata leads back to where it began: two → two", "crossref leads back to where it began: one → two → one"),
    )


def test_a_chain_without_end_is_cut_off():
    chain = [Relative(f"k{n}", "book", {"crossref": f"k{n + 1}", f"f{n}": "x"}) for n in range(10_000)]
    fields, _, problems = completed(chain[0], *chain)
    assert (f"f{LONGEST_CHAIN - 1}" in fields, f"f{LONGEST_CHAIN}" in fields) == (True, False)
    assert problems == (f"crossref makes a chain of more than {LONGEST_CHAIN} entries; it is cut off",)


def test_entries_of_data_that_name_each_other_many_times_are_looked_at_once():
    layers = [
        Relative(f"{n}{side}", "xdata", {"xdata": f"{n + 1}a, {n + 1}b", f"f{n}{side}": "x"})
        for n in range(LONGEST_CHAIN)
        for side in "ab"
    ]
    fields, _, _ = completed(Relative("child", "misc", {"xdata": "0a, 0b"}), *layers)
    assert len(fields) == 2 * (LONGEST_CHAIN - 1) + 1


def test_too_many_keys_of_data_are_cut_off():
    child = Relative("child", "misc", {"xdata": "x," * 1_000_000})
    assert parent_keys(child.fields) == ("x",)
    problem = f"xdata names more than {MOST_DATA} entries; the others are left out"
    assert completed(child, Relative("x", "xdata", {})).problems == (problem,)


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({"crossref": " a  b "}, ("a b",)),
        ({"xdata": "a,,b", "crossref": "a"}, ("a", "b")),
        ({"crossref": "", "xdata": ","}, ()),
        ({"xref": "a", "related": "b"}, ()),
    ],
)
def test_the_parents_of_an_entry_are_known_by_their_keys(fields, keys):
    assert parent_keys(fields) == keys
