"""The rules' manual, rendered from the rules themselves as Markdown."""

from typing import Final

from evidence.limits import Limits, LimitText, described
from evidence.rules.kit import Example, Rule, Scope
from evidence.rules.states import TABLE
from evidence.vocab import Outcome, Severity

_DOES: Final = {
    Severity.BARS: {
        Scope.LINE: "bars: the line does not count",
        Scope.CLAIM: "bars: the claim is unsupported as it stands",
    },
    Severity.WEAKENS: {
        Scope.LINE: "weakens: the line alone cannot make its claim supported",
        Scope.CLAIM: "weakens: the claim is weak at best",
    },
    Severity.NOTES: {Scope.LINE: "notes: shown, changes nothing", Scope.CLAIM: "notes: shown, changes nothing"},
}
_ASKED_OF: Final = {Scope.LINE: "each line of evidence", Scope.CLAIM: "the claim as a whole"}


def manual(rules: tuple[Rule, ...]) -> str:
    """Give the whole manual: how a state comes about, a table of the rules, then each rule's page."""
    limits = Limits()
    rows = [f"| {row.when} | `{row.state}` |" for row in TABLE]
    index = [f"| [{rule.name}](#{rule.name}) | {rule.severity} | {rule.scope} | {rule.title} |" for rule in rules]
    return "\n".join(
        [
            "# The rules",
            "",
            "Generated from the rules: `evidence rules --manual`.",
            "",
            "Each rule is asked about every line of evidence, or about the claim as a whole, and gives one answer:",
            "pass, fail, inconclusive (the record does not hold what it needs) or not applicable. One that breaks is",
            "reported as not run. A failure is a finding, which bars, weakens or notes. A waiver answers a finding:",
            "it is still shown, and no longer counts.",
            "",
            "## From findings to a state",
            "",
            "A line is left when it is no candidate and nothing bars it. The first row that holds decides.",
            "",
            "| when | the claim is |",
            "| --- | --- |",
            *rows,
            "",
            "## All rules",
            "",
            "| rule | does | asked of | the fault |",
            "| --- | --- | --- | --- |",
            *index,
            "",
            *("\n".join([*_page(rule, described(limits)), ""]) for rule in rules),
        ]
    )


def page(rule: Rule, limits: Limits) -> str:
    """Give one rule's page, with the limits in force."""
    return "\n".join(_page(rule, described(limits))) + "\n"


def _page(rule: Rule, limits: dict[str, LimitText]) -> list[str]:
    return [
        f"## {rule.name}",
        "",
        rule.title,
        "",
        f"- {_DOES[rule.severity][rule.scope]}",
        f"- asked of {_ASKED_OF[rule.scope]}",
        f"- source: {rule.source}",
        *(_limit(limits[name]) for name in rule.limits),
        "",
        rule.docs.replace("## ", "### "),
        "",
        "### Examples",
        "",
        "| example | answer |",
        "| --- | --- |",
        *(_example(example) for example in rule.examples),
    ]


def _limit(limit: LimitText) -> str:
    return f"- limit: `{limit.name} = {limit.value}`, {limit.meaning} ({limit.source})"


def _example(example: Example) -> str:
    answer = example.answer
    said = f"{_SAID[answer.outcome]}: {answer.message}" if answer.message else _SAID[answer.outcome]
    return f"| {_cell(example.name)} | {_cell(said)} |"


_SAID: Final = {
    Outcome.PASS: "passes",
    Outcome.FAIL: "**fails**",
    Outcome.INCONCLUSIVE: "inconclusive",
    Outcome.NOT_APPLICABLE: "not applicable",
}


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
