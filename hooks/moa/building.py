"""What the build of a language starts from, taken from a book."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from moa.book import Book
from moa.data import Value
from moa.fallbacks import Links, compose
from moa.folding.setting import Setting, Source
from moa.languages import SOURCE
from moa.linking.site import Leaf, Site
from moa.markdown import block_parser
from moa.references import settled
from moa.schemas.corrections import read_corrections


def setting(
    book: Book,
    language: str,
    sources: Mapping[str, Source] | None = None,
    edit: Callable[[str], str | None] = lambda path: None,
) -> Setting:
    """The setting of a build; without `sources`, with the texts that its pages really have."""
    if sources is None:
        pages = book.corpus.in_language(SOURCE)
        sources = settled_sources(book, {page.name: _source(book, page.name, language) for page in pages})
    return Setting(
        language,
        book.corpus,
        book.planned[0],
        book.decisions,
        book.entries,
        sources,
        book.guide,
        edit,
        read_corrections(book.data.get("corrections.yml", Value())),
    )


def _source(book: Book, name: str, language: str) -> Source:
    korean = book.corpus.pages[f"{SOURCE}/{name}.md"]
    translated = None if language == SOURCE else book.corpus.page(language, name)
    if translated is None:
        return Source(korean.text, SOURCE)
    return Source(compose(korean.text, translated.text, Links(""), book.corpus.shown(name)), language)


def settled_sources(book: Book, sources: Mapping[str, Source]) -> dict[str, Source]:
    """The pages of a build with their references settled, before anything moves."""
    targets = book.corpus.targets
    return {
        name: replace(each, text=settled(each.text, name, each.language, targets)) for name, each in sources.items()
    }


def site(book: Book, language: str, sources: Mapping[str, Source]) -> Site:
    """The site of a build from its pages as they are about to be rendered, everything said once."""
    parser = block_parser()
    leaves = {}
    for name, source in sources.items():
        page = book.corpus.page(source.language, name)
        cut = page.cut.sections if page and page.has_lines_of(source.text) else None
        leaves[name] = Leaf(name, source.text, source.language, parser, cut)
    return Site(language, book.corpus.targets, book.planned[0], leaves, book.guide)
