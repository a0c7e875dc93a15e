"""Finds the rules: every file of the catalogue is one."""

import functools
import importlib
import pkgutil
from types import ModuleType
from typing import Final

from evidence.rules import catalogue
from evidence.rules.kit import Rule

_NEEDED: Final = ("__doc__", "SEVERITY", "SCOPE", "SOURCE", "EXAMPLES", "check")


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule, by name; raise ``TypeError`` naming the file that lacks a part of one."""
    return tuple(
        rule_in(importlib.import_module(f"{catalogue.__name__}.{found.name}"))
        for found in sorted(pkgutil.iter_modules(catalogue.__path__), key=lambda found: found.name)
    )


def rule_in(module: ModuleType) -> Rule:
    """Read a rule out of its module; raise ``TypeError`` naming the file and what it lacks."""
    if lacking := [part for part in _NEEDED if not getattr(module, part, None)]:
        raise TypeError(f"{module.__name__}: a rule needs {', '.join(lacking)}")
    title, _, docs = (module.__doc__ or "").partition("\n")
    return Rule(
        name=module.__name__.rpartition(".")[2].replace("_", "-"),
        title=title,
        docs=docs.strip(),
        severity=module.SEVERITY,
        scope=module.SCOPE,
        source=module.SOURCE,
        limits=getattr(module, "LIMITS", ()),
        examples=module.EXAMPLES,
        check=module.check,
    )
