"""One key for a journal's title and all its abbreviations, and whether two names can be one journal's."""

from functools import lru_cache
from typing import Final, NamedTuple

from evidence.journals.irregular import OTHERS_OF_THAT_NAME, SHORT_NAMES
from evidence.journals.names import comparable, unaccented
from evidence.journals.parts import is_small, parts
from evidence.journals.titles import title
from evidence.journals.words import word

_VOWELS: Final = frozenset("aeiouy")


class Reading(NamedTuple):
    """A journal's name as its words are understood."""

    key: str
    """Its abbreviation: alike for the title and all abbreviations of it that are known."""
    words: tuple[str, ...]
    """Word by word what was spelt out; empty where a word is, or could be, an abbreviation."""
    wording: str
    """All words with the small ones, articles left out; empty if one is an abbreviation."""
    place: str
    unknown: tuple[str, ...]
    """The words that look abbreviated and are not known."""


def abbreviated(name: str) -> str:
    """Give one key for a journal's full title and its abbreviations, by ISO 4: case, points and articles aside.

    Titles that differ can share a key, as Natural Medicine and Nature Medicine do: ``agree`` tells those apart.
    """
    return read(name).key


def unknown_words(name: str) -> tuple[str, ...]:
    """Give the words of an abbreviated name that are in no table, in small letters."""
    return read(name).unknown


def agree(one: str, other: str) -> bool:
    """Tell whether two names are one journal's: the same title, or one the other's abbreviation.

    Two titles that are both spelt out must be spelt alike; two places in brackets must be the same.
    """
    return agreed(read(one), read(other))


def agreed(one: Reading, other: Reading) -> bool:
    """Tell the same of two names that are read."""
    if one.key != other.key or not (one.place.startswith(other.place) or other.place.startswith(one.place)):
        return False
    if one.wording and other.wording:
        return one.wording == other.wording
    return all(not here or not there or here == there for here, there in zip(one.words, other.words, strict=True))


@lru_cache(maxsize=4096)
def read(name: str) -> Reading:
    """Read a journal's name."""
    words, place = title(name)
    told = parts(words)
    weighty = [text for text in told if not is_small(text)] or told
    if not weighty:
        return Reading(comparable(name), (comparable(name),), comparable(name), place, ())
    folded = [text.lower() for text in weighty]
    known = [word(text) for text in folded]
    cut_short = [text for text, one in zip(folded, known, strict=True) if not one.known]
    unknown = tuple(text for text in cut_short if _looks_cut(text, name)) if cut_short else ()
    if len(weighty) == 1:
        key, whole, wording = folded[0], (folded[0],), folded[0]
    else:
        key = " ".join(one.cut for one in known)
        whole = tuple(one.whole for one in known)
        is_short = any(one.short for one in known[:-1]) or (known[-1].short and len(folded[-1]) > 1)
        wording = "" if is_short else " ".join(told).lower()
    if (full := SHORT_NAMES.get(key)) is not None:
        return Reading(full, ("",) * len(full.split()), "", place, unknown)
    if f"{key} {place[:4]}" in OTHERS_OF_THAT_NAME:
        key, place = f"{key} {place}", ""
    return Reading(key, whole, wording, place, unknown)


def _looks_cut(text: str, name: str) -> bool:
    """Tell whether an unknown word seems abbreviated: a point follows it, or it has no vowel."""
    return f"{text}." in unaccented(name).casefold() or not _VOWELS.intersection(text)
