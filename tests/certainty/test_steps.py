"""What the record tells of each step; figures of the BCG trials by metafor 3.8-1, DerSimonian-Laird with knha."""

from dataclasses import replace

import bodies
import pytest
from bodies import bcg, computed, looked_at, of_risks

from evidence.certainty.imprecision import imprecision
from evidence.certainty.inconsistency import inconsistency
from evidence.certainty.indirectness import indirectness
from evidence.certainty.publication_bias import publication_bias
from evidence.certainty.rating_up import dose_response, large_effect, opposing_confounding
from evidence.certainty.risk_of_bias import risk_of_bias
from evidence.certainty.start import start
from evidence.dossier import Waiver
from evidence.rules.examples import claim, effect, line, sample, without_pico, without_study
from evidence.rules.trials import trial, trials
from evidence.vocab import Blinding, Measure

NOTHING = claim()


def by(told, signals):
    """Give the one signal that begins so, with what it speaks for."""
    ((text, suggests),) = [each for each in signals.items() if each[0].startswith(told)]
    return text, suggests


def cohort(name, *events, **changes):
    return of_risks(name, *events, design="cohort", **changes)


class TestStart:
    def test_randomized_trials_start_high_and_studies_that_observe_low(self):
        assert computed(start(looked_at(trials("5", "6")))) == {
            "2 of 2 studies randomized, by which it starts as high": "high"
        }
        observed = claim(trial("a", "5", design="cohort"), trial("b", "5", design="non-randomized"))
        assert computed(start(looked_at(observed))) == {
            "2 of 2 studies not randomized, by which it starts as low": "low"
        }

    def test_of_both_kinds_nothing_is_suggested_and_a_person_is_told_to_rate_them_apart(self):
        sheet = start(looked_at(claim(trial("a", "5"), trial("b", "5", design="cohort"))))
        assert list(computed(sheet).values()) == [None, None]
        assert "rated apart" in sheet.to_judge[0]

    def test_two_lines_of_one_study_are_one_study(self):
        one = trial("a", "5")
        assert "1 of 1 study randomized" in start(looked_at(claim(one, one))).computed[0].told

    @pytest.mark.parametrize(
        ("design", "told"), [("meta-analysis", "starts as the studies in it do"), ("animal", "GRADE has no start for")]
    )
    def test_what_is_no_study_of_people_s_own_has_no_start_that_is_known(self, design, told):
        sheet = start(looked_at(claim(line(design=design, result=effect("MD", "5", ci=("4", "6"))))))
        assert (sheet.computed, told in sheet.unknown[0]) == ((), True)

    def test_a_study_that_is_not_recorded_is_told(self):
        missing = replace(without_study(), effect=effect("MD", "5"))
        assert start(looked_at(claim(missing))).unknown == ("Which study is behind 1 line is not recorded",)


class TestRiskOfBias:
    def test_who_was_blinded_is_counted_and_who_is_silent_is_named(self):
        one = trial("a", "5")
        blind = replace(one, study=replace(one.study, blinding=Blinding.DOUBLE_BLIND))
        sheet = risk_of_bias(looked_at(claim(blind, trial("b", "6"))))
        assert "Of 2 randomized trials 1 double-blind" in computed(sheet)
        assert "Who was blinded in b" in sheet.unknown

    def test_losses_are_added_up_and_the_worst_named(self):
        def of(name, enrolled, analysed):
            return replace(trial(name, "5"), sample=replace(sample(name, analysed), enrolled=enrolled))

        sheet = risk_of_bias(looked_at(claim(of("a", 100, 90), of("b", 50, 30), of("c", 60, 60), of("d", None, 40))))
        told, _ = by("Enrolled", computed(sheet))
        assert told == (
            "Enrolled and not analysed in 3 samples 30 of 210 (14%), most in b/all: 20 of 50 (40%) and "
            "a/all: 10 of 100 (10%)"
        )
        assert "How many were enrolled and not analysed in d/all" in sheet.unknown

    def test_nobody_lost_has_no_worst(self):
        whole = replace(trial("a", "5"), sample=replace(sample("a", 40), enrolled=40))
        assert "Enrolled and not analysed in 1 sample 0 of 40 (0%)" in computed(risk_of_bias(looked_at(claim(whole))))

    def test_losses_of_reviews_and_of_people_counted_already_are_not_added(self):
        one = replace(trial("a", "5"), sample=replace(sample("a", 90), enrolled=100))
        again = replace(trial("b", "5"), sample=replace(sample("b", 90, overlaps=(("same", "a/all"),)), enrolled=100))
        review = replace(
            line("r", design="ipd-meta-analysis", result=effect("MD", "5", ci=("4", "6"))),
            sample=replace(sample("r", 60), enrolled=120),
        )
        told, _ = by("Enrolled", computed(risk_of_bias(looked_at(claim(one, again, review)))))
        assert told == "Enrolled and not analysed in 1 sample 10 of 100 (10%), most in a/all: 10 of 100 (10%)"

    def test_each_design_has_its_instrument(self):
        both = " ".join(risk_of_bias(looked_at(claim(trial("a", "5"), cohort("b", 5, 95, 9, 91)))).to_judge)
        assert "RoB 2" in both
        assert "ROBINS-I" in both
        assert len(risk_of_bias(looked_at(NOTHING)).to_judge) == 1

    def test_what_rules_found_in_its_figures_is_told_by_rule_with_their_lines(self):
        apart = effect("RR", "0.8", ci=("0.2", "0.9"))
        one, both = claim(line("a", result=apart)), claim(line("a", result=apart), line("b", result=apart))
        assert "half-way" in by("interval-asymmetric: RR", computed(risk_of_bias(looked_at(one))))[0]
        told = by("interval-asymmetric", computed(risk_of_bias(looked_at(both))))[0]
        assert told == "interval-asymmetric: 2 of 2 lines, in a and b"
        waived = replace(both, waivers=(Waiver(rule="interval-asymmetric", reason="a slip", by="C. Reader"),))
        told = by("interval-asymmetric", computed(risk_of_bias(looked_at(waived))))[0]
        assert told.endswith("in a and b; 2 of them waived")
        beside = claim(line("a", result=apart), trial("b", "5"))
        assert by("interval-asymmetric: a: RR", computed(risk_of_bias(looked_at(beside))))


class TestInconsistency:
    def test_the_bcg_trials_differ_as_metafor_says(self):
        signals = computed(inconsistency(looked_at(bcg())))
        assert by("Q", signals)[0] == "Q = 152 on 12 df, p = 2e-26"
        assert by("I", signals)[0] == (
            "I\N{SUPERSCRIPT TWO} = 92 %, of the variance between studies 0.309 / (0.309 + the typical sampling "
            "variance 0.0264): 75 to 100 % (considerable)"
        )
        assert by("A new", signals)[0] == (  # exp(-0.71412 -+ 2.20099 root(0.30876 + 0.1807^2)), 2.20099 by t on 11 df
            "A new study's effect may lie at 0.135 to 1.77 (t on 11 df): that includes no effect, the pooled interval "
            "does not"
        )
        assert by("Of 13", signals)[0] == "Of 13 effects 2 above 1, 11 below, 0 at it"

    def test_effects_of_which_some_are_told_from_none_and_others_not_speak_for_serious(self):
        found = computed(inconsistency(looked_at(trials("6", "5", "-4", "7"))))
        assert by("3 told", found) == ("3 told from 0 above it, 1 below, 0 not", "serious")
        assert by("2 told", computed(inconsistency(looked_at(trials("6", "5", "-1")))))[1] == "serious"

    def test_effects_that_agree_or_differ_in_size_alone_speak_for_nothing(self):
        assert by("3 told", computed(inconsistency(looked_at(trials("5", "6", "5.5")))))[1] is None
        assert by("3 told", computed(inconsistency(looked_at(trials("4", "10", "17")))))[1] is None

    def test_the_figures_are_of_the_effects_that_are_pooled_indirect_ones_too(self):
        """Of the figures on one sheet none is of other effects than the rest."""
        aside = trial("d", "-9", indirect="comparator")
        found = computed(inconsistency(looked_at(claim(*trials("6", "5", "7").lines, aside))))
        assert by("Of 4", found)[0] == "Of 4 effects 3 above 0, 1 below, 0 at it"
        assert by("3 told", found)[1] == "serious"

    def test_where_the_next_study_may_lie_is_told(self):
        told = by("A new", computed(inconsistency(looked_at(trials("5", "8", "7.5", "4.5")))))[0]
        assert told.endswith("neither includes no effect; on 2 df it is wide by that alone")

    def test_bands_overlap_and_both_are_told(self):
        bands = by("I", computed(inconsistency(looked_at(trials("5", "8", "7.5", "4.5")))))[0]
        assert "35 %" in bands
        assert "0 to 40 % (might not be important) and 30 to 60 % (may be moderate)" in bands

    def test_one_effect_has_none_to_differ_from(self):
        sheet = inconsistency(looked_at(trials("5")))
        assert any("One effect has none to differ from" in text for text in sheet.unknown)
        assert not sheet.computed

    def test_shares_of_one_group_lie_on_no_side(self):
        shares = [line(name, result=effect("PR", "40%", ci=("30%", "50%"))) for name in "abc"]
        told = computed(inconsistency(looked_at(claim(*shares))))
        assert not [text for text in told if "above" in text]
        assert by("A new", told)[0].endswith("df); on 1 df it is wide by that alone")

    def test_around_a_pooled_effect_that_may_be_none_the_next_is_told_bare(self):
        assert by("A new", computed(inconsistency(looked_at(trials("5", "-5", "1")))))[0].endswith("alone")

    def test_lines_that_are_not_pooled_are_unknown(self):
        sheet = inconsistency(looked_at(claim(trial("a", "5"), line("b", result=effect()))))
        assert "How 1 line that cannot be pooled would change it: see evidence pool" in sheet.unknown


class TestIndirectness:
    def test_lines_are_counted_by_element_and_those_elsewhere_named(self):
        sheet = indirectness(looked_at(claim(trial("a", "5"), trial("b", "6", indirect="population"))))
        assert "population: direct in 1 of 2 lines, indirect in b" in computed(sheet)
        assert "outcome: direct in 2 of 2 lines" in computed(sheet)

    def test_what_nobody_judged_is_unknown(self):
        sheet = indirectness(looked_at(claim(line(result=effect("MD", "5"), not_judged="outcome"))))
        assert sheet.unknown == ("Of 1 line nobody judged whether the outcome is that of the claim",)

    def test_what_the_claim_does_not_name_is_not_counted_and_told(self):
        sheet = indirectness(looked_at(without_pico(trials("5"))))
        assert sheet.computed == ()
        assert "The claim names no population" in sheet.unknown

    def test_without_lines_nothing_is_counted(self):
        assert indirectness(looked_at(NOTHING)).computed == ()


class TestImprecision:
    def test_the_bcg_interval_ends_as_metafor_says(self):
        signals = computed(imprecision(looked_at(bcg())))
        told = "RR 0.49 (95 % 0.33 to 0.726; 13 effects, DerSimonian-Laird, Hartung-Knapp): leaves out 1, no effect"
        assert by("RR", signals)[0] == told
        assert by("Of 0.75", signals)[1] is None
        assert by("Upper", signals) == ("Upper over lower limit 0.726 / 0.33 = 2.2, at most 3", None)
        assert by("357,347 people", signals)[0].endswith("no fewer than that")

    @pytest.mark.parametrize(
        ("interval", "told", "suggests"),
        [
            (("0.6", "0.7"), "neither", None),
            (("0.6", "0.9"), "0.75", "serious"),
            (("0.9", "1.4"), "1.25", "serious"),
            (("0.5", "1.6"), "0.75 and 1.25", "very-serious"),
        ],
    )
    def test_crossing_one_threshold_speaks_for_serious_and_two_for_very_serious(self, interval, told, suggests):
        """By GRADE guidance 34: one level for each threshold that the interval crosses."""
        estimate = f"{(float(interval[0]) * float(interval[1])) ** 0.5:.2f}"
        body = looked_at(claim(line(result=effect("RR", estimate, ci=interval))))
        text, speaks_for = by("Of 0.75", computed(imprecision(body)))
        assert (text.rpartition("crosses ")[2], speaks_for) == (told, suggests)

    def test_people_too_few_and_an_interval_too_wide_speak_for_serious(self):
        few = computed(imprecision(looked_at(claim(line(n=785, result=effect("SMD", "0.2", ci=("0.06", "0.34")))))))
        told = "785 people, and to find SMD 0.2 takes 786, if the effect is as large as found: too few"
        assert by("785", few) == (told, "serious")
        wide = computed(imprecision(looked_at(claim(line(result=effect("OR", "2", ci=("1.2", "3.34")))))))
        assert by("Upper", wide) == ("Upper over lower limit 3.34 / 1.2 = 2.78, more than 2.5", "serious")

    def test_what_the_size_lacks_is_unknown(self):
        sheet = imprecision(looked_at(claim(line(result=effect("RR", "0.5", ci=("0.4", "0.6"))))))
        assert "The optimal information size: no arms are recorded, and the measure compares two" in sheet.unknown

    def test_a_difference_of_means_has_no_lines_of_its_own(self):
        told = computed(imprecision(looked_at(trials("1"))))
        assert list(told) == ["MD 1 (95 % -1.77 to 3.77; 1 effect): includes 0, no effect", by("single", told)[0]]

    def test_a_share_of_one_group_has_no_value_for_no_effect(self):
        told = computed(imprecision(looked_at(claim(line(result=effect("PR", "40%", ci=("30%", "50%")))))))
        assert "no effect" not in by("PR 0.4", told)[0]

    def test_without_an_effect_there_is_no_interval(self):
        assert "No effect can be pooled, so there is no interval" in imprecision(looked_at(NOTHING)).unknown

    @pytest.mark.parametrize(
        ("result", "told"),
        [
            (effect("MD", "5", ci=("4", "6")), "it is not made for mean difference"),
            (effect("RR", "0.9", ci=("0.7", "1.16")), "takes people without end"),
        ],
    )
    def test_why_no_size_is_made_is_told(self, result, told):
        assert any(told in text for text in imprecision(looked_at(claim(line(result=result)))).unknown)

    def test_of_other_measures_than_a_risk_ratio_nobody_says_which_is_appreciable(self):
        sheet = imprecision(looked_at(trials("5")))
        assert "Which mean difference is appreciable: GRADE has a line for risk ratios only" in sheet.unknown


class TestPublicationBias:
    def test_the_bcg_trials_pass_egger_s_test_as_metafor_says(self):
        told, suggests = by("Egger", computed(publication_bias(looked_at(bcg()))))
        assert told.endswith("(t = -1.4 on 11 df, p = 0.19, not below 0.10)")
        assert suggests is None

    def test_small_studies_that_tell_other_effects_speak_for_it(self):
        found = zip(("9", "7", "5", "4", "3", "10", "6", "5.5", "3.5", "3"), (50, 100, 200, 400, 800) * 2, strict=True)
        several = claim(*(trial(f"t{place}", told, n=n) for place, (told, n) in enumerate(found)))
        assert by("Egger", computed(publication_bias(looked_at(several))))[1] == "strongly-suspected"

    def test_fewer_than_ten_are_not_tested(self):
        sheet = publication_bias(looked_at(trials("5", "6")))
        assert "it takes 10 effects, and 2 can be pooled" in sheet.unknown[1]

    def test_ten_of_one_size_say_nothing(self):
        sheet = publication_bias(looked_at(trials(*["5", "6"] * 5)))
        assert "all are equally precise, or all effects lie on one line" in sheet.unknown[1]
        assert not [text for text in computed(sheet) if text.startswith("Egger")]

    def test_registered_trials_are_counted(self):
        one = trial("a", "5")
        registered = replace(one, study=replace(one.study, registration="NCT00000001"))
        told = computed(publication_bias(looked_at(claim(registered, trial("b", "5")))))
        assert "1 of 2 randomized trials with a registration that is recorded" in told
        assert computed(publication_bias(looked_at(claim(cohort("c", 1, 9, 2, 8))))) == {}


class TestRatingUp:
    @pytest.mark.parametrize(
        ("estimate", "interval", "suggests"),
        [
            ("1.99", ("1.5", "2.64"), "absent"),
            ("2.01", ("1.5", "2.69"), "large"),
            ("0.49", ("0.4", "0.6"), "large"),
            ("5.1", ("4", "6.5"), "very-large"),
            ("0.19", ("0.1", "0.361"), "very-large"),
        ],
    )
    def test_a_risk_ratio_is_large_beyond_2_and_very_large_beyond_5(self, estimate, interval, suggests):
        """By GRADE guidelines 9; below a half and a fifth alike."""
        dossier = claim(line(design="cohort", result=effect("RR", estimate, ci=interval)))
        assert by("RR", computed(large_effect(looked_at(dossier))))[1] == suggests

    def test_what_may_be_none_or_is_of_randomized_trials_speaks_for_no_rating_up(self):
        """By GRADE guidelines 9 it is studies without randomization that are rated up, where nothing is amiss."""
        unsure = computed(large_effect(looked_at(claim(cohort("a", 5, 15, 2, 18)))))
        assert by("RR 2.5", unsure)[0].endswith("large, above 2 or below 0.5; but its interval includes no effect")
        assert by("RR 2.5", unsure)[1] is None
        randomized = computed(large_effect(looked_at(claim(of_risks("a", 60, 40, 20, 80)))))
        assert by("RR 3", randomized)[0].endswith("; the limit nearer to none is 1.96")
        assert by("RR 3", randomized)[1] is None

    def test_an_odds_ratio_is_made_a_risk_ratio_first(self):
        """OR 6 at a risk of 20 of 100 is RR 6 / (0.8 + 1.2) = 3, as 60 of 100 against 20 of 100 are."""
        body = looked_at(claim(cohort("a", 60, 40, 20, 80, measure="OR")))
        told, suggests = by("OR 6", computed(large_effect(body)))
        assert "6 / (1 - 0.2 + 0.2 \N{MULTIPLICATION SIGN} 6) = 3 at the comparators' risk of 20%: large" in told
        assert suggests == "large"

    def test_what_it_lacks_is_unknown(self):
        odds = large_effect(looked_at(claim(line(design="cohort", result=effect("OR", "6", ci=("3", "12"))))))
        assert odds.unknown == (
            "The risk ratio that the odds ratio stands for: no arms are recorded, and the measure compares two",
        )
        assert large_effect(looked_at(trials("5"))).unknown == ("GRADE has no line for a large mean difference",)
        assert large_effect(looked_at(NOTHING)).unknown == ("No effect can be pooled",)

    def test_randomized_trials_alone_are_not_rated_up(self):
        for step in (large_effect, dose_response, opposing_confounding):
            assert "absent" in computed(step(looked_at(trials("5", "6")))).values()
            assert computed(step(looked_at(claim(trial("a", "5"), trial("b", "5", design="cohort"))))) == {}

    def test_interventions_are_listed(self):
        one = trial("a", "5", design="cohort")
        dosed = replace(one, effect=replace(one.effect, intervention="zinc 75 mg"))
        told = computed(dose_response(looked_at(claim(dosed))))
        assert list(told) == ["1 intervention among the pooled effects: zinc 75 mg"]


def test_of_several_measures_one_is_asked_for():
    both = claim(cohort("a", 60, 40, 20, 80, measure="OR"), cohort("b", 30, 70, 20, 80, measure="RR"))
    assert "RR" in bodies.sheets(both, measure=Measure.RISK_RATIO).evidence[1]
    assert "OR" in bodies.sheets(both, measure=Measure.ODDS_RATIO).evidence[1]
