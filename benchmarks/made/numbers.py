"""ISSN, ISBN and DOI with the check digits and forms of real ones, no two alike."""

from typing import Final

_DOI_FORMS: Final = (
    "10.1016/j.{code}.{year}.{own}",
    "10.1016/j.{code}.{year}.{own}",
    "10.1016/S0140-{place:04d}({short:02d}){own}-8",
    "10.1002/{code}.{own}",
    "10.1371/journal.p{code}.{own}",
    "10.1007/s1{place:04d}-0{short:02d}-{own}-x",
    "10.1111/{code}.{own}",
    "10.1038/s41{place:03d}-0{short:02d}-{own}",
    "10.3389/f{code}.{year}.{own}",
    "10.1007/978-3-030-{place:05d}-{own}_7",
    "10.1093/{code}/{own}",
)
_TEN: Final = 10


def issn(number: int) -> str:
    """Give the ISSN of a number of up to seven digits."""
    digits = f"{number:07d}"
    check = -sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)) % 11
    return f"{digits[:4]}-{digits[4:]}{'X' if check == _TEN else check}"


def isbn(number: int) -> str:
    """Give an ISBN with its hyphens, another for each number below nine million."""
    digits = f"978{mixed(number)}{number % 100:02d}"
    check = -sum(int(digit) * weight for digit, weight in zip(digits, (1, 3) * 6, strict=True)) % 10
    return f"{digits[:3]}-{digits[3]}-{digits[4:8]}-{digits[8:]}-{check}"


def mixed(number: int) -> int:
    """Give a number of seven digits for one below nine million, another for each, with no order to be seen."""
    return 1_000_000 + number * 7_919 % 9_000_000


def arxiv(number: int, *, year: int) -> str:
    """Give the number of an arXiv paper, another for each number below 1,200,000."""
    return f"{year % 100:02d}{1 + number % 12:02d}.{number // 12 % 100_000:05d}"


def doi(number: int, *, year: int, code: str) -> str:
    """Give a DOI in one of the forms of the large publishers, another for each number."""
    form = _DOI_FORMS[number % len(_DOI_FORMS)]
    return form.format(own=mixed(number), year=year, short=year % 100, code=code, place=number % 900)
