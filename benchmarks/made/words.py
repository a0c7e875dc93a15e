"""Words of several fields of science."""

import itertools
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
        """deep neural networks, graph neural networks, random forests, kernel machines, transformers,
        Gaussian processes, variational inference, Q-learning, contrastive learning, federated
        learning, Markov chain Monte Carlo, sparse coding, integer programming, model checking, program
        synthesis, type inference, symbolic execution, genetic algorithms, transfer learning, conformal
        prediction, knowledge distillation, factorisation, hashing, gradient descent, answer set programming, fuzzing"""
    ),
    "task": _words(
        """image segmentation, machine translation, speech recognition, question answering, anomaly detection,
        fold prediction, traffic forecasting, recommendation, code review, bug localisation, query
        optimisation, named entity recognition, citation screening, drug discovery, robot navigation, load
        balancing, intrusion detection, time series imputation, text summarisation, record linkage, weather
        prediction, energy management, cache replacement, elicitation, compiler testing, contract auditing,
        registration, pose estimation"""
    ),
    "quality": _words(
        """scalable, robust, interpretable, efficient, privacy-preserving, adaptive, distributed, self-supervised,
        real-time, low-cost, fair, hierarchical, incremental, provably correct, energy-aware, end-to-end,
        uncertainty-aware, multilingual, few-shot, lightweight, modular, asynchronous, data-driven, human-centred"""
    ),
    "material": _words(
        """graphene, perovskite solar cells, gold nanoparticles, zeolites, silicon nanowires, TiO<sub>2</sub> films,
        liquid crystals, ionic liquids, topological insulators, frameworks, qubits,
        BaTiO<sub>3</sub>, carbon nanotubes, hydrogels, high-entropy alloys, quantum dots, spin glasses, polymer
        brushes, cathodes, thin-film transistors, optical lattices, granular media, tunnel junctions, electron gases"""
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
    "period": (
        *(f"the {place} of {year}" for place in ("spring", "winter", "crisis") for year in range(1815, 1999, 7)),
        *_words("the nineteenth century, the interwar years, the Enlightenment, late antiquity, Meiji Japan"),
    ),
    "claim": _words("Evidence, Lessons, Insights, Results, Perspectives, Findings, A view, Data, First results, Notes"),
    "verb": _words(
        """regulates, inhibits, mediates, promotes, is required for, suppresses, restores, modulates, protects
        against loss of, interacts with, controls, accelerates, limits, shapes, predicts, drives, delays, does not
        alter"""
    ),
    "number": tuple(str(number) for number in range(12, 4_000, 37)),
}

_CLINICAL: Final = """high-dose, low-dose, oral, intravenous, adjuvant, prophylactic, home-based, nebulised,
weekly, generic, sustained-release, perioperative, intermittent, maintenance,
short-course, combined, stepwise, add-on, topical, early, continuous, delayed,
first-line, second-line, repeated, single-dose, nurse-led, acute, chronic, recurrent,
severe, mild, refractory, newly diagnosed, suspected, untreated, familial,
hospital-acquired, late-onset, early-onset, advanced, asymptomatic, progressive,
resistant, secondary, postpartum, occupational, comorbid, drug-induced, bilateral,
stable"""
_MEASURED: Final = """low-income, urban, overweight, frail, insured, bereaved, underserved, married,
unemployed, sedentary, self-reported, objective, baseline, long-term, patient-reported,
perceived, one-year, six-month, in-hospital, weekly, vegetarian, left-handed, bilingual,
isolated, retired, vaccinated, night-time, seasonal, lifetime, premenopausal"""
_TECHNICAL: Final = """aberrant, basal, impaired, transient, stress-induced, nonlinear, spontaneous,
anisotropic, ectopic, temperature-dependent, light-driven, age-related, delayed,
persistent, synchronous, pressure-induced, ultrafast, giant, cooperative, reversible,
residual, hypoxia-driven, oscillatory, sparse, Bayesian, quantised, stochastic,
multi-scale, pre-trained, sequential, constrained, nested, online, parallel,
open-source, approximate, dense, noisy, mobile, clinical, industrial, underwater,
aerial, layered, porous, doped, strained, amorphous, hybrid, ultrathin, annealed,
coupled, weak"""
_SOCIAL: Final = """everyday, contested, contemporary, provincial, multicultural, post-industrial, suburban,
coastal, local, digital, rural, gendered, institutional, transnational, informal,
neoliberal, socialist, parliamentary, medieval, visual, post-war, bourgeois, Protestant,
vernacular, maritime, municipal, civic, seasonal, temporary, precarious, elite, imagined"""
MODIFIERS: Final = {
    name: _words(text)
    for names, text in (
        ("drug disease", _CLINICAL),
        ("people outcome", _MEASURED),
        ("process cells property method task material", _TECHNICAL),
        ("topic place", _SOCIAL),
    )
    for name in names.split()
}
"""Words that narrow others down, by the list of those."""
