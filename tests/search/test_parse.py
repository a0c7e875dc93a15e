"""Queries read: what each comes to, and where a wrong one is pointed at."""

from decimal import Decimal
from importlib.metadata import metadata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import UsageError
from evidence.search.effects import EFFECT_FIELDS
from evidence.search.parse import parse
from evidence.search.tree import And, Anything, Between, Not, Or, Term, Text, Whole

BARE = tuple(field for field in EFFECT_FIELDS.values() if field.is_asked_bare)


def read(text):
    return parse(text, EFFECT_FIELDS)


def term(name, value):
    return Term((EFFECT_FIELDS[name],), value)


def words(*said, begun=False):
    return Term(BARE, Text(said, is_begun=begun))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("zinc", words("zinc")),
        ('"Common  COLD"', words("common", "cold")),
        ("double-blind", words("double", "blind")),
        ("ket*", words("ket", begun=True)),
        ("double-bl*", words("double", "bl", begun=True)),
        ("Hémilä", words("hemila")),
        ("a b", And((words("a"), words("b")))),
        ("a OR b AND c", Or((words("a"), And((words("b"), words("c")))))),
        ("(a OR b) c", And((Or((words("a"), words("b"))), words("c")))),
        ("NOT a", Not(words("a"))),
        ("+a -b", And((words("a"), Not(words("b"))))),
        ("outcome:fever", term("outcome", Text(("fever",)))),
        ("OUTCOME:fever", term("outcome", Text(("fever",)))),
        ("outcome:(a OR b)", Or((term("outcome", Text(("a",))), term("outcome", Text(("b",)))))),
        ("outcome:*", term("outcome", Anything())),
        ("n:*", term("n", Anything())),
        ("measure:rr", term("measure", Whole("rr"))),
        ("doi:10.1000/A-b", term("doi", Whole("10.1000/a-b"))),
        ("study:a\\:b", term("study", Whole("a:b"))),
        ("n:50", term("n", Between(Decimal(50), Decimal(50)))),
        ("n:>=50", term("n", Between(Decimal(50), None))),
        ("n:>50", term("n", Between(Decimal(50), None, with_low=False))),
        ("p:<.05", term("p", Between(None, Decimal("0.05"), with_high=False))),
        ("p:<=.05", term("p", Between(None, Decimal("0.05")))),
        ("year:2015..2020", term("year", Between(Decimal(2015), Decimal(2020)))),
        ("year:2015..", term("year", Between(Decimal(2015), None))),
        ("year:..2020", term("year", Between(None, Decimal(2020)))),
        ("year:[2015 TO 2020}", term("year", Between(Decimal(2015), Decimal(2020), with_high=False))),
        ("year:[* TO 2020]", term("year", Between(None, Decimal(2020)))),
        ("estimate:-0.5", term("estimate", Between(Decimal("-0.5"), Decimal("-0.5")))),
        ("estimate:>-0.5", term("estimate", Between(Decimal("-0.5"), None, with_low=False))),
        ("estimate:[-1 TO -.5]", term("estimate", Between(Decimal(-1), Decimal("-0.5")))),
        ('estimate:>"-1"', term("estimate", Between(Decimal(-1), None, with_low=False))),
        ('"a:-5"', words("a", "5")),
        ("measure:OR", term("measure", Whole("or"))),
        ("(measure:OR) AND NOT a", And((term("measure", Whole("or")), Not(words("a"))))),
        ("measure:OR OR measure:RR", Or((term("measure", Whole("or")), term("measure", Whole("rr"))))),
        ('"measure:OR"', words("measure", "or")),
        ("(a b) OR c", Or((And((words("a"), words("b"))), words("c")))),
        ("estimate:>50%", term("estimate", Between(Decimal("0.5"), None, with_low=False))),
        ("estimate:[-50% TO 10%]", term("estimate", Between(Decimal("-0.5"), Decimal("0.1")))),
        ("n:<1e9999999", term("n", Between(None, Decimal("1e9999999"), with_high=False))),
        ("estimate:10%..90%", term("estimate", Between(Decimal("0.1"), Decimal("0.9")))),
    ],
)
def test_each_form_comes_to_what_it_means(text, tree):
    assert read(text) == tree


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (" ", "the query is empty"),
        ("a" * 10_001, "more than 10,000 characters"),
        ("(" * 60 + "a" + ")" * 60, "more than 50 parentheses"),
        ("zinc outcom:fever", "character 6 ('zinc outcom:fever'): no field 'outcom'; did you mean outcome?"),
        ("xyzzy:a", "no field 'xyzzy'; there are: outcome, timepoint"),
        ("outcome:study:a", "a field within a field; put what has a colon in quotes"),
        ('zinc "cold', "character 6 ('zinc \"cold'): this quotation mark is not closed"),
        ("(zinc", "ends here"),
        ("zinc)", "character 5 ('zinc)'): ')' cannot stand here"),
        ("zinc AND", "ends here"),
        ("outcome:", "ends here"),
        ("a && b", "write AND, OR and NOT"),
        ("x a OR b", "character 3 ('x a OR b'): write AND, or parentheses"),
        ("a OR b x", "character 1 ('a OR b x'): write AND, or parentheses"),
        ("measure:(RR OR OR)", "'OR)' cannot stand here; put it in quotes if it is a word, as measure:\"OR\""),
        ("!design:cohort", "write NOT, not !"),
        ("zinc !cold", "character 6 ('zinc !cold'): write AND, OR and NOT"),
        ("year:[2020 TO 2015]", "this range runs backwards"),
        ("year:2020..2015", "this range runs backwards"),
        ("z*c", "* at the end of a word only"),
        ("z?c", "* at the end of a word only"),
        ("/zinc/", "is not understood; put it in quotes"),
        ("zinc~2", "is not understood"),
        ("zinc^2", "is not understood"),
        ('"zinc cold"~3', "is not understood"),
        ("outcome:>5", "outcome holds no numbers"),
        (">5", "a range needs its field"),
        ("measure:RX", "measure is never 'RX'; "),
        ("design:randomised", "did you mean randomized?"),
        ("study:a*", "study is asked as a whole, without *"),
        ("n:many", "character 3 ('n:many'): 'many' is no number"),
        ("n:1..x", "'x' is no number"),
        ("n:%", "'%' is no number"),
        ("n:1e9999999%", "'1e9999999%' is no number"),
        ("n:nan", "'nan' is no number"),
        ("n:(1 OR x)", "'x' is no number"),
        ("n:/5/", "a number is expected here"),
        ("n:[(1) TO 2]", "cannot stand here"),
        ("---", "ends here"),
        ("a^.", "character 2 ('a^.')"),
        ('"..."', "no letter or digit to look for"),
        ("\x1b[31m:a", "\\x1b"),
    ],
)
def test_a_wrong_query_is_pointed_at_in_one_harmless_line(text, told):
    with pytest.raises(UsageError) as caught:
        read(text)
    assert told in str(caught.value)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 600


@given(st.text(max_size=60) | st.text('ab:*"()[]{}<>=-+ ~^/\\.&|!?0159 TOANDR', max_size=40))
def test_any_text_is_a_query_or_a_clean_error(text):
    try:
        tree = read(text)
    except UsageError as error:
        assert str(error).isprintable()  # noqa: PT017 - either is right
    else:
        assert isinstance(tree, And | Or | Not | Term)


@pytest.mark.parametrize("field", EFFECT_FIELDS.values(), ids=EFFECT_FIELDS)
def test_the_example_of_each_field_asks_of_that_field(field):
    assert read(field.example).fields == (field,)


def test_the_readme_names_every_field():
    """Beside the tests, or in what the built package says of itself."""
    file = Path(__file__).parents[2] / "README.md"
    told = file.read_text("utf-8") if file.exists() else str(metadata("evidence"))
    assert ", ".join(EFFECT_FIELDS) in " ".join(told.split())
