import pytest
from matching.entries import ARTICLE

from evidence.bibtex.work import Work, work_of
from evidence.matching.blocks import blocks, match_keys


def keys(kind="article", **changes):
    return match_keys(work_of({name: value for name, value in (ARTICLE | changes).items() if value})[0], kind)


def test_the_numbers_are_the_same_on_every_machine():
    assert keys() == (
        None,
        5065170807239506826,
        5541898787382056382,
        7338353705700857443,
        2012150453142790230,
    )


@pytest.mark.parametrize(
    ("changes", "shared"),
    [
        ({"title": ARTICLE["title"].upper()}, {"title_head", "title_tail", "pages", "author"}),
        ({"title": ARTICLE["title"].split(":")[0]}, {"title_head", "title_tail", "pages", "author"}),
        ({"title": ARTICLE["title"].replace("Effect", "Efect")}, {"title_tail", "pages", "author"}),
        (
            {"title": ARTICLE["title"].replace("randomised", "randomized")},
            {"title_head", "title_tail", "pages", "author"},
        ),
        ({"title": f"{ARTICLE['title']} [Review] [33 refs]"}, {"title_head", "title_tail", "pages", "author"}),
        ({"year": "2016"}, {"title_head", "title_tail", "pages"}),
        ({"volume": ""}, {"title_head", "title_tail", "author"}),
        ({"author": "Smith JA and others"}, {"title_head", "title_tail", "pages", "author"}),
        ({"author": ""}, {"title_head"}),
        ({"title": "Aspirin"}, {"pages"}),
        ({"title": "Use of the zinc: a new trial"}, {"pages"}),
    ],
)
def test_entries_of_one_work_share_numbers(changes, shared):
    one, other = keys(), keys(**changes)
    assert {name for name in one._fields if getattr(one, name) == getattr(other, name) is not None} == shared


def test_identifiers_are_shared_whatever_else_differs():
    first = keys("misc", eprint="2101.00001", archiveprefix="arXiv")
    assert (
        first.identifier
        == keys(title="Another", eprint="arXiv:2101.00001v2", archiveprefix="arXiv").identifier
        is not None
    )
    assert keys(pmcid="PMC123").identifier == keys(title="Another", pmcid="123").identifier is not None
    assert (
        keys("book", isbn="9780306406157").identifier == keys("incollection", isbn="0306406152").identifier is not None
    )
    assert keys("article", isbn="9780306406157").identifier is None


@pytest.mark.parametrize("title", [None, "", "…", "Asthma", "The"])
def test_a_title_that_tells_nothing_leads_to_nothing(title):
    assert match_keys(Work(title=title), "article") == (None, None, None, None, None)


def test_a_short_title_in_another_script_leads_to_others():
    assert match_keys(Work(title="糖尿病の研究"), "article").title_head is not None


def test_all_numbers_fit_a_column_of_64_bits_with_a_sign():
    given = blocks(work_of(ARTICLE | {"doi": "10.1000/x", "pmid": "1", "pmcid": "PMC1"})[0], "article")
    assert len(set(given)) == 7
    assert all(0 <= number < 2**63 for number in given)


def test_one_doi_is_enough_for_whoever_keeps_entries_in_memory():
    one = work_of(ARTICLE | {"doi": "10.1093/x.1"})[0]
    other = work_of({"title": "Other", "doi": "https://doi.org/10.1093/X.1"})[0]
    assert set(blocks(one, "article")) & set(blocks(other, "article"))


def test_hostile_titles_cost_little():
    assert match_keys(Work(title="\ud800" + "[(" * 10**6), "article").title_head is None
    assert match_keys(Work(title="\ud800 word" * 10**6), "article").title_head is not None
