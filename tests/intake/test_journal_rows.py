from sqlalchemy import func, select

from evidence.bibtex.work import Work
from evidence.intake.journal_rows import Journals
from evidence.model import Journal, JournalIssn, JournalName

TITLE, SHORT = "American Journal of Psychiatry", "Am. J. Psychiatry"


def named(name, abbreviation=None, *issn):
    return Work(journal=name, abbreviation=abbreviation, issn=issn)


def rows(session):
    names = session.execute(
        select(Journal.title, JournalName.name).join(JournalName, JournalName.journal_id == Journal.id)
    )
    return sorted(tuple(row) for row in names)


def numbers(session):
    query = select(JournalIssn.issn, Journal.title).join(Journal, Journal.id == JournalIssn.journal_id)
    return sorted(tuple(row) for row in session.execute(query))


def test_a_work_without_a_journal_has_none(session):
    assert Journals(session).of([Work(title="A book", issn=("0140-6736",)), Work()]) == [None, None]
    assert rows(session) == []


def test_title_and_abbreviation_are_one_journal_whichever_comes_first(session):
    one, other = Journals(session).of([named(TITLE), named(SHORT)])
    assert one == other
    first, second = Journals(session).of([named("J Clin Invest"), named("The Journal of Clinical Investigation")])
    assert first == second != one
    assert rows(session) == [
        (TITLE, SHORT),
        (TITLE, TITLE),
        ("J Clin Invest", "J Clin Invest"),
        ("J Clin Invest", "The Journal of Clinical Investigation"),
    ]


def test_what_is_in_the_database_is_found_by_another_import(session):
    (journal,) = Journals(session).of([named(TITLE)])
    again = Journals(session)
    assert again.of([named(SHORT), named("THE AMERICAN JOURNAL OF PSYCHIATRY")]) == [journal, journal]
    assert again.made == []


def test_what_was_made_is_told_with_the_first_work_that_names_it(session):
    journals = Journals(session)
    first, second = Work(journal=SHORT, year=1999), Work(journal=SHORT, year=2020)
    (number, _, _) = journals.of([first, second, named(TITLE)])
    assert journals.made == [(number, first)]
    journals.of([named("Brain")])
    assert [work.journal for _, work in journals.made] == ["Brain"]
    journals.of([named("Brain")])
    assert journals.made == []


def test_a_name_once_met_costs_no_query(session, queries):
    journals = Journals(session)
    journals.of([named(TITLE)])
    queries.clear()
    journals.of([named(TITLE)] * 500)
    assert queries == []


def test_a_known_batch_costs_one_query_for_all_its_names(session, queries):
    works = [named(f"Journal of {word}") for word in ("Zinc", "Iron", "Iodine")]
    Journals(session).of(works)
    queries.clear()
    Journals(session).of(works)
    assert len(queries) == 1


def test_an_issn_joins_names_of_which_one_may_abbreviate_the_other(session):
    short, title = Journals(session).of(
        [named("J Hippoth", None, "0002-953X"), named("Journal of Hippotherapy", None, "0002-953X", "1535-7228")]
    )
    assert short == title
    assert numbers(session) == [("0002-953X", "J Hippoth"), ("1535-7228", "J Hippoth")]


def test_an_issn_on_two_clearly_different_names_joins_nothing(session):
    journals = Journals(session)
    lancet, brain = journals.of([named("The Lancet", None, "0140-6736"), named("Brain", None, "0140-6736")])
    assert lancet != brain
    assert [doubt for _, doubt in journals.doubts] == ["journal 'Brain': its ISSN 0140-6736 is that of 'The Lancet'"]
    assert numbers(session) == [("0140-6736", "The Lancet")]


def test_an_issn_does_not_join_titles_that_are_spelt_out_differently(session):
    one, other = Journals(session).of(
        [named("Nature Medicine", None, "1078-8956"), named("Natural Medicine", None, "1078-8956")]
    )
    assert one != other


def test_an_abbreviation_that_the_entry_gives_is_a_name_too(session):
    journals = Journals(session)
    one, other = journals.of([named("Journal of Hippotherapy", "J. Hippoth."), named("J Hippoth")])
    assert one == other
    assert journals.doubts == []


def test_an_entry_joins_a_title_to_an_abbreviation_met_before(session):
    one, other = Journals(session).of([named("J. Hippoth."), named("Journal of Hippotherapy", "J. Hippoth.")])
    assert one == other


def test_an_abbreviation_met_before_is_not_taken_from_another_title(session):
    journals = Journals(session)
    one, other = journals.of(
        [named("Journal of Hippotheses", "J. Hippoth."), named("Journal of Hippotherapy", "J. Hippoth.")]
    )
    assert one != other
    assert [doubt for _, doubt in journals.doubts] == [
        "journal 'Journal of Hippotherapy': its abbreviation 'J. Hippoth.' is that of 'Journal of Hippotheses'"
    ]


def test_an_abbreviation_of_another_name_altogether_is_not_believed(session):
    journals = Journals(session)
    journals.of([named("The Lancet", "Z. Psychol.")])
    assert [doubt for _, doubt in journals.doubts] == [
        "journal 'The Lancet': 'Z. Psychol.' is no abbreviation of it that is known"
    ]
    assert rows(session) == [("The Lancet", "The Lancet")]


def test_an_abbreviation_of_two_titles_is_kept_apart_and_told(session):
    journals = Journals(session)
    one, other, either = journals.of([named("Nature Medicine"), named("Natural Medicine"), named("Nat. Med.")])
    assert len({one, other, either}) == 3
    assert [doubt for _, doubt in journals.doubts] == [
        "journal 'Nat. Med.': may be any of 'Nature Medicine', 'Natural Medicine'; kept apart"
    ]


def test_a_title_does_not_join_an_abbreviation_that_another_title_has_taken(session):
    short, one, other = Journals(session).of([named("Nat. Med."), named("Nature Medicine"), named("Natural Medicine")])
    assert short == one != other


def test_places_tell_journals_apart(session):
    basel, amsterdam = Journals(session).of(
        [named("Healthcare (Basel, Switzerland)"), named("Healthcare (Amsterdam, Netherlands)")]
    )
    assert basel != amsterdam


def test_an_abbreviation_that_no_table_knows_is_told(session):
    journals = Journals(session)
    work = named("X. Y. Hipp.")
    journals.of([work, named("Hippocampus"), named("J Glaucoma")])
    assert journals.doubts == [(work, "journal 'X. Y. Hipp.': abbreviation not known: 'hipp'")]


def test_a_name_with_a_nul_is_stored(session):
    one, other = Journals(session).of([named("Acta\0Nova"), named("acta nova")])
    assert one == other


def test_one_journal_keeps_no_more_than_fifty_spellings(session):
    works = [named("Acta Nova" + " [Internet]" * count) for count in range(3)]
    works += [named(f"Acta Nova ({year})") for year in range(1900, 2000)]
    found = Journals(session).of(works)
    assert len(set(found)) == 1
    assert session.scalar(select(func.count(JournalName.id))) == 50


def test_what_is_remembered_is_bounded_and_forgotten_names_are_found_again(session):
    journals = Journals(session)
    (brain,) = journals.of([named("Brain")])
    for start in range(0, 30_000, 1_000):
        journals.of([Work(issn=(str(number),)) for number in range(start, start + 1_000)])
    assert len(journals._seen) < 20_000  # noqa: SLF001 - what it remembers is what is bounded
    assert journals.of([named("BRAIN"), named("Brain")]) == [brain, brain]
    assert rows(session) == [("Brain", "Brain")]


def test_a_name_met_before_is_found_beside_a_new_one(session):
    journals = Journals(session)
    (brain,) = journals.of([named("Brain")])
    again, gut = journals.of([named("Brain"), named("Gut")])
    assert again == brain != gut


def test_a_number_of_a_journal_without_names_is_told(session):
    journal = Journal(title="Forgotten")
    session.add(journal)
    session.flush()
    session.add(JournalIssn(journal_id=journal.id, issn="0140-6736"))
    session.flush()
    journals = Journals(session)
    (found,) = journals.of([named("Brain", None, "0140-6736")])
    assert found != journal.id
    assert "a journal without a name" in journals.doubts[0][1]
