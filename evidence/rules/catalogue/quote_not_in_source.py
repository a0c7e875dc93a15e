"""Words that the claim sets in quotation marks stand in no recorded passage of its sources.

## Why it matters

Quotation marks promise a reader the very words of a source. Changed or invented words put into
somebody's mouth what they did not say.

## What to do

Record the passage on the line that the words come from; if they are not there, quote what is, or
take the marks off. The record holds passages, not whole sources, so this is shown and changes
nothing. Capitals, blanks and the form of dashes and quotation marks make no difference. Words left
out may be marked by three points, and words in square brackets are taken for the writer's own.
Marks are double or single ones and those that stand as angles; a single one within a word is an apostrophe.
"""

import re
from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.passages import folded
from evidence.rules.bearing import evidence
from evidence.rules.examples import claim, line, quoted
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import brief, listed
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Jergas and Baethge 2015, Quotation accuracy in medical journal articles, PeerJ 3:e1364"

_PAIRS: Final = (
    ('"\u201c\u201e', '"\u201c\u201d'),
    ("\u00ab", "\u00bb"),
    ("\u00bb", "\u00ab"),
    ("\u2039", "\u203a"),
)
"""Marks that open a quotation and those that close it: double ones, and angles as French and as German point them."""
_SINGLE: Final = r"(?<!\w)['\u2018](?=\w)((?:[^'\u2018\u2019]|['\u2019](?=\w)){1,500})(?<=[\w.,!?])['\u2019](?!\w)"
_QUOTED: Final = re.compile(
    "|".join([*(f"[{opening}]([^{opening}{closing}]{{1,500}})[{closing}]" for opening, closing in _PAIRS), _SINGLE])
)
_LETTER: Final = re.compile(r"\[(\w)\](?=\w)")
"""A letter made small or large, as in "[t]he"."""
_LEFT_OUT: Final = re.compile(r"\s*(?:[\[(]?(?:\.\s?\.\s?\.|\N{HORIZONTAL ELLIPSIS})[\])]?|\[[^\[\]]{1,100}\])\s*")
_ALIKE: Final = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2010": "-", "\u2011": "-",
     "\u2013": "-", "\u2014": "-"}
)  # fmt: skip


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Look for each quoted run of words, two or more, in the passages that are recorded."""
    words = [
        found
        for match in _QUOTED.finditer(dossier.claim.statement)
        if len((found := match[match.lastindex or 0]).split()) > 1
    ]
    if not words:
        return not_applicable()
    passages = [_plain(line.quote) for line in evidence(dossier) if line.quote]
    if not passages:
        return inconclusive("no passage of a source is recorded in which to look for the quoted words")
    missing = [one for one in words if not any(_stands_in(passage, one) for passage in passages)]
    if missing:
        return fails(f"in no recorded passage: {listed(_marked(one) for one in missing)}")
    return passes()


def _marked(words: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{brief(words)}\N{RIGHT DOUBLE QUOTATION MARK}"


def _stands_in(passage: str, words: str) -> bool:
    start = 0
    for part in _LEFT_OUT.split(_LETTER.sub(r"\1", _plain(words).strip(" .,;:"))):
        found = passage.find(part, start)
        if found < 0:
            return False
        start = found + len(part)
    return True


def _plain(text: str) -> str:
    return folded(text).translate(_ALIKE).casefold()


_SAYS: Final = 'Hulisz calls zinc "the best remedy there is".'
_ANOTHER: Final = "Zinc may be of use in some colds."
_SAME: Final = "We hold zinc to be The best\n remedy there is for a cold."


EXAMPLES: Final = (
    Example(
        "a passage without the words",
        claim(quoted(_ANOTHER, line()), says=_SAYS),
        fails(f"in no recorded passage: {_marked('the best remedy there is')}"),
    ),
    Example(
        "a passage with the words", claim(quoted(_ANOTHER, line()), quoted(_SAME, line("b")), says=_SAYS), passes()
    ),
    Example(
        "single quotation marks",
        claim(quoted(_ANOTHER, line()), says="Hulisz's view is that zinc 'isn't a remedy' at all."),
        fails("in no recorded passage: " + _marked("isn't a remedy")),
    ),
    Example(
        "angles",
        claim(quoted(_ANOTHER, line()), says="Hulisz calls zinc \xabthe best remedy\xbb."),
        fails(f"in no recorded passage: {_marked('the best remedy')}"),
    ),
    Example(
        "a word put in",
        claim(quoted(_SAME, line()), says='He says that zinc is "[t]he best [known] remedy there is".'),
        passes(),
    ),
    Example(
        "words left out",
        claim(quoted(_SAME, line()), says='He speaks of "zinc ... the best remedy [...] for a cold."'),
        passes(),
    ),
    Example(
        "no passage recorded",
        claim(line(), says=_SAYS),
        inconclusive("no passage of a source is recorded in which to look for the quoted words"),
    ),
    Example(
        "one word in marks names no passage",
        claim(quoted(_ANOTHER, line()), says='A "cure" for colds.'),
        not_applicable(),
    ),
    Example(
        "apostrophes",
        claim(quoted(_ANOTHER, line()), says="The patients' colds didn't last, nor did the doctors' patience."),
        not_applicable(),
    ),
    Example("nothing in quotation marks", claim(quoted(_ANOTHER, line())), not_applicable()),
)
