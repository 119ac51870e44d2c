"""Partitions: what several workers read is what one reads, and the counts of parts add up to those of the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.detecting import bread, bread_concepts, bread_units, unit

from moa.detecting.detector import analysis
from moa.detecting.partitions import Bags, Numbering, Partition, chosen, joined
from moa.detecting.statistics import Counts, Statistics, count, extended, total

# As any machine must number them: what was remembered on one is read on another.
BREAD, CONCEPT = 7446750128894866984, 3736321852548969037
ROWS = st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.5, 4)), max_size=6)


def arrays(value: Any) -> list[Any]:
    """All that a partition or its counts hold, in order."""
    if is_dataclass(value):
        return [each for field in fields(value) for each in arrays(getattr(value, field.name))]
    return [value.tolist()] if isinstance(value, np.ndarray) else [value]


def partition(rows: Sequence[Mapping[str, float]]) -> Partition:
    """A partition of bare rows, each of a note of its own."""
    numbering = Numbering()
    bags = numbering.bags(rows)
    return Partition(np.arange(len(rows), dtype=np.uint64), bags, bags, np.zeros(len(rows), np.bool_))


def frequency(counts: Counts, token: str) -> int:
    [place] = counts.columns(np.array([Numbering().number(token)], np.uint64))
    return int(counts.frequencies[place]) if place >= 0 else 0


@pytest.mark.parametrize("ends", [[0, 20], [0, 7, 14, 20], [0, 0, 1, 20, 20]])
def test_parts_that_are_joined_are_the_whole_read_at_once(ends: list[int]) -> None:
    units = bread_units()
    parts = [bread().partition(units[start:end]) for start, end in pairwise(ends)]
    assert arrays(joined(parts)) == arrays(bread().partition(units))


def test_readers_that_know_nothing_of_each_other_read_the_same() -> None:
    other = analysis(bread_concepts())
    other.partition([unit("x#x", "낯선 말을 먼저 읽는다.")])
    assert arrays(other.partition(bread_units())) == arrays(bread().partition(bread_units()))
    assert arrays(other.definitions) == arrays(bread().definitions)


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_the_counts_of_parts_add_up_to_those_of_the_whole(parts: list[list[dict[str, float]]]) -> None:
    partitions = [partition(rows) for rows in parts]
    assert arrays(total([count(part) for part in partitions])) == arrays(count(joined(partitions)))


@given(ROWS, st.lists(st.integers(0, 9), max_size=8))
def test_chosen_rows_are_those_read_in_that_order(rows: list[dict[str, float]], wanted: list[int]) -> None:
    places = [place % len(rows) for place in wanted] if rows else []
    found = chosen(partition(rows), np.array(places, np.int64))
    assert arrays(found.tokens) == arrays(partition([rows[place] for place in places]).tokens)
    assert found.notes.tolist() == places


@given(ROWS, ROWS)
def test_later_counts_add_only_what_is_new(earlier: list[dict[str, float]], later: list[dict[str, float]]) -> None:
    known, new = count(partition(earlier)), count(partition(later))
    found = extended(known, new)
    assert found.tokens.rows == known.tokens.rows
    assert np.all(np.diff(found.tokens.tokens.astype(object)) > 0)
    for token in "abcdefgh":
        assert frequency(found.tokens, token) == (frequency(known.tokens, token) or frequency(new.tokens, token))


def test_rare_tokens_weigh_more_and_every_token_weighs_something() -> None:
    counts = count(partition([{"a": 1, "b": 1}, {"a": 1}, {"a": 1, "b": 1}])).tokens
    rarity = {token: float(counts.rarity[counts.columns(np.array([Numbering().number(token)]))[0]]) for token in "ab"}
    assert 0 < rarity["a"] < rarity["b"]


def test_numbers_of_tokens_never_change_and_tell_concepts_from_words() -> None:
    numbering = Numbering()
    assert (numbering.number("bread"), numbering.number("@bread")) == (BREAD, CONCEPT)
    assert [number & 1 for number in (numbering.number("빵"), numbering.number("#make"), numbering.number("@빵"))] == [
        0,
        0,
        1,
    ]
    assert max(BREAD, CONCEPT) < 2**64


def test_rows_hold_their_tokens_in_ascending_order_with_their_weights() -> None:
    bags = Numbering().bags([{"b": 2.0, "a": 1.0}, {}, {"c": 0.5}])
    assert (bags.rows, bags.starts.tolist()) == (3, [0, 2, 2, 3])
    assert np.all(np.diff(bags.tokens[:2].astype(object)) > 0)
    assert sorted(bags.weights[:2].tolist()) == [1, 2]


def test_nothing_is_a_partition_too() -> None:
    empty = bread().partition([])
    assert (empty.units, empty.tokens.rows) == (0, 0)
    assert arrays(joined([empty, empty])) == arrays(empty)
    assert isinstance(count(empty), Statistics)
    assert isinstance(empty.tokens, Bags)
