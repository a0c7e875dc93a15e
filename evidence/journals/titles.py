"""A journal's name freed of what catalogues add to it: places, years, subtitles and translations."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from evidence.journals.names import unaccented, words_of

ARTICLES: Final = frozenset({"the", "a", "an"})
_ELIDED: Final = re.compile(r"\b[dDlL]'")
_LONGEST: Final = 1_000
"""Characters; what is longer is no journal's name, and is taken as it is."""
_TRANSLATED: Final = re.compile(
    r"\s[=/]\s|\.\s(?=(?:la |le )?(?:revue|journal canadien|zeitschrift fur) )", re.IGNORECASE
)
_SUBTITLE: Final = re.compile(
    r"(?:\s?[:;]\s|\s[-\u2013\u2014]\s|\.\s(?=the |an? |official ))(?:the |an? )?(?:[a-z-]+ ){0,3}"
    r"(?:journal|publication|organ|bulletin|magazine|newsletter|review|forum) (?:of|for|on|in|devoted|dedicated|from) ",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"[(\[]([^()\[\]]*(?:\([^()\[\]]*\)[^()\[\]]*)?)[)\]]")
_EDITIONS: Final = frozenset(
    {"print", "online", "internet", "electronic", "electronic resource", "online edition", "print edition"}
)
_PLACE_WORDS: Final = """
abingdon amst amsterdam ann atlanta auckl auckland australia baltim baltimore barc barcelona basel beijing berl
berlin bethesda boston bp brazil bristol budapest burbank calif camb cambridge canada chicago china colo conn
copenh copenhagen dallas denmark dordrecht dublin edgmont edinb edinburgh engl england fayetteville fla france
ga geneva germany glasgow hagerstown hamburg heidelb heidelberg hoboken ill india indianapolis ireland irvine
italy japan leeds leiden leipz leipzig lisbon lond london madr madrid malden mass md mich milan milano millwood
minn mo mosc moscow mosk moskva munich netherlands norway ny oslo oxf oxford oxfordshire pa paris phila
philadelphia pittsburgh praha reading roma rome savannah scotland seoul shanghai singapore spain springfield
stockh stockholm stuttg stuttgart sweden switzerland sydney tenn tex tokyo torino turin turkey usa utrecht va
vienna warsaw warsz wash washington weinheim wien winchester wis york zurich
"""
_PLACES: Final = frozenset(_PLACE_WORDS.split())
_GENERIC_WORDS: Final = """
the a an annals annual archives bulletin communications gazette journal letters magazine memoirs monographs news
newsletter papers proceedings progress publications quarterly record report reports research review reviews
series studies transactions
"""
_GENERIC: Final = frozenset(_GENERIC_WORDS.split())
_YEARS: Final = re.compile(r"[\d\s:.,-]+")


class Title(NamedTuple):
    """What is left of a name: its words, each with its case, and the place it is told apart by."""

    words: tuple[str, ...]
    place: str
    """The first word of the place, in small letters; empty if none is given."""
    subtitle: str
    """The subtitle in small letters; empty if none was taken off."""


def title(name: str) -> Title:
    """Take a journal's name apart; ``The Lancet (London, England)`` has two words and the place ``london``."""
    text = _ELIDED.sub(" ", unaccented(name).replace("\u2019", "'"))
    if len(text) > _LONGEST:
        return Title(_words(text), "", "")
    text, _ = _parted(_TRANSLATED, text)
    place = ""
    parts: list[str] = []
    end = 0
    for bracket in _BRACKETED.finditer(text):
        before = text[end : bracket.start()]
        inside = tuple(map(str.casefold, _words(bracket[1])))
        parts.append(before)
        end = bracket.end()
        if not _is_added(bracket[1], inside, before="".join(parts)):
            if _PLACES.isdisjoint(inside) and inside != ("n", "y"):
                parts.append(f" {bracket[1]} ")
            else:
                place = inside[0]
    parts.append(text[end:])
    text, subtitle = _parted(_SUBTITLE, "".join(parts))
    told = [word.casefold() for word in _words(subtitle)]
    return Title(_words(text), place, " ".join(word for word in told if word not in ARTICLES))


def _is_added(text: str, words: tuple[str, ...], *, before: str) -> bool:
    """Tell whether brackets hold an edition, a year, or the initials of the words before them."""
    if not words or _YEARS.fullmatch(text) or " ".join(words) in _EDITIONS:
        return True
    return len(words) == 1 and text.isupper() and words[0] in _initials(before)


def _initials(text: str) -> set[str]:
    words = [word.casefold() for word in _words(text)]
    return {
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in {"of", "the", "and", "et"}),
    }


def _parted(mark: re.Pattern[str], text: str) -> tuple[str, str]:
    """Part a text at a mark, if what comes before can be a name: ``Journal / Dental Society`` stays whole."""
    found = mark.search(text)
    if found is None or says_nothing(_words(text[: found.start()])):
        return text, ""
    return text[: found.start()], text[found.start() :]


def says_nothing(words: Iterable[str]) -> bool:
    """Tell whether words would do for any journal."""
    return all(word.casefold() in _GENERIC for word in words)


def _words(text: str) -> tuple[str, ...]:
    plain = text.replace("&", " and ").replace("'s ", "s ").replace("s' ", "s ")
    return tuple(words_of(plain))
