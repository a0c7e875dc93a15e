from sqlalchemy import select

from evidence import model
from evidence.intake.files import rejects

BROKEN = "@misc{a, title={Zinc}}\n@misc{b, title={Honey, year=2001\n\n@misc{c, title={Ginger}}\n"


def test_a_rejected_entry_is_kept_with_its_text_and_cleared_when_it_is_mended(session, import_):
    outcome = import_(BROKEN)
    assert outcome.counts == {"read": 3, "new": 2, "changed": 0, "same": 0, "duplicate": 0, "rejected": 1}
    row = session.scalars(select(model.RejectedEntry)).one()
    assert (row.line, row.key) == (2, "b")
    assert row.raw == "@misc{b, title={Honey, year=2001"
    again = import_(BROKEN)
    assert again.counts == {"read": 3, "new": 0, "changed": 0, "same": 2, "duplicate": 0, "rejected": 1}
    assert [problem.raw for problem in again.problems] == [row.raw]
    mended = import_(BROKEN.replace("Honey", "Honey}").replace("2001\n", "2001}\n"))
    assert mended.counts == {"read": 3, "new": 1, "changed": 0, "same": 2, "duplicate": 0, "rejected": 0}
    assert session.scalars(select(model.RejectedEntry)).all() == []


def test_what_was_not_taken_in_is_listed_of_all_files(session, import_):
    import_("@misc{z, title={Zinc}}\n@misc{y, title={Mint, year=2001\n\n@misc{c, title={Ginger}}\n", name="b.bib")
    import_(BROKEN, name="a.bib")
    found = [(problem.file, problem.line, problem.key, problem.raw) for problem in rejects(session)]
    assert found == [
        ("a.bib", 2, "b", "@misc{b, title={Honey, year=2001"),
        ("b.bib", 2, "y", "@misc{y, title={Mint, year=2001"),
    ]
    assert all(problem.rejected for problem in rejects(session))
