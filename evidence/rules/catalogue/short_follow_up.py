"""A claim on the long term is supported by people who were followed for less than the limit.

## Why it matters

What helps for a month need not help for a year, and many harms come late. Whoever was observed for
weeks cannot tell what happens over the long term, however many they were. Drug regulators want
people followed for half a year and a year before a drug for long-term use is approved.

## What to do

Link a study that followed people for as long as the claim speaks of, or let the claim name the time
for which it was shown. A claim speaks of the long term where it says so: long-term, in the long run,
long-lasting, permanent, lifelong, for years; not where it sets it aside ("not long term"), nor by
long-term care. Only lines that support it are asked: an effect that is gone after a
month disputes a lasting one, however short the time.
"""

import re
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, FREQUENCIES
from evidence.rules.examples import claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.reported import confirmed_time
from evidence.rules.spans import MONTH, span_in
from evidence.rules.words import brief
from evidence.vocab import Direction, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "ICH E1 1994, The Extent of Population Exposure to Assess Clinical Safety"
LIMITS: Final = ("shortest-long-term",)

_LONG: Final = re.compile(
    r"\blong(?:er)?[- ](?:lasting|run|term)\b(?![- ](?:care|facilit|home|hospital|patient|resident|unemploy|users?\b))"
    r"|\bpermanent(?:ly)?\b|\blifelong\b|\bfor life\b|\bfor (?:many )?years\b"
    r"|\blastingly\b|\blasting (?:benefit|change|damage|effect|gain|harm|improvement|relief)s?\b"
)
_NOT_LONG: Final = re.compile(r"\bnot (?:(?:for|in|over) )?(?:the )?long(?:er)?[- ](?:run|term)\b")
"""What a claim sets aside."""


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Compare the latest time that the effect is told of with the limit."""
    told = _NOT_LONG.sub("", f"{dossier.claim.statement} {dossier.claim.outcome or ''}".casefold())
    if (
        line.direction is not Direction.SUPPORTS
        or dossier.claim.kind not in EFFECTS | FREQUENCIES
        or not _LONG.search(told)
    ):
        return not_applicable()
    time = confirmed_time(line)
    if time is None:
        return inconclusive("no confirmed time at which an effect was measured is recorded")
    span = span_in(time)
    if span is None:
        return inconclusive(f"its time tells no length: {brief(time)}")
    if span.last < limits.shortest_long_term * MONTH:
        return fails(
            f"measured at {brief(time)}, and the claim speaks of the long term: "
            f"that is {limits.shortest_long_term} months or more",
            limit="shortest-long-term",
        )
    return passes()


_SAYS: Final = "Zinc prevents colds over the long term."


EXAMPLES: Final = (
    Example(
        "eight weeks",
        claim(line(result=effect("RR", "0.7", time="8 weeks")), says=_SAYS),
        fails(
            "measured at 8 weeks, and the claim speaks of the long term: that is 6 months or more",
            limit="shortest-long-term",
        ),
    ),
    Example(
        "the long run",
        claim(line(result=effect("RR", "0.7", time="8 weeks")), says="Zinc prevents colds in the long run."),
        fails(
            "measured at 8 weeks, and the claim speaks of the long term: that is 6 months or more",
            limit="shortest-long-term",
        ),
    ),
    Example("a year", claim(line(result=effect("RR", "0.7", time="at 3, 6 and 12 months")), says=_SAYS), passes()),
    Example("exactly the limit", claim(line(result=effect("RR", "0.7", time="6 months")), says=_SAYS), passes()),
    Example("as long in weeks", claim(line(result=effect("RR", "0.7", time="week 26")), says=_SAYS), passes()),
    Example(
        "a time that tells no length",
        claim(line(result=effect("RR", "0.7", time="end of treatment")), says=_SAYS),
        inconclusive("its time tells no length: end of treatment"),
    ),
    Example(
        "no time recorded",
        claim(line(result=effect("RR", "0.7")), says=_SAYS),
        inconclusive("no confirmed time at which an effect was measured is recorded"),
    ),
    Example(
        "a time that is marked unconfirmed",
        claim(line(result=effect("RR", "0.7", time="8 weeks", status="unconfirmed")), says=_SAYS).checked(),
        inconclusive("no confirmed time at which an effect was measured is recorded"),
    ),
    Example(
        "no effect recorded",
        claim(line(), says=_SAYS),
        inconclusive("no confirmed time at which an effect was measured is recorded"),
    ),
    Example("a claim that names no time", claim(line(result=effect("RR", "0.7", time="8 weeks"))), not_applicable()),
    Example(
        "people in long-term care",
        claim(
            line(result=effect("RR", "0.7", time="8 weeks")), says="Zinc prevents colds in long-term care residents."
        ),
        not_applicable(),
    ),
    Example(
        "the long term set aside",
        claim(
            line(result=effect("RR", "0.7", time="8 weeks")),
            says="Zinc prevents colds in the short term, not long term.",
        ),
        not_applicable(),
    ),
    Example(
        "a line that disputes it",
        claim(line(direction="disputes", result=effect("RR", "1.0", time="week 4")), says=_SAYS),
        not_applicable(),
    ),
    Example(
        "a claim that the long term is not known",
        claim(line(result=effect("RR", "0.7", time="8 weeks")), says=_SAYS, kind="uncertainty"),
        not_applicable(),
    ),
)
