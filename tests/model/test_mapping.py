"""What holds for every mapped class."""

import pytest
from sqlalchemy import CheckConstraint, Enum, Identity, Sequence
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from evidence.model import Base

TABLES = pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=str)
RELATIONSHIPS = sorted((each for mapper in Base.registry.mappers for each in mapper.relationships), key=str)


@pytest.mark.parametrize("relationship", RELATIONSHIPS, ids=str)
def test_a_relationship_runs_no_query_that_nobody_asked_for(relationship):
    assert relationship.lazy == "raise"


@TABLES
def test_a_key_is_made_by_the_program_and_by_no_sequence(table):
    (key,) = table.primary_key.columns
    assert key.name == "id"
    assert key.autoincrement is False
    assert not any(isinstance(column.default or column.server_default, Identity | Sequence) for column in table.columns)
    assert "SERIAL" not in str(CreateTable(table).compile(dialect=postgresql.dialect()))


@TABLES
def test_every_reference_can_be_followed_back_through_an_index(table):
    leading = {next(iter(index.columns)).name for index in table.indexes}
    leading |= {next(iter(each.columns)).name for each in table.constraints if list(each.columns)}
    assert {column.name for column in table.columns if column.foreign_keys} - leading == set()


@TABLES
def test_every_check_has_a_name_by_which_a_revision_can_find_it(table):
    checks = [each for each in table.constraints if isinstance(each, CheckConstraint)]
    assert all(str(each.name).startswith(f"ck_{table.name}_") for each in checks)
    assert len({str(each.name) for each in checks}) == len(checks)


@TABLES
def test_text_has_no_longest_length(table):
    lengths = {
        column.name: column.type.length
        for column in table.columns
        if hasattr(column.type, "length") and not isinstance(column.type, Enum)
    }
    assert set(lengths.values()) <= {None}
