"""Parts compared with one another, and each with itself, give what the whole gives."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

import numpy as np
import pytest
from benchmarks.overlaps.judged import Corpus, other_subject
from tests.unit.detecting import bread, bread_concepts, bread_units

from moa.detecting.detector import Analysis, Pairs, analysis, compare
from moa.detecting.partitions import Partition, chosen, joined
from moa.detecting.statistics import Statistics, count, total
from moa.detecting.units import Unit

Views = Sequence[Partition]
Scored = dict[tuple[int, int], float]


@cache
def corpus(name: str) -> Corpus:
    """A corpus of which every second unit has English, or what stands for it."""
    found = other_subject(name) if name != "bread" else Corpus(name, bread_units(), bread_concepts(), {})
    return replace(found, units=tuple(with_english(found.units)))


def with_english(units: Sequence[Unit]) -> Iterator[Unit]:
    for place, unit in enumerate(units):
        yield replace(unit, text_en=units[place // 2].text if place % 2 else "")


@cache
def reader(name: str) -> Analysis:
    return bread() if name == "bread" else analysis(corpus(name).concepts)


@cache
def whole(name: str) -> Views:
    return [reader(name).partition(corpus(name).units, is_english) for is_english in (False, True)]


def parts(name: str, ends: Sequence[float]) -> list[tuple[Views, int]]:
    """The views of each part, and where the part starts."""
    places = [round(end * whole(name)[0].units) for end in ends]
    return [([chosen(view, np.arange(start, end)) for view in whole(name)], start) for start, end in pairwise(places)]


def scored(pairs: Pairs, row: int = 0, column: int = 0) -> Scored:
    """The scores by the places of units in the whole; `row` and `column` say where the parts start."""
    rows, columns, scores = (each.tolist() for each in (pairs.rows, pairs.columns, pairs.scores))
    return {(row + a, column + b): score for a, b, score in zip(rows, columns, scores, strict=True)}


def in_parts(name: str, ends: Sequence[float], statistics: Sequence[Statistics]) -> Scored:
    definitions, found = reader(name).definitions, Scored()
    for views, start in parts(name, ends):
        found |= scored(compare(views, views, statistics, definitions), start, start)
    for (a, row), (b, column) in combinations(parts(name, ends), 2):
        found |= scored(compare(a, b, statistics, definitions), row, column)
    return found


@pytest.mark.parametrize("name", ["bread", "git", "databases"])
@pytest.mark.parametrize("ends", [(0, 0.5, 1), (0, 0.3, 0.35, 0.8, 1), (0, 0, 1)], ids=str)
def test_parts_give_the_pairs_and_scores_of_the_whole(name: str, ends: tuple[float, ...]) -> None:
    statistics = [count(view) for view in whole(name)]
    at_once = scored(compare(whole(name), whole(name), statistics, reader(name).definitions))
    assert in_parts(name, ends, statistics) == pytest.approx(at_once, abs=1e-6)
    assert len(at_once) > 100


def test_counts_of_parts_that_are_added_up_do_as_well() -> None:
    ends = (0, 0.4, 1)
    added = [total([count(views[place]) for views, _ in parts("bread", ends)]) for place in range(2)]
    at_once = [count(view) for view in whole("bread")]
    assert in_parts("bread", ends, added) == pytest.approx(in_parts("bread", ends, at_once), abs=1e-12)


def test_it_does_not_matter_which_part_comes_first() -> None:
    statistics, definitions = [count(view) for view in whole("bread")], reader("bread").definitions
    (a, _), (b, _) = parts("bread", (0, 0.5, 1))
    one, other = scored(compare(a, b, statistics, definitions)), scored(compare(b, a, statistics, definitions))
    assert {(row, column): score for (column, row), score in other.items()} == pytest.approx(one, abs=1e-6)


def test_parts_put_together_again_are_the_whole() -> None:
    views = [joined([views[place] for views, _ in parts("git", (0, 0.2, 1))]) for place in range(2)]
    statistics, definitions = [count(view) for view in views], reader("git").definitions
    again = scored(compare(views, views, statistics, definitions))
    assert again == scored(compare(whole("git"), whole("git"), statistics, definitions))
