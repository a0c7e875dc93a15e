"""What a query means, on plain records."""

from dataclasses import replace

import pytest

from evidence.dossier import Journal, Line
from evidence.figures import Figure
from evidence.rules.examples import arm, effect, line, sample, source, without_study
from evidence.search.effects import EFFECT_FIELDS
from evidence.search.matches import matches
from evidence.search.parse import parse
from evidence.vocab import Measure, Role

MOSSAD = replace(
    line(
        source(
            "mossad1996zinc",
            author="Mossad",
            year=1996,
            title="Zinc gluconate lozenges for treating the common cold",
            journal=Journal(title="Annals of Internal Medicine", other_names=("Ann Intern Med",)),
            doi="10.7326/0003-4819-125-2-199607150-00001",
        ),
        of_sample=sample("mossad1996zinc", 99, people="Adults with a common cold, Cleveland Clinic"),
        result=replace(
            effect("MD", "-3.2", ci=("-4.5", "-1.9"), comparator="placebo lozenges"),
            outcome="days to recovery",
            p=Figure.parse("< .001"),
            arms=(arm("zinc"),),
        ),
    )
)


def asked(text, record=MOSSAD):
    return matches(parse(text, EFFECT_FIELDS), record)


@pytest.mark.parametrize(
    "text",
    [
        "recovery", "RECOVERY", '"days to recovery"', '"to recovery"', "lozenge*", "gluconate cold", "outcome:days",
        "journal:annals", 'journal:"ann intern"', "author:mossad", "author:móssad", "measure:md", "year:1996",
        "year:1990..2000", "n:>=99", "n:<100", "estimate:<0", "estimate:-3.2", "estimate:[-4 TO -3]", "high:<0",
        "p:<.05", "p:<.001", "p:<=.001", "NOT year:2000", "fever OR recovery", "-fever recovery",
        "source:MOSSAD1996ZINC",
        "doi:10.7326/0003-4819-125-2-199607150-00001", "p:*", "population:adult*", "comparator:(placebo OR sham)",
        "design:randomized status:checked integrity:none unit:participants species:human",
    ],
)  # fmt: skip
def test_a_record_is_found_by_what_it_holds(text):
    assert asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "fever", '"recovery days"', "recover", "lozeng", "gluconate fever", "outcome:cold", "year:1997", "year:..1995",
        "n:>99", "estimate:>-3.2", "estimate:{-3.2 TO 0]", "estimate:[-5 TO -3.2}", "p:>.0001", "p:.001", "p:<.0001",
        "NOT recovery", "timepoint:*", "source:mossad1996", "good:*", "country:*", "design:cohort", "p:[0 TO .05]",
    ],
)  # fmt: skip
def test_a_record_is_not_found_by_what_it_does_not_hold(text):
    assert not asked(text)


def test_a_bound_lies_in_a_range_only_where_all_that_it_may_be_does():
    def has(p, text):
        return asked(text, replace(MOSSAD, effect=replace(MOSSAD.effect, p=Figure.parse(p))))

    assert (has("> .05", "p:>.05"), has("> .05", "p:>=.05"), has("> .05", "p:>.06"), has("> .05", "p:<1")) == (
        True, True, False, False,
    )  # fmt: skip
    assert (has(">= .05", "p:>.05"), has(">= .05", "p:>=.05")) == (False, True)
    assert (has("<= .05", "p:<.05"), has("<= .05", "p:<=.05")) == (False, True)


def test_what_is_not_there_holds_nothing():
    bare = Line(source=source("a"), role=Role.PRIMARY)
    for field in EFFECT_FIELDS.values():
        has = field.name in {"source", "integrity"}
        assert asked(f"{field.name}:*", bare) is has
    assert not asked("zinc", without_study())


def test_every_field_finds_what_stands_there():
    full = replace(MOSSAD, effect=replace(MOSSAD.effect, measure=Measure.RISK_RATIO))
    for name in ("study", "source", "doi", "measure", "design", "status", "unit", "integrity"):
        (held,) = EFFECT_FIELDS[name].get(full)
        assert asked(f'{name}:"{held}"', full)
