import re
from enum import StrEnum

import pytest
from jsonschema import Draft202012Validator

from evidence import vocab
from evidence.claimsfile import shape
from evidence.claimsfile.check import problems, unknown_rules
from evidence.claimsfile.read import read
from evidence.claimsfile.shape import schema
from evidence.grade import LEVELS


@pytest.fixture
def told(written):
    """List what is wrong with a text, as line: key: message."""

    def run(text):
        found = problems(read(written(text)))
        return [str(problem).partition(".yaml:")[2] for problem in sorted(found, key=lambda problem: problem.line)]

    return run


def test_a_file_in_which_every_key_of_the_schema_stands_is_sound(aspirin, told):
    assert told(aspirin) == []
    named = set(re.findall(r"[\w-]+(?=:)", aspirin))
    assert {name for part in schema()["$defs"].values() for name in part.get("properties", ())} <= named


FIGURE = "is not a number as papers print them"
DATE = "expected a date that the calendar has, as 2026-02-28, not"
KEY = "expected letters, digits and . _ : - with a letter or digit first, not"
STUDY = "key, reports, design, blinding, registration, included_in, note, samples, effects"
KINDS = "benefit, harm, mechanism, prevalence, prognosis, comparison, practice, history, uncertainty"
STEPS = (
    "start, risk-of-bias, inconsistency, indirectness, imprecision, publication-bias, large-effect, dose-response, "
    "opposing-confounding"
)
SERIOUS = "not-serious, serious, very-serious, extremely-serious"
ROLES = "primary, synthesis, background, candidate"

FAULTS = [
    ("design: randomized", "", "- key: trial", "studies/0: lacks design"),
    ("    kind: benefit\n    wording: absolute\n", "", "- key: no-longer", "claims/0: lacks kind, wording"),
    ("        measure: HR\n", "", "- key: death",
     "studies/0/effects/0: lacks measure, which estimate and ci cannot do without"),
    ("        judged: {by: A. Reader, on: 2026-01-15}\n", "", "- source: trial2018",
     "claims/0/evidence/0: lacks judged, which direction cannot do without"),
    ("  blinding:", "  blindign:", "blindign",
     f"studies/0/blindign: unknown key; expected one of: {STUDY}"),
    ("paragraph: 3", "paragraph: 3, verse: 1", "verse",
     "claims/1/at/verse: unknown key; expected one of: section, paragraph, sentence, sha256, exact, prefix, suffix"),
    ("kind: benefit", "kind: benefits", "kind: benefits",
     f'claims/0/kind: "benefits" is not in the vocabulary; expected one of: {KINDS}'),
    ("role: synthesis", "role: [synthesis]", "role: [",
     f"claims/0/evidence/1/role: a list is not in the vocabulary; expected one of: {ROLES}"),
    ("enrolled: 19114", "enrolled: many", "many",
     'studies/0/samples/0/enrolled: expected a whole number, not "many"'),
    ("enrolled: 19114", "enrolled: 19114.5", "19114.5",
     'studies/0/samples/0/enrolled: expected a whole number, not "19114.5"'),
    ("enrolled: 19114", "enrolled: -1", "-1", "studies/0/samples/0/enrolled: expected 0 or more, not -1"),
    ("enrolled: 19114", "enrolled: 2147483648", "2147483648",
     "studies/0/samples/0/enrolled: expected 2147483647 or less, not 2147483648"),
    ("enrolled: 19114", f"enrolled: {'9' * 1000}", "999",
     f'studies/0/samples/0/enrolled: expected a whole number, not "{"9" * 58}\u2026'),
    ("enrolled: 19114", "enrolled:", "enrolled:",
     "studies/0/samples/0/enrolled: expected a whole number, not nothing"),
    ("title: Aspirin, taken daily", "title: 2018", "2018",
     "document/title: expected a text, not 2018; put it in quotes"),
    ("title: Aspirin, taken daily", "title: [a]", "[a]", "document/title: expected a text, not a list"),
    ("title: Aspirin, taken daily", 'title: ""', "title", 'document/title: expected some text, not ""'),
    ("title: Aspirin, taken daily", 'title: "\u00a0\\n"', "title", 'document/title: expected some text, not " \\n"'),
    ("reason: One trial is enough here.", "reason: ' '", "reason", 'waivers/0/reason: expected some text, not " "'),
    ("[review2019]", "[]", "reports: []", "studies/1/reports: expected 1 or more items"),
    ("[review2019]", "review2019", "reports: rev", 'studies/1/reports: expected a list, not "review2019"'),
    ("[review2019]", "{a: b}", "{a: b}", "studies/1/reports: expected a list, not a mapping"),
    ("[review2019]", "[review2019, review2019]", "reports: [rev",
     "studies/1/reports: something stands twice in this list"),
    ('["1.01", 1.29]', "[1.01]", "[1.01]", "studies/0/effects/0/ci: expected 2 or more items"),
    ('["1.01", 1.29]', "[1, 2, 3]", "[1, 2", "studies/0/effects/0/ci: expected 2 items or fewer"),
    ('["1.01", 1.29]', "\n        - 1.01\n        - wide", "wide", f"studies/0/effects/0/ci/1: 'wide' {FIGURE}"),
    ("estimate: 1.14", "estimate: about 5", "about 5", f"studies/0/effects/0/estimate: 'about 5' {FIGURE}"),
    ("estimate: 1.14", "estimate: 1e999", "1e999",
     "studies/0/effects/0/estimate: '1e999' is beyond any quantity: its exponent exceeds 100"),
    ("estimate: 1.14", 'estimate: ""', "estimate", f"studies/0/effects/0/estimate: '' {FIGURE}"),
    ("estimate: 1.14", "estimate:", "estimate:",
     "studies/0/effects/0/estimate: expected a text or a number, not nothing"),
    ("ci_level: 95", "ci_level: wide", "wide", f"studies/0/effects/0/ci_level: 'wide' {FIGURE}"),
    ("p: < .05", "p: n.s.", "n.s.", f"studies/0/effects/0/p: 'n.s.' {FIGURE}"),
    ("statistic: F", "statistic: U", "statistic: U",
     'studies/0/effects/0/test/statistic: "U" is not in the vocabulary; expected one of: t, F, chi2, r, z, Q'),
    ("statistic: F, ", "", "        test", "studies/0/effects/0/test: lacks statistic"),
    (', value: "4.10"', "", "        test", "studies/0/effects/0/test: lacks value"),
    ('value: "4.10"', "value: high", "high", f"studies/0/effects/0/test/value: 'high' {FIGURE}"),
    ("df: 1,", "df: some,", "some", f"studies/0/effects/0/test/df: 'some' {FIGURE}"),
    ("df: 1, df2: 19112", "n: 1, df: 1, df2: 19112", "n: 1",
     "studies/0/effects/0/test/n: unknown key; expected one of: statistic, value, df, df2"),
    (", df: 1, df2: 19112", "", "        test", "studies/0/effects/0/test: lacks df, df2, which F cannot do without"),
    (", df2: 19112", "", "        test", "studies/0/effects/0/test: lacks df2, which F cannot do without"),
    *(
        ('F, value: "4.10", df: 1, df2: 19112', f'{test}, value: "0.10"', f"        test: {{statistic: {test}",
         f"studies/0/effects/0/test: lacks df, which {test} cannot do without")
        for test in ("t", "chi2", "r", "Q")
    ),
    ("statistic: F", "statistic: t", "        test", "studies/0/effects/0/test/df2: t has no df2"),
    ('F, value: "4.10", df: 1, df2: 19112', "z, value: 2.1, df: 1", "        test",
     "studies/0/effects/0/test/df: z has no df"),
    ('{statistic: F, value: "4.10", df: 1, df2: 19112}', "F", "        test",
     'studies/0/effects/0/test: expected a mapping, not "F"'),
    ("min: 0, max: 10", "min: 10, max: 10", "        scale",
     "studies/0/effects/0/scale/max: expected more than the min, which is 10, not 10"),
    ("min: 0, ", "", "        scale", "studies/0/effects/0/scale: lacks min"),
    ("min: 0", "min: 0.5", "        scale", 'studies/0/effects/0/scale/min: expected a whole number, not "0.5"'),
    ("max: 10", "max: 1000000001", "        scale",
     "studies/0/effects/0/scale/max: expected 1000000000 or less, not 1000000001"),
    ("items: 4", "items: 0", "        scale", "studies/0/effects/0/scale/items: expected 1 or more, not 0"),
    ("items: 4", "item: 4", "        scale",
     "studies/0/effects/0/scale/item: unknown key; expected one of: min, max, items"),
    ("56.4%", "half", "half", f"studies/0/samples/0/share_female: 'half' {FIGURE}"),
    ("sd: 0.90", "sd: wide", "wide", f"studies/0/effects/0/arms/1/sd: 'wide' {FIGURE}"),
    ("printed: 14%", "printed: a lot", "a lot", f"claims/0/quotes/0/printed: 'a lot' {FIGURE}"),
    ("on: 2026-01-15", "on: 2026-02-31", "2026-02-31",
     f'claims/0/evidence/0/judged/on: {DATE} "2026-02-31"'),
    ("until: 2027-12-31", "until: 31.12.2027", "until", f'waivers/0/until: {DATE} "31.12.2027"'),
    ("until: 2027-12-31", 'until: "2027-12-31\\n"', "until", f'waivers/0/until: {DATE} "2027-12-31\\n"'),
    ("until: 2027-12-31", "until: 0000-01-01", "until", f'waivers/0/until: {DATE} "0000-01-01"'),
    ("key: aspirin-post", 'key: "aspirin-post\\n"', "aspirin-post", f'document/key: {KEY} "aspirin-post\\n"'),
    ("key: aspirin-post", "key: -a", "-a", f'document/key: {KEY} "-a"'),
    ("key: aspirin-post", f"key: {'a' * 201}", "aaa", "document/key: expected 200 characters or fewer"),
    ("sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "sha256: 9F86", "9F86",
     'document/sha256: expected a SHA-256: 64 digits and letters a to f, not "9F86"'),
    ("paragraph: 3", "paragraph: 0", "paragraph: 0", "claims/1/at/paragraph: expected 1 or more, not 0"),
    ("year: 2018", "year: 10000", "10000", "claims/0/named_source/year: expected 9999 or less, not 10000"),
    ("sample: review/all", "sample: review", "{sample: review,",
     'studies/0/samples/0/overlaps/0/sample: expected a sample of any study as STUDY/SAMPLE, not "review"'),
    ("sample: review/all", "sample: trial/women", "kind: contains",
     "studies/0/samples/0/overlaps/1: 'trial/women' stands already on line 28"),
    ("sample: review/all", "sample: trial/all", "trial/all",
     "studies/0/samples/0/overlaps/0/sample: a sample overlaps with other samples, not with itself"),
    ("[review]", "[trial]", "[trial]", "studies/0/included_in/0: a study is not included in itself"),
    ("sample: women", "sample: men", "sample: men", "studies/0/effects/1/sample: this study has no sample 'men'"),
    ("source: trial2020", "source: review2019", "source: review2019",
     "studies/0/effects/1/source: 'review2019' is none of the study's reports"),
    ("- key: review\n", "- key: trial\n", "major bleeding\n        status: unconfirmed\n  - key: trial",
     "studies/1: 'trial' stands already on line 8"),
    ("- key: bleeding\n        sample", "- key: death\n        sample", "cancer.\n      - key: death",
     "studies/0/effects/1: 'death' stands already on line 35"),
    ("- key: bleeding\n    at", "- key: no-longer-life\n    at", "background\n  - key: no-longer-life",
     "claims/1: 'no-longer-life' stands already on line 72"),
    ("claim: no-longer-life", "claim: longer-life", "claim: longer-life",
     "waivers/0/claim: this file has no claim 'longer-life'"),
    ("role: synthesis", "role: candidate\n        direction: supports\n        judged: {by: A, on: 2026-01-15}",
     "role: candidate\n        direction",
     "claims/0/evidence/1/direction: a candidate carries no claim, so it has no direction"),
    ("- key: opinion2021", "- key: ''", "- key: ''", 'sources/0/key: expected some text, not ""'),
    ("    integrity: retracted\n    date: 2022-05-01\n", "    integrity: none\n", "notice",
     "sources/0/notice: nothing became of this source, so there was no notice of it"),
    ("integrity: retracted", "integrity: withdrawn", "withdrawn",
     'sources/0/integrity: "withdrawn" is not in the vocabulary; expected one of: none, corrected, concern, retracted'),
    ("sources:\n", "sources:\n  - {key: opinion2021, integrity: none}\n", "}\n  - key: opinion2021",
     "sources/1: 'opinion2021' stands already on line 124"),
    ("start: {rating: high,", "start: {rating: serious,", "rating: serious",
     'assessments/0/start/rating: "serious" is not in the vocabulary; expected one of: high, low'),
    ("rating: extremely-serious", "rating: absent", "rating: absent",
     f'assessments/0/imprecision/rating: "absent" is not in the vocabulary; expected one of: {SERIOUS}'),
    ("rating: undetected, ", "", "publication-bias", "assessments/0/publication-bias: lacks rating"),
    ("{rating: undetected, reason: All are registered., by: C. Reader, on: 2024-05-02}", "undetected", "undetected",
     'assessments/0/publication-bias: expected a mapping, not "undetected"'),
    ("high, reason", "[high], reason", "[high]",
     "assessments/0/start/rating: a list is not in the vocabulary; expected one of: high, low"),
    ("rating: undetected", "rated: undetected, rating: undetected", "rated: undetected",
     "assessments/0/publication-bias/rated: unknown key; expected one of: rating, reason, by, on"),
    ("reason: All are registered., by: C. Reader, on: 2024-05-02", "reason: All are registered.", "All are reg",
     "assessments/0/publication-bias: lacks by, on"),
    ("reason: All are registered.", "reason: ''", "reason: ''",
     'assessments/0/publication-bias/reason: expected some text, not ""'),
    ("on: 2025-01-31", "on: 2025-02-29", "2025-02-29", f'assessments/0/imprecision/on: {DATE} "2025-02-29"'),
    ("    indirectness:", "    directness:", "    directness: {rating",
     f"assessments/0/directness: unknown key; expected one of: claim, outcome, {STEPS}"),
    ("    outcome: Death from any cause\n", "", "assessments:\n  - claim", "assessments/0: lacks outcome"),
    ("- claim: no-longer-life\n    outcome: Disa", "- claim: none\n    outcome: Disa", "claim: none",
     "assessments/1/claim: this file has no claim 'none'"),
    ("    start: {rating: low, reason: A cohort., by: C. Reader, on: 2024-05-02}\n", "",
     "on: 2024-05-02}\n  - claim: no-longer-life", f"assessments/1: rates no step; expected one or more of: {STEPS}"),
    ("outcome: Disability", "outcome: Death  from ANY cause", "on: 2024-05-02}\n  - claim: no-longer-life",
     "assessments/1: 'death from any cause' for 'no-longer-life' stands already on line 137"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "at", "message"), FAULTS, ids=[message for *_, message in FAULTS])
def test_a_fault_is_told_with_line_key_and_what_was_expected(aspirin, told, old, new, at, message):
    assert old in aspirin
    text = aspirin.replace(old, new, 1)
    line = text[: text.index(at) + len(at)].count("\n") + 1
    assert told(text) == [f"{line}: {message}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a, b]", ["1: expected a mapping, not a list"]),
        ("claims", ['1: expected a mapping, not "claims"']),
        ("~", ["1: expected a mapping, not nothing"]),
        ("12", ["1: expected a mapping, not 12; put it in quotes"]),
        (
            "a: b",
            [
                "1: lacks document",
                "1: a: unknown key; expected one of: document, sources, studies, claims, waivers, assessments",
            ],
        ),
    ],
)
def test_a_file_of_another_shape_is_refused_as_a_whole(told, text, expected):
    assert sorted(told(text)) == sorted(expected)


def test_all_faults_are_told_at_once_whatever_their_kind(told, aspirin):
    text = aspirin
    for old, new in (
        ("blinding: double-blind", "blinding: double"),
        ("estimate: 1.14", "estimate: about 1"),
        ("sample: women\n", "sample: men\n"),
        ("note: Atomic.", "nota: Atomic.\n    notes: x"),
        ("on: 2026-01-15", "on: 2026-13-15"),
        ("- key: bleeding\n    at", "- key: no-longer-life\n    at"),
        ("kind: harm", "kind: harm\n    kind: harm"),
        ("claim: no-longer-life", "claim: other"),
        ("rating: extremely-serious", "rating: very"),
    ):
        text = text.replace(old, new, 1)
    assert [said.split(": ")[1] for said in told(text)] == [
        "studies/0/blinding",
        "studies/0/effects/0/estimate",
        "studies/0/effects/1/sample",
        "claims/0/nota",
        "claims/0/notes",
        "claims/0/evidence/0/judged/on",
        "claims/1",
        "claims/1/kind",
        "waivers/0/claim",
        "assessments/0/imprecision/rating",
    ]


def test_a_repeated_waiver_is_told(aspirin, told):
    again = "  - {claim: no-longer-life, rule: single-sample, reason: again, by: me}\n"
    twice = aspirin.replace("\nassessments:", f"{again}\nassessments:")
    assert told(twice) == ["135: waivers/1: 'single-sample' for 'no-longer-life' stands already on line 130"]


def test_two_of_one_key_on_one_line_are_told(told):
    study = "{key: s, reports: [r], design: cohort}"
    text = f"document: {{key: a, title: b}}\nstudies: [{study}, {study}]"
    assert told(text) == ["2: studies/1: 's' stands already on line 2"]


def test_a_very_long_or_hostile_value_makes_a_short_harmless_message(told):
    key, claim = "x" * 1_000_000, "c" * 1_000_000
    text = f'document: {{key: a, title: b}}\nwaivers:\n- claim: {claim}\n- ? "\\e[31m\\u202e{key}"\n  : 1\n'
    for said in told(text):
        assert said.isprintable()
        assert len(said) < 1000


def test_the_schema_is_valid_json_schema():
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def enums(part):
    """Every list of values in the schema."""
    if isinstance(part, dict):
        found = [frozenset(part["enum"])] if "enum" in part else []
        return found + [values for inner in part.values() for values in enums(inner)]
    return []


def test_schema_and_vocabularies_agree():
    parts = {name: part for name, part in schema()["$defs"].items() if name != "assessment"}
    told = {values for part in parts.values() for values in enums(part)}
    names = {
        "Blinding", "ClaimKind", "Design", "Direction", "Directness", "FigureStatus", "GoodDirection", "Measure",
        "Integrity", "Overlap", "Role", "SampleUnit", "Statistic", "Wording",
    }  # fmt: skip
    assert told == {frozenset(member.value for member in getattr(vocab, name)) for name in names}
    elsewhere = {"Certainty", "Notice", "Outcome", "Rating", "Sameness", "Severity", "State", "Step"}
    every = {name for name, kind in vars(vocab).items() if isinstance(kind, type) and issubclass(kind, StrEnum)}
    assert every - {"StrEnum"} == names | elsewhere


def test_schema_and_levels_agree_on_the_ratings_of_each_step():
    steps = {name: part for name, part in schema()["$defs"]["assessment"]["properties"].items() if "properties" in part}
    told = {step: part["properties"]["rating"]["enum"] for step, part in steps.items()}
    assert told == {step: list(ratings) for step, ratings in LEVELS.items()}
    assert list(told) == list(LEVELS)


def test_every_fault_that_the_schema_can_find_has_its_words():
    def keywords(part):
        if isinstance(part, dict):
            yield from part.keys() & Draft202012Validator.VALIDATORS.keys()
            for inner in part.values():
                yield from keywords(inner)

    told = {"additionalProperties", "required", "dependentRequired", "enum", "type", "pattern"} | shape.EXPECTED.keys()
    silent = {"$ref", "properties", "items"}
    assert set(keywords(schema())) - told - silent == set()


def test_a_waiver_of_a_rule_that_there_is_not_is_told_with_the_nearest(written):
    waiver = "document: {key: a, title: b}\nwaivers:\n- {claim: c, rule: %s, reason: r, by: me}\n- 3\n- {claim: c}\n"
    rules = ("single-sample", "small-sample")
    told = [unknown_rules(read(written(waiver % rule)), rules) for rule in ("single-sample", "singel-sample", "zinc")]
    assert [[(problem.line, problem.key, problem.message) for problem in found] for found in told] == [
        [],
        [(3, "waivers/0/rule", "there is no rule 'singel-sample'; did you mean single-sample?")],
        [(3, "waivers/0/rule", "there is no rule 'zinc'")],
    ]
