from dataclasses import fields

import pytest

from evidence.dossier import Arm, Claim, Dossier, Effect, Journal, Line, Sample, Scale, Source, StatisticalTest
from evidence.figures import Figure
from evidence.vocab import FigureStatus, Measure, Role, Statistic

CLAIM = Claim(key="c", document="d", statement="Zinc shortens colds.", kind="benefit")
PAPER = Source(key="hemila2017")
NINE = Figure.parse("9")
TO_TEN = Scale(low=0, high=10)


def effect(status):
    """An effect in which every field that may hold a figure holds one."""
    figures = {field.name: NINE for field in fields(Effect) if "Figure |" in str(field.type)}
    assert figures.keys() == {"estimate", "ci_low", "ci_high", "ci_level", "p"}
    arm = Arm(name="zinc", **{field.name: NINE for field in fields(Arm) if field.name != "name"})
    return Effect(
        key="s/e",
        outcome="days of a cold",
        measure=Measure.MEAN_DIFFERENCE,
        finding="9 days",
        test=StatisticalTest(statistic=Statistic.Z, value=NINE),
        scale=TO_TEN,
        arms=(arm,),
        status=status,
        **figures,
    )


def sample(status):
    return Sample(key="s/all", population="adults with a cold", enrolled=9, analysed=9, status=status)


def line(status):
    return Line(source=PAPER, role=Role.PRIMARY, sample=sample(status), effect=effect(status))


def figures_of(line):
    """Every figure or size that a line holds."""
    held = [getattr(line.effect, field.name) for field in fields(Effect)]
    held += [getattr(arm, field.name) for arm in line.effect.arms for field in fields(Arm)]
    held += [line.sample.n, line.sample.enrolled]
    return [value for value in held if isinstance(value, Figure | int)]


def test_no_figure_that_is_marked_unconfirmed_survives():
    dossier = Dossier(claim=CLAIM, lines=(line(FigureStatus.UNCONFIRMED),))
    (left,) = dossier.checked().lines
    assert figures_of(left) == []
    assert left.effect.finding is None
    assert left.effect.test is None
    assert left.effect.arms == ()
    assert left.effect.scale == TO_TEN
    assert (left.effect.outcome, left.effect.measure) == ("days of a cold", Measure.MEAN_DIFFERENCE)
    assert len(figures_of(dossier.lines[0])) == 12


def test_checked_figures_stay():
    dossier = Dossier(claim=CLAIM, lines=(line(FigureStatus.CHECKED), Line(source=PAPER, role=Role.BACKGROUND)))
    assert dossier.checked() == dossier


def test_sample_and_effect_are_confirmed_each_by_itself():
    mixed = Line(
        source=PAPER,
        role=Role.PRIMARY,
        sample=sample(FigureStatus.UNCONFIRMED),
        effect=effect(FigureStatus.CHECKED),
    )
    (left,) = Dossier(claim=CLAIM, lines=(mixed,)).checked().lines
    assert (left.sample.n, left.effect.estimate) == (None, NINE)


@pytest.mark.parametrize(
    ("enrolled", "analysed", "n"), [(9, 8, 8), (9, None, 9), (None, 8, 8), (9, 0, 0), (None, None, None)]
)
def test_the_size_of_a_sample_is_who_was_analysed_and_else_who_was_enrolled(enrolled, analysed, n):
    assert Sample(key="s/all", population="adults", enrolled=enrolled, analysed=analysed).n == n


def test_a_journal_goes_by_each_of_its_names_spelling_aside():
    journal = Journal(title="The New England Journal of Medicine", other_names=("N Engl J Med",))
    assert journal.goes_by("new england journal of medicine")
    assert journal.goes_by("N. Engl. J. Med.")
    assert not journal.goes_by("NEJM Evidence")
