"""Words of several fields of science, and the titles that they make."""

import itertools
import re
from random import Random
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(item.split()) for item in text.split(",") if item.strip())


_GENUS: Final = _words(
    """Escherichia, Drosophila, Quercus, Salmo, Parus, Apis, Bombus, Daphnia, Rana, Felis, Canis, Arabidopsis,
        Populus, Picea, Fagus, Betula, Larus, Corvus, Lepus, Cervus, Candida, Listeria, Borrelia, Vibrio,
        Plasmodium, Anopheles, Aedes, Solanum, Zea, Oryza, Triticum, Glycine, Mytilus, Gadus, Octopus, Sturnus,
        Turdus"""
)
_EPITHET: Final = _words(
    """coli, major, alba, rubra, vulgaris, communis, europaea, alpina, montana, palustris, minor, orientalis,
        gracilis, sylvatica, maritima, albicans, pallida, lutea, nigra, robusta, tenuis, elegans, domestica"""
)
_THREE_LETTERS: Final = Random(7).sample(list(itertools.product("ABCDEFGHIKLMNPRSTVXYZ", repeat=3)), 400)

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "drug": _words(
        """aspirin, atorvastatin, simvastatin, metformin, insulin glargine, warfarin, apixaban, dabigatran,
        clopidogrel, lisinopril, ramipril, losartan, bisoprolol, amlodipine, spironolactone, furosemide, vitamin
        D, zinc, magnesium, iron, folic acid, omega-3 fatty acids, prednisolone, dexamethasone, methotrexate,
        rituximab, infliximab, adalimumab, tocilizumab, trastuzumab, pembrolizumab, imatinib, cisplatin,
        docetaxel, tamoxifen, letrozole, sertraline, fluoxetine, lithium, olanzapine, clozapine, haloperidol,
        quetiapine, methylphenidate, melatonin, caffeine, nicotine, morphine, fentanyl, propofol, lidocaine,
        ibuprofen, paracetamol, gabapentin, levetiracetam, valproate, amoxicillin, azithromycin, vancomycin,
        doxycycline, rifampicin, ivermectin, artemether, oseltamivir, remdesivir, heparin, tranexamic acid,
        oxytocin, levothyroxine, testosterone, estradiol, cannabidiol, naloxone, budesonide, salbutamol,
        omeprazole, probiotics, cognitive behavioural therapy, mindfulness, acupuncture, early physiotherapy,
        aerobic exercise, resistance training, telemonitoring, motivational interviewing, dialysis, hip
        arthroplasty, bariatric surgery"""
    ),
    "disease": _words(
        """stroke, myocardial infarction, heart failure, atrial fibrillation, hypertension, type 2 diabetes, obesity,
        asthma, COPD, pneumonia, tuberculosis, malaria, HIV infection, hepatitis C, sepsis, COVID-19, influenza,
        breast cancer, prostate cancer, lung cancer, colorectal cancer, melanoma, lymphoma, leukaemia, depression,
        anxiety, schizophrenia, bipolar disorder, autism, ADHD, dementia, Alzheimer's disease, Parkinson's
        disease, epilepsy, migraine, multiple sclerosis, rheumatoid arthritis, osteoarthritis, osteoporosis, hip
        fracture, low back pain, chronic pain, fibromyalgia, psoriasis, eczema, acne, glaucoma, cataract, hearing
        loss, kidney failure, urinary incontinence, pre-eclampsia, preterm birth, infertility, endometriosis,
        anaemia, sickle cell disease, Crohn's disease, cirrhosis, pancreatitis, coeliac disease, cystic fibrosis,
        pulmonary embolism, venous thrombosis, delirium, insomnia, burnout, alcohol dependence, opioid dependence,
        postoperative nausea, surgical site infection, pressure ulcers, malnutrition"""
    ),
    "people": _words(
        """children, adolescents, infants, older adults, pregnant women, healthy volunteers, outpatients, nursing
        home residents, critically ill patients, university students, veterans, migrants, athletes, nurses,
        caregivers, postmenopausal women, young men, shift workers, twins, first-degree relatives, cancer
        survivors, transplant recipients, rural communities, people without symptoms, hospitalised patients,
        primary school pupils, recent mothers, smokers"""
    ),
    "outcome": _words(
        """mortality, quality of life, readmission, blood pressure, glycaemic control, weight gain, cognitive
        decline, sleep quality, bone density, length of stay, survival, relapse, adherence, falls, functional
        recovery, inflammatory markers, pain intensity, working memory, hospital costs, body composition, birth
        weight, renal function, lung function, gut microbiota, exercise capacity, tumour growth, platelet
        function, wound healing, insulin sensitivity"""
    ),
    "design": _words(
        """a randomized controlled trial, a systematic review and meta-analysis, a cohort study, a case-control
        study, a cross-sectional survey, a double-blind placebo-controlled trial, a pilot study, a case report, a
        network meta-analysis, a cluster randomised trial, a qualitative study, a registry-based study, a scoping
        review, study protocol, a 10-year follow-up, a Mendelian randomization study, results from a national
        database, a crossover trial, an umbrella review, an interrupted time series analysis, a retrospective
        analysis, a Bayesian analysis"""
    ),
    "gene": (
        *(f"{''.join(letters)}{1 + place % 9}" for place, letters in enumerate(_THREE_LETTERS)),
        *_words("TP53, BRCA1, IL-6, TNF-α, NF-κB, p38 MAPK, TGF-β1, CYP2D6, mTOR"),
    ),
    "process": _words(
        """apoptosis, autophagy, cell migration, DNA repair, RNA splicing, chromatin remodelling, glycolysis, lipid
        metabolism, protein folding, synaptic plasticity, neurogenesis, angiogenesis, T-cell activation, oxidative
        stress, cell cycle arrest, membrane trafficking, calcium signalling, mitochondrial fission, gene
        silencing, long-term potentiation, antibiotic resistance, biofilm formation, nitrogen fixation,
        photosynthesis, seed germination, circadian rhythms"""
    ),
    "cells": _words(
        """hepatocytes, macrophages, cardiomyocytes, cortical neurons, astrocytes, HeLa cells, fibroblasts, mouse
        embryonic stem cells, pancreatic beta cells, endothelial cells, the rat hippocampus, zebrafish larvae,
        organoids, human T cells, skeletal muscle, the prefrontal cortex, the developing retina, yeast, Xenopus
        oocytes, root hairs"""
    ),
    "species": tuple(f"<i>{genus} {epithet}</i>" for genus in _GENUS for epithet in _EPITHET),
    "place": _words(
        """Germany, Norway, Brazil, Kenya, Japan, rural India, southern Spain, the Baltic Sea, New Zealand, Ontario,
        California, the Alps, Lake Victoria, Sub-Saharan Africa, Scotland, the Netherlands, Vietnam, Chile, Iran,
        northern Italy, Catalonia, the Amazon basin, South Korea, Turkey, Finland, Quebec, Bavaria, Mexico City,
        London, Łódź, Zürich, São Paulo, Málaga, Malmö, Kraków, the Great Barrier Reef, Iceland, Ethiopia,
        Bangladesh, Queensland, Portugal"""
    ),
    "method": _words(
        """deep neural networks, graph neural networks, random forests, support vector machines, transformers,
        Gaussian processes, variational inference, reinforcement learning, contrastive learning, federated
        learning, Markov chain Monte Carlo, sparse coding, mixed-integer programming, model checking, program
        synthesis, type inference, symbolic execution, genetic algorithms, transfer learning, conformal
        prediction, knowledge distillation, low-rank approximation, locality-sensitive hashing, stochastic
        gradient descent, answer set programming, fuzzing"""
    ),
    "task": _words(
        """image segmentation, machine translation, speech recognition, question answering, anomaly detection,
        protein structure prediction, traffic forecasting, recommendation, code review, bug localisation, query
        optimisation, named entity recognition, citation screening, drug discovery, robot navigation, load
        balancing, intrusion detection, time series imputation, text summarisation, record linkage, weather
        prediction, energy management, cache replacement, requirements elicitation, compiler testing, smart
        contract auditing, point cloud registration, pose estimation"""
    ),
    "quality": _words(
        """scalable, robust, interpretable, efficient, privacy-preserving, adaptive, distributed, self-supervised,
        real-time, low-cost, fair, hierarchical, incremental, provably correct, energy-aware, end-to-end,
        uncertainty-aware, multilingual, few-shot, lightweight, modular, asynchronous, data-driven, human-centred"""
    ),
    "material": _words(
        """graphene, perovskite solar cells, gold nanoparticles, zeolites, silicon nanowires, TiO<sub>2</sub> films,
        liquid crystals, ionic liquids, topological insulators, metal-organic frameworks, superconducting qubits,
        BaTiO<sub>3</sub>, carbon nanotubes, hydrogels, high-entropy alloys, quantum dots, spin glasses, polymer
        brushes, lithium-ion cathodes, thin-film transistors, optical lattices, granular media, magnetic tunnel
        junctions, two-dimensional electron gases"""
    ),
    "property": _words(
        """thermal conductivity, phase transitions, charge transport, surface tension, elastic moduli,
        magnetoresistance, band gaps, fluorescence lifetimes, catalytic activity, crack propagation, spin
        relaxation, light absorption, diffusion, dielectric response, superconductivity, wetting, self-assembly,
        hydrogen storage"""
    ),
    "topic": _words(
        """trust, social capital, moral judgment, political participation, language acquisition, income inequality,
        gender stereotypes, job satisfaction, school choice, self-esteem, procrastination, climate policy,
        consumer behaviour, parental involvement, media use, urban planning, risk perception, prejudice,
        collective memory, working hours, housing prices, monetary policy, voter turnout, bilingualism, reading
        comprehension, empathy, loneliness, migration"""
    ),
    "period": _words(
        """1848--1918, the nineteenth century, the interwar years, the Enlightenment, early modern Europe, late
        antiquity, the Cold War, 1990--2015, post-war Britain, the Weimar Republic, Meiji Japan, the Ottoman
        Empire"""
    ),
    "claim": _words(
        """Evidence, Lessons, Insights, Results, Perspectives, New findings, A view, Data, First results, Notes"""
    ),
    "verb": _words(
        """regulates, inhibits, mediates, promotes, is required for, suppresses, restores, modulates, protects
        against loss of, interacts with, controls, accelerates, limits, shapes, predicts, drives, delays, does not
        alter"""
    ),
    "number": tuple(str(number) for number in range(12, 4_000, 37)),
}

TEMPLATES: Final = tuple(
    tuple(re.split(r"[{}]", line))
    for line in """
Effect of {drug} on {outcome} in {people} with {disease}: {design}
{drug} for {disease} in {people}
{drug} versus {drug} for the prevention of {disease}: {design}
Association between {disease} and {outcome} among {people} in {place}: {design}
{disease} and the risk of {disease} in {people}
Incidence of {disease} in {place}: {claim} from {number} {people}
Does {drug} improve {outcome} after {disease}? {design}
Prevalence and predictors of {outcome} in {people} treated with {drug}
Long-term {outcome} after {drug}: {claim} from {place}
{gene} polymorphisms and response to {drug} in {disease}
Safety of {drug} in {people}: {claim} from {number} patients with {disease}
Cost-effectiveness of {drug} for {disease} in {place}
{outcome} following {drug} in {people}: {design}
{gene} {verb} {process} in {cells}
{gene} and {gene} in {process} of {cells}
Loss of {gene} {verb} {outcome} through {process}
A role for {gene} in {process} and {disease}
Structure of {gene} bound to {drug}
{process} in {species}: the part of {gene}
Population structure of {species} in {place}
{species} and {species} compete under warming in {place}
Genome sequence of {species} from {place}
How {process} {verb} {process} in {cells}
Seasonal variation of {species} near {place}: {number} years of records
{quality} {method} for {task}
{quality} {task} with {method} and {method}
On the limits of {method} in {task}
Towards {quality} {task}: {claim} from {number} projects
{method} meets {method}: {quality} {task}
The first {quality} benchmark of {method} for {task} in {place}
Learning {quality} representations for {task}
{property} of {material} under {property}
{material} with tunable {property}
{property} and {property} in {material}: a {method} study
Theory of {property} in {quality} {material}
{topic} and {topic} in {place}
{topic} among {people}: {claim} from {place}
The effect of {topic} on {topic}: {claim} from {number} schools in {place}
{topic} in {period}
Rethinking {topic}: {place} and {place} in {period}
Who cares about {topic}? {claim} on {topic} in {place}
Between {topic} and {topic}: {people} in {place}, {period}
Measuring {topic} in {people}: validation of a {number}-item scale
""".strip().splitlines()
)


def filled(template: tuple[str, ...], random: Random) -> str:
    """Give a template with its places filled: literal text and names of word lists take turns in it."""
    parts = list(template)
    for place in range(1, len(parts), 2):
        words = WORDS[parts[place]]
        parts[place] = words[int(random.random() * len(words))]
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
