"""How many in an arm had the event, from counts or from a percentage that leaves no doubt."""

import math
from dataclasses import dataclass
from fractions import Fraction

from evidence.dossier import Arm
from evidence.effects.shares import unit_of_percentage
from evidence.effects.workings import Lacking, Workings, called
from evidence.figures import Figure


@dataclass(frozen=True, slots=True)
class Count:
    """So many events among so many."""

    events: int
    n: int

    @property
    def others(self) -> int:
        """Those without the event."""
        return self.n - self.events


def count_of(work: Workings, arm: Arm) -> Count:
    """Give the events and the size of an arm.

    A count that is not recorded is worked out from the percentage where exactly one whole number rounds to it,
    and so is a size. Both ends of the rounding interval count, since papers round halves either way.
    """
    name = called(arm)
    if arm.events is None:
        n = work.whole(f"n of {name}", arm.n)
        if arm.percent is None:
            raise Lacking(f"events in {name} are not recorded, and no percentage", f"events in {name}")
        unit = unit_of_percentage(arm.percent)
        percentage = work.figure(f"percentage of {name}", arm.percent)
        events = certain_events(work, f"percentage of {name}", percentage, unit=unit, n=n)
    else:
        events = work.whole(f"events in {name}", arm.events)
        if arm.n is None and arm.percent is not None:
            n = _certain_size(work, name, arm.percent, events=events)
        else:
            n = work.whole(f"n of {name}", arm.n)
    if n < 1 or events > n:
        raise Lacking(f"{name} has {events} events among {n}, which cannot be")
    return Count(events, n)


def certain_events(work: Workings, name: str, share: Figure, *, unit: Fraction, n: int) -> int:
    """Give the only count of ``n`` that a share can stand for; its value times ``unit`` is a share of one."""
    low, high = unit * Fraction(share.low), unit * Fraction(share.high)
    first, last = max(0, math.ceil(low * n)), min(n, math.floor(high * n))
    if first > last:
        raise Lacking(f"no count of {n} gives the {name}, {share}")
    if first < last:
        raise Lacking(f"each count from {first} to {last} of {n} gives the {name}, {share}", "events")
    work.assume(f"{first} with the event: the only count of {n} that rounds to {share}")
    return first


def _certain_size(work: Workings, name: str, percentage: Figure, *, events: int) -> int:
    work.take(f"percentage of {name}", percentage)
    unit, missing = unit_of_percentage(percentage), f"n of {name}"
    low, high = unit * Fraction(percentage.low), unit * Fraction(percentage.high)
    if low <= 0 or events == 0:
        raise Lacking(f"{missing} is not recorded, and {percentage} leaves it open", missing)
    first, last = max(events, math.ceil(events / high)), math.floor(events / low)
    if first > last:
        raise Lacking(f"{events} events in {name} are {percentage} of no number")
    if first < last:
        raise Lacking(f"{missing} is not recorded, and {events} are {percentage} of {first} as of {last}", missing)
    work.assume(f"{first} in {name}: the only number of which {events} events are {percentage}")
    return first
