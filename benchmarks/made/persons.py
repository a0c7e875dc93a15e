"""Persons and bodies who write, and how their names are spelt."""

from random import Random
from typing import Final, NamedTuple

from made.tex import bare


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FAMILIES: Final = _names(
    """Smith Johnson Williams Brown Jones Garcia Miller Davis Wilson Anderson Taylor Thomas Moore Martin Jackson
    Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson
    Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook
    Rogers Reed Bailey Cooper Richardson Cox Howard Ward Peterson Gray Watson Brooks Kelly Sanders Price Bennett
    Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Simmons Foster Bryant Alexander
    Russell Griffin Hayes O'Brien O'Neill McDonald MacLeod McCarthy D'Angelo Müller Schmidt Schneider Fischer
    Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz
    Zimmermann Braun Krüger Hofmann Hartmann Lange Krause Lehmann Köhler Maier Günther Jäger Weiß Groß Böhm Dubois
    Durand Lefèvre Moreau Laurent Lefebvre Roux Bertrand Girard Bonnet François Mercier Blanc Guérin Boyer Garnier
    Chevalier Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa
    Giordano Mancini Rizzo Lombardi Moretti García Martínez López Sánchez Pérez Gómez Fernández Díaz Álvarez Muñoz
    Jiménez Ruiz Hernández Ibáñez Núñez Ortega Silva Santos Ferreira Pereira Oliveira Rodrigues Gonçalves Araújo
    Ribeiro Magalhães Simões Jensen Nielsen Hansen Pedersen Andersen Sørensen Rasmussen Jørgensen Johansson
    Andersson Karlsson Nilsson Eriksson Larsson Lindström Söderberg Åkesson Öberg Virtanen Mäkinen Hämäläinen
    Korhonen Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Łukasiewicz Novák
    Svoboda Dvořák Černý Procházka Kučera Veselý Horák Nagy Kovács Tóth Szabó Horváth Kiss Erdős Popescu Ionescu
    Popović Jovanović Petrović Nikolić Marković Ivanov Petrov Smirnov Kuznetsov Popov Sokolov Volkov Kim Lee Park
    Choi Jung Kang Cho Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng
    Liang Xie Tang Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada
    Sasaki Matsumoto Inoue Kimura Nguyen Tran Pham Hoang Patel Shah Kumar Singh Sharma Gupta Das Reddy Rao Mehta
    Iyer Khan Ahmed Ali Hassan Hussain Rahman Hosseini Mohammadi Rezaei Karimi Yılmaz Kaya Demir Çelik Şahin
    Öztürk Aydın Cohen Levy Mizrahi Friedman Okafor Adeyemi Mensah Abebe Tesfaye Mwangi Otieno Dlamini Smith-Jones
    Garcia-Molina Levi-Montalcini Meyer-Lindenberg Papadopoulos Georgiou Dimitriou"""
)
_GIVEN: Final = _names(
    """James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph
    Jessica Thomas Sarah Christopher Karen Charles Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret
    Paul Ashley Steven Kimberly Andrew Emily Kenneth Donna Joshua Michelle Kevin Carol Brian Amanda George Melissa
    Hans Anna Peter Ursula Klaus Sabine Jürgen Heike Wolfgang Karin Björn Jörg Käthe Günter Jean Marie Pierre
    Françoise Michel Hélène Jean-Pierre André Zoë Léa René Giuseppe Giulia Marco Francesca Luca Chiara Maria José
    Ana Luis Carmen Javier Pilar João Inês Lars Ingrid Søren Mette Bjørn Astrid Åsa Pekka Aino Piotr Agnieszka
    Paweł Małgorzata Jan Jiří Zdeněk László Zsófia Ivan Olga Dmitri Natalia Wei Jing Min Hao Xin Yan Ying-Chieh
    Jun Hiroshi Yuki Takeshi Keiko Sung-Ho Ji-Woo Minh Anh Raj Priya Sanjay Anita Mohammed Fatima Ali Zahra Mehmet
    Ayşe Özgür David Noa Chinedu Amina Kwame Abebech Thabo Eleni Nikos Kai Noor Alex Robin"""
)
_BEFORE: Final = ("van", "van der", "von", "de", "de la", "van den", "di", "dos", "ten", "von der", "el", "le")
_BODIES: Final = """World Health Organization
Cochrane Collaboration
Scandinavian Simvastatin Survival Study Group
OECD
American Psychiatric Association
R Core Team
RECOVERY Collaborative Group
National Research Council
GBD 2019 Diseases and Injuries Collaborators
European Food Safety Authority
Centers for Disease Control and Prevention
Food and Agriculture Organization
NICE
IPCC
Deutsche Gesellschaft für Kardiologie
UNESCO
ATLAS Collaboration""".splitlines()


class Person(NamedTuple):
    """A person, or a body that has a family name only."""

    family: str
    given: str = ""
    before: str = ""
    """As ``von der``."""
    junior: str = ""


def _family(random: Random) -> str:
    family = _FAMILIES[int(random.random() ** 2 * len(_FAMILIES))]
    if not family.isascii() and random.random() < 0.8:
        family = _FAMILIES[int(random.random() * len(_FAMILIES))]
    return family


def _person(random: Random) -> Person:
    chance = random.random()
    family = _family(random)
    given = _GIVEN[int(random.random() ** 2.2 * len(_GIVEN))]
    if random.random() < 0.45:
        given = f"{given} {'ABCDEFGHJKLMNPRSTW'[int(random.random() * 18)]}."
    if chance > 0.97:
        return Person(family, given, before=_BEFORE[int(random.random() * len(_BEFORE))])
    if chance > 0.964:
        return Person(family, given, junior="Jr.")
    if chance > 0.94:
        return Person(f"{family} {_family(random)}", given)
    return Person(family, given)


_MADE: Final = Random(5)
_OFTEN: Final = tuple(_person(_MADE) for _ in range(6_000))
"""Those who write much; a researcher's library holds many of their works."""
_HOW_MANY: Final = (1,) * 14 + (2,) * 19 + (3,) * 18 + (4,) * 15 + (5,) * 11 + (6,) * 9 + (7, 8, 9, 10, 12, 15, 21, 34)


def team(random: Random) -> tuple[Person, ...]:
    """Give the authors of a work in their order, no two of one name."""
    if random.random() < 0.015:
        return (Person(_BODIES[int(random.random() * len(_BODIES))]),)
    found: dict[Person, None] = {}
    for _ in range(_HOW_MANY[int(random.random() * len(_HOW_MANY))]):
        often = random.random() < 0.5
        found[_OFTEN[int(random.random() ** 2 * len(_OFTEN))] if often else _person(random)] = None
    return tuple(found)


def initials(given: str, *, between: str = " ") -> str:
    """Give ``J. P.`` for Jean Paul, and ``J.-P.`` for Jean-Pierre."""
    return between.join("-".join(f"{part[0]}." for part in name.split("-")) for name in given.split())


def spelt(person: Person, style: str) -> str:
    """Give a name as a .bib file spells it: ``full``, ``short``, ``forward``, ``pubmed``."""
    family, given, before, junior = person
    if not given:
        return f"{{{family}}}"
    if style == "pubmed":
        return bare(f"{before} {family} {initials(given, between='').replace('.', '')}".strip())
    if style == "forward" and not junior and " " not in family:
        return f"{given} {before} {family}" if before else f"{given} {family}"
    if style == "short":
        given = initials(given)
    start = f"{before} {family}" if before else family
    return f"{start}, {junior}, {given}" if junior else f"{start}, {given}"
