import html
import re
import unicodedata

import bibtexparser
import pytest
from bibtexparser.middlewares import RemoveEnclosingMiddleware
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence.bibtex.expression import Expression, parsed
from evidence.bibtex.latex import plain
from evidence.bibtex.write import escaped, written

SIGNS = st.sampled_from(
    (*"{}\\@\"#%,=~$&_^-`'<> \n\r\t\0()é", "\\\\", "\\{", "@misc{", "\n@book{x,", "{x}", "year = 1")
)
VALUES = st.one_of(st.text(), st.lists(SIGNS, max_size=30).map("".join))
NAMES = st.from_regex(r"[a-z][a-z0-9_:+.-]{0,10}", fullmatch=True)
COMMAND = re.compile(r"""\\[A-Za-z"'`^~=.]""")
MARKUP = re.compile(r"</?[A-Za-z]")


def read_back(text):
    """Read by bibtexparser, and each value by BibTeX's own rules as well."""
    library = bibtexparser.parse_string(text, parse_stack=[])
    assert library.failed_blocks == []
    (entry,) = library.blocks
    for field in entry.fields:
        for escapes in (True, False):
            value = parsed(field.value, escapes=escapes)
            assert isinstance(value, Expression)
            assert value.end == len(field.value)
    RemoveEnclosingMiddleware(allow_inplace_modification=True).transform(library)
    return entry.entry_type, entry.key, [(field.key, field.value) for field in entry.fields]


def test_an_entry_is_written_a_field_a_line():
    fields = [("title", "The {RNA} World"), ("year", "1986")]
    assert written("article", "gilbert1986", fields) == (
        "@article{gilbert1986,\n  title = {The {RNA} World},\n  year = {1986},\n}"
    )
    assert written("misc", "empty", []) == "@misc{empty,\n}"


@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_what_is_written_is_read_back_whole(values):
    kind, key, fields = read_back(written("article", "key", values.items()))
    assert (kind, key, [name for name, _ in fields]) == ("article", "key", list(values))
    assert written(kind, key, fields) == written("article", "key", values.items())


@given(st.lists(st.sampled_from((*'aé "#%,=~$&_^()@', "{x}", "{{", "}}", "\\'e", "\\textbf{a}")), max_size=20))
def test_a_value_whose_braces_match_is_written_as_it_is(pieces):
    value = "".join(pieces)
    assume(value.count("{") == value.count("}") and "}}" not in value.partition("{{")[0])
    depth = 0
    for sign in value:
        depth += (sign == "{") - (sign == "}")
        assume(depth >= 0)
    assert read_back(written("article", "key", [("title", value)]))[2] == [("title", value)]


@pytest.mark.parametrize(
    ("value", "amended"),
    [
        ("a } b", r"a {\textbraceright} b"),
        ("a { b", r"a {\textbraceleft} b"),
        ("}{", r"{\textbraceright}{\textbraceleft}"),
        ("{a {b}", r"{\textbraceleft}a {b}"),
        (r"a \{ b", r"a {\textbraceleft} b"),
        (r"a \{b\} c", r"a \{b\} c"),
        ("C:\\dir\\", r"C:\dir{\textbackslash}"),
        ("line\\\\", "line\\\\ "),
        (r"line\\{x}", r"line\\ {x}"),
        (r"line\\\{x", r"line\\ {\textbraceleft}x"),
        ("a\\\\b {", "a\\\\b {\\textbraceleft}"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n \n@book{b, c}", "a @book{b, c}"),
        ("a@b\nc", "a@b\nc"),
        ("a\0b", "a\ufffdb"),
    ],
)
def test_what_readers_would_stumble_over_is_amended(value, amended):
    assert read_back(written("article", "key", [("title", value)]))[2] == [("title", amended)]


@given(VALUES)
def test_an_amended_value_prints_as_before_or_shows_its_lone_brace(value):
    assume("\0" not in value and "\r" not in value and not COMMAND.search(value))
    amended = read_back(written("article", "key", [("title", value)]))[2][0][1]
    assume({"{", "}"}.isdisjoint(re.sub(r"\\.", "", value)))
    assert plain(amended) == plain(value)


@pytest.mark.parametrize(
    ("key", "safe"),
    [
        ("Smith et al, 2020", "Smith-et-al-2020"),
        ("10.1002/a=b", "10.1002/a-b"),
        ("O'Neil\"x", "O-Neil-x"),
        ("a{b}#c%d~e\\f(g)@h", "a-b-c-d-e-f-g-h"),
        ("Müller_2001:a+b", "Müller_2001:a+b"),
        ("", "entry"),
        ("a\0b\x1b", "a\ufffdb-"),
    ],
)
def test_a_key_is_made_safe_for_bibtex(key, safe):
    assert read_back(written("article", key, [("title", "T")]))[1] == safe


@pytest.mark.parametrize(
    ("kind", "safe"),
    [("Article", "article"), ("in-proceedings", "inproceedings"), ("string", "misc"), ("", "misc"), ("книга", "misc")],
)
def test_a_kind_is_made_safe_for_bibtex(kind, safe):
    assert read_back(written(kind, "key", [("title", "T")]))[0] == safe


def test_names_of_fields_are_made_safe_and_differ():
    names = ["Author Keywords", "author+an", "author-keywords", "AUTHOR KEYWORDS", "2nd", "", "-", "bdsk-url-1"]
    fields = read_back(written("misc", "key", [(name, "x") for name in names]))[2]
    assert [name for name, _ in fields] == [
        *("Author-Keywords", "author+an", "author-keywords-2", "AUTHOR-KEYWORDS-3", "x-2nd", "field", "x-"),
        "bdsk-url-1",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50% of A & B", r"50\% of A \& B"),
        ("{x} ~ \\y", r"{\textbraceleft}x{\textbraceright} {\textasciitilde} {\textbackslash}y"),
        ("a_1^2 #3 $4", r"a\_1{\textasciicircum}2 \#3 \$4"),
        ("1--2 ``so''", "1-{}-2 `{}`so'{}'"),
        ("plain, (all) 'of' it\nstays", "plain, (all) 'of' it\nstays"),
    ],
)
def test_signs_of_tex_are_escaped(text, value):
    assert escaped(text) == value


@given(VALUES)
def test_escaped_text_prints_as_the_text(text):
    assume(html.unescape(text) == text and not MARKUP.search(text))
    assert plain(escaped(text)) == unicodedata.normalize("NFC", " ".join(text.split()))


@given(VALUES)
def test_escaped_text_is_written_as_it_is(text):
    value = " ".join(escaped(text).replace("\0", "").split())
    assert read_back(written("article", "key", [("title", value)]))[2] == [("title", value)]


def test_a_hundred_thousand_lone_braces_are_written_at_once():
    assert written("misc", "key", [("title", "{" * 100_000)]).count(r"{\textbraceleft}") == 100_000
