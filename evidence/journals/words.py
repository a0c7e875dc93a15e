"""Words of titles and how ISO 4 abbreviates them, from a table of our own and a few rules of word endings."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

_SHORTEST_STEM: Final = 4
_PREFIXES: Final = ("neuro", "psycho", "socio", "cardio", "immuno", "gastro")
_ENDINGS: Final = re.compile(
    r"(.{2,}?)(?:(ol)og(?:y|ies|ics?|ical|ists?|ia|ica|ico|icae|ie|ique|isch|ischen?)"
    r"|(gr)aph(?:y|ies|ic|ical|ica|ie|isch|ischen?)"
    r"|(chem)(?:istry|icals?|ica|ie)"
    r"|(phys)(?:ics|ical|ica|ik)"
    r"|(med)(?:icine|ical|ica)"
    r"|(ther)ap(?:y|ies|eutics?|eutica|ie|ists?)"
    r"|(surg)(?:ery|ical|eons?)"
    r"|(genet)(?:ics?|ica|ik)"
    r"|(sci)ences?"
    r"|(iatr)(?:ics?|ica|ie|ia))"
)
_CUT_ENDINGS: Final = re.compile(r".{3,}(?:ol|gr|chem|phys|med|ther|surg|genet|sci|iatr)")


class Word(NamedTuple):
    """A word of a title."""

    cut: str
    """How it is abbreviated; itself where it is not, or where that is not known."""
    whole: str
    """The word, if it cannot be an abbreviation of another; else empty."""
    short: bool
    """Whether it is an abbreviation and no word by itself."""
    known: bool


@lru_cache(maxsize=8192)
def word(text: str) -> Word:
    """Look a word up: in small letters, without accents."""
    words, stems = _table()
    if (found := words.get(text)) is not None:
        return found
    for end in range(len(text), _SHORTEST_STEM - 1, -1):
        if (cut := stems.get(text[:end])) is not None:
            return Word(cut, text, short=False, known=True)
    if (ending := _ENDINGS.fullmatch(text)) is not None:
        return Word(ending[1] + ending[ending.lastindex or 0], text, short=False, known=True)
    if text.endswith("s") and (found := words.get(text[:-1])) is not None and not found.short:
        return Word(found.cut, text, short=False, known=True)
    return _compound(text) or _unlisted(text)


def _unlisted(text: str) -> Word:
    if _CUT_ENDINGS.fullmatch(text):
        return Word(text, "", short=True, known=True)
    return Word(text, text, short=False, known=len(text) == 1)


def _compound(text: str) -> Word | None:
    """Look up what stands after a prefix: neuro in neurorehabilitation."""
    for prefix in _PREFIXES:
        if text.startswith(prefix) and len(text) > len(prefix) + 1:
            rest = word(text[len(prefix) :])
            if rest.known:
                return Word(prefix + rest.cut, prefix + rest.whole if rest.whole else "", rest.short, known=True)
    return None


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, Word], dict[str, str]]:
    """Give the words and the stems of the table, which tells its own form."""
    whole: dict[str, str] = {}
    short: dict[str, str] = {}
    stems: dict[str, str] = {}
    for line in files("evidence.journals").joinpath("words.txt").read_text("utf-8").splitlines():
        cut, *words = line.split()
        if cut == "=":
            whole.update(zip(words, words, strict=True))
        elif cut != "#":
            short[cut] = cut
            for text in words:
                if text.startswith("."):
                    short[text[1:]] = cut
                elif text.endswith("-"):
                    stems[text[:-1]] = cut
                else:
                    whole[text] = cut
    found = {text: Word(cut, "", short=text not in whole, known=True) for text, cut in short.items()}
    for text, cut in whole.items():
        found[text] = Word(short.get(text, cut), "" if text in short else text, short=False, known=True)
    return found, stems
