"""What the text may mean stands in another journal than the one it names.

## Why it matters

The journal is how a reader finds a study, and its name lends a sentence weight. Raja and Cooper found
an error in 19 % of 2561 references of one journal, and in 8 % one that marred it badly; one in the
journal's name sends every reader astray.

## What to do

Look at the sources that agree with the rest of what the text says, and name the journal in which
the one that is meant stands. If none is meant, import and link the right one.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.examples import claim, effect, line, named, source
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.named import Trait, agrees, is_named, likenesses, tells_one_work
from evidence.rules.words import brief, called, journal_of, listed
from evidence.vocab import Severity

SEVERITY: Final = Severity.BARS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = (
    "Raja and Cooper 2006, How accurate are the references in Emergency Medical Journal?, Emerg Med J 23:625"
)


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Compare the journal of each source that agrees with the rest."""
    text = dossier.claim.named_source
    if text is None or not text.journal:
        return not_applicable()
    linked = likenesses(dossier, text)
    if any(is_named(found, dossier, text) for found in linked):
        return passes()
    if fitting := [found for found in linked if agrees(found, dossier, text)]:
        return inconclusive(f"nobody can tell yet whether {called(fitting[0].source)} stands in {brief(text.journal)}")
    agreeing = [found for found in linked if not found.differing - {Trait.JOURNAL}]
    enough = tells_one_work(dossier, text)
    meant = agreeing if enough else [found for found in agreeing if found.candidate] or agreeing
    elsewhere = [found for found in meant if found.differing and found.source.journal is not None]
    if not elsewhere:
        return inconclusive("no linked source whose journal is recorded agrees with the rest of what the text says")
    places = listed(f"{called(found.source)} in {journal_of(found.source)}" for found in elsewhere)
    return fails(
        f"the text names {brief(text.journal)}; what agrees with the rest stands in other journals: {places}",
    )


EXAMPLES: Final = (
    Example(
        "the figure is right and the journal is not",
        claim(
            line(source("mossad1996zinc", journal="Ann Intern Med"), result=effect("PR", "70.3%")),
            line(source("hulisz2004zinc", journal="BMJ"), result=effect("PR", "41%")),
            quotes=("70%",),
            named=named("BMJ"),
        ),
        fails(
            "the text names BMJ; what agrees with the rest stands in other journals: mossad1996zinc in Ann Intern Med"
        ),
    ),
    Example(
        "a journal and nothing else is named: the candidates are what may be meant",
        claim(
            line(source("mossad1996zinc", journal="Ann Intern Med"), role="candidate"),
            line(source("hemila2017zinc", journal="JRSM Open")),
            named=named("BMJ"),
        ),
        fails(
            "the text names BMJ; what agrees with the rest stands in other journals: mossad1996zinc in Ann Intern Med"
        ),
    ),
    Example(
        "a candidate in the named journal whose subject nobody has judged does not make it right",
        claim(
            line(source("mossad1996zinc", journal="Ann Intern Med"), role="candidate", not_judged="outcome"),
            line(source(journal="BMJ"), role="candidate", not_judged="population"),
            named=named("BMJ"),
        ),
        fails(
            "the text names BMJ; what agrees with the rest stands in other journals: mossad1996zinc in Ann Intern Med"
        ),
    ),
    Example(
        "the journal is right",
        claim(line(source(journal="BMJ"), role="candidate"), named=named("The BMJ")),
        passes(),
    ),
    Example(
        "the journal is right, and only the year is off",
        claim(line(source(journal="BMJ", author="Hulisz", year=2004)), named=named("BMJ", author="Hulisz", year=2003)),
        passes(),
    ),
    Example(
        "no source agrees with the figure",
        claim(line(source(journal="BMJ"), result=effect("PR", "68.0%")), quotes=("70%",), named=named("BMJ")),
        inconclusive("no linked source whose journal is recorded agrees with the rest of what the text says"),
    ),
    Example("no journal named", claim(line(), named=named(year=2004)), not_applicable()),
    Example("no source named", claim(line()), not_applicable()),
)
