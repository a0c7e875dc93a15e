"""Random valid claims files, written by a writer of YAML that is not ours: loaded, dumped, and loaded again."""

import datetime as dt

import factories
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from evidence.claimsfile.apply import load
from evidence.claimsfile.dump import dump
from evidence.claimsfile.read import read
from evidence.claimsfile.write import to_yaml
from evidence.grade import LEVELS, comparable_outcome
from evidence.vocab import (
    Blinding,
    ClaimKind,
    Design,
    Direction,
    Directness,
    FigureStatus,
    GoodDirection,
    Integrity,
    Measure,
    Overlap,
    Role,
    SampleUnit,
    Statistic,
    Wording,
)

NOON = dt.datetime(2026, 1, 15, 12, 0, tzinfo=dt.UTC)
SOURCES = ("a/b", "null", "0123", "m\u00fcller:2019", "x y #1", "\U0001f9ea", "-")
NASTY = (
    "null", "yes", "No", "~", "0123", "1_000", "12:30", "0x1F", "1e3", ".inf", "2026-01-01", "<<", "=", "'", '"', "''",
    "a: b", "a #b", "# a", "- a", "? a", "! a", "& a", "* a", "| a", "> a", "% a", "@ a", "` a", "[a", "{a", "a, b]",
    ":", " a", "a ", "\ta", "a\t", "a\n", "\na", "a\n\n  b\n", "a\r\nb", "a\rb", "a\x85b", "a\u2028b", "a\u2029b",
    "a\ufeffb", "\x1b[31m", "\x7f", "\x9f", "\u202eabc", "\u0645\u0631\u062d\u0628\u0627", "\U0001f468\u200d\U0001f469",
    "\U0010ffff", "\ufffe", "\\", "\\n", "a\\", "---", "...", "--- a", "a\n---\nb", "\U000e0001", "e\u0301", "\u00e9",
    "x" * 300, "long words " * 40, "'single' \"double\" `back`", "a  b   c" * 30, "a\n " * 60,
)  # fmt: skip

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = (
    st.sampled_from(NASTY)
    | st.text(characters, min_size=1, max_size=30)
    | st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map(" ".join)
    | st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map("\n".join)
).filter(lambda text: not text.isspace() and text.strip())
keys = st.sampled_from(
    ("null", "yes", "0123", "12:30", "1e3", "2026-01-01", "NO", "1.0", "a-b", "a_b", "a:b", "Z", "7")
)
figures = st.sampled_from(
    ("0.90", "0", "-0", "< .001", "\u22121.12", "1,234", "70.8 %", "95", "1e-5", "9" * 40, "+3", "0\u00b75")
)
counts = st.integers(min_value=0, max_value=2**31 - 1)
dates = st.dates().map(str)
past = st.dates(max_value=NOON.date()).map(str)
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)


def of(vocabulary):
    return st.sampled_from([member.value for member in vocabulary])


def some(**parts):
    """A mapping of any of these."""
    return st.fixed_dictionaries({}, optional=parts)


statuses = of(FigureStatus)
addresses = st.lists(texts, min_size=1, max_size=2)
documents = st.fixed_dictionaries({"key": keys, "title": texts}, optional={"address": texts, "sha256": hashes})
arms = st.fixed_dictionaries({"arm": texts}, optional=dict.fromkeys(("n", "events", "percent", "mean", "sd"), figures))
estimates = st.fixed_dictionaries(
    {"measure": of(Measure)}, optional={"estimate": figures, "ci": st.lists(figures, min_size=2, max_size=2)}
)
samples = st.fixed_dictionaries(
    {"population": texts, "status": statuses},
    optional={
        "enrolled": counts,
        "analysed": counts,
        "unit": of(SampleUnit).filter(lambda unit: unit != "participants"),
        **dict.fromkeys(("species", "country", "age", "note"), texts),
        "share_female": figures,
        "where": addresses,
    },
)
tests = st.sampled_from(Statistic).flatmap(
    lambda test: st.fixed_dictionaries(
        {
            "statistic": st.just(test.value),
            "value": figures,
            **({} if test is Statistic.Z else {"df": figures}),
            **({"df2": figures} if test is Statistic.F else {}),
        }
    )
)
ends = st.integers(-(10**9), 10**9)
scales = st.builds(
    lambda low, high, more: {"min": min(low, high), "max": max(low, high), **more},
    ends,
    ends,
    st.just({}) | st.fixed_dictionaries({"items": st.integers(2, 10**9)}),
).filter(lambda scale: scale["min"] < scale["max"])
effects = st.builds(
    lambda whole, measured: whole | measured,
    st.fixed_dictionaries(
        {"outcome": texts, "status": statuses},
        optional={
            **dict.fromkeys(("timepoint", "intervention", "comparator", "finding", "locator", "note"), texts),
            **dict.fromkeys(("ci_level", "p"), figures),
            "good": of(GoodDirection),
            "test": tests,
            "scale": scales,
            "arms": st.lists(arms, min_size=1, max_size=2),
            "where": addresses,
        },
    ),
    st.just({}) | estimates,
)
places = st.fixed_dictionaries(
    {"paragraph": st.integers(1, 2**31 - 1), "sentence": st.integers(1, 2**31 - 1)},
    optional={"sha256": hashes} | dict.fromkeys(("section", "exact", "prefix", "suffix"), texts),
)
named = st.fixed_dictionaries(
    {"text": texts}, optional={"journal": texts, "year": st.integers(0, 9999), "author": texts}
)
claims = st.fixed_dictionaries(
    {"at": places, "statement": texts, "kind": of(ClaimKind), "wording": of(Wording)},
    optional={
        **dict.fromkeys(("population", "species", "intervention", "comparator", "outcome", "note"), texts),
        "quotes": st.lists(st.fixed_dictionaries({"printed": figures, "of": texts}), min_size=1, max_size=2),
        "named_source": named,
    },
)
judged = st.fixed_dictionaries({"by": texts, "on": dates})
lines = st.builds(
    lambda line, judgement: line | judgement,
    st.fixed_dictionaries(
        {"role": of(Role).filter(lambda role: role != "candidate")},
        optional={
            "directness": st.fixed_dictionaries(
                {"outcome": of(Directness)},
                optional=dict.fromkeys(("population", "intervention", "comparator"), of(Directness)),
            ),
            **dict.fromkeys(("quote", "locator", "note"), texts),
        },
    ),
    st.just({}) | some(judged=judged) | st.fixed_dictionaries({"direction": of(Direction), "judged": judged}),
)
notices = st.fixed_dictionaries(
    {"integrity": of(Integrity).filter(lambda integrity: integrity != "none")},
    optional={"date": dates, "notice": texts},
)
waivers = st.fixed_dictionaries({"rule": keys, "reason": texts, "by": texts}, optional={"until": dates})


def assessments(draw, claim):
    """Draw the assessments of a claim as a dump gives them: an item for each outcome, in order."""
    outcomes = draw(st.lists(texts, max_size=2, unique_by=comparable_outcome))
    found = []
    for outcome in sorted(outcomes, key=comparable_outcome):
        steps = draw(st.sets(st.sampled_from(list(LEVELS)), min_size=1, max_size=len(LEVELS)))
        rated = {
            step.value: {"rating": draw(of(LEVELS[step])), "reason": draw(texts), "by": draw(texts), "on": draw(past)}
            for step in LEVELS
            if step in steps
        }
        found.append({"claim": claim, "outcome": outcome, **rated})
    return found


def keyed(draw, values, least=0):
    """Draw a list of mappings, each with a key of its own."""
    chosen = draw(st.lists(keys, min_size=least, max_size=3, unique=True))
    return [{"key": key, **draw(values)} for key in chosen]


def subset(draw, values, least=0):
    return draw(st.lists(st.sampled_from(values), min_size=least, max_size=3, unique=True)) if values else []


@st.composite
def studies(draw):
    found = []
    for study in sorted(keyed(draw, st.fixed_dictionaries({"design": of(Design)})), key=lambda study: study["key"]):
        reports = subset(draw, SOURCES, least=1)
        inside = keyed(draw, samples)
        measured = keyed(draw, effects)
        for effect in measured:
            effect.update(draw(st.sampled_from([{}, *({"sample": sample["key"]} for sample in inside[1:])])))
            effect.update(draw(st.sampled_from([{}, *({"source": source} for source in reports[1:])])))
        rest = draw(some(blinding=of(Blinding), registration=texts, note=texts))
        found.append(study | rest | {"reports": reports, "samples": inside, "effects": measured})
    names = [f"{study['key']}/{sample['key']}" for study in found for sample in study["samples"]]
    for study in found:
        others = [other["key"] for other in found if other is not study]
        study["included_in"] = sorted(subset(draw, others))
        for sample in study["samples"]:
            here = f"{study['key']}/{sample['key']}"
            overlapping = sorted(
                subset(draw, [name for name in names if name != here]), key=lambda name: name.split("/")
            )
            sample["overlaps"] = [{"sample": name, "kind": draw(of(Overlap))} for name in overlapping]
    return found


@st.composite
def files(draw):
    """The values of a claims file as a dump gives them: whatever may be left out is."""
    recorded = draw(studies())
    bearing = [(source, None, None) for source in SOURCES if not any(source in study["reports"] for study in recorded)]
    for study in recorded:
        for source in study["reports"]:
            bearing += [(source, study["key"], key) for key in (None, *(effect["key"] for effect in study["effects"]))]
    stated = keyed(draw, claims)
    for claim in stated:
        claim["evidence"] = [
            {name: key for name, key in zip(("source", "study", "effect"), parts, strict=True) if key} | draw(lines)
            for parts in subset(draw, bearing)
        ]
    waived = [
        {"claim": claim["key"]} | waiver
        for claim in stated
        for waiver in sorted(
            draw(st.lists(waivers, max_size=2, unique_by=lambda one: one["rule"])), key=lambda one: one["rule"]
        )
    ]
    assessed = [item for claim in stated for item in assessments(draw, claim["key"])]
    told = sorted({line["source"] for claim in stated for line in claim["evidence"]})
    spoken_of = [{"key": source, **draw(notices)} for source in sorted(subset(draw, told))]
    return without_gaps(
        {
            "document": draw(documents),
            "sources": spoken_of,
            "studies": recorded,
            "claims": stated,
            "waivers": waived,
            "assessments": assessed,
        }
    )


def without_gaps(value):
    if isinstance(value, dict):
        return {name: without_gaps(part) for name, part in value.items() if part != []}
    return [without_gaps(part) for part in value] if isinstance(value, list) else value


def as_yaml(value):
    """Write values in YAML's flow style, each character that is no plain letter or digit escaped."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {as_yaml(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    if isinstance(value, int):
        return str(value)
    return '"' + "".join(one if one.isascii() and one.isalnum() else f"\\U{ord(one):08X}" for one in value) + '"'


def survives(session, path, data):
    """Load values and dump them, into one database and into another, and see that nothing changes."""
    path.write_text(as_yaml(data), "utf-8")
    with session.begin_nested() as first:
        load(session, read(path), at=NOON)
        assert dump(session) == data
        text = to_yaml(dump(session))
        path.write_text(text, "utf-8", newline="")
        again = load(session, read(path), at=NOON)
        assert (again.added, again.changed, again.removed) == ({}, {}, {})
        first.rollback()
    session.expire_all()
    with session.begin_nested() as second:
        load(session, read(path), at=NOON)
        assert to_yaml(dump(session)) == text
        second.rollback()
    session.expire_all()


@pytest.fixture
def sources(session):
    for key in SOURCES:
        factories.source(session, key=key)
    return session


WITH_EACH_NASTY_TEXT = {
    "document": {"key": "d", "title": "t"},
    "claims": [
        {
            "key": f"c{number}",
            "at": {"paragraph": 1, "sentence": 1},
            "statement": text,
            "kind": "harm",
            "wording": "plain",
            "note": f"{text}\n{text}",
        }
        for number, text in enumerate(NASTY)
    ],
    "assessments": [
        {
            "claim": f"c{number}",
            "outcome": text,
            "start": {"rating": "low", "reason": text, "by": text, "on": "2024-05-02"},
        }
        for number, text in enumerate(NASTY)
    ],
}


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=files())
def test_any_file_survives_on_sqlite(sources, tmp_path, data):
    survives(sources, tmp_path / "a.yaml", data)


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@example(data=WITH_EACH_NASTY_TEXT)
@given(data=files())
def test_any_file_survives_on_postgresql(sources, tmp_path, data):
    survives(sources, tmp_path / "a.yaml", data)


def test_each_nasty_text_survives(sources, tmp_path):
    survives(sources, tmp_path / "a.yaml", WITH_EACH_NASTY_TEXT)


@settings(max_examples=300)
@given(texts, texts)
def test_any_text_is_read_as_it_was_written(tmp_path_factory, one, other):
    path = tmp_path_factory.getbasetemp() / "text.yaml"
    data = {"a": one, "b": [one, other], "c": {"d": other}}
    path.write_text(to_yaml(data), "utf-8", newline="")
    assert read(path).data == data
