"""What report tests share: a report to look at, golden files, and texts that mean harm."""

import os
from dataclasses import replace
from pathlib import Path

import judged
import pytest

from evidence.dossier import Journal, Waiver
from evidence.rules import examples
from evidence.rules.kit import Scope, fails
from evidence.vocab import Severity

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def leaflet():
    """A report with a claim of each state, findings of each severity, and one that a person has answered."""
    eby = examples.source("eby1984zinc", author="Eby", year=1984, journal=Journal(title="Antimicrobial Agents"))
    hemila = examples.source("hemila2017zinc", author="Hemilä", year=2017, journal="JRSM Open")
    against = examples.source("jackson2000zinc", author="Jackson", year=2000, journal="Journal of Nutrition")
    pooled = examples.effect("MD", "-2.25", ci=("-3.39", "-1.12"))
    firm = examples.line(hemila, design="meta-analysis", n=575, result=pooled)
    thin = examples.line(eby, n=37, result=examples.effect("PR", "86%"))
    refuting = examples.line(against, n=91, direction="disputes", result=examples.effect("MD", "0.2"))
    candidate = judged.unconfirmed(examples.line(eby, n=77, role="candidate", direction=None))
    waiver = Waiver(rule="thin", reason="A pilot is all that this paragraph speaks of.", by="A. Reader")
    idle = Waiver(rule="bare", reason="No longer needed.", by="A. Reader", until=judged.NOON.date())
    return judged.report(
        judged.claim("sound", firm, statement="Zinc shortens a cold by two days."),
        judged.claim("frail", thin, examples.without_study("prasad1996zinc", direction=None), note="One trial."),
        judged.claim("answered", thin, waivers=(waiver, idle), statement="Zinc was tried in a pilot."),
        judged.claim("open", examples.line("hulisz2004zinc", n=77, direction=None)),
        judged.claim("fought-over", firm, refuting, thin),
        judged.claim("refuted", refuting, wording="absolute", statement="Zinc cures every cold."),
        judged.claim("misnamed", candidate, firm, thin, refuting, named=examples.named("The Lancet", year=1984)),
        judged.claim("lonely", statement="Zinc is the cheapest remedy."),
        total=9,
    )


@pytest.fixture
def golden():
    """Compare with a file that a person has read; EVIDENCE_UPDATE_GOLDEN=1 writes it anew."""

    def compare(text, name):
        file = GOLDEN / name
        if os.environ.get("EVIDENCE_UPDATE_GOLDEN"):
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8")

    return compare


HARM = (
    "\x1b[31mred\x1b]0;title\x07 \x9b2J \u202etxet\u202c <script>alert(1)</script> <img src=x onerror=y> [red]b[/x] "
    "[a](javascript:x) ![i](http://x) `code` **bold** | cell | $x$ ~~gone~~ &amp; \\ \r\nnext\n# head\n- item\n1. one "
    "\x00nul \ud800 \u200b{{7*7}} =cmd"
)


@pytest.fixture
def harmful():
    """Give a dossier in which every text field holds a text."""

    def dossier(text=HARM):
        work = replace(
            examples.source(text, author=text, year=1984, journal=text),
            title=text,
            doi=text,
            pmid=text,
            integrity_notice=text,
            unconfirmed=text,
        )
        result = replace(
            examples.effect(),
            key=text,
            outcome=text,
            timepoint=text,
            intervention=text,
            comparator=text,
            finding=text,
            locator=text,
            note=text,
        )
        whom = replace(examples.sample("t", 20), key=text, population=text, species=text, country=text, note=text)
        trial = replace(examples.study(f"{text}2"), registration=text, note=text)
        line = examples.line(work, of_study=trial, of_sample=whom, result=result)
        line = replace(line, quote=text, locator=text, note=text, judged_by=text)
        waiver = Waiver(rule="thin", reason=text, by=text)
        idle = Waiver(rule=text, reason=text, by=text)
        named = replace(examples.named(text, author=text), text=text)
        locator = replace(examples.claim().claim.locator, section=text)
        fields = dict.fromkeys(("population", "species", "intervention", "comparator", "outcome", "note"), text)
        quotes = examples.claim(quotes=("70%",)).claim.quotes
        fields |= {"locator": locator, "statement": text, "document": text, "quotes": (replace(quotes[0], of=text),)}
        weak = judged.claim(text, line, replace(line, role="background"), **fields)
        return (
            weak,
            judged.claim(f"{text}2", line, line, line, line, named=named, **fields),
            judged.claim(f"{text}3", line, waivers=(waiver, idle), **(fields | {"document": "other"})),
        )

    return dossier


@pytest.fixture
def telling():
    """A rule that repeats a statement in what it finds, as many rules do with parts of the record."""

    return judged.rule(
        "telling", Severity.WEAKENS, Scope.CLAIM, lambda dossier, _limits: fails(dossier.claim.statement)
    )
