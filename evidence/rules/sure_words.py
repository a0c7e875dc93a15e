"""Words about a result that can be held against its figures surely: plain ones, of one thing, in one clause."""

import re
from typing import Final

from evidence.dossier import Effect
from evidence.numbers.directions import BETTER, FAILING, HIGHER, LOWER, NEGATION, WORSE
from evidence.rules.measures import OF_EVENTS
from evidence.vocab import ClaimKind, GoodDirection

_WORD: Final = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_FURTHER_CLAUSE: Final = re.compile(
    r"[.;:,()](?!\d)|\b(?:but|and|while|whereas|although|though|except|later|then|until|once|after adjust\w+)\b"
)
_COMPARED: Final = re.compile(r"\b(?:than|against|versus|compared (?:with|to)|relative to|from)\b.*")
_THAN_A_NUMBER: Final = re.compile(
    r"\bthan (?:(?:an?|half|one|two|three|four|five|six|seven|eight|nine|ten|twice|double|expected|before)\b|\d)"
)
_SIGNIFICANCE: Final = re.compile(r"significan|\b(?:no|not|never|neither|didn't|don't|doesn't)\b.{0,30}\bdiffer")
_CONTROLS: Final = frozenset({"placebo", "control", "controls", "comparator", "saline", "sham", "untreated"})
_WAYS: Final = LOWER | HIGHER | BETTER | WORSE
_TURNED: Final = _WAYS | frozenset({"fall", "drop", "rise", "loss", "gain", "free", "halved", "relief", "change"})
_BEFORE_IT: Final = frozenset(
    {"baseline", "beforehand", "entry", "inclusion", "initially", "randomisation", "randomization"}
)
"""Words of the time before anybody was given anything."""
_DENYING: Final = (
    NEGATION
    | FAILING
    | frozenset(
        {
            "few",
            "futile",
            "hardly",
            "ineffective",
            "ineffectual",
            "lack",
            "lacked",
            "lacking",
            "lacks",
            "less",
            "limited",
        }
        | {
            "little",
            "negligible",
            "only",
            "rare",
            "rarely",
            "safe",
            "safely",
            "seldom",
            "unlikely",
            "unproven",
            "useless",
        }
        | {"worthless"}
    )
)
_OF_A_HARM: Final = (
    LOWER
    | BETTER
    | frozenset(
        {"benign", "harmless", "infrequent", "infrequently", "mild", "milder", "mildly", "minor", "negligible", "rarer"}
        | {"tolerable", "tolerated", "transient", "uncommon", "uncommonly"}
    )
)
"""Words by which a claim of harm says that there is little of it, or less than of another."""
_LONGEST: Final = 300
_STEM: Final = 5
"""Letters that are the same in "respond" and "response"."""


def sure_phrase(effect: Effect) -> str | None:
    """Give the words recorded of a result where they are one clause; none where they may speak of more."""
    words = (effect.finding or "").strip().rstrip(".").lower()
    if not words or len(words) > _LONGEST or _FURTHER_CLAUSE.search(words):
        return None
    return words


def speaks_of_significance(phrase: str) -> bool:
    """Tell whether a phrase says that a difference is significant, or that there was none; not clinically so."""
    return _SIGNIFICANCE.search(phrase) is not None and "clinical" not in phrase


def tells_a_direction(phrase: str, effect: Effect) -> bool:
    """Tell whether a phrase says of the intervention alone which way this very outcome went.

    Not where it speaks of the comparator, as "fewer on placebo"; where a number is more or less than another; where
    two words of direction meet, as in "improved less"; where it speaks of the time before; nor where the outcome is
    itself a change, as a fall of pain.
    A word as "fewer" has to stand beside one of the outcome; of a difference of means lower has to be the good way,
    since a higher one may be of larger falls.
    """
    told = [token for token in _tokens(phrase) if token in _WAYS]
    before = set(_tokens(_COMPARED.sub("", phrase)))
    if not before.isdisjoint(_BEFORE_IT):
        return False
    controls = _CONTROLS | set(_tokens(effect.comparator)) | set(_tokens(" ".join(arm.name for arm in effect.arms[1:])))
    if len(told) != 1 or told[0] not in before or not before.isdisjoint(controls) or _THAN_A_NUMBER.search(phrase):
        return False
    if told[0] in BETTER | WORSE:
        return True
    if effect.measure not in OF_EVENTS and effect.good is not GoodDirection.LOWER:
        return False
    outcome = set(_tokens(effect.outcome))
    return _TURNED.isdisjoint(outcome) and not _stems(before).isdisjoint(_stems(outcome))


def without_direction(phrase: str) -> str:
    """Give a phrase without its words of direction, for those of significance alone."""
    return _WORD.sub(lambda found: "" if found.group() in _WAYS else found.group(), phrase)


def says_that_it_does(statement: str, kind: ClaimKind) -> bool:
    """Tell whether a claim of a benefit or a harm says that there is one, and not that there is none or little."""
    told = set(_tokens(statement))
    denying = _DENYING | (_OF_A_HARM if kind is ClaimKind.HARM else WORSE)
    return denying.isdisjoint(told) and "as well as" not in statement.casefold()


def _tokens(text: str | None) -> list[str]:
    return _WORD.findall((text or "").casefold())


def _stems(words: set[str]) -> set[str]:
    return {word[:_STEM] for word in words if len(word) >= _STEM - 1 and word not in _WAYS}
