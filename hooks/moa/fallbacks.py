"""What an English page shows where its translation is missing or behind: the Korean at its place, and a notice."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile

from moa.definitions import Definitions, read_definitions, renamed
from moa.fences import fenced
from moa.plain_text import line_fed, plain
from moa.sections import Page, Section, read_page
from moa.spans import UNTRANSLATED
from moa.translations import Status, statuses

PREFIX = "ko-"  # of the definitions that travel with a Korean section
EXCLUDED = 'data-search-exclude="ko"'  # Material's search drops the attribute only where it has a value


@dataclass(frozen=True)
class Links:
    """Where a notice leads: the Korean page as seen from the English one, and where a translation is written."""

    korean: str
    translate: str | None = None


def compose(korean: str, english: str, links: Links, shown: Callable[[str], str] = str) -> str:
    """The English page with the Korean of every missing section, in Korean order, and a notice where one is behind.

    A page that is current comes back as it was. Sections without an id match nothing and are left out. The title
    counts as translated wherever the English page has one. `shown` reads the Korean page's references as words.
    """
    source, written = read_page(plain(korean)), read_page(plain(english))
    slots = tuple(_slots(source, written, shown))
    if not any(slot.is_marked for slot in slots):
        return english
    carried = _Carried(plain(korean).split("\n"), read_definitions(plain(korean)))
    lines = line_fed(english).split("\n")
    first = written.sections[0].line - 1 if written.sections else len(lines)
    parts = ["\n".join(lines[:first]), *_orphans(lines, written.sections, slots)]
    travelling: list[str] = []
    for slot in slots:
        chunks, needed = _shown(slot, lines, carried, links)
        parts += chunks
        travelling += needed
        if slot.english:
            after = [section for section in written.sections if section.line > slot.english.line]
            parts += _orphans(lines, after, slots)
    return "\n\n".join(part.strip("\n") for part in (*parts, *dict.fromkeys(travelling)) if part.strip()) + "\n"


@dataclass(frozen=True)
class _Slot:
    """A Korean section and what the English page has in its place."""

    korean: Section
    english: Section | None
    status: Status
    is_title: bool = False

    @property
    def lacks_words(self) -> bool:
        """Whether a title stands translated while what is said under it is not."""
        return self.is_title and not (self.english and self.english.body.strip()) and bool(self.korean.body.strip())

    @property
    def is_marked(self) -> bool:
        """Whether readers must be told something."""
        return self.status == "behind" or (self.status == "missing" and (self.lacks_words or not self.is_title))


def _slots(source: Page, written: Page, shown: Callable[[str], str]) -> Iterator[_Slot]:
    titles = [page.sections[0] for page in (source, written) if page.sections and page.sections[0].level == 1]
    for each in statuses(source, written, shown):
        if each.korean is None:
            continue
        if len(titles) == 2 and each.korean is titles[0]:
            yield _Slot(each.korean, titles[1], each.status, is_title=True)
        elif each.id:
            yield _Slot(each.korean, each.english, each.status)


@dataclass(frozen=True)
class _Carried:
    """The Korean page's lines, and the definitions that its sections take along."""

    lines: list[str]
    definitions: Definitions

    def words(self, section: Section) -> tuple[str, str, tuple[str, ...]]:
        """A section's title and body without definitions, and the definitions that both need, renamed."""
        start = section.line - 1 + section.height
        bare = [self.lines[number] for number in range(start, section.end) if number not in self.definitions.lines]
        title, needed = renamed(section.title, self.definitions, PREFIX)
        body, needed_below = renamed("\n".join(bare), self.definitions, PREFIX)
        return title, body.strip("\n"), (*needed, *needed_below)


def _shown(slot: _Slot, lines: list[str], carried: _Carried, links: Links) -> tuple[list[str], tuple[str, ...]]:
    """What stands in a slot, and the definitions that this needs at the end of the page."""
    chunk = _chunk(lines, slot.english) if slot.english else ""
    if not slot.is_marked:
        return [chunk], ()
    if slot.status == "behind" and slot.english:
        height = slot.english.height
        return [
            _chunk(lines, slot.english, 0, height),
            _behind(links, slot.korean.id),
            _chunk(lines, slot.english, height),
        ], ()
    title, body, needed = carried.words(slot.korean)
    heading = f'{"#" * slot.korean.level} {title} {{: #{slot.korean.id} lang="ko" {EXCLUDED} }}'
    inside = [_missing(links), body] if slot.is_title else [heading, _missing(links), body]
    wrapped = fenced(UNTRANSLATED, "\n\n".join(inside))
    return ([chunk, wrapped] if slot.is_title else [wrapped]), needed


def _missing(links: Links) -> str:
    words = "This section is not translated yet; it is shown in Korean."
    return _notice("missing", words, ("Translate it", links.translate, ""))


def _behind(links: Links, section: str) -> str:
    words = "The Korean of this section has changed since it was translated."
    korean = ("See the Korean", f"{links.korean}#{section}", ' hreflang="ko"')
    return _notice("behind", words, korean, ("Update the translation", links.translate, ""))


def _notice(kind: str, words: str, *ways: tuple[str, str | None, str]) -> str:
    made = [f' <a href="{escape(to)}"{attributes}>{label}</a>' for label, to, attributes in ways if to]
    return f'<p class="moa-notice moa-notice--{kind}" lang="en" {EXCLUDED}>{words}{"".join(made)}</p>'


def _chunk(lines: list[str], section: Section, start: int = 0, stop: int | None = None) -> str:
    return "\n".join(lines[section.line - 1 : section.end][start:stop])


def _orphans(lines: list[str], sections: Sequence[Section], slots: Sequence[_Slot]) -> list[str]:
    """The English sections that come next and match no Korean one; they stay with what stands before them."""
    claimed = {slot.english.line for slot in slots if slot.english}
    return [_chunk(lines, section) for section in takewhile(lambda each: each.line not in claimed, sections)]
