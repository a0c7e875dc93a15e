"""All studies behind the claim together have fewer people than one trial of its effect would need.

## Why it matters

A trial is planned with as many people as it takes to find the effect it hopes for. Where all that is
known rests on fewer, an effect that is told from none is often too large, or chance: the first small
studies of a thing tend to find more than later ones. GRADE calls the number the optimal information
size, and has the certainty rated down below it.

## What to do

Say in the text how unsure the size of the effect is, and look for larger studies. The number is computed
from the claim's own pooled effect, so it is the least that is needed: where the effect is in truth
smaller, more people are. An effect that is not told from none is not asked, since to find one near none
takes people without end. Of ratios and differences of risks the risk in the comparators has to be known.
Where a study has no effect that can be pooled, and the others are too few, the question stays open.
"""

from dataclasses import replace
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.effects.workings import Lacking
from evidence.limits import Limits
from evidence.rules.body import BodyOfEffects, body, on_the_very_thing
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.independence import samples_behind
from evidence.rules.information_size import InformationSize, information_size
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.trials import trials
from evidence.rules.words import several
from evidence.vocab import GoodDirection, Role, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "GRADE guidelines 6: imprecision, Guyatt 2011, J Clin Epidemiol 64:1283"
LIMITS: Final = ("planned-power", "confidence-level")


def check(dossier: Dossier, limits: Limits) -> Answer:
    """Compare the people of all studies with those that one trial of the pooled effect would need."""
    found = body(dossier, fewest=1)
    if isinstance(found, Answer):
        return found
    try:
        size = information_size(found.chosen, limits=limits)
    except Lacking as lack:
        return inconclusive(lack.reason)
    if size is None:
        return not_applicable()
    if size.people >= size.needed:
        return passes()
    return _too_few(size, found, samples=len(samples_behind(on_the_very_thing(dossier))))


def _too_few(size: InformationSize, found: BodyOfEffects, *, samples: int) -> Answer:
    """Tell that the people pooled are too few, unless there are others whose effect cannot be pooled with theirs."""
    pooled = len(found.chosen)
    if pooled < samples:
        of = f"{pooled} of {several(samples, 'independent sample')}"
        return inconclusive(f"{of} with {size.people:,} people can be pooled, and {size.takes}")
    told = f"{several(pooled, 'independent sample')} with {size.people:,} people, and {size.takes}"
    return fails(f"{told}{found.caveats}", limit="planned-power")


def _standardized(*, n: int | None, design: str = "randomized") -> Line:
    return line(n=n, design=design, result=effect("SMD", "0.2", ci=("0.06", "0.34")))


def _of_risks(
    measure: str, estimate: str, ci: tuple[str, str], *, n: int, events: str = "100", comparators: int = 500
) -> Dossier:
    arms = (arm("zinc", n=str(n - comparators)), arm("placebo", events=events, n=str(comparators)))
    return claim(line(n=n, result=effect(measure, estimate, ci=ci, comparator="placebo", arms=arms)))


EXAMPLES: Final = (
    Example(
        "one person less than it takes",
        claim(_standardized(n=785)),
        fails("1 independent sample with 785 people, and to find SMD 0.2 takes 786", limit="planned-power"),
    ),
    Example(
        "a quarter less at a risk of a fifth",
        _of_risks("RR", "0.75", ("0.60", "0.94"), n=1800),
        fails(
            "1 independent sample with 1,800 people, and to find RR 0.75 at a risk of 20% takes 1,812",
            limit="planned-power",
        ),
    ),
    Example(
        "an odds ratio",
        _of_risks("OR", "0.71", ("0.55", "0.92"), n=1000),
        fails(
            "1 independent sample with 1,000 people, and to find OR 0.71 at a risk of 20% takes 1,870",
            limit="planned-power",
        ),
    ),
    Example(
        "a difference of risks",
        _of_risks("RD", "-5%", ("-9%", "-1%"), n=1811),
        fails(
            "1 independent sample with 1,811 people, and to find RD -0.05 at a risk of 20% takes 1,812",
            limit="planned-power",
        ),
    ),
    Example(
        "two studies with outcomes of their own, of which one was not judged",
        claim(
            _standardized(n=300),
            line(
                "b",
                n=300,
                result=replace(effect("SMD", "0.2", ci=("0.06", "0.34")), outcome="fever"),
                not_judged="outcome",
            ),
        ),
        fails(
            "2 independent samples with 600 people, and to find SMD 0.2 takes 786; put together: 2 outcomes; whether "
            "1 of them is on the very thing is not judged",
            limit="planned-power",
        ),
    ),
    Example("exactly the limit", claim(_standardized(n=786)), passes()),
    Example(
        "background, which carries no claim",
        claim(replace(_standardized(n=100), role=Role.BACKGROUND)),
        not_applicable(),
    ),
    Example("nobody judged its direction", claim(replace(_standardized(n=100), direction=None)), not_applicable()),
    Example(
        "a level of the interval that is none",
        claim(line(result=effect("RR", "0.75", ci=("0.60", "0.94"), level="1e-30"))),
        inconclusive("of 1 independent sample 0 have an effect that can be pooled, and it takes 1"),
    ),
    Example("exactly as many for a difference of risks", _of_risks("RD", "-5%", ("-9%", "-1%"), n=1812), passes()),
    Example(
        "two studies together",
        claim(_standardized(n=400), line("b", n=400, result=effect("SMD", "0.2", ci=("0.06", "0.34")))),
        passes(),
    ),
    Example("enough without one that has no figures", claim(_standardized(n=786), line("b")), passes()),
    Example(
        "too few, and another study that has no figures",
        claim(_standardized(n=400), line("b", n=400)),
        inconclusive("1 of 2 independent samples with 400 people can be pooled, and to find SMD 0.2 takes 786"),
    ),
    Example(
        "the number of people is not recorded",
        claim(_standardized(n=None)),
        inconclusive("how many people hulisz2004zinc analysed is not recorded"),
    ),
    Example(
        "a crossover trial",
        claim(_standardized(n=40, design="randomized-crossover")),
        inconclusive("hulisz2004zinc has no two arms of different people, which the size is made for"),
    ),
    Example(
        "the risk in the comparator is not recorded",
        claim(line(result=effect("RR", "0.75", ci=("0.60", "0.94")))),
        inconclusive("no arms are recorded, and the measure compares two"),
    ),
    Example(
        "nobody in the comparator had the event",
        _of_risks("RD", "5%", ("1%", "9%"), n=1000, events="0"),
        inconclusive("nobody in the comparators had the event"),
    ),
    Example(
        "an effect that no trial could find",
        claim(line(n=100, result=effect("SMD", "1e-12", ci=("9e-13", "1.1e-12")))),
        inconclusive("no trial could find an effect as small as SMD 1e-12"),
    ),
    Example(
        "events of two kinds",
        claim(
            line("a", result=replace(effect("OR", "0.5", ci=("0.4", "0.6")), good=GoodDirection.LOWER)),
            line("b", result=replace(effect("OR", "2.0", ci=("1.6", "2.5")), good=GoodDirection.HIGHER)),
        ),
        inconclusive("events of which more are good are put together with events of which fewer are"),
    ),
    Example(
        "a ratio that makes no risk",
        _of_risks("RR", "3.0", ("2.0", "4.5"), n=900, events="200"),
        inconclusive("a risk of 40% and RR 3 make no risk"),
    ),
    Example(
        "an effect that is not told from none",
        claim(line(result=effect("SMD", "0.2", ci=("-0.1", "0.5")))),
        not_applicable(),
    ),
    Example("a difference in the unit of a scale", trials("5", "6"), not_applicable()),
    Example("a claim of history", claim(_standardized(n=100), kind="history"), not_applicable()),
)
