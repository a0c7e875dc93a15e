import datetime as dt
import json
from decimal import Decimal

import factories
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import literal, select
from sqlalchemy.exc import StatementError

from evidence.bibtex.name_parts import Person
from evidence.model import EffectArm, Provenance, QuotedFigure, Sample, Source
from evidence.model.types import Moment, pairs_of, pairs_text, persons_of, persons_text
from evidence.vocab import Integrity


@pytest.mark.parametrize(
    "digits",
    [
        "0.1",
        "0.430",
        "-0.32",
        "0",
        "1200",
        "0.000000000000000000000000000001",
        "123456789012345678901234567890.123456789012345678901234567890",
        "100000000000000000000",
    ],
)
def test_a_number_comes_back_with_all_its_digits(session, digits):
    claim = factories.claim(session)
    factories.quoted_figure(session, claim, "1", value=Decimal(digits))
    session.expire_all()
    assert format(session.scalar(select(QuotedFigure.value)), "f") == digits


def test_a_number_with_an_exponent_comes_back_equal(session):
    factories.quoted_figure(session, factories.claim(session), "1", value=Decimal("1E+20"))
    session.expire_all()
    assert session.scalar(select(QuotedFigure.value)) == 10**20


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_no_figure_is_refused(session, value):
    claim = factories.claim(session)
    with pytest.raises(StatementError, match="no figure"):
        factories.quoted_figure(session, claim, "1", value=Decimal(value))


def test_no_number_stays_no_number(session):
    paper = factories.source(session)
    effect = factories.effect(session, factories.study(session, paper), paper)
    factories.arm(session, effect)
    assert session.execute(select(EffectArm.n, EffectArm.mean)).one() == (None, None)


def test_a_moment_comes_back_in_utc_from_wherever_it_was(session):
    claim = factories.claim(session)
    at = dt.datetime(2026, 3, 29, 1, 30, 15, 123_456, tzinfo=dt.timezone(dt.timedelta(hours=-9, minutes=-30)))
    factories.provenance(session, claim, at=at)
    session.expire_all()
    read = session.scalar(select(Provenance.at))
    assert read == at
    assert read.tzinfo is dt.UTC


def test_a_moment_without_its_time_zone_is_refused(session):
    claim = factories.claim(session)
    with pytest.raises(StatementError, match="a moment needs its time zone"):
        factories.provenance(session, claim, at=dt.datetime(2026, 3, 29, 1, 30))  # noqa: DTZ001 - what is refused


def test_a_key_of_63_bits_comes_back(session):
    factories.provenance(session, factories.claim(session), run=2**63 - 1)
    session.expire_all()
    assert session.scalar(select(Provenance.run)) == 2**63 - 1


def test_words_dates_and_lists_come_back_as_what_they_are(session):
    source = factories.source(session, integrity=Integrity.RETRACTED, integrity_date=dt.date(2025, 2, 28))
    factories.sample(session, factories.study(session, source), read_at=["https://doi.org/10.1000/1", "p. 3"])
    session.expire_all()
    assert session.execute(select(Source.integrity, Source.integrity_date)).one() == (
        Integrity.RETRACTED,
        dt.date(2025, 2, 28),
    )
    assert session.scalar(select(Sample.read_at)) == ["https://doi.org/10.1000/1", "p. 3"]


def test_text_comes_back_as_it_was(session):
    hostile = (
        "\x1b]8;;x\x07 <b>=1+1</b> \N{GREEK SMALL LETTER ALPHA}\N{COMBINING DIAERESIS} \N{PILE OF POO}"
        + "x" * 1_000_000
    )
    factories.source(session, title=hostile)
    session.expire_all()
    assert session.scalar(select(Source.title)) == hostile


def test_no_moment_stays_no_moment(session):
    assert session.scalar(select(literal(None, Moment()))) is None


TEXTS = st.text(alphabet=st.one_of(st.sampled_from('"\\\n\x00,[]{} \u2028é'), st.characters()), max_size=8)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5).map(tuple))
def test_pairs_are_kept_as_json_and_read_as_they_were(pairs):
    text = pairs_text(pairs)
    assert json.loads(text) == [list(pair) for pair in pairs]
    assert pairs_of(text) == pairs


PARTS = st.one_of(st.none(), TEXTS)


@given(st.lists(st.builds(Person, PARTS, PARTS, PARTS, PARTS, PARTS), max_size=4).map(tuple))
def test_persons_are_read_as_they_were(persons):
    assert persons_of(persons_text(persons)) == persons
