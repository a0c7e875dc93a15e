"""How a claim is judged: what each rule is asked, what a finding does, and what nobody can switch off."""

import datetime as dt
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.dossier import Waiver
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.rules import examples
from evidence.rules.examples import (
    arm,
    claim,
    effect,
    named,
    quoted,
    sample,
    source,
    study,
    without_sample,
    without_study,
)
from evidence.rules.judge import judge
from evidence.rules.kit import Example, Rule, Scope, fails, passes
from evidence.rules.registry import all_rules
from evidence.vocab import Design, Direction, Directness, Integrity, Measure, Outcome, Role, Severity, State

TODAY = dt.date(2026, 11, 24)
FOUND = effect("MD", "-1.6", ci=("-2.4", "-0.8"))


def line(*work, result=FOUND, **how):
    """Give a line of evidence with what its study found."""
    return examples.line(*work, result=result, **how)


TWO_TRIALS = claim(
    line("hulisz2004zinc", result=effect("MD", "-1.6", ci=("-2.4", "-0.8"))),
    line("mossad1996zinc", result=effect("MD", "-2.0", ci=("-3.1", "-0.9"))),
)


def judged(dossier, *, today=TODAY, limits=None, rules=None):
    return judge(dossier, limits=limits or Limits(), today=today, rules=rules)


def found(judgement, line=None):
    return [finding.rule for finding in judgement.against(line)]


def with_line(dossier, place, new):
    return replace(dossier, lines=(*dossier.lines[:place], new, *dossier.lines[place + 1 :]))


def waived(dossier, rule, *, until=None):
    waiver = Waiver(rule=rule, reason="the colds were long", by="A Reader", until=until)
    return replace(dossier, waivers=(*dossier.waivers, waiver))


def made_up(name, check, *, scope=Scope.LINE, severity=Severity.WEAKENS):
    return Rule(
        name=name,
        title="A rule of this test.",
        docs="",
        severity=severity,
        scope=scope,
        source="this test, 2026",
        examples=(Example("any", claim(line()), passes()),),
        check=check,
    )


class TestAsking:
    def test_each_rule_answers_once_for_each_line_or_once_for_the_claim(self):
        dossier = claim(line("a"), line("b", role="candidate"), line("c", direction=None))
        judgement = judged(dossier)
        places = {rule.name: [one.line for one in judgement.asked if one.rule == rule.name] for rule in all_rules()}
        assert places == {rule.name: [0, 1, 2] if rule.scope is Scope.LINE else [None] for rule in all_rules()}

    def test_the_answers_are_counted_rule_by_rule(self):
        judgement = judged(claim(line("a", n=12), line("b", n=None), line("c", role="candidate")))
        assert judgement.answers["small-sample"] == {
            Outcome.FAIL: 1,
            Outcome.INCONCLUSIVE: 1,
            Outcome.NOT_APPLICABLE: 1,
        }
        assert set(judgement.answers) == {rule.name for rule in all_rules()}

    def test_what_the_record_lacks_is_told(self):
        judgement = judged(claim(line(n=None)))
        lacking = {one.rule: one.message for one in judgement.inconclusive}
        assert lacking["small-sample"] == "no confirmed sample size is recorded"

    def test_a_rule_that_breaks_is_not_run_and_stops_no_other(self):
        def check(line, _dossier, _limits):
            if line.source.key == "b":
                raise KeyError("\x1b[31m" + "x" * 1000)
            return fails("seen")

        judgement = judged(
            claim(line("a"), line("b")), rules=(made_up("breaks-once", check), made_up("works", lambda *_: passes()))
        )
        assert [(one.rule, one.line) for one in judgement.not_run] == [("breaks-once", 1)]
        assert judgement.not_run[0].message.startswith("KeyError: ")
        assert len(judgement.not_run[0].message) <= 200
        assert "\x1b" not in judgement.not_run[0].message
        assert found(judgement, 0) == ["breaks-once"]
        assert judgement.answers["works"] == {Outcome.PASS: 2}
        assert judgement.decided_by.endswith("; not run: breaks-once")

    def test_a_claim_rule_that_breaks_is_not_run_either(self):
        judgement = judged(claim(line()), rules=(made_up("divides", lambda *_: 1 / 0, scope=Scope.CLAIM),))
        assert [(one.rule, one.line) for one in judgement.not_run] == [("divides", None)]
        assert judgement.state is State.SUPPORTED
        assert "not run: divides" in judgement.decided_by


class TestFindings:
    def test_two_sound_trials_support_a_claim(self):
        judgement = judged(TWO_TRIALS)
        assert judgement.findings == ()
        assert judgement.state is State.SUPPORTED
        assert judgement.decided_by == (
            "a line that nothing weakens supports it and none that stands disputes it (2 support)"
        )

    def test_a_finding_tells_what_by_which_source_and_limit(self):
        (finding,) = judged(claim(line(n=60), line("b")), limits=Limits(smallest_sample=80)).against(0)
        assert (finding.rule, finding.severity, finding.message) == (
            "small-sample",
            Severity.WEAKENS,
            "n = 60, fewer than 80",
        )
        assert finding.source.startswith("Dechartres 2013")
        assert (finding.limit.name, finding.limit.value) == ("smallest-sample", 80)
        assert finding.waiver is None

    def test_the_gravest_come_first_and_those_of_the_claim_before_those_of_its_lines(self):
        dossier = claim(line(source("a", integrity="retracted")), line("b", n=12), line("b", n=12), wording="absolute")
        findings = judged(dossier).findings
        assert [(finding.severity, finding.line) for finding in findings] == [
            (Severity.BARS, 0),
            (Severity.WEAKENS, None),
            (Severity.WEAKENS, None),
            (Severity.WEAKENS, 1),
            (Severity.WEAKENS, 2),
            (Severity.NOTES, None),
        ]

    def test_a_note_changes_nothing(self):
        lines = (line("a", of_study=study("s")), line("b", of_study=study("s")), line("c"))
        judgement = judged(claim(*lines))
        assert found(judgement) == ["same-sample-twice"]
        assert judgement.state is State.SUPPORTED

    def test_a_barred_line_does_not_count_for_the_claim_as_a_whole(self):
        dossier = claim(line("a"), line(source("b", integrity="retracted")))
        judgement = judged(dossier)
        assert found(judgement) == ["single-sample"]
        assert judgement.state is State.WEAK

    def test_a_claim_whose_every_line_is_barred_is_unsupported(self):
        judgement = judged(claim(line(source("b", integrity="retracted"))))
        assert judgement.state is State.UNSUPPORTED
        assert found(judgement) == ["claim-without-evidence"]

    def test_the_judgement_holds_the_dossier_as_it_was_recorded(self):
        dossier = claim(line(result=effect("RR", "0.70", status="unconfirmed")))
        assert judged(dossier).dossier is dossier

    def test_an_unknown_limit_brings_no_report_down(self):
        judgement = judged(claim(line()), rules=(made_up("odd", lambda *_: fails("x", limit="no-such-limit")),))
        assert judgement.findings[0].limit is None


class TestWaivers:
    small = with_line(TWO_TRIALS, 0, replace(TWO_TRIALS.lines[0], sample=sample("hulisz2004zinc", 12)))
    weak = claim(line(n=12), line("mossad1996zinc", n=12))

    def test_a_waived_finding_is_shown_with_its_reason_and_does_not_count(self):
        assert judged(self.weak).state is State.WEAK
        judgement = judged(waived(self.weak, "small-sample"))
        assert judgement.state is State.SUPPORTED
        assert [(finding.rule, finding.waiver.reason) for finding in judgement.findings] == [
            ("small-sample", "the colds were long"),
            ("small-sample", "the colds were long"),
        ]
        assert judgement.idle_waivers == ()

    def test_a_waived_bar_lets_the_line_count(self):
        dossier = claim(line("a"), line(source("b", integrity="retracted")))
        assert judged(waived(dossier, "retracted-source")).state is State.SUPPORTED

    @pytest.mark.parametrize(
        ("until", "state"),
        [(None, State.SUPPORTED), (TODAY, State.SUPPORTED), (TODAY - dt.timedelta(days=1), State.WEAK)],
        ids=["for good", "its last day", "the day after"],
    )
    def test_a_waiver_holds_to_the_end_of_its_last_day(self, until, state):
        assert judged(waived(self.weak, "small-sample", until=until)).state is state

    def test_a_waiver_that_answers_nothing_is_told(self):
        dossier = waived(waived(TWO_TRIALS, "small-sample"), "no-such-rule")
        assert [waiver.rule for waiver in judged(dossier).idle_waivers] == ["small-sample", "no-such-rule"]

    def test_an_expired_waiver_is_told(self):
        dossier = waived(self.weak, "small-sample", until=dt.date(2020, 1, 1))
        assert [waiver.rule for waiver in judged(dossier).idle_waivers] == ["small-sample"]


FIGURES = st.decimals(min_value=0, max_value=99, places=1, allow_nan=False).map(
    lambda number: Figure.parse(str(number))
)


@given(FIGURES, FIGURES, FIGURES, st.integers(min_value=0, max_value=2000), st.sampled_from(Measure))
@settings(deadline=None)
def test_no_figure_marked_unconfirmed_enters_a_rule(estimate, low, high, n, measure):
    quoting = {"quotes": ("70%",), "named": named("BMJ")}
    unknown = line(
        source(journal="BMJ"),
        of_sample=sample("hulisz2004zinc", None, status="unconfirmed"),
        result=effect(measure, status="unconfirmed"),
    )
    told = replace(
        unknown,
        sample=replace(unknown.sample, analysed=n, enrolled=n),
        effect=replace(
            unknown.effect,
            estimate=estimate,
            ci_low=low,
            ci_high=high,
            p=low,
            arms=(arm("zinc", percent=f"{estimate}%", events="7", n="10"),),
            finding="70 % recovered",
        ),
    )
    with_figures, without = judged(claim(told, **quoting)), judged(claim(unknown, **quoting))
    assert (with_figures.state, with_figures.findings, with_figures.asked) == (
        without.state,
        without.findings,
        without.asked,
    )


DIRECTNESS = st.sampled_from([None, *Directness])
LINES = st.builds(
    lambda number, design, n, role, direction, integrity, directness, result: replace(
        line(
            source(f"trial{number}", integrity=integrity, journal="BMJ"),
            design=design,
            n=n,
            role=role,
            direction=direction,
            result=result,
        ),
        population=directness,
    ),
    number=st.integers(min_value=0, max_value=4),
    design=st.sampled_from(Design),
    n=st.sampled_from([None, 12, 49, 50, 400]),
    role=st.sampled_from(Role),
    direction=st.sampled_from([None, *Direction]),
    integrity=st.sampled_from(Integrity),
    directness=DIRECTNESS,
    result=st.sampled_from(
        [
            None,
            effect("RR", "0.70", ci=("0.55", "0.90")),
            effect("RR", "0.90", ci=("0.70", "1.10")),
            effect("OR", "0.30", ci=("0.10", "0.90"), time="2 h"),
            effect("RR", "0.50", ci=("0.40", "0.70"), time="week 52", arms=(arm("zinc", events="30", n="24"),)),
            effect("PR", "70%"),
        ]
    ),
)
DOSSIERS = st.builds(
    lambda lines, kind, wording, quotes, text, says: claim(
        *lines, kind=kind, wording=wording, quotes=quotes, named=text, says=says
    ),
    lines=st.lists(LINES | st.just(without_study("book")) | st.just(without_sample("who", "guideline")), max_size=6),
    kind=st.sampled_from(["benefit", "harm", "mechanism", "prevalence", "prognosis", "comparison", "history"]),
    wording=st.sampled_from(["plain", "hedged", "absolute"]),
    quotes=st.sampled_from([(), ("70%",), ("41%",)]),
    text=st.sampled_from([None, named("BMJ"), named("JRSM Open"), named("BMJ", author="Hulisz", year=2003)]),
    says=st.sampled_from(
        [
            "Zinc shortens a cold.",
            "Zinc prevents colds over the long term.",
            "Zinc relieves a sore throat within hours.",
            'Zinc is "the best remedy" for a cold.',
        ]
    ),
)
SUPPORTING = line("the-line-in-question", result=effect("RR", "0.70", ci=("0.55", "0.90"), time="1 h to 12 months"))
OBJECTIONS = {
    "retracted": lambda one: replace(one, source=replace(one.source, integrity=Integrity.RETRACTED)),
    "under concern": lambda one: replace(one, source=replace(one.source, integrity=Integrity.CONCERN)),
    "on other people": lambda one: replace(one, population=Directness.INDIRECT),
    "another outcome": lambda one: replace(one, outcome=Directness.INDIRECT),
    "few people": lambda one: replace(one, sample=replace(one.sample, analysed=9)),
    "background": lambda one: replace(one, role=Role.BACKGROUND),
    "a wide interval": lambda one: replace(one, effect=replace(one.effect, ci_high=Figure.parse("1.20"))),
    "no control": lambda one: replace(one, study=replace(one.study, design=Design.SINGLE_ARM)),
    "no study": lambda one: replace(one, study=None, sample=None),
    "a very wide interval": lambda one: replace(one, effect=replace(one.effect, ci_low=Figure.parse("0.20"))),
    "a later time": lambda one: replace(one, effect=replace(one.effect, timepoint="8 weeks")),
    "more events than people": lambda one: replace(
        one, effect=replace(one.effect, arms=(arm("zinc", events="17", n="12"), arm("placebo", events="8", n="12")))
    ),
}


@given(DOSSIERS)
@settings(deadline=None)
def test_every_dossier_has_one_state_says_why_and_runs_every_rule(dossier):
    judgement = judged(dossier)
    assert judgement.state in State
    assert judgement.decided_by
    assert judgement.not_run == ()


@given(DOSSIERS, st.sampled_from(sorted(OBJECTIONS)))
@settings(deadline=None, max_examples=300)
def test_an_objection_to_a_supporting_line_never_strengthens_its_claim(dossier, objection):
    dossier = replace(dossier, claim=replace(dossier.claim, named_source=None, quotes=()))
    order = list(State)
    before = judged(replace(dossier, lines=(*dossier.lines, SUPPORTING)))
    after = judged(replace(dossier, lines=(*dossier.lines, OBJECTIONS[objection](SUPPORTING))))
    assert order.index(after.state) <= order.index(before.state)


@given(DOSSIERS, LINES)
@settings(deadline=None)
def test_a_candidate_changes_nothing_of_a_claim_that_names_no_source(dossier, new):
    dossier = replace(dossier, claim=replace(dossier.claim, named_source=None))
    more = replace(dossier, lines=(*dossier.lines, replace(new, role=Role.CANDIDATE)))
    assert judged(more).state is judged(dossier).state


@given(DOSSIERS, LINES)
@settings(deadline=None)
def test_a_neutral_line_changes_nothing_beside_another_like_it(dossier, new):
    dossier = replace(dossier, claim=replace(dossier.claim, named_source=None))
    neutral = replace(new, direction=Direction.NEUTRAL)
    once, twice = (replace(dossier, lines=(*dossier.lines, *[neutral] * times)) for times in (1, 2))
    assert judged(once).state is judged(twice).state


@given(DOSSIERS, st.randoms())
@settings(deadline=None)
def test_the_order_of_lines_makes_no_difference_to_the_state(dossier, chance):
    lines = list(dossier.lines)
    chance.shuffle(lines)
    assert judged(replace(dossier, lines=tuple(lines))).state is judged(dossier).state


HOSTILE = "\x1b[2J\u202e<script>alert(1)</script>=cmd|' /C calc'!A1\n"


def test_hostile_text_reaches_no_message_as_it_is():
    longest = HOSTILE * 2_000
    work = source(f"k{longest}", journal=longest, author=longest, year=1, title=longest, doi=longest)
    result = effect("PR", "41%", arms=(arm(longest, percent="9", events="9", n="8"),), time=f"8 weeks {longest}")
    bad = line(work, design="cohort", role="candidate", indirect="population", result=result)
    people = sample(f"k{longest}", people=f"women {longest}", n=5)
    dossier = claim(
        bad,
        replace(bad, role=Role.PRIMARY),
        quoted(longest, line(replace(work, key=f"l{longest}"), design="cohort", of_sample=people, result=result)),
        quotes=("70%",),
        named=named(longest, author=longest, year=2),
        says=f'It causes colds within hours and over the long term, "{longest}".',
    )
    dossier = replace(dossier, claim=replace(dossier.claim, population=longest, intervention=longest, species="human"))
    judgement = judged(dossier)
    assert judgement.not_run == ()
    assert {
        "cause-without-intervention",
        "doi-malformed",
        "duplicate-source",
        "events-exceed-n",
        "figure-not-in-evidence",
        "onset-wider-than-timepoint",
        "short-follow-up",
    } <= {finding.rule for finding in judgement.findings}
    for finding in judgement.findings:
        assert len(finding.message) < 1500
        assert not any(unicodedata.category(letter) in {"Cc", "Cf"} for letter in finding.message)
