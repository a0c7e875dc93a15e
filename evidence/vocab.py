"""The closed vocabularies of the record; the database enforces those that it stores."""

from enum import StrEnum


class ClaimKind(StrEnum):
    """What a claim asserts."""

    BENEFIT = "benefit"
    HARM = "harm"
    MECHANISM = "mechanism"
    PREVALENCE = "prevalence"
    PROGNOSIS = "prognosis"
    COMPARISON = "comparison"
    PRACTICE = "practice"
    HISTORY = "history"
    UNCERTAINTY = "uncertainty"


class Wording(StrEnum):
    """How surely the sentence speaks."""

    PLAIN = "plain"
    HEDGED = "hedged"
    ABSOLUTE = "absolute"


class Design(StrEnum):
    """How a study was done."""

    SYSTEMATIC_REVIEW = "systematic-review"
    META_ANALYSIS = "meta-analysis"
    IPD_META_ANALYSIS = "ipd-meta-analysis"
    RANDOMIZED = "randomized"
    RANDOMIZED_CROSSOVER = "randomized-crossover"
    NON_RANDOMIZED = "non-randomized"
    SINGLE_ARM = "single-arm"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    GUIDELINE = "guideline"
    NARRATIVE_REVIEW = "narrative-review"
    LABEL = "label"
    OPINION = "opinion"


class Blinding(StrEnum):
    """Who did not know which treatment was given."""

    OPEN_LABEL = "open-label"
    SINGLE_BLIND = "single-blind"
    DOUBLE_BLIND = "double-blind"
    TRIPLE_BLIND = "triple-blind"


class SampleUnit(StrEnum):
    """What the size of a sample counts."""

    PARTICIPANTS = "participants"
    ANIMALS = "animals"
    STUDIES = "studies"
    TERRITORIES = "territories"


class Overlap(StrEnum):
    """How one sample shares its members with another."""

    SAME = "same"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"


class Measure(StrEnum):
    """Effect measures by their escalc codes (metafor); ``HR`` and ``SMCC`` included."""

    RISK_RATIO = "RR"
    ODDS_RATIO = "OR"
    RISK_DIFFERENCE = "RD"
    HAZARD_RATIO = "HR"
    INCIDENCE_RATE_RATIO = "IRR"
    MEAN_DIFFERENCE = "MD"
    STANDARDIZED_MEAN_DIFFERENCE = "SMD"
    RATIO_OF_MEANS = "ROM"
    PROPORTION = "PR"
    MEAN = "MN"
    MEAN_CHANGE = "MC"
    STANDARDIZED_MEAN_CHANGE = "SMCC"
    CORRELATION = "COR"


class Statistic(StrEnum):
    """A test statistic, as papers name it."""

    T = "t"
    F = "F"
    CHI_SQUARED = "chi2"
    CORRELATION = "r"
    Z = "z"
    Q = "Q"


class GoodDirection(StrEnum):
    """Which direction of an effect estimate is good for those concerned."""

    HIGHER = "higher"
    LOWER = "lower"


class FigureStatus(StrEnum):
    """Whether a figure was read in a published copy."""

    CHECKED = "checked"
    UNCONFIRMED = "unconfirmed"


class Direction(StrEnum):
    """Which way a line of evidence bears on its claim; not judged is null."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    NEUTRAL = "neutral"


class Directness(StrEnum):
    """Whether the evidence is on the very thing that the claim names; not judged is null."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class Role(StrEnum):
    """What a source does for a claim; a candidate might be the work the text means."""

    PRIMARY = "primary"
    SYNTHESIS = "synthesis"
    BACKGROUND = "background"
    CANDIDATE = "candidate"


class Integrity(StrEnum):
    """What became of a source after it was published."""

    NONE = "none"
    CORRECTED = "corrected"
    CONCERN = "concern"
    RETRACTED = "retracted"


class Severity(StrEnum):
    """What a finding does to a line of evidence or to a claim."""

    BARS = "bars"
    WEAKENS = "weakens"
    NOTES = "notes"


class State(StrEnum):
    """How a claim stands, the worst first; derived on read, never stored by hand."""

    UNSUPPORTED = "unsupported"
    DISPUTED = "disputed"
    CONTESTED = "contested"
    UNJUDGED = "unjudged"
    WEAK = "weak"
    SUPPORTED = "supported"


class Outcome(StrEnum):
    """What a rule answers for each line or claim it is asked about."""

    PASS = "pass"  # noqa: S105 - an answer, not a password
    FAIL = "fail"
    INCONCLUSIVE = "inconclusive"
    NOT_APPLICABLE = "not-applicable"
    NOT_RUN = "not-run"


class Sameness(StrEnum):
    """What was decided of two sources."""

    SAME = "same"
    DISTINCT = "distinct"


class Notice(StrEnum):
    """What a notice about a published work does to it."""

    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    REINSTATEMENT = "reinstatement"


class Step(StrEnum):
    """A step to the certainty of a body of evidence, as GRADE takes them: a start, five down, three up."""

    START = "start"
    RISK_OF_BIAS = "risk-of-bias"
    INCONSISTENCY = "inconsistency"
    INDIRECTNESS = "indirectness"
    IMPRECISION = "imprecision"
    PUBLICATION_BIAS = "publication-bias"
    LARGE_EFFECT = "large-effect"
    DOSE_RESPONSE = "dose-response"
    OPPOSING_CONFOUNDING = "opposing-confounding"


class Rating(StrEnum):
    """How a step is rated; each step takes some of these."""

    HIGH = "high"
    LOW = "low"
    NOT_SERIOUS = "not-serious"
    SERIOUS = "serious"
    VERY_SERIOUS = "very-serious"
    EXTREMELY_SERIOUS = "extremely-serious"
    UNDETECTED = "undetected"
    STRONGLY_SUSPECTED = "strongly-suspected"
    ABSENT = "absent"
    PRESENT = "present"
    LARGE = "large"
    VERY_LARGE = "very-large"


class Certainty(StrEnum):
    """How sure a body of evidence makes us of an effect."""

    VERY_LOW = "very-low"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
