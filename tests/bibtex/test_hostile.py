import pytest

from evidence.bibtex.collect import LONGEST_KEY
from evidence.bibtex.read import read_files

MILLION = 1_000_000


def read(tmp_path, text):
    path = tmp_path / "x.bib"
    path.write_text(text, encoding="utf-8")
    return read_files([path])


def bomb(*, upwards):
    """Thirty definitions, each twice the one before: a thousand million characters."""
    lines = [f"@string{{s{n} = s{n - 1} # s{n - 1}}}" for n in range(1, 31)]
    lines.insert(0, '@string{s0 = "x"}')
    return "\n".join(lines if upwards else reversed(lines)) + "\n"


@pytest.mark.parametrize("upwards", [True, False])
def test_a_doubling_of_strings_is_refused_and_costs_its_entry_only(tmp_path, upwards):
    entries = "@article{bomb, title = s30}\n@article{sound, title = s4}\n"
    library = read(tmp_path, bomb(upwards=upwards) + entries if upwards else entries + bomb(upwards=upwards))
    assert library.keys == ("sound",)
    assert library.entries[0].work.title == "x" * 16
    rejected = [problem for problem in library.problems if problem.rejected]
    assert [problem.key for problem in rejected] == ["bomb"]
    assert "a value made of @string names is longer than 1,000,000 characters" in rejected[0].reason


def test_many_uses_of_a_long_string_are_refused_in_the_end(tmp_path):
    text = f"@string{{s = {{{'x' * 900_000}}}}}\n"
    library = read(tmp_path, text + "".join(f"@misc{{k{n}, title = s}}\n" for n in range(100)))
    assert 60 <= len(library.entries) <= 71  # 64 million characters in all
    assert "come to more than 64,000,000 characters" in library.problems[-1].reason
    assert library.read == 100


def test_a_chain_of_definitions_ahead_has_an_end(tmp_path):
    chain = "".join(f"@string{{s{n} = s{n + 1}}}\n" for n in range(200)) + "@string{s200 = {end}}\n"
    library = read(tmp_path, "@misc{a, title = s0}\n@misc{b, title = s150}\n" + chain)
    assert [(entry.key, entry.work.title) for entry in library.entries] == [("b", "end")]
    assert "leans on a chain of more than 100 definitions" in library.problems[0].reason


def test_a_chain_of_definitions_in_order_may_be_long(tmp_path):
    chain = "@string{s0 = {end}}\n" + "".join(f"@string{{s{n + 1} = s{n}}}\n" for n in range(2000))
    assert read(tmp_path, chain + "@misc{a, title = s2000}\n").entries[0].work.title == "end"


def test_a_refused_definition_is_named_and_its_name_is_refused_where_it_is_used(tmp_path):
    library = read(tmp_path, "@string{s = s}\n@misc{a, title = s}\n@misc{b, title={T}}")
    assert library.keys == ("b",)
    assert [problem.line for problem in library.problems] == [1, 2]


HOSTILE = {
    "nested braces": "@misc{a, title={" + "{" * 100_000 + "x" + "}" * 100_000 + "}}",
    "unclosed braces": "@misc{a, title={" + "{" * 100_000 + "\n",
    "a million characters": "@misc{a, title={" + "zinc " * 200_000 + "}}",
    "a million backslashes": "@misc{a, title={" + "\\" * 300_000 + "}}",
    "accents that wait": "@misc{a, title={" + "\\'" * 200_000 + "}}",
    "accents on one letter": "@misc{a, title={a" + "\u0301\u0323" * 500_000 + "}}",
    "dollars": "@misc{a, title={" + "$a" * 100_000 + "}}",
    "ten thousand authors": "@misc{a, author={" + " and ".join(["Doe, Jane"] * 10_000) + "}}",
    "commas for authors": "@misc{a, author={" + "," * 200_000 + "}}",
    "blanks for authors": "@misc{a, author={" + " " * MILLION + "et al.}}",
    "a journal of a million letters": "@misc{a, journal={" + "j" * MILLION + "}}",
    "a year of a million digits": "@misc{a, year={" + "1" * MILLION + "}}",
    "a DOI of a million letters": "@misc{a, doi={10.1000/" + ")" * MILLION + "}}",
    "entries on one line": "".join(f"@misc{{k{n}, title={{T}}}}" for n in range(10_000)),
    "damaged entries on one line": "@misc{k, title={" * 40_000,
    "damaged entries": "@misc{k, title={\n" * 5_000,
    "definitions without end": "@string{a = {" * 20_000,
    "equal keys": "".join(f"@misc{{k, title={{T{n}}}}}\n" for n in range(5_000)),
    "at signs": "@" * MILLION + "{",
    "blanks after an at sign": "@a" + " " * MILLION + "{" + "@a" + "\n" * MILLION,
    "percent signs": "@misc{a,\n" + "%\n" * 200_000 + "= title={T}}",
    "commas": "@misc{a" + "," * MILLION + "title={T}}",
    "tags": "@misc{a, title={" + "<span " * 200_000 + "}}",
    "a field name of a million letters": "@misc{a, " + "n" * MILLION + "={T}}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_neither_stops_the_reader_nor_hides_the_next_entry(tmp_path, text):
    library = read(tmp_path, text + "\n@misc{sound, title={Sound}}\n")
    assert library.entries[-1].key == "sound"
    assert library.entries[-1].work.title == "Sound"


def test_a_key_that_no_database_can_index_is_refused(tmp_path):
    library = read(
        tmp_path, f"@misc{{{'k' * LONGEST_KEY}, title={{T}}}}\n@misc{{{'k' * (LONGEST_KEY + 1)}, title={{T}}}}"
    )
    assert [len(key) for key in library.keys] == [LONGEST_KEY]
    assert library.problems[0].reason == "the citation key is longer than 200 characters"


def test_a_value_longer_than_the_limit_costs_its_entry(tmp_path):
    library = read(
        tmp_path, "@misc{a, abstract={" + "x" * 10_000_001 + "}}\n@misc{b, abstract={" + "x" * MILLION + "}}"
    )
    assert library.keys == ("b",)
    assert library.problems[0].reason == "the field abstract is longer than 10,000,000 characters"


def test_terminal_escapes_are_kept_in_the_record_and_spelt_out_in_problems(tmp_path):
    library = read(tmp_path, "@misc{\x1b[2J, title={\u202egnol}, doi={\x1b]0;x\x07}}\n")
    assert library.entries[0].key == "\x1b[2J"
    assert library.entries[0].work.title == "\u202egnol"
    assert "\x1b" not in str(library.problems[0])
    assert "\\x1b[2J" in str(library.problems[0])


def test_prose_with_at_signs_makes_no_entry(tmp_path):
    library = read(tmp_path, "Write to j.doe@example.org, or to me @ {home}.\n@misc{a, title={LeQua @ {CLEF}}}\n")
    assert library.keys == ("a",)
    assert library.problems == ()


def test_a_damaged_entry_keeps_the_at_signs_in_its_text(tmp_path):
    library = read(tmp_path, '@misc{a, title="T, note={see @ {CLEF} and @x{y} = }\n}\n@misc{b, title={B}}\n')
    assert library.keys == ("b",)
    assert [problem.key for problem in library.problems] == ["a"]
