"""A page of the guide with everything that it gathers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moa.corpus import SOURCE
from moa.definitions import renamed
from moa.fallbacks import EXCLUDED
from moa.folding.page import Emission, Made, chunk, joined
from moa.folding.parts import Part, fenced
from moa.folding.relinking import relinked
from moa.folding.setting import Setting, Telling
from moa.folding.source_line import Context, source_line
from moa.folding.words import WORDS
from moa.gathers import Gather, find_gathers, replaced
from moa.overlaps import Member
from moa.untranslated import NAME

_LIST = re.compile(r" {0,3}(?:[*+-]|\d+[.)])[ \t]| {2,}\S")
_APART = "\n\n<!-- -->"


def guide_page(name: str, setting: Setting) -> Made:
    """The page of that name; a page that gathers nothing comes back as it was."""
    parts = setting.pages[name]
    if not any(_obeyed(part) for part in parts.parts):
        return Made(setting.sources[name].text)
    definitions: dict[str, None] = {}
    emissions: list[Emission] = []
    chunks = []
    for part in parts.parts:
        context = Context(setting, name, part)
        gathers = _obeyed(part)
        members = [_first_time(gather.target, name, setting, emissions) for gather in gathers]
        found = [_gathered(each, context) for each in members]
        definitions |= dict.fromkeys(each for gathered in found for each in gathered.definitions)
        shown = [each.words for each in found]
        for last, run in _runs(part.body, gathers):
            sources = source_line([member for at in run for member in members[at]], context)
            shown[last] = "\n\n".join([*filter(None, [shown[last]]), *sources])
        chunks.append(chunk(part, replaced(part.body, gathers, shown)))
    return Made(joined(parts, chunks, definitions), tuple(emissions))


def _obeyed(part: Part) -> tuple[Gather, ...]:
    return tuple(gather for gather in find_gathers(part.body) if gather.is_well_formed)


def _runs(body: str, gathers: Sequence[Gather]) -> Iterator[tuple[int, list[int]]]:
    """Gathering lines with nothing between them: the last of each run, and all of it. They share a source line."""
    lines = body.split("\n")
    run: list[int] = []
    for at, gather in enumerate(gathers):
        run.append(at)
        following = gathers[at + 1].line - 1 if at + 1 < len(gathers) else None
        if following is None or any(line.strip() for line in lines[gather.line : following]):
            yield at, run
            run = []


@dataclass(frozen=True)
class _Gathered:
    words: str
    definitions: tuple[str, ...]


def _first_time(target: str, page: str, setting: Setting, emissions: list[Emission]) -> tuple[Member, ...]:
    """What the line stands for, as far as it belongs to this page and does not stand on it already."""
    shown = {emission.address for emission in emissions}
    members = setting.plan.members.get(target, ())
    if any(member.address in shown or not _belongs(member, page, setting) for member in members):
        return ()
    told = (member for member in members if member.role != "same")
    emissions += [Emission(each.address, "told", page) for each in told if setting.telling(each.address, True)]
    return members


def _belongs(member: Member, page: str, setting: Setting) -> bool:
    place = setting.plan.told[member.address].place
    return place is not None and place.page == page


def _gathered(members: tuple[Member, ...], context: Context) -> _Gathered:
    told = (member for member in members if member.role != "same")
    tellings = (context.setting.telling(member.address, context.in_korean) for member in told)
    found = [_carried(telling, context) for telling in tellings if telling]
    return _Gathered(
        _in_a_row(carried for carried, _ in found if carried), tuple(each for _, needed in found for each in needed)
    )


def _carried(telling: Telling, context: Context) -> tuple[str, tuple[str, ...]]:
    """A telling's words as they stand on the guide's page, and the definitions that they need there."""
    foreign = telling.is_korean or (context.in_korean and context.setting.language != SOURCE)
    prefix = f"{'ko-' if foreign else ''}{telling.page.removeprefix('notes/')}/"
    body, needed = renamed(telling.words, telling.definitions, prefix)
    words = relinked(body, telling.page, context.page)
    definitions = tuple(relinked(each, telling.page, context.page) for each in needed)
    state = "missing" if telling.is_korean else telling.part.state
    if state and words:
        words = f"{_notice(state, context.language)}\n\n{words}"
    return (fenced(NAME, words) if telling.is_korean and words else words), definitions


def _in_a_row(tellings: Iterable[str]) -> str:
    """Tellings one after another; where two lists meet, a comment keeps them apart."""
    shown = ""
    for words in tellings:
        meets = shown and _LIST.match(words) and _LIST.match(shown.rpartition("\n\n")[2].rpartition("\n")[2])
        shown = f"{shown}{_APART if meets else ''}\n\n{words}".strip("\n")
    return shown


def _notice(state: str, language: str) -> str:
    attributes = f'.moa-notice .moa-notice--{state} lang="{language}" {EXCLUDED}'
    return f"{WORDS[language][state]}\n{{: {attributes} }}"
