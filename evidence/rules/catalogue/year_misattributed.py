"""What the text may mean was published in another year than the one it names.

## Why it matters

Raja and Cooper found an error in 19 % of 2561 references of one journal. A wrong year is such a one. It
seldom hides the work, since
journal, author and figure still lead there, but it may stand for another paper of the same people,
with another result.

## What to do

Look at the source that agrees with the rest of what the text says, and correct the year. If the
text means another paper, import and link that one. A year in which a paper was put online first
may be right as well: say so in a waiver.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.examples import claim, effect, line, named, source, unsure_of
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.named import Trait, likenesses
from evidence.rules.words import called, listed
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = (
    "Raja and Cooper 2006, How accurate are the references in Emergency Medical Journal?, Emerg Med J 23:625"
)


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Compare the year of each source that agrees with the rest."""
    text = dossier.claim.named_source
    if text is None or not text.year:
        return not_applicable()
    if not (text.author or text.journal or dossier.claim.quotes):
        return inconclusive("the text names nothing but a year")
    agreeing = [found for found in likenesses(dossier, text) if not found.differing - {Trait.YEAR}]
    fitting = [found for found in agreeing if not found.differing]
    if any(Trait.YEAR not in found.unsure for found in fitting):
        return passes()
    if fitting:
        return inconclusive(f"nobody can tell yet whether {called(fitting[0].source)} is of {text.year}")
    enough = text.author or dossier.claim.quotes
    other = [found for found in agreeing if found.source.year is not None and (enough or found.subject_judged)]
    if not other:
        return inconclusive("no linked source whose year is recorded agrees with the rest of what the text says")
    years = listed(f"{called(found.source)} is of {found.source.year}" for found in other)
    return fails(f"the text names {text.year}; of what agrees with the rest {years}")


EXAMPLES: Final = (
    Example(
        "journal and author are right, the year is not",
        claim(line(source(journal="BMJ", author="Hulisz", year=2004)), named=named("BMJ", author="Hulisz", year=2003)),
        fails("the text names 2003; of what agrees with the rest Hulisz 2004 [hulisz2004zinc] is of 2004"),
    ),
    Example(
        "the figure leads to the source",
        claim(line(source(year=2004), result=effect("PR", "70.3%")), quotes=("70%",), named=named(year=2003)),
        fails("the text names 2003; of what agrees with the rest hulisz2004zinc is of 2004"),
    ),
    Example(
        "the year is right",
        claim(line(source(author="Hulisz", year=2004)), named=named(author="Hulisz", year=2004)),
        passes(),
    ),
    Example(
        "another source is of the year named",
        claim(
            line(source(author="Hulisz", year=2004)),
            line(source("hulisz2003zinc", author="Hulisz", year=2003)),
            named=named(author="Hulisz", year=2003),
        ),
        passes(),
    ),
    Example(
        "the author differs too",
        claim(line(source(author="Mossad", year=2004)), named=named(author="Hulisz", year=2003)),
        inconclusive("no linked source whose year is recorded agrees with the rest of what the text says"),
    ),
    Example(
        "no year recorded",
        claim(line(source(author="Hulisz")), named=named(author="Hulisz", year=2003)),
        inconclusive("no linked source whose year is recorded agrees with the rest of what the text says"),
    ),
    Example(
        "a year that nobody read in a published copy",
        claim(line(unsure_of("year", source(author="Hulisz", year=2004))), named=named(author="Hulisz", year=2003)),
        inconclusive("nobody can tell yet whether Hulisz 2004 [hulisz2004zinc] is of 2003"),
    ),
    Example(
        "a year and nothing else",
        claim(line(source(year=2004)), named=named(year=2003)),
        inconclusive("the text names nothing but a year"),
    ),
    Example("no year named", claim(line(), named=named("BMJ")), not_applicable()),
    Example("no source named", claim(line()), not_applicable()),
)
