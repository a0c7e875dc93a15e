"""CSL-JSON read into entries, as Zotero, Better BibTeX, pandoc, Mendeley and Crossref write it."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.formats.csl_parts import dates_of, names_of, text_of
from evidence.formats.draft import Draft
from evidence.formats.items import Item, Items
from evidence.formats.json_items import json_items
from evidence.formats.kinds import OF_CSL, field_of_container, is_of_a_master

_SIMPLE: Final = (
    ("title", ("title",)),
    ("shorttitle", ("title-short", "shortTitle")),
    ("shortjournal", ("container-title-short", "journalAbbreviation")),
    ("volume", ("volume",)),
    ("pages", ("page", "number")),
    ("doi", ("DOI",)),
    ("pmid", ("PMID",)),
    ("pmcid", ("PMCID",)),
    ("issn", ("ISSN",)),
    ("isbn", ("ISBN",)),
    ("url", ("URL",)),
    ("abstract", ("abstract",)),
    ("keywords", ("keyword",)),
    ("publisher", ("publisher",)),
    ("address", ("publisher-place",)),
    ("edition", ("edition",)),
    ("series", ("collection-title",)),
    ("chapter", ("chapter-number",)),
    ("pagetotal", ("number-of-pages",)),
    ("eventtitle", ("event-title", "event")),
    ("language", ("language",)),
    ("type", ("genre",)),
    ("note", ("note",)),
)
_NAMES: Final = (
    ("author", "author"),
    ("editor", "editor"),
    ("translator", "translator"),
    ("bookauthor", "container-author"),
)
_DATES: Final = frozenset({"issued", "accessed", "submitted", "event-date", "original-date", "available-date"})
_IN_NOTE: Final = re.compile(
    r"(?im)^[ \t]*(pmid|pmcid|doi|issn|isbn|arxiv|citation[ -]key)[ \t]*:[ \t]*(\S{1,300})[ \t]*$"
)
_ARXIV: Final = re.compile(r"(?i)arxiv:\s*(\S{1,60})(?:\s.*)?")


def read_csl(text: str, *, name: str) -> Iterator[Entry | Problem | Rest]:
    """Give the entries, problems and an empty rest of a text in CSL-JSON; the text between items is not kept."""
    items = Items(file=name, whole=False)
    line, counted = 1, 0
    for found in json_items(text := text.removeprefix("\ufeff"), name=name):
        line += text.count("\n", counted, found.place)
        counted = found.place
        if found.value is None:
            if found.raw:
                reason = f"the item cannot be read: {found.reason}"
                yield items.rejected(reason, line=line, raw=found.raw)
            else:
                yield items.doubt(found.reason, line=line)
            continue
        draft, kind, own_key = _drafted(found.value)
        type_ = text_of(found.value.get("type"))
        yield from items.taken(Item(kind, draft, found.raw, line, own_key=own_key, subtype=type_))
    yield items.rest()


def _drafted(item: dict[str, Any]) -> tuple[Draft, str, str]:
    draft = Draft()
    item = dict(item)
    kind = OF_CSL.get(text_of(item.pop("type", "")), "misc")
    if kind == "phdthesis" and is_of_a_master(text_of(item.get("genre"))):
        kind = "mastersthesis"
    for name, variable in _NAMES:
        draft.put_tex(name, names_of(item.pop(variable, None)))
    container = item.pop("container-title", None)
    if isinstance(container, list) and len(container) > 1:
        item.setdefault("container-title-short", container[1])
        container = container[0]
    draft.put(field_of_container(kind) or "container-title", text_of(container))
    draft.put_all(dates_of(item.get("issued")))
    draft.put("urldate", dict(dates_of(item.get("accessed"))).get("date", ""))
    _numbers(item, draft, kind)
    note = text_of(item.get("note"))
    for name, variables in _SIMPLE:
        for variable in variables:
            if variable in item and draft.put(name, text_of(item[variable])):
                del item[variable]
    noted = _from_note(note, draft)
    own_key = text_of(item.pop("citation-key", "")) or noted
    identity = text_of(item.pop("id", ""))
    if own_key and identity != own_key:
        draft.keep("id", identity)
    _rest(item, draft)
    return draft, kind, own_key or identity


def _numbers(item: dict[str, Any], draft: Draft, kind: str) -> None:
    arxiv = _ARXIV.fullmatch(text_of(item.get("number")).strip())
    if arxiv is not None:
        draft.put_all((("eprint", arxiv[1]), ("archiveprefix", "arXiv")))
        del item["number"]
    number = "issue" if item.get("issue") else "number"
    if kind != "article" or number == "issue":
        draft.put("number", text_of(item.pop(number, "")))


def _from_note(note: str, draft: Draft) -> str:
    """Put the identifiers that stand in lines of the note, and give the citation key if one does."""
    own_key = ""
    for label, value in _IN_NOTE.findall(note):
        if label[0] in "cC":
            own_key = own_key or value
        elif label.lower() == "arxiv":
            draft.put_all((("eprint", value), ("archiveprefix", "arXiv")))
        else:
            draft.put(label.lower(), value)
    return own_key


def _rest(item: dict[str, Any], draft: Draft) -> None:
    """Keep what BibTeX has no field for; a date whose parts are told leaves nothing."""
    for variable, value in item.items():
        if variable in _DATES:
            told = dates_of(value)
            if told and (variable == "issued" or (variable == "accessed" and "urldate" in draft)):
                continue
            text = dict(told).get("date") or "-".join(part for _, part in told) or text_of(value)
        elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            names = names_of(value)
            if names:
                draft.put_tex(variable, names)
                continue
            text = json.dumps(value, ensure_ascii=False)
        else:
            text = text_of(value)
        draft.keep(variable, text)
