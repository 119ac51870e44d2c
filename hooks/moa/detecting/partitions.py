"""Many readings as arrays: what one worker makes of its share of the units, and all that others need of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from moa.detecting.concepts import is_concept
from moa.detecting.readings import Reading

Numbers = NDArray[np.uint64]
Weights = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Bags:
    """Weighted tokens, row after row: row n has those from `starts[n]` to `starts[n + 1]`, in ascending order."""

    starts: Places
    tokens: Numbers
    weights: Weights

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.starts) - 1


@dataclass(frozen=True)
class Partition:
    """The readings of some units: which note each is of, their tokens, their definitions, which are headings alone."""

    notes: Numbers
    tokens: Bags
    defines: Bags
    is_heading: NDArray[np.bool_]

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self.notes)


@dataclass
class Numbering:
    """Stable numbers for tokens: 8 bytes of a hash, the lowest bit set for concepts; workers need not agree on any."""

    _known: dict[str, int] = field(default_factory=dict)

    def number(self, token: str) -> int:
        """The number of a token."""
        known = self._known.get(token)
        if known is None:
            hashed = int.from_bytes(blake2b(token.encode(), digest_size=8).digest(), "big")
            known = self._known[token] = hashed >> 1 << 1 | is_concept(token)
        return known

    def bags(self, rows: Iterable[Mapping[str, float]]) -> Bags:
        """The rows as arrays."""
        starts, tokens, weights = [0], list[int](), list[float]()
        for row in rows:
            numbered = sorted((self.number(token), weight) for token, weight in row.items())
            tokens += [token for token, _ in numbered]
            weights += [weight for _, weight in numbered]
            starts.append(len(tokens))
        return Bags(np.array(starts, np.int64), np.array(tokens, np.uint64), np.array(weights, np.float32))

    def partition(self, notes: Iterable[str], readings: Sequence[Reading]) -> Partition:
        """The readings as arrays; `notes` names the note of each."""
        return Partition(
            np.array([self.number(note) for note in notes], np.uint64),
            self.bags(reading.tokens for reading in readings),
            self.bags(reading.defines for reading in readings),
            np.array([reading.is_heading for reading in readings], np.bool_),
        )


def joined(partitions: Sequence[Partition]) -> Partition:
    """Several partitions as one, in their order."""
    return Partition(
        np.concatenate([each.notes for each in partitions]),
        join_bags([each.tokens for each in partitions]),
        join_bags([each.defines for each in partitions]),
        np.concatenate([each.is_heading for each in partitions]),
    )


def join_bags(bags: Sequence[Bags]) -> Bags:
    """The rows of several bags one after another."""
    offsets = np.cumsum([0, *(len(each.tokens) for each in bags)])
    starts = [np.zeros(1, np.int64), *(each.starts[1:] + offset for each, offset in zip(bags, offsets, strict=False))]
    return Bags(
        np.concatenate(starts),
        np.concatenate([each.tokens for each in bags]),
        np.concatenate([each.weights for each in bags]),
    )


def chosen(partition: Partition, rows: NDArray[Any]) -> Partition:
    """Some rows of a partition, in the order given."""
    return Partition(
        partition.notes[rows],
        _chosen_bags(partition.tokens, rows),
        _chosen_bags(partition.defines, rows),
        partition.is_heading[rows],
    )


def _chosen_bags(bags: Bags, rows: NDArray[Any]) -> Bags:
    lengths = np.diff(bags.starts)[rows]
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
    places = np.repeat(bags.starts[:-1][rows] - starts[:-1], lengths) + np.arange(starts[-1])
    return Bags(starts, bags.tokens[places], bags.weights[places])
