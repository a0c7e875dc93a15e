"""What holds of any two entries."""

from hypothesis import given
from hypothesis import strategies as st
from matching.entries import ARTICLE

from evidence.bibtex.work import work_of
from evidence.matching.blocks import blocks
from evidence.matching.compare import Verdict, compared, contradict
from evidence.matching.traits import traits

WORDS = """zinc iron statins effect trial of the in on adults children cold part II 2 2019 2020 erratum reply protocol
: ? - a mortality mortalty anaemia anemia TNF-β editorial 糖尿病"""
TITLES = st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)
NAMES = ["Smith, John", "Smith JA", "Smith, R.", "Müller, Karin", "{WHO}", "Wang Wei", "Wei Wang", "de la Cruz, M."]
VALUES = {
    "author": st.lists(st.sampled_from(NAMES), max_size=3).map(" and ".join),
    "journal": st.sampled_from(["European Heart Journal", "Eur Heart J", "Gut", "medRxiv", "JAMA"]),
    "year": st.sampled_from(["2014", "2015", "2016", "2019"]),
    "volume": st.sampled_from(["36", "37", "36 Suppl 1", "2015"]),
    "number": st.sampled_from(["4", "5", "Suppl 1", "4-5"]),
    "pages": st.sampled_from(["123--128", "123-8", "e123", "1--9", "S12", "129--140"]),
    "doi": st.sampled_from(["10.1000/a", "10.1000/b", "10.1101/2020.01.01.20000001", "10.48550/arXiv.2101.00001"]),
    "pmid": st.sampled_from(["1", "2"]),
    "pmcid": st.sampled_from(["PMC1", "PMC2"]),
    "eprint": st.sampled_from(["2101.00001", "2101.00002"]),
    "isbn": st.sampled_from(["9780306406157", "9781861972712"]),
}
FIELDS = st.fixed_dictionaries({"title": TITLES}, optional=VALUES)
KINDS = st.sampled_from(["article", "inproceedings", "incollection", "book", "phdthesis", "misc", "techreport"])
ENTRIES = st.one_of(st.tuples(FIELDS, KINDS), st.tuples(FIELDS.map(lambda fields: {**ARTICLE, **fields}), KINDS))


def seen(entry):
    fields, kind = entry
    return traits(work_of(fields)[0], kind)


@given(ENTRIES, ENTRIES)
def test_the_order_of_two_entries_makes_no_difference(one, other):
    assert compared(seen(one), seen(other)) == compared(seen(other), seen(one))
    assert contradict(seen(one), seen(other)) is contradict(seen(other), seen(one))


@given(ENTRIES, ENTRIES)
def test_what_is_the_same_does_not_contradict(one, other):
    first, second = seen(one), seen(other)
    assert not (compared(first, second).verdict is Verdict.SAME and contradict(first, second))


@given(ENTRIES, ENTRIES)
def test_two_dois_are_never_the_same_by_themselves(one, other):
    first, second = seen(one)._replace(doi="10.1000/x"), seen(other)._replace(doi="10.1000/y")
    assert compared(first, second).verdict is not Verdict.SAME
    assert contradict(first, second)


@given(ENTRIES)
def test_a_full_entry_is_the_same_as_itself(entry):
    fields, kind = entry
    whole = seen(({**ARTICLE, **fields, "title": ARTICLE["title"], "author": ARTICLE["author"]}, kind))
    assert compared(whole, whole).verdict is Verdict.SAME


@given(ENTRIES, st.sampled_from(["title", *VALUES]), st.data())
def test_entries_that_differ_in_one_point_and_are_the_same_find_each_other(entry, name, data):
    fields, kind = entry
    fields = {**ARTICLE, **fields}
    changed = {**fields, name: data.draw(st.just("") | VALUES.get(name, TITLES))}
    works = [work_of(each)[0] for each in (fields, changed)]
    if compared(*(traits(work, kind) for work in works)).verdict is Verdict.SAME:
        assert set(blocks(works[0], kind)) & set(blocks(works[1], kind))


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
def test_any_text_can_be_compared(title, author, place):
    fields = {"title": title, "author": author, "journal": place, "volume": place, "pages": place, "year": place}
    work = work_of(fields)[0]
    assert all(0 <= number < 2**63 for number in blocks(work, place))
    assert compared(traits(work, place), traits(work, "article")).reasons
