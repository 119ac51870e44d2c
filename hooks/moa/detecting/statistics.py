"""How many units have a token: what one partition counts, all add up, and weights are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from moa.detecting.partitions import Bags, Numbers, Partition, Places


@dataclass(frozen=True)
class Counts:
    """The numbers of tokens in ascending order, how many of `rows` rows have each."""

    rows: int
    tokens: Numbers
    frequencies: Places

    @property
    def rarity(self) -> NDArray[np.float32]:
        """What each token weighs: the logarithm of the share of rows that have it, turned round."""
        rarity: NDArray[np.float32] = np.log((self.rows + 1) / (self.frequencies + 0.5)).astype(np.float32)
        return rarity

    def columns(self, tokens: Numbers) -> Places:
        """The places of tokens among those counted, -1 for one that is not."""
        if not len(self.tokens):
            return np.full(len(tokens), -1, np.int64)
        places = np.minimum(np.searchsorted(self.tokens, tokens), len(self.tokens) - 1)
        return np.where(self.tokens[places] == tokens, places, -1)


@dataclass(frozen=True)
class Statistics:
    """The counts of tokens and of definitions over all units."""

    tokens: Counts
    defines: Counts


def count(partition: Partition) -> Statistics:
    """The counts of one partition."""
    return Statistics(_count(partition.tokens), _count(partition.defines))


def total(statistics: Sequence[Statistics]) -> Statistics:
    """The counts of several partitions together."""
    return Statistics(_total([each.tokens for each in statistics]), _total([each.defines for each in statistics]))


def extended(known: Statistics, later: Statistics) -> Statistics:
    """The known counts as they are, with those of tokens that only the later ones have."""
    return Statistics(_extended(known.tokens, later.tokens), _extended(known.defines, later.defines))


def _extended(known: Counts, later: Counts) -> Counts:
    is_new = known.columns(later.tokens) < 0
    tokens = np.append(known.tokens, later.tokens[is_new])
    order = np.argsort(tokens)
    return Counts(known.rows, tokens[order], np.append(known.frequencies, later.frequencies[is_new])[order])


def _count(bags: Bags) -> Counts:
    tokens, frequencies = np.unique(bags.tokens, return_counts=True)
    return Counts(bags.rows, tokens, frequencies.astype(np.int64))


def _total(counts: Sequence[Counts]) -> Counts:
    tokens, places = np.unique(np.concatenate([each.tokens for each in counts]), return_inverse=True)
    frequencies = np.zeros(len(tokens), np.int64)
    np.add.at(frequencies, places, np.concatenate([each.frequencies for each in counts]))
    return Counts(sum(each.rows for each in counts), tokens, frequencies)
