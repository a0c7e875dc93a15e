"""The words of a journal's title that count: phrases made one word, sections by their letter alone."""

from collections.abc import Iterator
from typing import Final

from evidence.journals.titles import ARTICLES

_SMALL_WORDS: Final = """
and as at by f for from in of on or to with au aux d de des du et l la le les pour sur das dem den der die fur
im und von zum zur da das do dos del della delle dei degli di e el em gli i il las lo los o para por u y af och
og een en het van voor
"""
_SMALL: Final = ARTICLES | frozenset(_SMALL_WORDS.split())
OFTEN_SMALL: Final = frozenset({"At", "Des", "For"})
"""Small words, unless they stand in an abbreviation with a capital: Atomic, Design, Forest."""
_SECTIONS: Final = frozenset({"abt", "part", "pt", "sec", "sect", "section", "ser", "serie", "series", "teil"})
_ROMAN: Final = frozenset("ivx")
_JOINED: Final = frozenset({"neuro", "psycho", "socio", "cardio", "immuno", "gastro"})
_PHRASES: Final = {
    tuple(spelling.split()): short
    for short, spellings in {
        "usa": "united states of america|u s a",
        "us": "united states|u s",
        "uk": "united kingdom|u k",
        "hk": "hong kong|h k",
        "nam": "north america|north american|north am|n am",
        "nengl": "new england|new engl|n engl",
        "ny": "new york|n y",
        "nz": "new zealand|n z",
        "safr": "south africa|south african|s afr",
    }.items()
    for spelling in spellings.split("|")
}
_FIRST_OF_A_PHRASE: Final = frozenset(words[0] for words in _PHRASES)
_LONGEST_PHRASE: Final = max(map(len, _PHRASES))
_SPELLINGS: Final = {
    "behaviour": "behavior",
    "behavioural": "behavioral",
    "behaviours": "behaviors",
    "centre": "center",
    "counselling": "counseling",
    "programme": "program",
}


def parts(words: tuple[str, ...]) -> list[str]:
    """Give the words of a title without articles, in small letters but for single capitals; ``USA`` is one word."""
    return list(_joined(_marked(words)))


def is_small(part: str) -> bool:
    """Tell articles, prepositions and conjunctions, which abbreviations leave out."""
    return part in _SMALL


def _marked(words: tuple[str, ...]) -> list[str]:
    """Give words in small letters without articles, but those of one letter that may name a section in capitals."""
    last = len(words) - 1
    marked = []
    for place, text in enumerate(words):
        if len(text) == 1 and (text.isupper() or place == last):
            marked.append(text.upper())
        elif text in OFTEN_SMALL:
            marked.append(text)
        else:
            folded = text.casefold()
            marked.append(_SPELLINGS.get(folded, folded))
    return [text for text in marked if text not in ARTICLES] or marked


def _joined(words: list[str]) -> Iterator[str]:
    """Give words with phrases and prefixes made one word, and without ``Part`` before its letter."""
    place = 0
    while place < len(words):
        text = words[place]
        if text.lower() in _FIRST_OF_A_PHRASE:
            length, phrase = _phrase(words, place)
            if phrase:
                yield phrase
                place += length
                continue
        following = words[place + 1] if place + 1 < len(words) else ""
        if text in _JOINED and len(following) > 1 and following not in _SMALL:
            yield text + following
            place += 2
            continue
        if not (text in _SECTIONS and following and _is_mark(following)):
            yield text
        place += 1


def _phrase(words: list[str], place: int) -> tuple[int, str]:
    for length in range(_LONGEST_PHRASE, 1, -1):
        if (found := _PHRASES.get(tuple(text.lower() for text in words[place : place + length]))) is not None:
            return length, found
    return 0, ""


def _is_mark(text: str) -> bool:
    """Tell the letter or number of a section."""
    return len(text) == 1 or text.isdecimal() or _ROMAN.issuperset(text)
