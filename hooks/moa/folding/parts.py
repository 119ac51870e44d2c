"""A page's text cut into its sections, ready to be put together anew, the Korean that fills its gaps included."""

import html
import re
from dataclasses import dataclass

from moa.definitions import Definitions, read_definitions
from moa.plain_text import line_fed, plain
from moa.sections import Page, Section, read_page
from moa.spans import UNTRANSLATED

_OPENING = re.compile(rf"(?:\A|\n)(/{{3,}}) {UNTRANSLATED}\s*\Z")
_WRAPPED = re.compile(rf"/{{3,}} {UNTRANSLATED}$", re.M)
_NOTICE = re.compile(r'^<p class="moa-notice moa-notice--(missing|behind)".*</p>$\n?', re.M)


@dataclass(frozen=True)
class Part:
    """A section of a page in its language; `state` is missing (the words are Korean), behind or current (empty)."""

    section: Section
    body: str
    state: str = ""
    notice: str = ""

    @property
    def is_korean(self) -> bool:
        """Whether the words stand in Korean on a page of another language."""
        return self.state == "missing"

    @property
    def is_korean_inside(self) -> bool:
        """Whether the heading is translated and what stands under it is not, as a page's title may be."""
        return self.body.startswith("/") and _WRAPPED.match(self.body) is not None

    @property
    def words(self) -> str:
        """The body below its notice, as the page shows it."""
        return "\n\n".join(each for each in (self.notice, self.body) if each)

    def heading(self, **extra: str) -> str:
        """The heading as Markdown, with more attributes."""
        written = {name.replace("_", "-"): value for name, value in extra.items()}
        attributes = {**self.section.attributes, **written}
        pairs = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
        id_ = f" #{self.section.id}" if self.section.id else ""
        listed = f" {{:{id_}{pairs} }}" if id_ or pairs else ""
        return f"{'#' * self.section.level} {self.section.title}{listed}"


@dataclass(frozen=True)
class Parts:
    """A page: what stands before its first heading, its sections, and its definitions, which the sections lack."""

    front: str
    parts: tuple[Part, ...]
    definitions: Definitions


def read_parts(text: str, cut: Page | None = None) -> Parts:
    """Cut a page as it comes from its file or from `compose`; `cut` saves the work where it is done already."""
    shown = plain(text)
    cut = cut or read_page(shown)
    definitions = read_definitions(shown)
    lines = _but(shown.split("\n"), definitions)
    first = cut.sections[0].line - 1 if cut.sections else len(lines)
    # Front matter is blank in what is shown, and stays.
    front, fence = _opened("\n".join(_but(line_fed(text).split("\n"), definitions)[:first]).strip("\n"))
    parts = []
    for section in cut.sections:
        start = section.line - 1 + section.height
        own, (body, fence) = fence, _opened("\n".join(lines[start : section.end]).strip("\n"))
        parts.append(_part(section, _closed(body, own) if own else body))
    return Parts(front, tuple(parts), definitions)


def _part(section: Section, body: str) -> Part:
    found = _NOTICE.search(body)
    if not found or (found[1] == "missing" and "lang" not in section.attributes):
        return Part(section, body)  # a title that stands translated over Korean words keeps them as they are
    rest = (body[: found.start()] + body[found.end() :]).strip("\n")
    return Part(section, rest, found[1], found[0].strip())


def _opened(body: str) -> tuple[str, str]:
    """The body without the fence at its end that opens the next section, and that fence."""
    found = _OPENING.search(body)
    return (body[: found.start()].strip("\n"), found[1]) if found else (body, "")


def _closed(body: str, fence: str) -> str:
    before, found, after = f"\n{body}\n".rpartition(f"\n{fence}\n")
    return f"{before}\n{after}".strip("\n") if found else body


def _but(lines: list[str], definitions: Definitions) -> list[str]:
    """The lines with those of definitions blank."""
    return ["" if number in definitions.lines else line for number, line in enumerate(lines)]
