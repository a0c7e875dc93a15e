"""Short names of journals that no rule makes from their titles, and places that tell two journals apart."""

from typing import Final

_LINES: Final = """
j am med assoc: jama
bmj: br med j|bmj clin res ed|br med j clin res ed
proc natl acad sci usa: pnas|proc natl acad sci|proc nat acad sci usa|proc nat acad sci
nengl j med: nejm
br j psychiatry: bjpsych
j am acad child adolesc psychiatry: jaacap
j am coll cardiol: jacc
j natl cancer inst: jnci
can med assoc j: cmaj
j clin investig: jci
j clin endocrinol metab: jcem
j am med inform assoc: jamia
j am chem soc: jacs
mon not r astron soc: mnras
j high energy phys: jhep
astron astrophys: a a|a and a
j pers soc psychol: jpsp
br j gen pract: bjgp
j acquir immune defic syndr: jaids
"""
SHORT_NAMES: Final = {
    short: title
    for title, _, names in (line.partition(": ") for line in _LINES.strip().splitlines())
    for short in names.split("|")
}
"""From each such name to the abbreviation of the journal's title; BMJ is what the British Medical Journal became."""

OTHERS_OF_THAT_NAME: Final = frozenset({"dev biol bas", "medicine abi", "nursing lon", "psychiatry edg", "surgery oxf"})
"""A title and three letters of a place: with it the name is another journal's than without."""
