"""The quiet line under gathered words: which notes say this, where, and where each is edited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moa.corpus import SOURCE
from moa.folding.parts import Part
from moa.folding.relinking import to_page
from moa.folding.setting import Setting
from moa.folding.words import WORDS, escaped, link, raw_lines
from moa.overlaps import Member


@dataclass(frozen=True)
class Context:
    """The part of a page in which something is gathered."""

    setting: Setting
    page: str
    part: Part

    @property
    def in_korean(self) -> bool:
        """Whether the words around are Korean."""
        return self.setting.is_korean(self.page) or self.part.is_korean

    @property
    def language(self) -> str:
        """The language of the words around."""
        return SOURCE if self.in_korean else self.setting.language


def source_line(members: Sequence[Member], context: Context) -> Iterator[str]:
    """The quiet line that leads to the notes and to where each is edited."""
    if members:
        words = WORDS[context.language]
        listed = " · ".join(_source(member, context) for member in members)
        yield f'{words["sources"]}: {listed}\n{{: .moa-sources data-search-exclude="sources" }}'


def _source(member: Member, context: Context) -> str:
    setting, words = context.setting, WORDS[context.language]
    section = setting.section(member.address)
    note = setting.corpus.pages[section.path].note
    short = escaped(setting.short(note, context.language))
    lines = raw_lines(section.raw, context.language)
    named = link(f"{short} {lines}".strip(), to_page(section.page, section.id, context.page), class_="moa-source")
    file, line = _manuscript(member.address, context)
    address = setting.edit(file)
    if not address:
        return named
    title = words["edit_title"].format(setting.short(note, context.language))
    return f"{named} {link(words['edit'], f'<{address}#L{line}>', class_='moa-edit', title=title)}"


def _manuscript(address: str, context: Context) -> tuple[str, int]:
    """The file and the line in which the section is written in this language, else in Korean."""
    section = context.setting.section(address)
    other = context.setting.corpus.page(context.language, section.page)
    found = next((each for each in other.sections if each.id == section.id), None) if other else None
    return (found.path, found.line) if found else (section.path, section.line)
