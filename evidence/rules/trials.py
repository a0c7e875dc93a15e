"""Short ways to write trials of which the effects pool to round numbers, for the examples of rules."""

from dataclasses import replace

from evidence.dossier import Dossier, Line
from evidence.figures import Figure
from evidence.rules.examples import arm, claim, effect, line


def trial(name: str, difference: str, *, n: int = 100, design: str = "randomized", indirect: str | None = None) -> Line:
    """Give a trial of two arms of ``n`` each, SD 10: the variance of its difference of means is 200/n."""
    arms = tuple(
        replace(arm(who, n=str(n)), mean=Figure.parse(mean), sd=Figure.parse("10"))
        for who, mean in (("zinc", difference), ("placebo", "0"))
    )
    return line(name, n=2 * n, design=design, indirect=indirect, result=effect("MD", arms=arms))


def trials(*differences: str, n: int = 100, kind: str = "benefit") -> Dossier:
    """Give a claim on as many trials, all of one size."""
    return claim(*(trial(f"trial{place}", told, n=n) for place, told in enumerate(differences, start=1)), kind=kind)
