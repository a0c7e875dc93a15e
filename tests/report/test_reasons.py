"""Which findings are reasons, and which evidence comes nearest."""

import judged
import pytest

from evidence.dossier import Waiver
from evidence.report.reasons import nearest, reasons
from evidence.rules.examples import line, named
from evidence.rules.kit import Scope, fails
from evidence.vocab import Severity

ALWAYS = judged.rule("always", Severity.WEAKENS, Scope.CLAIM, lambda *_: fails("as ever"))


def names(dossier, *, rules=judged.RULES):
    return [(finding.rule, finding.line) for finding in reasons(judged.judged(dossier, rules=rules))]


def sources(*lines, **claim):
    return [near.source.key for near in nearest(judged.judged(judged.claim("one", *lines, **claim)))]


def test_the_claim_s_own_findings_come_before_those_of_its_lines():
    dossier = judged.claim("one", line("a", n=20), line("b", n=30))
    assert names(dossier, rules=(judged.THIN, ALWAYS)) == [("always", None), ("thin", 0), ("thin", 1)]


def test_a_claim_that_a_finding_bars_has_no_other_reason():
    assert names(judged.claim("one", line(n=20), named=named("BMJ"))) == [("unnamed", None)]


def test_notes_are_no_reasons():
    assert names(judged.claim("one", line(n=77))) == []


def test_what_is_waived_is_no_reason():
    waiver = Waiver(rule="thin", reason="a pilot", by="A. Reader")
    assert names(judged.claim("one", line(n=20), waivers=(waiver,))) == []


@pytest.mark.parametrize("direction", ["disputes", "neutral", None])
def test_a_fault_of_evidence_that_does_not_support_the_claim_is_no_reason_against_it(direction):
    assert names(judged.claim("one", line("a"), line("b", n=20, direction=direction))) == []


def test_supporting_lines_come_first_those_with_fewest_objections_before_others():
    lines = (
        line("background", role="background"),
        line("open", direction=None),
        line("neutral", direction="neutral"),
        line("thin", n=20),
        line("firm"),
    )
    assert sources(*lines) == ["firm", "thin", "neutral", "open", "background"]


def test_candidates_come_first_where_the_source_that_is_named_was_not_found():
    lines = (line("firm"), line("maybe", role="candidate", direction=None))
    assert sources(*lines, named=named("BMJ")) == ["maybe", "firm"]
    assert sources(*lines) == ["firm", "maybe"]


def test_what_disputes_a_disputed_claim_comes_first():
    lines = (
        line("thin", n=20),
        line("against-thin", n=20, direction="disputes"),
        line("against", direction="disputes"),
    )
    assert sources(*lines) == ["against", "against-thin", "thin"]


def test_both_sides_of_a_contested_claim_take_turns():
    lines = (
        line("open", direction=None),
        line("neutral", direction="neutral"),
        line("for-1"),
        line("for-2"),
        line("for-3"),
        line("against-thin", n=20, direction="disputes"),
        line("against", direction="disputes"),
    )
    assert sources(*lines) == ["for-1", "against", "for-2", "against-thin", "for-3", "neutral", "open"]
