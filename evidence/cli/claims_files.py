"""``load`` and ``dump``: claims files in and out."""

import datetime as dt
from pathlib import Path
from typing import Final

import click

from evidence.claimsfile.anchors import marks, moved
from evidence.claimsfile.apply import Loaded
from evidence.claimsfile.apply import load as load_tree
from evidence.claimsfile.assessments import Overruled
from evidence.claimsfile.check import problems, unknown_rules
from evidence.claimsfile.dump import dump as dump_document
from evidence.claimsfile.places import items
from evidence.claimsfile.problem import refused
from evidence.claimsfile.read import Tree, read
from evidence.claimsfile.write import to_yaml
from evidence.cli.files import write_whole
from evidence.cli.options import Options, pass_options
from evidence.db.session import reading, writing
from evidence.grade import Assessment
from evidence.intake.assessing import leave_overruled
from evidence.intake.retractions.load import restate
from evidence.intake.trail import Run
from evidence.model.keys import new_id
from evidence.rules.registry import all_rules
from evidence.text import shortened, visible

_MOST_OVERRULED: Final = 20
_WIDEST: Final = 80


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), help="Claims files, in YAML.")
@click.option(
    "--document",
    type=click.Path(path_type=Path),
    metavar="TEXT",
    help="The text itself: check that each claim's sentence stands there.",
)
@pass_options
def load(options: Options, *, files: tuple[Path, ...], document: Path | None) -> None:
    """Load claims files: studies, claims and their evidence.

    Each file is checked as a whole before anything is written. Loading a file again changes nothing.

    Example: evidence load thesis.yaml --document thesis.txt
    """
    trees = [read(file) for file in files]
    rules = {rule.name for rule in all_rules()}
    for tree in trees:
        if found := unknown_rules(tree, rules):
            raise refused(found)
        if document is not None:
            if found := problems(tree) or moved(tree, document):
                raise refused(found)
            click.echo(_held(tree, document), err=True)
    now = dt.datetime.now(dt.UTC)
    with writing(options.settings().database) as session:
        loaded = [load_tree(session, tree, at=now) for tree in trees]
        for result, tree in zip(loaded, trees, strict=True):
            leave_overruled(session, result.overruled, file=tree.file, run=Run(new_id(), now))
        restate(session, run=new_id(), at=now)
    for result in loaded:
        for line in (_told(result), *_overruled(result)):
            click.echo(line, err=True)


def _held(tree: Tree, document: Path) -> str:
    """Say how many sentences were held against the text, and how many could not be."""
    held = marks(tree)
    unmarked = len(items(tree, (), "claims")) - held
    rest = f"; {unmarked} more have neither sha256 nor exact, so they were not" if unmarked else ""
    return f"{visible(str(document))}: {held} sentence{'' if held == 1 else 's'} checked{rest}"


def _told(loaded: Loaded) -> str:
    deeds = {"added": loaded.added, "changed": loaded.changed, "removed": loaded.removed}
    told = "; ".join(_counted(rows, deed) for deed, rows in deeds.items() if rows)
    return f"{visible(loaded.document)}: {told or 'nothing changed'}"


def _counted(rows: dict[str, int], deed: str) -> str:
    total = sum(rows.values())
    tables = ", ".join(f"{table} {count}" for table, count in rows.items())
    return f"{total} row{'' if total == 1 else 's'} {deed} ({tables})"


def _overruled(loaded: Loaded) -> list[str]:
    """Name the assessments that the file overruled, so that no person's work is lost unseen."""
    told = [_overruled_one(each) for each in loaded.overruled[:_MOST_OVERRULED]]
    if (more := len(loaded.overruled) - _MOST_OVERRULED) > 0:
        told.append(f"and {more} more assessments were taken away or replaced")
    return [f"{visible(loaded.document)}: {each}" for each in told]


def _overruled_one(each: Overruled) -> str:
    deed = "took away" if each.now is None else "replaced"
    instead = "" if each.now is None else f", by {_rated(each.now)}"
    about = f"{shortened(each.claim, width=_WIDEST)}, {shortened(each.was.outcome, width=_WIDEST)}"
    return f"{deed} an assessment of {about}: {each.was.step} {_rated(each.was)}{instead}"


def _rated(assessment: Assessment) -> str:
    by, reason = (shortened(text, width=_WIDEST // 2) for text in (assessment.by, assessment.reason))
    return f"{assessment.rating} ({by}, {assessment.on}: {reason})"


@click.command()
@click.argument("document", required=False, help="The document's key, where the database holds several.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to stdout.")
@pass_options
def dump(options: Options, *, document: str | None, output: Path | None) -> None:
    """Write a document's claims file.

    Loading it changes nothing.

    Example: evidence dump -o thesis.yaml
    """
    with reading(options.settings().database) as session:
        text = to_yaml(dump_document(session, document))
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text)
