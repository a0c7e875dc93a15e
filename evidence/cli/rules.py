"""``rules``: the rules' manual."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import click
from rich.table import Table

from evidence.cli.options import Options, pass_options, screen
from evidence.errors import UsageError
from evidence.limits import Limits, described
from evidence.report.drawing import heading, rendered
from evidence.report.json_text import to_json
from evidence.rules.kit import Rule
from evidence.rules.manual import manual, page
from evidence.rules.registry import all_rules


@click.command()
@click.argument("name", required=False, help="A rule, for its page; all rules without one.")
@click.option("--manual", "whole", is_flag=True, help="Print the whole manual, in Markdown.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@pass_options
def rules(options: Options, *, name: str | None, whole: bool, form: str) -> None:
    """Explain the rules and their limits.

    Without a name they are listed, and below them the limits in force. With one: what the rule finds, why that
    matters, by which limit, and what to do.

    Example: evidence rules small-sample
    """
    asked = tuple(rule for rule in all_rules() if name in {None, rule.name})
    if not asked:
        near = get_close_matches(name or "", [rule.name for rule in all_rules()], n=1)
        raise UsageError(f"no rule {name!r}; {f'did you mean {near[0]}?' if near else 'list them: evidence rules'}")
    if form == "json":
        text = to_json({"schema": "evidence/rules/1", "rules": [_item(rule) for rule in asked]})
    elif whole:
        text = manual(asked)
    elif name:
        text = page(asked[0], options.settings().limits)
    else:
        text = _list(asked, options.settings().limits, width=screen().width)
    click.echo(text, nl=False)


def _list(listed: tuple[Rule, ...], limits: Limits, *, width: int) -> str:
    rules = _table([(rule.name, rule.severity, rule.title) for rule in listed])
    in_force = _table([(limit.name, str(limit.value), limit.meaning) for limit in described(limits).values()])
    head = heading("Limits in force, changed under [limits] of evidence.toml")
    return rendered([rules, head, in_force], width=width, colour=False)


def _table(rows: Sequence[tuple[str, str, str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column()
    for row in rows:
        table.add_row(*row)
    return table


def _item(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "severity": str(rule.severity),
        "scope": str(rule.scope),
        "title": rule.title,
        "source": rule.source,
        "limits": list(rule.limits),
    }
