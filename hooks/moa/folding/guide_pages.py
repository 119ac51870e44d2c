"""A page of the guide with everything that it gathers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moa.definitions import renamed
from moa.directives import Directive, find_directives, replaced
from moa.fallbacks import EXCLUDED
from moa.fences import fenced
from moa.folding.page import Emission, Made, chunk, joined
from moa.folding.parts import Part
from moa.folding.relinking import relinked
from moa.folding.setting import Setting, Telling
from moa.folding.source_line import Context, source_line
from moa.folding.words import WORDS
from moa.gathers import gathers_of
from moa.languages import SOURCE
from moa.overlaps import Member
from moa.spans import UNTRANSLATED

_LIST = re.compile(r" {0,3}(?:[*+-]|\d+[.)])[ \t]| {2,}\S")
_APART = "\n\n<!-- -->"


def guide_page(name: str, setting: Setting) -> Made:
    """The page of that name; a page that gathers nothing comes back as it was."""
    parts = setting.pages[name]
    lines = [(number, gather) for number, part in enumerate(parts.parts) for gather in _obeyed(part)]
    if not lines:
        return Made(setting.sources[name].text)
    first = {gather.target: (number, gather) for number, gather in reversed(lines)}
    telling = [(number, gather) for number, gather in lines if first[gather.target] == (number, gather)]
    filled = [
        _filled(Context(setting, name, part), [gather for at, gather in telling if at == number])
        for number, part in enumerate(parts.parts)
    ]
    definitions = dict.fromkeys(each for part in filled for each in part.definitions)
    emissions = tuple(Emission(address, "told", name) for part in filled for address in part.told)
    return Made(joined(parts, (part.words for part in filled), definitions), emissions)


@dataclass(frozen=True)
class _Filled:
    """A section of the guide with what it gathers, the definitions that came along, and what it tells."""

    words: str
    definitions: tuple[str, ...]
    told: tuple[str, ...]


def _filled(context: Context, telling: Sequence[Directive]) -> _Filled:
    """Fill a section; of its gathering lines those that are not `telling` tell nothing."""
    gathers = _obeyed(context.part)
    members = [_members(gather, context) if gather in telling else () for gather in gathers]
    found = [_gathered(each, context) for each in members]
    shown = [each.words for each in found]
    for last, run in _runs(context.part.body, gathers):
        sources = source_line([member for at in run for member in members[at]], context)
        shown[last] = "\n\n".join([*filter(None, [shown[last]]), *sources])
    return _Filled(
        chunk(context.part, replaced(context.part.body, gathers, shown)),
        tuple(each for gathered in found for each in gathered.definitions),
        tuple(member.address for each in members for member in each if member.role != "same"),
    )


def _obeyed(part: Part) -> tuple[Directive, ...]:
    return tuple(gather for gather in gathers_of(find_directives(part.body)) if gather.is_well_formed)


def _runs(body: str, gathers: Sequence[Directive]) -> Iterator[tuple[int, list[int]]]:
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


def _members(gather: Directive, context: Context) -> tuple[Member, ...]:
    """What a line stands for, as far as the plan tells it on this page."""
    members = context.setting.plan.members.get(gather.target, ())
    places = (context.setting.plan.told[member.address].place for member in members)
    return members if all(place and place.page == context.page for place in places) else ()


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
    return (fenced(UNTRANSLATED, words) if telling.is_korean and words else words), definitions


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
