"""The studies of a claims file → their rows, with samples, overlaps, effects and arms."""

from typing import Any

from evidence.claimsfile import rows
from evidence.claimsfile.known import Known, pair
from evidence.claimsfile.places import items, position_of, wanted
from evidence.claimsfile.read import Tree
from evidence.claimsfile.settle import Settlement
from evidence.model import Effect, EffectArm, Sample, SampleOverlap, Study, StudyInclusion, StudyReport


def settle_studies(settlement: Settlement, tree: Tree, known: Known, *, document_id: int) -> None:
    """Make the rows of the file's studies as the file has them, and add their ids to what is known."""
    studies = items(tree, (), "studies")
    ids = settlement.settle(
        Study,
        identity=("key",),
        within=("key", [study["key"] for _, study in studies]),
        wanted=[wanted(tree, place, rows.study(study, document_id=document_id)) for place, study in studies],
        kept=frozenset({"document_id"}),
    )
    known.studies |= {key: row for (key,), row in ids.items()}
    within = ("study_id", list(ids.values()))
    settlement.settle(
        StudyReport,
        identity=("study_id", "source_id"),
        within=within,
        wanted=[
            wanted(
                tree,
                (*place, "reports", position),
                {"study_id": known.studies[study["key"]], "source_id": known.sources[source], "position": position},
            )
            for place, study in studies
            for position, source in enumerate(study["reports"])
        ],
    )
    settlement.settle(
        StudyInclusion,
        identity=("study_id", "review_id"),
        within=within,
        wanted=[
            wanted(
                tree,
                (*place, "included_in", position),
                {"study_id": known.studies[study["key"]], "review_id": known.studies[review]},
            )
            for place, study in studies
            for position, review in enumerate(study.get("included_in") or ())
        ],
    )
    _settle_samples(settlement, tree, known, within=within)
    _settle_effects(settlement, tree, known, within=within)


def _settle_samples(settlement: Settlement, tree: Tree, known: Known, *, within: tuple[str, list[int]]) -> None:
    samples = [
        (place, study["key"], sample)
        for holder, study in items(tree, (), "studies")
        for place, sample in items(tree, holder, "samples")
    ]
    ids = settlement.settle(
        Sample,
        identity=("study_id", "key"),
        within=within,
        wanted=[
            wanted(tree, place, rows.sample(sample, study_id=known.studies[study], position=position_of(place)))
            for place, study, sample in samples
        ],
    )
    known.samples |= {(study, sample["key"]): ids[known.studies[study], sample["key"]] for _, study, sample in samples}
    settlement.settle(
        SampleOverlap,
        identity=("sample_id", "other_id"),
        within=("sample_id", list(ids.values())),
        wanted=[
            wanted(
                tree,
                (*place, "overlaps", position),
                {
                    "sample_id": known.samples[study, sample["key"]],
                    "other_id": known.samples[pair(overlap["sample"])],
                    "kind": overlap["kind"],
                },
            )
            for place, study, sample in samples
            for position, overlap in enumerate(sample.get("overlaps") or ())
        ],
    )


def _settle_effects(settlement: Settlement, tree: Tree, known: Known, *, within: tuple[str, list[int]]) -> None:
    effects = [
        (place, study, effect)
        for holder, study in items(tree, (), "studies")
        for place, effect in items(tree, holder, "effects")
    ]
    ids = settlement.settle(
        Effect,
        identity=("study_id", "key"),
        within=within,
        wanted=[
            wanted(
                tree,
                place,
                rows.effect(
                    effect,
                    study_id=known.studies[study["key"]],
                    source_id=known.sources[effect.get("source", study["reports"][0])],
                    sample_id=_sample_of(effect, study, known),
                    position=position_of(place),
                ),
            )
            for place, study, effect in effects
        ],
    )
    known.effects |= {
        (study["key"], effect["key"]): ids[known.studies[study["key"]], effect["key"]] for _, study, effect in effects
    }
    settlement.settle(
        EffectArm,
        identity=("effect_id", "position"),
        within=("effect_id", list(ids.values())),
        wanted=[
            wanted(
                tree,
                holder,
                rows.arm(arm, effect_id=known.effects[study["key"], effect["key"]], position=position_of(holder)),
            )
            for place, study, effect in effects
            for holder, arm in items(tree, place, "arms")
        ],
    )


def _sample_of(effect: dict[str, Any], study: dict[str, Any], known: Known) -> int | None:
    samples = study.get("samples") or ()
    if not samples:
        return None
    return known.samples[study["key"], effect.get("sample", samples[0]["key"])]
