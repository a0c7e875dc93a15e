"""Text as it stands in a .bib file: accents and signs in the ways in which programs write them."""

import unicodedata
from typing import Final

_COMMANDS: Final = {
    "\u0301": "'", "\u0300": "`", "\u0302": "^", "\u0308": '"', "\u0303": "~", "\u030c": "v", "\u0327": "c",
    "\u030a": "r", "\u0306": "u", "\u0304": "=", "\u0328": "k", "\u030b": "H", "\u0307": ".",
}  # fmt: skip
_SYMBOLS: Final = {
    "ß": r"\ss", "ø": r"\o", "Ø": r"\O", "ł": r"\l", "Ł": r"\L", "æ": r"\ae", "å": r"\aa", "Å": r"\AA", "ı": r"\i",
}  # fmt: skip
_MATH: Final = {"α": r"$\alpha$", "β": r"$\beta$", "κ": r"$\kappa$", "<": "$<$", ">": "$>$"}
_LETTERS: Final = tuple(
    letter for letter in map(chr, range(0xC0, 0x250)) if unicodedata.normalize("NFD", letter)[1:] in _COMMANDS
)


def _table(accent: str, command: str, symbol: str) -> dict[int, str]:
    table = {ord(sign): symbol.format(name) for sign, name in _SYMBOLS.items()}
    for letter in _LETTERS:
        base, mark = tuple(unicodedata.normalize("NFD", letter))
        name = _COMMANDS[mark]
        if letter not in _SYMBOLS:
            table[ord(letter)] = (command if name.isalpha() else accent).format("\\" + name, base)
    return table


def _signs(percent: str, ampersand: str, *, math: bool) -> dict[int, str]:
    signs = {ord("%"): percent, ord("&"): ampersand}
    return signs | {ord(sign): text for sign, text in _MATH.items()} if math else signs


_ANGLES: Final = {ord("<"): r"{\textless}", ord(">"): r"{\textgreater}"}
_PLAIN: Final[dict[int, str]] = {}
_TEXTS: Final = {
    "unicode": _PLAIN,
    "escaped": _signs(r"\%", r"\&", math=False) | _ANGLES,
    "tex": _table("{{{}{}}}", "{{{}{{{}}}}}", "{{{}}}") | _signs(r"\%", r"\&", math=True),
    "outer": _table("{}{{{}}}", "{}{{{}}}", "{}{{}}") | _signs(r"\%", r"\&", math=True),
    "mendeley": _table("{{{}{{{}}}}}", "{{{}{{{}}}}}", "{{{}}}") | _signs(r"{\%}", r"{\&}", math=False) | _ANGLES,
}
_BARE: Final = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in _LETTERS} | {
    ord(sign): {"ß": "ss", "æ": "ae"}.get(sign, name[-1:].lower() if sign.islower() else name[-1:])
    for sign, name in _SYMBOLS.items()
    if sign != "å"
}


def written(text: str, style: str) -> str:
    """Give text in a style: ``unicode`` as it is, ``escaped`` for signs only, ``tex``, ``outer`` and ``mendeley``."""
    table = _TEXTS[style]
    return text.translate(table) if table else text


def bare(text: str) -> str:
    """Give text without accents, as a careless export has it."""
    return text if text.isascii() else text.translate(_BARE)
