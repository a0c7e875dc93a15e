"""Libraries in BibTeX made up at random, with what a reader must find in them."""

from typing import NamedTuple

from hypothesis import strategies as st

WORDS = (
    ("Zinc", "Zinc"),
    ("aspirin", "aspirin"),
    ("Größe", "Größe"),
    ("针刺", "针刺"),
    ("{RNA}", "RNA"),
    ('G{\\"o}del', "Gödel"),
    ("Erd{\\H o}s", "Erdős"),
    ("50\\% of", "50% of"),
    ("50% of", "50% of"),
    ("salt & milk", "salt & milk"),
    ("$\\alpha$-blockers", "\N{GREEK SMALL LETTER ALPHA}-blockers"),
    ("{\\em in vivo}", "in vivo"),
    ("x, y", "x, y"),
    ("me@home", "me@home"),
    ("No. #1", "No. #1"),
    ("\\{a\\}", "{a}"),
    ('{"}so{"}', '"so"'),
    ("over\n   lines", "over lines"),
)
NAMES = (
    ("Doe, Jane", ("Doe", "Jane")),
    ("Richard Roe", ("Roe", "Richard")),
    ("van Gogh, Vincent", ("van Gogh", "Vincent")),
    ('M{\\"u}ller, J{\\"o}rg', ("Müller", "Jörg")),
    ("Žižka, Jan", ("Žižka", "Jan")),
    ("毛, 泽东", ("毛", "泽东")),
    ("{World Health Organization}", ("World Health Organization", None)),
    ("{NIH and FDA}", ("NIH and FDA", None)),
)
NOTES = (
    "a {b {c} d} e",
    "first\n\nsecond paragraph, with = and #",
    "so\n@home we work",
    "http://x.org/~u/a%20b?c=d&e=f#g",
    "% no comment",
    'a "quoted" word',
    '{a "quoted" word}',
    "{\\'e}t{\\'e} \\& more \\\\ of it",
    "",
)
KEYS = ("doe", "Müller:", "10.1000/a", "a b ", "O'Neil", "毛", "x+y=", "-", "99")
KINDS = ("article", "ARTICLE", "Book", "misc", "inProceedings", "online")
NAMED = ("note", "abstract", "Keywords", "date-added", "Author Keywords", "bdsk-url-1", "file", "author+an", "größe")
PROSE = (
    "Some words between, of doe@example.org",
    "% a comment, with = and # signs",
    "---- still to read ----",
    "\n\n",
    "@comment{jabref-meta: grouping: 0 AllEntriesGroup:;}",
    "@Comment{a {b} c}",
    "@comment{@article{hidden, title={Hidden}}}",
    '@preamble{"\\newcommand{\\noopsort}[1]{}"}',
    '@preamble("a" # {b})',
)


class Part(NamedTuple):
    """A piece of a library, and what must be found there if it is an entry."""

    text: str
    key: str | None = None
    kind: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    title: str = ""
    persons: tuple[tuple[str, str | None], ...] = ()
    uses: frozenset[str] = frozenset()
    """Names of strings that the entry's values lean on."""
    head: str = ""
    """The text from the at sign to the comma after the key."""
    defines: str | None = None

    @property
    def is_block(self):
        return self.text.lstrip(" \t").startswith("@")


class Placed(NamedTuple):
    part: Part
    start: int
    """Of its at sign."""
    end: int


def _quoted(text):
    """Tell whether a text may stand between quotation marks: it has none but in braces."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if sign == '"' and depth == 0:
            return False
    return True


@st.composite
def expressions(draw, texts, strings):
    """Give the pieces of a value, joined by ``#``, and the names used."""
    written, used = [], []
    for text in texts:
        by_name = [name for name, value in strings.items() if value == text]
        if by_name:
            written.append(draw(st.sampled_from((str.lower, str.upper)))(by_name[0]))
            used.append(by_name[0])
        elif text.isascii() and text.isdecimal() and draw(st.booleans()):
            written.append(text)
        elif text and not text.endswith("\\") and _quoted(text) and draw(st.booleans()):
            written.append(f'"{text}"')
        else:
            written.append(f"{{{text}}}")
    join = draw(st.sampled_from((" # ", "#", "\n  # ")))
    return join.join(written), frozenset(used)


@st.composite
def entries(draw, number, strings, *, hard, begins_line):
    """Give an entry; ``hard`` allows forms in which a damaged neighbour cannot be told from it."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    pieces = [("Of", "Of"), *words]
    texts = [" ".join(tex for tex, _ in pieces)]
    if draw(st.booleans()):
        cut = draw(st.integers(1, len(pieces) - 1))
        texts = [" ".join(tex for tex, _ in pieces[:cut]) + " ", " ".join(tex for tex, _ in pieces[cut:])]
    title = " ".join(printed for _, printed in pieces)
    if strings and draw(st.booleans()):
        value = draw(st.sampled_from(sorted(strings.values())))
        texts += [" ", value]
        title += f" {value}"
    names = draw(st.lists(st.sampled_from(NAMES), max_size=3))
    wanted = [("title", texts), ("year", [str(draw(st.integers(1900, 2030)))])]
    if names:
        wanted.append(("author", [draw(st.sampled_from((" and ", " and\n  "))).join(tex for tex, _ in names)]))
    noted = draw(st.lists(st.sampled_from(NAMED), max_size=3, unique=True))
    wanted += [(name, [draw(st.sampled_from(NOTES))]) for name in noted]
    if strings and draw(st.booleans()):
        wanted.append(("journal", [draw(st.sampled_from(sorted(strings.values())))]))
    if hard and draw(st.booleans()):
        wanted.append(("local-url", ["C:\\papers\\"]))
    wanted = draw(st.permutations(wanted))
    opening, closing = draw(st.sampled_from(("{}", "{}", "{}", "()")))
    equals = draw(st.sampled_from(("=", " = ", "\t=\t", " =\n    ")))
    comma = draw(st.sampled_from((", ", ",\n  ", ",\n\t", " ,\n")))
    comment = (
        draw(st.sampled_from(("", "", "", "% a comment, with = and {\n  "))) if comma.endswith(("\n  ", "\n\t")) else ""
    )
    fields, uses = [], frozenset()
    for name, values in wanted:
        value, used = draw(expressions(values, strings))
        fields.append(f"{name}{equals}{value}")
        uses |= used
    key = f"{draw(st.sampled_from(KEYS))}{number}"
    kind = draw(st.sampled_from(KINDS))
    late = ("", "", " ", "\n") if hard and begins_line and opening == "{" else ("", "", " ")
    between = draw(st.sampled_from(late))
    blank = draw(st.sampled_from(("", " ")))
    head = f"@{kind}{between}{opening}{blank}{key}{blank},"
    last = draw(st.sampled_from(("", ",", "\n", ",\n")))
    indent = draw(st.sampled_from(("", "", "  ", "\t")))
    text = f"{indent}{head}{comma.lstrip(' ,')}{comment}{comma.join(fields)}{last}{closing}"
    return Part(
        text=text,
        key=key,
        kind=kind.lower(),
        fields=tuple((name, "".join(values)) for name, values in wanted),
        title=" ".join(title.split()),
        persons=tuple(person for _, person in names),
        uses=uses,
        head=head,
    )


@st.composite
def definitions(draw, number, strings):
    """Give an ``@string``, and note what it stands for."""
    name = f"{draw(st.sampled_from(('j', 'acm-', 'Blätter')))}{number}"
    text = f"Journal {number}{draw(st.sampled_from((' of Zinc', ' 毛', ' & Milk')))}"
    value = draw(st.sampled_from((f'"{text}"', f"{{{text}}}", f'"{text[:4]}" # {{{text[4:]}}}')))
    opening, closing = draw(st.sampled_from(("{}", "()")))
    strings[name] = text
    return Part(text=f"@{draw(st.sampled_from(('string', 'STRING')))}{opening}{name} = {value}{closing}", defines=name)


@st.composite
def libraries(draw, *, hard=False, size=7):
    """Give the parts of a library and the blanks before each."""
    parts, strings = [], {}
    for number, what in enumerate(draw(st.lists(st.sampled_from("eeees-"), min_size=1, max_size=size))):
        glues = ("\n", "\n\n", "\n", "") if not parts or parts[-1][1].is_block else ("\n", "\n\n")
        glue = draw(st.sampled_from(glues))
        if what == "e":
            part = draw(entries(number, strings, hard=hard, begins_line="\n" in glue))
        elif what == "s":
            part = draw(definitions(number, strings))
        else:
            part = Part(text=draw(st.sampled_from(PROSE)))
            glue = glue or "\n"
        parts.append((glue, part))
    return parts


def laid_out(parts, line_end="\n"):
    """Give the text of a library and where each part stands in it."""
    text, placed = "", []
    for glue, part in parts:
        text += glue.replace("\n", line_end)
        written = part.text.replace("\n", line_end)
        placed.append(Placed(part, len(text) + len(written) - len(written.lstrip(" \t")), len(text) + len(written)))
        text += written
    return text + line_end, placed
