"""How far effects differ: by more than chance, and on which side of no effect each of them is told."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from evidence.numbers.distributions import chi_squared_upper_tail
from evidence.pooling.closed_form import cochran_q, typical_variance


@dataclass(frozen=True, kw_only=True, slots=True)
class Apart:
    """What tells two effects or more apart, on the scale of pooling."""

    q: float
    df: int
    p: float
    """Of Q, where all share one effect."""
    typical_variance: float
    above: int
    """Effects whose own interval lies above no effect."""
    below: int
    neither: int
    """Effects that their own interval does not tell from none."""

    @property
    def are_parted(self) -> bool:
        """Whether some tell an effect, and others none or the opposite."""
        return max(self.above, self.below, self.neither) < self.above + self.below + self.neither


def apart(effects: Sequence[float], variances: Sequence[float], *, level: float) -> Apart:
    """Hold two effects or more against each other, and each by an interval of a level against no effect.

    Cochran, Biometrics 1954;10:101; the interval is by the normal distribution.
    """
    q, df = cochran_q(effects, variances), len(effects) - 1
    reach = NormalDist().inv_cdf((1 + level) / 2)
    told = [(effect, reach * math.sqrt(variance)) for effect, variance in zip(effects, variances, strict=True)]
    above, below = sum(effect > least for effect, least in told), sum(effect < -least for effect, least in told)
    return Apart(
        q=q,
        df=df,
        p=chi_squared_upper_tail(q, df=df),
        typical_variance=typical_variance(variances),
        above=above,
        below=below,
        neither=len(told) - above - below,
    )
