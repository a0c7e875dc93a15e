"""Titles of several fields, made of words other than those of the large library, so that each can test the other."""

from collections.abc import Callable
from random import Random
from typing import Final

from made.titles import TEMPLATES, filled

_LISTS: Final = {
    "exposure": (
        "nicotinamide, ketogenic diet, spinal manipulation, tele-rehabilitation, ramelteon, "
        "empagliflozin, sacubitril/valsartan, low-dose colchicine, intranasal oxytocin, high-flow "
        "oxygen, green tea extract, zinc gluconate, vitamin B12, β-blockers, SGLT2 inhibitors, "
        "interferon-\N{GREEK SMALL LETTER GAMMA}, coenzyme Q10, "
        "hydroxychloroquine, rosuvastatin, transcranial magnetic "
        "stimulation, fish oil, breast-feeding, night work, air pollution, statin withdrawal, "
        "umbilical cord clamping, tight glucose control, video laryngoscopy, prone positioning, "
        "bright light therapy"
    ),
    "condition": (
        "hyperlipidaemia, haemophilia A, oesophageal cancer, acute lymphoblastic leukaemia, "
        "non-alcoholic fatty liver disease, Sjögren's syndrome, Ménière's disease, Guillain-Barré "
        "syndrome, diarrhoea, gastro-oesophageal reflux, hypertension, hypotension, hypothyroidism, "
        "hyperthyroidism, type II diabetes mellitus, ischaemic stroke, subarachnoid haemorrhage, "
        "Kawasaki disease, plantar fasciitis, frozen shoulder, atopic dermatitis, retinal detachment, "
        "polycystic ovary syndrome, gestational diabetes, restless legs syndrome, tinnitus, "
        "sarcopenia, chronic kidney disease stage 3, post-traumatic stress disorder, bronchiolitis, "
        "septic arthritis, gout"
    ),
    "who": (
        "men, women, preschool children, neonates, kidney donors, frail elders, medical students, bus "
        "drivers, Danish conscripts, hospital nurses, Swedish twins, people over 80, first-time "
        "mothers, military personnel, intensive care patients, paediatric outpatients, elite "
        "swimmers, refugees, farm workers, kindergarten teachers"
    ),
    "measure": (
        "all-cause mortality, cardiac output, grip strength, serum ferritin, HbA1c, visual acuity, "
        "gait speed, tumour response, arterial stiffness, behavioural problems, health-related "
        "quality of life, sleep onset latency, oxygen uptake, hospital readmission, 30-day survival, "
        "medication adherence, plasma noradrenaline, growth velocity, fibre intake, colour vision, "
        "bone mineral density, white-matter integrity, cortisol awakening response"
    ),
    "design": (
        "a randomised, double-blind, placebo-controlled trial; a systematic review and meta-analysis; "
        "a nationwide cohort study; a nested case-control analysis; results of the first five years; "
        "a Delphi consensus; a qualitative interview study; a cluster-randomised crossover trial; an "
        "individual participant data meta-analysis; a population-based register study; a 12-week "
        "randomised trial; case report and literature review; a modelling study; a multicentre "
        "prospective observational study; a dose-finding study; an open-label extension"
    ),
    "organism": (
        "<i>Bacillus subtilis</i>, <i>Caenorhabditis elegans</i>, <i>Mus musculus</i>, <i>Danio "
        "rerio</i>, <i>Saccharomyces cerevisiae</i>, <i>Staphylococcus aureus</i>, Atlantic cod, "
        "honey bees, barn owls, Norway spruce, alpine newts, reed warblers, red deer, edible frogs, "
        "wild barley, seagrass meadows, soil nematodes, leaf beetles"
    ),
    "molecule": (
        "p53, IL-17A, CD8+ T cells, NF-κB, TGF-β, the Na+/K+-ATPase, miR-21, Hsp90, calmodulin, "
        "cyclin D1, caspase-3, the 5-HT2A receptor, "
        "PPAR-\N{GREEK SMALL LETTER GAMMA}, claudin-5, connexin 43, sclerostin, "
        "leptin, prolactin, aquaporin-4, Foxp3"
    ),
    "process": (
        "phosphorylation, endocytosis, dimerisation, axon guidance, methylation, nuclear import, "
        "sporulation, quorum sensing, chemotaxis, wound repair, haematopoiesis, bone remodelling, "
        "glucose uptake, histone acetylation"
    ),
    "place": (
        "Malawi, Tromsø, Lower Saxony, northern Ghana, Nova Scotia, Andalusia, the Faroe Islands, "
        "Hokkaido, Québec, the Swiss Alps, Gothenburg, eastern Uganda, Tasmania, the Po valley, Rio "
        "Grande do Sul, Estonia, Sri Lanka, Flanders"
    ),
    "algorithm": (
        "decision trees, attention networks, kernel machines, belief propagation, simulated "
        "annealing, column generation, bloom filters, skip lists, policy gradients, tensor "
        "decompositions, spectral clustering, Hamiltonian Monte Carlo, lattice reduction, suffix "
        "arrays, message passing, active learning, SAT solvers"
    ),
    "problem": (
        "vehicle routing, handwriting recognition, entity linking, malware detection, frequent "
        "itemset mining, timetabling, semantic parsing, fault localisation, demand forecasting, crowd "
        "counting, packet scheduling, graph isomorphism, plagiarism detection, view maintenance, "
        "sensor calibration, keyword spotting, garbage collection"
    ),
    "virtue": (
        "parallel, sample-efficient, fault-tolerant, cache-oblivious, differentiable, "
        "order-preserving, explainable, memory-bound, near-optimal, unsupervised, streaming, "
        "output-sensitive, two-stage, polynomial-time, bias-aware"
    ),
    "matter": (
        "bilayer WSe2, ferrofluids, MAX phases, amorphous silicon, cuprates, colloidal glasses, GaN "
        "nanorods, diamond anvils, spin ice, aerogels, Heusler alloys, tungsten oxide, nematic "
        "elastomers, cold Rydberg atoms"
    ),
    "effect": (
        "Raman scattering, domain-wall motion, exciton diffusion, thermal expansion, creep, vortex "
        "pinning, photoluminescence, shear thinning, Anderson localisation, nucleation, negative "
        "refraction, radiation damage"
    ),
    "theme": (
        "household debt, civic duty, attachment style, minority languages, wage bargaining, street "
        "art, pension reform, teacher burnout, witchcraft trials, tax morale, ageing, court ceremony, "
        "gender quotas, free trade, food banks, public broadcasting, prison labour, citizen science, "
        "second-language writing, mathematical anxiety, guild rules"
    ),
    "era": (
        "the Hanseatic towns, 1789\N{EN DASH}1815, the long eighteenth century, Habsburg Galicia, Tokugawa "
        "Japan, the 1930s, Visigothic Spain, the first Republic, the plague years 1348\N{EN DASH}1351, early "
        "Islamic Egypt"
    ),
}
_WORDS: Final = {
    name: tuple(word.strip() for word in text.split(";" if name == "design" else ","))
    for name, text in _LISTS.items()
}  # fmt: skip
_FORMS: Final = """{exposure} for the treatment of {condition} in {who}: {design}
Effect of {exposure} on {measure} in {who} with {condition}: {design}
{exposure} and {measure} after {condition}
Is {exposure} associated with {measure} in {condition}? {design}
Risk factors for {condition} among {who} in {place}
{condition} in {who}: prevalence, predictors and {measure}
Comparison of {exposure} and {exposure} in {who} with {condition}: {design}
{measure} in {condition}: the role of {molecule}
Trends in {condition} in {place} between 1990 and 2015
Cost and consequences of {exposure} in {place}: {design}
{molecule} controls {process} in {organism}
{process} of {molecule} is required for {process} in {organism}
{molecule} deficiency protects {organism} from {condition}
Crystal structure of {molecule} at 2.1 Å resolution
Regulation of {process} by {molecule} and {molecule}
Habitat use of {organism} in {place}
Climate, {process} and the decline of {organism} in {place}
Diet composition of {organism} from {place}: evidence from stable isotopes
{virtue} {algorithm} for {problem}
{virtue} {problem} using {virtue} {algorithm}
{algorithm} or {algorithm}? A {virtue} approach to {problem}
A note on {algorithm} in {problem}
On the complexity of {virtue} {problem}
{effect} in {matter}
{effect} and {effect} of {matter} at low temperatures
Pressure dependence of {effect} in {matter} and {matter}
{theme} and {theme}: evidence from {place}
{theme} in {era}
Explaining {theme}: {theme}, {theme} and the state
What {who} think about {theme}: a survey in {place}
{theme} revisited: {place} since 1990
The politics of {theme} in {place}: a comparative view""".splitlines()

Make = Callable[[Random], str]


def own(random: Random) -> str:
    """Give a title of the words above."""
    text = random.choice(_FORMS)
    while "{" in text:
        start, end = text.index("{"), text.index("}")
        text = text[:start] + random.choice(_WORDS[text[start + 1 : end]]) + text[end + 1 :]
    return text if text.startswith("<") else text[0].upper() + text[1:]


def other(random: Random) -> str:
    """Give a title of the words of which the large library is made."""
    return filled(random.choice(TEMPLATES), random).replace("--", "\N{EN DASH}")


def changed(title: str, random: Random) -> str | None:
    """Give a title of another work on a near matter: one of its subjects is another one; none if it has no such."""
    found = [(word, name) for name, words in _WORDS.items() for word in words if word in title]
    if not found:
        return _other_word(title, random)
    word, name = random.choice(found)
    return title.replace(word, random.choice([each for each in _WORDS[name] if each not in title]), 1)


def _other_word(title: str, random: Random) -> str | None:
    found = [word for word in title.split() if len(word) > 5 and word.isalpha()]
    words = [word for word in _WORDS["process"] if " " not in word]
    return title.replace(random.choice(found), random.choice(words), 1) if found else None
