"""Published data to pool, each with where its results are printed."""

import math

from evidence.pooling.rows import EffectRow
from evidence.vocab import Measure

TUBERCULOSIS = """\
Aronson 1948|4|119|11|128
Ferguson & Simes 1949|6|300|29|274
Rosenthal et al 1960|3|228|11|209
Hart & Sutherland 1977|62|13536|248|12619
Frimodt-Moller et al 1973|33|5036|47|5761
Stein & Aronson 1953|180|1361|372|1079
Vandiviere et al 1973|8|2537|10|619
TPT Madras 1980|505|87886|499|87892
Coetzee & Berjak 1968|29|7470|45|7232
Rosenthal et al 1961|17|1699|65|1600
Comstock et al 1974|186|50448|141|27197
Comstock & Webster 1969|5|2493|3|2338
Comstock et al 1976|27|16886|29|17825
"""
"""The BCG vaccine trials of Colditz et al., JAMA 1994;271:698: ill and well, vaccinated and not."""

EXPECTANCY = """\
.03 .0156  .12 .0216  -.14 .0279  1.18 .1391  .26 .1362  -.06 .0106  -.02 .0106  -.32 .0484  .27 .0269  .80 .0630
.54 .0912  .18 .0497  -.02 .0835  .23 .0841  -.18 .0253  -.06 .0279  .30 .0193  .07 .0088  -.07 .0303
"""
"""Teachers' expectancy on pupils' IQ, Raudenbush and Bryk, J Educ Stat 1985;10:75: effects and variances."""

STROKE = """\
Edinburgh 155 55 47 156 75 64
Orpington-Mild 31 27 7 32 29 4
Orpington-Moderate 75 64 17 71 119 29
Orpington-Severe 18 66 20 18 137 48
Montreal-Home 8 14 8 13 18 11
Montreal-Transfer 57 19 7 52 18 4
Newcastle 34 52 45 33 41 34
Umea 110 21 16 183 31 27
Uppsala 60 30 27 52 23 20
"""
"""Days in hospital after a stroke, Normand, Stat Med 1999;18:321, table II: n, mean and SD, with care and without."""


def tuberculosis():
    rows = []
    for line in TUBERCULOSIS.splitlines():
        label, *counts = line.split("|")
        ill, well, ill_without, well_without = map(int, counts)
        vaccinated, others = ill + well, ill_without + well_without
        rows.append(
            EffectRow(
                label=label,
                yi=math.log(ill / vaccinated) - math.log(ill_without / others),
                vi=1 / ill - 1 / vaccinated + 1 / ill_without - 1 / others,
                n=vaccinated + others,
                measure=Measure.RISK_RATIO,
            )
        )
    return rows


def expectancy():
    printed = [float(number) for number in EXPECTANCY.split()]
    return [
        EffectRow(label=f"Study {place}", yi=yi, vi=vi, measure=Measure.STANDARDIZED_MEAN_DIFFERENCE)
        for place, (yi, vi) in enumerate(zip(printed[::2], printed[1::2], strict=True), start=1)
    ]


def stroke():
    """The mean differences with the variance from the pooled SD, as the paper has them in table VIII."""
    rows = []
    for line in STROKE.splitlines():
        label, *printed = line.split()
        n, mean, sd, n_without, mean_without, sd_without = map(int, printed)
        variance = ((n - 1) * sd**2 + (n_without - 1) * sd_without**2) / (n + n_without - 2)
        rows.append(
            EffectRow(
                label=label,
                yi=mean - mean_without,
                vi=variance * (1 / n + 1 / n_without),
                n=n + n_without,
                measure=Measure.MEAN_DIFFERENCE,
            )
        )
    return rows


ALL = {"tuberculosis": tuberculosis(), "expectancy": expectancy(), "stroke": stroke()}
