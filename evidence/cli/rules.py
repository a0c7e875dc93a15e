"""``rules``: the rules' manual."""

from typing import Any

import click
from rich.table import Table

from evidence.cli.options import Options, pass_options, screen
from evidence.errors import UsageError
from evidence.report.drawing import rendered
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

    Without a name they are listed. With one: what the rule finds, why that matters, by which limit, and what to do.

    Example: evidence rules small-sample
    """
    asked = tuple(rule for rule in all_rules() if name in {None, rule.name})
    if not asked:
        raise UsageError(f"no rule {name!r}; list them: evidence rules")
    if form == "json":
        text = to_json({"schema": "evidence/rules/1", "rules": [_item(rule) for rule in asked]})
    elif whole:
        text = manual(asked)
    elif name:
        text = page(asked[0], options.settings().limits)
    else:
        text = _list(asked, width=screen().width)
    click.echo(text, nl=False)


def _list(listed: tuple[Rule, ...], *, width: int) -> str:
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column()
    for rule in listed:
        table.add_row(rule.name, rule.severity, rule.title)
    return rendered([table], width=width, colour=False)


def _item(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "severity": str(rule.severity),
        "scope": str(rule.scope),
        "title": rule.title,
        "source": rule.source,
        "limits": list(rule.limits),
    }
