"""Pages as a site shows them, made into what an index takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from moa.corpus import Corpus
from moa.glossary import Term
from moa.languages import GLOSSARY, LANGUAGES
from moa.searching.entries import Definition, Entry
from moa.searching.names import names_of, names_of_term
from moa.searching.passages import read_passages


@dataclass(frozen=True)
class Shown:
    """A page of the language that is built: its name in the tree, address within the site, title, and content."""

    name: str
    url: str
    title: str
    html: str
    trail: tuple[str, ...] = ()
    boost: float = 1.0


def entries(pages: Sequence[Shown], corpus: Corpus, language: str) -> list[Entry]:
    """The entries of an index, in the order of their pages."""
    return [_entry(page, corpus, language) for page in pages]


def definitions(pages: Sequence[Shown], corpus: Corpus, language: str) -> list[Definition]:
    """The definitions of terms, each leading to the page that explains the term, else to the glossary's."""
    by_name = {page.name: page for page in pages}
    return [each for term in corpus.targets.terms.values() if (each := _definition(term, by_name, language))]


def _entry(page: Shown, corpus: Corpus, language: str) -> Entry:
    passages = read_passages(page.html)
    names = names_of(corpus, page.name, language, passages)
    return Entry(page.url, page.title, passages, page.trail, names, page.boost)


def _definition(term: Term, pages: dict[str, Shown], language: str) -> Definition | None:
    home, _, anchor = term.home.partition("#")
    name, anchor = (home, anchor) if home in pages else (GLOSSARY, term.id)
    words = term.definition.get(language, "")
    if not words or name not in pages:
        return None
    other = next(term.name(code) for code in LANGUAGES if code != language)
    page = pages[name]
    url = f"{page.url}#{anchor}" if anchor else page.url
    return Definition(term.name(language), other, words, url, page.title, page.trail, tuple(names_of_term(term)))
