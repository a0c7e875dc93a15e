"""Risk of bias: who was blinded, how many were lost, and figures that cannot be; the rest is a person's."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.certainty.body import Body
from evidence.certainty.signals import Sheet, Signal
from evidence.certainty.start import OBSERVATIONAL, RANDOMIZED, studies
from evidence.certainty.words import found, open_questions
from evidence.dossier import Sample, Study
from evidence.rules.independence import samples_behind
from evidence.rules.words import brief, listed, several
from evidence.vocab import Blinding, Step

_GRADE: Final = "GRADE guidelines 4: risk of bias, Guyatt 2011, J Clin Epidemiol 64:407"
_TRIALS: Final = "RoB 2, Sterne 2019, BMJ 366:l4898"
_OTHERS: Final = "ROBINS-I, Sterne 2016, BMJ 355:i4919"
_RULES: Final = (
    "no-control-group",
    "expression-of-concern",
    "events-exceed-n",
    "interval-excludes-its-estimate",
    "interval-asymmetric",
    "p-and-interval-disagree",
    "percentage-does-not-match-count",
    "percentage-impossible",
    "mean-impossible",
    "sd-impossible",
    "statistic-and-p-disagree",
)


def risk_of_bias(body: Body) -> Sheet:
    """Count what is recorded of blinding and of losses, and name what rules found in the figures."""
    trials, others = studies(body, RANDOMIZED), studies(body, OBSERVATIONAL)
    own = [line for group in samples_behind(body.lines) for line in group[:1] if line.study in (*trials, *others)]
    samples = list({line.sample.key: line.sample for line in own if line.sample is not None}.values())
    to_judge = [f"What the studies' flaws mean for this outcome ({_GRADE})"]
    if trials:
        domains = "randomization, deviations from the treatment, missing data, measurement, choice of the result"
        to_judge.append(f"Each randomized trial by the domains of {_TRIALS}: {domains}")
    if others:
        to_judge.append(f"Each other study by the domains of {_OTHERS}, confounding before all")
    return Sheet(
        step=Step.RISK_OF_BIAS,
        computed=(*_blinding(trials), *_losses(samples), *found(body, _RULES)),
        to_judge=tuple(to_judge),
        unknown=(*_unknown(trials, samples), *open_questions(body, _RULES)),
    )


def _blinding(trials: Sequence[Study]) -> Iterator[Signal]:
    counted = Counter(trial.blinding for trial in trials if trial.blinding is not None)
    if counted:
        told = ", ".join(f"{counted[kind]} {kind}" for kind in Blinding if counted[kind])
        yield Signal(told=f"Of {several(len(trials), 'randomized trial')} {told}", source=_TRIALS)


def _losses(samples: Sequence[Sample]) -> Iterator[Signal]:
    """Tell how many were lost, and from the samples that lost the largest shares how many each."""
    lost = [
        (sample.enrolled - sample.analysed, sample.enrolled, brief(sample.key))
        for sample in samples
        if sample.enrolled and sample.analysed is not None and sample.analysed <= sample.enrolled
    ]
    if lost:
        most = sorted((each for each in lost if each[0]), key=lambda each: -each[0] / each[1])
        total = _share(sum(each[0] for each in lost), sum(each[1] for each in lost))
        worst = f", most in {listed(f'{key}: {_share(*few)}' for *few, key in most)}" if most else ""
        yield Signal(told=f"Enrolled and not analysed in {several(len(lost), 'sample')} {total}{worst}", source=_GRADE)


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({part / whole:.0%})"


def _unknown(trials: Sequence[Study], samples: Sequence[Sample]) -> Iterator[str]:
    if silent := [brief(trial.key) for trial in trials if trial.blinding is None]:
        yield f"Who was blinded in {listed(silent)}"
    if silent := [brief(sample.key) for sample in samples if not sample.enrolled or sample.analysed is None]:
        yield f"How many were enrolled and not analysed in {listed(silent)}"
    yield "How people were allocated, what the protocols had planned: the record has no place for it"
