"""``evidence``: the commands, and the options that stand before them."""

from pathlib import Path

import click

import evidence
from evidence.cli.group import LazyGroup
from evidence.cli.options import Options

COMMANDS = {
    "demo": ("evidence.cli.demo", "demo", "Load the shipped dossier and print its gap report."),
    "init": ("evidence.cli.database", "init", "Make a new, empty database."),
    "import": ("evidence.cli.bibliography", "import_", "Import bibliographies as sources."),
    "export": ("evidence.cli.export", "export", "Write the sources out again, as they came in."),
    "sources": ("evidence.cli.sources", "sources", "Say which sources are one work, and which are not."),
    "load": ("evidence.cli.claims_files", "load", "Load claims files: studies, claims and their evidence."),
    "dump": ("evidence.cli.claims_files", "dump", "Write a document's claims file."),
    "gaps": ("evidence.cli.gaps", "gaps", "Say which claims are unsupported or weak, and why."),
    "why": ("evidence.cli.why", "why", "Explain the state of one claim."),
    "show": ("evidence.cli.show", "show", "Show one source, study or claim whole."),
    "rules": ("evidence.cli.rules", "rules", "Explain the rules and their limits."),
    "pool": ("evidence.cli.pool", "pool_", "Pool the effects behind a claim, and draw them."),
    "worksheet": ("evidence.cli.worksheet", "worksheet_", "Show how sure the evidence for a claim makes us, and why."),
    "assess": ("evidence.cli.assess", "assess", "Record how a person rates a step to the certainty."),
    "numbers": ("evidence.cli.numbers", "numbers", "Check whether printed numbers can be."),
    "db": ("evidence.cli.database", "db", "Keep the database: upgrade, current, check, backup."),
}


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--db", "database", metavar="URL|FILE", help="Else EVIDENCE_DB, evidence.toml, evidence.db here.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings; else evidence.toml here.")
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
@click.version_option(evidence.__version__)
@click.pass_context
def main(context: click.Context, *, database: str | None, config: Path | None, debug: bool) -> None:  # noqa: ARG001 - the group reads it
    """Know, for every claim of a text, the study behind it, and which claims lack one.

    Exit codes: 0 fine, 1 gaps or rejected entries, 2 usage, 3 a file or database that cannot be used,
    130 interrupted, 141 nobody reads the output any more.

    Example: evidence demo
    """
    context.obj = Options(database=database, config=config)
