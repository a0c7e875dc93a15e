from pathlib import Path
from types import ModuleType

import pytest

from evidence.rules import catalogue
from evidence.rules.catalogue import small_sample
from evidence.rules.registry import all_rules, rule_in


def test_every_file_of_the_catalogue_is_a_rule_named_after_it():
    files = {path.stem for path in Path(*catalogue.__path__).glob("*.py")} - {"__init__"}
    assert {rule.name for rule in all_rules()} == {file.replace("_", "-") for file in files}


def test_rules_come_by_name():
    names = [rule.name for rule in all_rules()]
    assert names == sorted(names)


def test_there_are_the_rules_that_a_gap_report_needs():
    assert {
        "claim-without-evidence",
        "evidence-not-judged",
        "only-background",
        "pooled-effect-includes-null",
        "only-animal-evidence",
        "single-sample",
        "no-control-group",
        "small-sample",
        "indirect-population",
        "indirect-outcome",
        "interval-includes-null",
        "design-below-claim",
        "named-source-not-found",
        "journal-misattributed",
        "absolute-wording",
        "figure-differs",
        "retracted-source",
        "same-sample-twice",
        "review-and-its-trial",
        "cause-without-intervention",
        "doi-malformed",
        "duplicate-source",
        "events-exceed-n",
        "few-events",
        "figure-not-in-evidence",
        "interval-too-wide",
        "onset-wider-than-timepoint",
        "population-wider-than-sample",
        "preprint-only",
        "quote-not-in-source",
        "sample-size-differs",
        "secondary-source",
        "short-follow-up",
        "source-not-in-database",
        "year-misattributed",
    } <= {rule.name for rule in all_rules()}


@pytest.mark.parametrize("part", ["__doc__", "SEVERITY", "SCOPE", "SOURCE", "EXAMPLES", "check"])
def test_a_file_that_lacks_a_part_is_named_with_what_it_lacks(part):
    incomplete = ModuleType("evidence.rules.catalogue.half_a_rule")
    vars(incomplete).update({name: value for name, value in vars(small_sample).items() if name.isupper()})
    incomplete.check = small_sample.check
    incomplete.__doc__ = small_sample.__doc__
    assert rule_in(incomplete).name == "half-a-rule"
    setattr(incomplete, part, None)
    with pytest.raises(TypeError, match=rf"evidence\.rules\.catalogue\.half_a_rule: a rule needs {part}"):
        rule_in(incomplete)
