import hashlib

import pytest

from evidence.errors import FileError
from evidence.intake.retractions.opened import opened

TEXT = "Zinc für Erkältungen\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_a_file_is_read_whatever_its_encoding(tmp_path, encoding):
    file = tmp_path / "list.csv"
    file.write_bytes(TEXT.encode(encoding))
    portions = []
    with opened(file, advance=portions.append) as found:
        assert found.text.read() == TEXT
        assert sum(portions) == file.stat().st_size
        assert found.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_one_stray_letter_changes_no_other(tmp_path):
    file = tmp_path / "list.csv"
    file.write_bytes("é".encode() + b"\xe9" + "é".encode())
    with opened(file, advance=print) as found:
        assert found.text.read() == "ééé"


def test_what_cannot_be_read_is_told_in_one_line(tmp_path):
    with (
        pytest.raises(FileError, match=r"none\.csv: No such file or directory$"),
        opened(tmp_path / "none.csv", advance=print),
    ):
        pass
    with pytest.raises(FileError, match=r"Is a directory$"), opened(tmp_path, advance=print):
        pass
