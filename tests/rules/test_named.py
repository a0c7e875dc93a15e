from dataclasses import replace

import pytest

from evidence.dossier import Journal
from evidence.limits import Limits
from evidence.rules.catalogue import (
    journal_misattributed,
    named_source_not_found,
    source_not_in_database,
    year_misattributed,
)
from evidence.rules.examples import arm, claim, effect, line, named, sample, source, without_pico
from evidence.rules.named import Trait, likenesses, nearest_described
from evidence.vocab import Outcome


def differing(dossier):
    (likeness,) = likenesses(dossier, dossier.claim.named_source)
    return set(likeness.differing)


@pytest.mark.parametrize("name", ["BMJ", "the bmj", "B M J", "British Medical Journal"])
def test_a_journal_is_known_by_any_of_its_names(name):
    journal = Journal(title="BMJ", other_names=("British Medical Journal", "B M J"))
    assert differing(claim(line(source(journal=journal)), named=named(name))) == set()


def test_a_source_without_a_journal_stands_in_none():
    assert differing(claim(line(), named=named("BMJ"))) == {Trait.JOURNAL}


@pytest.mark.parametrize("name", ["Tramèr", "Tramer et al.", "MR Tramèr and others"])
def test_an_author_is_known_by_the_family_name_accents_aside(name):
    assert differing(claim(line(source(author="Tramèr")), named=named(author=name))) == set()


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("Mueller", "Müller 2004"),
        ("Müller", "Mueller et al."),
        ("Müller", "Muller and others"),
        ("Mu\u0308ller", "Mueller"),
        ("Sørensen", "Soerensen"),
        ("Sørensen", "Sorensen"),
        ("Aagaard", "Ågaard"),
        ("Weiß", "Weiss"),
        ("Kær", "Kaer"),
        ("Björk", "Bjoerk"),
    ],
)
def test_an_author_is_known_by_a_name_written_out_in_plain_letters(entry, text):
    assert differing(claim(line(source(author=entry)), named=named(author=text))) == set()


@pytest.mark.parametrize(("entry", "text"), [("Muller", "Mueller"), ("Baur", "Bauer"), ("Gothe", "Goethe")])
def test_two_names_in_plain_letters_are_two(entry, text):
    assert differing(claim(line(source(author=entry)), named=named(author=text))) == {Trait.AUTHOR}


def test_an_author_is_not_known_by_a_part_of_a_name():
    assert differing(claim(line(source(author="Mor")), named=named(author="Moore et al."))) == {Trait.AUTHOR}


def test_an_author_of_two_words_is_known_by_both():
    dossier = claim(line(source(author="van der Berg")), named=named(author="Van der Berg 2004"))
    assert differing(dossier) == set()
    assert differing(claim(line(source(author="van der Berg")), named=named(author="Berg"))) == set()
    assert differing(claim(line(source(author="van der Berg")), named=named(author="Burg"))) == {Trait.AUTHOR}


def test_a_year_must_be_the_same():
    assert differing(claim(line(source(year=2003)), named=named(year=2004))) == {Trait.YEAR}
    assert differing(claim(line(), named=named(year=2004))) == {Trait.YEAR}


def test_every_quoted_figure_must_be_reported_by_some_line_of_the_source():
    one = line(result=effect("PR", "70.2%"))
    other = line(of_sample=sample("hulisz2004zinc", 24), result=effect(arms=(arm("zinc", percent="31"),)))
    assert differing(claim(one, other, quotes=("70%", "31%", "24"), named=named())) == set()
    assert differing(claim(one, quotes=("70%", "31%"), named=named())) == {Trait.FIGURE}


def test_a_source_judged_to_be_on_something_else_is_not_the_one_unless_another_line_of_it_is():
    off = line(indirect="outcome")
    assert differing(claim(off, named=named())) == {Trait.SUBJECT}
    assert differing(claim(off, line(), named=named())) == set()


def test_the_subject_is_judged_by_what_the_claim_names():
    unjudged = replace(line(role="candidate"), population=None, intervention=None, outcome=None)
    (with_pico,) = likenesses(claim(unjudged, named=named("BMJ")), named("BMJ"))
    (without,) = likenesses(without_pico(claim(unjudged, named=named("BMJ"))), named("BMJ"))
    assert (with_pico.subject_judged, without.subject_judged) == (False, True)


def test_candidates_come_first_and_the_likest_of_them_before_the_others():
    lines = (
        line(source("evidence", journal="BMJ", year=2004)),
        line(source("farther", journal="JAMA", year=1999), role="candidate"),
        line(source("nearer", journal="BMJ", year=1999), role="candidate"),
    )
    found = likenesses(claim(*lines), named("BMJ", year=2004))
    assert [likeness.source.key for likeness in found] == ["nearer", "farther", "evidence"]


def test_only_candidates_are_described_where_there_are_any_and_no_more_than_a_few():
    candidates = [line(source(f"c{number}", journal="JAMA"), role="candidate") for number in range(5)]
    found = likenesses(claim(*candidates, line("evidence")), named("BMJ"))
    described = nearest_described(found)
    assert described.startswith("c0 stands in JAMA (journal differs); c1 ")
    assert described.endswith("; and 2 more")
    assert "evidence" not in described


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Am J Psychiatry", "American Journal of Psychiatry"),
        ("Am. J. Psychiatry", "The American Journal of Psychiatry"),
        ("NEJM", "New England Journal of Medicine"),
        ("American Journal of Psychiatry", "Am J Psychiatry"),
    ],
)
def test_a_name_that_may_be_an_abbreviation_is_neither_right_nor_wrong(name, title):
    dossier = claim(line(source(journal=title)), named=named(name, year=2004))
    (likeness,) = likenesses(dossier, dossier.claim.named_source)
    assert (likeness.differing, likeness.unsure) == ({Trait.YEAR}, {Trait.JOURNAL})


@pytest.mark.parametrize("name", ["Am J Public Health", "BMJ", "Journal of Psychiatry"])
def test_a_name_that_is_no_abbreviation_differs(name):
    journal = source(journal="American Journal of Psychiatry")
    assert differing(claim(line(journal), named=named(name))) == {Trait.JOURNAL}


@pytest.mark.parametrize(
    ("unconfirmed", "differing", "unsure"),
    [
        ("journal, year", set(), {Trait.JOURNAL, Trait.YEAR}),
        ("Citation", set(), {Trait.JOURNAL, Trait.YEAR}),
        ("year", {Trait.JOURNAL}, {Trait.YEAR}),
        ("doi", {Trait.JOURNAL, Trait.YEAR}, set()),
    ],
)
def test_a_field_that_nobody_read_proves_no_difference(unconfirmed, differing, unsure):
    work = replace(source(journal="BMJ", year=2004), unconfirmed=unconfirmed)
    dossier = claim(line(work), named=named("The Lancet", year=2005))
    (likeness,) = likenesses(dossier, dossier.claim.named_source)
    assert (likeness.differing, likeness.unsure) == (differing, unsure)


def test_an_unsure_journal_leaves_the_question_open():
    work = replace(source(journal="BMJ", year=2004), unconfirmed="journal")
    dossier = claim(line(work), named=named("The Lancet", year=2004))
    for check in (named_source_not_found.check, journal_misattributed.check):
        assert check(dossier, Limits()).outcome is Outcome.INCONCLUSIVE


def answers(dossier):
    return {
        rule.__name__.rpartition(".")[2]: rule.check(dossier, Limits()).outcome
        for rule in (named_source_not_found, journal_misattributed, year_misattributed, source_not_in_database)
    }


def all_of(outcome, **others):
    names = ("named_source_not_found", "journal_misattributed", "year_misattributed", "source_not_in_database")
    return dict.fromkeys(names, outcome) | others


RIGHT = named("BMJ", author="Hulisz", year=2004)
WORK = source(journal="BMJ", author="Hulisz", year=2004)


def test_the_four_rules_on_a_named_source_let_the_right_one_pass():
    assert answers(claim(line(WORK), named=RIGHT)) == all_of(Outcome.PASS)


def test_a_year_that_is_off_is_told_and_bars_nothing_where_journal_and_author_agree():
    dossier = claim(line(WORK), named=replace(RIGHT, year=2003))
    assert answers(dossier) == all_of(Outcome.PASS, year_misattributed=Outcome.FAIL)


@pytest.mark.parametrize(
    ("text", "work", "result"),
    [
        (named("BMJ", year=2003), WORK, None),
        (named(author="Hulisz", year=2003), WORK, None),
        (replace(RIGHT, year=2003, author="Mossad"), WORK, None),
        (replace(RIGHT, year=2003, journal="JAMA"), WORK, None),
        (replace(RIGHT, year=2003), WORK, effect("PR", "68.0%")),
    ],
    ids=["no author named", "no journal named", "another author", "another journal", "another figure"],
)
def test_a_year_that_is_off_bars_where_anything_else_is_not_named_or_off_too(text, work, result):
    quotes = ("70%",) if result else ()
    dossier = claim(line(work, result=result), named=text, quotes=quotes)
    assert answers(dossier)["named_source_not_found"] is Outcome.FAIL


def test_a_year_that_is_off_bars_on_another_subject():
    dossier = claim(line(WORK, indirect="population"), named=replace(RIGHT, year=2003))
    assert answers(dossier)["named_source_not_found"] is Outcome.FAIL


def test_an_unsure_journal_or_author_is_not_agreement_enough_to_forgive_a_year():
    unread = replace(WORK, unconfirmed="author")
    dossier = claim(line(unread), named=replace(RIGHT, author="Mossad", year=2003))
    assert answers(dossier)["named_source_not_found"] is Outcome.FAIL


def test_a_journal_alone_leads_to_a_year_only_where_somebody_judged_the_subject():
    text = named("BMJ", year=2003)
    assert answers(claim(line(WORK), named=text))["year_misattributed"] is Outcome.FAIL
    unjudged = replace(line(WORK, role="candidate"), population=None)
    assert answers(claim(unjudged, named=text))["year_misattributed"] is Outcome.INCONCLUSIVE
