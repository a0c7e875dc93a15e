"""What a newcomer reads before anything runs."""

import re
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from evidence import __version__
from evidence.cli.main import COMMANDS, main

HEAVY = ("sqlalchemy", "rich", "alembic", "yaml", "jsonschema", "bibtexparser")


def commands():
    """Give every command by its words, those of `db` too."""
    context = click.Context(main, info_name="evidence")
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        yield name, command
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                yield f"{name} {inner}", command.get_command(context, inner)


NAMES = pytest.mark.parametrize("name", list(dict(commands())))


def page(name):
    result = CliRunner().invoke(main, [*name.split(), "--help"], prog_name="evidence")
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_every_command_is_listed_with_its_line():
    told = page("")
    for name, (_, _, line) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", told, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_list_opens_the_command_s_own_page(name):
    module, function, line = COMMANDS[name]
    command = main.get_command(click.Context(main), name)
    assert (command.callback.__module__, command.callback.__name__) == (module, function)
    assert command.name == name
    assert command.help.partition("\n")[0] == line


@NAMES
def test_every_page_has_an_example_of_its_own(name):
    (example,) = re.findall(r"^  Example: (evidence .*)$", page(name), re.MULTILINE)
    assert re.search(rf"evidence (--db \S+ )?{re.escape(name)}\b", example)


@NAMES
def test_every_option_and_argument_has_help(name):
    assert [parameter.name for parameter in dict(commands())[name].params if not parameter.help] == []


@NAMES
def test_every_line_of_a_page_fits_a_terminal(name):
    assert max(map(len, page(name).splitlines())) <= 80


def test_exit_codes_are_told():
    told = " ".join(page("").split())
    for code in (0, 1, 2, 3, 130, 141):
        assert re.search(rf"\b{code} [a-z]", told)


@pytest.mark.parametrize(("words", "absent"), [(["--help"], HEAVY), (["gaps"], ("alembic",))])
@pytest.mark.usefixtures("empty")
def test_what_a_command_does_not_need_is_not_imported(words, absent, environment, here):
    assert imported(words, absent, environment, here) == "[]\n"


def test_the_version_needs_no_more_than_help_does(environment, here):
    assert imported(["--version"], HEAVY, environment, here) == "[]\n"


def imported(words, names, environment, here):
    code = (
        "import sys\n"
        "from evidence.cli.main import main\n"
        "try:\n"
        f"    main({words!r})\n"
        "finally:\n"
        f"    print([name for name in {names!r} if name in sys.modules], file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(  # noqa: S603 - the program itself
        command, env=environment, cwd=here, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stderr


def test_the_version_is_that_of_the_package(evidence):
    assert evidence("--version").stdout == f"evidence, version {__version__}\n"


def test_no_word_at_all_gives_the_page_and_the_exit_code_of_usage(evidence):
    result = evidence()
    assert result.exit_code == 2
    assert result.output.startswith("Usage: evidence [OPTIONS] COMMAND [ARGS]...")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gapz"], "No such command 'gapz'"),
        (["--db", "x.db"], "Missing command"),
        (["db", "chek"], "No such command 'chek'"),
        (["gaps", "--formt"], "No such option '--formt'"),
        (["gaps", "--format", "xml"], "'xml' is not one of"),
        (["gaps", "--fail-on", "bad"], "'bad' is not one of"),
        (["why"], "Missing argument"),
        (["import"], "Missing argument"),
    ],
)
def test_a_wrong_word_is_told_in_a_line_that_names_the_page_to_read(evidence, words, said):
    result = evidence(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    assert said in line
    assert re.search(r"\(see: evidence( \w+)* --help\)$", line)
