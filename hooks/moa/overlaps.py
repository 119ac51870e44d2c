"""docs/overlaps.yml as values: groups of sections that make one claim, and look-alikes that do not."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from moa.data import Value

Role = Literal["keep", "same", "adds"]
ROLES: tuple[Role, ...] = get_args(Role)
DIGITS = 8


@dataclass(frozen=True)
class Member:
    """A section's part in a decision, and where the file says so."""

    role: str
    address: str
    value: Value


@dataclass(frozen=True)
class Decision:
    """A group, or (its id is empty) sections that only look alike; `members` stand in the order keep, same, adds.

    `topic` has a few words per language on what the group is about, where somebody wrote them.
    """

    id: str
    members: tuple[Member, ...]
    checked: str
    value: Value
    topic: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call it: the group's id, or the sections that are told apart."""
        return self.id or " / ".join(member.address for member in self.members)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all members."""
        return tuple(member.address for member in self.members)


@dataclass(frozen=True)
class Decisions:
    """What people have decided, in the order of the file."""

    groups: tuple[Decision, ...] = ()
    distinct: tuple[Decision, ...] = ()

    @property
    def all(self) -> tuple[Decision, ...]:
        """Groups and look-alikes."""
        return (*self.groups, *self.distinct)


def read_decisions(value: Value) -> Decisions:
    """The entries of overlaps.yml that can be used; the form of the file is for its schema to judge."""
    groups = tuple(_decision(item, ROLES) for item in value.items if item.get("id").words)
    distinct = tuple(_decision(item, ("distinct",)) for item in value.items if item.get("distinct").texts)
    return Decisions(groups, distinct)


def mark(decision: Decision, fingerprints: Mapping[str, str]) -> str:
    """What `checked` holds: 8 hex digits of sha256 over the sorted lines `role address fingerprint`."""
    lines = sorted(f"{each.role} {each.address} {fingerprints[each.address]}" for each in decision.members)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:DIGITS]


def _decision(item: Value, roles: tuple[str, ...]) -> Decision:
    members = tuple(member for role in roles for member in _members(item, role))
    topic = {language: value.text for language, value in item.get("topic").fields.items() if value.words}
    return Decision(item.get("id").words or "", members, item.get("checked").words or "", item, topic)


def _members(item: Value, role: str) -> Iterator[Member]:
    field = item.get(role)
    for value in (field, *field.texts):
        if value.words:
            yield Member(role, value.text, value)
