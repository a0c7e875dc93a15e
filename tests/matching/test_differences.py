import pytest

from evidence.matching.differences import Likeness, difference
from evidence.matching.titles import title_of


def between(one, other):
    first, second = title_of(one), title_of(other)
    assert difference(first, second) == difference(second, first)
    return difference(first, second)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Zinc for the common cold", "ZINC FOR THE COMMON COLD.", Likeness.EQUAL),
        ("Zinc for the common cold", "Zinc in common cold", Likeness.EQUAL),
        ("Zinc for anaemia: a meta-analysis", "Zinc for anemia: a metaanalysis", Likeness.EQUAL),
        ("Treatment of the common cold", "Treatmnet of the common cold", Likeness.SLIPS),
        ("Treatment of the common cold in adults", "Treatmnet of common cold in grown adults", Likeness.OTHER),
        ("Zinc for the common cold: a trial in adults", "Zinc for the common cold", Likeness.SHORTENED),
        ("Zinc for the common cold: a trial in adults", "Zinc fro the common coold", Likeness.OTHER),
        ("Zinc for common colds: a trial in adults", "Zinc for common colsd", Likeness.SHORTENED),
        ("Effect of zinc on iron uptake", "Effect of iron on zinc uptake", Likeness.SHUFFLED),
        ("Adsorption of zinc by clay soils", "Absorption of zinc by clay soils", Likeness.OTHER),
        ("Uptake of nitrate by clay soils", "Uptake of nitrite by clay soils", Likeness.OTHER),
        ("Interleukin6 in the colds of adults", "Interleukin8 in the colds of adults", Likeness.OTHER),
        ("Typical findings in adults with colds", "Atypical findings in adults with colds", Likeness.OTHER),
        ("Zinc for colds in men over eighty", "Zinc for colds in women over eighty", Likeness.OTHER),
        ("Zinc for the common cold", "Statins after stroke", Likeness.OTHER),
    ],
)
def test_how_titles_differ(one, other, expected):
    assert between(one, other).likeness is expected


def test_a_longer_title_without_a_subtitle_is_another_title():
    assert between("Zinc for the common cold", "Zinc for the common cold in young adults").likeness is Likeness.OTHER


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("Zinc for the common cold", "Erratum: Zinc for the common cold", "erratum"),
        ("Zinc for the common cold: a protocol", "Zinc for the common cold", "protocol"),
        ("Zinc for the common cold: 2019", "Zinc for the common cold", "2019"),
        ("Zinc for the common cold: a trial in 12 villages of the north", "Zinc for the common cold", None),
    ],
)
def test_words_that_make_another_work_are_told(one, other, word):
    assert between(one, other).telling == word


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Cancer statistics, 2019", "Cancer statistics, 2020", True),
        ("Studies of zinc, part II", "Studies of zinc, part III", True),
        ("Studies of zinc, part II", "Studies of zinc, part 2", False),
        ("Zinc 12 weeks later: a trial", "Zinc 24 weeks later", True),
        ("Zinc in COVID-19", "Zinc in COVID 19 disease", False),
    ],
)
def test_numbers_that_differ_are_told(one, other, differ):
    assert between(one, other).numbers is differ
