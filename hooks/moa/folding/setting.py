"""What the pages of one build share: its language, its texts cut into parts, the plan, and who wrote what."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from moa.corpus import Corpus
from moa.corrections import split_corrections
from moa.definitions import Definitions
from moa.folding.parts import Part, Parts, read_parts
from moa.languages import SOURCE, note_of
from moa.overlaps import Decisions
from moa.pages import Section
from moa.plan import Plan
from moa.references import settled
from moa.schemas.corrections import Correction
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

    @property
    def address(self) -> str:
        """The section's address."""
        return f"{self.page}#{self.part.section.id}"


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
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def pages(self) -> Mapping[str, Parts]:
        """The pages of this language, cut."""
        return {name: self._parts(name, source) for name, source in self.sources.items()}

    def _parts(self, name: str, source: Source) -> Parts:
        page = self.corpus.page(source.language, name)
        return read_parts(source.text, page.cut if page and page.has_lines_of(source.text) else None)

    @cached_property
    def _own(self) -> Mapping[str, Telling]:
        """What every section of a note says in this language."""
        notes = (name for name in self.pages if note_of(name))
        return {each.address: each for name in notes for each in self._of_page(name, self.pages[name])}

    @cached_property
    def _korean(self) -> Mapping[str, Telling]:
        """The same in Korean."""
        if self.language == SOURCE:
            return self._own
        notes = (page for page in self.corpus.in_language(SOURCE) if page.note)
        texts = {page.name: settled(page.text, page.name, SOURCE, self.corpus.targets) for page in notes}
        parts = {name: self._parts(name, Source(text, SOURCE)) for name, text in texts.items()}
        return {each.address: each for name in parts for each in self._of_page(name, parts[name])}

    def _of_page(self, name: str, parts: Parts) -> Iterator[Telling]:
        foreign = parts is self.pages.get(name) and self.is_fallback(name)
        for part in reversed(parts.parts):  # of a doubled id the first counts, as it does for the plan
            words, corrections = split_corrections(part.body)
            yield Telling(name, part, words, corrections, parts.definitions, part.is_korean or foreign)

    def telling(self, address: str, in_korean: bool) -> Telling | None:
        """What a section says, in this language or in Korean; None where no page holds it.

        Broken markup can hide a section of a translated page; the Korean stands in for it then.
        """
        if not in_korean and address in self._own:
            return self._own[address]
        found = self._korean.get(address)
        return replace(found, is_korean=True) if found and not in_korean else found

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
