"""Names, dates and texts of CSL-JSON."""

import json
from typing import Any, Final

from evidence.formats.dates import dated, from_parts
from evidence.formats.people import body, inverted, joined, person

_SEASONS: Final = {"1": "Spring", "2": "Summer", "3": "Autumn", "4": "Winter"}


def text_of(value: Any) -> str:  # noqa: ANN401 - what JSON holds
    """Give the text of a value: a list joined, an object as JSON, nothing for none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


def names_of(value: Any) -> str:  # noqa: ANN401 - what JSON holds
    """Give a list of names as the value of an author field; an empty text if there is no name in it."""
    if isinstance(value, dict | str):
        value = [value]
    if not isinstance(value, list):
        return ""
    return joined([_name(one) for one in value])


def _name(name: Any) -> str:  # noqa: ANN401 - what JSON holds
    if isinstance(name, str):
        return inverted(name)
    if not isinstance(name, dict):
        return ""
    part = {label: text_of(name.get(label)) for label in ("family", "given", "suffix", "literal", "name")}
    if not (part["family"] or part["given"]):
        return body(part["literal"] or part["name"])
    prefix = f"{text_of(name.get('dropping-particle'))} {text_of(name.get('non-dropping-particle'))}"
    return person(part["family"], given=part["given"], prefix=prefix, suffix=part["suffix"])


def dates_of(value: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - what JSON holds
    """Give year, month and date of a date variable: its first date, or its raw or literal text."""
    if isinstance(value, str):
        return dated(value)
    if not isinstance(value, dict):
        return []
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        told = [text_of(part).strip() for part in parts[0][:3]]
        if told and told[0]:
            season = text_of(value.get("season"))
            return from_parts(told[0], *(told[1:] or [_SEASONS.get(season, season)]))
    return dated(text_of(value.get("raw")) or text_of(value.get("literal")))
