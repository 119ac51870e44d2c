"""What the pages of one build share: its language, its texts cut into parts, the plan, and who wrote what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from moa.corpus import SOURCE, Corpus, Section
from moa.definitions import Definitions
from moa.folding.corrections import split_corrections
from moa.folding.parts import Part, Parts, read_parts
from moa.overlaps import Decisions
from moa.plan import Plan
from moa.schemas.notes import NoteEntry


@dataclass(frozen=True)
class Source:
    """A page as it enters the fold, and the language of its file: Korean for want of a translation."""

    text: str
    language: str


class Words(NamedTuple):
    """Words and the language that they are in."""

    text: str
    language: str


@dataclass(frozen=True)
class Telling:
    """What a section of a note says: its words without corrections, and the definitions of its page.

    `is_korean`: the words stand in for a translation that is missing.
    """

    page: str
    part: Part
    words: str
    corrections: tuple[str, ...]
    definitions: Definitions
    is_korean: bool


@dataclass(frozen=True)
class Setting:
    """One language's build.

    `order` has the pages of the guide as they are read; `edit` gives the address where a file below docs/ is
    edited, or None.
    """

    language: str
    corpus: Corpus
    plan: Plan
    decisions: Decisions
    entries: Mapping[str, NoteEntry]
    sources: Mapping[str, Source]
    order: tuple[str, ...] = ()
    edit: Callable[[str], str | None] = lambda path: None

    @cached_property
    def pages(self) -> Mapping[str, Parts]:
        """The pages of this language, cut."""
        return {name: read_parts(source.text) for name, source in self.sources.items()}

    @cached_property
    def korean(self) -> Mapping[str, Parts]:
        """The Korean pages of notes, cut; the same where Korean is built."""
        if self.language == SOURCE:
            return self.pages
        notes = (page for page in self.corpus.in_language(SOURCE) if page.note)
        return {page.name: read_parts(page.text) for page in notes}

    def telling(self, address: str, in_korean: bool) -> Telling:
        """What a section says, in this language or in Korean."""
        page, _, name = address.partition("#")
        parts = (self.korean if in_korean else self.pages)[page]
        part = next(each for each in parts.parts if each.section.id == name)
        words, corrections = split_corrections(part.body)
        stands_in = not in_korean and (part.is_korean or self.is_fallback(page))
        return Telling(page, part, words, corrections, parts.definitions, stands_in)

    def title(self, page: str, heading: str) -> Words:
        """The words of a heading as this build shows them."""
        for part in self.pages[page].parts if page in self.pages else ():
            if part.section.id == heading:
                return Words(part.section.title, SOURCE if part.is_korean else self.language_of(page))
        return Words(heading, self.language_of(page))

    def language_of(self, page: str) -> str:
        """The language in which a page stands: Korean for want of a translation."""
        return SOURCE if page not in self.sources or self.is_korean(page) else self.language

    def is_korean(self, page: str) -> bool:
        """Whether the page as a whole is Korean."""
        return self.sources[page].language == SOURCE

    def is_fallback(self, page: str) -> bool:
        """Whether the page as a whole stands in for a translation."""
        return self.is_korean(page) and self.language != SOURCE

    def section(self, address: str) -> Section:
        """The Korean section of that address."""
        return self.corpus.by_address[address]

    def short(self, note: str, language: str) -> str:
        """A note's short name."""
        entry = self.entries.get(note)
        names = entry.value.get("short") if entry else None
        return (names and (names.get(language).words or names.get(SOURCE).words)) or note
