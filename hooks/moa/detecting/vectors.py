"""Partitions as sparse matrices, weighed by how rare a token is."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from moa.detecting.partitions import Bags, Partition
from moa.detecting.statistics import Counts, Statistics

_NEAREST = 16  # terms that a unit is taken to speak of
_FAINT = 0.001  # a likeness to definitions, squared, that is as good as none
_BLOCK = 8_192  # rows at a time where a product is nearly full
Matrix = Any  # a scipy CSR matrix of 32-bit floats


@dataclass(frozen=True)
class Vectors:
    """A partition's rows: tokens, of length 1; nearest terms, shorter the fainter; definitions; what headings promise.

    `words` has the length of each row without its concepts, `is_word` which columns are no concepts.
    """

    notes: NDArray[np.uint64]
    tokens: Matrix
    words: NDArray[np.float32]
    is_word: NDArray[np.bool_]
    terms: Matrix
    defines: Matrix
    promised: Matrix


def vectors(partition: Partition, statistics: Statistics, definitions: Partition) -> Vectors:
    """The matrices of a partition; `definitions` holds the glossary's, one a row, each defining its own concept."""
    counts = statistics.tokens
    tokens = _of_length_1(_matrix(partition.tokens, counts))
    is_word = (counts.tokens & np.uint64(1)) == 0
    meanings = _of_length_1(_matrix(definitions.tokens, counts))
    return Vectors(
        partition.notes,
        tokens,
        _lengths(tokens.multiply(is_word[np.newaxis, :].astype(np.float32)).tocsr()),
        is_word,
        _terms(tokens, meanings),
        _matrix(partition.defines, statistics.defines),
        _promised(partition, definitions, meanings),
    )


def _matrix(bags: Bags, counts: Counts) -> Matrix:
    """The weights of tokens, more than 1 damped, times their rarity; tokens that were not counted have no column."""
    columns = counts.columns(bags.tokens)
    rows = np.repeat(np.arange(bags.rows), np.diff(bags.starts))
    is_known = columns >= 0
    weights = bags.weights[is_known]
    damped = np.where(weights > 1, 1 + np.log(np.maximum(weights, 1)), weights)
    values = (damped * counts.rarity[columns[is_known]]).astype(np.float32)
    shape = (bags.rows, len(counts.tokens))
    return sparse.csr_matrix((values, (rows[is_known], columns[is_known])), shape=shape, dtype=np.float32)


def _lengths(matrix: Matrix) -> NDArray[np.float32]:
    squares: NDArray[np.float32] = np.asarray(matrix.multiply(matrix).sum(axis=1), np.float32).ravel()
    lengths: NDArray[np.float32] = np.sqrt(squares)
    return lengths


def _of_length_1(matrix: Matrix) -> Matrix:
    lengths = _lengths(matrix)
    inverse = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return sparse.csr_matrix(sparse.diags_array(inverse) @ matrix, dtype=np.float32)


def _terms(tokens: Matrix, meanings: Matrix) -> Matrix:
    """The terms whose definitions are nearest to each row, their likeness squared."""
    kept = min(_NEAREST, meanings.shape[0])
    if not kept:
        return sparse.csr_matrix((tokens.shape[0], 0), dtype=np.float32)
    blocks = []
    for start in range(0, tokens.shape[0], _BLOCK):
        likeness = (tokens[start : start + _BLOCK] @ meanings.T).toarray()
        columns = np.argpartition(-likeness, kept - 1, axis=1)[:, :kept]
        values = np.take_along_axis(likeness, columns, axis=1) ** 2
        rows = np.repeat(np.arange(len(likeness)), kept)
        blocks.append(sparse.csr_matrix((values.ravel(), (rows, columns.ravel())), shape=likeness.shape))
    terms = sparse.vstack(blocks, format="csr") if blocks else sparse.csr_matrix((0, meanings.shape[0]))
    terms.eliminate_zeros()
    return sparse.csr_matrix(sparse.diags_array(1 / (_lengths(terms) + _FAINT)) @ terms, dtype=np.float32)


def _promised(partition: Partition, definitions: Partition, meanings: Matrix) -> Matrix:
    """For headings without text, what the concepts mean that they name; nothing for all other rows."""
    own = definitions.defines.tokens
    if not len(own):
        return sparse.csr_matrix((partition.units, meanings.shape[1]), dtype=np.float32)
    order = np.argsort(own)
    rows = np.repeat(np.arange(partition.units), np.diff(partition.tokens.starts))
    places = np.minimum(np.searchsorted(own[order], partition.tokens.tokens), len(own) - 1)
    named = (own[order][places] == partition.tokens.tokens) & partition.is_heading[rows]
    chosen = (np.ones(int(named.sum()), np.float32), (rows[named], order[places[named]]))
    names = sparse.csr_matrix(chosen, shape=(partition.units, len(own)))
    return _of_length_1(names @ meanings)
