"""The text of XML elements."""

from xml.etree.ElementTree import Element


def text_of(element: Element | None) -> str:
    """Give the text of an element and all in it, on one line; an empty text for none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def text_at(element: Element, path: str) -> str:
    """Give the text of the first element at a path that has any."""
    return next((text for found in element.findall(path) if (text := text_of(found))), "")


def texts_at(element: Element, *paths: str) -> list[str]:
    """Give the text of each element at these paths, empty ones left out."""
    return [text for path in paths for found in element.findall(path) if (text := text_of(found))]


def leaves(element: Element) -> str:
    """Give the text of each child, parted by ``; ``, or of the whole where children only style the text."""
    if (element.text or "").strip() or all(child.tag == "style" for child in element):
        return text_of(element)
    separator = "-" if all(child.tag in {"Year", "Month", "Day"} for child in element) else "; "
    return separator.join(text for child in element if (text := " ".join(" ".join(child.itertext()).split())))
