"""A page of the guide with everything that it gathers."""

from collections.abc import Iterator
from dataclasses import dataclass

from moa.corpus import SOURCE
from moa.definitions import renamed
from moa.fallbacks import EXCLUDED
from moa.folding.page import Emission, Made, chunk, joined
from moa.folding.parts import Part, fenced
from moa.folding.relinking import relinked, to_page
from moa.folding.setting import Setting, Telling
from moa.folding.words import WORDS, escaped, link, raw_lines
from moa.gathers import find_gathers, replaced
from moa.overlaps import Member
from moa.untranslated import NAME


def guide_page(name: str, setting: Setting) -> Made:
    """The page of that name; a page that gathers nothing comes back as it was."""
    parts = setting.pages[name]
    if not any(find_gathers(part.body) for part in parts.parts):
        return Made(setting.sources[name].text)
    definitions: dict[str, None] = {}
    emissions: list[Emission] = []
    chunks = []
    for part in parts.parts:
        gathers = find_gathers(part.body)
        shown = []
        for gather in gathers:
            members = _first_time(gather.target, name, setting, emissions)
            found = _gathered(members, _Context(setting, name, part))
            shown.append(found.words)
            definitions |= dict.fromkeys(found.definitions)
            emissions += found.emissions
        chunks.append(chunk(part, replaced(part.body, gathers, shown)))
    return Made(joined(parts, chunks, definitions), tuple(emissions))


@dataclass(frozen=True)
class _Context:
    """The part of a page in which something is gathered."""

    setting: Setting
    page: str
    part: Part

    @property
    def in_korean(self) -> bool:
        return self.setting.is_korean(self.page) or self.part.is_korean

    @property
    def language(self) -> str:
        return SOURCE if self.in_korean else self.setting.language


@dataclass(frozen=True)
class _Gathered:
    words: str
    definitions: tuple[str, ...]
    emissions: tuple[Emission, ...]


def _first_time(target: str, page: str, setting: Setting, emissions: list[Emission]) -> tuple[Member, ...]:
    """What the line stands for, as far as it belongs to this page and does not stand on it already."""
    shown = {emission.address for emission in emissions}
    members = setting.plan.members.get(target, ())
    if any(member.address in shown or not _belongs(member, page, setting) for member in members):
        return ()
    return members


def _belongs(member: Member, page: str, setting: Setting) -> bool:
    place = setting.plan.told[member.address].place
    return place is not None and place.page == page


def _gathered(members: tuple[Member, ...], context: _Context) -> _Gathered:
    words: list[str] = []
    definitions: list[str] = []
    emissions: list[Emission] = []
    for member in members:
        if member.role == "same":
            continue
        telling = context.setting.telling(member.address, context.in_korean)
        carried, needed = _carried(telling, context)
        words.append(carried)
        definitions += needed
        emissions.append(Emission(member.address, "told", context.page))
    return _Gathered(
        "\n\n".join([*filter(None, words), *_sources(members, context)]), tuple(definitions), tuple(emissions)
    )


def _carried(telling: Telling, context: _Context) -> tuple[str, tuple[str, ...]]:
    """A telling's words as they stand on the guide's page, and the definitions that they need there."""
    foreign = context.in_korean and context.setting.language != SOURCE
    prefix = f"{'ko-' if foreign else ''}{telling.page.removeprefix('notes/').replace('/', '-')}-"
    body, needed = renamed(telling.words, telling.definitions, prefix)
    words = relinked(body, telling.page, context.page)
    definitions = tuple(relinked(each, telling.page, context.page) for each in needed)
    state = "missing" if telling.is_korean else telling.part.state
    if state and words:
        words = f"{_notice(state, context.language)}\n\n{words}"
    return (fenced(NAME, words) if telling.is_korean and words else words), definitions


def _notice(state: str, language: str) -> str:
    attributes = f'.moa-notice .moa-notice--{state} lang="{language}" {EXCLUDED}'
    return f"{WORDS[language][state]}\n{{: {attributes} }}"


def _sources(members: tuple[Member, ...], context: _Context) -> Iterator[str]:
    """The quiet line that leads to the notes and to where each is edited."""
    if members:
        words = WORDS[context.language]
        listed = " · ".join(_source(member, context) for member in members)
        yield f'{words["sources"]}: {listed}\n{{: .moa-sources data-search-exclude="sources" }}'


def _source(member: Member, context: _Context) -> str:
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
    title = words["edit_title"].format(setting.short(note, context.language).replace('"', "&quot;"))
    return f"{named} {link(words['edit'], f'<{address}#L{line}>', class_='moa-edit', title=title)}"


def _manuscript(address: str, context: _Context) -> tuple[str, int]:
    """The file and the line in which the section is written in this language, else in Korean."""
    section = context.setting.section(address)
    other = context.setting.corpus.page(context.language, section.page)
    found = next((each for each in other.sections if each.id == section.id), None) if other else None
    return (found.path, found.line) if found else (section.path, section.line)
