import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence.bibtex.name_parts import Person, person
from evidence.bibtex.names import NO_AUTHORS, _one_by_one, _untangled, authors
from evidence.bibtex.usual_names import usual

SMITH, DOE = Person(family="Smith", given="J."), Person(family="Doe", given="A.")
BY_COMMAS = ("authors are parted by commas; BibTeX wants “and”",)
BY_SEMICOLONS = ("authors are parted by “;”; BibTeX wants “and”",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jane Q. Doe", Person(family="Doe", given="Jane Q.")),
        ("Doe, Jane Q.", Person(family="Doe", given="Jane Q.")),
        ("Aristotle", Person(family="Aristotle")),
        ("Vincent van Gogh", Person(family="Gogh", given="Vincent", prefix="van")),
        ("van Gogh, Vincent", Person(family="Gogh", given="Vincent", prefix="van")),
        ("van Gogh", Person(family="Gogh", prefix="van")),
        ("de la Vall{\\'e}e Poussin, Charles", Person(family="Vallée Poussin", given="Charles", prefix="de la")),
        ("Charles {de} Gaulle", Person(family="Gaulle", given="Charles de")),
        ("ibn", Person(family="ibn")),
        ("Smith, Jr., John", Person(family="Smith", given="John", suffix="Jr.")),
        ("Smith, John, Jr.", Person(family="Smith", given="John", suffix="Jr.")),
        ("John Smith III", Person(family="Smith", given="John", suffix="III")),
        ("Jane Doe, PhD", Person(family="Doe", given="Jane", suffix="PhD")),
        ("Smith, J.,", SMITH),
        ("Smith JA", Person(family="Smith", given="J A")),
        ("van der Berg K", Person(family="Berg", given="K", prefix="van der")),
        ("M. X", Person(family="X", given="M.")),
        ("{World Health Organization}", Person(literal="World Health Organization")),
        ("{{NIH} and {FDA}}", Person(literal="NIH and FDA")),
        ("{Barnes and Noble, Inc.}", Person(literal="Barnes and Noble, Inc.")),
        ("{Smith} {Jones}", Person(family="Jones", given="Smith")),
        ("{Smith}{Jones}", Person(family="SmithJones")),
        ('{\\"O}zg{\\"u}r', Person(family="Özgür")),
        ("Mu{\\~n}oz~Garc{\\'\\i}a, Jo\\~ao", Person(family="Muñoz García", given="João")),
        (
            "family=Rabble, given={Richard}, prefix=von, useprefix=true",
            Person(family="Rabble", given="Richard", prefix="von"),
        ),
        ("given=Cher, odd", Person(family="Cher")),
        (", Jane", Person(family="Jane")),
        ("毛 泽东", Person(family="泽东", given="毛")),
        ("山田 太郎", Person(family="太郎", given="山田")),
        ("Виктор Цой", Person(family="Цой", given="Виктор")),
        ("Владимир Ли", Person(family="Ли", given="Владимир")),
        ("Цой ДЖ", Person(family="Цой", given="Д Ж")),
        ("Цой Д.Ж.", Person(family="Цой", given="Д.Ж.")),
        ("Анна фон Берг", Person(family="Берг", given="Анна", prefix="фон")),
        ("Νίκος Φως", Person(family="Φως", given="Νίκος")),
        ("משה לוי", Person(family="לוי", given="משה")),
        ("محمد علي", Person(family="علي", given="محمد")),
        ("Mary {\\'{E}}", Person(family="Mary", given="É")),
        ("Jean-Paul \\.Z", Person(family="Jean-Paul", given="Ż")),
        ("Mary {JA}", Person(family="JA", given="Mary")),
        ("{unclosed, Jane", Person(family="unclosed, Jane")),
        ("closed}, Jane", Person(family="closed", given="Jane")),
    ],
)
def test_one_name(name, expected):
    assert authors(name).persons == (expected,)
    assert authors(f"{name} and Doe, A.").persons == (
        (expected, DOE) if "unclosed" not in name else (Person(family="unclosed, Jane and Doe, A."),)
    )


@pytest.mark.parametrize("field", ["", "   ", "and", "{}", "~", ",", "{{}} and {}", "family="])
def test_no_name(field):
    assert authors(field).persons == ()


@pytest.mark.parametrize(
    ("field", "persons", "doubts"),
    [
        ("Smith, J. and Doe, A.", (SMITH, DOE), ()),
        ("Smith, J.\n  AND\n  Doe, A. and", (SMITH, DOE), ()),
        ("Smith, J.; Doe, A.", (SMITH, DOE), BY_SEMICOLONS),
        ("Smith, J., Doe, A.", (SMITH, DOE), BY_COMMAS),
        ("J. Smith, A. Doe", (SMITH, DOE), BY_COMMAS),
        ("Smith J, Doe A", (Person(family="Smith", given="J"), Person(family="Doe", given="A")), BY_COMMAS),
        ("Smith, Doe, Roe, Poe", tuple(Person(family=name) for name in ("Smith", "Doe", "Roe", "Poe")), BY_COMMAS),
        ("O&#39;Neil, J.", (Person(family="O'Neil", given="J."),), ()),
        ("Sandeman and Band, A.", (Person(family="Sandeman"), Person(family="Band", given="A.")), ()),
    ],
)
def test_a_field_is_parted_into_its_names(field, persons, doubts):
    found = authors(field)
    assert (found.persons, found.doubts, found.more) == (persons, doubts, False)


@pytest.mark.parametrize(
    "field",
    ["Smith, J. and others", "Smith, J. and et al.", "Smith, J., et al.", "Smith, J. et al", "Smith, J. and OTHERS"],
)
def test_others_are_a_mark_and_no_person(field):
    assert (authors(field).persons, authors(field).more) == ((SMITH,), True)


USUAL = """Doe, Jane|Doe, Jane A.|Jane Doe|Jane A. B. Doe|J. Doe|Doe JA|Doe Roe J|van der Ree, Jan|Jan van der Berg
van der Berg JA|O'Neill, Mary-Jane|Mary O'Neill|McDonald, R|Müller, Jörg|Jörg Roe|M{\\"u}ller, J{\\"o}rg|S\\'anchez, A
{\\AA}sa Roe|Öz, Ü|ž Ab, C|Ab, žofie|Jane žižka|毛, 泽东|毛 泽东|Doe, PhD|John Doe Jr|John Doe II|Doe II|Doe J Jr|DOE, J
Doe, J. et al|Doe, J.--P.|Doe, ''J''|Café, José|José Cafe|Jane A.|De La Cruz, Ana|St. John, A|d'Angelo, G
{Doe}, J|Doe~Roe, J|Doe J.A.|A Smith, B Jones|\\c c, J|Doe, J$|J Doe|J D|Doe|, J|Li, Wei|Wei Li|Ng WX
Виктор Цой|Владимир Ли|Цой, Виктор|Цой ДЖ|Цой Д.Ж.|Д. Цой|Анна фон Берг|ЦОЙ ДЖ|JA ДЖ|Ли ДЖ, Анна Цой|Νίκος Φως|Φως Ψ
山田 太郎|山田, 太郎|משה לוי|لوي, محمد|محمد علي|Jane žofie Roe|JA ÉÉ|Mary {\\'{E}}|Mary {\\'E}|Mary \\'E\\'E
Jean-Paul \\.Z|Mary {JA}|Mary {É}|Mary J{\\'E}|Jane Doe Vi|Jane Vi|d Roe JA
Mary O\u2019Neill|Roe Doe IV|Анна Мария Цой Vi|Aƻ, J|Jane Aƻ|Jane ǅa|ǅ, A""".replace("\n", "|")


@pytest.mark.parametrize("name", USUAL.split("|"))
def test_a_name_of_a_usual_form_is_read_as_any_other(name):
    known = usual(name)
    assert known is None or list(known) == [person(one) for one in _untangled(name)[0]]


def test_most_names_are_of_a_usual_form():
    assert sum(usual(name) is not None for name in USUAL.split("|")) >= 20


_MORE = (
    "and|AND|others|et al.|Jones And, K|and Jones, K|Roe, J and|World Health Organization|Jones|el Roe, J. D.|Roe, MD"
)
_NAMES = st.sampled_from([*USUAL.split("|"), *_MORE.split("|")])
_LETTERS = st.text("AbÉéŁłžДжΨφVi\u2019.,'- \\{}and", max_size=12) | st.text("Ae\\\\'\"{}c i.", max_size=8).map(
    "{}b, C".format
)


@given(
    st.lists(_NAMES | _LETTERS, min_size=1, max_size=5), st.sampled_from([" and ", " and ", " And ", "; ", " and and "])
)
@example(["Jane Doe Vi", "Roe, J."], " and ")
@example(["Doe JA", "d Roe K"], " and ")
@example(["Jane Doe", "World Health Organization"], " and ")
@example(["Roe, Jane", "others"], " and ")
@example(["and Roe, Jane"], " and ")
@example(["Roe, Jane and"], " and ")
def test_a_field_of_usual_names_is_read_as_any_other(names, between):
    value = " ".join(between.join(names).split())
    assert authors(value) == (_one_by_one(value) if value else NO_AUTHORS)


@pytest.mark.parametrize(
    "value",
    ["Doe, Jane and van der Ree, Jan", 'Jane A. Doe and M{\\"u}ller Roe', "Jan van Loo", "Doe JA and van Loo K"],
)
def test_most_fields_are_of_usual_names(value):
    assert usual(value) is not None
