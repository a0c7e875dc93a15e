import pytest

from evidence.formats.detect import Format, format_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@article{a, title={T}}", Format.BIBTEX),
        ("\ufeff% made by hand\n@ARTICLE(a, title={T})", Format.BIBTEX),
        ("TY  - JOUR\nER  -", Format.RIS),
        ("\ufeff\r\n1.\r\nTY  - JOUR\r\n", Format.RIS),
        ("Scopus\nEXPORT DATE: 2 March 2019\n\nTY  - JOUR\n", Format.RIS),
        ("ty - jour\n", Format.RIS),
        ("\n\nPMID- 123\nOWN - NLM\n", Format.NBIB),
        ('[{"id": "a", "type": "article-journal"}]', Format.CSL_JSON),
        ('{"items": [{"id": "a", "issued": {}}]}', Format.CSL_JSON),
        ("[\n]\n", Format.CSL_JSON),
        ('<?xml version="1.0"?><!DOCTYPE PubmedArticleSet><PubmedArticleSet>', Format.PUBMED_XML),
        ("<PubmedArticle>\n", Format.PUBMED_XML),
        ("<PubmedBookArticleSet><PubmedBookArticle>", Format.PUBMED_XML),
        ('<?xml version="1.0"?><xml><records><record>', Format.ENDNOTE_XML),
        ("<xml>\n<records>\n<record >", Format.ENDNOTE_XML),
        ("@misc{a, note={\nTY  - JOUR\n}}", Format.BIBTEX),
        ("TY  - JOUR\nN1  - \n@misc{a, title={T}}\nER  -", Format.RIS),
        ("", None),
        ("Dear colleague,\nsee me @ noon", None),
        ("<html><body>Sign in</body></html>", None),
        ("<?xml version='1.0'?><feed><entry/></feed>", None),
        ('{"name": "a-package", "version": "1.0"}', None),
        ("[1, 2, 3]", None),
        ("FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n", None),
        ("%0 Journal Article\n%T Title\n", None),
        ("title,year\nT,2001\n", None),
        ("%PDF-1.7\n", None),
    ],
)
def test_the_format_is_told_by_content(text, expected):
    assert format_of(text) is expected


def test_each_format_is_named_as_a_person_would_type_it():
    assert [str(one) for one in Format] == ["bibtex", "ris", "csl-json", "nbib", "pubmed-xml", "endnote-xml"]
