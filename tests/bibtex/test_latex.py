import unicodedata

import pytest

from evidence.bibtex.latex import plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"na{\"\i}ve na{\"{\i}}ve \'{\j}", "naïve naïve j́"),
        (r"{\'E}tienne \'Etienne {\O}re \O re \AA ngstr\"om", "Étienne Étienne Øre Øre Ångström"),
        (r"\~{} and \^{} and \'{}!", "~ and ^ and !"),
        (r"\L ukasz, \v Capek, \vspace{1cm}x", "Łukasz, Čapek, x"),
        (r"Dvo{\v{r}}{\'a}k \u{g} \k{a} \H{o} \c{s} \d{h} \b{o} \=a \.z", "Dvořák ğ ą ő ş ḥ o̱ ā ż"),
        (r"a\,b\;c\ d\-e\/f\!g \{h\} i\_j \#1 \\ k", "a b c defg {h} i_j #1 k"),
        (r"\emph{Homo \textbf{sapiens}} {\em sic} \textsc{nmda}", "Homo sapiens sic nmda"),
        (r"\unknown{argument} \unknown alone \textcelsius", r"argument \unknown alone ℃"),
        (r"\href{http://x/{y}}{text} {\noopsort{b}}c \noopsort d", "text c d"),
        (r"10--20 --- ``so'' it~is", "10\u201320 — “so” it is"),
        (r"$\leq$ 5, $x$, $n=30$, $H_2O$, $ + $, \(\beta\)-blockers", "≤ 5, x, n=30, H2O, + , β-blockers"),
        ("US$ 5 and US$ 6, $", "US$ 5 and US$ 6, $"),
        ("a_b ^ c", "a_b ^ c"),
        ("{a}_b ^ $n_1$_c", "a_b ^ n1_c"),
        ("x &lt; y &amp; <sup>2</sup> < 3 <jats:p>z</jats:p>", "x < y & 2 < 3 z"),
        ("trailing \\", "trailing \\"),
        ("}}unbalanced{{", "unbalanced"),
        ("é", "é"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_a_value_is_given_as_it_would_be_printed(value, expected):
    assert plain(value) == unicodedata.normalize("NFC", expected)


def test_dollars_far_apart_are_not_mathematics():
    value = "$" + "a <" * 100 + "$"
    assert plain(value) == value


def test_a_letter_keeps_thirty_marks_at_most():
    assert len(plain("q" + "\u0323" * 1000)) == 31
    assert plain("q" + "\u0323" * 20 + "…" * 40 + "x").endswith("…" * 40 + "x")
