import pytest

from evidence.bibtex.identifiers import identifiers
from evidence.rules.catalogue.doi_malformed import EXAMPLES

SOURCES = [example.dossier.lines[0].source for example in EXAMPLES]


@pytest.mark.parametrize("source", SOURCES, ids=[example.name for example in EXAMPLES])
def test_each_example_is_what_an_import_makes_of_its_field(source):
    entered = source.doi_entered or source.doi
    assert entered is None or identifiers({"doi": entered}).doi == source.doi
