"""The folders that ship with the package: inside a wheel, or beside the package in a checkout."""

from pathlib import Path


def folder(name: str) -> Path:
    """Give the place of a shipped folder.

    The one inside the package is asked for first: in site-packages a stranger's folder of the
    same name could stand beside it.
    """
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
