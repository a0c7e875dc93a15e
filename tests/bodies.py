"""Dossiers whose bodies of evidence are known from elsewhere."""

import datetime as dt
from dataclasses import replace

from evidence.certainty.body import body
from evidence.certainty.worksheet import worksheet
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line, study

TODAY = dt.date(2026, 1, 15)
BCG = (
    ("aronson1948", 4, 119, 11, 128), ("ferguson1949", 6, 300, 29, 274), ("rosenthal1960", 3, 228, 11, 209),
    ("hart1977", 62, 13536, 248, 12619), ("frimodt1973", 33, 5036, 47, 5761), ("stein1953", 180, 1361, 372, 1079),
    ("vandiviere1973", 8, 2537, 10, 619), ("tpt1980", 505, 87886, 499, 87892), ("coetzee1968", 29, 7470, 45, 7232),
    ("rosenthal1961", 17, 1699, 65, 1600), ("comstock1974", 186, 50448, 141, 27197),
    ("comstock1969", 5, 2493, 3, 2338), ("comstock1976", 27, 16886, 29, 17825),
)  # fmt: skip
"""The BCG vaccine trials of Colditz 1994, JAMA 271:698: ill and well, vaccinated and not."""


def of_risks(name, *events, design="randomized", measure="RR", outcome="recovery", **changes):
    """Give a study of two arms by ill and well of each."""
    ill, well, ill_without, well_without = events
    arms = (
        arm("zinc", events=str(ill), n=str(ill + well)),
        arm("placebo", events=str(ill_without), n=str(ill_without + well_without)),
    )
    result = replace(effect(measure, comparator="placebo", arms=arms), outcome=outcome, key=f"{name}/{outcome}")
    return line(name, n=sum(events), design=design, of_study=study(name, design), result=result, **changes)


def bcg(**changes):
    return claim(*(of_risks(*trial, **changes) for trial in BCG))


def looked_at(dossier, outcome="recovery", **limits):
    return body(dossier, outcome, limits=Limits(**limits), today=TODAY)


def sheets(dossier, outcome="recovery", *, assessments=(), measure=None):
    return worksheet(dossier, outcome, assessments=assessments, limits=Limits(), today=TODAY, measure=measure)


def computed(sheet):
    return {signal.told: signal.suggests for signal in sheet.computed}
