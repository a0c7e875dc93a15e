"""Files of valid YAML and of any shape at all: refused with their problems, and never by another error."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from evidence.claimsfile.apply import load
from evidence.claimsfile.read import Tree
from evidence.errors import FileError

NAMES = (
    "document", "sources", "integrity", "date",
    "studies", "claims", "waivers", "key", "reports", "samples", "effects", "overlaps", "sample", "source",
    "study", "effect", "evidence", "included_in", "claim", "rule", "role", "direction", "judged", "estimate", "at",
    "assessments", "outcome", "start", "rating", "test", "statistic", "df", "df2", "scale", "min", "max",
)  # fmt: skip
VALUES = (
    st.none()
    | st.integers(-9, 9)
    | st.sampled_from(("all", "s", "s/all", "", " ", "-", "0.90", "candidate", "none", "t", "z"))
)

shapes = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=40,
)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(data={"studies": [{"reports": ["s"]}, {"samples": [{"overlaps": [{"kind": "same"}]}]}]})
@example(data={"claims": [{"evidence": [{"role": "primary"}, {"source": 3}, "s", {"source": "s", "study": 3}]}]})
@example(data={"document": 3, "studies": [{"key": "s"}]})
@example(
    data={"document": {"key": 3}, "studies": [{"key": "s", "effects": [{"key": None}, {"key": "e", "sample": 3}]}]}
)
@example(data={"claims": [{"key": "s"}], "assessments": [{"claim": "s", "outcome": 3, "start": "s"}, {"start": {}}, 3]})
@example(data={"assessments": {"claim": "s"}})
@example(
    data={"studies": [{"effects": [{"test": "t", "scale": 3}, {"test": {"statistic": ["t"]}, "scale": {"min": "0"}}]}]}
)
@given(data=shapes)
def test_a_file_of_any_shape_is_refused_with_its_problems(session, data):
    tree = Tree(file="a.yaml", sha256="0" * 64, data=data, lines={})
    with pytest.raises(FileError, match="nothing was written") as error:
        load(session, tree, at=dt.datetime.now(dt.UTC))
    assert error.value.details
