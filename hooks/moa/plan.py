"""Where is each section of each note shown? The plan of one book, made from its guide and its decisions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from moa.corpus import Corpus
from moa.data import Value
from moa.directives import Directive
from moa.gathers import GUIDE, gathers_of
from moa.languages import SOURCE, note_of
from moa.nearest import did_you_mean
from moa.overlaps import Decision, Decisions, Member
from moa.pages import Page, Section
from moa.problems import Problem

Fate = Literal["kept", "added", "folded", "shown"]
_FATES: dict[str, Fate] = {"keep": "kept", "adds": "added", "same": "folded"}


@dataclass(frozen=True)
class Place:
    """A heading of the guide: the page's name, the heading's id and words in Korean, and the gathering line."""

    page: str
    heading: str
    title: str
    line: int

    @property
    def address(self) -> str:
        """The heading's address."""
        return f"{self.page}#{self.heading}"


@dataclass(frozen=True)
class Told:
    """What becomes of a section of a note: a fate, the group (empty for one alone), and where the guide tells it."""

    fate: Fate
    group: str = ""
    place: Place | None = None


@dataclass(frozen=True)
class Plan:
    """`told` has every section of every note by address; `members` what a gathering line's target stands for."""

    told: Mapping[str, Told]
    members: Mapping[str, tuple[Member, ...]] = field(default_factory=dict)


def make_plan(corpus: Corpus, decisions: Decisions) -> tuple[Plan, list[Problem]]:
    """The plan of a book, and every gathering line that cannot be obeyed; such a line shows nothing."""
    groups = {group.id: group for group in reversed(decisions.groups)}
    known = _note_sections(corpus)
    grouped = {address: group.id for group in decisions.groups for address in group.addresses}
    told = {address: Told("shown", grouped.get(address, "")) for address in known}
    members: dict[str, tuple[Member, ...]] = {}
    problems: list[Problem] = []
    for page, gather in _gathers(corpus):
        place = _place(page, gather)
        fault = _misplaced(page, gather, place)
        found = fault or _members(gather.target, groups, known, grouped)
        if not isinstance(found, tuple):
            problems.append(_at(page, gather, found))
            continue
        fault = _again(found, told) or _with_subheadings(found, corpus)
        if fault:
            problems.append(_at(page, gather, fault))
            continue
        members[gather.target] = found
        for member in found:
            told[member.address] = Told(_FATES[member.role], grouped.get(member.address, ""), place)
    return Plan(told, members), problems


def present(group: Decision, known: Mapping[str, Section]) -> tuple[Member, ...]:
    """The members that exist, in order; where the kept one is gone, the fullest that is left is kept instead."""
    left = [member for member in group.members if member.address in known]
    if left and not any(member.role == "keep" for member in left):
        left[0] = replace(left[0], role="keep")
    return tuple(left)


@dataclass(frozen=True)
class _Fault:
    fact: str
    way_out: str


def _note_sections(corpus: Corpus) -> dict[str, Section]:
    return {address: section for address, section in corpus.by_address.items() if note_of(section.page)}


def _gathers(corpus: Corpus) -> Iterator[tuple[Page, Directive]]:
    for page in corpus.in_language(SOURCE):
        for gather in gathers_of(page.directives):
            yield page, gather


def _heading_of(page: Page, line: int) -> Section | None:
    """The section of the page in which a line stands, None before the first heading."""
    return next((section for section in reversed(page.sections) if section.line <= line), None)


def by_section(page: Page, directives: Iterable[Directive]) -> dict[str, list[Directive]]:
    """Directives of a page by the id of the section in which they stand, empty before the first heading."""
    found: dict[str, list[Directive]] = {}
    for directive in directives:
        heading = _heading_of(page, directive.line)
        found.setdefault(heading.id if heading else "", []).append(directive)
    return found


def _place(page: Page, gather: Directive) -> Place | None:
    heading = _heading_of(page, gather.line)
    return Place(page.name, heading.id, heading.cut.title, gather.line) if heading else None


def _misplaced(page: Page, gather: Directive, place: Place | None) -> _Fault | None:
    if not gather.is_well_formed:
        way_out = "write '::: gather' and one group or address, at the line's start, outside lists and HTML"
        return _Fault("this line gathers nothing", way_out)
    if not page.name.startswith(GUIDE):
        return _Fault("only pages of the guide gather", f"move the line to a page in {SOURCE}/{GUIDE}")
    if place is None:
        return _Fault("this line stands before the first heading", "put it under a heading of the guide")
    return None


def _members(
    target: str, groups: Mapping[str, Decision], known: Mapping[str, Section], grouped: Mapping[str, str]
) -> tuple[Member, ...] | _Fault:
    if "#" not in target:
        if target not in groups:
            return _Fault(f"there is no group '{target}'", did_you_mean(target, groups, "name one of overlaps.yml"))
        return present(groups[target], known)
    ends = [target] if target in known else sorted(each for each in known if each.endswith(f"/{target}"))
    if not ends:
        otherwise = "name a section of a note by its address, or remove the line"
        return _Fault(f"there is no section '{target}'", did_you_mean(target, known, otherwise))
    if len(ends) > 1:
        return _Fault(f"'{target}' names several sections", f"choose one of {', '.join(ends)}")
    if ends[0] in grouped:
        return _Fault(f"'{target}' is in the group '{grouped[ends[0]]}'", f"gather {grouped[ends[0]]}")
    return (Member("keep", ends[0], Value()),)


def _again(found: Iterable[Member], told: Mapping[str, Told]) -> _Fault | None:
    for member in found:
        place = told[member.address].place
        if place:
            way_out = f"keep one of the two lines; the other is {SOURCE}/{place.page}.md:{place.line}"
            return _Fault(f"'{member.address}' is gathered already", way_out)
    return None


def _with_subheadings(found: Iterable[Member], corpus: Corpus) -> _Fault | None:
    for member in found:
        section = corpus.by_address[member.address]
        page = corpus.pages[section.path]
        after = next((each for each in page.sections if each.line > section.line), None)
        if after and section.cut.level > 1 and after.cut.level > section.cut.level:
            fact = f"'{member.address}' holds the subheading '{after.id}', which would stay behind"
            return _Fault(fact, "raise the subheading to the level of the section")
    return None


def _at(page: Page, gather: Directive, fault: _Fault) -> Problem:
    return Problem(page.path, gather.line, 1, fault.fact, fault.way_out)
