"""Files that are no bibliography at all, each with what is said of it beside it."""

from pathlib import Path

import pytest

from evidence.bibtex import decode

CASES = sorted((Path(__file__).parent / "cases" / "not-bibtex").glob("*.bib"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_file_that_is_no_bibtex_is_called_what_it_looks_like(case):
    with case.open("rb") as file:
        assert decode.opened(file, name=case.name).foreign == case.with_suffix(".txt").read_text().strip()
