"""Whole imports, as tests/intake/cases describe them; on SQLite only, since rules and not rows are looked at."""

from pathlib import Path

import pytest
import yaml
from sqlalchemy import select

from evidence import model
from evidence.bibtex.entries import Grade
from evidence.intake.duplicates import likely

CASES = Path(__file__).parent / "cases"
NAMES = sorted(file.stem for file in CASES.glob("*.bib") if not file.stem.endswith(".2"))
SAYS = {"counts", "keys", "sources", "same", "likely", "apart", "problems", "gone"}


@pytest.fixture
def engine_name():
    return "sqlite"


@pytest.mark.parametrize("name", NAMES)
def test_an_import_does_what_its_case_says(session, import_, name):
    for step in (name, f"{name}.2"):
        file = CASES / f"{step}.bib"
        if step == name or file.exists():
            outcome = import_(file.read_bytes(), name=f"{name}.bib")
            says = yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8"))
            assert says.keys() <= SAYS
            check(session, outcome, says)


def check(session, outcome, says):
    by_line = sources_by_line(session)
    root = {line: source.same_as_id or source.id for line, source in by_line.items()}
    assert outcome.counts == dict.fromkeys(outcome.counts, 0) | says["counts"]
    for line, key in says.get("keys", {}).items():
        found = by_line[line].key
        assert found != key["other"] if isinstance(key, dict) else found == key
    for line, parts in says.get("sources", {}).items():
        check_source(session, by_line[line], dict(parts))
    for lines in says.get("same", ()):
        assert len({root[line] for line in lines}) == 1
    apart = [*says.get("likely", ()), *says.get("apart", ())]
    for one, other in apart:
        assert root[one] != root[other]
    listed = pairs_listed(session, by_line, root)
    assert {frozenset(pair) for pair in says.get("likely", ())} <= listed
    assert listed <= {frozenset(pair) for pair in apart}
    assert [key for _, key in outcome.gone] == says.get("gone", [])
    check_problems(outcome, says["problems"])


def sources_by_line(session):
    query = select(model.Placement.line, model.Source).join(model.Source, model.Source.id == model.Placement.source_id)
    return dict(session.execute(query.execution_options(populate_existing=True)).all())


def check_source(session, source, parts):
    fields = {name.lower(): value for name, value in source.fields}
    inherited = (source.inherited or "").split()
    given = parts.pop("fields", {})
    assert given.items() <= fields.items()
    assert parts.pop("inherited", inherited) == inherited
    assert fields.keys().isdisjoint(name for name in inherited if fields.get(name))
    same = select(model.Source).where(model.Source.same_as_id == source.id).order_by(model.Source.id)
    work = [source, *session.scalars(same)]
    for name, value in parts.items():
        told = [getattr(each, name) for each in work if getattr(each, name) is not None]
        assert (told[0] if told else None) == value


def pairs_listed(session, by_line, root):
    """Give the pairs that wait for a person, by the first line of each work."""
    first = {}
    for line, work in root.items():
        first.setdefault(work, line)
    of_key = {source.key: first[root[line]] for line, source in by_line.items()}
    return {frozenset((of_key[pair.key], of_key[pair.other])) for pair in likely(session)}


def check_problems(outcome, said):
    found = sorted((each for each in outcome.problems if each.grade is not Grade.NOTE), key=lambda each: each.line)
    assert [(each.line, str(each.grade)) for each in found] == [(each["line"], each["grade"]) for each in said], found
    for each, words in zip(found, said, strict=True):
        assert all(word in each.reason for word in words["words"]), each.reason
