"""The places of a file's claims held against the text itself, which stays with its owner."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidence.claimsfile.places import items
from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Tree, contents
from evidence.errors import FileError
from evidence.passages import Sentence, folded, sentences
from evidence.text import visible


def moved(tree: Tree, text: Path) -> list[Problem]:
    """List each claim whose sentence does not stand in the text where the file says it does.

    Also where the text's bytes are not those that ``document.sha256`` names. The file's shape must
    have been checked before. Raises ``FileError`` for a text that cannot be read.
    """
    raw = contents(text)
    try:
        found = sentences(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileError(f"{visible(str(text))}: not UTF-8 text, so its sentences cannot be told") from error
    return [*_other_text(tree, raw, text), *_moved_sentences(tree, found, text)]


def _other_text(tree: Tree, raw: bytes, text: Path) -> Iterator[Problem]:
    stated = tree.data["document"].get("sha256")
    actual = hashlib.sha256(raw).hexdigest()
    if stated is not None and stated != actual:
        yield tree.problem(
            ("document", "sha256"), f"{text} is another text or another version: its SHA-256 is {actual}"
        )


def _moved_sentences(tree: Tree, found: list[Sentence], text: Path) -> Iterator[Problem]:
    at = {(sentence.paragraph, sentence.sentence): sentence for sentence in found}
    marked: dict[str, list[Sentence]] = {}
    for sentence in found:
        marked.setdefault(sentence.sha256, []).append(sentence)
    for place, claim in items(tree, (), "claims"):
        told = claim["at"]
        here = at.get((told["paragraph"], told["sentence"]))
        if here is not None and _is_it(here, told):
            continue
        message = f"{text} has no paragraph {told['paragraph']}, sentence {told['sentence']}"
        if here is not None:
            message = f"another sentence stands there in {text}"
        candidates = marked.get(told["sha256"], []) if "sha256" in told else found if "exact" in told else []
        if elsewhere := next((sentence for sentence in candidates if _is_it(sentence, told)), None):
            message += f"; the claim's stands in paragraph {elsewhere.paragraph}, sentence {elsewhere.sentence}"
        yield tree.problem((*place, "at"), message)


def _is_it(sentence: Sentence, told: dict[str, Any]) -> bool:
    if "sha256" in told and sentence.sha256 != told["sha256"]:
        return False
    return "exact" not in told or folded(told["exact"]) in folded(sentence.text)


def marks(tree: Tree) -> int:
    """Count the claims whose sentence can be told from others; the file's shape must have been checked before."""
    return sum("sha256" in claim["at"] or "exact" in claim["at"] for _, claim in items(tree, (), "claims"))
