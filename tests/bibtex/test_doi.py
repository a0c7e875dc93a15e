import pytest

from evidence.bibtex.doi import doi_in, doi_of

SICI = "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1016/S0140-6736(94)90566-5", "10.1016/s0140-6736(94)90566-5"),
        ("https://doi.org/10.1016/S0140-6736(94)90566-5", "10.1016/s0140-6736(94)90566-5"),
        ("http://dx.doi.org/10.1016%2FS0140-6736(05)67889-5", "10.1016/s0140-6736(05)67889-5"),
        ("10.1016%2FS0140-6736(05)67889-5", "10.1016/s0140-6736(05)67889-5"),
        ("DOI: 10.1016/S0140-6736(94)90566-5.", "10.1016/s0140-6736(94)90566-5"),
        ("info:doi/10.1136/bmj.38893.625023.55", "10.1136/bmj.38893.625023.55"),
        ("urn:doi:10.1136/bmj.38893.625023.55", "10.1136/bmj.38893.625023.55"),
        ("https://doi-org.proxy.example.edu/10.1001/jama.283.15.2008", "10.1001/jama.283.15.2008"),
        ("https://doi.acm.org/10.1145/359168.359176", "10.1145/359168.359176"),
        ("https://doi.org/10.1001/jama.283.15.2008?x=1#top", "10.1001/jama.283.15.2008"),
        ("https://www.pnas.org/doi/full/10.1073/pnas.0506580102", "10.1073/pnas.0506580102"),
        (r"10.1007/978-3-030\_9", "10.1007/978-3-030_9"),
        (r"10.1007/978-3-030{\_}9", "10.1007/978-3-030_9"),
        (r"\url{https://doi.org/10.1136/bmj.38893.625023.55}", "10.1136/bmj.38893.625023.55"),
        (r"\href{https://doi.org/10.1136/bmj.e1}{10.1136/bmj.e1}", "10.1136/bmj.e1"),
        (SICI.upper(), SICI),
        (SICI.replace("<", r"{\textless}").replace(">", r"{\textgreater}"), SICI),
        (SICI.replace("<", "&lt;").replace(">", "&gt;"), SICI),
        (SICI.replace("<", "$<$").replace(">", "$>$"), SICI),
        ("https://doi.org/" + SICI.replace("<", "%3C").replace(">", "%3E"), SICI),
        ("(10.1136/bmj.e1)", "10.1136/bmj.e1"),
        ("[10.1136/bmj.e1],", "10.1136/bmj.e1"),
        ("doi:10.1000/abc(1)", "10.1000/abc(1)"),
        ("(doi:10.1000/abc(1)).", "10.1000/abc(1)"),
        ("10.1136/bmj.e1; 10.1136/bmj.e2", "10.1136/bmj.e1"),
        ("10.1136/bmj.e1,10.1136/bmj.e2", "10.1136/bmj.e1"),
        ("10.1136/bmj.e1\u200b", "10.1136/bmj.e1"),
        ("10.1000.10/123456", "10.1000.10/123456"),
        ("10.3389/fpsyg.2013.00863/full", "10.3389/fpsyg.2013.00863"),
        ("10.1101/2020.03.03.20030890v2", "10.1101/2020.03.03.20030890"),
        ("10.1101/339747", "10.1101/339747"),
        ("10.1136/", None),
        ("10.1136/...", None),
        ("10/abc", None),
        ("https://doi.org/abc123", None),
        ("see the paper", None),
    ],
)
def test_the_doi_of_its_own_field_is_brought_into_one_form(value, doi):
    assert doi_of(value) == doi


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("https://onlinelibrary.wiley.com/doi/abs/10.1002/sim.968", "10.1002/sim.968"),
        ("https://onlinelibrary.wiley.com/doi/10.1002/sim.968/abstract", "10.1002/sim.968"),
        ("https://www.tandfonline.com/doi/pdf/10.1080/00031305.2016.1154108", "10.1080/00031305.2016.1154108"),
        ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000308", "10.1371/journal.pone.0000308"),
        ("http://link.springer.com/content/pdf/10.1007/s11192-010-0195-5.pdf", "10.1007/s11192-010-0195-5"),
        ("https://link.springer.com/article/10.1007%2Fs11192-010-0195-5", "10.1007/s11192-010-0195-5"),
        ("https://www.biorxiv.org/content/10.1101/339747v1.full.pdf", "10.1101/339747"),
        ("https://www.pnas.org/content/suppl/2005/10.1073", None),
        ("https://www.pnas.org/doi/10.1073/pnas.0506580102/-/DCSupplemental", "10.1073/pnas.0506580102"),
        ("https://example.org/~u/a%20b/10.1000/notadoi", None),
        ("Reprint; doi:10.1136/bmj.e1, free to read", "10.1136/bmj.e1"),
        (" 10.1136/bmj.e1 ", "10.1136/bmj.e1"),
        ("about 10.1136/bmj.e1", None),
    ],
)
def test_a_doi_elsewhere_must_be_labelled_or_resolved_or_stand_alone(text, doi):
    assert doi_in(text) == doi
