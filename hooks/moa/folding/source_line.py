"""The quiet line under gathered words: which notes say this, where, and where each is edited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moa.folding.parts import Part
from moa.folding.relinking import to_page
from moa.folding.setting import Setting
from moa.folding.words import WORDS, escaped, link, raw_lines
from moa.languages import SOURCE
from moa.overlaps import Member
from moa.pages import Section


@dataclass(frozen=True)
class Context:
    """The part of a page in which something is gathered."""

    setting: Setting
    page: str
    part: Part

    @property
    def in_korean(self) -> bool:
        """Whether the words around are Korean."""
        return self.setting.is_korean(self.page) or self.part.is_korean or self.part.is_korean_inside

    @property
    def language(self) -> str:
        """The language of the words around."""
        return SOURCE if self.in_korean else self.setting.language


def source_line(members: Sequence[Member], context: Context) -> Iterator[str]:
    """The quiet line that leads to the notes and to where each section is edited; each note is named once."""
    by_note: dict[str, list[str]] = {}
    for member in members:
        section = context.setting.section(member.address)
        said = by_note.setdefault(context.setting.corpus.pages[section.path].note, [])
        said.append(_source(section, context, is_named=not said))
    if by_note:
        listed = " · ".join(", ".join(said) for said in by_note.values())
        yield f'{WORDS[context.language]["sources"]}: {listed}\n{{: .moa-sources data-search-exclude="sources" }}'


def _source(section: Section, context: Context, is_named: bool) -> str:
    """The link to a section on its note's page, with the note's name or its lines alone, and the link to edit it."""
    setting, words = context.setting, WORDS[context.language]
    short = setting.short(setting.corpus.pages[section.path].note, context.language)
    lines = raw_lines(section.raw, context.language)
    shown = f"{escaped(short)} {lines}".strip() if is_named or not lines else lines
    source = link(shown, to_page(section.page, section.id, context.page), class_="moa-source")
    file, line = _manuscript(section, context)
    address = setting.edit(file)
    if not address:
        return source
    title = words["edit_title"].format(short)
    return f"{source} {link(words['edit'], f'<{address}#L{line}>', class_='moa-edit', title=title)}"


def _manuscript(section: Section, context: Context) -> tuple[str, int]:
    """The file and the line in which the section is written in this language, else in Korean."""
    other = context.setting.corpus.page(context.language, section.page)
    found = next((each for each in other.sections if each.id == section.id), None) if other else None
    return (found.path, found.line) if found else (section.path, section.line)
