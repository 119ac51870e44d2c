"""A page made ready for checking: its text with code blanked out, its links, and what readers get of it."""

from dataclasses import dataclass
from functools import cached_property

import markdown
from markdown_it import MarkdownIt

from moa.masking import Link, definitions_of, links_of, masked
from moa.pages import Page
from moa.problems import Problem, Severity
from moa.rendering import Rendered, render


@dataclass(frozen=True)
class Reading:
    """A page, its text as MkDocs reads it, the same with code, comments and escapes blanked, and its rendering."""

    page: Page
    text: str
    masked: str
    rendered: Rendered | None

    def problem(self, offset: int, fact: str, way_out: str = "", severity: Severity = "error") -> Problem:
        """A problem at an offset of the text."""
        line = self.text.count("\n", 0, offset) + 1
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        return Problem(self.page.path, line, column, fact, way_out, severity)

    def at_line(self, line: int, fact: str, way_out: str = "", severity: Severity = "error") -> Problem:
        """A problem of a whole line."""
        return Problem(self.page.path, line, 1 if line else 0, fact, way_out, severity)

    @cached_property
    def definitions(self) -> tuple[tuple[str, Link], ...]:
        """The page's link definitions: normalized label and where it leads."""
        return tuple(definitions_of(self.masked))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every inline link and image, and every link definition."""
        return links_of(self.masked)


def read(page: Page, parser: MarkdownIt, renderer: markdown.Markdown) -> Reading:
    """Make a page ready for checking."""
    return Reading(page, page.plain, masked(page.plain, parser), render(page.plain, renderer))
