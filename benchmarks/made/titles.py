"""Titles, and sentences of abstracts, made of words."""

import re
from random import Random
from typing import Final

from made.words import MODIFIERS, WORDS

_NARROWED: Final = 0.75
"""How often."""

TEMPLATES: Final = tuple(
    tuple(re.split(r"[{}]", line))
    for line in """
Effect of {drug} on {outcome} in {people} with {disease}: {design}
{drug} for {disease} in {people}
{drug} versus {drug} for the prevention of {disease}: {design}
Association between {disease} and {outcome} among {people} in {place}: {design}
{disease} and the risk of {disease} in {people}
{disease} in {place}: {claim} from {number} {people}
Does {drug} improve {outcome} after {disease}?
Predictors of {outcome} in {people} treated with {drug}
{outcome} after {drug}: {claim} from {place}
{gene} polymorphisms and response to {drug} in {disease}
{drug} in {people}: {claim} from {number} patients with {disease}
Cost of {drug} for {disease} in {place}
{outcome} following {drug} in {people}: {design}
{people} with {disease} and their {outcome} under {drug}
{gene} {verb} {process} in {cells}
{gene} and {gene} in {process} of {cells}
Loss of {gene} {verb} {outcome} through {process}
{process} and {process} in {cells} without {gene}
{cells} need {gene} for {process}
{gene} bound to {drug}: structure and {process}
{process} in {species}: the part of {gene}
{species} in {place}: structure of its populations and {process}
{species} and {species} compete under warming in {place}
{gene} in the genome of {species} from {place}
{species} near {place} after {number} years of {process}
{quality} {method} for {task}
{quality} {task} with {method} and {method}
{method} and the limits of {task}
{quality} {task}: {claim} from {number} projects in {place}
{method} meets {method}: {quality} {task}
{task} in {place} as a {quality} benchmark of {method}
{method} learn {quality} representations for {task}
{property} of {material} under {property}
{material} with tunable {property} and {property}
{property} and {property} in {material}
{material} on {material}: {property} and {property}
{quality} theory of {property} in {material}
{topic} and {topic} in {place}
{topic} among {people}: {claim} from {place}
{topic}, {topic} and {topic}: {claim} from {number} schools in {place}
{topic} in {period}
{topic} rethought: {place} and {place} in {period}
{place} and its {topic}: {claim} on {topic}
Between {topic} and {topic}: {people} in {place}, {period}
{topic} in {people}: validation of a {number}-item scale of {topic}
""".strip().splitlines()
)


def filled(template: tuple[str, ...], random: Random) -> str:
    """Give a template with its places filled: literal text and names of word lists take turns in it."""
    parts = list(template)
    for place in range(1, len(parts), 2):
        name = parts[place]
        words = WORDS[name]
        parts[place] = words[int(random.random() * len(words))]
        if (modifiers := MODIFIERS.get(name)) and random.random() < _NARROWED:
            parts[place] = f"{modifiers[int(random.random() * len(modifiers))]} {parts[place]}"
    text = "".join(parts)
    return text if text.startswith("<") else text[0].upper() + text[1:]


_SENTENCES: Final = tuple(
    tuple(re.split(r"[{}]", line))
    for line in """
The effect of {drug} on {outcome} in {people} is not well understood.
We studied {number} {people} with {disease}, of whom {number} received {drug}.
Background: {disease} is a leading cause of death in {place}, and {drug} is often given to {people}.
Methods: We searched MEDLINE, Embase and CENTRAL for trials of {drug} in {disease}, without limits of language.
Results: {outcome} fell by 12 points (95 per cent CI 8-16) with {drug}, compared with {drug} (P=0.003).
Conclusions: {drug} should not be used to improve {outcome} in {people}.
{gene} {verb} {process}, which in turn {verb} {process} in {cells}.
Knockdown of {gene} (but not of {gene}) reduced {process} to a third; the effect was reversed by {drug}.
Here we show that {gene}, a protein found in {species}, {verb} {process}.
We propose {quality} {method} for {task}, and compare it with {method} on {number} data sets.
Our approach is {quality}, needs no labels, and outperforms {method} in {task}.
The code and data are available from the authors.
The {property} of {material} was measured between 4 and 300 K; it follows a power law, as theory predicts.
Drawing on {number} interviews in {place}, this article asks how {topic} and {topic} are related.
It argues that {topic} in {period} cannot be understood without {topic}.
Samples of {species} were collected at {number} sites in {place}, in spring and autumn.
Linear mixed models, adjusted for age, sex and education, were fitted; missing data were imputed.
No difference was found for {outcome}, {outcome} or {outcome}.
These findings have implications for {people}, for those who care for them, and for policy in {place}.
Further studies, with longer follow-up and larger samples, are needed.
Secondary outcomes were {outcome}, {outcome} and {outcome} at {number} days.
In 50% of patients, {outcome} improved within {number} days (p < 0.05).
""".strip().splitlines()
)


def _sentence(random: Random) -> str:
    text = filled(_SENTENCES[int(random.random() ** 1.5 * len(_SENTENCES))], random)
    return text if random.random() < 0.1 else text.replace("<i>", "").replace("</i>", "")


_MADE: Final = Random(11)
SENTENCES: Final = tuple(_sentence(_MADE) for _ in range(4_000))
"""Of abstracts."""
