"""``rules``: the rules' manual."""

import json

import click

from evidence.cli.options import Options, pass_options
from evidence.errors import UsageError
from evidence.rules.kit import Rule
from evidence.rules.manual import manual, page
from evidence.rules.registry import all_rules


@click.command()
@click.argument("name", required=False, help="A rule, for its page; all rules without one.")
@click.option("--manual", "whole", is_flag=True, help="Print the whole manual, in Markdown.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the list.")
@pass_options
def rules(options: Options, *, name: str | None, whole: bool, form: str) -> None:
    """List the rules, or explain one: what it finds, why that matters, by which limit, and what to do.

    Example: evidence rules small-sample
    """
    known = {rule.name: rule for rule in all_rules()}
    if whole:
        click.echo(manual(tuple(known.values())), nl=False)
    elif name is None:
        click.echo(_json(known) if form == "json" else _list(known))
    elif name in known:
        click.echo(page(known[name], options.settings().limits), nl=False)
    else:
        raise UsageError(f"no rule {name!r}; list them: evidence rules")


def _list(known: dict[str, Rule]) -> str:
    width = max(map(len, known))
    return "\n".join(f"{name:{width}}  {rule.severity:7}  {rule.title}" for name, rule in known.items())


def _json(known: dict[str, Rule]) -> str:
    listed = [
        {
            "name": rule.name,
            "severity": str(rule.severity),
            "scope": str(rule.scope),
            "title": rule.title,
            "source": rule.source,
            "limits": list(rule.limits),
        }
        for rule in known.values()
    ]
    return json.dumps({"schema": "evidence/rules/1", "rules": listed}, ensure_ascii=False, indent=2)
