"""Candidates: every pair of a small set that shares anything, and of a big one those that share what is rare."""

import time
from collections.abc import Mapping, Sequence
from itertools import combinations, product
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.detecting import without_glossary

from moa.detecting.candidates import FEW, PARTNERS, candidates
from moa.detecting.partitions import Numbering, Partition, chosen
from moa.detecting.statistics import Statistics, count
from moa.detecting.vectors import Vectors, vectors

Row = Sequence[str]
MANY = FEW + 100
FREQUENT = 40  # words that all rows are made of where nothing else is said: each is in many rows
SMALL = st.lists(st.tuples(st.sampled_from("xyz"), st.sets(st.sampled_from("abcdef"), max_size=4)), max_size=9)


def partition(rows: Sequence[Row], notes: Sequence[str]) -> Partition:
    """Rows of plain words, and the note of each."""
    numbering = Numbering()
    tokens, defines = numbering.bags(dict.fromkeys(row, 1.0) for row in rows), numbering.bags({} for _ in rows)
    return Partition(
        np.array([numbering.number(note) for note in notes], np.uint64), tokens, defines, np.zeros(len(rows), np.bool_)
    )


def weighed(rows: Partition, statistics: Statistics | None = None) -> Vectors:
    return vectors(rows, statistics or count(rows), without_glossary().definitions)


def found_in(rows: Sequence[Row], notes: Sequence[str] | None = None) -> list[tuple[int, int]]:
    """The candidates among rows, each of a note of its own if nothing is said of notes."""
    own = weighed(partition(rows, notes or [str(number) for number in range(len(rows))]))
    one, other = candidates(own, own)
    return list(zip(one.tolist(), other.tolist(), strict=True))


def common_rows(number: int) -> list[Row]:
    """Rows of ten frequent words each, no two of them the same set for certain but alike in size."""
    random = Random(1)
    return [[f"w{word}" for word in random.sample(range(FREQUENT), 10)] for _ in range(number)]


@settings(max_examples=50)
@given(SMALL)
def test_of_few_rows_each_pair_of_two_notes_that_shares_a_word_comes_once(rows: list[tuple[str, set[str]]]) -> None:
    found = found_in([sorted(words) for _, words in rows], [note for note, _ in rows])
    pairs = combinations(range(len(rows)), 2)
    assert sorted(found) == [(a, b) for a, b in pairs if rows[a][0] != rows[b][0] and rows[a][1] & rows[b][1]]


@settings(max_examples=50)
@given(SMALL, SMALL)
def test_between_two_sets_too(rows: list[tuple[str, set[str]]], others: list[tuple[str, set[str]]]) -> None:
    whole = partition([sorted(words) for _, words in (*rows, *others)], [note for note, _ in (*rows, *others)])
    own, statistics = np.arange(whole.units), count(whole)
    left, right = (weighed(chosen(whole, own[part]), statistics) for part in np.split(own, [len(rows)]))
    found = zip(*(places.tolist() for places in candidates(left, right)), strict=True)
    pairs = product(range(len(rows)), range(len(others)))
    wanted = [(a, b) for a, b in pairs if rows[a][0] != others[b][0] and rows[a][1] & others[b][1]]
    assert sorted(found) == wanted


@pytest.mark.parametrize("rows", [[], [["a"]], [[], []], [["a"], ["b"]]])
def test_where_nothing_is_shared_there_are_none(rows: list[Row]) -> None:
    assert found_in(rows) == []


def test_retellings_among_many_rows_are_found_by_the_rare_words_that_they_share() -> None:
    started = time.process_time()
    rows = common_rows(MANY)
    planted = [(5, 1_000), (17, 2_050), (FEW, FEW + 1)]
    for number, pair in enumerate(planted):
        for place in pair:
            rows[place] = [*rows[place][:6], f"rare{number}", f"seldom{number}"]
    found = found_in(rows)
    assert set(planted) <= set(found)
    assert time.process_time() - started < 2


def test_retellings_among_many_rows_are_found_by_frequent_words_that_seldom_meet() -> None:
    rows: list[Row] = [[f"w{place % 40}", f"v{place % 41}", f"u{place % 43}"] for place in range(MANY)]
    rows[100] = rows[2_000] = ["w0", "w1", "w2", "w3"]
    assert (100, 2_000) in found_in(rows)


def test_of_many_rows_those_that_are_the_same_are_found_though_all_their_words_are_frequent() -> None:
    rows = common_rows(MANY)
    twins = [(3, 4), (10, 1_500), (FEW - 1, FEW)]
    for one, other in twins:
        rows[other] = rows[one]
    assert set(twins) <= set(found_in(rows))


def test_of_many_rows_that_are_all_the_same_each_has_partners() -> None:
    found = found_in([["a", "b", "c"]] * MANY)
    assert {place for pair in found for place in pair} == set(range(MANY))
    assert len(found) <= MANY * PARTNERS * 2


def test_many_rows_have_candidates_of_other_notes_only_each_once() -> None:
    notes = [str(place // 30) for place in range(MANY)]
    found = found_in([[*row, f"r{place % 700}"] for place, row in enumerate(common_rows(MANY))], notes)
    assert len(found) == len(set(found)) > MANY
    assert all(one < other and notes[one] != notes[other] for one, other in found)


def test_many_rows_of_one_note_or_without_a_word_have_none() -> None:
    assert found_in(common_rows(MANY), ["one"] * MANY) == []
    assert found_in([[]] * MANY) == []


def test_a_retelling_is_found_though_its_own_note_says_nearly_the_same_many_times() -> None:
    own: Mapping[int, Row] = {place: ["rare", "seldom", "odd", f"x{place}"] for place in range(100)}
    rows = [*own.values(), *common_rows(MANY)]
    rows[-1] = ["rare", "seldom", "odd", "other"]
    notes = ["one"] * 100 + [str(number) for number in range(MANY)]
    assert any(len(rows) - 1 in pair for pair in found_in(rows, notes))
