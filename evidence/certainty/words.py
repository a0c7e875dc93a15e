"""Words for worksheets: effects with their intervals, and what rules found, by rule."""

from collections.abc import Iterator, Sequence

from evidence.certainty.body import Body
from evidence.certainty.signals import Signal
from evidence.pooling.intervals import Interval
from evidence.pooling.measures import PooledMeasure
from evidence.rules.words import brief, listed, several
from evidence.vocab import Outcome


def number(value: float) -> str:
    """Give a computed number with three significant digits."""
    return f"{value:.3g}"


def between(measure: PooledMeasure, low: float, high: float) -> str:
    """Give two limits on the scale of pooling as they would be printed."""
    return f"{number(measure.shown(low))} to {number(measure.shown(high))}"


def pooled(body: Body) -> str:
    """Give the pooled effect with its interval, and how it was made; empty where there is none."""
    fit, interval, measure = body.fit, body.interval, body.measure
    if fit is None or interval is None or measure is None:
        return ""
    estimate = f"{measure.measure} {number(measure.shown(fit.estimate))}"
    limits = f"{body.limits.confidence_level} % {between(measure, interval.low, interval.high)}"
    return f"{estimate} ({limits}; {_method(len(body.effects), interval)})"


def _method(effects: int, interval: Interval) -> str:
    return "1 effect" if effects == 1 else f"{effects} effects, DerSimonian-Laird, {interval.method}"


def found(body: Body, rules: Sequence[str]) -> Iterator[Signal]:
    """Give what these rules found, one signal a rule: how many lines, or why where it is the claim or one line."""
    for rule in rules:
        if findings := body.found(rule):
            on_lines = [body.lines[finding.line].source.key for finding in findings if finding.line is not None]
            of = f"{len(on_lines)} of {several(len(body.lines), 'line')}"
            told = findings[0].message if len(findings) == 1 else f"{of}, in {listed(map(brief, on_lines))}"
            if len(findings) == 1 and on_lines and len(body.lines) > 1:
                told = f"{brief(on_lines[0])}: {told}"
            waived = sum(finding.waiver is not None for finding in findings)
            beside = f"; {waived} of them waived" if waived else ""
            yield Signal(told=f"{rule}: {told}{beside}", source=findings[0].source)


def open_questions(body: Body, rules: Sequence[str]) -> Iterator[str]:
    """Give what these rules could not answer from the record, one text a rule."""
    for rule in rules:
        asked = (*body.answers(rule, Outcome.INCONCLUSIVE), *body.answers(rule, Outcome.NOT_RUN))
        if asked:
            of = "" if len(asked) == 1 else f", first of {several(len(asked), 'line')}"
            yield f"{rule}{of}: {asked[0].message}"
