"""Nothing is lost and nothing is said twice: in each language every section of every note has one place."""

from collections import Counter
from collections.abc import Iterator, Mapping

from moa.checks.book import Book
from moa.corpus import LANGUAGES, SOURCE
from moa.fallbacks import Links, compose
from moa.folding.fold import fold
from moa.folding.page import How
from moa.folding.setting import Setting, Source
from moa.plan import Fate, Told
from moa.problems import Problem

# What the built pages hold of a section, by its fate; its own page keeps the words that the guide tells.
_HELD: dict[Fate, tuple[How, ...]] = {
    "shown": ("shown",),
    "kept": ("folded", "told"),
    "added": ("folded", "told"),
    "folded": ("folded",),
}


def check(book: Book) -> Iterator[Problem]:
    """Sections that the pages, as they are really made, hold otherwise than planned."""
    plan, _ = book.planned
    for language in LANGUAGES:
        emissions = fold(setting(book, language)).emissions
        held: dict[str, Counter[How]] = {}
        for emission in emissions:
            held.setdefault(emission.address, Counter())[emission.how] += 1
        for address, told in plan.told.items():
            found = held.pop(address, Counter())
            if found != Counter(_HELD[told.fate]):
                yield _wrong(book, address, language, told, found)


def setting(book: Book, language: str, sources: Mapping[str, Source] | None = None) -> Setting:
    """What the build of a language starts from; without `sources`, with the texts that its pages really have."""
    if sources is None:
        sources = {page.name: _source(book, page.name, language) for page in book.corpus.in_language(SOURCE)}
    return Setting(language, book.corpus, book.planned[0], book.decisions, book.entries, sources, book.guide)


def _source(book: Book, name: str, language: str) -> Source:
    korean = book.corpus.pages[f"{SOURCE}/{name}.md"]
    translated = None if language == SOURCE else book.corpus.page(language, name)
    if translated is None:
        return Source(korean.text, SOURCE)
    return Source(compose(korean.text, translated.text, Links("")), language)


def _wrong(book: Book, address: str, language: str, told: Told, found: Counter[How]) -> Problem:
    section = book.corpus.by_address[address]
    wanted = " and ".join(_HELD[told.fate])
    held = ", ".join(f"{number} x {how}" for how, number in sorted(found.items())) or "nowhere"
    fact = f"in '{language}' the section '{section.id}' is {held} instead of once {wanted}"
    return Problem(section.path, section.line, 1, fact, "look for a doubled id, or for markup that hides a heading")
