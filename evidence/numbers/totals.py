"""Whether counts add up: parts and their total, events and people, a percentage and its count.

Plain arithmetic on what CONSORT 2010 asks every trial to print: the numbers in each group, with an outcome, and behind
each percentage (Moher 2010, CONSORT 2010 Explanation and Elaboration, BMJ 340:c869, items 13a and 16).
"""

from fractions import Fraction
from functools import partial
from typing import Final

from evidence.figures import Figure
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import as_percentage, as_printed, bounds, exact, shown, whole

SOURCE: Final = "plain arithmetic on the counts that CONSORT 2010 asks for, items 13a and 16 (Moher 2010, BMJ 340:c869)"


def total_of_parts(parts: tuple[Figure, ...], *, total: Figure) -> Finding:
    """Ask whether parts, such as the arms of a trial, make their total.

    Raises ``UsageError`` for what is no count.
    """
    counts = [whole(part, name="part", least=0) for part in parts]
    made, wanted = sum(counts), whole(total, name="total", least=0)
    told = f"{' + '.join(f'{count:,}' for count in counts)} is {made:,}"
    says = partial(Finding, check="total", source=SOURCE, computed=(("sum", str(made)),))
    if made == wanted:
        return says(verdict=Verdict.CONSISTENT, reason=f"{told}, the total")
    if made > wanted:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"{told}, {made - wanted:,} more than the total {wanted:,}")
    left = wanted - made
    return says(verdict=Verdict.INCONSISTENT, reason=f"{told}, which leaves {left:,} of {wanted:,} unaccounted for")


def events_within(events: Figure, *, n: Figure) -> Finding:
    """Ask whether no more people had an event than there were; raises ``UsageError`` for what is no count."""
    had, among = whole(events, name="events", least=0), whole(n, name="n", least=0)
    says = partial(Finding, check="events", source=SOURCE)
    if had > among:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"{had:,} of {among:,} are more than all")
    return says(verdict=Verdict.CONSISTENT, reason=f"{had:,} of {among:,} is a part")


def percentage_of_count(percent: Figure, *, events: Figure, n: Figure) -> Finding:
    """Ask whether a percentage is that of its count, as rounded; the percent sign may be missing.

    Raises ``UsageError`` for what is no count, and for a percentage that is a bound.
    """
    had, among = whole(events, name="events", least=0), whole(n, name="n")
    share, made = as_percentage(exact(percent, name="percent")), Fraction(had, among)
    low, high = bounds(share)
    told = as_printed(made, like=share)
    says = partial(Finding, check="percentage", source=SOURCE, computed=(("percent", told),))
    if had > among:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"{had:,} of {among:,} are more than all")
    if low <= made <= high:
        return says(verdict=Verdict.CONSISTENT, reason=f"{had:,} of {among:,} are {shown(share)}")
    return says(verdict=Verdict.IMPOSSIBLE, reason=f"{had:,} of {among:,} are {told}, not {shown(share)}")
