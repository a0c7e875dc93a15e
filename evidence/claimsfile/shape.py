"""A claims file's values held against its JSON Schema, each fault told in plain words."""

import functools
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any, Final, cast

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Tree
from evidence.figures import Figure, FigureError
from evidence.text import shortened

_KINDS: Final = {
    "object": "a mapping",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
}
EXPECTED: Final = {
    "minimum": "expected {wanted} or more, not {given}",
    "maximum": "expected {wanted} or less, not {given}",
    "minItems": "expected {wanted} or more items",
    "maxItems": "expected {wanted} items or fewer",
    "maxLength": "expected {wanted} characters or fewer",
    "uniqueItems": "something stands twice in this list",
    "format": "expected a date that the calendar has, as 2026-02-28, not {given}",
}
"""What is said of a value that breaks a keyword of the schema; the other keywords are told apart below."""
_formats: Final = FormatChecker(formats=("date",))


@_formats.checks("figure", raises=FigureError)
def _is_figure(value: object) -> bool:
    """Tell a figure; what is no text and no number is a fault of its kind, told elsewhere."""
    if isinstance(value, str | int):
        Figure.parse(str(value))
    return True


@functools.cache
def schema() -> dict[str, Any]:
    """Give the JSON Schema of a claims file, which editors read too."""
    text = resources.files("evidence.claimsfile").joinpath("claims-file.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@functools.cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema(), format_checker=_formats)


def faults(tree: Tree) -> Iterator[Problem]:
    """List what is wrong with the values of a file one by one: keys, kinds, vocabularies, figures, dates."""
    for error in _validator().iter_errors(tree.data):
        place = tuple(error.absolute_path)
        instance, part = cast("tuple[Any, dict[str, Any]]", (error.instance, error.schema))
        if error.validator == "additionalProperties":
            known = part["properties"]
            for name in instance.keys() - known.keys():
                yield tree.problem((*place, name), f"unknown key; expected one of: {', '.join(known)}")
        else:
            yield tree.problem(place, _expected(error, instance, part))


def _expected(error: ValidationError, instance: Any, part: dict[str, Any]) -> str:  # noqa: ANN401 - any value
    wanted, given = cast("Any", error.validator_value), _shown(instance)
    match error.validator:
        case "required":
            message = f"lacks {', '.join(name for name in wanted if name not in instance)}"
        case "dependentRequired":
            present = [name for name in wanted if name in instance]
            lacking = dict.fromkeys(need for name in present for need in wanted[name] if need not in instance)
            message = f"lacks {', '.join(lacking)}, which {' and '.join(present)} cannot do without"
        case "enum":
            message = f"{given} is not in the vocabulary; expected one of: {', '.join(wanted)}"
        case "type":
            kinds = [wanted] if isinstance(wanted, str) else wanted
            quotes = "; put it in quotes" if isinstance(instance, int) else ""
            message = f"expected {' or '.join(_KINDS[kind] for kind in kinds)}, not {given}{quotes}"
        case "pattern":
            message = f"{part['patternErrorMessage']}, not {given}"
        case "format" if isinstance(error.cause, FigureError):
            message = str(error.cause)
        case keyword:
            message = EXPECTED[str(keyword)].format(wanted=wanted, given=given)
    return message


def _shown(value: Any) -> str:  # noqa: ANN401 - any value
    match value:
        case None:
            return "nothing"
        case dict():
            return _KINDS["object"]
        case list():
            return _KINDS["array"]
        case _:
            return shortened(json.dumps(value, ensure_ascii=False), width=60)
