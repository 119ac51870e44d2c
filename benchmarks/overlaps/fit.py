"""Fits the detector's few weights to corpora about other subjects than the book's, and prints them for scoring.py.

A logistic regression over standardized features with a quadratic penalty. Each corpus is also scored with the weights
of the other, which tells how well they carry over to a subject they have not seen.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from benchmarks.overlaps.judged import OTHER_SUBJECTS, Corpus, other_subject, pair_of, quality, thresholds
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from moa.detecting.detector import analysis
from moa.detecting.scoring import FEATURES, Model, features, logits, probabilities
from moa.detecting.statistics import count
from moa.detecting.vectors import vectors

_PENALTY = 1 / 0.3
Table = tuple[NDArray[np.float64], NDArray[np.bool_]]


def table(corpus: Corpus) -> Table:
    """The features of all judged pairs, and which of them share a claim."""
    own = analysis(corpus.concepts)
    partition = own.partition(corpus.units)
    weighed = vectors(partition, count(partition), own.definitions)
    places = {unit.id: place for place, unit in enumerate(corpus.units)}
    judged = np.array([[places[a], places[b]] for a, b in corpus.judged])
    return features(weighed, weighed, judged[:, 0], judged[:, 1]), np.array(list(corpus.judged.values()))


def fit(tables: Sequence[Table]) -> Model:
    """The model that fits the pairs of several corpora, its threshold where F1 over all of them is best."""
    values, labels = np.concatenate([each[0] for each in tables]), np.concatenate([each[1] for each in tables])
    mean, spread = values.mean(axis=0), values.std(axis=0)
    standard = (values - mean) / spread
    signs = np.where(labels, 1, -1)

    def loss(weights: NDArray[np.float64]) -> float:
        margins = signs * (standard @ weights[:-1] + weights[-1])
        return float(np.logaddexp(0, -margins).sum() + _PENALTY / 2 * (weights[:-1] ** 2).sum())

    def slope(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        pull = -signs * expit(-signs * (standard @ weights[:-1] + weights[-1]))
        return np.append(standard.T @ pull + _PENALTY * weights[:-1], pull.sum())

    found = minimize(loss, np.zeros(values.shape[1] + 1), jac=slope, method="L-BFGS-B", options={"maxiter": 10_000}).x
    weights = found[:-1] / spread
    model = Model(tuple(round(float(each), 2) for each in weights), round(float(found[-1] - weights @ mean), 2))
    threshold, sure = thresholds(probabilities(logits(values, model)), labels)
    return replace(model, threshold=round(threshold, 2), sure=round(sure, 2))


def main() -> None:
    """Print the weights of all corpora together, and the quality of each by the weights of the others."""
    corpora = [other_subject(name) for name in OTHER_SUBJECTS]
    tables = [table(corpus) for corpus in corpora]
    print(fit(tables))
    print(dict(zip(FEATURES, fit(tables).weights, strict=True)))
    for place, corpus in enumerate(corpora):
        model = fit([each for other, each in enumerate(tables) if other != place])
        pairs = [pair_of(*pair) for pair in corpus.judged]
        print(corpus.name, quality(corpus, dict(zip(pairs, logits(tables[place][0], model), strict=True))))


if __name__ == "__main__":
    main()
