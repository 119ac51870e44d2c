"""Nothing is lost and nothing is said twice: in each language every section of every note has one place."""

from collections import Counter
from collections.abc import Iterator

from moa.book import Book
from moa.building import setting
from moa.folding.fold import fold
from moa.folding.page import How
from moa.languages import LANGUAGES
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
        held: dict[str, Counter[How]] = {}
        for emission in fold(setting(book, language)).emissions:
            held.setdefault(emission.address, Counter())[emission.how] += 1
        for address, told in plan.told.items():
            found = held.get(address, Counter())
            if found != Counter(_HELD[told.fate]):
                yield _wrong(book, address, language, told, found)


def _wrong(book: Book, address: str, language: str, told: Told, found: Counter[How]) -> Problem:
    section = book.corpus.by_address[address]
    wanted = " and ".join(_HELD[told.fate])
    held = ", ".join(f"{number} x {how}" for how, number in sorted(found.items())) or "nowhere"
    fact = f"in '{language}' the section '{section.id}' is {held} instead of once {wanted}"
    return Problem(section.path, section.line, 1, fact, "look for a doubled id, or for markup that hides a heading")
