"""Bibliographies in by file and by standard input, what was left out, and out again."""

import contextlib
import json
import os

import pytest

from evidence.cli.progress import progress

RIS = "TY  - JOUR\nTI  - Zinc for the common cold\nAU  - Eby, George\nPY  - 1984\nER  - \n"
BROKEN = "@misc{a, title={Zinc}}\n@misc{b, title={\x1b[31mHoney, year=2001\n\n@misc{c, title={Ginger}}\n"


def counted(result):
    return result.stdout.splitlines()[-1]


@pytest.fixture
def written(here):
    """Write a file to be imported."""

    def write(name, text):
        data = text if isinstance(text, bytes) else text.encode()
        (here / name).write_bytes(data)
        return name

    return write


@pytest.mark.usefixtures("empty")
def test_standard_input_is_a_file_like_others(evidence):
    first = evidence("import", "-", input=BROKEN.replace("\x1b[31m", ""))
    assert counted(first) == "3 read, 2 new, 0 changed, 0 same, 0 duplicate, 1 rejected"
    assert "standard input:2: rejected: " in first.stderr
    again = evidence("import", "-", input=BROKEN.replace("\x1b[31m", "").replace("Zinc", "Zinc gluconate"))
    assert counted(again) == "3 read, 0 new, 1 changed, 1 same, 0 duplicate, 1 rejected"


@pytest.mark.usefixtures("empty")
def test_a_format_is_told_by_what_stands_in_the_file(evidence, written):
    result = evidence("import", written("odd.bib", RIS))
    assert counted(result) == "1 read, 1 new, 0 changed, 0 same, 0 duplicate, 0 rejected"


@pytest.mark.usefixtures("empty")
def test_a_second_import_says_so_and_a_file_that_is_named_twice_is_read_once(evidence, written):
    name = written("a.bib", "@misc{a, title={Zinc}}\n")
    evidence("import", name)
    result = evidence("import", name, name)
    assert result.stdout.splitlines() == [
        "a.bib: just as it was at its last import",
        "1 read, 0 new, 0 changed, 1 same, 0 duplicate, 0 rejected",
    ]


def test_a_dry_run_prints_just_what_the_import_does(empty, evidence, written):
    name = written("a.bib", BROKEN + "@misc{d, title={Honey for cough}, doi={10.1000/x}}\n@misc{e, doi={10.1000/X}}\n")
    before = empty.read_bytes()
    tried = evidence("import", "--dry-run", name)
    assert empty.read_bytes() == before
    done = evidence("import", name)
    assert tried.stdout == done.stdout.replace("rejected\n", "rejected; nothing was written\n")
    assert (tried.stderr, tried.exit_code) == (done.stderr, done.exit_code)


@pytest.mark.usefixtures("empty")
def test_what_was_left_out_is_listed_until_it_is_mended_and_harms_no_terminal(evidence, written):
    evidence("import", written("a.bib", BROKEN))
    result = evidence("import", "--rejects")
    assert result.exit_code == 1
    assert result.stdout == (
        "a.bib:2: rejected: the brace that opens the field title is never closed (b)\n"
        "    @misc{b, title={\\x1b[31mHoney, year=2001\n"
    )
    (reject,) = json.loads(evidence("import", "--rejects", "--format", "json").stdout)["rejects"]
    assert reject["raw"] == "@misc{b, title={\x1b[31mHoney, year=2001"
    evidence("import", written("a.bib", BROKEN.replace("Honey", "Honey}").replace("2001\n", "2001}\n")))
    result = evidence("import", "--rejects")
    assert (result.exit_code, result.stdout) == (0, "No entry is rejected.\n")


@pytest.mark.usefixtures("empty")
def test_a_long_reject_is_cut_and_the_cut_is_marked(evidence, written):
    evidence("import", written("a.bib", "@misc{b, title={" + "x\n" * 5000))
    assert "    ... and " in evidence("import", "--rejects").stdout


@pytest.mark.usefixtures("empty")
def test_an_entry_that_is_gone_is_told_and_stays(evidence, written):
    evidence("import", written("a.bib", "@misc{a, title={Zinc}}\n@misc{b, title={Honey}}\n"))
    result = evidence("import", written("a.bib", "@misc{a, title={Zinc}}\n"))
    assert result.stdout.splitlines()[0] == "b: no longer in a.bib; the source stays"
    assert evidence("show", "b").exit_code == 0


@pytest.mark.usefixtures("empty")
def test_many_changes_are_cut_and_counted(evidence, written):
    text = "".join(f"@misc{{k{n}, title={{Trial {n} of zinc}}}}\n" for n in range(80))
    evidence("import", written("a.bib", text))
    result = evidence("import", written("a.bib", text.replace("zinc", "honey")))
    assert "... and 30 lines like this; --format json has them all" in result.stdout
    assert len(result.stdout.splitlines()) == 52


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("words", [["--rejects", "a.bib"], ["--rejects", "--dry-run"], []])
def test_what_makes_no_sense_together_is_refused(evidence, written, words):
    written("a.bib", "@misc{a}")
    assert evidence("import", *words).exit_code == 2


@pytest.mark.usefixtures("empty")
def test_an_encoding_can_be_said(evidence, written):
    name = written("a.bib", "@misc{a, title={naïve}}\n".encode("mac-roman"))
    evidence("import", "--encoding", "mac-roman", name)
    assert "naïve" in evidence("show", "a").stdout
    result = evidence("import", "--encoding", "klingon", name)
    assert result.exit_code == 3
    assert "klingon" in result.stderr


DATA = [
    b"@misc{a, title={Zinc}}\r\n\r\n% end\r\n",
    "@misc{a, title={Zinc é}}\n".encode("utf-16"),
    "\ufeff@misc{a, title={Zinc é}}".encode(),
    "% Encoding: iso-8859-1\n@misc{a, title={Zinc é}}\n".encode("latin-1"),
    b"@misc{a,\rtitle={Zinc}}\n@comment{x}\r\n",
    b"@misc{a, title={Zinc \x80 \x81\x8d\x8f\x90\x9d \xe9}}\r\n% \x9d\n",
]


@pytest.mark.parametrize("data", DATA)
@pytest.mark.usefixtures("empty")
def test_a_file_comes_out_byte_for_byte_as_it_went_in(evidence, written, here, data):
    evidence("import", written("a.bib", data))
    assert evidence("export", "bibtex").stdout_bytes == data
    assert evidence("export", "bibtex", "--file", "a.bib", "--output", "out.bib").exit_code == 0
    assert (here / "out.bib").read_bytes() == data


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("data", [b"@misc{a, title={Zi\0nc}}\n", "@misc{a, title={é\n".encode() + b"\xe9}}\n"])
def test_a_file_that_cannot_be_given_back_is_named(evidence, written, data):
    evidence("import", written("a.bib", data))
    result = evidence("export", "bibtex")
    assert result.exit_code == 1
    assert result.stderr.startswith("a.bib: not byte for byte as it came in")


@pytest.mark.usefixtures("empty")
def test_files_of_several_kinds_come_out_as_one_library(evidence, written):
    evidence("import", written("a.bib", "@misc{a, title={Zinc é}}\n".encode("utf-16")), written("b.ris", RIS))
    out = evidence("export", "bibtex").stdout_bytes.decode()
    assert "@misc{a, title={Zinc é}}" in out
    assert "Zinc for the common cold" in out
    assert evidence("export", "bibtex", "--file", "c.bib").exit_code == 2


ONE = "@article{one, title={Zinc for the common cold}, author={Eby, George}, year=1984, doi={10.1000/zinc}}\n"
OTHER = "@article{other, title={Zinc for the common cold}, author={Eby, G.}, year=1985, note={read}}\n"


@pytest.mark.usefixtures("empty")
def test_a_person_decides_on_duplicates_and_changes_their_mind(evidence, written):
    evidence("import", written("a.bib", ONE + OTHER.replace("Zinc for", "Honey for")))
    result = evidence("sources", "merge", "one", "other", "--by", "C. Reader", "--why", "same trial")
    assert result.stdout == "one and other are one work; one stands for both\n"
    shown = evidence("show", "other").stdout
    assert "same trial, by C. Reader" in shown
    assert "conflicts:" in shown
    assert evidence("sources", "undo").stdout == "one and other are undecided again; they were one work\n"
    assert evidence("sources", "undo").exit_code == 2
    assert evidence("sources", "undo", "one").exit_code == 2
    assert evidence("sources", "distinct", "one", "other").stdout == "one and other are two works\n"
    assert (
        evidence("sources", "undo", "other", "one").stdout == "other and one are undecided again; they were two works\n"
    )


@pytest.mark.usefixtures("empty")
def test_likely_duplicates_are_listed_with_reasons(evidence, written):
    assert evidence("sources", "duplicates").stdout == "No two sources look like one work that is not decided yet.\n"
    evidence("import", written("a.bib", ONE + ONE.replace("one", "two").replace("10.1000/zinc", "10.1000/other")))
    result = evidence("sources", "duplicates")
    assert result.exit_code == 1
    assert result.stdout.startswith("two: perhaps the same work as one: ")
    assert "DOI" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("Decide by: evidence sources merge")
    evidence("sources", "distinct", "one", "two")
    assert evidence("sources", "duplicates").exit_code == 0


@pytest.mark.usefixtures("empty")
def test_who_decides_is_whoever_is_logged_in(evidence, written, monkeypatch):
    evidence("import", written("a.bib", ONE + OTHER.replace("Zinc for", "Honey for")))
    monkeypatch.setenv("LOGNAME", "c.reader")
    evidence("sources", "merge", "one", "other")
    assert "by c.reader" in evidence("show", "one").stdout
    evidence("sources", "undo")
    evidence("sources", "distinct", "one", "other", "--by", "D. Other")
    assert "decided by D. Other" in evidence("show", "other").stdout


@pytest.mark.usefixtures("empty")
def test_what_nobody_decides_is_not_decided(evidence, written, monkeypatch):
    evidence("import", written("a.bib", ONE + OTHER.replace("Zinc for", "Honey for")))

    def nobody():
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    for words in ([], ["--by", " "]):
        result = evidence("sources", "merge", "one", "other", *words)
        assert (result.exit_code, result.stderr) == (2, "Error: say who decides, by --by NAME\n")


@pytest.mark.usefixtures("empty")
def test_a_pipe_is_read_to_its_end(evidence):
    ours, theirs = os.pipe()
    os.write(theirs, ONE.encode())
    os.close(theirs)
    result = evidence("import", f"/dev/fd/{ours}")
    os.close(ours)
    assert counted(result) == "1 read, 1 new, 0 changed, 0 same, 0 duplicate, 0 rejected"


@pytest.mark.usefixtures("empty")
def test_a_name_that_no_file_can_have_is_told_of(evidence):
    result = evidence("import", "x" * 300)
    assert result.exit_code == 3
    assert "this file cannot be read: File name too long" in result.stderr


@pytest.mark.usefixtures("empty")
def test_a_file_is_one_file_however_it_is_named(here, written, program):
    written("here.bib", "@misc{a, title={Zinc}}\n@misc{b, title={Honey}, year=2001\n")
    assert counted(program("import", "here.bib", here / "here.bib")) == (
        "2 read, 1 new, 0 changed, 0 same, 0 duplicate, 1 rejected"
    )
    written("here.bib", "@misc{a, title={Zinc}}\n@misc{b, title={Honey}, year=2001}\n")
    program("import", str(here / "here.bib"))
    assert program("import", "--rejects").stdout == "No entry is rejected.\n"
    other = here.parent / "outside.bib"
    other.write_text("@misc{c, title={Ginger}}\n")
    program("import", "../outside.bib")
    assert counted(program("import", str(other))) == "1 read, 0 new, 0 changed, 1 same, 0 duplicate, 0 rejected"


def test_a_bar_tells_how_far_the_reading_is(monkeypatch):
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr("sys.stderr", terminal)
        monkeypatch.setenv("TERM", "xterm")
        with progress(10_000_000) as done:
            done(10_000_000)
    shown = b""
    with contextlib.suppress(OSError), os.fdopen(ours, "rb", buffering=0) as screen:
        while part := screen.read(65536):
            shown += part
    assert b"Reading" in shown
    assert b"100%" in shown


@pytest.mark.usefixtures("empty")
def test_a_bar_is_shown_in_a_terminal_only(written, terminal, program):
    text = "".join(f"@misc{{k{n}, title={{{'Zinc ' * 400}{n}}}}}\n" for n in range(2500))
    written("large.bib", text)
    assert program("import", "--dry-run", "large.bib").stderr == ""
    shown = terminal("import", "large.bib", env={"TERM": "xterm"})
    assert "Reading" in shown
    assert "100%" in shown
