"""The decisions of overlaps.yml name sections of notes, fit one another, and fit the words as they stand."""

from collections.abc import Iterator, Mapping

from moa.book import Book
from moa.languages import note_of
from moa.nearest import did_you_mean
from moa.overlaps import Decision, Member, mark
from moa.pages import Section
from moa.problems import Problem
from moa.schemas.common import IS_ADDRESS

FILE = "overlaps.yml"


def check(book: Book) -> Iterator[Problem]:
    """Sections that do not exist or are in two groups, groups without partners, decisions that are stale."""
    known = book.corpus.by_address
    for decision in book.decisions.all:
        yield from _members(decision, known)
        yield from _stale(decision, known)
    yield from _doubled(book)


def _members(decision: Decision, known: Mapping[str, Section]) -> Iterator[Problem]:
    for member in decision.members:
        if not IS_ADDRESS.fullmatch(member.address):
            continue  # its schema reports it
        if member.address not in known:
            way_out = did_you_mean(member.address, known, f"decide anew: {_anew(decision)}")
            yield member.value.problem(FILE, f"there is no section '{member.address}'", way_out)
        elif not note_of(known[member.address].page):
            fact = f"'{member.address}' is no section of a note"
            yield member.value.problem(FILE, fact, "only sections of notes make or share a group")
    if len(decision.members) == 1:
        fact = f"'{decision.name}' has one section alone"
        yield decision.value.problem(FILE, fact, "name another that makes the same claim, or remove the entry")


def _anew(decision: Decision) -> str:
    return f"moa overlaps show {decision.id}" if decision.id else "is what is left still alike?"


def _stale(decision: Decision, known: Mapping[str, Section]) -> Iterator[Problem]:
    if not all(member.address in known for member in decision.members):
        return  # reported; there is nothing to compare with
    now = mark(decision, {address: known[address].fingerprint for address in decision.addresses})
    if decision.checked == now:
        return
    place = decision.value.get("checked")
    way_out = f"look (moa overlaps show {_shown(decision)}), then run: moa overlaps accept {_shown(decision)}"
    if decision.checked:
        fact = f"'{decision.name}' has changed since a person decided: its words, its sections or their roles"
        yield place.problem(FILE, fact, way_out)
    elif decision.id and "checked" not in decision.value.fields:
        yield place.problem(FILE, f"nobody has confirmed '{decision.name}' yet", way_out)


def _shown(decision: Decision) -> str:
    return decision.id or decision.members[0].address


def _doubled(book: Book) -> Iterator[Problem]:
    first: dict[str, Member] = {}
    for group in book.decisions.groups:
        for member in group.members:
            other = first.setdefault(member.address, member)
            if other is not member:
                fact = f"'{member.address}' is in a group already, on line {other.value.line}"
                yield member.value.problem(FILE, fact, "a section is in one group at most, once")
