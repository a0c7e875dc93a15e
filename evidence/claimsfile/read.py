"""A claims file's bytes → its values, each with the line it stands on."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, cast

import yaml
from yaml.reader import ReaderError

from evidence.claimsfile.problem import Problem
from evidence.errors import FileError
from evidence.text import shortened, storable, visible

_LARGEST: Final = 64 * 1024 * 1024
_DEEPEST: Final = 32
_WHOLE_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NOTHING: Final = frozenset({"", "~", "null"})

Place = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree:
    """The values of a file and where each stands."""

    file: str
    sha256: str
    """Of the file's bytes."""
    data: Any
    """Mappings, lists, whole numbers, nothing, and for all else the text as it stands: ``0.90`` stays so."""
    lines: dict[Place, int]
    """The line, from 1, of each place in ``data``, by the keys and indexes that lead there."""
    problems: list[Problem] = field(default_factory=list)
    """Faults that reading got over: keys that stand twice, characters that no database takes."""

    def line(self, place: Place) -> int:
        """Give the line of a place, or of the nearest thing that holds it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, place: Place, message: str) -> Problem:
        """Say what is wrong at a place."""
        return Problem(file=self.file, line=self.line(place), key="/".join(map(str, place)), message=message)


def read(path: Path) -> Tree:
    """Read a YAML file, or raise ``FileError`` naming file and line.

    Plain data only: no tags, and no anchors, since an alias can swell a small file without bound.
    """
    name, raw = visible(str(path)), contents(path, advice="; split the dossier by document")
    try:
        text = raw.decode("utf-8").removeprefix("\N{BYTE ORDER MARK}")
    except UnicodeDecodeError as error:
        raise FileError(f"{name}:{_line(raw, error.start)}: not UTF-8 text; save the claims file as UTF-8") from error
    try:
        _refuse_all_but_plain_data(text, name)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except ReaderError as error:
        line = _line(text.encode(), error.position)
        raise FileError(f"{name}:{line}: not YAML: {error.reason}: U+{error.character:04X}") from error
    except yaml.MarkedYAMLError as error:
        mark, problem = cast("tuple[yaml.Mark, str]", (error.problem_mark, error.problem))
        raise FileError(f"{name}:{mark.line + 1}: not YAML: {shortened(problem, width=120)}") from error
    if root is None:
        raise FileError(f"{name}: the file is empty; a claims file begins with `document:`")
    tree = Tree(file=str(path), sha256=hashlib.sha256(raw).hexdigest(), data=None, lines={})
    return replace(tree, data=_value(root, (), tree))


def contents(path: Path, *, advice: str = "") -> bytes:
    """Give the bytes of a file, or raise ``FileError``; of one that is too large it ends in some advice."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise FileError(f"{visible(str(path))}: {getattr(error, 'strerror', None) or error}") from error
    if len(raw) > _LARGEST:
        raise FileError(f"{visible(str(path))}: larger than {_LARGEST // 1024**2} MB{advice}")
    return raw


def _line(raw: bytes, position: int) -> int:
    return raw.count(b"\n", 0, position) + 1


def _refuse_all_but_plain_data(text: str, name: str) -> None:
    depth = 0
    events: Any = yaml.parse(text, Loader=yaml.CSafeLoader)
    for event in events:
        place = f"{name}:{event.start_mark.line + 1}"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FileError(f"{place}: anchors and aliases are not taken; write it out")
        if getattr(event, "tag", None):
            raise FileError(f"{place}: tags are not taken; write the plain value")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise FileError(f"{place}: nested more than {_DEEPEST} deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _value(node: yaml.Node, place: Place, tree: Tree) -> Any:  # noqa: ANN401 - YAML
    tree.lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, value in node.value:
            name = storable(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            here = (*place, name)
            if name in found:
                line = key.start_mark.line + 1
                tree.problems.append(replace(tree.problem(here, "stands twice; a key stands once"), line=line))
                continue
            found[name] = _value(value, here, tree)
            tree.lines[here] = key.start_mark.line + 1
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, index), tree) for index, item in enumerate(node.value)]
    return _scalar(cast("yaml.ScalarNode", node), place, tree)


def _scalar(node: yaml.ScalarNode, place: Place, tree: Tree) -> str | int | None:
    text = storable(node.value)
    if text != node.value:
        tree.problems.append(tree.problem(place, "holds a NUL, which no database takes"))
    if not node.style:  # the C loader says plain with an empty text, the other with nothing
        if text in _NOTHING:
            return None
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
    return text
