"""Everything that supports the claim stands in preprints.

## Why it matters

Nobody has reviewed a preprint before it was put online. Most hardly change on the way to a
journal, and some change a conclusion there or never arrive.

## What to do

Look for the version in a journal, compare the figures, and link that one. If there is none, say in
the text that the study has not been reviewed. A source is a preprint here by the server that
stands as its journal, or, where no journal is recorded, by the form of its DOI.
"""

import re
from typing import Final

from evidence.dossier import Dossier, Source
from evidence.journals import comparable
from evidence.limits import Limits
from evidence.rules.bearing import supporting
from evidence.rules.examples import claim, line, source
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import called, listed
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = (
    "Brierley 2022, Tracking changes between preprint posting and journal publication, PLoS Biol 20:e3001285"
)

_SERVER: Final = re.compile(
    r"(?:arxiv|authorea|biorxiv|chemrxiv|medrxiv|psyarxiv|socarxiv|ssrn|techrxiv|research square)(?: .*)?"
    r"|osf preprints|preprints(?: org| with the lancet)?"
)
"""Names by which no journal begins, as "bioRxiv preprint" and "SSRN Electronic Journal"; and three whole ones."""
_DOI: Final = re.compile(
    r"10\.1101/(?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8}|10\.64898/.+|10\.48550/arxiv\..+|10\.31234/.+|10\.31219/.+"
    r"|10\.31235/.+|10\.21203/rs\..+|10\.20944/preprints.+|10\.2139/ssrn\..+|10\.26434/chemrxiv.+|10\.22541/au\..+",
    re.IGNORECASE,
)
"""Of bioRxiv and medRxiv until November 2025 and since, arXiv, PsyArXiv, OSF, SocArXiv, Research Square, Preprints.org,
SSRN, ChemRxiv and Authorea."""


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Ask of each supporting source whether it is a preprint."""
    sources = {line.source.key: line.source for line in supporting(dossier)}
    if not sources:
        return not_applicable()
    told = {key: _is_preprint(work) for key, work in sources.items()}
    if False in told.values():
        return passes()
    if None in told.values():
        unknown = listed(called(work) for key, work in sources.items() if told[key] is None)
        return inconclusive(f"neither journal nor DOI is recorded of {unknown}")
    return fails(f"a preprint is all that supports it: {listed(called(work) for work in sources.values())}")


def _is_preprint(work: Source) -> bool | None:
    if work.journal is not None:
        return _SERVER.fullmatch(comparable(work.journal.title)) is not None
    return None if work.doi is None else _DOI.fullmatch(work.doi) is not None


_PREPRINT: Final = source(doi="10.1101/2021.04.30.21256273")


EXAMPLES: Final = (
    Example(
        "a preprint by its DOI", claim(line(_PREPRINT)), fails("a preprint is all that supports it: hulisz2004zinc")
    ),
    Example(
        "two preprints",
        claim(line(_PREPRINT), line(source("b", journal="medRxiv"))),
        fails("a preprint is all that supports it: hulisz2004zinc and b"),
    ),
    Example(
        "a preprint as PubMed calls its server",
        claim(line(source(journal="medRxiv : the preprint server for health sciences"))),
        fails("a preprint is all that supports it: hulisz2004zinc"),
    ),
    Example(
        "a preprint as its own page asks to be cited",
        claim(line(source(journal="bioRxiv preprint"))),
        fails("a preprint is all that supports it: hulisz2004zinc"),
    ),
    Example(
        "a preprint beside a journal's name",
        claim(line(source(journal="Preprints with The Lancet"))),
        fails("a preprint is all that supports it: hulisz2004zinc"),
    ),
    Example(
        "a preprint of Authorea",
        claim(line(source(doi="10.22541/au.160508195.50224560/v1"))),
        fails("a preprint is all that supports it: hulisz2004zinc"),
    ),
    Example(
        "a preprint of the new prefix",
        claim(line(source(doi="10.64898/2026.01.01.26123456"))),
        fails("a preprint is all that supports it: hulisz2004zinc"),
    ),
    Example("a paper beside a preprint", claim(line(_PREPRINT), line(source("b", journal="BMJ"))), passes()),
    Example(
        "a paper whose entry keeps the preprint's DOI",
        claim(line(source(journal="BMJ", doi="10.1101/2021.04.30.21256273"))),
        passes(),
    ),
    Example("a journal of the publisher of bioRxiv", claim(line(source(doi="10.1101/gad.1234.5"))), passes()),
    Example(
        "neither journal nor DOI recorded",
        claim(line(_PREPRINT), line("b")),
        inconclusive("neither journal nor DOI is recorded of b"),
    ),
    Example("nothing supports it", claim(line(_PREPRINT, direction="disputes")), not_applicable()),
)
