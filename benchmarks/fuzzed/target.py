"""One input through the whole reading road, and all that must hold of what comes out."""

import io
import re

from evidence.bibtex import decode
from evidence.bibtex.encodings import encoder
from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.bibtex.strings import Strings
from evidence.errors import FileError
from evidence.intake.opening import readable

_LINE_END = re.compile(r"\r\n|\r|\n")
_KEEP_ALL_TEXT = frozenset(("bibtex", "ris", "nbib"))


class BrokenPromiseError(Exception):
    """The reader gave something that it must not give."""


def read(data: bytes) -> str:
    """Read an input as an import does; gives its format, or ``refused``.

    BrokenPromiseError: text is lost or out of place. Any exception but FileError is a failure too.
    """
    try:
        file = readable(io.BytesIO(data), name="fuzz", strings=Strings())
        items = list(file.entries())
    except FileError as error:
        _promise("\n" not in str(error), f"an error of more than one line: {error!r}")
        return "refused"
    entries = [item for item in items if isinstance(item, Entry)]
    problems = [item for item in items if isinstance(item, Problem)]
    rests = [item for item in items if isinstance(item, Rest)]
    _promise(len(items) == len(entries) + len(problems) + len(rests), "something that is no entry, problem or rest")
    for entry in entries:
        _entry(entry)
    for problem in problems:
        _promise(problem.line >= 1, f"a problem in line {problem.line}")
        _promise(not problem.rejected or problem.raw is not None, "a rejected entry without its text")
        _promise("\n" not in str(problem) and "\x1b" not in str(problem), f"a problem unsafe to print: {problem}")
    if file.format in _KEEP_ALL_TEXT:
        _promise(len(rests) == 1 and items[-1] is rests[0], "the rest is not the last item")
        _whole(data, entries, rests[0], file.exact)
    return file.format


def _entry(entry: Entry) -> None:
    names = [name.lower() for name, _ in entry.fields]
    _promise(len(names) == len(set(names)), f"a field twice: {names}")
    _promise(all(names), "a field without a name")
    _promise(bool(entry.kind), "an entry without a type")
    work = entry.work
    for value in (work.title, work.journal, work.doi, work.pmid, work.volume, work.first_page):
        _promise(value is None or (value.strip() != "" and "\n" not in value), f"a value not on one line: {value!r}")
    for person in work.authors.persons:
        for part in (person.family, person.given, person.prefix, person.suffix, person.literal):
            _promise(part is None or (part.strip() == part != ""), f"a part of a name with blanks: {part!r}")
    _promise(work.month is None or 1 <= work.month <= 12, f"month {work.month}")


def _whole(data: bytes, entries: list[Entry], rest: Rest, exact: bool) -> None:  # noqa: FBT001 - a fact of the file
    opened = decode.opened(io.BytesIO(data), name="fuzz")
    text = "".join(opened.pieces())
    joined = "".join(f"{entry.before}{entry.raw}" for entry in entries) + rest.text
    _promise(joined == text, "the texts of the entries do not make up the file")
    if exact:
        try:
            encoded = encoder(opened.encoding, errors="strict").encode(joined)
        except (UnicodeError, LookupError) as error:
            raise BrokenPromiseError("said to be exact, but cannot be written back") from error
        _promise(encoded == data, "said to be exact, but written back otherwise")
    line, place = 1, 0
    for entry in entries:
        start = place + len(entry.before)
        line += len(_LINE_END.findall(text, place, start))
        _promise(entry.line == line, f"the entry of line {line} is said to stand in line {entry.line}")
        place = start + len(entry.raw)
        line += len(_LINE_END.findall(text, start, place))


def _promise(holds: bool, said: str) -> None:  # noqa: FBT001 - what is promised
    if not holds:
        raise BrokenPromiseError(said)
