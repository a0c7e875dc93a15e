"""Whether the words about an effect fit its figures: reduced, increased, significant, no difference.

Boutron, Dutton, Ravaud and Altman 2010, Reporting and Interpretation of Randomized Controlled Trials With Statistically
Nonsignificant Results for Primary Outcomes, JAMA 303:2058, show how often words and figures part. Only words of a small
closed list are understood; whatever else a sentence says is passed over.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers import p_values
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.interval_and_p import excludes, includes, null_of
from evidence.numbers.printed import exact, shown
from evidence.vocab import GoodDirection

SOURCE: Final = "Boutron et al. 2010, JAMA 303:2058"
_LONGEST: Final = 1000
_REACH: Final = 4
"""How many words a negation reaches ahead, as in "no clinically or statistically significant"."""
_WORD: Final = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_CLAUSE_ENDS: Final = re.compile(r"[.;:,()]|\bbut\b")
_ALIKE: Final = str.maketrans({"\u2019": "'", "\u2010": "-", "\u2011": "-"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOWER: Final = _words(
    "reduce reduces reduced reducing reduction reductions decrease decreases decreased decreasing lower lowers lowered "
    "lowering fewer less smaller shorter shorten shortens shortened fell fallen decline declined"
)
HIGHER: Final = _words(
    "increase increases increased increasing raise raises raised raising higher more greater larger longer lengthened "
    "prolonged rose risen elevated"
)
BETTER: Final = _words("improve improves improved improving improvement improvements better beneficial benefited")
WORSE: Final = _words("worse worsen worsens worsened worsening harmful harmed")
SIGNIFICANT: Final = _words("significant significantly")
NOT_SIGNIFICANT: Final = _words("nonsignificant non-significant nonsignificantly non-significantly insignificant")
NO_MATTER: Final = _words("difference differences differ differed effect effects change changed association associated")
"""Words that say something only where they are negated."""
_JOINING: Final = ("or", "nor")
FAILING: Final = _words("fail fails failed failing unable")
"""Words that negate what follows where "to" stands right behind them: "failed to reduce", not "failed treatments"."""
NEGATION: Final = _words("no not without neither nor never cannot didn't doesn't don't wasn't weren't isn't aren't")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What the words of the list assert together."""

    directions: frozenset[str]
    """Of ``lower``, ``higher``, ``better`` and ``worse``."""
    denied: frozenset[str]
    """Those that are said not to be, as by "no increase": only a significant effect that way speaks against it."""
    significant: bool | None


def said(words: str) -> Said:
    """Read a phrase by the closed list; raises ``UsageError`` for one of more than a thousand characters."""
    if len(words) > _LONGEST:
        raise UsageError(f"the words are {len(words):,} characters long; give the phrase, {_LONGEST:,} at most")
    directions: set[str] = set()
    denied: set[str] = set()
    is_significant = is_not = False
    for clause in _CLAUSE_ENDS.split(words.lower().translate(_ALIKE)):
        tokens = _WORD.findall(clause)
        reached_from = 0
        for place, token in enumerate(tokens):
            negated = _is_negated(tokens, max(reached_from, place - _REACH), place)
            named = [name for name, known in _DIRECTIONS.items() if token in known]
            if token in NOT_SIGNIFICANT or (negated and token in SIGNIFICANT | NO_MATTER):
                is_not = True
            elif token in SIGNIFICANT:
                is_significant = True
            else:
                (denied if negated else directions).update(named)
            if named and negated and tokens[place + 1 : place + 2] not in ([word] for word in _JOINING):
                reached_from = place
    significant = None if is_significant is is_not else is_significant
    return Said(directions=frozenset(directions), denied=frozenset(denied), significant=significant)


def _is_negated(tokens: list[str], start: int, end: int) -> bool:
    """Tell whether a negation stands in front of a word, but for "not only"; it reaches to the first direction."""
    before = tokens[start : end + 1]
    return any(
        (token in NEGATION and (token, after) != ("not", "only")) or (token in FAILING and after == "to")
        for token, after in pairwise(before)
    )


_DIRECTIONS: Final = {"lower": LOWER, "higher": HIGHER, "better": BETTER, "worse": WORSE}


def direction(
    words: str,
    *,
    estimate: Figure,
    low: Figure | None = None,
    high: Figure | None = None,
    p: Figure | None = None,
    ratio: bool = False,
    null: Figure | None = None,
    good: str | None = None,
) -> Finding:
    """Ask whether words fit an estimate and, where they speak of significance, its 95 % interval or else its p value.

    ``null`` is 0, of a ratio 1; ``good`` is ``higher`` or ``lower``, without which better and worse are not judged.
    Raises ``UsageError`` for an estimate, interval or null that is a bound, and for a phrase that is too long.
    """
    asserted, none = said(words), null_of(ratio, null)
    side = _side(exact(estimate, name="estimate"), none)
    is_significant = _significance(low, high, p, none)
    says = partial(Finding, check="direction", source=SOURCE)
    against, tested = [], False
    wanted, denied = (
        {_meant(name, good) for name in names} - {None} for names in (asserted.directions, asserted.denied)
    )
    if len(wanted) == 1 and side:
        tested = True
        if side not in wanted:
            against.append(f"the estimate {shown(estimate)} is {side} than {float(none):g}")
    if denied and side and is_significant is not None:
        tested = True
        if side in denied and is_significant:
            against.append(f"{_evidence(low, high, p)} is significant, and {side}")
    if asserted.significant is not None and is_significant is not None:
        tested = True
        if asserted.significant is not is_significant:
            against.append(f"{_evidence(low, high, p)} {'is' if is_significant else 'is not'} significant")
    if against:
        return says(verdict=Verdict.INCONSISTENT, reason=f"the words say otherwise: {' and '.join(against)}")
    if tested:
        return says(verdict=Verdict.CONSISTENT, reason=f"the words fit the estimate {shown(estimate)}")
    return says(verdict=Verdict.NOT_TESTABLE, reason="the words and figures hold no direction that can be compared")


def _meant(name: str, good: str | None) -> str | None:
    """Give the side of the null value that a word means, if that is known."""
    if name in {"lower", "higher"}:
        return name
    if good is None:
        return None
    ways = [str(GoodDirection(good)), *(str(way) for way in GoodDirection if way != good)]
    return ways[0] if name == "better" else ways[1]


def _side(estimate: Figure, null: Fraction) -> str:
    """Give the side of the null value on which an estimate lies however it was rounded, or nothing."""
    return "lower" if estimate.high < null else "higher" if estimate.low > null else ""


def _significance(low: Figure | None, high: Figure | None, p: Figure | None, null: Fraction) -> bool | None:
    if low is not None and high is not None:
        exact(low, name="low"), exact(high, name="high")
        return True if excludes(low, high, null) else False if includes(low, high, null) else None
    if p is not None:
        alpha = Fraction(p_values.USUAL_ALPHA.value)
        return True if p_values.surely_below(p, alpha) else False if p_values.surely_above(p, alpha) else None
    return None


def _evidence(low: Figure | None, high: Figure | None, p: Figure | None) -> str:
    if low is not None and high is not None:
        return f"the interval {shown(low)} to {shown(high)}"
    return "" if p is None else p_values.told(p)
