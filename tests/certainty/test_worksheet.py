import datetime as dt
from dataclasses import replace

import pytest
from bodies import bcg, computed, of_risks, sheets

from evidence.certainty.outcomes import named, outcomes
from evidence.dossier import Dossier
from evidence.grade import LEVELS, Assessment
from evidence.rules.examples import claim, effect, line, source, without_pico
from evidence.rules.trials import trial, trials
from evidence.vocab import Rating, Step


def rated(step, rating, *, outcome="recovery"):
    on = dt.date(2024, 5, 2)
    return Assessment(outcome=outcome, step=Step(step), rating=Rating(rating), reason="read", by="C. Reader", on=on)


_UP = (("large-effect", "large"), ("dose-response", "present"), ("opposing-confounding", "present"))
ALL = [rated(step, next(iter(ratings))) for step, ratings in LEVELS.items()]


class TestOutcomes:
    def test_each_recorded_outcome_is_one_whatever_its_case(self):
        dossier = claim(of_risks("a", 1, 9, 2, 8), of_risks("b", 1, 9, 2, 8, outcome="Recovery"))
        assert outcomes(dossier) == ("recovery",)

    def test_words_name_the_outcome_that_they_are_or_else_those_that_hold_them(self):
        dossier = claim(
            of_risks("a", 1, 9, 2, 8, outcome="remission of pain"),
            of_risks("b", 1, 9, 2, 8, outcome="pain"),
            of_risks("c", 1, 9, 2, 8, outcome="pain  score"),
            of_risks("d", 1, 9, 2, 8, outcome="non-pain"),
        )
        assert outcomes(dossier) == ("remission of pain", "pain", "pain  score", "non-pain")
        assert named(dossier, " PAIN") == ("pain",)
        assert named(dossier, "pain score") == ("pain  score",)
        assert named(dossier, "of") == ("remission of pain",)
        assert named(dossier, "fever") == named(dossier, " ") == ()
        assert "1 line of evidence" in sheets(dossier, "pain").evidence[0]

    def test_what_is_put_together_and_what_is_pooled_is_listed(self):
        dossier = claim(
            of_risks("a", 10, 40, 20, 30, outcome="pain score"), of_risks("b", 10, 40, 20, 30, outcome="score of pain")
        )
        told = sheets(dossier, "score").evidence
        assert "Outcomes put together: pain score; score of pain" in told
        (pooled,) = (line for line in told if line.startswith("a: "))
        assert pooled.startswith("a: pain score: RR 0.5, n = 100; ")

    def test_without_any_effect_the_outcome_is_that_of_the_claim(self):
        assert outcomes(claim(line())) == ("days to recovery",)
        assert outcomes(without_pico(claim())) == ()

    def test_a_candidate_brings_no_outcome(self):
        candidate = of_risks("a", 1, 9, 2, 8, outcome="fever", role="candidate", direction=None)
        assert outcomes(claim(candidate, trial("b", "5"))) == ("recovery",)


class TestWhatIsLookedAt:
    def test_lines_and_samples_and_the_pooled_effect_are_told(self):
        first, second, *_ = sheets(bcg()).evidence
        assert first == "13 lines of evidence on 13 independent samples"
        assert second == "Pooled: RR 0.49 (95 % 0.33 to 0.726; 13 effects, DerSimonian-Laird, Hartung-Knapp)"

    def test_lines_that_are_barred_not_pooled_or_without_effect_are_told(self):
        retracted = replace(trial("b", "-50"), source=source("b", integrity="retracted"))
        dossier = claim(trial("a", "5"), retracted, line("c"), line("d", result=effect()))
        told = sheets(dossier).evidence
        assert "Not counted: b, by retracted-source" in told
        assert "1 line of the claim without an effect, on whatever outcome" in told
        assert "Not pooled: d, it is not recorded in which measure the effect is, and its figures make no MD" in told
        assert "MD 5" in told[1]

    def test_what_a_review_prints_is_told_and_not_pooled(self):
        review = line("r", design="meta-analysis", result=effect("MD", "4", ci=("3", "5")))
        told = sheets(claim(trial("a", "5"), review)).evidence
        assert "A review has: MD 4 (95 % CI 3 to 5) (r)" in told

    def test_a_claim_that_is_of_no_effect_is_told(self):
        assert sheets(trials("5", kind="history")).evidence[-1].endswith("this is a claim of history")

    def test_an_unconfirmed_figure_is_not_reckoned_with(self):
        unread = line("a", result=effect("MD", "5", ci=("4", "6"), status="unconfirmed"))
        assert not [told for told in sheets(claim(unread)).evidence if "Pooled" in told]

    def test_a_claim_with_nothing_has_a_worksheet_that_says_so(self):
        worksheet = sheets(Dossier(claim=claim().claim))
        assert worksheet.evidence == ("0 lines of evidence on 0 independent samples",)
        assert [sheet.step for sheet in worksheet.sheets] == list(Step)
        assert not any(sheet.computed for sheet in worksheet.sheets)


class TestCertainty:
    def test_where_a_person_rated_every_step_there_is_one_with_its_arithmetic(self):
        worksheet = sheets(trials("5"), assessments=[*ALL[1:], rated("start", "high")])
        assert (worksheet.certainty, worksheet.arithmetic, worksheet.to_rate) == ("high", "4 (start) = 4", ())
        ratings = {"imprecision": "very-serious", "large-effect": "large", "start": "low"}
        kept = [each for each in ALL if each.step not in ratings]
        worksheet = sheets(trials("5"), assessments=[*kept, *(rated(*each) for each in ratings.items())])
        assert worksheet.certainty == "very-low"
        assert worksheet.arithmetic == "2 (start) - 2 (imprecision) + 1 (large effect) = 1"
        assert worksheet.is_rated_up_against_grade

    def test_a_sum_beyond_the_levels_is_held_at_the_last(self):
        worksheet = sheets(
            trials("5"), assessments=[*ALL[1:-3], *(rated(*each) for each in _UP), rated("start", "high")]
        )
        assert (worksheet.certainty, worksheet.arithmetic[-12:]) == ("high", "7, held at 4")
        assert worksheet.is_rated_up_against_grade

    def test_without_evidence_there_is_none_whatever_was_rated(self):
        worksheet = sheets(Dossier(claim=claim().claim), assessments=ALL)
        assert (worksheet.certainty, worksheet.arithmetic, worksheet.to_rate) == (None, "", ())

    @pytest.mark.parametrize("step", list(Step))
    def test_with_one_step_left_there_is_none(self, step):
        worksheet = sheets(trials("5"), assessments=[each for each in ALL if each.step != step])
        assert (worksheet.certainty, worksheet.arithmetic, worksheet.to_rate) == (None, "", (step,))

    def test_what_a_person_said_never_changes_what_is_computed(self):
        bare, full = sheets(bcg()), sheets(bcg(), assessments=ALL)
        assert list(map(computed, bare.sheets)) == list(map(computed, full.sheets))

    def test_what_was_said_of_another_outcome_does_not_count(self):
        other = [rated(each.step, each.rating, outcome="recovery of all") for each in ALL]
        assert sheets(trials("5"), assessments=other).certainty is None
        same = [rated(each.step, each.rating, outcome=" Recovery") for each in ALL]
        assert sheets(trials("5"), assessments=same).certainty == "high"
