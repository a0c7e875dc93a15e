from pathlib import Path

import pytest

from evidence.bibtex.entries import Entry, Problem
from evidence.formats.detect import format_of
from evidence.formats.read import read

FILES = Path(__file__).parent / "files"


class Found:
    """What a text gave."""

    def __init__(self, text, name="x"):
        *self.stream, self.rest = read(text, name=name, format=format_of(text))
        self.entries = [one for one in self.stream if isinstance(one, Entry)]
        self.problems = [one for one in self.stream if isinstance(one, Problem)]

    @property
    def rejected(self):
        return [(problem.line, problem.reason) for problem in self.problems if problem.rejected]

    @property
    def doubts(self):
        return [(problem.line, problem.reason) for problem in self.problems if not problem.rejected]

    def fields(self, place=0):
        return dict(self.entries[place].fields)

    def put_together(self):
        return "".join(entry.before + entry.raw for entry in self.entries) + self.rest.text


def text_of(name):
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.fixture
def found():
    """Read a file of the folder, or a text."""

    def reading(name_or_text):
        known = name_or_text in {path.name for path in FILES.iterdir()}
        return Found(text_of(name_or_text), name_or_text) if known else Found(name_or_text)

    return reading
