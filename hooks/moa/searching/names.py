"""Other names of sections: the terms that they explain, and their headings in the other language."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from moa.corpus import Corpus
from moa.glossary import Term
from moa.languages import GLOSSARY, LANGUAGES
from moa.pages import Page, Section
from moa.plain_words import plain_words
from moa.searching.passages import Passage


def names_of(corpus: Corpus, page: str, language: str, passages: tuple[Passage, ...]) -> dict[str, tuple[str, ...]]:
    """The other names of a page's sections by anchor, those of the page itself under the empty one."""
    found: dict[str, list[str]] = defaultdict(list)
    own = corpus.page(language, page)
    title = own.sections[0].id if own and own.sections and own.sections[0].cut.level == 1 else ""
    for anchor, term in _terms(corpus, page):
        found["" if anchor == title else anchor] += names_of_term(term)
    others = _headings(corpus, page, language)
    for passage in passages:
        heading = others.get(_key(passage.anchor, "")) or others.get(_key("", passage.heading))
        if heading and heading != passage.heading:
            found[passage.anchor].append(heading)
    return {anchor: tuple(dict.fromkeys(names)) for anchor, names in found.items()}


def names_of_term(term: Term) -> list[str]:
    """What may be typed for a term: its names, how they are read, and names that are mistaken."""
    return list(dict.fromkeys((*term.all_names, *filter(None, (term.reading,)), *term.wrong)))


def _terms(corpus: Corpus, page: str) -> Iterator[tuple[str, Term]]:
    """The terms that a page explains, with the anchors at which it does."""
    for term in corpus.targets.terms.values():
        home, _, anchor = term.home.partition("#")
        if home == page:
            yield anchor, term
        if page == GLOSSARY:
            yield term.id, term


def _headings(corpus: Corpus, name: str, language: str) -> Mapping[tuple[str, str], str]:
    """The other language's headings of a page, by the anchor or the words of this language's.

    Sections are paired by their ids; where they have none by their order, if both languages have the same outline.
    """
    own = corpus.page(language, name)
    other = next((page for code in LANGUAGES if code != language and (page := corpus.page(code, name))), None)
    return dict(_pairs(own, other)) if own and other else {}


def _pairs(own: Page, other: Page) -> Iterator[tuple[tuple[str, str], str]]:
    if [section.cut.level for section in own.sections] == [section.cut.level for section in other.sections]:
        for one, two in zip(own.sections, other.sections, strict=True):
            yield _key("", _words(one)), _words(two)
    ids = {section.id: section for section in other.sections if section.id}
    for section in own.sections:
        if section.id in ids:
            yield _key(section.id, ""), _words(ids[section.id])
    if own.sections and other.sections:
        yield _key("", _words(own.sections[0])), _words(other.sections[0])


def _key(anchor: str, words: str) -> tuple[str, str]:
    return anchor, "".join(character for character in words.lower() if character.isalnum())


def _words(section: Section) -> str:
    return plain_words(section.cut.title).strip()
