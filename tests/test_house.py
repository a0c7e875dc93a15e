"""Rules of the house that no linter holds."""

import re
from pathlib import Path

import pytest

import evidence

PACKAGE = Path(evidence.__file__).parent
MODULES = sorted(module for module in PACKAGE.rglob("*.py") if PACKAGE / "migrations" not in module.parents)
"""Those of the package; an installed one holds the migrations too, which are scripts and history."""
LONGEST = 400


def those_with(words, modules=MODULES):
    return {module.relative_to(PACKAGE).as_posix() for module in modules if re.search(words, module.read_text("utf-8"))}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_no_file_is_longer_than_a_reader_can_hold(module):
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST


def test_the_databases_are_told_apart_in_two_files():
    assert those_with(r"dialect\.name|get_backend_name|get_dialect") == {"db/engine.py", "model/types.py"}


def test_only_migrations_make_a_schema():
    assert those_with(r"\bcreate_all\b|\bdrop_all\b") == set()


def test_alembic_is_imported_where_the_schema_changes_and_nowhere_else():
    assert those_with(r"(?m)^\s*(?:import|from) alembic\b") == {"db/migrate.py"}


def test_the_library_leaves_transactions_to_whoever_opened_them():
    assert those_with(r"\.(?:commit|rollback)\(\)") == set()


def test_only_the_command_line_writes_to_the_screen():
    speaking = those_with(r"(?<![\w.])print\(|\bsys\.std(?:out|err)\b|\bclick\.echo\b")
    assert {module for module in speaking if not module.startswith("cli/")} - {"__main__.py"} == set()


def test_every_folder_of_the_package_says_what_it_is():
    for folder in {module.parent for module in MODULES}:
        assert (folder / "__init__.py").is_file()


def test_the_program_knows_no_subject():
    """What it knows of a subject stands in a dossier."""
    assert those_with(r"(?i)\bketamine\b") <= {"cli/demo.py", "cli/main.py", "shipped.py"}
