import hashlib
import io

import pytest

from evidence.errors import FileError
from evidence.intake.retractions.opened import Opened

TEXT = "Zinc für Erkältungen\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_a_file_is_read_whatever_its_encoding(tmp_path, encoding):
    file = tmp_path / "list.csv"
    file.write_bytes(TEXT.encode(encoding))
    portions = []
    with file.open("rb") as stream:
        found = Opened(stream, name="list.csv", advance=portions.append)
        assert found.text.read() == TEXT
    assert sum(portions) == file.stat().st_size
    assert found.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_one_stray_letter_changes_no_other():
    text = "é".encode() + b"\xe9" + "é".encode()
    assert Opened(io.BytesIO(text), name="list.csv", advance=print).text.read() == "ééé"


def test_a_file_that_stops_giving_is_told_in_one_line(tmp_path):
    with (
        (tmp_path / "list.csv").open("wb", buffering=0) as to_be_written,
        pytest.raises(FileError, match=r"^list\.csv: this file cannot be read: File not open for reading$"),
    ):
        Opened(to_be_written, name="list.csv", advance=print)
