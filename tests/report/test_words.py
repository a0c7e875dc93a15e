"""The parts of a line of evidence as a reader gets them."""

from dataclasses import replace

import pytest

from evidence.dossier import Effect, Journal, Locator
from evidence.figures import Figure
from evidence.report import words
from evidence.rules.examples import claim, effect, line, named, sample, source, study, without_study
from evidence.vocab import FigureStatus


@pytest.mark.parametrize(
    ("section", "said"),
    [(None, "paragraph 3, sentence 2"), ("Results", "Results, paragraph 3, sentence 2")],
)
def test_a_place_is_told_with_its_section_where_there_is_one(section, said):
    locator = Locator(section=section, paragraph=3, sentence=2)
    assert words.place(replace(claim().claim, locator=locator)) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (named(), "a study"),
        (named("BMJ"), "a study (BMJ)"),
        (named("BMJ", year=1984, author="Eby"), "a study (Eby, 1984, BMJ)"),
    ],
)
def test_a_source_is_given_as_the_text_names_it(told, said):
    assert words.named(told) == said


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        ((), "no author"),
        (("Eby",), "Eby"),
        (("Eby", "Davis"), "Eby and Davis"),
        (("Eby", "Davis", "Poe"), "Eby et al."),
    ],
)
def test_authors_are_named_as_papers_cite_them(authors, said):
    assert words.authors(replace(source("eby1984"), authors=authors)) == said


def test_authors_that_an_entry_leaves_out_are_not_forgotten():
    assert words.authors(replace(source("eby1984", author="Eby"), more_authors=True)) == "Eby et al."


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (source("eby1984", author="Eby", year=1984, journal=Journal(title="BMJ")), "Eby 1984, BMJ"),
        (source("eby1984", author="Eby"), "Eby, no year, no journal"),
        (source("eby1984", year=1984, journal=Journal(title="BMJ")), "no author, 1984, BMJ"),
        (source("eby1984"), "no author, no year, no journal"),
    ],
)
def test_a_citation_says_what_it_lacks(work, said):
    assert words.citation(work) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (line("eby1984", design="ipd-meta-analysis"), "ipd meta analysis"),
        (line("eby1984", of_study=study("trial-7")), "randomized (trial-7)"),
        (without_study(), "no study recorded"),
    ],
)
def test_a_study_is_named_where_its_source_does_not_name_it(told, said):
    assert words.design(told) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (sample("t", 2665), "n = 2,665"),
        (sample("t", 7, unit="studies"), "n = 7 studies"),
        (sample("t", 17, status="unconfirmed"), "n = 17 (unconfirmed)"),
        (sample("t", None), "size not known"),
        (None, "no sample of its own"),
    ],
)
def test_a_size_says_what_it_counts_and_how_sure_it_is(told, said):
    assert words.size(told) == said


def with_p(printed, told=None):
    return replace(told or effect(), p=Figure.parse(printed))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (None, ""),
        (effect(), "recovery"),
        (replace(effect(), timepoint="day 3"), "recovery, day 3"),
        (effect("SMD", "0.90"), "recovery: SMD 0.90"),
        (effect("RR", "0.79", ci=("0.77", "0.81")), "recovery: RR 0.79 (95 % CI 0.77 to 0.81)"),
        (effect("RR", "0.79", ci=("0.77", "0.81"), level="99%"), "recovery: RR 0.79 (99 % CI 0.77 to 0.81)"),
        (with_p("0.048"), "recovery: p = 0.048"),
        (with_p("= .02"), "recovery: p = .02"),
        (with_p("< .001", effect("SMD", "-0.9")), "recovery: SMD -0.9, p < .001"),
        (replace(effect(), finding="None responded."), "recovery: None responded."),
        (replace(effect("SMD", "0.90"), finding="Better."), "recovery: SMD 0.90"),
        (replace(effect(status="unconfirmed"), finding="Better."), "recovery: Better. (unconfirmed)"),
        (effect("SMD", "0.90", status="unconfirmed"), "recovery: SMD 0.90 (unconfirmed)"),
        (effect(status="unconfirmed"), "recovery"),
    ],
)
def test_a_result_gives_figures_as_printed_or_else_what_was_found(told, said):
    assert words.result(told) == said


def test_an_interval_that_lacks_an_end_is_none():
    assert words.interval(Effect(key="t/e", outcome="recovery", ci_low=Figure.parse("1"))) == ""


def test_a_line_names_source_design_sample_and_result():
    work = source("eby1984", author="Eby", year=1984, journal=Journal(title="BMJ"))
    assert words.evidence(line(work, n=65, result=effect("MD", "-7"))) == (
        "Eby 1984, BMJ; randomized; n = 65; recovery: MD -7"
    )
    assert words.evidence(line("eby1984", n=65)) == "no author, no year, no journal; randomized; n = 65"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (line(), "supports"),
        (line(direction="neutral"), "neutral"),
        (line(direction=None), "not judged"),
        (line(direction=None, role="candidate"), "candidate"),
    ],
)
def test_a_line_that_nobody_judged_and_a_candidate_are_told_apart(told, said):
    assert words.bearing(told) == said


@pytest.mark.parametrize(("shorten", "limit"), [(words.name, 120), (words.prose, 400), (words.note, 2000)])
def test_a_text_is_whole_up_to_its_limit_and_beyond_it_cut_with_a_mark(shorten, limit):
    assert shorten("x" * limit) == "x" * limit
    assert shorten("x" * (limit + 1)) == "x" * (limit - 1) + "…"


def test_a_doubtful_figure_stays_doubtful_in_every_part():
    doubtful = judged_line = line(of_sample=sample("t", 9, status="unconfirmed"), result=effect("MD", "1"))
    doubtful = replace(doubtful, effect=replace(judged_line.effect, status=FigureStatus.UNCONFIRMED))
    assert words.evidence(doubtful).count("(unconfirmed)") == 2
