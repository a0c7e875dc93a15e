"""The names by which papers call a comparator, whatever was tried against it."""

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")
_JOINED: Final = re.compile(r"[+&]|\b(?:plus|and|with)\b")
_DENIALS: Final = frozenset({"no", "not", "non", "never", "without"})
"""After which a name tells what was not given."""
_LACKS: Final = frozenset({"free", "naive"})
"""Before which it does."""
_DUMMY: Final = re.compile(r"\b(?:placebos?|sham)\b")
_DENIES: Final = re.compile(r"\s*(?:no|not|never|without)\s")
_COMPARATOR: Final = re.compile(
    r"""
      \b(?: placebos? | sham | vehicle
          | (?: usual | standard | routine | conventional ) \s (?: of \s )? (?: medical \s )?
            (?: care | treatment | therapy | practice )
          | (?: care | treatment ) \s as \s usual
          | (?: best \s )? supportive \s care
          | wait (?: ing )? \s? lists?
          | watchful \s waiting | expectant \s management
          | untreated | unexposed | unvaccinated | unsupplemented
          | non \s? (?: users? | use | exposed | treated | vaccinated )
        )\b
    | ^(?: (?: the | active | attention | healthy | matched | negative | historical | concurrent | community ) \s )*
       (?: controls? | comparators? | comparison | reference )\b (?! \s (?: of | over )\b )
    | ^(?: (?: iv | intravenous | intranasal | nasal | normal | physiologic | physiological | isotonic | 0 | 9 ) \s )*
       saline\b
    """,
    re.VERBOSE,
)


def words_of(text: str | None) -> str:
    """Give the words of a name, in lower case and set apart by blanks; an empty text has none."""
    return f" {' '.join(_WORD.findall((text or '').casefold()))} "


def affirmed(text: str | None) -> str:
    """Give the words of a name without what it denies: of "placebo, no zinc" the placebo."""
    kept: list[str] = []
    for word in words_of(text).split():
        if word in _DENIALS:
            break
        if word in _LACKS:
            del kept[-1:]
        else:
            kept.append(word)
    return f" {' '.join(kept)} "


def is_comparator(name: str) -> bool:
    """Tell whether a name is that of a comparator: each thing it names is one, or it begins with a denial."""
    if _DENIES.match(name.casefold()):
        return True
    parts = [words_of(part).strip() for part in _JOINED.split(name.casefold())]
    return all(_COMPARATOR.search(part) for part in parts)


def holds_dummy(name: str) -> bool:
    """Tell whether a name speaks of a placebo or a sham, beside whatever else was given."""
    return _DUMMY.search(name.casefold()) is not None
