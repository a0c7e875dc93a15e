"""The arms of an effect that was measured on a scale of whole numbers, and whether their means can be."""

from collections.abc import Callable, Iterable

from evidence.dossier import Arm, Line, Scale
from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.finding import Verdict
from evidence.numbers.grim import grim
from evidence.numbers.printed import shown
from evidence.rules.independence import SYNTHESES
from evidence.rules.kit import Answer, fails, inconclusive, not_applicable, passes
from evidence.rules.words import brief
from evidence.vocab import Outcome


def of_arms(line: Line, ask: Callable[[Arm, Scale], Answer]) -> Answer:
    """Ask about each arm of a line's effect and give one answer, which names the arms at fault, else those not told.

    Nothing is asked without a scale, nor of a review, whose means are weighed from those of its studies.
    """
    if line.effect is None or line.effect.scale is None or line.study is None or line.study.design in SYNTHESES:
        return not_applicable()
    answers = [(arm, ask(arm, line.effect.scale)) for arm in line.effect.arms]
    by_outcome = {
        outcome: [(arm, answer) for arm, answer in answers if answer.outcome is outcome] for outcome in Outcome
    }
    if by_outcome[Outcome.FAIL]:
        return fails(_told(by_outcome[Outcome.FAIL]))
    if by_outcome[Outcome.INCONCLUSIVE]:
        return inconclusive(_told(by_outcome[Outcome.INCONCLUSIVE]))
    return passes() if by_outcome[Outcome.PASS] else not_applicable()


def mean_of(arm: Arm, scale: Scale) -> Answer:
    """Ask whether some answers on the scale have the mean of an arm; not applicable where any mean would pass."""
    if arm.mean is None or arm.mean.relation != "=":
        return not_applicable()
    if arm.mean.high < scale.low or arm.mean.low > scale.high:
        return fails(f"the mean {shown(arm.mean)} lies beyond the scale from {scale.low:,} to {scale.high:,}")
    if arm.n is None:
        return inconclusive("the number of its people is not recorded")
    try:
        found = grim(arm.mean, n=arm.n, items=printed(scale.items))
    except UsageError as error:
        return inconclusive(str(error))
    if found.verdict is Verdict.NOT_TESTABLE:
        return not_applicable()
    return passes() if found.stands else fails(found.reason)


def printed(number: int) -> Figure:
    """Give a whole number of a scale as a figure, as the checks of printed numbers take it."""
    return Figure.parse(str(number))


def _told(answers: Iterable[tuple[Arm, Answer]]) -> str:
    return "; ".join(f"{brief(arm.name)}: {answer.message}" for arm, answer in answers)
