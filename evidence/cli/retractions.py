"""``import retractions``: a list of retracted and corrected works against the sources of the record."""

import contextlib
import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any, Final

import click

from evidence.cli.given_file import given_file
from evidence.cli.options import Options, pass_options
from evidence.cli.progress import progress
from evidence.db.session import trying, writing
from evidence.intake.retractions.load import load
from evidence.intake.retractions.outcome import Concerned, Outcome
from evidence.intake.retractions.standing import Standing, Told
from evidence.model.keys import new_id
from evidence.report.json_text import to_json
from evidence.text import shortened, visible
from evidence.vocab import Integrity

_MOST: Final = 100
"""Of one kind of problem told one by one in text; JSON holds more."""
_WIDTH: Final = 200
_STATES: Final = {
    Integrity.RETRACTED: "retracted",
    Integrity.CONCERN: "under an expression of concern",
    Integrity.CORRECTED: "corrected",
    Integrity.NONE: "in good standing",
}


@click.command()
@click.argument(
    "file", type=click.Path(path_type=Path), help="The list of Retraction Watch, in CSV; - is standard input."
)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@pass_options
@click.pass_context
def retractions(context: click.Context, options: Options, *, file: Path, dry_run: bool, form: str) -> None:
    """Import a list of retractions, concerns, corrections and reinstatements.

    The list is the CSV file of Retraction Watch that Crossref publishes
    (https://gitlab.com/crossref/retraction-watch-data). Sources are found in it by DOI and PubMed number; what became
    of them reaches the claims that lean on them at once. Importing a list again changes nothing; what a person recorded
    is never taken back. With a row that cannot be read the exit code is 1.

    Example: evidence import retractions retraction_watch.csv
    """
    database = options.settings().database
    with contextlib.ExitStack() as stack:
        given = given_file(file, stack)
        advance = stack.enter_context(progress(given.size))
        session = stack.enter_context(trying(database) if dry_run else writing(database))
        outcome = load(session, given.file, name=given.name, run=new_id(), at=dt.datetime.now(dt.UTC), advance=advance)
    for line in _problems(outcome):
        click.echo(line, err=True)
    click.echo(_json(outcome) if form == "json" else _text(outcome, dry_run=dry_run), nl=False)
    context.exit(1 if outcome.tally.unread_rows else 0)


def _problems(outcome: Outcome) -> list[str]:
    """Give a line for whatever a person should look at, with its place in the list."""
    file, tally = visible(outcome.file), outcome.tally
    told = []
    if tally.unknown_columns:
        columns = ", ".join(map(visible, tally.unknown_columns))
        told.append(f"{file}: passed over columns that the list is not known to have: {columns}")
    if outcome.outrun_by is not None:
        told.append(f"{file}: a list imported before reaches further, to {outcome.outrun_by}; what it says stands")
    kinds = [
        ([f"{row.line}: rejected: {row.reason}" for row in tally.unread], tally.unread_rows),
        (
            [f"{line}: not applied: the nature {nature!r} is not known" for line, nature in tally.unknown_natures],
            tally.unknown_nature_rows,
        ),
        (
            [f"{row.line}: not applied: record {row.record}: {row.reason}" for row in outcome.doubts],
            len(outcome.doubts),
        ),
        ([f"{row.line}: record {row.record}: {row.reason}" for row in outcome.remarks], len(outcome.remarks)),
        ([f"{row.line}: record {row.record}: {row.reason}" for row in sorted(tally.undated)], tally.undated_rows),
    ]
    for lines, count in kinds:
        told.extend(f"{file}:{shortened(line, width=_WIDTH)}" for line in lines[:_MOST])
        if count > _MOST:
            told.append(f"{file}: and {count - _MOST:,} more of these")
    for gone in outcome.gone[:_MOST]:
        why = "the list no longer names this source" if gone.still_listed else "no longer in the list"
        told.append(f"{visible(gone.key)}: record {gone.record}: {why}; what it said before stands")
    if len(outcome.gone) > _MOST:
        told.append(f"and {len(outcome.gone) - _MOST:,} more of these")
    return told


def _text(outcome: Outcome, *, dry_run: bool) -> str:
    tally, now = outcome.tally, Counter(work.after.integrity for work in outcome.concerned)
    reinstated = sum(work.reinstated for work in outcome.concerned)
    lines = [line for work in outcome.concerned for line in _work(work)]
    lines.append(
        f"{_counted(tally.rows, 'row')} read: {outcome.matched_by_doi:,} found by DOI, "
        f"{outcome.matched_by_pmid:,} by PubMed number; {tally.unread_rows:,} could not be read, "
        f"{tally.unknown_nature_rows:,} of a nature not known, {tally.nameless:,} without a DOI or PubMed number, "
        f"{tally.unread_dates:,} without a date that can be read"
    )
    lines.append(f"notices: {outcome.new:,} new, {outcome.changed:,} changed, {outcome.same:,} same")
    states = ", ".join(f"{now[state]:,} {_STATES[state]}" for state in list(_STATES)[:-1])
    lines.append(f"works now: {states}, {reinstated:,} reinstated")
    lines.append(_age(outcome))
    if outcome.unidentified:
        lines.append(
            f"{_counted(len(outcome.unidentified), 'work')} of {_counted(outcome.sources, 'source')} could not be "
            "looked for: neither DOI nor PubMed number is known"
        )
    written = "nothing was written" if dry_run else _counted(outcome.rows_changed, "row") + " changed"
    return "".join(f"{line}\n" for line in [*lines, written])


def _work(work: Concerned) -> list[str]:
    """Tell of a work that changed, or of which a person and the list say different things."""
    key = visible(work.key)
    lines = []
    if work.changed:
        again = "reinstated, and now " if work.reinstated else "now "
        was = "" if work.before.integrity is work.after.integrity else f"; it was {_STATES[work.before.integrity]}"
        lines.append(f"{key}: {again}{_standing(work.after)}{was}")
        if work.claims:
            claims = ", ".join(visible(leaning.claim) for leaning in work.claims[:_MOST])
            more = f" and {len(work.claims) - _MOST:,} more" if len(work.claims) > _MOST else ""
            verb = "claim leans" if len(work.claims) == 1 else "claims lean"
            lines.append(f"  {len(work.claims):,} {verb} on it: {claims}{more}")
    if work.kept_by_hand:
        lines.append(
            f"{key}: the list says {_standing(work.listed)}; recorded by hand, and kept: {_standing(work.after)}"
        )
    return lines


def _standing(standing: Standing) -> str:
    day = f" {standing.date}" if standing.date else ""
    notice = f" ({shortened(standing.notice, width=_WIDTH)})" if standing.notice else ""
    return f"{_STATES[standing.integrity]}{day}{notice}"


def _age(outcome: Outcome) -> str:
    newest = outcome.tally.newest
    if newest is None:
        return "the list holds no date that could be read, so its age is not known"
    return f"the list reaches to {newest}, {_counted(outcome.days_old or 0, 'day')} ago"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _json(outcome: Outcome) -> str:
    tally = outcome.tally
    return to_json(
        {
            "schema": "evidence/retractions/1",
            "file": outcome.file,
            "sha256": outcome.sha256,
            "reaches_to": _day(tally.newest),
            "days_old": outcome.days_old,
            "outrun_by": _day(outcome.outrun_by),
            "rows": tally.rows,
            "blank": tally.blank,
            "matched": {"doi": outcome.matched_by_doi, "pmid": outcome.matched_by_pmid},
            "notices": {"new": outcome.new, "changed": outcome.changed, "same": outcome.same},
            "rows_changed": outcome.rows_changed,
            "not_read": tally.unread_rows,
            "nature_not_known": tally.unknown_nature_rows,
            "date_not_read": tally.unread_dates,
            "without_identifier": tally.nameless,
            "columns_passed_over": list(tally.unknown_columns),
            "problems": _json_problems(outcome),
            "gone": [
                {"record": gone.record, "key": gone.key, "still_listed": gone.still_listed} for gone in outcome.gone
            ],
            "works": [_json_work(work) for work in outcome.concerned],
            "sources": outcome.sources,
            "unidentified": outcome.unidentified,
        }
    )


def _json_problems(outcome: Outcome) -> list[dict[str, Any]]:
    tally = outcome.tally
    problems: list[tuple[int, str, str | None, str]]
    problems = [(row.line, "rejected", None, row.reason) for row in tally.unread]
    problems += [(line, "nature-not-known", None, nature) for line, nature in tally.unknown_natures]
    problems += [(row.line, "doubt", row.record, row.reason) for row in outcome.doubts]
    problems += [(row.line, "remark", row.record, row.reason) for row in [*outcome.remarks, *tally.undated]]
    return [
        {"line": line, "grade": grade, "record": record, "reason": reason}
        for line, grade, record, reason in sorted(problems, key=lambda problem: problem[0])
    ]


def _json_work(work: Concerned) -> dict[str, Any]:
    return {
        "key": work.key,
        "sources": list(work.sources),
        **_json_standing(work.after),
        "reinstated": work.reinstated,
        "changed": work.changed,
        "before": _json_standing(work.before),
        "listed": _json_standing(work.listed),
        "by_hand": _json_standing(work.by_hand),
        "notices": [_json_notice(told) for told in work.notices],
        "claims": [{"document": leaning.document, "key": leaning.claim} for leaning in work.claims],
    }


def _json_notice(told: Told) -> dict[str, Any]:
    return {
        "record": told.record,
        "nature": str(told.nature),
        "date": _day(told.date),
        "notice": told.notice,
        "reasons": told.reasons.split("; ") if told.reasons else [],
    }


def _json_standing(standing: Standing) -> dict[str, Any]:
    return {"integrity": str(standing.integrity), "date": _day(standing.date), "notice": standing.notice}


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
