import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from made_libraries import laid_out, libraries

from evidence.bibtex import blocks, decode, definitions, window
from evidence.bibtex.entries import Entry, Problem
from evidence.bibtex.read import read
from evidence.bibtex.regular import regular
from evidence.bibtex.strings import LARGEST_TOTAL, Strings

CASES = sorted((Path(__file__).parent / "cases").glob("*.bib"))
SOUND = "@misc{sound, title={Sound}}\n"


def read_all(data, piece=decode.PIECE, strings=None, progress=None):
    data = data if isinstance(data, bytes) else data.encode()
    opened = decode.opened(io.BytesIO(data), name="x.bib", piece=piece)
    *items, rest = read(opened, strings or Strings(), progress=progress)
    entries = [item for item in items if isinstance(item, Entry)]
    problems = [item for item in items if isinstance(item, Problem)]
    return entries, problems, "".join(entry.before + entry.raw for entry in entries) + rest.text


def keys(found):
    return [entry.key for entry in found[0]]


def said(found):
    return [str(problem).removeprefix("x.bib:") for problem in found[1]]


@pytest.mark.parametrize("piece", [1, 7, 100, 1000])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_file_is_read_the_same_in_pieces_of_any_size(case, piece):
    data = case.read_bytes()
    assert read_all(data, piece) == read_all(data)


@pytest.fixture
def short_sighted(monkeypatch):
    """A window that looks no further than it must, so that its edges are everywhere."""
    monkeypatch.setattr(window, "LOOKAHEAD", 3)
    monkeypatch.setattr(window, "FARTHEST", 300)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.usefixtures("short_sighted")
def test_text_far_away_makes_no_difference(case):
    data = SOUND.encode() * 30 + case.read_bytes().removeprefix(b"\xef\xbb\xbf") + b"\n" + SOUND.encode() * 30
    assert read_all(data, 50) == read_all(data)


@given(libraries(hard=True, size=12))
@settings(max_examples=60, deadline=None, suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large))
def test_regular_entries_are_read_as_the_parser_reads_them(parts):
    text, _ = laid_out(parts)
    quick = read_all(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "regular", lambda *_: None)
        assert read_all(text) == quick


def test_a_block_that_is_no_entry_is_never_regular():
    for kind in ("comment", "Preamble", "STRING"):
        assert regular(f"@{kind}{{a, b = {{c}}}}", 0, 100) is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_regular_entries_of_real_files_are_read_as_the_parser_reads_them(case, monkeypatch):
    quick = read_all(case.read_bytes())
    monkeypatch.setattr(blocks, "regular", lambda *_: None)
    assert read_all(case.read_bytes()) == quick


@pytest.mark.parametrize("piece", [10, decode.PIECE])
def test_a_definition_further_down_holds_with_a_note(piece):
    found = read_all("@article{a, title={T}, journal=nejm}\n" * 3 + '@string(NEJM = "The " # {Journal})\n', piece)
    assert {entry.work.journal for entry in found[0]} == {"The Journal"}
    assert said(found)[0] == "1: note: the @string nejm is defined only further down (a)"


def test_definitions_that_are_announced_are_bounded(monkeypatch):
    monkeypatch.setattr(definitions, "_MOST_OF_ALL", 100)
    text = "@string{a = {" + "x" * 90 + "}}\n@string{b = {y}}\n"
    assert list(definitions.definitions([text])) == ["a"]
    monkeypatch.setattr(definitions, "_LONGEST", 50)
    assert list(definitions.definitions([text])) == ["b"]


def test_definitions_that_are_kept_are_bounded():
    strings = Strings()
    strings.define("a", ())
    strings._defined = LARGEST_TOTAL - 10  # noqa: SLF001 - 64 million characters would take long
    text = "@string{b = {0123456789}}\n@misc{b, title=b}@misc{c, title=unknown}@misc{d, title={D}}"
    found = read_all(text, strings=strings)
    assert keys(found) == ["b", "d"]  # since it was announced
    assert found[1][0].reason.endswith("all @string definitions together are longer than 64,000,000 characters")
    assert [problem.key for problem in found[1] if problem.rejected] == ["c"]


@pytest.fixture
def narrow(monkeypatch):
    """A limit that a test reaches quickly."""
    monkeypatch.setattr(window, "LARGEST", 1000)
    monkeypatch.setattr(window, "LOOKAHEAD", 2)
    monkeypatch.setattr(window, "FARTHEST", 100)


LONG = "@misc{long, note={" + "zinc\n" * 400 + "}}\n"


@pytest.mark.parametrize("piece", [64, 1024, decode.PIECE])
@pytest.mark.parametrize("before", ["", SOUND, "prose\n", SOUND * 9, "@misc{x, title={unclosed\n"])
@pytest.mark.parametrize("after", ["", SOUND, SOUND * 50])
@pytest.mark.usefixtures("narrow")
def test_an_entry_that_is_too_long_is_refused_and_costs_no_other(before, after, piece):
    found = read_all(before + LONG + after, piece)
    assert keys(found) == ["sound"] * (before + after).count("@misc{sound")
    (refused,) = [problem for problem in found[1] if problem.key == "long"]
    assert refused.line == before.count("\n") + 1
    assert refused.reason == "the entry is longer than 1,000 characters; only the first 1,000,000 are kept"
    assert refused.raw is not None
    assert refused.raw.startswith("@misc{long, note={zinc\n")
    assert [entry.line for entry in found[0]] == [
        number for number, line in enumerate((before + LONG + after).split("\n"), start=1) if line == SOUND.strip()
    ]
    assert found[2] == before + after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x\n" * 2000, "text between entries of more than 1,000 characters is left out"),
        ("@comment{" + "x" * 2000 + "}\n", "an @comment of more than 1,000 characters is left out"),
        ("@string{s = {" + "x" * 2000 + "}}\n", "an @string of more than 1,000 characters is left out"),
    ],
)
@pytest.mark.parametrize("piece", [100, decode.PIECE])
@pytest.mark.usefixtures("narrow")
def test_what_is_too_long_and_no_entry_is_passed_over_with_a_warning(text, reason, piece):
    found = read_all(SOUND + "@misc{b, title={B}}\n" + text + SOUND, piece)
    assert keys(found) == ["sound", "b", "sound"]
    assert reason in said(found)[-1]


@pytest.mark.usefixtures("narrow")
def test_text_between_entries_is_kept_within_bounds():
    found = read_all("@comment{zinc}\n" * 500 + SOUND, 100)
    assert keys(found) == ["sound"]
    assert len(found[2]) <= 1000 + len(SOUND) + 200
    (problem,) = found[1]
    assert problem.reason.startswith("more than 1,000 characters between two entries; what follows of them is not kept")


@pytest.mark.parametrize("piece", [100, decode.PIECE])
@pytest.mark.usefixtures("narrow")
def test_a_line_of_entries_may_be_longer_than_an_entry(piece):
    text = "".join(f"@misc{{k{number}, title={{T}}}} " for number in range(300))
    found = read_all(text, piece)
    assert keys(found) == [f"k{number}" for number in range(300)]
    assert found[2] == text


class Endless(io.RawIOBase):
    """A file whose middle is repeated, which no memory holds."""

    def __init__(self, first, middle, times, last):
        self._parts = (first, middle, times, last)
        self.seek(0)

    def seek(self, place):
        first, middle, times, last = self._parts
        self._left = iter((first, *(middle for _ in range(times)), last))
        return place

    def read(self, _):
        return next(self._left, b"")


def test_memory_stays_flat(monkeypatch):
    monkeypatch.setattr(window, "LARGEST", 100_000)
    file = Endless(SOUND.encode() + b"@misc{long, note={", b"zinc and copper\n" * 1000, 500, b"}}\n" + SOUND.encode())
    tracemalloc.start()
    try:
        *items, _ = read(decode.opened(file, name="long.bib"), Strings())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [item.key for item in items] == ["sound", "long", "sound"]
    assert peak < 4_000_000  # of a file of 8 million bytes


def test_progress_is_told_of_all_bytes():
    told = []
    read_all(SOUND.encode() * 100, 100, progress=told.append)
    assert sum(told) == 100 * len(SOUND)


INNER = "@article{inner, title={I}, year={1999}}\n"
ENCLOSED = {
    "in braces": "@misc{outer, title={O},\n abstract={see\n" + INNER + "and so on}}\n",
    "in the first field": "@misc{outer, abstract={see\n" + INNER + "}, title={O}}\n",
    "in quotation marks": '@misc{outer, note="see\n' + INNER + '", title={O}}\n',
    "in round brackets": "@misc(outer, title={O}, note={\n" + INNER + "})\n",
    "of an entry in round brackets": "@misc{outer, title={O}, note={\n@article(inner, title={I})\n}}\n",
    "twice": "@misc{outer, title={O}, note={\n" + INNER + "and\n" + INNER + "}}\n",
}


@pytest.mark.parametrize("text", ENCLOSED.values(), ids=ENCLOSED)
def test_an_entry_within_a_value_is_part_of_the_value(text):
    found = read_all(SOUND + text + SOUND)
    assert keys(found) == ["sound", "outer", "sound"]
    assert found[0][1].work.title == "O"
    assert found[0][1].raw == text.strip()
    assert found[2] == SOUND + text + SOUND


UNCLOSED = {
    "a value": "@misc{outer, title={O}, note={see\n",
    "a value among fields": "@misc{outer, title={O}, note={{see}, year={2000}\n}\n",
    "a quotation": '@misc{outer, title={O}, note="see\n',
    "a value, and a brace too many further on": "@misc{outer, note={{see}, title={O}\n" + SOUND + "}\n",
    "two braces, and two too many further on": "@misc{outer, title={O}, note={{see}, year={2000}\n" + SOUND + "}}\n",
    "a value, and many entries before it is closed": "@misc{outer, title={O}, note={see\n" + SOUND * 5 + "}}\n",
}


@pytest.mark.parametrize("text", UNCLOSED.values(), ids=UNCLOSED)
def test_an_entry_that_nothing_closes_takes_no_neighbour(text):
    found = read_all(SOUND + text + INNER + SOUND)
    wanted = ["sound", *["sound"] * text.count("@misc{sound"), "inner", "sound"]
    assert keys(found) == wanted
    assert [problem.key for problem in found[1] if problem.rejected] == ["outer"]
    assert found[2] == SOUND + text + INNER + SOUND


def test_entries_that_follow_one_another_in_a_line_are_read_though_the_parser_gives_up():
    line = "@misc{a, title={x\\\\}} @misc{b, title={y\\\\}}, @string{s={t}}\n"
    line += "@misc{c, title={z\\\\}} @misc{d, title={w\n"
    found = read_all(line + SOUND)
    assert keys(found) == ["a", "b", "c", "sound"]
    assert [problem.key for problem in found[1] if problem.rejected] == ["d"]


def test_definitions_and_comments_among_such_entries_are_read_too():
    line = "@misc{a, title={x\\\\}} @string{s={t}}@comment{@misc{no,}} @preamble{{p}} @misc{b, title=s, file={y\\\\}}"
    found = read_all(line + "@string{s = {\n" + SOUND)
    assert keys(found) == ["a", "b", "sound"]
    assert found[0][1].work.title == "t"
    assert said(found)[:1] == ["1: note: entries inside @comment are not read: 1"]
    found = read_all(
        "@misc{a, title={x\\\\}} @string(s={t}) @misc{b, title=s} @comment(c) @misc{c, title={C}}\n" + SOUND
    )
    assert [entry.work.title for entry in found[0]] == ["x", "t", "C", "Sound"]
    assert keys(read_all("@misc{a, title={x\\\\}} @preamble(p q)\n" + SOUND)) == ["a", "sound"]


def test_many_entries_within_values_cost_no_more_than_their_number():
    text = ENCLOSED["in braces"] * 2000
    assert len(read_all(text)[0]) == 2000


def test_a_sign_for_line_ends_that_is_in_the_text_is_not_used():
    signs = "\v\f\x1c\x1d\x1e\x1f"
    for count in range(len(signs) + 1):
        text = f"@misc{{a, title = {{a{signs[:count]}b}},\n note = {{c\nd}} # {{e}}}}\n"
        ((entry,), _, _) = read_all(text)
        assert dict(entry.fields) == {"title": f"a{signs[:count]}b", "note": "c\nde"}


def test_a_byte_order_mark_within_a_file_hides_no_entry():
    found = read_all(("\ufeff" + SOUND) * 2 + "@misc{a, title={\ufeffT}}")
    assert keys(found) == ["sound", "sound", "a"]
    assert found[2] == ("\ufeff" + SOUND) * 2 + "@misc{a, title={\ufeffT}}"


def test_lines_are_counted_back_as_well_as_on():
    at = window.Window(iter(["a\nb\n", "c\nd"]))
    assert at.fill()
    assert [at.line(place) for place in (6, 2, 0, 4)] == [4, 2, 1, 3]
