"""Files written whole or not at all."""

import os
import threading

import pytest

from evidence.cli.files import write_whole
from evidence.errors import FileError


def test_a_new_file_has_the_rights_that_new_files_get_here(here):
    write_whole(here / "report", "ä\n")
    (here / "other").touch()
    assert (here / "report").read_bytes() == "ä\n".encode()
    assert (here / "report").stat().st_mode == (here / "other").stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_rights(here):
    (here / "report").write_text("a much longer old text", "utf-8")
    (here / "report").chmod(0o640)
    write_whole(here / "report", "new")
    assert (here / "report").read_text("utf-8") == "new"
    assert (here / "report").stat().st_mode & 0o777 == 0o640
    assert [file.name for file in here.iterdir()] == ["report"]


def test_a_link_stays_a_link_to_what_is_replaced(here):
    (here / "real").write_text("old", "utf-8")
    (here / "link").symlink_to("real")
    write_whole(here / "link", "new")
    assert (here / "link").is_symlink()
    assert (here / "real").read_text("utf-8") == "new"


def test_what_is_no_file_is_written_to_and_not_replaced(here):
    os.mkfifo(here / "pipe")
    told = []
    reader = threading.Thread(target=lambda: told.append((here / "pipe").read_text("utf-8")))
    reader.start()
    write_whole(here / "pipe", "new")
    reader.join()
    assert told == ["new"]
    assert (here / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none/report", "none/report: No such file or directory"),
        ("folder", "folder: Is a directory"),
        ("loop", "loop: "),
        ("x" * 300, "x: File name too long"),
        ("a\0b", r"a\x00b: embedded null byte"),
    ],
)
def test_a_place_that_takes_no_file_is_told_of_and_nothing_is_left(here, name, said):
    (here / "folder").mkdir()
    (here / "loop").symlink_to("loop")
    with pytest.raises(FileError) as refused:
        write_whole(here / name, "new")
    assert str(refused.value).replace(f"{here}/", "").replace("x" * 300, "x").startswith(said)
    assert sorted(file.name for file in here.iterdir()) == ["folder", "loop"]


def test_a_lone_surrogate_is_written_as_its_number(here):
    write_whole(here / "report", "a\ud800b")
    assert (here / "report").read_text("utf-8") == "a\\ud800b"


def test_nothing_is_left_of_a_file_that_was_interrupted(here, monkeypatch):
    def stopped(_handle):
        raise KeyboardInterrupt

    (here / "report").write_text("old", "utf-8")
    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(here / "report", "new")
    assert (here / "report").read_text("utf-8") == "old"
    assert [file.name for file in here.iterdir()] == ["report"]
