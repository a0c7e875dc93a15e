import factories
import pytest
import yaml

from evidence.claimsfile.dump import dump, whole_claims, whole_studies
from evidence.claimsfile.read import read
from evidence.claimsfile.write import to_yaml
from evidence.db.session import writing
from evidence.errors import UsageError
from evidence.model import Base


def described(session, document=None):
    return to_yaml(dump(session, document))


def as_texts(values):
    """Values with each number as text, since a figure is dumped as the text that was printed."""
    if isinstance(values, dict):
        return {name: as_texts(value) for name, value in values.items()}
    if isinstance(values, list):
        return [as_texts(value) for value in values]
    return str(values)


def test_a_dump_says_what_the_file_said(loaded, aspirin, session, written):
    loaded(aspirin)
    said = as_texts(read(written(aspirin)).data)
    said["studies"].sort(key=lambda study: study["key"])
    said["claims"][0]["evidence"][1]["study"] = "review"  # what a line leaves to be found out, a dump says
    assert as_texts(read(written(described(session), "dump.yaml")).data) == said


def test_loading_a_dump_changes_nothing(loaded, aspirin, session):
    loaded(aspirin)
    result = loaded(described(session), "dump.yaml")
    assert (result.added, result.changed, result.removed) == ({}, {}, {})


def test_a_dump_loaded_into_a_new_database_is_dumped_to_the_same_bytes(loaded, aspirin, session):
    with session.begin_nested() as first:
        loaded(aspirin)
        text = described(session)
        first.rollback()
    session.expire_all()
    assert session.query(Base.metadata.tables["study"]).all() == []
    loaded(text)
    assert described(session) == text


def test_the_order_of_keys_is_that_of_the_schema_and_nothing_is_written_that_says_nothing(loaded, session):
    loaded("document: {title: Zinc, key: zinc}\nclaims: []\nstudies: []\n")
    assert described(session) == "document:\n  key: zinc\n  title: Zinc\n"


def test_a_dump_is_read_alike_by_any_yaml_reader(loaded, aspirin, session, written):
    loaded(aspirin)
    text = described(session)
    ours = as_texts(read(written(text, "dump.yaml")).data)
    assert as_texts(yaml.safe_load(text)) == ours


@pytest.mark.parametrize(
    "left_out",
    ["    included_in: [review]\n", "          - {sample: review/all, kind: overlaps}\n"],
    ids=["overlap", "inclusion"],
)
def test_a_dump_holds_the_studies_that_its_claims_lean_on_and_those_that_these_refer_to(
    loaded, aspirin, session, left_out
):
    loaded(aspirin.replace(left_out, ""))
    loaded(
        "document: {key: other, title: Other}\n"
        "claims:\n"
        "  - key: c\n"
        "    at: {paragraph: 1, sentence: 1}\n"
        "    statement: s\n"
        "    kind: harm\n"
        "    wording: plain\n"
        "    evidence: [{source: trial2018, role: primary}]\n",
        "other.yaml",
    )
    other = dump(session, "other")
    assert [study["key"] for study in other["studies"]] == ["review", "trial"]
    assert other["claims"][0]["evidence"] == [{"source": "trial2018", "study": "trial", "role": "primary"}]
    result = loaded(to_yaml(other), "other.yaml")
    assert (result.added, result.changed, result.removed) == ({}, {}, {})


def test_one_document_needs_no_naming_and_several_do(loaded, session):
    with pytest.raises(UsageError, match="holds no document yet"):
        dump(session)
    loaded("document: {key: zinc, title: Zinc}")
    assert dump(session)["document"] == {"key": "zinc", "title": "Zinc"}
    loaded("document: {key: iron, title: Iron}")
    assert dump(session, "zinc")["document"]["key"] == "zinc"
    with pytest.raises(UsageError, match=r"^say which document; the database holds: iron, zinc$"):
        dump(session)
    with pytest.raises(UsageError, match=r"^no document 'tin'; the database holds: iron, zinc$"):
        dump(session, "tin")


def test_records_are_given_whole_by_their_key(loaded, aspirin, session):
    loaded(aspirin)
    loaded(
        aspirin.replace("key: aspirin-post", "key: second").replace("statement: Aspirin makes", "statement: It makes")
    )
    assert [claim["statement"] for claim in whole_claims(session, "bleeding")] == [
        "Aspirin makes bleeding likelier.",
        "It makes bleeding likelier.",
    ]
    assert [study["design"] for study in whole_studies(session, "review")] == ["meta-analysis"]
    assert whole_studies(session, "none") == whole_claims(session, "none") == []


def test_a_study_that_nothing_reports_is_given_too(session):
    study = factories.study(session, key="bare")
    factories.effect(session, study, factories.source(session, key="paper"))
    (bare,) = whole_studies(session, "bare")
    assert "reports" not in bare
    assert bare["effects"][0]["source"] == "paper"


@pytest.mark.parametrize("studies", [1, 600])
def test_a_dump_asks_a_bounded_number_of_questions(sqlite_url, queries, studies):
    with writing(sqlite_url) as session:
        document = factories.document(session, key="zinc")
        paper = factories.source(session)
        for _ in range(studies):
            factories.study(session, paper, document_id=document.id)
        queries.clear()
        assert len(dump(session)["studies"]) == studies
        assert len(queries) <= 15
        session.rollback()
