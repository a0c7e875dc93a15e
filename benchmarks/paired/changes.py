"""Ways in which two entries of one work differ, beyond the habits of the databases they come from."""

import re
from collections.abc import Callable
from random import Random
from typing import Final

from paired.databases import Fields, bare

_SPELT: Final = (
    ("randomised", "randomized"), ("tumour", "tumor"), ("haem", "hem"), ("oesoph", "esoph"), ("aemia", "emia"),
    ("behaviour", "behavior"), ("paediatric", "pediatric"), ("isation", "ization"), ("fibre", "fiber"),
    ("colour", "color"), ("ageing", "aging"), ("diarrhoea", "diarrhea"), ("ischaemic", "ischemic"),
    ("localised", "localized"), ("labour", "labor"), ("remodelling", "remodeling"), ("centre", "center"),
    ("hospitalised", "hospitalized"), ("leukaemia", "leukemia"), ("signalling", "signaling"), ("isation", "ization"),
)  # fmt: skip
_WORD: Final = re.compile(r"(?<![\\{\w])[a-z]{5,}(?![\w}])")
Change = Callable[[Fields, Random], bool]
"""Changes fields, and tells whether there was anything to change."""


def doi_missing(fields: Fields, _: Random) -> bool:
    """Leave the DOI out, wherever it stands."""
    there = [name for name in ("doi", "url", "note") if "10." in fields.get(name, "")]
    for name in there:
        del fields[name]
    return bool(there)


def spelt_otherwise(fields: Fields, _: Random) -> bool:
    """Write as Americans do."""
    title = fields["title"]
    for british, american in _SPELT:
        title = title.replace(british, american).replace(british.capitalize(), american.capitalize())
    return _put(fields, title)


def typo(fields: Fields, random: Random) -> bool:
    """Change, drop or double a letter of the title."""
    found = list(_WORD.finditer(fields["title"]))
    if not found:
        return False
    word = random.choice(found)
    place = random.randint(1, len(word[0]) - 2)
    letters = word[0]
    kind = random.randrange(3)
    if kind == 0:
        letters = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    elif kind == 1:
        letters = letters[:place] + letters[place + 1 :]
    else:
        letters = letters[:place] + random.choice("aeiosnrt") + letters[place:]
    return _put(fields, fields["title"][: word.start()] + letters + fields["title"][word.end() :])


def words_swapped(fields: Fields, random: Random) -> bool:
    """Swap two words of the title."""
    words = fields["title"].split(" ")
    if len(words) < 6 or "{" in fields["title"]:
        return False
    place = random.randint(1, len(words) - 3)
    words[place], words[place + 1] = words[place + 1], words[place]
    return _put(fields, " ".join(words))


def small_words_changed(fields: Fields, random: Random) -> bool:
    """Drop or change a small word of the title."""
    one, other = random.choice(
        ((" the ", " "), (" in ", " of "), (" and ", r" \& "), (" of ", " in "), (" with ", " and "))
    )
    return _put(fields, fields["title"].replace(one, other, 1))


def subtitle_dropped(fields: Fields, _: Random) -> bool:
    """Leave the subtitle out."""
    return _put(
        fields,
        re.sub(r"(?<=[\w}])[:?] .*?(\}?)$", r"\1", fields["title"]) if len(fields["title"]) > 40 else fields["title"],
    )


def hyphens(fields: Fields, random: Random) -> bool:
    """Join or part what hyphens join."""
    title = fields["title"]
    new = random.choice(("", " ", "–", "\N{HYPHEN}"))
    return _put(fields, re.sub(r"(?<=[a-z])-(?=[a-z])", new, title))


def greek_spelt_out(fields: Fields, _: Random) -> bool:
    """Spell Greek letters out."""
    names = {"α": "alpha", "β": "beta", "γ": "gamma", "κ": "kappa", r"$\alpha$": "alpha", r"$\beta$": "beta"}
    title = fields["title"]
    for sign, name in names.items():
        title = title.replace(sign, name)
    return _put(fields, title)


def accents_lost(fields: Fields, _: Random) -> bool:
    """Take all accents off."""
    before = dict(fields)
    fields["author"] = bare(re.sub(r"\{\\.\s?(\w)\}", r"\1", fields["author"]))
    fields["title"] = bare(fields["title"])
    return before != fields


def year_off_by_one(fields: Fields, random: Random) -> bool:
    """Give the year before, or after."""
    fields["year"] = str(int(fields["year"]) + random.choice((-1, 1)))
    return True


def volume_missing(fields: Fields, _: Random) -> bool:
    """Leave volume and issue out."""
    return fields.pop("volume", None) is not None and (fields.pop("number", None) or True) is not None


def pages_missing(fields: Fields, _: Random) -> bool:
    """Leave pages out."""
    return (fields.pop("pages", None) or fields.pop("article-number", None)) is not None


def journal_missing(fields: Fields, _: Random) -> bool:
    """Leave the journal out."""
    return fields.pop("journal", None) is not None


def authors_cut(fields: Fields, random: Random) -> bool:
    """Name the first author or three."""
    names = fields["author"].split(" and ")
    if len(names) < 4 or names[-1] == "others":
        return False
    fields["author"] = " and ".join([*names[: random.choice((1, 3))], *(["others"] if random.random() < 0.7 else [])])
    return True


def capitals(fields: Fields, random: Random) -> bool:
    """Write the title in capitals."""
    if "\\" in fields["title"]:
        return False
    return _put(
        fields, fields["title"].upper() if random.random() < 0.3 else fields["title"].title().replace("'S", "'s")
    )


def pages_as_number(fields: Fields, random: Random) -> bool:
    """Write pages, or an article's number, otherwise."""
    pages = fields.get("pages", "")
    match = re.fullmatch(r"e?(\d{4,6})", pages)
    if match is not None:
        fields["pages"] = random.choice((f"e{match[1]}", match[1], f"Article {pages}", "1--12"))
    elif "-" in pages:
        fields["pages"] = random.choice(
            (
                pages.split("-", maxsplit=1)[0],
                pages.replace("-", " - "),
                f"pp. {pages}",
                pages.replace("--", "\N{EN DASH}"),
            )
        )
    return fields.get("pages", "") != pages


def _put(fields: Fields, title: str) -> bool:
    changed = title != fields["title"]
    fields["title"] = title
    return changed


CHANGES: Final[dict[str, Change]] = {
    "DOI missing": doi_missing,
    "British and American spelling": spelt_otherwise,
    "a typo in the title": typo,
    "words swapped": words_swapped,
    "small words changed": small_words_changed,
    "subtitle dropped": subtitle_dropped,
    "hyphens and dashes": hyphens,
    "Greek letters spelt out": greek_spelt_out,
    "accents lost": accents_lost,
    "year off by one": year_off_by_one,
    "volume and issue missing": volume_missing,
    "pages missing": pages_missing,
    "journal missing": journal_missing,
    "authors cut": authors_cut,
    "capitals": capitals,
    "pages told otherwise": pages_as_number,
}
WEIGHTS: Final = (14, 6, 5, 2, 5, 7, 6, 3, 6, 7, 5, 6, 1, 7, 6, 7)
"""How often each is tried."""
