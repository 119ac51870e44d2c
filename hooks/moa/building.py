"""What the build of a language starts from, taken from a book."""

from collections.abc import Callable, Mapping

from moa.book import Book
from moa.corpus import SOURCE
from moa.fallbacks import Links, compose
from moa.folding.setting import Setting, Source


def setting(
    book: Book,
    language: str,
    sources: Mapping[str, Source] | None = None,
    edit: Callable[[str], str | None] = lambda path: None,
) -> Setting:
    """The setting of a build; without `sources`, with the texts that its pages really have."""
    if sources is None:
        sources = {page.name: _source(book, page.name, language) for page in book.corpus.in_language(SOURCE)}
    return Setting(language, book.corpus, book.planned[0], book.decisions, book.entries, sources, book.guide, edit)


def _source(book: Book, name: str, language: str) -> Source:
    korean = book.corpus.pages[f"{SOURCE}/{name}.md"]
    translated = None if language == SOURCE else book.corpus.page(language, name)
    if translated is None:
        return Source(korean.text, SOURCE)
    return Source(compose(korean.text, translated.text, Links("")), language)
