"""What a pooled effect measure is called, how it is shown, and where it says that there is no effect."""

from dataclasses import dataclass
from typing import Final

from evidence.effects.scales import WITHOUT_NULL, Scale, back, scale_of
from evidence.vocab import Measure

_LABELS: Final = {
    Measure.RISK_RATIO: "Risk ratio",
    Measure.ODDS_RATIO: "Odds ratio",
    Measure.RISK_DIFFERENCE: "Risk difference",
    Measure.HAZARD_RATIO: "Hazard ratio",
    Measure.INCIDENCE_RATE_RATIO: "Incidence rate ratio",
    Measure.MEAN_DIFFERENCE: "Mean difference",
    Measure.STANDARDIZED_MEAN_DIFFERENCE: "Standardized mean difference",
    Measure.RATIO_OF_MEANS: "Ratio of means",
    Measure.PROPORTION: "Proportion",
    Measure.MEAN: "Mean",
    Measure.MEAN_CHANGE: "Mean change",
    Measure.STANDARDIZED_MEAN_CHANGE: "Standardized mean change",
    Measure.CORRELATION: "Correlation",
}
_ESCALC: Final = {Scale.LOGIT: "PLO", Scale.FISHER_Z: "ZCOR"}


@dataclass(frozen=True, slots=True)
class PooledMeasure:
    """An effect measure on the scale of pooling, and the way back to how it is printed."""

    measure: Measure

    @property
    def label(self) -> str:
        """Its name in words."""
        return _LABELS[self.measure]

    @property
    def scale(self) -> Scale:
        """The scale of pooling."""
        return scale_of(self.measure)

    @property
    def null(self) -> float | None:
        """The value as shown that means no effect; none where there is no such value."""
        return None if self.measure in WITHOUT_NULL else self.shown(0.0)

    @property
    def escalc(self) -> str:
        """What metafor's ``escalc`` calls the measure on the scale of pooling: Viechtbauer, J Stat Softw 2010;36(3)."""
        return _ESCALC.get(self.scale, self.measure.value)

    def shown(self, pooled: float) -> float:
        """Turn a value on the scale of pooling into one as printed; infinite beyond what a float holds."""
        return back(self.scale, pooled)
