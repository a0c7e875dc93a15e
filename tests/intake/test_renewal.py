import pytest
from sqlalchemy import delete, select, update

from evidence import model

TITLE = "Reduction in duration of common colds by zinc gluconate lozenges"
WHERE = "journal={Antimicrobial Agents and Chemotherapy}, volume=25, year=1984, Pages={20--24}"
ONE = f"@article{{eby1984, title={{{TITLE}}}, author={{Eby, George}}, {WHERE}}}\n"
CHAPTER = "@inbook{part, title={Zinc in colds}, crossref={Whole}}\n"
BOOK = "@book{whole, title={A book on colds}, year=1990}\n"
LATER = ("month", "volume", "issue", "first_page", "last_page", "pmcid", "arxiv", "isbn", "inherited")
"""Columns of the second version of the schema."""


@pytest.fixture
def as_upgraded(session):
    """Leave of all sources what the first version of the schema knew, as its upgrade does."""

    def run():
        session.execute(delete(model.MatchKeys))
        session.execute(delete(model.SourceParent))
        session.execute(update(model.Source.__table__).values(dict.fromkeys(LATER)))
        session.execute(update(model.Bibliography).values(context=""))

    return run


def test_a_source_of_an_older_version_is_found_as_a_duplicate(session, import_, source, as_upgraded):
    import_(ONE)
    as_upgraded()
    outcome = import_(ONE.replace("eby1984", "zinc"), name="other.bib")
    assert [(pair.key, pair.other) for pair in outcome.merged] == [("zinc", "eby1984")]
    renewed = source("eby1984")
    assert (renewed.volume, renewed.first_page, renewed.last_page) == ("25", "20", "24")
    assert len(session.scalars(select(model.MatchKeys.id)).all()) == 2


def test_the_journal_of_such_a_source_stays_and_its_fields_as_well(import_, source, as_upgraded):
    import_(ONE)
    before = source("eby1984")
    as_upgraded()
    import_(BOOK, name="other.bib")
    assert source("eby1984") == before


def test_such_a_source_inherits(import_, source, as_upgraded):
    import_(CHAPTER + BOOK)
    before = source("part")
    as_upgraded()
    import_(ONE, name="other.bib")
    assert source("part") == before
    assert (before.year, "booktitle" in before.inherited) == (1990, True)


def test_it_is_done_once_and_the_old_file_is_read_when_it_comes(import_, as_upgraded, everything):
    import_(ONE)
    as_upgraded()
    import_(BOOK, name="other.bib")
    assert "" not in {file.context for file in everything()["bibliography"]}
    before = everything()["source"], everything()["match_keys"]
    outcome = import_(ONE)
    assert (outcome.counts["same"], outcome.unchanged) == (1, [])
    assert (everything()["source"], everything()["match_keys"]) == before
    assert import_(ONE).unchanged == ["statins.bib"]


def test_more_sources_than_one_statement_takes_are_renewed(session, import_, as_upgraded):
    import_("".join(f"@misc{{k{n}, title={{Trial number {n} of zinc}}}}\n" for n in range(501)))
    as_upgraded()
    import_(ONE, name="other.bib")
    assert len(session.scalars(select(model.MatchKeys.id)).all()) == 502
