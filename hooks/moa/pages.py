"""Pages and their sections as values, with their places in the tree."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from markdown_it import MarkdownIt

from moa import sections
from moa.directives import Directive, find_directives
from moa.fingerprint import fingerprint
from moa.languages import SOURCE, note_of
from moa.plain_text import plain
from moa.sections import read_lines

_ANCHOR = re.compile(r"""\bid\s*=\s*["']?([^\s"'>}]+)|\{:?[^{}\n]*?#([^\s{}#.]+)""")


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

    def has_lines_of(self, text: str) -> bool:
        """Whether a text is the page's own, its references settled or not: its sections stand on the same lines."""
        if text == self.text:
            return True
        lines, own = text.split("\n"), self.text.split("\n")
        is_alike = len(lines) == len(own) and all(a == b or "[[" in b for a, b in zip(lines, own, strict=True))
        return is_alike and not any("[[" in section.cut.title for section in self.sections)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a `#fragment` may name on the page."""
        named = (found[1] or found[2] for found in _ANCHOR.finditer(self.plain))
        return frozenset(named) | {section.id for section in self.sections if section.id}

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """The lines that take in something written elsewhere."""
        return find_directives(self.plain)

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
