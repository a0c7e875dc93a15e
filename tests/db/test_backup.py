import os
import resource
import sqlite3
from contextlib import closing

import factories
import pytest
from sqlalchemy import func, select

from evidence.db.backup import backup
from evidence.db.engine import make_engine
from evidence.db.migrate import current
from evidence.db.session import reading, writing
from evidence.errors import DatabaseError, FileError
from evidence.model import Document


def documents(place):
    with reading(place) as session:
        return session.scalar(select(func.count()).select_from(Document))


def everything(file):
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


@pytest.fixture
def file(sqlite_url, tmp_path):
    with writing(sqlite_url) as session:
        factories.supported(session)
    return tmp_path / "evidence.db"


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "monday.db"


def nothing_there(target):
    return list(target.parent.iterdir()) == []


def test_a_backup_is_a_database_with_all_that_was_there(file, target):
    assert backup(str(file), target=target) == file.stat().st_size
    assert everything(target) == everything(file)
    assert documents(str(target)) == 1
    assert target.stat().st_mode == file.stat().st_mode
    assert [target] == list(target.parent.iterdir())


def test_a_backup_taken_while_another_writes_holds_what_was_there_before(file, target):
    with writing(str(file)) as session:
        for _ in range(50):
            factories.document(session, title="x" * 10_000)
        backup(str(file), target=target)
        factories.document(session)
    assert documents(str(target)) == 1
    assert documents(str(file)) == 52


def test_a_backup_replaces_nothing(file, target):
    target.write_text("kept")
    with pytest.raises(FileError, match=r"monday.db exists already, and a backup replaces nothing; name a new file"):
        backup(str(file), target=target)
    assert target.read_text() == "kept"


def test_a_backup_does_not_go_through_a_link(file, target, tmp_path):
    target.symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(FileError, match="exists already"):
        backup(str(file), target=target)
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_folder_that_is_not_there_is_told_of(file, tmp_path):
    with pytest.raises(FileError, match=r"none/monday.db cannot be written: No such file or directory"):
        backup(str(file), target=tmp_path / "none" / "monday.db")


def test_a_disk_that_is_full_leaves_no_half_backup(file, target):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    try:
        with pytest.raises(FileError, match=r"monday.db cannot be written: "):
            backup(str(file), target=target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert nothing_there(target)


def test_the_backup_of_a_damaged_database_is_not_kept(file, target):
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'waiver'").fetchone()
    with file.open("r+b") as damaged:
        damaged.seek((page - 1) * 4096)
        damaged.write(os.urandom(4096))
    with pytest.raises(DatabaseError, match="is damaged"):
        backup(str(file), target=target)
    assert nothing_there(target)


def test_the_backup_of_a_database_with_rows_that_break_a_constraint_is_not_kept(file, target):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE claim SET statement = ''")
        connection.commit()
    with pytest.raises(DatabaseError, match="is damaged, and so is its copy; run: evidence db check"):
        backup(str(file), target=target)
    assert nothing_there(target)


def test_an_older_database_is_backed_up_as_it_is(sqlite_url, target):
    with make_engine(sqlite_url).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    backup(sqlite_url, target=target)
    assert current(str(target)) == "0000"


def test_what_is_no_evidence_database_is_not_backed_up(tmp_path, target):
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(DatabaseError, match="is not an evidence database"):
        backup(str(tmp_path / "other.db"), target=target)
    assert nothing_there(target)


def test_a_server_is_left_to_its_own_means(target):
    with pytest.raises(DatabaseError, match="is on a server; back it up with PostgreSQL's own pg_dump"):
        backup("postgresql://localhost/evidence", target=target)
