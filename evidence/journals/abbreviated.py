"""One key for a journal's title and all its abbreviations, and whether two names can be one journal's."""

from functools import lru_cache
from typing import Final, NamedTuple

from evidence.journals.irregular import OTHERS_OF_THAT_NAME, SHORT_NAMES
from evidence.journals.names import comparable, unaccented
from evidence.journals.parts import OFTEN_SMALL, is_small, parts
from evidence.journals.titles import says_nothing, title
from evidence.journals.words import word

_COMMON_LENGTH: Final = 400
_VOWELS: Final = frozenset("aeiouy")


class Reading(NamedTuple):
    """A journal's name as its words are understood."""

    key: str
    """Its abbreviation: alike for the title and all abbreviations of it that are known."""
    words: tuple[str, ...]
    """Word by word what was spelt out; empty where a word is, or could be, an abbreviation."""
    wording: str
    """All words with the small ones, articles left out."""
    is_cut: bool
    """Whether it can be an abbreviation, as ``Age Ageing`` is one in which no word is short."""
    place: str
    subtitle: str
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
    if one.key != other.key or not (_fit(one.place, other.place) and _fit(one.subtitle, other.subtitle)):
        return False
    if not one.is_cut and not other.is_cut:
        return one.wording == other.wording
    return all(not here or not there or here == there for here, there in zip(one.words, other.words, strict=True))


def _fit(one: str, other: str) -> bool:
    """Tell whether one may be the other cut short, or left out."""
    return one.startswith(other) or other.startswith(one)


def read(name: str) -> Reading:
    """Read a journal's name; those of common length are remembered."""
    return _remembered(name) if len(name) <= _COMMON_LENGTH else _read(name)


@lru_cache(maxsize=4096)
def _remembered(name: str) -> Reading:
    return _read(name)


def _read(name: str) -> Reading:
    words, place, subtitle = title(name)
    told = parts(words)
    weighty = _weighty(told)
    folded = [text.lower() for text in weighty]
    known = [word(text) for text in folded]
    if len(folded) == 1 and folded[0] in {text.casefold() for text in words}:
        key, is_short = folded[0], False  # a title of one word is not abbreviated
        spelt_out: tuple[str, ...] = (key,)
    else:
        key = " ".join(one.cut for one in known) or comparable(name)
        spelt_out = tuple(one.whole for one in known)
        is_short = any(one.short for one in known[:-1]) or any(one.short and len(one.cut) > 1 for one in known[-1:])
    wording = " ".join(told).lower()
    if (len(told) == 1 or " " in key) and (full := SHORT_NAMES.get(key)) is not None:
        key, spelt_out, is_short = full, ("",) * len(full.split()), True
    if (other := f"{key} {place[:3]}") in OTHERS_OF_THAT_NAME:
        key, place = other, ""
    return Reading(
        key=key,
        words=spelt_out,
        wording=wording,
        is_cut=is_short or key == wording,
        place=place,
        subtitle=subtitle,
        unknown=tuple(
            text
            for text, one in zip(folded, known, strict=True)
            if not one.known and _looks_cut(text, name, is_short=is_short)
        ),
    )


def _weighty(told: list[str]) -> list[str]:
    """Give the words that an abbreviation keeps; all, if without the small ones the name would do for another journal.

    ``In Practice`` is not ``Practice``, and ``La Nature`` is not ``Nature``, but ``Der Nervenarzt`` is ``Nervenarzt``.
    """
    weighty = [text for text in told if not is_small(text)]
    if not OFTEN_SMALL.isdisjoint(weighty):
        words = [text for text in weighty if text not in OFTEN_SMALL]
        weighty = weighty if any(word(text.lower()).short for text in words) else words
    if says_nothing(weighty) or (len(weighty) == 1 and len(told) > 1 and word(weighty[0].lower()).known):
        return told
    return weighty


def _looks_cut(text: str, name: str, *, is_short: bool) -> bool:
    """Tell whether an unknown word seems abbreviated: it is Latin, and a point follows it or it has no vowel.

    One point alone may part a title from its section, and capitals are initials: ``Zorp. Part A``, ``XYZ Reports``.
    """
    plain = unaccented(name)
    if not (text.isascii() and text.isalpha()) or (text.upper() in plain and not name.isupper()):
        return False
    if not _VOWELS.intersection(text):
        return True
    return f"{text}." in plain.casefold() and (is_short or plain.count(".") > 1)
