"""What LaTeX commands in titles and names stand for."""

from typing import Final

ACCENTS: Final = {
    '"': "\u0308",
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "k": "\u0328",
    "r": "\u030a",
}
"""Combining characters; they come after their letter, LaTeX's commands before it."""

SIGNS: Final = {
    "\\": " ",
    ",": " ",
    ";": " ",
    ":": " ",
    " ": " ",
    "\n": " ",
    "\t": " ",
    "!": "",
    "/": "",
    "@": "",
    "-": "",
    "(": "",
    ")": "",
    "[": "",
    "]": "",
    "{": "{",
    "}": "}",
    "&": "&",
    "%": "%",
    "$": "$",
    "#": "#",
    "_": "_",
}
"""What a backslash and one sign stand for."""

SYMBOLS: Final = {
    "AA": "Å",
    "AE": "Æ",
    "BibTeX": "BibTeX",
    "DH": "Ð",
    "DJ": "Đ",
    "L": "Ł",
    "LaTeX": "LaTeX",
    "O": "Ø",
    "OE": "Œ",
    "P": "¶",
    "S": "§",
    "TH": "Þ",
    "TeX": "TeX",
    "aa": "å",
    "ae": "æ",
    "circ": "°",
    "copyright": "©",
    "degree": "°",
    "dh": "ð",
    "dj": "đ",
    "dots": "…",
    "euro": "€",
    "guillemotleft": "«",
    "guillemotright": "»",
    "i": "ı",  # noqa: RUF001 - the letter without its dot is meant
    "j": "ȷ",
    "l": "ł",
    "ldots": "…",
    "o": "ø",
    "oe": "œ",
    "pounds": "£",
    "quotedblbase": "„",
    "ss": "ß",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbullet": "•",
    "textcopyright": "©",
    "textdegree": "°",
    "textdollar": "$",
    "textellipsis": "…",
    "textemdash": "—",
    "textendash": "–",  # noqa: RUF001 - a dash is meant
    "texteuro": "€",
    "textgreater": ">",
    "textless": "<",
    "textmu": "µ",
    "textonehalf": "½",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "textperiodcentered": "·",
    "textpm": "±",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquoteleft": "‘",  # noqa: RUF001 - a quotation mark is meant
    "textquoteright": "’",  # noqa: RUF001 - as above
    "textquotesingle": "'",
    "textregistered": "®",
    "textsterling": "£",
    "texttimes": "×",  # noqa: RUF001 - as above
    "texttrademark": "™",
    "textunderscore": "_",
    "th": "þ",
}

DOTTED: Final = {SYMBOLS["i"]: "i", SYMBOLS["j"]: "j"}
"""Letters without their dots, which have them again under an accent."""

HIDDEN: Final = frozenset({"SortNoop", "href", "hspace", "noopsort", "sortnoop", "vspace"})
"""Commands whose first argument is not printed."""

DECLARATIONS: Final = frozenset(
    (
        "bf",
        "bfseries",
        "boldmath",
        "cal",
        "displaystyle",
        "em",
        "it",
        "itshape",
        "left",
        "newblock",
        "noindent",
        "normalfont",
        "protect",
        "relax",
        "right",
        "rm",
        "rmfamily",
        "sb",
        "sc",
        "scshape",
        "sf",
        "sffamily",
        "sl",
        "slshape",
        "sp",
        "tt",
        "ttfamily",
        "upshape",
    )
)
"""Commands that change how text looks and print nothing."""
