"""``pool``: the effects behind a claim made one."""

import sys
from decimal import Decimal
from pathlib import Path
from typing import Final

import click

from evidence.cli.claim import dossier_of
from evidence.cli.files import write_whole
from evidence.cli.found import dossier_of_query
from evidence.cli.options import Options, pass_options, screen
from evidence.errors import UsageError
from evidence.figures import Figure, FigureError
from evidence.pooling.csv_text import rows_csv
from evidence.pooling.intervals import IntervalMethod
from evidence.pooling.pool import pool as pooled_effect
from evidence.pooling.pooled import Model
from evidence.pooling.r_script import r_script
from evidence.report import forest_svg, pool
from evidence.report.forest import forest
from evidence.rules.chosen import Wanted
from evidence.rules.poolable import poolable
from evidence.text import visible
from evidence.vocab import Measure

_MEASURES: Final = click.Choice([measure.value for measure in Measure], case_sensitive=False)
_MODELS: Final = {"reml": Model.REML, "dl": Model.DERSIMONIAN_LAIRD, "common": Model.COMMON}
_METHODS: Final = {"hartung-knapp": IntervalMethod.HARTUNG_KNAPP, "wald": IntervalMethod.WALD}


@click.command("pool")
@click.argument("claim", required=False, help="The claim's key; DOCUMENT/KEY where several documents have it.")
@click.option("--query", metavar="QUERY", help="Pool what a query finds in the whole record, instead of a claim's.")
@click.option("--measure", type=_MEASURES, metavar="CODE", help="Pool effects of this measure, as RR, MD or SMD.")
@click.option("--convert", is_flag=True, help="Convert effects of other measures into it, where a formula does.")
@click.option("--baseline-risk", metavar="PERCENT", help="For conversions, as 20%; else each comparator's own.")
@click.option("--outcome", metavar="WORDS", help="Pool effects whose outcome holds these words.")
@click.option("--timepoint", metavar="WORDS", help="Pool effects whose timepoint holds these words.")
@click.option("--model", type=click.Choice(list(_MODELS)), default="reml", show_default=True, help="Which is drawn.")
@click.option(
    "--interval", type=click.Choice(list(_METHODS)), default="hartung-knapp", show_default=True, help="Which is drawn."
)
@click.option(
    "--level", type=click.FloatRange(50, 99.9), default=95, show_default=True, help="Of all intervals, in percent."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "svg"]),
    default="text",
    show_default=True,
    help="csv: the effects as R's metafor reads them.",
)
@click.option(
    "--r-script",
    "script",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write an R script that computes the figures anew, and its data beside it.",
)
@pass_options
def pool_(  # noqa: PLR0913 - each is an option
    options: Options,
    *,
    claim: str | None,
    query: str | None,
    measure: str | None,
    convert: bool,
    baseline_risk: str | None,
    outcome: str | None,
    timepoint: str | None,
    model: str,
    interval: str,
    level: float,
    form: str,
    script: Path | None,
) -> None:
    """Pool the effects behind a claim, and draw them.

    Or, by --query, effects of the whole record, as "outcome:remission design:randomized year:>=2015"; fields are
    joined by AND, OR, NOT and parentheses.

    One effect of each independent sample is pooled, all of one measure; each line of evidence that is not is listed
    with the reason. Models: common effect, DerSimonian-Laird and REML, with Wald's and the Hartung-Knapp interval.

    Example: evidence pool promising-depression
    """
    if (claim is None) == (query is None):
        raise UsageError("name a claim, or ask for effects by --query; one of the two")
    settings = options.settings()
    dossier = dossier_of(claim, settings) if claim is not None else dossier_of_query(query or "", settings)
    wanted = Wanted(
        measure=None if measure is None else Measure(measure),
        outcome=outcome,
        timepoint=timepoint,
        is_converted=convert,
        baseline_risk=_risk(baseline_risk, is_converted=convert, measure=measure),
    )
    chosen = poolable(dossier, wanted)
    rows = [each.row for each in chosen.chosen]
    pooled = pooled_effect(rows, level=float(Decimal(str(level)) / 100))
    drawn, method = _MODELS[model], _METHODS[interval]
    if script is not None:
        data = script.with_name(f"{script.stem}-effects.csv") if script.name else script
        if not rows or data == script:
            raise UsageError("--r-script needs the name of a file, and an effect to pool")
        write_whole(data, rows_csv(rows))
        write_whole(script, r_script(pooled, rows_path=data.name))
        click.echo(f"{visible(str(script))}: run it by Rscript, beside {visible(data.name)}", err=True)
    if form == "json":
        text = pool.to_machine(query or dossier.claim, chosen, pooled, model=drawn)
    elif form == "csv":
        text = rows_csv(rows)
    elif form == "svg":
        text = forest_svg.to_svg(forest(pooled, model=drawn, method=method))
    else:
        width, encoding = screen().width, sys.stdout.encoding
        text = pool.to_text(dossier.claim, chosen, pooled, model=drawn, method=method, width=width, encoding=encoding)
    click.echo(text, nl=False)


def _risk(told: str | None, *, is_converted: bool, measure: str | None) -> Figure | None:
    if is_converted and measure is None:
        raise UsageError("--convert needs to know into what: name a measure by --measure")
    if told is None:
        return None
    if not is_converted:
        raise UsageError("--baseline-risk is for conversions: give --convert too")
    try:
        risk = Figure.parse(told)
    except FigureError as error:
        raise UsageError(f"--baseline-risk: {error}") from None
    if "%" not in told or not 0 < risk.value < 1:
        raise UsageError("--baseline-risk is a percentage between 0% and 100%, as 20%")
    return risk
