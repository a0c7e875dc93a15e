"""The values of a claims file as the columns of their rows."""

import datetime as dt
from typing import Any

from evidence.figures import Figure
from evidence.grade import Assessment

Item = dict[str, Any]


def document(item: Item) -> Item:
    """Give the columns of a document."""
    return {name: item.get(name) for name in ("key", "title", "address", "sha256")}


def source(item: Item) -> Item:
    """Give the columns of a source that a claims file tells: what became of it."""
    return {
        "key": item["key"],
        "integrity": item["integrity"],
        "integrity_date": _date(item.get("date")),
        "integrity_notice": item.get("notice"),
    }


def study(item: Item, *, document_id: int) -> Item:
    """Give the columns of a study."""
    texts = {name: item.get(name) for name in ("key", "design", "blinding", "registration", "note")}
    return {**texts, "document_id": document_id}


def sample(item: Item, *, study_id: int, position: int) -> Item:
    """Give the columns of a sample."""
    texts = {
        name: item.get(name)
        for name in ("key", "population", "status", "enrolled", "analysed", "species", "country", "age", "note")
    }
    return {
        **texts,
        **_figure("share_female", item.get("share_female")),
        "unit": item.get("unit", "participants"),
        "read_at": item.get("where"),
        "study_id": study_id,
        "position": position,
    }


def effect(item: Item, *, study_id: int, source_id: int, sample_id: int | None, position: int) -> Item:
    """Give the columns of an effect."""
    names = (
        "key", "outcome", "timepoint", "intervention", "comparator", "measure", "good", "finding", "locator",
        "status", "note",
    )  # fmt: skip
    low, high = item.get("ci") or (None, None)
    return {
        **{name: item.get(name) for name in names},
        **_figure("estimate", item.get("estimate")),
        **_figure("ci_low", low),
        **_figure("ci_high", high),
        **_figure("ci_level", item.get("ci_level")),
        **_figure("p", item.get("p")),
        **_test(item.get("test") or {}),
        **_scale(item.get("scale") or {}),
        "read_at": item.get("where"),
        "study_id": study_id,
        "source_id": source_id,
        "sample_id": sample_id,
        "position": position,
    }


def _test(item: Item) -> Item:
    return {
        "test": item.get("statistic"),
        **_figure("statistic", item.get("value")),
        **_figure("df", item.get("df")),
        **_figure("df2", item.get("df2")),
    }


def _scale(item: Item) -> Item:
    return {
        "scale_low": item.get("min"),
        "scale_high": item.get("max"),
        "scale_items": item.get("items", 1) if item else None,
    }


def arm(item: Item, *, effect_id: int, position: int) -> Item:
    """Give the columns of an arm."""
    columns: Item = {"effect_id": effect_id, "position": position, "name": item["arm"]}
    for name in ("n", "events", "percent", "mean", "sd"):
        columns |= _figure(name, item.get(name))
    return columns


def claim(item: Item, *, document_id: int, position: int) -> Item:
    """Give the columns of a claim."""
    names = (
        "key", "statement", "kind", "wording", "population", "species", "intervention", "comparator", "outcome", "note",
    )  # fmt: skip
    at, named = item["at"], item.get("named_source") or {}
    return {
        **{name: item.get(name) for name in names},
        "document_id": document_id,
        "position": position,
        "section": at.get("section"),
        "paragraph": at["paragraph"],
        "sentence": at["sentence"],
        "sentence_sha256": at.get("sha256"),
        "anchor_exact": at.get("exact"),
        "anchor_prefix": at.get("prefix"),
        "anchor_suffix": at.get("suffix"),
        "named_source": named.get("text"),
        "named_journal": named.get("journal"),
        "named_year": named.get("year"),
        "named_author": named.get("author"),
    }


def quoted_figure(item: Item, *, claim_id: int, position: int) -> Item:
    """Give the columns of a figure that a claim states."""
    figure = Figure.parse(str(item["printed"]))
    return {
        "claim_id": claim_id,
        "position": position,
        "printed": figure.printed,
        "value": figure.value,
        "of": item["of"],
    }


def link_key(*, source: str, study: str | None, effect: str | None) -> str:
    """Give the key by which a line of evidence is known again within its claim.

    Keys of studies and effects hold no slash, those of sources may: with both slashes there, no two lines are alike.
    """
    return "/".join((source, study or "", effect or ""))


def link(item: Item, *, key: str, claim_id: int, ids: dict[str, int | None], position: int) -> Item:
    """Give the columns of a line of evidence; ``ids`` are those of source, study and effect."""
    directness, judged = item.get("directness") or {}, item.get("judged") or {}
    return {
        **{name: item.get(name) for name in ("role", "direction", "quote", "locator", "note")},
        **{
            f"{element}_directness": directness.get(element)
            for element in ("population", "intervention", "comparator", "outcome")
        },
        **ids,
        "claim_id": claim_id,
        "key": key,
        "position": position,
        "judged_by": judged.get("by"),
        "judged_on": _date(judged.get("on")),
    }


def waiver(item: Item, *, claim_id: int) -> Item:
    """Give the columns of a waiver."""
    return {
        "claim_id": claim_id,
        "rule": item["rule"],
        "reason": item["reason"],
        "waived_by": item["by"],
        "until": _date(item.get("until")),
    }


def assessment(said: Assessment, *, claim_id: int) -> Item:
    """Give the columns of an assessment."""
    return {
        "claim_id": claim_id,
        "outcome": said.outcome,
        "step": said.step,
        "rating": said.rating,
        "reason": said.reason,
        "assessed_by": said.by,
        "assessed_on": said.on,
    }


def _figure(name: str, printed: Any) -> Item:  # noqa: ANN401 - whatever the file holds there
    if printed is None:
        return {name: None, f"{name}_printed": None}
    figure = Figure.parse(str(printed))
    return {name: figure.value, f"{name}_printed": figure.printed}


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
