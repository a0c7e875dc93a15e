"""A claims file's values held against its schema and against themselves, before anything is written."""

import functools
import json
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any, cast

from jsonschema import Draft202012Validator, ValidationError

from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Place, Tree
from evidence.figures import Figure, FigureError
from evidence.text import shortened

_FIGURES_OF_EFFECT = ("estimate", "ci_level", "p")
_FIGURES_OF_ARM = ("n", "events", "percent", "mean", "sd")


@functools.cache
def schema() -> dict[str, Any]:
    """Give the JSON Schema of a claims file, which editors read too."""
    text = resources.files("evidence.claimsfile").joinpath("claims-file.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def problems(tree: Tree) -> list[Problem]:
    """List all that is wrong with a file by itself: its shape first, then its figures and its own references."""
    shape = [
        tree.problem(_place(error), _expected(error)) for error in Draft202012Validator(schema()).iter_errors(tree.data)
    ]
    return shape or [*_bad_figures(tree), *_repeated_keys(tree), *_lost_references(tree)]


def _place(error: ValidationError) -> Place:
    place = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        instance, expected = _parts(error)
        return (*place, min(set(instance) - set(expected["properties"])))
    return place


def _parts(error: ValidationError) -> tuple[Any, dict[str, Any]]:
    """Give what was found and the part of the schema that it does not meet."""
    return error.instance, cast("dict[str, Any]", error.schema)


def _expected(error: ValidationError) -> str:
    instance, part = _parts(error)
    wanted: Any = error.validator_value
    given = shortened(json.dumps(instance, ensure_ascii=False), width=60)
    match error.validator:
        case "additionalProperties":
            return f"unknown key; expected one of: {', '.join(part['properties'])}"
        case "required":
            missing = [name for name in wanted if name not in instance]
            return f"lacks {', '.join(missing)}"
        case "enum":
            return f"{given} is not in the vocabulary; expected one of: {', '.join(wanted)}"
        case "dependentRequired":
            return shortened(error.message, width=120)
        case "type":
            return f"expected {wanted if isinstance(wanted, str) else ' or '.join(wanted)}, not {given}"
        case _:
            return f"{given} does not meet {error.validator} {shortened(str(wanted), width=60)}"


def _each(tree: Tree, *path: str) -> Iterator[tuple[Place, Any]]:
    """Walk lists by name, giving each item with its place."""
    found: list[tuple[Place, Any]] = [((), tree.data)]
    for name in path:
        found = [
            ((*place, name, index), item)
            for place, holder in found
            for index, item in enumerate(holder.get(name) or ())
        ]
    yield from found


def _bad_figures(tree: Tree) -> Iterator[Problem]:
    for place, value in _figures(tree):
        try:
            Figure.parse(str(value))
        except FigureError as error:
            yield tree.problem(place, str(error))


def _figures(tree: Tree) -> Iterator[tuple[Place, Any]]:
    for place, sample in _each(tree, "studies", "samples"):
        yield from _named(sample, place, ("share_female",))
    for place, effect in _each(tree, "studies", "effects"):
        yield from _named(effect, place, _FIGURES_OF_EFFECT)
        yield from (((*place, "ci", index), value) for index, value in enumerate(effect.get("ci") or ()))
    for place, arm in _each(tree, "studies", "effects", "arms"):
        yield from _named(arm, place, _FIGURES_OF_ARM)
    for place, quote in _each(tree, "claims", "quotes"):
        yield from _named(quote, place, ("printed",))


def _named(holder: dict[str, Any], place: Place, names: Iterable[str]) -> Iterator[tuple[Place, Any]]:
    return (((*place, name), holder[name]) for name in names if name in holder)


def _repeated_keys(tree: Tree) -> Iterator[Problem]:
    for path in (("studies",), ("claims",), ("studies", "samples"), ("studies", "effects")):
        seen: dict[tuple[Place, str], int] = {}
        for place, item in _each(tree, *path):
            mark = (place[:-1], item["key"])
            if mark in seen:
                yield tree.problem(place, f"the key {item['key']!r} stands already on line {seen[mark]}")
            seen.setdefault(mark, tree.line(place))
    seen_waivers: set[tuple[str, str]] = set()
    for place, waiver in _each(tree, "waivers"):
        if (waiver["claim"], waiver["rule"]) in seen_waivers:
            yield tree.problem(place, "this claim and rule are waived already")
        seen_waivers.add((waiver["claim"], waiver["rule"]))


def _lost_references(tree: Tree) -> Iterator[Problem]:
    for place, study in _each(tree, "studies"):
        samples = {sample["key"] for sample in study.get("samples") or ()}
        for index, effect in enumerate(study.get("effects") or ()):
            if "sample" in effect and effect["sample"] not in samples:
                yield tree.problem(
                    (*place, "effects", index, "sample"), f"this study has no sample {effect['sample']!r}"
                )
            if "source" in effect and effect["source"] not in study["reports"]:
                yield tree.problem(
                    (*place, "effects", index, "source"), f"{effect['source']!r} is none of the study's reports"
                )
    claims = {claim["key"] for _, claim in _each(tree, "claims")}
    for place, waiver in _each(tree, "waivers"):
        if waiver["claim"] not in claims:
            yield tree.problem((*place, "claim"), f"this file has no claim {waiver['claim']!r}")
    for place, line in _each(tree, "claims", "evidence"):
        if line["role"] == "candidate" and "direction" in line:
            yield tree.problem((*place, "direction"), "a candidate carries no claim, so it has no direction")
