import pytest

from evidence.dossier import QuotedFigure
from evidence.figures import Figure
from evidence.rules.examples import arm, effect, line
from evidence.rules.quoted import beside

ARMS = (arm("statin", events="300", n="2000"), arm("placebo", events="400", n="2000"))
TRIAL = line(result=effect("RR", "0.75", arms=ARMS))


def of(printed, what, *, says="Statins prevent strokes.", by=TRIAL):
    return beside(QuotedFigure(figure=Figure.parse(printed), of=what), statement=says, lines=[by])


@pytest.mark.parametrize(
    ("printed", "what"),
    [
        ("25%", "reduction in risk"),
        ("25%", "relative difference"),
        ("> 20%", "lower risk"),
        ("-25%", "strokes"),
        ("5%", "absolute reduction in risk"),
        ("15%", "those with a stroke"),
        ("20%", "patients on placebo"),
        ("33%", "more strokes on placebo"),
        ("0.75", "relative risk"),
        ("2,000", "people on statins"),
    ],
)
def test_a_figure_of_a_trial_agrees_with_what_it_is_said_to_be(printed, what):
    assert of(printed, what).agrees


@pytest.mark.parametrize(
    ("printed", "what", "nearest"),
    [
        ("30%", "reduction in risk", "25% less (RR 0.75)"),
        ("25%", "higher risk", "33.3% more (400 of 2000 against 300 of 2000)"),
        ("18%", "those with a stroke", "400 of 2000"),
        ("25%", "patients with reduced pain", "400 of 2000"),
        ("0.65", "risk ratio for stroke", "0.75"),
        ("0.65", "the pooled RR", "0.75"),
    ],
)
def test_a_figure_of_the_same_thing_that_does_not_agree_differs(printed, what, nearest):
    told = of(printed, what)
    assert not told.agrees
    assert told.differs
    assert told.nearest == nearest


@pytest.mark.parametrize(
    "says",
    [
        "Statins cut the risk by 25%.",
        "Statins cut the risk by about 25 %.",
        "On statins there are 25% fewer strokes.",
        "The risk is a 25% relative reduction.",
    ],
)
def test_a_change_may_be_told_by_the_words_right_beside_the_figure(says):
    assert of("25%", "the risk", says=says).agrees
    assert not of("25%", "the risk", says=says, by=line(result=effect("RR", "1.25"))).agrees


@pytest.mark.parametrize(
    "says", ["25% of them had fewer strokes.", "Fewer strokes: 25%.", "Strokes fell by 125%.", "By 25 strokes."]
)
def test_words_of_a_change_elsewhere_leave_it_to_a_person(says):
    told = of("25%", "the risk", says=says)
    assert not told.agrees
    assert told.perhaps == "25% less (RR 0.75), and 25% is not said to be a change"


def test_a_change_by_so_much_goes_either_way_where_the_words_tell_none():
    assert of("25%", "the risk", says="The risk moved by 25%.").agrees


def test_a_change_differs_only_from_a_change():
    told = of("30%", "reduction in risk", by=line(result=effect("PR", "70%")))
    assert (told.agrees, told.differs, told.nearest) == (False, False, "70%")


def test_a_ratio_turned_round_and_a_difference_of_the_other_sign_are_left_to_a_person():
    assert of("1.33", "risk ratio").perhaps == "0.75, of which 1.33 is the inverse"
    told = of("1.6", "mean difference", by=line(result=effect("MD", "-1.6")))
    assert (told.agrees, told.differs, told.perhaps) == (False, False, "")


def test_a_ratio_of_another_kind_or_of_no_kind_differs_from_nothing():
    assert not of("0.65", "odds ratio").differs
    assert not of("0.65", "hazard").differs
    assert not of("0.65", "risk ratio", by=line(result=effect(None, "0.75"))).differs


def test_what_is_written_in_a_passage_agrees_too():
    quote = QuotedFigure(figure=Figure.parse("30%"), of="reduction in risk")
    assert beside(quote, statement="", lines=[TRIAL], written=[Figure.parse("30.2%")]).agrees


def test_a_line_that_reports_nothing_is_beside_nothing():
    told = of("25%", "reduction in risk", by=line())
    assert (told.agrees, told.differs, told.perhaps, told.nearest) == (False, False, "", "")
