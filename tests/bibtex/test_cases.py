"""Each file in ``cases`` holds what .bib files have in them; the YAML beside it says what must come of it.

Of an entry only what the YAML names is compared, but each entry and each problem must be named, in order.
"""

import re
from pathlib import Path

import pytest
import yaml

from evidence.bibtex import decode
from evidence.bibtex.entries import Entry
from evidence.bibtex.read import read, read_files
from evidence.bibtex.strings import Strings

LINE_END = re.compile(r"\r\n|\r|\n")
CASES = sorted((Path(__file__).parent / "cases").glob("*.bib"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_file_gives_its_entries_and_problems(case):
    expected = yaml.safe_load(case.with_suffix(".yaml").read_text(encoding="utf-8"))
    library = read_files([case])
    expected_entries = list(with_keys(expected["entries"]))
    assert [entry.key for entry in library.entries] == [key for key, _ in expected_entries]
    for entry, (_, told) in zip(library.entries, expected_entries, strict=True):
        assert {name: seen(entry, name, told) for name in told} == told, entry.key
    told = [f"{case}:{problem}" for problem in expected["problems"]]
    assert sorted(map(str, library.problems)) == sorted(told)
    assert [problem.raw for problem in library.problems if problem.rejected] == expected.get("rejected", [])


def with_keys(entries):
    """Give keys and what is told of each entry; a list, with the key in each, can hold a key twice."""
    for key in entries:
        yield (key["key"], key) if isinstance(key, dict) else (str(key), entries[key])


def seen(entry, name, told):
    if name == "fields":
        return {field: value for field, value in entry.fields if field in told["fields"]}
    if name in {"key", "line", "kind"}:
        return getattr(entry, name)
    if name == "authors":
        return [shown(person) for person in entry.work.authors.persons]
    value = entry.work.authors.more if name == "more" else getattr(entry.work, name)
    return list(value) if isinstance(value, tuple) else value


def shown(person):
    if person.literal is not None:
        return person.literal
    family = " ".join(part for part in (person.prefix, person.family) if part)
    return ", ".join(part for part in (family, person.suffix, person.given) if part)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_all_text_of_a_file_is_in_its_entries_and_between_them(case):
    with case.open("rb") as file:
        opened = decode.opened(file, name=case.name)
        text = "".join(opened.pieces())
        *items, rest = read(opened, Strings())
    entries = [item for item in items if isinstance(item, Entry)]
    assert "".join(entry.before + entry.raw for entry in entries) + rest.text == text
    place = 0
    for entry in entries:
        place += len(entry.before)
        assert entry.raw.startswith("@")
        assert entry.line == len(LINE_END.findall(text, 0, place)) + 1
        place += len(entry.raw)
