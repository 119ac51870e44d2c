"""Corpora with pairs that people judged, and how well scores agree with the judgements."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from moa.data import Value, plain, read_data
from moa.detecting.concepts import Concept, read_concepts
from moa.detecting.detector import Pairs
from moa.detecting.units import Unit, placed, read_units

HERE = Path(__file__).parent
OTHER_SUBJECTS = ("git", "databases")
Pair = tuple[str, str]
_JUDGED_KINDS = frozenset({"content", "empty-heading"})
_BEST = 5
_PRECISION = 0.9
_SURE = 0.95
_SAMPLES = 1_000


@dataclass(frozen=True)
class Corpus:
    """Units, the concepts of their subject, and which judged pairs of different notes share a claim.

    Pairs that are merely related, and pairs kept aside, are not judged.
    """

    name: str
    units: tuple[Unit, ...]
    concepts: tuple[Concept, ...]
    judged: Mapping[Pair, bool]


@dataclass(frozen=True)
class Quality:
    """Best F1, average precision, recall where precision is .9, and how often a partner is among a unit's best 5."""

    f1: float
    average_precision: float
    recall: float
    hit: float


def other_subject(name: str) -> Corpus:
    """A corpus beside this file; of its pairs, all that are not listed share nothing."""
    folder = HERE / name
    units, problems = read_units((folder / "units.jsonl").read_text(encoding="utf-8"), f"{name}/units.jsonl")
    assert not problems, problems
    listed = map(json.loads, (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines())
    relations = {pair_of(pair["a"], pair["b"]): pair["relation"] for pair in listed}
    judged = {pair: pair in relations for pair in pairs_of(units) if relations.get(pair) != "related"}
    return Corpus(name, tuple(units), concepts_of(folder / "glossary.yml"), judged)


def raw_notes(shared: Path, glossary: Path) -> Corpus:
    """The units of this book's raw notes; what is not listed counts as pairs.yml says."""
    folder = shared / "overlap"
    listed = [item for item in _yaml(folder / "units.yml").items if item.get("kind").text in _JUDGED_KINDS]
    units = placed(_unit(item) for item in listed)
    relations = {pair_of(pair["a"], pair["b"]): pair["relation"] for pair in plain(_yaml(folder / "pairs.yml"))}
    aside = frozenset((folder / "aside.txt").read_text(encoding="utf-8").split())
    counted = (pair for pair in pairs_of(units) if pair in relations or _is_negative(pair, aside))
    judged = {pair: pair in relations for pair in counted if relations.get(pair) != "related"}
    return Corpus("raw notes", tuple(units), concepts_of(glossary), judged)


def pairs_of(units: Iterable[Unit]) -> Iterator[Pair]:
    """All pairs of units from different notes."""
    return (pair_of(a.id, b.id) for a, b in combinations(units, 2) if a.note != b.note)


def pair_of(a: str, b: str) -> Pair:
    """Two ids in order."""
    return (a, b) if a < b else (b, a)


def concepts_of(glossary: Path) -> tuple[Concept, ...]:
    """The concepts of a glossary file."""
    return read_concepts(_yaml(glossary))


def quality(corpus: Corpus, scores: Mapping[Pair, float]) -> Quality:
    """How well scores put the pairs that share a claim first; pairs without a score come last of all."""
    values, labels = _arrays(corpus, scores)
    return Quality(*_ranking(values, labels), _hits(corpus, scores))


def interval(corpus: Corpus, scores: Mapping[Pair, float], seed: int = 1) -> Mapping[str, tuple[float, float]]:
    """Where 95 of 100 bootstrap samples of the judged pairs lie, for F1 and for average precision."""
    values, labels = _arrays(corpus, scores)
    random = np.random.default_rng(seed)
    found = []
    for _ in range(_SAMPLES):
        drawn = random.integers(0, len(labels), len(labels))
        found.append(_ranking(values[drawn], labels[drawn]))
    low, high = np.percentile(np.array(found), [2.5, 97.5], axis=0)
    names = ("f1", "average_precision")
    return {name: (float(low[place]), float(high[place])) for place, name in enumerate(names)}


def thresholds(values: NDArray[Any], labels: NDArray[np.bool_]) -> tuple[float, float]:
    """The score from which on F1 is best, and the lowest from which on precision is .95."""
    order = np.argsort(-values, kind="stable")
    precision = np.cumsum(labels[order]) / np.arange(1, len(labels) + 1)
    return float(values[order][np.argmax(_f1(labels[order]))]), float(values[order][precision >= _SURE].min())


def _arrays(corpus: Corpus, scores: Mapping[Pair, float]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    values = np.array([scores.get(pair, -np.inf) for pair in corpus.judged])
    return values, np.array(list(corpus.judged.values()))


def _ranking(values: NDArray[np.float64], labels: NDArray[np.bool_]) -> tuple[float, float, float]:
    order = np.argsort(-values, kind="stable")
    sorted_labels, has_score = labels[order], np.isfinite(values[order])
    found = np.cumsum(sorted_labels)
    precision, recall = found / np.arange(1, len(found) + 1), found / max(1, labels.sum())
    average = float((precision * sorted_labels * has_score).sum() / max(1, labels.sum()))
    precise = recall[(precision >= _PRECISION) & has_score]
    return float((_f1(sorted_labels) * has_score).max()), average, float(precise.max(initial=0))


def _f1(sorted_labels: NDArray[np.bool_]) -> NDArray[np.float64]:
    found = np.cumsum(sorted_labels)
    f1: NDArray[np.float64] = 2 * found / (np.arange(1, len(found) + 1) + sorted_labels.sum())
    return f1


def _hits(corpus: Corpus, scores: Mapping[Pair, float]) -> float:
    ranked: dict[str, list[tuple[float, bool]]] = {}
    for pair, label in corpus.judged.items():
        for unit in pair:
            ranked.setdefault(unit, []).append((scores.get(pair, -np.inf), label))
    with_partner = [each for each in ranked.values() if any(label for _, label in each)]
    best = (sorted(each, key=lambda scored: (-scored[0], scored[1]))[:_BEST] for each in with_partner)
    return sum(any(label for score, label in each if score > -np.inf) for each in best) / max(1, len(with_partner))


def _is_negative(pair: Pair, aside: frozenset[str]) -> bool:
    hashed = hashlib.sha256("|".join(pair).encode()).hexdigest()
    return int(hashed, 16) % 5 < 3 and hashed[:16] not in aside


def _unit(item: Value) -> Unit:
    name = item.get("id").text
    return Unit(name, name.partition("#")[0], item.get("heading").text, item.get("text").text)


def _yaml(path: Path) -> Value:
    value, problems = read_data(path.name, path.read_text(encoding="utf-8"))
    assert not problems, problems
    return value


def by_ids(units: Sequence[Unit], pairs: Pairs) -> dict[Pair, float]:
    """Scores by the ids of their units."""
    scored = zip(pairs.rows, pairs.columns, pairs.scores, strict=True)
    return {pair_of(units[a].id, units[b].id): float(score) for a, b, score in scored}
