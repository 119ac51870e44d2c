"""What was read and scored before, so that an edited unit costs only its own reading and its own comparison."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from moa.detecting.candidates import FEW
from moa.detecting.concepts import Concept
from moa.detecting.detector import UNLIKELY, Analysis, Pairs, Progress, compare, quiet, read
from moa.detecting.partitions import Numbers, Partition, chosen, joined
from moa.detecting.statistics import Counts, Statistics, count, extended
from moa.detecting.units import Unit

_FEW_CHANGES = 50  # units; with more, all are compared anew
_DRIFT = 0.02  # the share of units that may change before tokens are counted anew
_NEARBY = 1_000  # units that share the most with a changed one and are compared with it


@dataclass(frozen=True)
class Remembered:
    """Units by the hashes of what they say, read in one view or two, with their counts and their pairs.

    `drift` is how many units have changed since the tokens were counted.
    """

    keys: Numbers
    views: tuple[Partition, ...]
    statistics: tuple[Statistics, ...]
    pairs: Pairs
    drift: int = 0


def refresh(
    units: Sequence[Unit], own: Analysis, before: Remembered | None = None, progress: Progress = quiet
) -> Remembered:
    """The units with their pairs, best first; what `before` knows is not read again, and of many units not compared."""
    keys = _keys(units)
    has_english = any(unit.text_en for unit in units)
    known = before if before and len(before.views) == 1 + has_english else None
    views = tuple(_view(units, keys, known, place, own, progress) for place in range(2 if has_english else 1))
    changed = np.nonzero(~np.isin(keys, known.keys))[0] if known else np.arange(len(units))
    gone = int((~np.isin(known.keys, keys)).sum()) if known else 0
    drift = known.drift + len(changed) + gone if known else 0
    if known is None or len(units) <= FEW or len(changed) > _FEW_CHANGES or drift > _DRIFT * len(units):
        statistics = tuple(count(view) for view in views)
        return Remembered(keys, views, statistics, compare(views, views, statistics, own.definitions, progress))
    pairs, statistics = _kept(known, keys), known.statistics
    if len(changed):
        later = (count(chosen(view, changed)) for view in views)
        statistics = tuple(extended(old, new) for old, new in zip(statistics, later, strict=True))
        pairs = _both(pairs, _compared(changed, views, statistics, own.definitions), len(units))
    return Remembered(keys, views, statistics, pairs.best_first(), drift)


def identity(concepts: Sequence[Concept], program: bytes) -> int:
    """A number for all that scores depend on beside the units: the glossary, and the program with its word lists."""
    said = repr([(each.id, each.names, sorted(each.everyday), each.unlike, each.definition) for each in concepts])
    return _hash(program + said.encode())


def _keys(units: Sequence[Unit]) -> Numbers:
    return np.array([_hash(repr(unit).encode("utf-8", "surrogatepass")) for unit in units], np.uint64)


def _hash(content: bytes) -> int:
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big")


def _view(
    units: Sequence[Unit],
    keys: Numbers,
    known: Remembered | None,
    place: int,
    own: Analysis,
    progress: Progress,
) -> Partition:
    """One view of all units, those that are known taken over as they were read."""
    if known is None:
        return read(units, own, progress, is_english=place > 0)
    places = _places(known.keys, keys)
    new = np.nonzero(places < 0)[0]
    read_now = read([units[int(each)] for each in new], own, progress, is_english=place > 0)
    order = np.where(places < 0, 0, places)
    order[new] = len(known.keys) + np.arange(len(new))
    return chosen(joined([known.views[place], read_now]), order)


def _places(known: Numbers, keys: Numbers) -> NDArray[np.int64]:
    """Where each key stands among those known, -1 where it does not."""
    if not len(known):
        return np.full(len(keys), -1, np.int64)
    order = np.argsort(known, kind="stable")
    near = np.minimum(np.searchsorted(known[order], keys), len(known) - 1)
    return np.where(known[order][near] == keys, order[near], -1)


def _kept(known: Remembered, keys: Numbers) -> Pairs:
    """The pairs of which both units are as they were, by their places now."""
    now = _places(keys, known.keys)
    rows, columns = now[known.pairs.rows], now[known.pairs.columns]
    is_kept = (rows >= 0) & (columns >= 0)
    rows, columns = rows[is_kept], columns[is_kept]
    return Pairs(np.minimum(rows, columns), np.maximum(rows, columns), known.pairs.scores[is_kept])


def _compared(
    changed: NDArray[np.int64], views: Sequence[Partition], statistics: Sequence[Statistics], definitions: Partition
) -> Pairs:
    others = _nearby(changed, views[0], statistics[0].tokens)
    found = compare(
        [chosen(view, changed) for view in views], [chosen(view, others) for view in views], statistics, definitions
    )
    likely = found.scores >= UNLIKELY
    rows, columns = changed[found.rows[likely]], others[found.columns[likely]]
    return Pairs(np.minimum(rows, columns), np.maximum(rows, columns), found.scores[likely])


def _nearby(changed: NDArray[np.int64], view: Partition, counts: Counts) -> NDArray[np.int64]:
    """The units that share the rarest tokens with any changed one."""
    columns = counts.columns(view.tokens.tokens)
    starts = view.tokens.starts
    found = [changed]
    for row in changed:
        weights = np.zeros(len(counts.tokens) + 1, np.float32)
        own = columns[starts[row] : starts[row + 1]]
        weights[own] = np.append(counts.rarity, 0)[own]
        weights[-1] = 0  # where tokens lead that were not counted
        sums = np.append(0, np.cumsum(weights[columns], dtype=np.float64))
        shared = sums[starts[1:]] - sums[starts[:-1]]
        most = min(_NEARBY, len(shared))
        found.append(np.argpartition(-shared, most - 1)[:most])
    return np.unique(np.concatenate(found))


def _both(kept: Pairs, found: Pairs, width: int) -> Pairs:
    """The pairs of both, each once."""
    rows, columns = np.append(kept.rows, found.rows), np.append(kept.columns, found.columns)
    _, first = np.unique(rows * width + columns, return_index=True)
    return Pairs(rows[first], columns[first], np.append(kept.scores, found.scores)[first])
