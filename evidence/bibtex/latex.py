"""LaTeX in titles and names made plain Unicode, in one pass without recursion; nothing it meets makes it fail."""

import html
import re
import unicodedata
from functools import cache
from typing import Final

from pylatexenc.latex2text import get_default_latex_context_db

from evidence.bibtex.latex_tables import ACCENTS, DECLARATIONS, DOTTED, HIDDEN, SIGNS, SYMBOLS

_SPECIAL: Final = re.compile(r"[\\{}$~&<]|--|``|''")
_TOKEN: Final = re.compile(r"\\([A-Za-z]+)\*?[ \t\n]*|\\(.?)|(---?|``|''|[{}$~_^])", re.DOTALL)
_MATH: Final = re.compile(r"\$(?=[^$]{1,200}(?<!\\)\$)([^$]+)")
_IS_MATH: Final = re.compile(r"[\\^_<>=]|^\s*(?:[A-Za-z]{1,2}|[-+~±×≤≥])\s*$")  # noqa: RUF001 - as papers print it
_PLAIN_SIGNS: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}  # noqa: RUF001 - dashes are meant
_TAG: Final = re.compile(r"(?i)</?(?:i|b|u|em|strong|sub|sup|sc|scp|tt|span|jats:[a-z]{1,20})(?: [^<>]{0,200})?/?>")
_MARKS_IN_A_ROW: Final = re.compile(r"[^\w\x00-\x7f]{31,}")


def plain(value: str) -> str:
    """Give a value as it would be printed: on one line, NFC, without braces; ``%`` and ``&`` stand for themselves.

    What no table knows loses its command and keeps its argument, or stays as it is where it has none.
    """
    if _SPECIAL.search(value):
        bare = value.replace("{", "").replace("}", "")  # all that most values need
        value = _TAG.sub("", html.unescape(_Pass(value).text())) if _SPECIAL.search(bare) else bare
    if value.isascii():
        return " ".join(value.split())
    return unicodedata.normalize("NFC", _MARKS_IN_A_ROW.sub(_thinned, " ".join(value.split())))


def _thinned(run: re.Match[str]) -> str:
    """Keep thirty combining characters, as Unicode's stream-safe form does; more would take too long to sort."""
    text = run.group()
    return text[:30] + "".join(letter for letter in text[30:] if not unicodedata.combining(letter))


class _Pass:
    """The one pass over a value: an accent waits for its letter, a hidden group for its end."""

    def __init__(self, value: str) -> None:
        self._value = value
        self._out: list[str] = []
        self._accent: str | None = None
        self._depth = 0
        self._hidden_at: int | None = None
        self._math_end = -1

    def text(self) -> str:
        done = 0
        for token in _TOKEN.finditer(self._value):
            self._letters(self._value[done : token.start()])
            done = token.end()
            command, escaped, sign = token.groups()
            if command is not None:
                self._command(command, token)
            elif sign is not None:
                self._sign(sign, token.start())
            elif escaped in ACCENTS:
                self._accent = escaped
            else:
                self._put(SIGNS.get(escaped, token.group()))
        self._letters(self._value[done:])
        return "".join(self._out)

    def _put(self, text: str) -> None:
        if self._hidden_at is None:
            self._out.append(text)

    def _letters(self, text: str) -> None:
        """Put text, its first letter under the accent that waits for it."""
        if self._accent is not None and (bare := text.lstrip()):
            self._put(bare[0] + ACCENTS[self._accent])
            self._accent = None
            text = bare[1:]
        if self._accent is None:
            self._put(text)

    def _command(self, name: str, token: re.Match[str]) -> None:
        opens = self._value.startswith("{", token.end())
        if name in ACCENTS and (opens or token.end() > token.end(1)):
            self._accent = name
        elif (symbol := SYMBOLS.get(name)) is not None:
            self._letters(DOTTED.get(symbol, symbol) if self._accent else symbol)
        elif name in HIDDEN:
            if opens and self._hidden_at is None:
                self._hidden_at = self._depth
        elif not opens and name not in DECLARATIONS:
            self._put(_from_pylatexenc(name) or token.group())

    def _sign(self, sign: str, place: int) -> None:
        if sign == "{":
            self._depth += 1
        elif sign == "}":
            self._close()
        elif sign == "$":
            self._dollar(place)
        elif sign in "_^":
            if place > self._math_end:
                self._letters(sign)
        else:
            self._letters(_PLAIN_SIGNS[sign])

    def _close(self) -> None:
        if self._accent is not None:
            self._put(self._accent if self._accent in "~^" else "")
            self._accent = None
        self._depth = max(self._depth - 1, 0)
        if self._hidden_at is not None and self._depth <= self._hidden_at:
            self._hidden_at = None

    def _dollar(self, place: int) -> None:
        if place == self._math_end:
            return
        math = _MATH.match(self._value, place)
        if math is not None and _IS_MATH.search(math[1]):
            self._math_end = math.end()
        else:
            self._letters("$")


@cache
def _constants() -> dict[str, str]:
    database = get_default_latex_context_db()
    return {
        spec.macroname: spec.simplify_repl
        for category in database.categories()
        for spec in database.iter_macro_specs([category])
        if isinstance(spec.simplify_repl, str) and "%" not in spec.simplify_repl
    }


def _from_pylatexenc(name: str) -> str | None:
    return _constants().get(name)
