"""A claims file's bytes → its values, each with the line it stands on."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import yaml

from evidence.claimsfile.problem import Problem, refused
from evidence.errors import FileError
from evidence.text import shortened, storable

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
    raw = _bytes(path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileError(f"{path}:{line}: not UTF-8 text; save the claims file as UTF-8") from error
    tree = Tree(file=str(path), sha256=hashlib.sha256(raw).hexdigest(), data=None, lines={})
    problems: list[Problem] = []
    try:
        _refuse_depth_and_aliases(text, path)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise FileError(_yaml_message(path, error)) from error
    if root is None:
        raise FileError(f"{path}: the file is empty; a claims file begins with `document:`")
    data = _value(root, (), tree, problems)
    if problems:
        raise refused(problems)
    return Tree(file=tree.file, sha256=tree.sha256, data=data, lines=tree.lines)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise FileError(f"{path}: {error.strerror or error}") from error
    if len(raw) > _LARGEST:
        raise FileError(f"{path}: larger than {_LARGEST // 1024**2} MB; split the dossier by document")
    return raw


def _refuse_depth_and_aliases(text: str, path: Path) -> None:
    depth = 0
    for event in _events(text):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FileError(f"{path}:{line}: anchors and aliases are not taken; write it out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise FileError(f"{path}:{line}: nested more than {_DEEPEST} deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=yaml.CSafeLoader)


def _value(node: yaml.Node, place: Place, tree: Tree, problems: list[Problem]) -> Any:  # noqa: ANN401 - YAML
    tree.lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            here = (*place, name)
            if name in found:
                tree.lines[here] = key.start_mark.line + 1
                problems.append(tree.problem(here, "stands twice; a key stands once"))
                continue
            found[name] = _value(value, here, tree, problems)
            tree.lines[here] = key.start_mark.line + 1
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, index), tree, problems) for index, item in enumerate(node.value)]
    scalar = cast("yaml.ScalarNode", node)
    if storable(scalar.value) != scalar.value:
        problems.append(tree.problem(place, "holds a NUL or half a character, which no database takes"))
    return _scalar(scalar)


def _scalar(node: yaml.ScalarNode) -> str | int | None:
    text: str = node.value
    if node.style is None:
        if text in _NOTHING:
            return None
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
    return text


def _yaml_message(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    place = f"{path}:{mark.line + 1}" if mark else str(path)
    return f"{place}: not YAML: {shortened(getattr(error, 'problem', None) or str(error), width=120)}"
