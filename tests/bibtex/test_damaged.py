"""Random libraries, whole and damaged: what no damage touches is found again, field for field."""

import io
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_damage import damages
from made_libraries import laid_out, libraries

from evidence.bibtex import decode
from evidence.bibtex.entries import Entry, Grade, Problem
from evidence.bibtex.read import read
from evidence.bibtex.strings import Strings

LINE_ENDS = st.sampled_from(("\n", "\n", "\r\n", "\r"))
PIECES = st.sampled_from((decode.PIECE, decode.PIECE, 61, 5))
LINE_START = re.compile(r"(?:\A|[\n\r])[ \t]*\Z")
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


def all_read(data, piece):
    items = list(read(decode.opened(io.BytesIO(data), name="made.bib", piece=piece), Strings()))
    entries = [item for item in items if isinstance(item, Entry)]
    text = "".join(entry.before + entry.raw for entry in entries) + items[-1].text
    return entries, [item for item in items if isinstance(item, Problem)], text


def decoded(data, piece):
    return "".join(decode.opened(io.BytesIO(data), name="made.bib", piece=piece).pieces())


def told(part):
    return part.key, part.kind, part.fields


def seen(entry):
    return entry.key, entry.kind, entry.fields


def shown(person):
    if person.literal is not None:
        return person.literal, None
    return " ".join(part for part in (person.prefix, person.family) if part), person.given


@given(libraries(hard=True, size=10), LINE_ENDS, PIECES)
@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
def test_of_an_undamaged_library_all_is_found_without_a_warning(parts, line_end, piece):
    text, placed = laid_out(parts, line_end)
    entries, problems, whole = all_read(text.encode(), piece)
    wanted = [at for at in placed if at.part.key is not None]
    assert [seen(entry) for entry in entries] == [told(at.part) for at in wanted]
    assert [entry.work.title for entry in entries] == [at.part.title for at in wanted]
    assert [tuple(map(shown, entry.work.authors.persons)) for entry in entries] == [at.part.persons for at in wanted]
    assert [str(problem) for problem in problems if problem.grade is not Grade.NOTE] == []
    assert whole == text
    assert [entry.line for entry in entries] == [line_of(text, at.start) for at in wanted]


@given(libraries(), LINE_ENDS, PIECES, st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
def test_what_no_damage_touches_is_found_field_for_field(parts, line_end, piece, data):
    text, placed = laid_out(parts, line_end)
    damaged = data.draw(damages(text))
    broken = instead(text, damaged)
    entries, problems, whole = all_read(broken, piece)
    assert whole == decoded(broken, piece)
    found = [seen(entry) for entry in entries]
    for at in untouched(text, placed, damaged):
        assert told(at.part) in found
    taken = [entry.raw for entry in entries] + [problem.raw for problem in problems if problem.rejected]
    for at in hurt(placed, damaged, line_end):
        assert any(at.part.head.replace("\n", line_end) in raw for raw in taken), at.part.key


def line_of(text, place):
    return len(re.findall(r"\r\n|\r|\n", text[:place])) + 1


def instead(text, damaged):
    """Give the bytes of a text that is damaged."""
    data, done = b"", 0
    for damage in damaged:
        data += text[done : damage.start].encode() + damage.instead
        done = damage.end
    return data + text[done:].encode()


def untouched(text, placed, damaged):
    """Give the entries before the first damage, and those after the last from the first block that begins a line.

    What lies between two damages may stand within a value that opens in one and closes in the other. An entry that
    leans on a string counts only where no string's definition is damaged. In a line with a byte that is no UTF-8,
    the accents of all are guessed.
    """
    before = [at for at in placed if at.end <= damaged[0].start]
    after = [at for at in placed if at.start >= damaged[-1].end]
    while after and not (after[0].part.is_block and begins_a_line(text, after[0], damaged)):
        after = after[1:]
    sound = [
        at
        for at in before + after
        if not any(at.start < end and start < at.end for start, end in spoilt(text, damaged))
    ]
    lost = [at for at in placed if at.part.defines is not None and at not in sound]
    return [at for at in sound if at.part.key is not None and not (lost and at.part.uses)]


def spoilt(text, damaged):
    """Give the lines in which bytes stand that are no UTF-8."""
    for damage in damaged:
        try:
            damage.instead.decode()
        except UnicodeDecodeError:
            line_ends = [match.end() for match in re.finditer(r"[\r\n]+", text)]
            start = max((end for end in line_ends if end <= damage.start), default=0)
            yield start, min((end for end in line_ends if end >= damage.end), default=len(text))


def begins_a_line(text, at, damaged):
    last = damaged[-1]
    before = text[: last.start] + last.instead.decode(errors="replace") + text[last.end : at.start]
    return LINE_START.search(before) is not None


def hurt(placed, damaged, line_end):
    """Give the entry whose beginning stands and whose body bears the only damage: it is taken in, or rejected."""
    if len(damaged) > 1:
        return []
    place = damaged[0].start
    of_entries = [at for at in placed if at.part.key is not None]
    return [at for at in of_entries if at.start + len(at.part.head.replace("\n", line_end)) <= place < at.end]
