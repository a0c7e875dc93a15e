"""The mistakes that real files hold, put into entries that were well."""

from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple


class Written(NamedTuple):
    """An entry in the parts of which it is written."""

    start: str
    """As ``@article{``."""
    key: str
    fields: list[str]
    """A line each, without commas."""
    end: str

    def __str__(self) -> str:
        """Give the text of the entry."""
        fields = ",\n".join(self.fields)
        return f"{self.start}{self.key},\n{fields}{self.end}\n\n"


def _missing_comma(entry: Written, random: Random) -> str:
    place = int(random.random() * (len(entry.fields) - 1))
    first, second = entry.fields[place : place + 2]
    return str(entry._replace(fields=[*entry.fields[:place], f"{first}\n{second}", *entry.fields[place + 2 :]]))


def _open_value(entry: Written, random: Random) -> str:
    ends = [place for place, line in enumerate(entry.fields[:-1]) if line[-1] in '}"']
    place = ends[int(random.random() * len(ends))]
    return str(_with(entry, place, entry.fields[place][:-1]))


def _open_entry(entry: Written, _: Random) -> str:
    return str(entry._replace(end=""))


def _no_key(entry: Written, _: Random) -> str:
    return str(entry._replace(key=""))


def _repeated_field(entry: Written, random: Random) -> str:
    place = int(random.random() * len(entry.fields))
    return str(entry._replace(fields=[*entry.fields, entry.fields[place]]))


def _undefined_name(entry: Written, _: Random) -> str:
    return str(entry._replace(fields=[*entry.fields, "  series = lncs"]))


def _text_between(entry: Written, _: Random) -> str:
    return f"See also the papers that Anna sent, and ask for the second one.\n\n{entry}"


def _comment_between(entry: Written, random: Random) -> str:
    return f"% -------- chapter {int(random.random() * 9)} --------\n@comment{{read until here, 50% done}}\n\n{entry}"


def _comment_inside(entry: Written, random: Random) -> str:
    place = int(random.random() * (len(entry.fields) - 1)) + 1
    return str(
        entry._replace(
            fields=[*entry.fields[:place], f"  % checked\n{entry.fields[place]}", *entry.fields[place + 1 :]]
        )
    )


def _odd_year(entry: Written, random: Random) -> str:
    odd = random.choice(("in press", "2010a", "c. 1850", "[2001]", "2001/2002", "forthcoming"))
    others = [line for line in entry.fields if not line.lower().lstrip().startswith(("year", "date"))]
    return str(entry._replace(fields=[*others, f"  year = {{{odd}}}"]))


def _junk_after(entry: Written, _: Random) -> str:
    return f"{str(entry).rstrip()}}}\n}}\n\n"


def _early_end(entry: Written, _: Random) -> str:
    place = len(entry.fields) - 2  # a brace too many, and the last field is left outside
    return str(_with(entry, place, f"{entry.fields[place]}}}"))


def _with(entry: Written, place: int, line: str) -> Written:
    return entry._replace(fields=[*entry.fields[:place], line, *entry.fields[place + 1 :]])


KINDS: Final[dict[str, Callable[[Written, Random], str]]] = {
    "comma missing": _missing_comma,
    "value not closed": _open_value,
    "entry not closed": _open_entry,
    "no key": _no_key,
    "field twice": _repeated_field,
    "name not defined": _undefined_name,
    "text between entries": _text_between,
    "comment between entries": _comment_between,
    "comment inside an entry": _comment_inside,
    "odd year": _odd_year,
    "braces after an entry": _junk_after,
    "entry closed too early": _early_end,
}
MAY_REJECT: Final = frozenset(
    {"value not closed", "entry not closed", "entry closed too early", "comment inside an entry"}
)
"""Those after which an entry may be one that no reader can take in."""
