import pytest

from evidence.bibtex.asides import inner


@pytest.mark.parametrize("text", ["no block here", "@comment", "@comment{never closed"])
def test_what_is_no_whole_block_has_no_end(text):
    assert inner(text, 0, limit=len(text)) is None
