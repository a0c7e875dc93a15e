"""``assess``: how a person rates a step to the certainty of evidence."""

import datetime as dt
from typing import Final

import click

from evidence.cli.claim import CLAIM, dossier_of
from evidence.cli.options import Options, pass_options
from evidence.cli.outcome import OUTCOME, the_one
from evidence.cli.person import BY, name_of
from evidence.db.session import reading, writing
from evidence.errors import UsageError
from evidence.grade import Assessment
from evidence.intake import assessing
from evidence.intake.trail import Run
from evidence.model.keys import new_id
from evidence.query.assessments import assessments
from evidence.text import visible
from evidence.vocab import Rating, Step

_OPEN: Final = "open"
_STEP: Final = click.Choice([step.value for step in Step])
_RATING: Final = click.Choice([*(rating.value for rating in Rating), _OPEN])


@click.command()
@CLAIM
@click.argument("step", type=_STEP, metavar="STEP", help=f"One of {', '.join(Step)}.")
@click.argument("rating", type=_RATING, metavar="RATING", help="How it is rated; open takes a rating away.")
@OUTCOME
@click.option("--why", "reason", metavar="TEXT", help="The reason; it has to be told.")
@BY
@pass_options
def assess(
    options: Options, *, claim: str, step: str, rating: str, outcome: str | None, reason: str | None, person: str | None
) -> None:
    """Record how a person rates a step to the certainty.

    It stands in the worksheet beside what is computed, with reason, name and date. Rating a step again replaces what
    was said of it before, which is told and kept in the audit trail.

    Example: evidence assess suicidal-thoughts imprecision serious --outcome "suicidal ideation" --why "one small trial"
    """
    settings = options.settings()
    dossier = dossier_of(claim, settings)
    with reading(settings.database) as session:
        rated = assessments(session, document=dossier.claim.document, claim=dossier.claim.key)
    about = the_one(dossier, outcome, rated)
    key, document, by, now = dossier.claim.key, dossier.claim.document, name_of(person), dt.datetime.now(dt.UTC)
    run = Run(new_id(), now)
    if rating != _OPEN and reason is None:
        raise UsageError("say why by --why: a rating without its reason helps nobody")
    with writing(settings.database) as session:
        if rating == _OPEN:
            before: Assessment | None = assessing.withdraw(
                session, document=document, claim=key, outcome=about, step=Step(step), person=by, run=run
            )
        else:
            said = Assessment(
                outcome=about, step=Step(step), rating=Rating(rating), reason=reason or "", by=by, on=now.date()
            )
            before = assessing.assess(session, document=document, claim=key, assessment=said, run=run)
    was = f"; it was {before.rating}, by {before.by}, {before.on}" if before else ""
    click.echo(visible(f"{key}, {about}: {step} is {rating}{was}"))
