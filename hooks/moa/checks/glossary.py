"""The glossary: no name of two terms, and what the book still lacks."""

from collections.abc import Iterator

from moa.book import Book
from moa.data import Value
from moa.glossary import Term, read_terms
from moa.languages import GLOSSARY, LANGUAGES, SOURCE
from moa.problems import Problem

FILE = "glossary.yml"


def check(book: Book) -> Iterator[Problem]:
    """Names of two terms, a glossary without its page, terms without a definition or a home."""
    terms = read_terms(book.data.get(FILE, Value()))
    if terms and not book.corpus.page(SOURCE, GLOSSARY):
        fact = f"there is no page {SOURCE}/{GLOSSARY}.md to show the terms"
        yield Problem(FILE, 0, 0, fact, "write one with a title and a few words")
    yield from _doubled_names(terms)
    for term in terms:
        for language in LANGUAGES:
            if not term.definition[language]:
                fact = f"'{term.id}' has no definition in '{language}'"
                yield term.value.get("id").notice(FILE, fact, "say what it is in a sentence or two")
        if not term.home:
            fact = f"no section of the book explains '{term.id}' yet"
            yield term.value.get("id").notice(FILE, fact, "write one, and name it under home")


def _doubled_names(terms: tuple[Term, ...]) -> Iterator[Problem]:
    """Names that mean several terms and are not marked as everyday words in all of them: no mention could be linked."""
    owners: dict[str, Term] = {}
    for term in terms:
        for name in term.all_names:
            other = owners.setdefault("".join(name.split()).lower(), term)
            if other.id != term.id and not (name in term.everyday and name in other.everyday):
                fact = f"'{name}' is a name of '{other.id}' and of '{term.id}'"
                yield term.value.get("id").problem(FILE, fact, "keep it in one, or list it under everyday in both")
