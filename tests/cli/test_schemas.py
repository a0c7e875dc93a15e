"""Whatever a command prints for machines is of the schema that it names and that ships."""

import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator

LIST = (
    "Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,"
    "RetractionNature,Reason\n"
    "1,3/9/2021 0:00,10.1000/notice,0,10.1128/aac.25.1.20,0,Retraction,+Error in Data;\n"
)


@pytest.mark.parametrize(
    "words",
    [
        ["gaps"],
        ["why", "zinc-shortens-colds"],
        ["worksheet", "zinc-shortens-colds"],
        ["show", "eby1984zinc"],
        ["show", "zinc-shortens-colds"],
        ["import", "zinc.bib"],
        ["import", "--rejects"],
        ["import", "retractions", "list.csv"],
        ["sources", "duplicates"],
        ["rules"],
        ["rules", "small-sample"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("filled")
def test_output_for_machines_is_of_the_schema_it_names(evidence, here, words):
    (here / "list.csv").write_text(LIST, "utf-8")
    printed = json.loads(evidence(*words, "--format", "json").stdout)
    name = printed["schema"].split("/")[1]
    schema = json.loads(resources.files("evidence.report").joinpath(f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(printed)
    assert schema["$id"] == printed["schema"]
