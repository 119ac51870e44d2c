"""Which pairs are worth scoring: rows that share a rare token, several common ones at once, or everything."""

from os import cpu_count

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from moa.detecting.partitions import Places
from moa.detecting.vectors import Matrix, Vectors

FEW = 2_000  # rows; up to so many, every pair that shares anything is a candidate
_COMMON = 300  # rows that share a token; with more the token alone makes no candidates
_KEPT = 8  # common tokens of a row that are combined, two at a time
PARTNERS = 20  # candidates of a row
_SPARE = 2  # times as many are looked for: those of the same note fall away
_TERMS, _DEFINES = 0.8, 0.1  # what these count beside tokens


def candidates(a: Vectors, b: Vectors) -> tuple[Places, Places]:
    """Places in `a` and in `b` of pairs from different notes; each pair once where `a` is `b`."""
    left = _keys(a)
    right = left if a is b else _keys(b)
    if left.shape[0] <= FEW and right.shape[0] <= FEW:
        rows, columns = _likest(left, right, right.shape[0])
    else:
        likest, equal = _likest(*_discerning(left, right), PARTNERS * _SPARE), _equal(left, right)
        rows, columns = (np.concatenate(both) for both in zip(likest, equal, strict=True))
    differ = a.notes[rows] != b.notes[columns]
    return _once(rows[differ], columns[differ], right.shape[0], is_same=a is b)


def _keys(vectors: Vectors) -> Matrix:
    parts = [vectors.tokens + vectors.promised, vectors.terms * _TERMS, vectors.defines * _DEFINES]
    return sparse.hstack(parts, format="csr", dtype=np.float32)


def _discerning(left: Matrix, right: Matrix) -> tuple[Matrix, Matrix]:
    """The rare columns of both, and pairs of the others as columns of their own."""
    counts = [np.bincount(each.indices, minlength=each.shape[1]) for each in (left, right)]
    is_rare = np.maximum(*counts) <= _COMMON
    pairs = [_pairs(each[:, ~is_rare]) for each in (left, right)]
    keys = np.intersect1d(_selective(pairs[0][1]), _selective(pairs[1][1]))
    found = []
    for matrix, (rows, numbers, weights) in zip((left, right), pairs, strict=True):
        columns = np.searchsorted(keys, numbers)
        is_kept = keys[np.minimum(columns, len(keys) - 1)] == numbers if len(keys) else np.zeros(len(numbers), np.bool_)
        entries = (weights[is_kept], (rows[is_kept], columns[is_kept]))
        combined = sparse.csr_matrix(entries, shape=(matrix.shape[0], len(keys)), dtype=np.float32)
        found.append(sparse.hstack([matrix[:, is_rare], combined], format="csr", dtype=np.float32))
    return found[0], found[1]


def _selective(numbers: Places) -> Places:
    unique, counts = np.unique(numbers, return_counts=True)
    return unique[counts <= _COMMON]


def _pairs(common: Matrix) -> tuple[Places, Places, NDArray[np.float32]]:
    """Row, number and weight of each pair among a row's heaviest common tokens."""
    lengths = np.diff(common.indptr)
    rows = np.repeat(np.arange(common.shape[0]), lengths)
    order = np.lexsort((-common.data, rows))
    rank = np.arange(common.nnz) - np.repeat(common.indptr[:-1], lengths)
    kept = order[rank < _KEPT]
    columns = np.full((common.shape[0], _KEPT), -1, np.int64)
    weights = np.zeros((common.shape[0], _KEPT), np.float32)
    columns[rows[kept], rank[rank < _KEPT]] = common.indices[kept]
    weights[rows[kept], rank[rank < _KEPT]] = common.data[kept]
    one, other = np.triu_indices(_KEPT, 1)
    low, high = np.minimum(columns[:, one], columns[:, other]), np.maximum(columns[:, one], columns[:, other])
    is_pair = low >= 0
    numbers = (low * common.shape[1] + high)[is_pair]
    return np.nonzero(is_pair)[0], numbers, (weights[:, one] * weights[:, other])[is_pair]


def _likest(left: Matrix, right: Matrix, partners: int) -> tuple[Places, Places]:
    if not left.nnz or not right.nnz:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    likeness = sp_matmul_topn(left, right.T.tocsr(), top_n=partners, threshold=0, sort=False, n_threads=cpu_count())
    rows = np.repeat(np.arange(left.shape[0], dtype=np.int64), np.diff(likeness.indptr))
    return rows, likeness.indices.astype(np.int64)


def _equal(left: Matrix, right: Matrix) -> tuple[Places, Places]:
    """Some rows of the right that are the same as each of the left: they may have nothing but common tokens."""
    sums = [np.asarray(each @ _mixture(each.shape[1])).ravel() for each in (left, right)]
    order = np.argsort(sums[1], kind="stable")
    first, last = (np.searchsorted(sums[1][order], sums[0], side) for side in ("left", "right"))
    found = []
    for offset in range(PARTNERS):
        places = first + (np.arange(len(first)) + offset) % np.maximum(last - first, 1)
        rows = np.nonzero((last - first > offset) & (sums[0] != 0))[0]
        found.append((rows, order[places[rows]]))
    rows, columns = (np.concatenate(each) for each in zip(*found, strict=True))
    return rows, columns


def _mixture(width: int) -> NDArray[np.float64]:
    """A number for each column, so that two rows have the same sum only if they are the same."""
    return np.random.default_rng(0).random(width)


def _once(rows: Places, columns: Places, width: int, is_same: bool) -> tuple[Places, Places]:
    low, high = (np.minimum(rows, columns), np.maximum(rows, columns)) if is_same else (rows, columns)
    numbers = np.unique(low * width + high)
    return numbers // max(width, 1), numbers % max(width, 1)
