"""Journals with their abbreviations and ISSN."""

from random import Random
from typing import Final, NamedTuple

from made.numbers import issn


class Journal(NamedTuple):
    """A journal as publishers name it."""

    name: str
    short: str
    issn: str
    macro: str
    """The name of its ``@string``."""


_KNOWN: Final = """The Lancet|Lancet
The New England Journal of Medicine|N. Engl. J. Med.
JAMA|JAMA
BMJ|BMJ
Annals of Internal Medicine|Ann. Intern. Med.
Cochrane Database of Systematic Reviews|Cochrane Database Syst. Rev.
PLOS ONE|PLoS One
PLOS Medicine|PLoS Med.
Nature|Nature
Science|Science
Cell|Cell
Nature Communications|Nat. Commun.
Nature Medicine|Nat. Med.
Scientific Reports|Sci. Rep.
Proceedings of the National Academy of Sciences of the United States of America|Proc. Natl. Acad. Sci. U.S.A.
Journal of the American College of Cardiology|J. Am. Coll. Cardiol.
Circulation|Circulation
European Heart Journal|Eur. Heart J.
Physical Review Letters|Phys. Rev. Lett.
Journal of the American Chemical Society|J. Am. Chem. Soc.
Angewandte Chemie International Edition|Angew. Chem. Int. Ed.
Nucleic Acids Research|Nucleic Acids Res.
Bioinformatics|Bioinformatics
Communications of the ACM|Commun. ACM
IEEE Transactions on Pattern Analysis and Machine Intelligence|IEEE Trans. Pattern Anal. Mach. Intell.
Journal of Machine Learning Research|J. Mach. Learn. Res.
Astronomy & Astrophysics|Astron. Astrophys.
The Quarterly Journal of Economics|Q. J. Econ.
American Economic Review|Am. Econ. Rev.
Psychological Science|Psychol. Sci.
Diabetes Care|Diabetes Care
Stroke|Stroke
Gut|Gut
Zeitschrift für Psychologie|Z. Psychol.
Revista Española de Cardiología|Rev. Esp. Cardiol.
Annales de Géographie|Ann. Géogr.""".splitlines()
_SUBJECTS: Final = """Cardiology|Cardiol.
Neurology|Neurol.
Psychiatry|Psychiatry
Oncology|Oncol.
Epidemiology|Epidemiol.
Nutrition|Nutr.
Pharmacology|Pharmacol.
Surgery|Surg.
Paediatrics|Paediatr.
Anaesthesia|Anaesth.
Rheumatology|Rheumatol.
Immunology|Immunol.
Virology|Virol.
Genetics|Genet.
Ecology|Ecol.
Zoology|Zool.
Plant Science|Plant Sci.
Neuroscience|Neurosci.
Molecular Biology|Mol. Biol.
Biochemistry|Biochem.
Microbiology|Microbiol.
Public Health|Public Health
Nursing|Nurs.
Applied Physics|Appl. Phys.
Materials Science|Mater. Sci.
Polymer Science|Polym. Sci.
Analytical Chemistry|Anal. Chem.
Geophysics|Geophys.
Statistics|Stat.
Software Engineering|Softw. Eng.
Artificial Intelligence|Artif. Intell.
Computer Vision|Comput. Vis.
Social Psychology|Soc. Psychol.
Sociology|Sociol.
Political Science|Polit. Sci.
Education|Educ.
Economics|Econ.
History|Hist.
Linguistics|Linguist.
Environmental Management|Environ. Manage.""".splitlines()
_PATTERNS: Final = """Journal of {}|J. {}
European Journal of {}|Eur. J. {}
International Journal of {}|Int. J. {}
Annals of {}|Ann. {}
{} Research|{} Res.
{} Letters|{} Lett.
Current Opinion in {}|Curr. Opin. {}
{} & Practice|{} Pract.
Archives of {}|Arch. {}
Frontiers in {}|Front. {}""".splitlines()


def _journals() -> tuple[Journal, ...]:
    pairs = [line.split("|") for line in _KNOWN]
    for pattern in _PATTERNS:
        name, short = pattern.split("|")
        pairs += [[name.format(subject.split("|")[0]), short.format(subject.split("|")[1])] for subject in _SUBJECTS]
    random = Random(3)
    numbers = random.sample(range(10_000, 300_000), len(pairs))
    macros = ["".join(word[:4] for word in short.lower().split() if word[0].isalpha()) for _, short in pairs]
    macros = ["".join(filter(str.isalpha, macro.encode("ascii", "ignore").decode())) for macro in macros]
    return tuple(
        Journal(name, short, issn(number * 7), f"{macro}{'' if macros.count(macro) == 1 else place}")
        for place, ((name, short), macro, number) in enumerate(zip(pairs, macros, numbers, strict=True))
    )


JOURNALS: Final = _journals()
