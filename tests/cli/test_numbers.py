import json
import shlex
import subprocess
import sys
from importlib import resources

import pytest
from jsonschema import Draft202012Validator

from evidence.numbers.checks import CHECKS
from evidence.text import visible_lines

HARM = "\x1b[31m\u202e</script>"


def valid(printed):
    schema = json.loads(resources.files("evidence.report").joinpath("numbers.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(printed)
    assert schema["$id"] == printed["schema"]
    return printed


@pytest.fixture
def piped(evidence):
    """Pipe lines in and give the exit code, the answers, and what was said."""

    def run(*lines, end="\n"):
        result = evidence("numbers", "-", input="\n".join(lines) + end)
        return result.exit_code, [valid(json.loads(line)) for line in result.stdout.splitlines()], result.stderr

    return run


@pytest.mark.parametrize("name", CHECKS)
def test_every_example_runs_and_stands_in_the_list(evidence, name):
    check = CHECKS[name]
    result = evidence("numbers", name, *shlex.split(check.example))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("consistent: ")
    assert f"  evidence numbers {name} {check.example}\n" in evidence("numbers", "--help").stdout
    assert f"Example: evidence numbers {name} {check.example}\n" in evidence("numbers", name, "--help").stdout


def test_figures_that_cannot_be_give_exit_code_1_with_reason_and_source(evidence):
    result = evidence("numbers", "grim", "--mean", "5.19", "--n", "28")
    assert (result.exit_code, result.stdout.splitlines()) == (
        1,
        [
            "impossible: no 28 whole numbers have the mean 5.19; the nearest means are 5.18 and 5.21",
            "source: Brown and Heathers 2017, Soc Psychol Pers Sci 8:363 (GRIM)",
        ],
    )


def test_what_any_figure_would_pass_gives_exit_code_0_and_says_so(evidence):
    result = evidence("numbers", "grim", "--mean", "5.19", "--n", "280")
    assert result.exit_code == 0
    assert result.stdout.startswith("not-testable: ")


def test_a_figure_below_zero_and_a_repeated_one_can_be_typed(evidence):
    assert evidence("numbers", "grim", "--mean", "-3.48", "--n", "25").exit_code == 0
    assert evidence("numbers", "total", "--part", "1", "--part", "2", "--total", "4").exit_code == 1


def test_json_of_figures_typed_in(evidence):
    printed = valid(json.loads(evidence("numbers", "grim", "--mean", "3.48", "--n", "25", "--format", "json").stdout))
    assert (printed["line"], printed["figures"], printed["computed"]) == (
        None,
        {"mean": "3.48", "n": "25"},
        {"total": "87"},
    )
    words = ["--test", "z", "--statistic", "2.00", "--p", ".023", "--one-tailed", "--format", "json"]
    printed = valid(json.loads(evidence("numbers", "statcheck", *words).stdout))
    assert (printed["verdict"], printed["figures"]["one_tailed"]) == ("consistent", True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["grim", "--mean", "3.48"], "Missing option '--n'"),
        (["grim", "--mean", "3.48", "--n", "many"], "n: 'many' is not a number as papers print them"),
        (["grim", "--mean", "", "--n", "25"], "mean: '' is not a number"),
        (["statcheck", "--test", "U", "--statistic", "1", "--p", "1"], "'U' is not one of 't', 'F', 'chi2'"),
        (["grym"], "no check and no file is called 'grym'"),
        (["--nope"], "No such option '--nope'"),
        (["-", "more"], "unexpected extra argument"),
        (shlex.split("sprite --mean 23.00 --sd 42.0824 --n 300 --min 0 --max 100"), "too many to try them all"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(evidence, words, said):
    result = evidence("numbers", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert said in line


def test_lines_are_answered_in_order_each_with_its_number(piped):
    code, answers, said = piped(
        '{"check": "grim", "mean": "3.48", "n": "25"}',
        "",
        '{"check": "grim", "mean": "5.19", "n": 28}',
        '{"check": "total", "part": ["25", 24], "total": "49"}',
    )
    assert code == 1
    assert [(answer["line"], answer["check"], answer["verdict"]) for answer in answers] == [
        (1, "grim", "consistent"),
        (3, "grim", "impossible"),
        (4, "total", "consistent"),
    ]
    assert answers[1]["figures"] == {"mean": "5.19", "n": 28}
    assert said == (
        "3 checked: 2 consistent, 1 impossible, 0 inconsistent, 0 decision-error, 0 not-testable; 0 could not be read\n"
    )


def test_lines_that_all_stand_give_exit_code_0(piped):
    for end in ("\n", ""):
        assert piped('\ufeff{"check": "grim", "mean": "3.48", "n": "25"}', end=end)[0] == 0
    assert piped("")[0] == 0


def test_a_broken_line_is_named_and_counted_and_stops_nothing(piped):
    broken = [
        "{",
        "[1, 2]",
        "7",
        "[" * 50_000,
        "1" * 5000,
        '{"check": "grim", "check": "debit"}',
        '{"mean": "3.48", "n": "25"}',
        '{"check": ["grim"], "mean": "3.48"}',
        '{"check": "grim", "mean": 3.48, "n": "25"}',
        '{"check": "grim", "mean": NaN, "n": "25"}',
        '{"check": "grim", "mean": null, "n": "25"}',
        '{"check": "grim", "mean": "3.48", "n": "25", "sd": "1"}',
        '{"check": "grim", "mean": "\\ud800", "n": "25"}',
        f'{{"check": "grim", "mean": "{"9" * 200_000}", "n": "25"}}',
        f'{{"check": "grim", "mean": "{"9" * 3_000_000}", "n": "25"}}',
    ]
    code, answers, said = piped(*broken, '{"check": "grim", "mean": "3.48", "n": "25"}')
    assert code == 1
    assert [answer["line"] for answer in answers] == list(range(1, len(broken) + 2))
    assert all("error" in answer for answer in answers[:-1])
    assert answers[-1]["verdict"] == "consistent"
    told = said.splitlines()
    assert [line.startswith(f"standard input:{number}: ") for number, line in enumerate(told[:-1], 1)] == [True] * len(
        broken
    )
    assert told[-1].endswith("; 15 could not be read")
    assert max(map(len, told)) <= 200


def test_of_many_broken_lines_the_first_are_told_and_the_rest_counted(piped):
    _, answers, said = piped(*["{"] * 250)
    assert len(answers) == 250
    more, counted = said.splitlines()[100:]
    assert (more, counted.endswith("; 250 could not be read")) == ("standard input: and 150 more", True)


def test_bytes_that_are_no_text_break_their_line_only(evidence, here):
    (here / "figures.jsonl").write_bytes(
        b'{"check": "grim", "mean": "\xff", "n": "25"}\n{"check": "grim", "mean": "3.48", "n": "25"}\r\n'
    )
    result = evidence("numbers", "figures.jsonl")
    assert result.exit_code == 1
    assert ["error" in json.loads(line) for line in result.stdout.splitlines()] == [True, False]
    assert "figures.jsonl:1: the line is no JSON" in result.stderr


def test_texts_that_mean_harm_do_none(evidence, here):
    name = f"{HARM[:6]}.jsonl"
    lines = [
        {"check": "direction", "words": f"reduced {HARM}", "estimate": "-1"},
        {"check": "direction", "words": f"{HARM}\x7f", "estimate": "-1"},
        {"check": HARM},
        {"check": "grim", HARM: "1"},
        {"check": "grim", "mean": HARM, "n": "25"},
    ]
    text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    (here / name).write_text(text + f"{HARM}\n", "utf-8")
    result = evidence("numbers", name)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 6)
    assert visible_lines(result.output) == result.output
    assert json.loads(result.stdout.splitlines()[0])["figures"]["words"] == f"reduced {HARM}"
    for form in ("text", "json"):
        words = ["--words", f"raised {HARM}", "--estimate", "-1", "--format", form]
        result = evidence("numbers", "direction", *words)
        assert (result.exit_code, visible_lines(result.output)) == (1, result.output)


@pytest.mark.parametrize("name", ["folder", "x" * 5000, "/proc/self/mem"])
def test_a_file_that_cannot_be_read_is_told_in_one_line(evidence, here, name):
    (here / "folder").mkdir()
    result = evidence("numbers", name)
    assert (result.exit_code, result.stdout) == (3, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"Error: {name[:5]}")


def test_a_long_file_is_answered_as_it_is_read(program, here):
    (here / "figures.jsonl").write_text('{"check": "grim", "mean": "3.48", "n": "25"}\n' * 5000, "utf-8")
    result = program("numbers", "figures.jsonl")
    assert (result.returncode, len(result.stdout.splitlines())) == (0, 5000)


def test_it_needs_no_database_and_no_library_for_statistics(environment, here):
    code = (
        "import sys\n"
        "from evidence.cli.main import main\n"
        "try:\n"
        "    main(['--db', 'nowhere/none.db', 'numbers', 'grim', '--mean', '3.48', '--n', '25'])\n"
        "finally:\n"
        "    print([name for name in ('sqlalchemy', 'numpy', 'rich') if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(  # noqa: S603 - the program itself
        [sys.executable, "-c", code], env=environment, cwd=here, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == "[]\n"
