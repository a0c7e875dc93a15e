import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from evidence import model
from evidence.bibtex.read import read_files
from evidence.errors import UsageError
from evidence.intake.export import bibliographies

MESS = r"""% A library, with all that stands between entries
@string{lancet = "The Lancet"}
@preamble{"\newcommand{\noopsort}[1]{}"}

@Article(4S1994, Title = "Randomised " # {trial}, journal=lancet,
   YEAR = 1994)   trailing words
@comment{jabref-meta: grouping: x}
@misc{broken, title={never closed

@misc{twice, title={Zinc}}
@misc{twice, title={Zinc}}
@misc{twice, title={Honey}}
the end, without a line feed"""


def test_an_untouched_file_comes_out_as_it_went_in(import_, exported):
    import_(MESS)
    assert exported() == MESS


def test_an_edited_file_comes_out_as_it_is_now(import_, exported):
    import_(MESS)
    edited = MESS.replace("Zinc", "Zinc gluconate").replace("% A library", "% The library")
    import_(edited)
    assert exported() == edited


def test_files_that_share_entries_in_other_layouts_each_come_out_as_they_went_in(import_, exported):
    one, other = "@misc{a, title={Zinc}}\n", "@misc{a,\n  title = {Zinc}\n}\n% the end\n"
    import_(**{"one.bib": one, "other.bib": other})
    assert (exported("one.bib"), exported("other.bib")) == (one, other)
    import_(one.replace("Zinc", "Honey"), name="one.bib")
    assert exported("other.bib") == other


def test_a_file_that_was_never_imported_is_named(session):
    with pytest.raises(UsageError, match=r"no file of the name 'x\.bib' was imported"):
        bibliographies(session, name="x.bib")


RIS = "TY  - JOUR\nTI  - Zinc & honey {for} 50% of colds\nAU  - Eby, George\nPY  - 1984\nER  - \n"


def test_entries_of_other_formats_come_out_as_bibtex_that_reads_alike(import_, exported, source, tmp_path, session):
    import_(RIS, name="a.ris")
    file = tmp_path / "out.bib"
    file.write_text(exported("a.ris"), encoding="utf-8")
    (entry,) = read_files([file]).entries
    key = session.scalars(select(model.Source.key)).one()
    assert entry.key == key
    assert entry.work.title == source(key).title == "Zinc & honey {for} 50% of colds"
    assert entry.fields == source(key).fields


PARTS = st.sampled_from(
    [
        "@misc{a, title={Zinc}}",
        "@misc{b, title={x",
        "\n",
        "\r\n",
        "\r",
        " ",
        "% c",
        "@string{s={t}}",
        "@comment{x}",
        "é",
    ]
)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.lists(PARTS, min_size=1, max_size=12).map("".join).filter(lambda text: "@misc" in text))
def test_whatever_stands_in_a_file_comes_out_again(import_, exported, text):
    import_(text)
    assert exported() == text


def test_all_files_are_given_in_the_order_in_which_they_were_last_imported(session, import_):
    for name in ("b.bib", "a.bib", "c.bib"):
        import_(f"@misc{{k, title={{Zinc}}}} % {name}\n", name=name)
    import_("@misc{k, title={Zinc}} % again\n", name="b.bib")
    assert [file.name for file in bibliographies(session)] == ["a.bib", "c.bib", "b.bib"]
