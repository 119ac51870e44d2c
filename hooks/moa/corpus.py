"""A docs tree as a value: its pages in both languages, the texts of its data files, and what references may name."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import PurePosixPath

from markdown_it import MarkdownIt

from moa.exhibits import is_exhibit
from moa.languages import LANGUAGES, SOURCE
from moa.markdown import block_parser, parser
from moa.pages import Note, Page, Section
from moa.plain_text import plain
from moa.references import as_words
from moa.renamed import FILE as RENAMED
from moa.sections import read_page
from moa.targets import Targets, read_targets

DATA_FILES = ("notes.yml", "glossary.yml", "overlaps.yml", "nav.yml", "corrections.yml", RENAMED)


@dataclass(frozen=True)
class Corpus:
    """Everything a check looks at: pages and what they show by path, data files by name, the paths of all files."""

    pages: Mapping[str, Page]
    data: Mapping[str, str]
    files: frozenset[str]
    exhibits: Mapping[str, str] = field(default_factory=dict)
    _targets: Callable[[], Targets] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def targets(self) -> Targets:
        """What references may name."""
        return self._targets() if self._targets else read_targets(self.pages.values(), self.data)

    def shown(self, page: str, language: str = SOURCE) -> Callable[[str], str]:
        """What reads the references in the words of a page as the words that they show."""
        return partial(_shown, page, language, lambda: self.targets)

    def in_language(self, language: str) -> tuple[Page, ...]:
        """The pages of one language, by path."""
        return tuple(page for page in self.pages.values() if page.language == language)

    def page(self, language: str, name: str) -> Page | None:
        """The page of that name in that language."""
        return self.pages.get(f"{language}/{name}.md")

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The notes that have Korean pages, by id."""
        folders: dict[str, list[Page]] = {}
        for page in self.in_language(SOURCE):
            if page.note:
                folders.setdefault(page.note, []).append(page)
        return tuple(Note(name, tuple(pages)) for name, pages in folders.items())

    @cached_property
    def by_address(self) -> Mapping[str, Section]:
        """The Korean sections that have an id, by address; of doubled ones the first."""
        found: dict[str, Section] = {}
        for page in self.in_language(SOURCE):
            for section in page.sections:
                if section.id:
                    found.setdefault(section.address, section)
        return found


def read_corpus(texts: Mapping[str, str], files: Iterable[str] = ()) -> Corpus:
    """A corpus from texts by path relative to docs/ (`ko/notes/a/x.md`, `notes.yml`); `files` names all others."""
    data = {name: texts[name] for name in DATA_FILES if name in texts}
    pages: dict[str, Page] = {}
    targets = cache(lambda: read_targets(pages.values(), data))  # read when the first fingerprint or reference asks
    reading = _Reading(block_parser(), parser(), targets)
    pages.update({path: reading.page(path, texts[path]) for path in sorted(texts) if is_page(path)})
    exhibits = {path: texts[path] for path in sorted(texts) if is_exhibit(path)}
    return Corpus(pages, data, frozenset(files) | frozenset(texts), exhibits, targets)


def is_page(path: str) -> bool:
    """Whether a path relative to docs/ is a page of one of the book's languages."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    return len(parts) > 1 and parts[0] in LANGUAGES and path.endswith(".md") and not hidden


@dataclass(frozen=True)
class _Reading:
    """The parsers that pages share, and what their references may name once all are read."""

    blocks: MarkdownIt
    words: MarkdownIt
    targets: Callable[[], Targets]

    def page(self, path: str, text: str) -> Page:
        language, _, rest = path.partition("/")
        name = rest.removesuffix(".md")
        cut = read_page(plain(text), self.blocks)
        shown = partial(_shown, name, language, self.targets)
        found = tuple(Section(language, name, path, section, self.words, shown) for section in cut.sections)
        return Page(language, name, path, text, cut, found)


def _shown(page: str, language: str, targets: Callable[[], Targets], text: str) -> str:
    return as_words(text, page, language, targets()) if "[[" in text else text
