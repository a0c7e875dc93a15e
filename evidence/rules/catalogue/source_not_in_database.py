"""The source that a text names may not be in the database at all.

## Why it matters

That no linked source is the named one can mean two things: the text is wrong, or nobody has
imported the source. References are wrong often enough, in 19 % of those that Raja and Cooper looked
up; but in a database that holds nothing from the journal the second has not been
ruled out.

## What to do

Search the journal for the source, by author, year and subject; import it and link it. If the
search finds nothing, say so in the claim's note: then the text is wrong.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.examples import claim, line, named, source
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.named import Likeness, Trait, is_named, likenesses, told_of
from evidence.rules.words import brief, called, several
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = (
    "Raja and Cooper 2006, How accurate are the references in Emergency Medical Journal?, Emerg Med J 23:625"
)


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Ask whether the database holds anything from the journal that the text names."""
    text = dossier.claim.named_source
    if text is None:
        return not_applicable()
    if not told_of(text):
        return inconclusive("the text names neither journal nor year nor author of its source")
    linked = likenesses(dossier, text)
    if any(is_named(found, dossier, text) for found in linked):
        return passes()
    if unknown := _unknown(dossier, text.journal, linked):
        return inconclusive(unknown)
    return fails(f"the database holds nothing from {brief(text.journal or '')}, so the source may only not be imported")


def _unknown(dossier: Dossier, journal: str | None, linked: tuple[Likeness, ...]) -> str:
    """Say why nobody can tell whether the source is in the database; empty where the journal is not."""
    if not journal:
        return "no linked source is the named one, and no journal is named in which to look for it"
    if dossier.named_journal_holds:
        count = several(len(dossier.named_journal_holds), "source")
        return f"the database holds {count} from {brief(journal)}; none that is linked is the named one"
    perhaps = [called(found.source) for found in linked if Trait.JOURNAL in found.unsure]
    return f"{perhaps[0]} may stand in {brief(journal)}" if perhaps else ""


EXAMPLES: Final = (
    Example(
        "nothing from that journal",
        claim(line(source(journal="JRSM Open")), named=named("BMJ", year=2004)),
        fails("the database holds nothing from BMJ, so the source may only not be imported"),
    ),
    Example(
        "the named source is linked",
        claim(line(source(journal="BMJ", year=2004)), named=named("BMJ", year=2004)),
        passes(),
    ),
    Example(
        "linked, with another year",
        claim(line(source(journal="BMJ", author="Hulisz", year=2004)), named=named("BMJ", author="Hulisz", year=2003)),
        passes(),
    ),
    Example(
        "other sources from that journal",
        claim(
            line(source(journal="JRSM Open")),
            named=named("BMJ", year=2004),
            named_journal_holds=("a2004", "b2004"),
        ),
        inconclusive("the database holds 2 sources from BMJ; none that is linked is the named one"),
    ),
    Example(
        "a journal whose name may be an abbreviation",
        claim(line(source(journal="American Journal of Psychiatry")), named=named("Am J Psychiatry", year=2013)),
        inconclusive("hulisz2004zinc may stand in Am J Psychiatry"),
    ),
    Example(
        "no journal named",
        claim(line(), named=named(author="Mossad")),
        inconclusive("no linked source is the named one, and no journal is named in which to look for it"),
    ),
    Example(
        "the text says too little",
        claim(line(), named=named()),
        inconclusive("the text names neither journal nor year nor author of its source"),
    ),
    Example("no source named", claim(line()), not_applicable()),
)
