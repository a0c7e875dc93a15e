"""ISSN, ISBN and DOI with the check digits and forms of real ones, no two alike."""


def issn(number: int) -> str:
    """Give the ISSN of a number of up to seven digits."""
    digits = f"{number:07d}"
    check = -sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)) % 11
    return f"{digits[:4]}-{digits[4:]}{'X' if check == 10 else check}"


def isbn(number: int) -> str:
    """Give the ISBN of a number of up to nine digits, with its hyphens."""
    digits = f"978{number:09d}"
    check = -sum(int(digit) * weight for digit, weight in zip(digits, (1, 3) * 6, strict=True)) % 10
    return f"{digits[:3]}-{digits[3]}-{digits[4:8]}-{digits[8:]}-{check}"


def mixed(number: int) -> int:
    """Give a number of seven digits for one below nine million, another for each, with no order to be seen."""
    return 1_000_000 + number * 7_919 % 9_000_000


def doi(number: int, *, year: int, code: str) -> str:
    """Give a DOI in the forms of the large publishers, another for each number."""
    own = mixed(number)
    match number % 9:
        case 0 | 1:
            return f"10.1016/j.{code}.{year}.{own}"
        case 2:
            return f"10.1016/S0140-{own // 1000}({year % 100:02d}){own}-{own % 10}"
        case 3:
            return f"10.1002/{code}.{own}"
        case 4:
            return f"10.1371/journal.p{code[:3]}.{own}"
        case 5:
            return f"10.1007/s{10_000 + own % 3_000:05d}-{year % 100:03d}-{own}-x"
        case 6:
            return f"10.1111/{code.upper()}.{own}"
        case 7 if number % 5 == 0:
            return f"10.1007/978-3-030-{own // 100}-{own}_{own % 30}"
        case 7:
            return f"10.1038/s{41_000 + own % 900}-{year % 100:03d}-{own}"
        case _:
            return f"10.3389/f{code[:4]}.{year}.{own}"
