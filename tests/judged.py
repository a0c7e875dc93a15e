"""Reports on plain dossiers, judged by rules of the tests' own: no change of the catalogue moves them."""

import datetime as dt
from dataclasses import replace

from evidence.limits import Limits
from evidence.report.gaps import gap_report
from evidence.rules import examples
from evidence.rules.judge import judge
from evidence.rules.kit import Rule, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import FigureStatus, Severity

NOON = dt.datetime(2026, 1, 15, 12, 0, tzinfo=dt.UTC)


def rule(name, severity, scope, check):
    return Rule(
        name=name,
        title="A fault.",
        docs="",
        severity=severity,
        scope=scope,
        source=f"Author 2001, On {name}, Journal 1:1",
        examples=(),
        check=check,
    )


def _thin(line, _dossier, limits):
    if line.sample is None or line.sample.n is None:
        return inconclusive("no size is recorded")
    return (
        fails(f"n = {line.sample.n}", limit="smallest-sample") if line.sample.n < limits.smallest_sample else passes()
    )


def _unread(line, _dossier, _limits):
    return fails("a size that nobody read") if line.sample and line.sample.n == 77 else passes()


def _bare(dossier, _limits):
    return passes() if dossier.lines else fails("nothing is linked")


def _unnamed(dossier, _limits):
    return not_applicable() if dossier.claim.named_source is None else fails("no source is the one that is named")


THIN = rule("thin", Severity.WEAKENS, Scope.LINE, _thin)
UNREAD = rule("unread", Severity.NOTES, Scope.LINE, _unread)
BARE = rule("bare", Severity.BARS, Scope.CLAIM, _bare)
UNNAMED = rule("unnamed", Severity.BARS, Scope.CLAIM, _unnamed)
BROKEN = rule("broken", Severity.WEAKENS, Scope.LINE, lambda *_: 1 / 0)
RULES = (THIN, UNREAD, BARE, UNNAMED)


def claim(key, *lines, named=None, waivers=(), **changes):
    """Give the dossier of a claim, other fields of it changed by name."""
    dossier = examples.claim(*lines, named=named)
    return replace(dossier, claim=replace(dossier.claim, key=key, **changes), waivers=waivers)


def unconfirmed(line):
    return replace(line, sample=replace(line.sample, status=FigureStatus.UNCONFIRMED))


def judged(dossier, *, rules=RULES):
    return judge(dossier, limits=Limits(), today=NOON.date(), rules=rules)


def report(*dossiers, rules=RULES, total=None, database="zinc.db"):
    return gap_report(
        dossiers,
        rules=rules,
        limits=Limits(),
        generated=NOON,
        database=database,
        total=len(dossiers) if total is None else total,
    )


def all_states():
    """Give a dossier for each state, the best first."""
    firm, thin = examples.line("hulisz2004zinc"), examples.line("prasad1996zinc", n=20)
    against = examples.line("jackson2000zinc", direction="disputes")
    return (
        claim("sound", firm),
        claim("frail", thin),
        claim("open", examples.line("eby1984zinc", direction=None)),
        claim("fought-over", firm, against),
        claim("refuted", against),
        claim("lonely"),
    )
