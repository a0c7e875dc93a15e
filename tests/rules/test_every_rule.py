"""Every rule, present and future: its examples, its manual page and its name."""

import re
from typing import ClassVar

import pytest

from evidence.limits import Limits
from evidence.rules.kit import Scope
from evidence.rules.registry import all_rules
from evidence.vocab import Outcome, Role

RULES = all_rules()
USUAL = Limits()


class Watched(Limits):
    """The limits as they are, which note the name of each that is read."""

    read: ClassVar = set()

    def __getattribute__(self, name):
        if not name.startswith("__"):
            Watched.read.add(name)
        return super().__getattribute__(name)


def answer(rule, dossier, limits=USUAL):
    if rule.scope is Scope.CLAIM:
        return rule.of_claim(dossier, limits=limits)
    return rule.of_line(0, dossier=dossier, limits=limits)


def outcomes(rule):
    return {example.answer.outcome for example in rule.examples}


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, example, id=f"{rule.name}: {example.name}") for rule in RULES for example in rule.examples],
)
def test_each_example_gives_exactly_its_answer(rule, example):
    assert answer(rule, example.dossier) == example.answer


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
class TestEveryRule:
    def test_is_named_in_plain_words(self, rule):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)

    def test_states_its_fault_in_one_sentence(self, rule):
        assert re.fullmatch(r"[A-Z][^.\n]{10,100}\.", rule.title)

    def test_says_why_it_matters_and_then_what_to_do(self, rule):
        assert re.findall(r"^## (.+)$", rule.docs, re.MULTILINE) == ["Why it matters", "What to do"]
        assert all(len(part.strip()) > 60 for part in re.split(r"^## .+$", rule.docs, flags=re.MULTILINE)[1:])

    def test_names_a_published_source_in_one_line(self, rule):
        assert re.search(r"\b(19|20)\d\d\b", rule.source)
        assert "\n" not in rule.source

    def test_shows_what_it_flags_and_what_it_lets_pass(self, rule):
        assert {Outcome.FAIL, Outcome.PASS} <= outcomes(rule)

    def test_shows_the_edge_of_its_limit(self, rule):
        if rule.limits:
            assert any(
                re.search(r"exactly the l(imit|evel)", example.name) and example.answer.outcome is Outcome.PASS
                for example in rule.examples
            )

    def test_declares_just_the_limits_that_it_reads(self, rule):
        limits = Watched()
        Watched.read.clear()
        for example in rule.examples:
            answer(rule, example.dossier, limits)
        assert {name.replace("_", "-") for name in Watched.read} == set(rule.limits)

    def test_names_with_an_answer_no_limit_that_it_does_not_declare(self, rule):
        assert {example.answer.limit for example in rule.examples} - {None} <= set(rule.limits)

    def test_names_its_examples_apart(self, rule):
        names = [example.name for example in rule.examples]
        assert len(set(names)) == len(names)

    def test_says_why_when_it_fails_or_cannot_tell(self, rule):
        for example in rule.examples:
            told = example.answer.outcome in {Outcome.FAIL, Outcome.INCONCLUSIVE}
            assert bool(example.answer.message) is told

    def test_asks_nothing_of_a_candidate(self, rule):
        if rule.scope is Scope.LINE:
            for example in rule.examples:
                places = [place for place, line in enumerate(example.dossier.lines) if line.role is Role.CANDIDATE]
                for place in places:
                    answered = rule.of_line(place, dossier=example.dossier, limits=USUAL)
                    assert answered.outcome is Outcome.NOT_APPLICABLE
