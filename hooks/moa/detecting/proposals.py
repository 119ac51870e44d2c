"""What people should decide: pairs that nobody has decided on, gathered into proposals, best first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from moa.detecting.detector import Pairs
from moa.detecting.units import Unit
from moa.overlaps import Decisions


@dataclass(frozen=True)
class Alike:
    """Two sections by their addresses, and how likely they are to share a claim."""

    one: str
    other: str
    score: float


@dataclass(frozen=True)
class Proposal:
    """Sections in no group, to be decided on together, the group that they might join (or none), and their pairs."""

    addresses: tuple[str, ...]
    group: str
    score: float
    alike: tuple[Alike, ...]


def alike(units: Sequence[Unit], pairs: Pairs, threshold: float) -> Iterator[Alike]:
    """The pairs from a score on, best first."""
    for row, column, score in zip(pairs.rows, pairs.columns, pairs.scores, strict=True):
        if score < threshold:
            return
        yield Alike(units[row].id, units[column].id, float(score))


def undecided(found: Iterable[Alike], decisions: Decisions) -> Iterator[Alike]:
    """The pairs that are in no decision together, and of which one at least is in no group.

    What is told apart from one section of a group is told apart from all.
    """
    groups = {address: group.addresses for group in decisions.groups for address in group.addresses}
    together = {frozenset(pair) for group in decisions.groups for pair in combinations(group.addresses, 2)}
    for apart in decisions.distinct:
        for one, other in combinations(apart.addresses, 2):
            together |= {frozenset(pair) for pair in product(groups.get(one, [one]), groups.get(other, [other]))}
    for pair in found:
        if frozenset((pair.one, pair.other)) not in together and not groups.keys() >= {pair.one, pair.other}:
            yield pair


def propose(found: Iterable[Alike], decisions: Decisions) -> list[Proposal]:
    """Proposals from undecided pairs, best first; a section is in one at most, the one that it fits best."""
    pairs = list(found)
    likes: dict[str, set[str]] = {}
    for pair in pairs:
        likes.setdefault(pair.one, set()).add(pair.other)
        likes.setdefault(pair.other, set()).add(pair.one)
    groups = {address: group.id for group in decisions.groups for address in group.addresses}
    gathered: list[tuple[list[str], str]] = []
    place: dict[str, int] = {}
    for pair in pairs:
        free = [address for address in (pair.one, pair.other) if address not in groups]
        group = next((groups[address] for address in (pair.one, pair.other) if address in groups), "")
        if not any(address in place for address in free):
            gathered.append((free, group))
            place |= dict.fromkeys(free, len(gathered) - 1)
        elif len(free) == 2 and (free[0] in place) != (free[1] in place):
            known, new = sorted(free, key=lambda address: address not in place)
            members, joined = gathered[place[known]]
            fits = not joined or any(groups.get(address) == joined for address in likes[new])
            if fits and likes[new].issuperset(members):
                members.append(new)
                place[new] = place[known]
    return [_proposal(members, group, pairs, groups) for members, group in gathered]


def _proposal(members: Sequence[str], group: str, pairs: Sequence[Alike], groups: Mapping[str, str]) -> Proposal:
    own = {*members, *(address for address, name in groups.items() if group and name == group)}
    shown = tuple(pair for pair in pairs if {pair.one, pair.other} <= own)
    return Proposal(tuple(members), group, shown[0].score, shown)
