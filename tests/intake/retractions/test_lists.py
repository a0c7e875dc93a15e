import pytest
from sqlalchemy import func, select

from evidence.model import Change
from evidence.vocab import Integrity

ZINC = "@article{zinc2019, title={Zinc}, doi={10.1000/zinc}}\n"
TIN = "@article{tin2020, title={Tin}, doi={10.1000/tin}}\n"
LATER = {"RecordID": "8", "OriginalPaperDOI": "10.1000/later", "RetractionDate": "6/1/2021"}


@pytest.fixture
def unlisted(import_, tmp_path):
    """Import a bibliography, and give the name of the list and the number of sources not held against it."""

    def of(*given, **options):
        found = import_(*given, **options).unlisted
        return None if found is None else (found.file.removeprefix(f"{tmp_path}/"), found.sources)

    return of


def test_sources_that_come_after_a_list_are_told_of_though_it_named_none_before(taken, unlisted, source):
    taken({"OriginalPaperDOI": "10.1000/zinc"})
    assert unlisted(ZINC + TIN) == ("retractions.csv", 2)
    assert source("zinc2019").integrity is Integrity.NONE
    assert unlisted(ZINC + TIN) is None
    assert unlisted(ZINC.replace("Zinc", "Zinc gluconate") + TIN) is None
    taken({"OriginalPaperDOI": "10.1000/zinc"})
    assert source("zinc2019").integrity is Integrity.RETRACTED
    assert unlisted(ZINC + TIN + TIN.replace("tin", "iron")) == ("retractions.csv", 1)


def test_without_a_list_nothing_is_said(import_):
    assert import_(ZINC).unlisted is None


def test_of_several_lists_the_last_is_named_unless_one_before_it_reached_further(taken, unlisted):
    taken({}, name="first.csv")
    assert unlisted(ZINC) == ("first.csv", 1)
    taken({}, LATER, name="second.csv")
    taken({}, name="first.csv")
    assert unlisted(ZINC + TIN) == ("second.csv", 1)


def test_a_list_that_is_taken_in_again_leaves_no_trace(session, taken, import_):
    import_(ZINC)
    taken({})
    before = session.scalar(select(func.count()).select_from(Change))
    taken({})
    taken({}, name="copy.csv")
    assert session.scalar(select(func.count()).select_from(Change)) == before
