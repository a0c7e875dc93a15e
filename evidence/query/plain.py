"""Mapped rows as the plain frozen data that rules judge and reports print."""

from evidence import dossier as data
from evidence.figures import Figure
from evidence.model import Claim, Effect, EffectArm, EvidenceLink, Sample, Study
from evidence.query import work
from evidence.vocab import Overlap, Role


def dossier(claim: Claim, *, named_journal_holds: tuple[str, ...]) -> data.Dossier:
    """Give a claim with all it leans on; every relationship it needs must be loaded."""
    return data.Dossier(
        claim=_claim(claim),
        lines=tuple(_line(link) for link in claim.links),
        waivers=tuple(
            data.Waiver(rule=waiver.rule, reason=waiver.reason, by=waiver.waived_by, until=waiver.until)
            for waiver in claim.waivers
        ),
        named_journal_holds=named_journal_holds,
    )


def line_of(effect: Effect) -> data.Line:
    """Give an effect with its study, sample and source as a line of evidence on which nobody has judged anything."""
    return data.Line(
        source=work.source(effect.source),
        role=Role.PRIMARY,
        study=_study(effect.study),
        sample=_sample_of(effect.study, effect),
        effect=_effect(effect),
    )


def _claim(claim: Claim) -> data.Claim:
    named = None
    if claim.named_source is not None:
        named = data.NamedSource(
            text=claim.named_source,
            journal=claim.named_journal,
            year=claim.named_year,
            author=claim.named_author,
        )
    return data.Claim(
        key=claim.key,
        document=claim.document.key,
        statement=claim.statement,
        kind=claim.kind,
        wording=claim.wording,
        locator=data.Locator(section=claim.section, paragraph=claim.paragraph, sentence=claim.sentence),
        population=claim.population,
        species=claim.species,
        intervention=claim.intervention,
        comparator=claim.comparator,
        outcome=claim.outcome,
        quotes=tuple(
            data.QuotedFigure(figure=Figure.parse(quoted.printed), of=quoted.of) for quoted in claim.quoted_figures
        ),
        named_source=named,
        note=claim.note,
    )


def _line(link: EvidenceLink) -> data.Line:
    return data.Line(
        source=work.source(link.source),
        role=link.role,
        study=_study(link.study) if link.study else None,
        sample=_sample_of(link.study, link.effect),
        effect=_effect(link.effect) if link.effect else None,
        direction=link.direction,
        population=link.population_directness,
        intervention=link.intervention_directness,
        comparator=link.comparator_directness,
        outcome=link.outcome_directness,
        quote=link.quote,
        locator=link.locator,
        note=link.note,
        judged_by=link.judged_by,
        judged_on=link.judged_on,
    )


def _study(study: Study) -> data.Study:
    return data.Study(
        key=study.key,
        design=study.design,
        blinding=study.blinding,
        registration=study.registration,
        included_in=frozenset(inclusion.review.key for inclusion in study.inclusions),
        note=study.note,
    )


def _sample_of(study: Study | None, effect: Effect | None) -> data.Sample | None:
    whole = study.samples[0] if study is not None and study.samples else None
    if effect is not None and effect.sample is not None:
        return _sample(effect.sample, whole=whole)
    return None if whole is None else _sample(whole)


def _sample(sample: Sample, *, whole: Sample | None = None) -> data.Sample:
    """Give a sample; a part of a study's whole sample may share members with all that the whole does."""
    others = _others(sample)
    if whole is not None and whole is not sample:
        others |= {(Overlap.OVERLAPS, name) for _, name in _others(whole)} - {(Overlap.OVERLAPS, _name(sample))}
    return data.Sample(
        key=_name(sample),
        population=sample.population,
        enrolled=sample.enrolled,
        analysed=sample.analysed,
        unit=sample.unit,
        species=sample.species,
        country=sample.country,
        status=sample.status,
        note=sample.note,
        overlaps=tuple(data.SampleOverlap(kind=kind, sample=other) for kind, other in sorted(others)),
        inside=frozenset(_name(overlap.sample) for overlap in sample.inside if overlap.kind == Overlap.CONTAINS),
    )


def _others(sample: Sample) -> set[tuple[Overlap, str]]:
    """Give the samples that share members with one, but for those that contain it."""
    return {(overlap.kind, _name(overlap.other)) for overlap in sample.overlaps} | {
        (overlap.kind, _name(overlap.sample)) for overlap in sample.inside if overlap.kind != Overlap.CONTAINS
    }


def _name(sample: Sample) -> str:
    return f"{sample.study.key}/{sample.key}"


def _effect(effect: Effect) -> data.Effect:
    return data.Effect(
        key=f"{effect.study.key}/{effect.key}",
        outcome=effect.outcome,
        timepoint=effect.timepoint,
        intervention=effect.intervention,
        comparator=effect.comparator,
        measure=effect.measure,
        estimate=_figure(effect.estimate_printed),
        ci_low=_figure(effect.ci_low_printed),
        ci_high=_figure(effect.ci_high_printed),
        ci_level=_figure(effect.ci_level_printed),
        p=_figure(effect.p_printed),
        test=_test(effect),
        scale=_scale(effect),
        arms=tuple(_arm(arm) for arm in effect.arms),
        good=effect.good,
        finding=effect.finding,
        locator=effect.locator,
        status=effect.status,
        note=effect.note,
    )


def _test(effect: Effect) -> data.StatisticalTest | None:
    if effect.test is None or effect.statistic_printed is None:
        return None
    return data.StatisticalTest(
        statistic=effect.test,
        value=Figure.parse(effect.statistic_printed),
        df=_figure(effect.df_printed),
        df2=_figure(effect.df2_printed),
    )


def _scale(effect: Effect) -> data.Scale | None:
    if effect.scale_low is None or effect.scale_high is None or effect.scale_items is None:
        return None
    return data.Scale(low=effect.scale_low, high=effect.scale_high, items=effect.scale_items)


def _arm(arm: EffectArm) -> data.Arm:
    return data.Arm(
        name=arm.name,
        n=_figure(arm.n_printed),
        events=_figure(arm.events_printed),
        percent=_figure(arm.percent_printed),
        mean=_figure(arm.mean_printed),
        sd=_figure(arm.sd_printed),
    )


def _figure(printed: str | None) -> Figure | None:
    return None if printed is None else Figure.parse(printed)
