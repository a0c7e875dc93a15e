import re

import pytest

from evidence.errors import UsageError
from evidence.numbers.checks import CHECKS
from evidence.numbers.fields import answer


@pytest.mark.parametrize(
    ("check", "given", "said"),
    [
        ("grim", {"mean": "3.48"}, "grim needs n"),
        (
            "grim",
            {"mean": "3.48", "n": "25", "meen\x1b": "1"},
            r"'meen\\\\x1b' is no figure of grim, which takes mean, n",
        ),
        ("grim", {"mean": 3.48, "n": "25"}, "mean is a figure between quotes, so that each digit"),
        ("grim", {"mean": 3, "n": "25"}, "mean is a figure between quotes"),
        ("grim", {"mean": "3.48", "n": True}, "n is a figure between quotes"),
        ("grim", {"mean": "3.48", "n": "twenty"}, "n: 'twenty' is not a number as papers print them"),
        ("statcheck", {"test": "U", "statistic": "2", "p": ".05"}, "test is t or F or chi2 or r or z or Q"),
        ("statcheck", {"test": "z", "statistic": "2", "p": "low"}, "p: 'low' is not a number"),
        ("statcheck", {"test": "z", "statistic": "2", "p": ".05", "one_tailed": "yes"}, "one_tailed is true or false"),
        ("total", {"part": "3", "total": "3"}, "part is a list of whole numbers"),
        ("total", {"part": [], "total": "3"}, "part is a list of whole numbers"),
        ("total", {"part": [3.0], "total": "3"}, "part is a figure between quotes"),
        ("direction", {"words": 5, "estimate": "3"}, "words is a text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(check, given, said):
    with pytest.raises(UsageError, match=said):
        answer(CHECKS[check], given)


@pytest.mark.parametrize(
    ("check", "given"),
    [
        ("grim", {"mean": "3.48", "n": 25}),
        ("total", {"part": [1, "2"], "total": 3}),
        ("statcheck", {"test": "z", "statistic": "2.00", "p": ".023", "one_tailed": True}),
        ("statcheck", {"test": "z", "statistic": "1.00", "p": "ns"}),
        ("sprite", {"mean": "0.00", "sd": "1.05", "n": 10, "min": -1, "max": 1}),
        ("direction", {"words": "better", "estimate": "-3", "good": "lower"}),
    ],
)
def test_figures_are_taken_as_strings_and_counts_as_numbers_too(check, given):
    assert answer(CHECKS[check], given).stands


def test_each_finding_names_its_check_and_a_published_source():
    for check in CHECKS.values():
        given = {}
        for option in f" {check.example}".split(" --")[1:]:
            key, _, value = option.partition(" ")
            held = given.setdefault(key.replace("-", "_"), [])
            held.append(value or True)
        finding = answer(check, {key: value if key == "part" else value[0] for key, value in given.items()})
        assert (finding.check, finding.stands) == (check.name, True), finding.reason
        assert re.search(r"(19|20)\d\d", finding.source)
