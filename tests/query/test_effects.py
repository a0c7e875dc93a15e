"""All effects of the record, whether a claim leans on them or not."""

import factories

from evidence.query.effects import effects
from evidence.vocab import Role


def test_each_effect_comes_with_its_study_sample_and_source_in_order(session):
    paper = factories.source(session, factories.journal(session, "The Lancet"), key="baigent2005")
    later, first = factories.study(session, paper, key="b"), factories.study(session, paper, key="a")
    whole = factories.sample(session, first, key="all", analysed=40)
    for study in (later, first):
        factories.effect(session, study, paper, key="events")
    factories.arm(session, factories.effect(session, first, paper, whole, key="deaths"), name="statin")
    session.expunge_all()
    found = list(effects(session))
    assert [line.effect.key for line in found] == ["a/events", "a/deaths", "b/events"]
    assert [line.sample and line.sample.key for line in found] == ["a/all", "a/all", None]
    assert found[1].effect.arms[0].name == "statin"
    assert (found[0].source.key, found[0].source.journal.title) == ("baigent2005", "The Lancet")
    assert {(line.role, line.direction) for line in found} == {(Role.PRIMARY, None)}


def test_many_effects_take_as_few_statements_as_one(session, queries):
    def counted():
        session.expunge_all()
        queries.clear()
        assert list(effects(session))
        return len(queries)

    paper = factories.source(session)
    study = factories.study(session, paper)
    factories.effect(session, study, paper, factories.sample(session, study))
    one = counted()
    for _ in range(30):
        other = factories.study(session, paper)
        factories.effect(session, other, paper, factories.sample(session, other))
    assert counted() == one
