"""Entries that are read at once, held against what is made of them by the parser."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex import blocks
from evidence.bibtex.decode import opened
from evidence.bibtex.read import read
from evidence.bibtex.regular import regular
from evidence.bibtex.strings import Strings

CASES = sorted((Path(__file__).parent / "cases").glob("*.bib"))


def everything(data):
    return list(read(opened(io.BytesIO(data), name="x.bib"), Strings()))


def by_the_parser_alone(data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "regular", lambda *_: None)
        return everything(data)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_parser_reads_every_case_alike(case):
    data = case.read_bytes()
    assert everything(data) == by_the_parser_alone(data)


VALUES = st.recursive(
    st.text(alphabet="abé \n,=@#%~\\'$&-.0", max_size=12),
    lambda inner: st.lists(st.one_of(inner, inner.map("{{{}}}".format)), max_size=4).map("".join),
    max_leaves=12,
)
FIELDS = st.one_of(
    VALUES.map("{{{}}}".format),
    VALUES.map('"{}"'.format),
    st.sampled_from(["2001", "jan", "lancet", 'jan # "1"', "{a", '"b', '{\\"o}', '"{\\"o}"', "", "12a"]),
)
NAMES = st.sampled_from(["title", "Author", "x-y", "date+an", "title", "note 2", "é", ""])
GAPS = st.sampled_from(["", " ", "\n  ", "\r\n\t"])
ENTRIES = st.builds(
    lambda kind, key, fields, gap, end: f"@{kind}{{{key},{gap}{f',{gap}'.join(fields)}{end}",
    kind=st.sampled_from(["misc", "Article", "comment", "string", "in-book"]),
    key=st.sampled_from(["a", "B:2", "a b", "", "é", "a=b"]),
    fields=st.lists(st.builds("{}{}={}{}".format, NAMES, GAPS, GAPS, FIELDS), max_size=4),
    gap=GAPS,
    end=st.sampled_from(["}\n", ",\n}\n", "}", "} junk\n", "\n", "},\n"]),
)


@settings(max_examples=400, deadline=None)
@given(entries=st.lists(ENTRIES, min_size=1, max_size=4))
def test_the_parser_reads_whatever_else_alike(entries):
    data = "".join(entries).encode()
    assert everything(data) == by_the_parser_alone(data)


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title={A {B {C {D}}}}, year=2001}",
        '@Article{a:1, title="{A} and {\\\'e}", month=jan,\n}\n\n',
        "@misc{a,\n  note = {50% of \\textbf{them} @home}\n}",
    ],
)
def test_usual_entries_are_regular(text):
    found = regular(text, 0, len(text))
    assert (found.kind, found.end) == (text[1 : text.index("{")].lower(), len(text.rstrip()))


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title={A}} and more",
        "@article{a}",
        "@comment{a, title={A}}",
        "@article{a, title={A\\}}",
        "@article{a, title={A} year=2001}",
        '@article{a, title="A" # {B}}',
        "@article(a, title={A})",
        "@article{a, title={{{{{A}}}}}}",
    ],
)
def test_what_can_be_read_otherwise_is_left_to_the_parser(text):
    assert regular(text, 0, len(text)) is None
