"""One name cut into its parts, by BibTeX's rules and those of the databases that export it otherwise."""

import re
from typing import Final, NamedTuple

from evidence.bibtex.latex import plain

_TOKEN: Final = re.compile(r"[{}]|[\s~]+|,")
_ANNOTATION: Final = re.compile(r"(family|given|prefix|suffix|useprefix)(?:-i)?\s*=\s*", re.IGNORECASE)
_LAST_INITIALS: Final = re.compile(r"[^\W\d_a-z]{1,3}|(?:[^\W\d_a-z]\.-?){1,4}")
"""As PubMed has them, ``JA``, or Embase, ``J.A.``, if they are capitals."""
SUFFIX: Final = re.compile(r"(?:jr|sr)\.?|[IV]{2,3}", re.IGNORECASE)
DEGREE: Final = re.compile(
    r"(?:ph\.?\s?d|m\.?\s?d|d\.?\s?phil|m\.?\s?sc|b\.?\s?sc|m\.?\s?p\.?\s?h|dr\.?\s?ph|r\.?\s?n|pharm\.?\s?d|frcp)\.?",
    re.IGNORECASE,
)


class Person(NamedTuple):
    """An author, in plain Unicode: a person's parts, or the whole name of a body."""

    family: str | None = None
    given: str | None = None
    prefix: str | None = None
    """As ``van der``."""
    suffix: str | None = None
    """As ``Jr.``."""
    literal: str | None = None


def person(name: str) -> Person | None:
    """Read one name as it stands in the field; none if nothing of it can be printed."""
    if _ANNOTATION.match(name):
        return _annotated(name)
    parts = [words for words in _parts(name) if words]
    if not parts:
        return None
    if len(parts) == 1 and len(parts[0]) == 1 and _braced(parts[0][0]):
        literal = plain(parts[0][0])
        return Person(literal=literal) if literal else None
    return _from_parts(parts)


def _from_parts(parts: list[list[str]]) -> Person | None:
    suffix: list[str] = []
    if len(parts) > 1 and DEGREE.fullmatch(plain(" ".join(parts[-1]))):
        suffix = parts.pop()
    if len(parts) == 1:
        given, prefix, family, found = _in_print_order(parts[0])
        suffix = found or suffix
    else:
        if len(parts) > 2:  # noqa: PLR2004 - Jr
            suffix = parts.pop(1 if SUFFIX.fullmatch(plain(" ".join(parts[2]))) is None else 2)
        prefix, family = _with_prefix(parts[0])
        given = parts[1]
    return _made(family=family, given=given, prefix=prefix, suffix=suffix)


def _made(*, family: list[str], given: list[str], prefix: list[str], suffix: list[str]) -> Person | None:
    family_name, given_name, prefix_name, suffix_name = (
        plain(" ".join(words)) or None for words in (family, given, prefix, suffix)
    )
    if family_name is None:
        whole = given_name or prefix_name or suffix_name
        return None if whole is None else Person(family=whole)
    return Person(family=family_name, given=given_name, prefix=prefix_name, suffix=suffix_name)


def _in_print_order(words: list[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Part ``First von Last``, PubMed's ``Last FM`` and Embase's ``Last F.M.`` into given, prefix, family, suffix."""
    suffix = []
    if len(words) > 2 and SUFFIX.fullmatch(plain(words[-1])):  # noqa: PLR2004 - given and family stay
        suffix, words = words[-1:], words[:-1]
    last = words[-1]
    if len(words) > 1 and not _is_protected(last) and not last.replace(".", "").isalpha():
        last = plain(last)
    if len(words) > 1 and _are_initials(last) and not any(map(_is_initial, words[:-1])):
        prefix, family = _with_prefix(words[:-1])
        return [last if "." in last else " ".join(last)], prefix, family, suffix
    first_small = next((place for place, word in enumerate(words[:-1]) if _is_small(word)), None)
    if first_small is None:
        return words[:-1], [], words[-1:], suffix
    prefix, family = _with_prefix(words[first_small:])
    return words[:first_small], prefix, family, suffix


def _with_prefix(words: list[str]) -> tuple[list[str], list[str]]:
    """Part ``von der Last`` after its last small word; the family name keeps at least one word."""
    if not (words and _is_small(words[0])):
        return [], words
    last_small = max((place for place, word in enumerate(words[:-1]) if _is_small(word)), default=-1)
    return words[: last_small + 1], words[last_small + 1 :]


def _is_small(word: str) -> bool:
    """Tell a word that begins with a small letter; one in braces has no case."""
    if _is_protected(word):
        return False
    first = next((letter for letter in plain(word) if letter.isalpha()), "")
    return first.islower()


def _is_protected(word: str) -> bool:
    r"""Tell a word in braces from one that begins with a letter in TeX, as ``{\'E}mile``."""
    return word.startswith("{") and not word.startswith("{\\")


def _are_initials(last: str) -> bool:
    return _LAST_INITIALS.fullmatch(last) is not None and (last.isascii() or last.isupper())


def _is_initial(word: str) -> bool:
    return len(plain(word).rstrip(".")) <= 1 or word.endswith(".")


def _braced(word: str) -> bool:
    """Tell a body, ``{World Health Organization}``, from a name that only begins with a letter in braces."""
    if not _is_protected(word):
        return False
    depth = 0
    for brace in re.finditer(r"[{}]", word):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return brace.end() == len(word)
    return False


def _parts(name: str) -> list[list[str]]:
    """Cut a name at the commas and blanks that no braces enclose."""
    parts: list[list[str]] = [[]]
    depth = done = 0
    for token in _TOKEN.finditer(name):
        sign = token.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and not (sign == "~" and name[token.start() - 1 : token.start()] == "\\"):
            if token.start() > done:
                parts[-1].append(name[done : token.start()])
            done = token.end()
            if sign == ",":
                parts.append([])
    if done < len(name):
        parts[-1].append(name[done:])
    return parts


def _annotated(name: str) -> Person | None:
    """Read biblatex's ``family=Rabble, given=Richard, prefix=von``."""
    found: dict[str, list[str]] = {}
    for words in _parts(name):
        text = " ".join(words)
        label = _ANNOTATION.match(text)
        if label is not None:
            found.setdefault(label[1].lower(), [text[label.end() :].strip('"')])
    return _made(
        family=found.get("family", []),
        given=found.get("given", []),
        prefix=found.get("prefix", []),
        suffix=found.get("suffix", []),
    )
