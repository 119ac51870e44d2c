"""From units to scored pairs: read them, count their tokens, weigh these, find candidates, score them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from moa.detecting.candidates import FEW, candidates
from moa.detecting.concepts import Concept, Concepts
from moa.detecting.lexicon import read_lexicon
from moa.detecting.partitions import Numbering, Partition, Places, joined
from moa.detecting.readings import Reader
from moa.detecting.scoring import MODEL, Model, Values, features, logits, probabilities
from moa.detecting.statistics import Statistics, count
from moa.detecting.units import Unit
from moa.detecting.vectors import vectors

UNLIKELY = 0.01  # pairs of many units that score less are left out
_SHARE = 2_000  # units that a worker reads at least
_TURNS = 4  # shares of a worker: each begins with no word known, but progress shows after each
Progress = Callable[[str, int, int], None]  # what is done, how much of it, of how much


@dataclass(frozen=True)
class Analysis:
    """What units are read with, and the glossary's definitions read the same way."""

    reader: Reader
    numbering: Numbering
    definitions: Partition

    def partition(self, units: Sequence[Unit], is_english: bool = False) -> Partition:
        """The units read."""
        readings = [self.reader.unit(unit, is_english) for unit in units]
        return self.numbering.partition((unit.note for unit in units), readings)


@dataclass(frozen=True)
class Pairs:
    """Pairs of units by their places, and how likely each is to share a claim, between 0 and 1."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    scores: Values

    def best_first(self) -> "Pairs":
        """The same, sorted; equal scores by place."""
        order = np.lexsort((self.columns, self.rows, -self.scores))
        return Pairs(self.rows[order], self.columns[order], self.scores[order])


def analysis(concepts: Iterable[Concept]) -> Analysis:
    """What reads units on the subject of a glossary."""
    lexicon, numbering = read_lexicon(), Numbering()
    reader = Reader(lexicon, Concepts(concepts, lexicon))
    readings = [reader.definition(concept) for concept in reader.concepts.all]
    return Analysis(reader, numbering, numbering.partition(["" for _ in readings], readings))


def quiet(what: str, done: int, total: int) -> None:
    """No progress shown."""


def score(units: Sequence[Unit], own: Analysis, progress: Progress = quiet) -> Pairs:
    """All pairs of different notes with anything in common, best first; of many units only the likeliest of each."""
    views = [read(units, own, progress)]
    if any(unit.text_en for unit in units):
        views.append(read(units, own, progress, is_english=True))
    statistics = [count(view) for view in views]
    return compare(views, views, statistics, own.definitions, progress)


def compare(
    a: Sequence[Partition],
    b: Sequence[Partition],
    statistics: Sequence[Statistics],
    definitions: Partition,
    progress: Progress = quiet,
    model: Model = MODEL,
) -> Pairs:
    """The pairs between two partitions, or within one where `a` is `b`; each in one view or in two: own words, English.

    Where both units of a pair have English, its score is the mean over both views.
    """
    progress("weighing", 0, 1)
    weighed = [vectors(view, each, definitions) for view, each in zip(a, statistics, strict=True)]
    others = weighed if a is b else [vectors(view, each, definitions) for view, each in zip(b, statistics, strict=True)]
    progress("looking for candidates", 0, 1)
    rows, columns = _united([candidates(one, other) for one, other in zip(weighed, others, strict=True)], b[0].units)
    progress("scoring", 0, 1)
    values = logits(features(weighed[0], others[0], rows, columns), model)
    for one, other, view, opposite in zip(weighed[1:], others[1:], a[1:], b[1:], strict=True):
        both = _has_text(view)[rows] & _has_text(opposite)[columns]
        values[both] = (values[both] + logits(features(one, other, rows[both], columns[both]), model)) / 2
    scores = probabilities(values)
    kept = scores >= (UNLIKELY if max(a[0].units, b[0].units) > FEW else 0)
    return Pairs(rows[kept], columns[kept], scores[kept]).best_first()


def _united(found: Sequence[tuple[Places, Places]], width: int) -> tuple[Places, Places]:
    """The pairs of all views, each once."""
    numbers = np.unique(np.concatenate([rows * width + columns for rows, columns in found]))
    return numbers // max(width, 1), numbers % max(width, 1)


def read(units: Sequence[Unit], own: Analysis, progress: Progress = quiet, is_english: bool = False) -> Partition:
    """The units read, many of them by several workers."""
    if len(units) <= _SHARE:
        return own.partition(units, is_english)
    size = max(_SHARE, -(-len(units) // (_TURNS * (os.cpu_count() or 1))))
    shares = [units[start : start + size] for start in range(0, len(units), size)]
    return joined(list(_shared(shares, own.reader.concepts.all, is_english, progress)))


def _shared(
    shares: Sequence[Sequence[Unit]], concepts: tuple[Concept, ...], is_english: bool, progress: Progress
) -> Iterator[Partition]:
    with ProcessPoolExecutor(min(len(shares), os.cpu_count() or 1)) as workers:
        for number, partition in enumerate(workers.map(partial(_read_share, concepts, is_english), shares), 1):
            progress("reading", number, len(shares))
            yield partition


def _read_share(concepts: tuple[Concept, ...], is_english: bool, units: Sequence[Unit]) -> Partition:
    return analysis(concepts).partition(units, is_english)


def _has_text(partition: Partition) -> NDArray[np.bool_]:
    return ~partition.is_heading
