import pytest

from evidence.matching.unlike import unlike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zinc for the common cold", "Zinc for the Common Cold."),
        ("Zinc for the common cold", "Zinc for the common cold: a randomized, double-blind trial in 413 children"),
        ("Zinc for the common cold", "The common cold: zinc for it"),
        (None, "Zinc for the common cold"),
        ("", ""),
    ],
)
def test_titles_that_may_be_one_work_s_are_looked_at(one, other):
    assert not unlike(one, other)
    assert not unlike(other, one)


def test_titles_of_other_words_are_not():
    assert unlike("Zinc for the common cold", "Honey and cough in children: who coughs less?")
