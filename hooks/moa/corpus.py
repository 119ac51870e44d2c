"""A docs tree as values: notes, pages and sections of both languages, with their places."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import PurePosixPath

from markdown_it import MarkdownIt

from moa import sections
from moa.data import read_data
from moa.fingerprint import fingerprint
from moa.glossary import read_terms
from moa.languages import GLOSSARY, LANGUAGES, SOURCE, note_of
from moa.markdown import block_parser, parser
from moa.references import as_words
from moa.renamed import FILE as RENAMED
from moa.renamed import read_renamed
from moa.sections import read_lines, read_page
from moa.targets import Targets, heading_words

DATA_FILES = ("notes.yml", "glossary.yml", "overlaps.yml", "nav.yml", "corrections.yml", RENAMED)
_ANCHOR = re.compile(r"""\bid\s*=\s*["']?([^\s"'>}]+)|\{:?[^{}\n]*?#([^\s{}#.]+)""")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)


@dataclass(frozen=True)
class Section:
    """A section with its place in the tree, and the parser that reads its words."""

    language: str
    page: str
    path: str
    cut: sections.Section
    markdown: MarkdownIt = field(repr=False, compare=False)
    shown: Callable[[str], str] = field(default=str, repr=False, compare=False)  # references as the words they show

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of Korean words, empty in a translation."""
        return fingerprint(self.cut, self.shown, self.markdown) if self.language == SOURCE else ""

    @property
    def id(self) -> str:
        """The anchor as the site gives it, empty where the heading has none of its own."""
        return self.cut.id

    @property
    def line(self) -> int:
        """The heading's line in the file, from 1."""
        return self.cut.line

    @property
    def address(self) -> str:
        """Page path without language and .md, `#`, id."""
        return f"{self.page}#{self.id}"

    @property
    def raw(self) -> frozenset[int]:
        """The raw lines that it restates; empty where `data-raw` is absent or unreadable."""
        return read_lines(self.cut.attributes.get("data-raw", "")) or frozenset()

    @property
    def of(self) -> str | None:
        """The fingerprint of the Korean section as translated, None where it is not given."""
        return self.cut.attributes.get("data-of")

    @property
    def origin(self) -> str | None:
        """Who added it where no note did: `editor`, or None."""
        return self.cut.attributes.get("data-origin")


@dataclass(frozen=True)
class Page:
    """A Markdown file: `path` is relative to docs/, `name` without language and .md, `text` as it stands."""

    language: str
    name: str
    path: str
    text: str
    cut: sections.Page
    sections: tuple[Section, ...]

    @property
    def note(self) -> str:
        """The id of the note whose folder holds the page, or an empty string."""
        return note_of(self.name)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a `#fragment` may name on the page."""
        named = (found[1] or found[2] for found in _ANCHOR.finditer(self.plain))
        return frozenset(named) | {section.id for section in self.sections if section.id}

    @cached_property
    def plain(self) -> str:
        """The text as MkDocs reads it, with its front matter blanked: same lines, no BOM, line feeds alone."""
        return plain(self.text)


@dataclass(frozen=True)
class Note:
    """A folder under ko/notes: the pages of one note in the source language."""

    id: str
    pages: tuple[Page, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The note's sections, page after page."""
        return tuple(section for page in self.pages for section in page.sections)


@dataclass(frozen=True)
class Corpus:
    """Everything a check looks at: pages by path, texts of data files by name, and the paths of all other files."""

    pages: Mapping[str, Page]
    data: Mapping[str, str]
    files: frozenset[str]

    @cached_property
    def targets(self) -> Targets:
        """What references may name."""
        return _targets(self.pages.values(), self.data)

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
    targets = cache(lambda: _targets(pages.values(), data))  # read when the first fingerprint or reference asks
    reading = _Reading(block_parser(), parser(), targets)
    pages.update({path: reading.page(path, texts[path]) for path in sorted(texts) if is_page(path)})
    return Corpus(pages, data, frozenset(files) | frozenset(texts))


def is_page(path: str) -> bool:
    """Whether a path relative to docs/ is a page of one of the book's languages."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    return len(parts) > 1 and parts[0] in LANGUAGES and path.endswith(".md") and not hidden


def plain(text: str) -> str:
    """A text as MkDocs reads it, front matter blanked so that lines keep their numbers."""
    return _FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), line_fed(text), count=1)


def line_fed(text: str) -> str:
    """A text without a byte order mark whose lines end in line feeds alone."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


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


def _targets(pages: Iterable[Page], data: Mapping[str, str]) -> Targets:
    headings: dict[tuple[str, str], Mapping[str, str]] = {}
    anchors: dict[str, frozenset[str]] = {}
    for page in pages:
        headings[page.language, page.name] = heading_words((each.id, each.cut.title) for each in page.sections)
        anchors[page.name] = anchors.get(page.name, frozenset()) | page.anchors
    terms, renamed = (read_data(name, data.get(name, ""))[0] for name in ("glossary.yml", RENAMED))
    by_id = {term.id: term for term in read_terms(terms)}
    if GLOSSARY in anchors:
        anchors[GLOSSARY] |= frozenset(by_id)  # the entries of the page, which is filled by the build
    found = Targets(headings, anchors, by_id)
    return replace(found, renamed=read_renamed(renamed, found.addresses))
