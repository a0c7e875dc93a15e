"""Whether two entries tell of one work: surely, possibly or not, and why."""

from enum import Enum
from typing import NamedTuple

from evidence.matching.apart import other_form, says_another
from evidence.matching.bearings import Bearings, bearings, in_words
from evidence.matching.certainty import Weight, is_likely, is_sure, weight_of
from evidence.matching.differences import ONE_WORK, Difference, Likeness, difference
from evidence.matching.identifiers import differing_identifiers, shared_identifier
from evidence.matching.kinds import Form
from evidence.matching.traits import Traits


class Verdict(Enum):
    """What is held of two entries."""

    SAME = "same"
    """Surely one work."""
    LIKELY = "likely"
    """Perhaps; a person should look."""
    DIFFERENT = "different"


class Comparison(NamedTuple):
    """What is held of two entries, and why, in short sentences for a person."""

    verdict: Verdict
    reasons: tuple[str, ...]


def compared(one: Traits, other: Traits) -> Comparison:
    """Tell whether two entries are of one work; their order makes no difference.

    Identifiers come first: two that differ are never the same by themselves, and one that is shared is the same
    unless title, form or authors speak against it. Without one, the title must be the same but for what databases do
    to it, and authors, year, journal, volume and pages must bear it out. A preprint and its article, an erratum and
    what it corrects, parts, reports of several years, editions, and papers that share a title only are different
    works; a person is asked where one could be taken for the other.

    Likeness does not carry over: the first entry may be the same as a second, the second as a third, while first and
    third give different DOIs. ``contradict`` tells of any two that a third would join.
    """
    told = difference(one.title, other.title) if one.title.text and other.title.text else None
    shared = shared_identifier(one, other)
    if shared is not None:
        return _named(one, other, told, shared)
    if told is not None and _is_hopeless(one, other, told):
        return Comparison(Verdict.DIFFERENT, (_alike(told),))
    seen = bearings(one, other)
    differing = differing_identifiers(one, other)
    if told is None:
        verdict = Verdict.LIKELY if seen.placed and seen.authors > 0 and not differing else Verdict.DIFFERENT
        return Comparison(verdict, ("one has no title", *in_words(seen)))
    return _unnamed(one, other, told, seen, differing)


def _is_hopeless(one: Traits, other: Traits, told: Difference) -> bool:
    """Tell other titles of works that do not begin on one page: most pairs by far, told by little."""
    if told.likeness is not Likeness.OTHER or told.ratio >= ONE_WORK:
        return False
    return one.first_page is None or one.first_page != other.first_page or one.volume != other.volume


def contradict(one: Traits, other: Traits) -> bool:
    """Tell whether two entries can't be of one work, though each be the same as some third."""
    if compared(one, other).verdict is Verdict.SAME:
        return False
    seen = bearings(one, other)
    named = shared_identifier(one, other) is not None
    if differing_identifiers(one, other) or other_form(one, other, seen, named=named):
        return True
    if one.title.text and other.title.text:
        told = difference(one.title, other.title)
        if says_another(told) is not None or (told.likeness is Likeness.OTHER and told.ratio < ONE_WORK):
            return True
    return min(seen.authors, seen.year, seen.page, seen.volume) < 0


def _named(one: Traits, other: Traits, told: Difference | None, shared: str) -> Comparison:
    """Judge two entries that share an identifier."""
    seen = bearings(one, other)
    against = [f"both give a {name} and they differ" for name in differing_identifiers(one, other)]
    against += other_form(one, other, seen, named=shared not in {"arXiv number", "ISBN"})
    if told is None:
        if seen.authors <= 0 and seen.page <= 0:
            against.append("one has no title, and nothing else bears it out")
    elif told.likeness is Likeness.OTHER and (told.ratio < ONE_WORK or (seen.page <= 0 and not told.one_sided)):
        against.append(f"but {_alike(told)}")
    elif told.likeness is not Likeness.SHORTENED and (says := says_another(told)) is not None:
        against.append(says)
    against += _elsewhere(one, other, seen)
    if shared == "ISBN" and seen.gap:
        against.append("the years differ, as those of two editions do")
    reasons = (f"the same {shared}", *against) if against or told is None else (f"the same {shared}", _alike(told))
    return Comparison(Verdict.LIKELY if against else Verdict.SAME, reasons)


def _elsewhere(one: Traits, other: Traits, seen: Bearings) -> list[str]:
    """Say which of authors and pages make a shared identifier doubtful."""
    found = []
    if seen.authors < 0:
        found.append("other authors")
    if seen.page < 0 and (
        seen.volume < 0
        or weight_of(one.title, other.title) in {Weight.SHORT, Weight.NONE}
        or Form.CHAPTER in {one.form, other.form}
    ):
        found.append("other pages")
    return found


def _unnamed(one: Traits, other: Traits, told: Difference, seen: Bearings, differing: tuple[str, ...]) -> Comparison:
    """Judge two entries that share no identifier."""
    weight = weight_of(one.title, other.title)
    against = [f"both give a {name} and they differ" for name in differing]
    against += other_form(one, other, seen, named=False)
    says = says_another(told)
    reasons = (_alike(told), *(() if says is None else (says,)), *against, *in_words(seen))
    if says is not None and not (told.likeness is Likeness.SHORTENED and seen.page > 0 and seen.gap == 0):
        looked_at = seen.placed and seen.authors > 0 and seen.year >= 0 and not differing
        return Comparison(Verdict.LIKELY if looked_at else Verdict.DIFFERENT, reasons)
    if not against and is_sure(told, seen, weight=weight, form=one.form):
        return Comparison(Verdict.SAME, reasons)
    likely = is_likely(told, seen, weight=weight, against=bool(against))
    return Comparison(Verdict.LIKELY if likely else Verdict.DIFFERENT, reasons)


def _alike(told: Difference) -> str:
    if told.likeness is Likeness.EQUAL:
        return "the same title"
    if told.likeness is Likeness.SHORTENED:
        return "the same title, of which one has a subtitle more"
    if told.likeness is Likeness.SHUFFLED:
        return "the same words in the titles, in another order"
    return f"titles {told.ratio:.0f} % alike"
