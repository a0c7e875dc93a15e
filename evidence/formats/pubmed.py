"""PubMed's XML read into entries, record by record as the text comes."""

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.formats.draft import Draft
from evidence.formats.items import Item, Items
from evidence.formats.pubmed_parts import date_of, identifiers_of, names_of, notices_of, pages_of
from evidence.formats.xml_items import Names, slices
from evidence.formats.xml_text import leaves, text_at, text_of, texts_at

_RECORDS: Final = Names("PubmedArticle", "PubmedBookArticle")
_USED: Final = frozenset(
    (
        *("PMID", "ArticleTitle", "Title", "ISOAbbreviation", "Volume", "Issue", "PubDate", "Pagination", "Abstract"),
        *("AuthorList", "Language", "ISSN", "KeywordList", "ArticleIdList", "CommentsCorrectionsList", "MedlineTA"),
        *("BookTitle", "Isbn", "PublisherName", "Publisher", "CollectionTitle", "Edition"),
    )
)


def read_pubmed(pieces: Iterable[str], *, name: str) -> Iterator[Entry | Problem | Rest]:
    """Give the entries, problems and an empty rest of PubMed's XML; the text between records is not kept."""
    items = Items(file=name, whole=False)
    for found in slices(pieces, _RECORDS, file=name):
        record = found.element
        if record is None:
            yield items.rejected(f"the record cannot be read: {found.reason}", line=found.line, raw=found.raw)
            continue
        draft = Draft()
        kind = _book(record, draft) if record.tag == "PubmedBookArticle" else _article(record, draft)
        yield from items.taken(Item(kind, draft, found.raw, found.line, remarks=found.remarks))
    yield items.rest()


def _article(record: Element, draft: Draft) -> str:
    article = "MedlineCitation/Article"
    journal = f"{article}/Journal"
    draft.put_tex("author", names_of(record.findall(f"{article}/AuthorList")))
    title = text_at(record, f"{article}/ArticleTitle") or text_at(record, f"{article}/VernacularTitle")
    draft.put("title", title.removesuffix("."))
    short = text_at(record, f"{journal}/ISOAbbreviation") or text_at(
        record, "MedlineCitation/MedlineJournalInfo/MedlineTA"
    )
    draft.put("journal", text_at(record, f"{journal}/Title") or short)
    draft.put("shortjournal", short)
    draft.put_all(date_of(record.find(f"{journal}/JournalIssue/PubDate")))
    draft.put("volume", text_at(record, f"{journal}/JournalIssue/Volume"))
    draft.put("number", text_at(record, f"{journal}/JournalIssue/Issue"))
    draft.put("pages", pages_of(record.find(f"{article}/Pagination")))
    draft.put("pmid", text_at(record, "MedlineCitation/PMID"))
    draft.put(
        "issn",
        ", ".join(dict.fromkeys(texts_at(record, f"{journal}/ISSN", "MedlineCitation/MedlineJournalInfo/ISSNLinking"))),
    )
    identifiers_of(record, draft, "PubmedData/ArticleIdList/ArticleId", f"{article}/ELocationID")
    _shared(record, draft, article, "MedlineCitation")
    notices_of(record, draft)
    for part in ("MedlineCitation", article, journal, f"{journal}/JournalIssue", "PubmedData"):
        _keep_leaves(record.find(part), draft)
    return "article"


def _book(record: Element, draft: Draft) -> str:
    document = "BookDocument"
    book = f"{document}/Book"
    lists = record.findall(f"{document}/AuthorList") + record.findall(f"{book}/AuthorList")
    for role in ("author", "editor"):
        draft.put_tex(role, names_of([one for one in lists if one.get("Type", "authors") == f"{role}s"]))
    chapter, whole = text_at(record, f"{document}/ArticleTitle"), text_at(record, f"{book}/BookTitle")
    draft.put("title", (chapter or whole).removesuffix("."))
    if chapter:
        draft.put("booktitle", whole)
    draft.put_all(date_of(record.find(f"{book}/PubDate")))
    draft.put("publisher", text_at(record, f"{book}/Publisher/PublisherName"))
    draft.put("address", text_at(record, f"{book}/Publisher/PublisherLocation"))
    draft.put("series", text_at(record, f"{book}/CollectionTitle"))
    draft.put("edition", text_at(record, f"{book}/Edition"))
    draft.put("volume", text_at(record, f"{book}/Volume"))
    draft.put("isbn", ", ".join(texts_at(record, f"{book}/Isbn")))
    draft.put("pmid", text_at(record, f"{document}/PMID"))
    identifiers_of(record, draft, f"{document}/ArticleIdList/ArticleId", "PubmedBookData/ArticleIdList/ArticleId")
    _shared(record, draft, document, document)
    for part in (document, book, "PubmedBookData"):
        _keep_leaves(record.find(part), draft)
    return "incollection" if chapter else "book"


def _shared(record: Element, draft: Draft, content: str, words: str) -> None:
    parts = []
    for part in record.findall(f"{content}/Abstract/AbstractText"):
        label = part.get("Label")
        parts.append(f"{label}: {text_of(part)}" if label else text_of(part))
    draft.put("abstract", "\n".join(parts))
    draft.put("language", ", ".join(texts_at(record, f"{content}/Language")))
    draft.put("keywords", ", ".join(texts_at(record, f"{words}/KeywordList/Keyword")))


def _keep_leaves(part: Element | None, draft: Draft) -> None:
    """Keep each element of a part that no field was made of, under its own name."""
    for child in part if part is not None else ():
        if child.tag not in _USED and child.tag not in {"Article", "Journal", "JournalIssue", "Book", "ELocationID"}:
            draft.keep(child.tag, leaves(child))
