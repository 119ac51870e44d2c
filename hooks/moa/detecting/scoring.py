"""How likely two units are to share a claim, from what their matrices have in common."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from moa.detecting.vectors import Matrix, Vectors

_ALONE = 0.1  # what one shared token counts against several
_BLOCK = 100_000  # pairs at a time
Values = NDArray[np.float64]

FEATURES = ("evidence", "terms", "defines", "words", "variety", "promise")


@dataclass(frozen=True)
class Model:
    """Weights of the features in a logistic model.

    From `threshold` on a pair is worth a person's look (F1 is best there), from `sure` on 19 of 20 share a claim.
    """

    weights: tuple[float, ...]
    bias: float
    threshold: float = 0.5
    sure: float = 0.9


# Fitted by benchmarks/overlaps/fit.py on two corpora about other subjects; this book's notes have no part in them.
MODEL = Model((3.78, 5.51, 0.93, 11.2, 3.22, 5.81), bias=-7.28, threshold=0.23, sure=0.97)


def features(a: Vectors, b: Vectors, rows: NDArray[Any], columns: NDArray[Any]) -> Values:
    """The features of pairs, one a row: `rows` are places in `a`, `columns` in `b`."""
    blocks = [
        _features(a, b, rows[start : start + _BLOCK], columns[start : start + _BLOCK])
        for start in range(0, len(rows), _BLOCK)
    ]
    return np.concatenate(blocks) if blocks else np.zeros((0, len(FEATURES)))


def logits(found: Values, model: Model = MODEL) -> Values:
    """The scores of pairs before they become probabilities; where a pair has two views, their mean is its score."""
    values: Values = found @ np.array(model.weights) + model.bias
    return values


def probabilities(values: Values) -> Values:
    """Scores between 0 and 1."""
    scores: Values = 1 / (1 + np.exp(-values))
    return scores


def _features(a: Vectors, b: Vectors, rows: NDArray[Any], columns: NDArray[Any]) -> Values:
    shared = a.tokens[rows].multiply(b.tokens[columns]).tocsr()
    likeness = _sums(shared)
    squares = _sums(shared.multiply(shared))
    # 1 where many tokens share the likeness evenly, 0 where a single one makes all of it.
    variety = 1 - np.divide(squares, likeness**2, out=np.ones_like(likeness), where=likeness > 0)
    of_words = shared @ a.is_word.astype(np.float32)
    lengths = a.words[rows].astype(np.float64) * b.words[columns]
    defined = a.defines[rows].minimum(b.defines[columns])
    promises = (
        _sums(one.promised[places].multiply(other.tokens[others]))
        for one, places, other, others in ((a, rows, b, columns), (b, columns, a, rows))
    )
    found = {
        "evidence": likeness * np.sqrt(np.maximum(variety, 0) + _ALONE),
        "terms": _sums(a.terms[rows].multiply(b.terms[columns])),
        "defines": _maxima(defined),
        "words": np.divide(of_words, lengths, out=np.zeros_like(lengths), where=lengths > 0),
        "variety": variety,
        "promise": np.maximum(*promises),
    }
    return np.stack([found[name] for name in FEATURES], axis=1)


def _sums(matrix: Matrix) -> Values:
    return np.asarray(matrix.sum(axis=1), np.float64).ravel()


def _maxima(matrix: Matrix) -> Values:
    if not matrix.shape[1]:
        return np.zeros(matrix.shape[0])
    return np.asarray(matrix.max(axis=1).todense(), np.float64).ravel()
