"""One claim's state explained."""

import judged

from evidence.dossier import Waiver
from evidence.limits import Limits, described
from evidence.report.why import to_text
from evidence.rules import examples


def explained(dossier, *, rules=judged.RULES, width=200):
    return to_text(judged.judged(dossier, rules=rules), width=width, colour=False)


def test_the_layout_is_the_one_that_was_read(leaflet, golden):
    golden("\n".join(to_text(judgement, width=90, colour=False) for judgement in leaflet.judgements), "why.txt")


def test_every_line_is_there_with_all_that_stands_against_it():
    told = explained(judged.claim("one", *(examples.line(f"work-{number}", n=20 + number) for number in range(9))))
    for number in range(9):
        assert f"  supports  work-{number}  (primary)\n" in told
        assert f"    weakens  thin: n = {20 + number}\n" in told
    assert "\n9 lines of evidence\n" in told


def test_the_row_that_decided_is_named():
    assert "\nweak: every line that supports it is weakened (1 supports, weakened by thin)\n" in explained(
        judged.claim("one", examples.line(n=20))
    )


def test_what_is_waived_is_shown_with_its_reason_and_who_answered():
    waiver = Waiver(rule="thin", reason="A pilot.", by="A. Reader")
    told = explained(judged.claim("one", examples.line(n=20), waivers=(waiver,)))
    assert "    weakens  thin: n = 20; waived by A. Reader: A pilot.\n" in told
    assert "\nsupported: " in told


def test_a_waiver_that_answers_nothing_is_told():
    waiver = Waiver(rule="thin", reason="A pilot.", by="A. Reader", until=judged.NOON.date().replace(day=1))
    told = explained(judged.claim("one", examples.line(n=20), waivers=(waiver,)))
    assert "  a waiver that answers nothing: thin until 2026-01-01, by A. Reader: A pilot.\n" in told


def test_what_no_rule_could_answer_is_no_fault_and_is_told():
    told = explained(judged.claim("one", examples.line(n=None)))
    assert "    nothing stands against it\n    inconclusive  thin: no size is recorded\n" in told


def test_a_rule_that_broke_is_told_where_it_broke():
    told = explained(judged.claim("one", examples.line()), rules=(judged.BROKEN,))
    assert "    not run  broken: ZeroDivisionError: division by zero\n" in told


def test_what_the_claim_says_and_names_is_told():
    dossier = judged.claim(
        "one", examples.line(), named=examples.named("BMJ"), quotes=examples.claim(quotes=("70%",)).claim.quotes
    )
    told = explained(dossier)
    assert "benefit, plain wording; population: adults with a cold; intervention: zinc lozenges; comparator: " in told
    assert "  quotes 70% (those recovered)\n" in told
    assert "  names as its source: a study (BMJ)\n" in told


def test_each_rule_that_found_something_says_once_what_it_rests_on():
    told = explained(judged.claim("one", examples.line("a", n=20), examples.line("b", n=30)))
    _, _, grounds = told.partition("\nWhat these rules rest on; what to do: evidence rules NAME\n")
    source = described(Limits())["smallest-sample"].source
    assert " ".join(grounds.split()) == (
        f"thin: Author 2001, On thin, Journal 1:1; limit smallest-sample = 50 ({source})"
    )


def test_a_claim_without_findings_ends_with_its_evidence():
    assert explained(judged.claim("one", examples.line())).endswith("    nothing stands against it\n")
