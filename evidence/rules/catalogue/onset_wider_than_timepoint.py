"""A claim says how soon something begins, and a supporting line measured it only later.

## Why it matters

A difference that was first measured after four weeks may have begun on the first day or on the
last. So it bears out that something helps, and not that it helps within days. Onset is a question
of its own, which needs early and repeated measurements.

## What to do

Link the effect at the earliest time that was measured, or let the claim name the time at which the
difference was seen. A claim tells an onset by words as "immediately", "within hours", which is
taken as up to a day, "within days" or "within 24 hours". A number of days or more is taken for when
something was counted, as deaths within 30 days, and a span from another event, as "within 24 hours of the first
symptoms" or "immediately after surgery", or in which something was taken or given, for no onset; unless
that event is a dose or the claim's intervention itself.
"""

from decimal import Decimal
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS
from evidence.rules.examples import claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.reported import confirmed_time
from evidence.rules.spans import onset_in, span_in
from evidence.rules.words import brief
from evidence.vocab import Direction, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "GRADE guidelines 8: indirectness, Guyatt 2011, J Clin Epidemiol 64:1303"
LIMITS: Final = ("longest-at-once",)


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Compare the earliest time that the effect is told of with the onset that the claim tells."""
    claim = dossier.claim
    onset = onset_in(claim.statement, given=claim.intervention) or onset_in(claim.outcome, given=claim.intervention)
    if line.direction is not Direction.SUPPORTS or claim.kind not in EFFECTS or onset is None:
        return not_applicable()
    time = confirmed_time(line)
    if time is None:
        return inconclusive("no confirmed time at which an effect was measured is recorded")
    span = span_in(time)
    if span is None or span.first is None:
        return inconclusive(f"its time tells no beginning: {brief(time)}")
    soonest = Decimal(limits.longest_at_once) if onset.minutes is None else onset.minutes
    if span.first > soonest:
        return fails(
            f"measured at {brief(time)}, and the claim says {brief(onset.words)}",
            limit="longest-at-once" if onset.minutes is None else None,
        )
    return passes()


_HOURS: Final = "Zinc relieves a sore throat within hours."
_AT_ONCE: Final = "Zinc relieves a sore throat immediately."


EXAMPLES: Final = (
    Example(
        "measured after a week",
        claim(line(result=effect("RR", "0.7", time="day 7")), says=_HOURS),
        fails("measured at day 7, and the claim says within hours"),
    ),
    Example(
        "a number of hours",
        claim(line(result=effect("RR", "0.7", time="2-4 days")), says="Zinc relieves a sore throat within 24 hours."),
        fails("measured at 2-4 days, and the claim says within 24 hours"),
    ),
    Example(
        "at once, measured after two hours",
        claim(line(result=effect("RR", "0.7", time="2 h")), says=_AT_ONCE),
        fails("measured at 2 h, and the claim says immediately", limit="longest-at-once"),
    ),
    Example("exactly the limit", claim(line(result=effect("RR", "0.7", time="60 min")), says=_AT_ONCE), passes()),
    Example(
        "exactly a day is within hours still",
        claim(line(result=effect("RR", "0.7", time="24 h")), says=_HOURS),
        passes(),
    ),
    Example(
        "the earliest of several times",
        claim(line(result=effect("RR", "0.7", time="1 h to 1 week")), says=_HOURS),
        passes(),
    ),
    Example(
        "only an end is told",
        claim(line(result=effect("RR", "0.7", time="up to 14 days")), says=_HOURS),
        inconclusive("its time tells no beginning: up to 14 days"),
    ),
    Example(
        "a time that tells no length",
        claim(line(result=effect("RR", "0.7", time="end of treatment")), says=_HOURS),
        inconclusive("its time tells no beginning: end of treatment"),
    ),
    Example(
        "no time recorded",
        claim(line(result=effect("RR", "0.7")), says=_HOURS),
        inconclusive("no confirmed time at which an effect was measured is recorded"),
    ),
    Example(
        "a time that is marked unconfirmed",
        claim(line(result=effect("RR", "0.7", time="8 weeks", status="unconfirmed")), says=_HOURS).checked(),
        inconclusive("no confirmed time at which an effect was measured is recorded"),
    ),
    Example(
        "no effect recorded",
        claim(line(), says=_HOURS),
        inconclusive("no confirmed time at which an effect was measured is recorded"),
    ),
    Example(
        "a number of hours after the dose",
        claim(line(result=effect("RR", "0.7", time="day 2")), says="Zinc relieves pain within 2 hours of the dose."),
        fails("measured at day 2, and the claim says within 2 hours"),
    ),
    Example(
        "at once after what was given",
        claim(line(result=effect("RR", "0.7", time="2 h")), says="Relief begins almost at once after zinc."),
        fails("measured at 2 h, and the claim says almost at once", limit="longest-at-once"),
    ),
    Example(
        "hours in which it is taken",
        claim(
            line(result=effect("RR", "0.7", time="day 7")),
            says="Zinc taken within 24 hours of the first symptoms shortens a cold.",
        ),
        not_applicable(),
    ),
    Example(
        "hours in which it is started",
        claim(line(result=effect("RR", "0.7", time="day 7")), says="Zinc shortens a cold if started within 24 hours."),
        not_applicable(),
    ),
    Example(
        "at once after something else",
        claim(line(result=effect("RR", "0.7", time="day 7")), says="Immediately after surgery, zinc helps pain."),
        not_applicable(),
    ),
    Example(
        "days in which something was counted",
        claim(line(result=effect("RR", "0.7", time="90 days")), says="Zinc reduces deaths within 30 days."),
        not_applicable(),
    ),
    Example("a claim that tells no onset", claim(line(result=effect("RR", "0.7", time="day 7"))), not_applicable()),
    Example(
        "a line that disputes it",
        claim(line(direction="disputes", result=effect("RR", "1.0", time="day 7")), says=_HOURS),
        not_applicable(),
    ),
)
