"""Each file in ``cases`` holds what .bib files have in them; the YAML beside it says what must come of it.

Of an entry only what the YAML names is compared, but each entry and each problem must be named, in order.
"""

from pathlib import Path

import pytest
import yaml

from evidence.bibtex.read import read_files

CASES = sorted((Path(__file__).parent / "cases").glob("*.bib"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_file_gives_its_entries_and_problems(case):
    expected = yaml.safe_load(case.with_suffix(".yaml").read_text(encoding="utf-8"))
    library = read_files([case])
    assert [entry.key for entry in library.entries] == list(map(str, expected["entries"]))
    for entry, told in zip(library.entries, expected["entries"].values(), strict=True):
        assert {name: seen(entry, name, told) for name in told} == told, entry.key
    told = [f"{case}:{problem}" for problem in expected["problems"]]
    assert sorted(map(str, library.problems)) == sorted(told)
    assert [entry.key for entry in library.repeats] == expected.get("repeats", [])
    assert [problem.raw for problem in library.problems if problem.rejected] == expected.get("rejected", [])


def seen(entry, name, told):
    if name == "fields":
        return {field: value for field, value in entry.fields if field in told["fields"]}
    if name in {"line", "kind"}:
        return getattr(entry, name)
    if name == "authors":
        return [shown(person) for person in entry.work.authors.persons]
    return entry.work.authors.more if name == "more" else getattr(entry.work, name)


def shown(person):
    if person.literal is not None:
        return person.literal
    family = " ".join(part for part in (person.prefix, person.family) if part)
    return ", ".join(part for part in (family, person.suffix, person.given) if part)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_raw_entry_stands_in_the_file_at_its_line(case):
    text = case.read_text(encoding="utf-8")
    for entry in read_files([case]).entries:
        assert entry.raw.startswith("@")
        assert text.split("\n")[entry.line - 1].lstrip(" %").startswith(entry.raw.split("\n")[0])
        assert entry.raw in text
