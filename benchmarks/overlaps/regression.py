"""A logistic regression over many features of a pair, fitted on the very corpus that it is measured on.

No pair has a part in the model that scores it, but its units have, in other pairs, which flatters the figures.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from benchmarks.overlaps.baselines import Tokens, texts
from benchmarks.overlaps.judged import Corpus, Pair
from numpy.typing import NDArray
from rapidfuzz.fuzz import token_set_ratio
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from moa.detecting.claims import of_unit
from moa.detecting.concepts import is_concept
from moa.detecting.units import Unit

FOLDS = 10
LIKENESSES = ("trigrams", "token sets", "characters", "morphemes", "morphemes and concepts")  # as baselines() has them
FEATURES = (
    *LIKENESSES,
    "headings",
    "lesser containment",
    "greater containment",
    "shared tokens",
    "rarest shared token",
    "shared concepts",
    "rarest shared concept",
    "concepts in common",
    "same first concept",
    "shorter length",
    "length ratio",
    "heading alone",
)
Scores = Mapping[Pair, float]


@dataclass(frozen=True)
class Sketch:
    """What is compared of a unit; its length is in characters, and `first` is the first concept that it names."""

    heading: str
    length: int
    tokens: frozenset[str]
    concepts: frozenset[str]
    first: str
    is_heading: bool


def regression(corpus: Corpus, likenesses: Sequence[Scores], tokens: Sequence[Tokens]) -> dict[Pair, float]:
    """The judged pairs, each scored by a model fitted on the folds without it; `tokens` are those of each unit."""
    ids = (unit.id for unit in corpus.units)
    sketches = dict(zip(ids, map(_sketch, corpus.units, texts(corpus), tokens), strict=True))
    rarity = _rarity([sketch.tokens for sketch in sketches.values()])

    def row(pair: Pair) -> list[float]:
        found = _alike(pair, likenesses) | _compared(sketches[pair[0]], sketches[pair[1]], rarity)
        return [found[name] for name in FEATURES]

    values = np.array([row(pair) for pair in corpus.judged])
    return dict(zip(corpus.judged, _predicted(values, list(corpus.judged.values())), strict=True))


def _sketch(unit: Unit, text: str, tokens: Tokens) -> Sketch:
    said, named = of_unit(unit), tuple(filter(is_concept, tokens))
    first = next(iter(named), "")
    return Sketch(said.heading, len(text), frozenset(tokens), frozenset(named), first, not said.sentences)


def _rarity(units: Sequence[frozenset[str]]) -> Mapping[str, float]:
    counts = Counter(token for unit in units for token in unit)
    return {token: log(len(units) / count) for token, count in counts.items()}


def _alike(pair: Pair, likenesses: Sequence[Scores]) -> dict[str, float]:
    return {name: scores[pair] for name, scores in zip(LIKENESSES, likenesses, strict=True)}


def _compared(a: Sketch, b: Sketch, rarity: Mapping[str, float]) -> dict[str, float]:
    shared, both = a.tokens & b.tokens, a.concepts & b.concepts
    contained = sorted(len(shared) / max(1, len(each.tokens)) for each in (a, b))
    shorter, longer = sorted((a.length, b.length))
    return {
        "headings": token_set_ratio(a.heading.lower(), b.heading.lower()) / 100,
        "lesser containment": contained[0],
        "greater containment": contained[1],
        "shared tokens": len(shared),
        "rarest shared token": max((rarity[token] for token in shared), default=0),
        "shared concepts": len(both),
        "rarest shared concept": max((rarity[concept] for concept in both), default=0),
        "concepts in common": len(both) / max(1, len(a.concepts | b.concepts)),
        "same first concept": a.first == b.first != "",
        "shorter length": log(1 + shorter),
        "length ratio": (1 + shorter) / (1 + longer),
        "heading alone": a.is_heading or b.is_heading,
    }


def _predicted(values: NDArray[np.float64], labels: Sequence[bool]) -> list[float]:
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1_000))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    scores = cross_val_predict(model, values, np.array(labels), cv=folds, method="decision_function")
    return [float(score) for score in scores]
