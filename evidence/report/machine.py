"""The gap report as JSON, by the schema ``evidence/gaps/1`` that ships beside this file."""

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from evidence.dossier import Effect, Line, NamedSource, Sample, Scale, Source, StatisticalTest, Waiver
from evidence.limits import LimitText
from evidence.report import words
from evidence.report.gaps import Report
from evidence.report.json_text import to_json
from evidence.rules.judge import Finding, Judgement
from evidence.vocab import Outcome

SCHEMA: Final = "evidence/gaps/1"

Item = dict[str, Any]


def to_machine(report: Report, *, shown: tuple[Judgement, ...]) -> str:
    """Give the report as JSON; ``shown`` are the claims to list, all are counted."""
    document = {
        "schema": SCHEMA,
        "generated": _moment(report.generated),
        "database": report.database,
        "checked": len(report.judgements),
        "skipped": report.skipped,
        "states": {str(state): count for state, count in report.states.items()},
        "rules": {
            "run": [rule.name for rule in report.rules if rule.name not in report.not_run],
            "not_run": [{"rule": rule, "answers": count} for rule, count in report.not_run.items()],
            "answers": {
                rule: {outcome: counted[outcome] for outcome in Outcome} for rule, counted in report.answers.items()
            },
        },
        "limits": [_limit(limit) for limit in report.limits.values()],
        "claims": [_claim(judgement) for judgement in shown],
    }
    return to_json(document)


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _limit(limit: LimitText) -> Item:
    value = float(limit.value) if isinstance(limit.value, Decimal) else limit.value
    return {"name": limit.name, "value": value, "meaning": limit.meaning, "source": limit.source}


def _claim(judgement: Judgement) -> Item:
    claim = judgement.dossier.claim
    return {
        "key": claim.key,
        "document": claim.document,
        "locator": {
            "section": claim.locator.section,
            "paragraph": claim.locator.paragraph,
            "sentence": claim.locator.sentence,
        },
        "statement": claim.statement,
        "kind": str(claim.kind),
        "wording": str(claim.wording),
        "population": claim.population,
        "intervention": claim.intervention,
        "comparator": claim.comparator,
        "outcome": claim.outcome,
        "quotes": [{"printed": quote.figure.printed, "of": quote.of} for quote in claim.quotes],
        "named_source": _named(claim.named_source) if claim.named_source else None,
        "note": claim.note,
        "state": str(judgement.state),
        "decided_by": judgement.decided_by,
        "lines": [_line(judgement, place) for place in range(len(judgement.dossier.lines))],
        "findings": [_finding(finding) for finding in judgement.findings],
        "unanswered": [
            {"rule": asked.rule, "line": asked.line, "outcome": str(asked.outcome), "message": asked.message}
            for asked in (*judgement.inconclusive, *judgement.not_run)
        ],
        "idle_waivers": [{"rule": waiver.rule, **_waiver(waiver)} for waiver in judgement.idle_waivers],
    }


def _named(source: NamedSource) -> Item:
    return {"text": source.text, "journal": source.journal, "year": source.year, "author": source.author}


def _line(judgement: Judgement, place: int) -> Item:
    line = judgement.dossier.lines[place]
    return {
        "source": line.source.key,
        "title": line.source.title,
        "journal": line.source.journal.title if line.source.journal else None,
        "year": line.source.year,
        **_identifiers(line.source),
        "study": line.study.key if line.study else None,
        "design": str(line.study.design) if line.study else None,
        "sample": _sample(line.sample) if line.sample else None,
        "sample_size": words.size(line.sample),
        "effect": _effect(line.effect) if line.effect else None,
        "direction": str(line.direction) if line.direction else None,
        "directness": _directness(line),
        "role": str(line.role),
        "note": line.note,
        "judged_by": line.judged_by,
        "judged_on": line.judged_on.isoformat() if line.judged_on else None,
        "objections": [
            finding.rule for finding in judgement.findings if finding.line == place and finding.waiver is None
        ],
    }


def _identifiers(source: Source) -> Item:
    return {"doi": source.doi, "pmid": source.pmid, "integrity": str(source.integrity)}


def _sample(sample: Sample) -> Item:
    return {
        "key": sample.key,
        "n": sample.n,
        "unit": str(sample.unit),
        "population": sample.population,
        "species": sample.species,
        "status": str(sample.status),
        "note": sample.note,
    }


def _effect(effect: Effect) -> Item:
    printed = {
        name: figure.printed if (figure := getattr(effect, name)) else None
        for name in ("estimate", "ci_low", "ci_high", "ci_level", "p")
    }
    return {
        "key": effect.key,
        "measure": str(effect.measure) if effect.measure else None,
        **printed,
        "test": _test(effect.test) if effect.test else None,
        "scale": _scale(effect.scale) if effect.scale else None,
        "outcome": effect.outcome,
        "timepoint": effect.timepoint,
        "finding": effect.finding,
        "good": str(effect.good) if effect.good else None,
        "status": str(effect.status),
        "note": effect.note,
    }


def _test(test: StatisticalTest) -> Item:
    printed = {name: figure.printed if (figure := getattr(test, name)) else None for name in ("value", "df", "df2")}
    return {"statistic": str(test.statistic), **printed}


def _scale(scale: Scale) -> Item:
    return {"min": scale.low, "max": scale.high, "items": scale.items}


def _directness(line: Line) -> Item:
    return {
        name: str(directness) if (directness := getattr(line, name)) else None
        for name in ("population", "intervention", "comparator", "outcome")
    }


def _finding(finding: Finding) -> Item:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "line": finding.line,
        "source": finding.source,
        "limit": _limit(finding.limit) if finding.limit else None,
        "waived": _waiver(finding.waiver) if finding.waiver else None,
    }


def _waiver(waiver: Waiver) -> Item:
    until = waiver.until.isoformat() if waiver.until else None
    return {"by": waiver.by, "reason": waiver.reason, "until": until}
