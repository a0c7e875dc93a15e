"""The interval of a supporting line, or its p, does not tell the effect from none.

## Why it matters

An interval that reaches from help to harm is compatible with no effect at all; a line cannot
support an effect that its own estimate does not tell from none. The value of no effect is 1 for
ratios (RR, OR, HR, IRR, ROM) and 0 for differences and correlations.

## What to do

Link a more precise estimate, or say in the text that no difference could be shown. Waive it where
the claim is that two things do about the same.

Where no interval is recorded, one is computed from the counts, the means and SDs or the size of the
sample, unless the printed estimate lies outside of it and so is of another analysis; and p is compared
with one less the level, as that of a test of two sides. Where the two do not agree, the question stays
open. Record the interval that the paper prints, if it prints one.
"""

from dataclasses import replace
from typing import Final

from evidence.dossier import Arm, Dossier, Effect, Line
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.measures import null_of
from evidence.rules.told_apart import told_apart
from evidence.vocab import Direction, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Gardner and Altman 1986, Confidence intervals rather than P values, BMJ 292:746"
LIMITS: Final = ("confidence-level",)


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Ask whether the whole interval lies on one side of no effect."""
    if line.direction is not Direction.SUPPORTS or dossier.claim.kind not in EFFECTS:
        return not_applicable()
    if line.effect is None or (line.effect.measure is None and line.effect.p is None):
        return inconclusive("no effect estimate with its measure is recorded, and no p")
    if line.effect.measure is not None and null_of(line.effect.measure) is None:
        return not_applicable()
    told = told_apart(line, limits)
    if told.is_told is None:
        return inconclusive(told.words)
    return passes() if told.is_told else fails(told.words, limit="confidence-level")


def _with_p(p: str, result: Effect) -> Effect:
    return replace(result, p=Figure.parse(p))


def _counts(*counts: tuple[str, str]) -> tuple[Arm, ...]:
    return tuple(arm(name, events=events, n=n) for name, (events, n) in zip(("zinc", "placebo"), counts, strict=True))


def _means(*means: str, sd: str, n: str) -> tuple[Arm, ...]:
    return tuple(
        replace(arm(name, n=n), mean=Figure.parse(mean), sd=Figure.parse(sd))
        for name, mean in zip(("zinc", "placebo"), means, strict=True)
    )


EXAMPLES: Final = (
    Example(
        "a risk ratio around 1",
        claim(line(result=effect("RR", "0.90", ci=("0.75", "1.08")))),
        fails("RR 0.90 (95 % CI 0.75 to 1.08) holds 1, which means no effect", limit="confidence-level"),
    ),
    Example(
        "a difference around 0, printed with a true minus",
        claim(line(result=effect("MD", "\N{MINUS SIGN}0.4", ci=("\N{MINUS SIGN}1.1", "0.3")))),
        fails(
            "MD \N{MINUS SIGN}0.4 (95 % CI \N{MINUS SIGN}1.1 to 0.3) holds 0, which means no effect",
            limit="confidence-level",
        ),
    ),
    Example("a risk ratio below 1", claim(line(result=effect("RR", "0.70", ci=("0.55", "0.90")))), passes()),
    Example(
        "exactly at the null, as printed",
        claim(line(result=effect("RR", "0.81", ci=("0.66", "1.00")))),
        inconclusive(
            "RR 0.81 (95 % CI 0.66 to 1.00) ends at 1, which means no effect, and its rounding hides the side"
        ),
    ),
    Example(
        "exactly the level of the limit",
        claim(line(result=effect("RR", "0.70", ci=("0.55", "0.90"), level="95"))),
        passes(),
    ),
    Example(
        "a 90 % interval that leaves the null out",
        claim(line(result=effect("RR", "0.81", ci=("0.68", "0.97"), level="90"))),
        inconclusive("RR 0.81 (90 % CI 0.68 to 0.97) leaves out 1; one of 95 % would be wider"),
    ),
    Example(
        "a 99 % interval that holds the null",
        claim(line(result=effect("RR", "0.81", ci=("0.62", "1.06"), level="99"))),
        inconclusive("RR 0.81 (99 % CI 0.62 to 1.06) holds 1; one of 95 % would be narrower"),
    ),
    Example(
        "a level printed as a share",
        claim(line(result=effect("RR", "0.81", ci=("0.68", "0.97"), level="0.90"))),
        inconclusive("RR 0.81 (90 % CI 0.68 to 0.97) leaves out 1; one of 95 % would be wider"),
    ),
    Example(
        "a level that is none",
        claim(line(result=effect("RR", "0.81", ci=("0.68", "0.97"), level="1e-30"))),
        inconclusive("the level of the interval is told as 1e-30, and none is printed at that"),
    ),
    Example(
        "the logarithm of a ratio",
        claim(line(result=effect("RR", "-0.30", ci=("-0.70", "0.10")))),
        inconclusive(
            "RR -0.30 (95 % CI -0.70 to 0.10) is of no ratio, which is never negative: record it as a ratio, not as "
            "its logarithm"
        ),
    ),
    Example(
        "no interval recorded, and counts that hardly differ",
        claim(line(n=400, result=effect("RR", "0.95", arms=_counts(("150", "200"), ("158", "200"))))),
        fails(
            "from its counts: RR 0.949 (95 % CI 0.853 to 1.06) holds 1, which means no effect", limit="confidence-level"
        ),
    ),
    Example(
        "counts that differ",
        claim(line(n=400, result=effect("RR", "0.5", arms=_counts(("50", "200"), ("100", "200"))))),
        passes(),
    ),
    Example(
        "means of few people, by Student's t",
        claim(line(n=20, result=effect("MD", arms=_means("6.1", "7.9", sd="2", n="10")))),
        fails(
            "from its means: MD -1.8 (95 % CI -3.68 to 0.0791) holds 0, which means no effect",
            limit="confidence-level",
        ),
    ),
    Example(
        "means that differ", claim(line(n=20, result=effect("MD", arms=_means("6.1", "8.2", sd="2", n="10")))), passes()
    ),
    Example(
        "a correlation among few people",
        claim(line(n=20, result=effect("COR", "0.3"))),
        fails(
            "from the size of its sample: COR 0.3 (95 % CI -0.164 to 0.655) holds 0, which means no effect",
            limit="confidence-level",
        ),
    ),
    Example(
        "an adjusted estimate, which the counts are not of",
        claim(line(n=400, result=effect("RR", "0.5", arms=_counts(("150", "200"), ("158", "200"))))),
        inconclusive("no confidence interval is recorded, and no p or counts that tell as much"),
    ),
    Example(
        "a p that is not small",
        claim(line(result=_with_p(".45", effect("MD", "-2")))),
        fails("p = .45, not below 0.05", limit="confidence-level"),
    ),
    Example(
        "a p without a measure",
        claim(line(result=_with_p("> .05", effect()))),
        fails("p > .05, not below 0.05", limit="confidence-level"),
    ),
    Example("a small p", claim(line(result=_with_p("< .001", effect("MD", "-2")))), passes()),
    Example(
        "a p that was rounded to the limit",
        claim(line(result=_with_p(".05", effect("MD", "-2")))),
        inconclusive("p = .05 leaves open whether it is below 0.05"),
    ),
    Example(
        "no probability",
        claim(line(result=_with_p("1.2", effect("MD", "-2")))),
        inconclusive("p = 1.2 is no probability"),
    ),
    Example(
        "a p and counts of which one says this and the other that",
        claim(line(n=400, result=_with_p(".003", effect("RR", "0.95", arms=_counts(("150", "200"), ("158", "200")))))),
        inconclusive(
            "from its counts: RR 0.949 (95 % CI 0.853 to 1.06) holds 1, which means no effect; p = .003: they do not "
            "agree"
        ),
    ),
    Example(
        "a crossover trial, whose arms are the same people",
        claim(
            line(
                design="randomized-crossover",
                result=effect("RR", "0.95", arms=_counts(("15", "20"), ("16", "20"))),
            )
        ),
        inconclusive("no confidence interval is recorded, and no p or counts that tell as much"),
    ),
    Example(
        "no interval recorded, nor anything else",
        claim(line(result=effect("RR", "0.70"))),
        inconclusive("no confidence interval is recorded, and no p or counts that tell as much"),
    ),
    Example(
        "no effect recorded",
        claim(line()),
        inconclusive("no effect estimate with its measure is recorded, and no p"),
    ),
    Example("a proportion has no null", claim(line(result=effect("PR", "45%", ci=("35%", "55%")))), not_applicable()),
    Example(
        "a proportion with a p against something",
        claim(line(result=_with_p(".4", effect("PR", "45%")))),
        not_applicable(),
    ),
    Example(
        "a line that disputes the claim",
        claim(line(direction="disputes", result=effect("RR", "0.90", ci=("0.75", "1.08")))),
        not_applicable(),
    ),
)
