"""No linked source agrees with all that the text says of the source it names.

## Why it matters

A reader who looks for the study that a text names must be able to find it. When nothing in that
journal, of that year or author, reports that figure, either the reference or the finding is not
what the text says. A quarter of the quotations in medical papers are wrong (25.4 %, 95 % CI 19.5
to 32.4).

## What to do

See whether one of the nearest sources is meant, and correct the journal, the year, the name or
the figure in the text; or import the source that is meant, link it, and record its figure. A
figure agrees when one number could stand behind both, each rounded as it was printed: 70 % agrees
with 70.4 %, not with 70.8 %; and a percentage agrees also with the change that a ratio, a difference
or two arms make. A name agrees whether its accents are left off or written out, as Mueller for
Müller. A source that is judged to be on another population, intervention or outcome than the claim
is not the one; and where the text names nothing but a journal, which holds thousands of works, one
is found only when somebody has judged that it is on the claim's subject.
Where the text names journal and author and both agree, a year that is off hides no source from a
reader, so the source counts as found; another rule notes the year.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line, named, quoting, source
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.named import agrees, is_named, likenesses, nearest_described, text_says, told_of
from evidence.rules.words import brief, several
from evidence.vocab import Severity

SEVERITY: Final = Severity.BARS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Jergas and Baethge 2015, Quotation accuracy in medical journal articles, PeerJ 3:e1364"


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Look for a source that agrees with the text in everything."""
    text = dossier.claim.named_source
    if text is None:
        return not_applicable()
    if not told_of(text):
        return inconclusive("the text names neither journal nor year nor author of its source")
    found = likenesses(dossier, text)
    if any(is_named(likeness, dossier, text) for likeness in found):
        return passes()
    if fitting := [likeness for likeness in found if agrees(likeness, dossier, text)]:
        return inconclusive(f"the source that the text names may be among those linked: {nearest_described(fitting)}")
    told = f"no linked source is what the text names ({text_says(text, dossier)})"
    told += f"; nearest: {nearest_described(found)}" if found else "; none is linked"
    if text.journal:
        count = several(len(dossier.named_journal_holds), "source")
        told += f"; the database holds {count} from {brief(text.journal)}"
    return fails(told)


EXAMPLES: Final = (
    Example(
        "the nearest figure stands in another journal, the named journal reports another figure",
        claim(
            line(source("mossad1996zinc", journal="Ann Intern Med"), role="candidate", result=effect("PR", "70.8%")),
            line(source("hulisz2004zinc", journal="BMJ"), role="candidate", result=effect("PR", "68.0%")),
            quotes=("70%",),
            named=named("BMJ"),
            named_journal_holds=("hulisz2004zinc",),
        ),
        fails(
            "no linked source is what the text names (BMJ, 70%); nearest: hulisz2004zinc stands in BMJ and reports "
            "68.0% (figure differs); mossad1996zinc stands in Ann Intern Med and reports 70.8% "
            "(journal and figure differ); "
            "the database holds 1 source from BMJ"
        ),
    ),
    Example(
        "nothing is linked",
        claim(named=named("BMJ", year=2004)),
        fails(
            "no linked source is what the text names (BMJ, 2004); none is linked; the database holds 0 sources from BMJ"
        ),
    ),
    Example(
        "the year is off, and no author is named by whom to find it",
        claim(line(source(journal="BMJ", author="Hulisz", year=2004)), named=named("BMJ", year=2003)),
        fails(
            "no linked source is what the text names (BMJ, 2003); nearest: "
            "Hulisz 2004 [hulisz2004zinc] stands in BMJ (year differs); the database holds 0 sources from BMJ"
        ),
    ),
    Example(
        "journal and author agree, and only the year is off",
        claim(line(source(journal="BMJ", author="Hulisz", year=2004)), named=named("BMJ", author="Hulisz", year=2003)),
        passes(),
    ),
    Example(
        "another author",
        claim(line(source(author="Hulisz", year=2004)), named=named(author="Mossad et al.", year=2004)),
        fails(
            "no linked source is what the text names (Mossad et al., 2004); nearest: "
            "Hulisz 2004 [hulisz2004zinc] stands in no journal that is recorded (author differs)"
        ),
    ),
    Example(
        "journal, author, year and figure agree",
        claim(
            line(source(journal="BMJ", author="Hulisz", year=2004), result=effect(arms=(arm("zinc", percent="70.2"),))),
            quotes=("70%",),
            named=named("the BMJ", author="Hulisz and others", year=2004),
        ),
        passes(),
    ),
    Example(
        "an author whose umlaut is written out",
        claim(line(source(author="Mueller", year=2004)), named=named(author="Müller", year=2004)),
        passes(),
    ),
    Example(
        "a reduction that the source tells by a ratio",
        quoting(
            claim(
                line(source(journal="BMJ"), result=effect("RR", "0.75")),
                named=named("BMJ"),
                says="Zinc cut colds by 25%.",
            ),
            "25%",
            of="colds",
        ),
        passes(),
    ),
    Example(
        "at the edge of rounding",
        claim(line(source(journal="BMJ"), result=effect("PR", "70.5%")), quotes=("70%",), named=named("BMJ")),
        passes(),
    ),
    Example(
        "a candidate that agrees is enough",
        claim(line(source(journal="BMJ", year=2004), role="candidate"), named=named("BMJ", year=2004)),
        passes(),
    ),
    Example(
        "right in all but that it is on other people",
        claim(line(source(journal="BMJ", year=2004), indirect="population"), named=named("BMJ", year=2004)),
        fails(
            "no linked source is what the text names (BMJ, 2004); nearest: hulisz2004zinc stands in BMJ "
            "(subject differs); the database holds 0 sources from BMJ"
        ),
    ),
    Example(
        "a journal and nothing else is named, and the candidate's subject is not judged",
        claim(line(source(journal="BMJ"), role="candidate", not_judged="population"), named=named("BMJ")),
        fails(
            "no linked source is what the text names (BMJ); nearest: hulisz2004zinc stands in BMJ "
            "(nobody has judged its subject); the database holds 0 sources from BMJ"
        ),
    ),
    Example(
        "a journal and nothing else is named, and the candidate is on the claim's subject",
        claim(line(source(journal="BMJ"), role="candidate"), named=named("BMJ")),
        passes(),
    ),
    Example(
        "the text says too little",
        claim(line(), named=named()),
        inconclusive("the text names neither journal nor year nor author of its source"),
    ),
    Example(
        "the journal may be named by its abbreviation",
        claim(
            line(source(journal="American Journal of Psychiatry", year=2013)), named=named("Am J Psychiatry", year=2013)
        ),
        inconclusive(
            "the source that the text names may be among those linked: "
            "hulisz2004zinc stands in American Journal of Psychiatry (journal not sure)"
        ),
    ),
    Example("no source named", claim(line()), not_applicable()),
)
