"""Common ways to find texts that tell the same: each scores all pairs of units of different notes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np
from benchmarks.overlaps.judged import Corpus, Pair, pairs_of
from datasketch import MinHash
from kiwipiepy import Kiwi
from numpy.typing import NDArray
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import cdist
from sklearn.feature_extraction.text import TfidfVectorizer

from moa.detecting.claims import of_unit
from moa.detecting.concepts import Concepts
from moa.detecting.lexicon import read_lexicon
from moa.detecting.units import Unit
from moa.detecting.vectors import Matrix

_CONTENT = frozenset("NNG NNP VV VA XR SL".split())  # nouns, verbs, adjectives, roots and foreign words
_GRAM = 3
_PERMUTATIONS = 256
Likeness = NDArray[np.float64]  # of all units to all units
Tokens = tuple[str, ...]
Baseline = Callable[[Corpus], dict[Pair, float]]


def baselines(kiwi: Kiwi) -> Mapping[str, Baseline]:
    """The baselines that need no fitting, by name."""
    return {
        "MinHash Jaccard, character trigrams": trigrams,
        "rapidfuzz token_set_ratio": token_sets,
        "TF-IDF cosine, character 2-4-grams": characters,
        "TF-IDF cosine, morphemes": partial(morphemes, kiwi=kiwi),
        "TF-IDF cosine, morphemes and concepts": partial(concepts, kiwi=kiwi),
    }


def trigrams(corpus: Corpus) -> dict[Pair, float]:
    """The share of character trigrams in common, as MinHash estimates it."""
    hashes = np.array([_hashes(text) for text in texts(corpus)])
    return _by_pair(corpus, np.array([(hashes == each).mean(axis=1) for each in hashes]))


def token_sets(corpus: Corpus) -> dict[Pair, float]:
    """How alike the words are, each counted once and in any order, letter by letter."""
    found = texts(corpus)
    return _by_pair(corpus, cdist(found, found, scorer=token_set_ratio, dtype=np.float64))


def characters(corpus: Corpus) -> dict[Pair, float]:
    """The cosine of the 2 to 4 characters in a row."""
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(2, 4), sublinear_tf=True)
    return _by_pair(corpus, _cosines(vectorizer.fit_transform(texts(corpus))))


def morphemes(corpus: Corpus, kiwi: Kiwi) -> dict[Pair, float]:
    """The cosine of the morphemes that carry meaning."""
    return _of_tokens(corpus, [_content(text, kiwi) for text in texts(corpus)])


def concepts(corpus: Corpus, kiwi: Kiwi) -> dict[Pair, float]:
    """The cosine of the concepts that the glossary names, and of the morphemes of all other words."""
    return _of_tokens(corpus, tokens(corpus, kiwi))


def tokens(corpus: Corpus, kiwi: Kiwi) -> list[Tokens]:
    """The concepts that each unit names, in order, then the morphemes of its other words."""
    known = Concepts(corpus.concepts, read_lexicon())
    return [_mapped(text, known, kiwi) for text in texts(corpus)]


def texts(corpus: Corpus) -> list[str]:
    """The units' headings and texts in lower case, without markup."""
    return [_text(unit).lower() for unit in corpus.units]


def _text(unit: Unit) -> str:
    said = of_unit(unit)
    return "\n".join((said.heading, *said.sentences))


def _hashes(text: str) -> NDArray[np.uint64]:
    hashed = MinHash(num_perm=_PERMUTATIONS, seed=1)
    hashed.update_batch([text[start : start + _GRAM].encode() for start in range(max(1, len(text) - _GRAM + 1))])
    values: NDArray[np.uint64] = hashed.hashvalues
    return values


def _content(text: str, kiwi: Kiwi, covered: frozenset[int] = frozenset()) -> Tokens:
    """The morphemes that carry meaning and start at no covered place; irregular verbs are tagged VV-I and the like."""
    found = (token for token in kiwi.tokenize(text) if token.start not in covered)
    return tuple(token.form for token in found if token.tag.partition("-")[0] in _CONTENT)


def _mapped(text: str, known: Concepts, kiwi: Kiwi) -> Tokens:
    named = list(known.find(text))
    covered = frozenset(place for each in named for place in range(each.start, each.end))
    return (*(term for each in named for term in each.terms), *_content(text, kiwi, covered))


def _of_tokens(corpus: Corpus, found: Sequence[Tokens]) -> dict[Pair, float]:
    vectorizer = TfidfVectorizer(analyzer=tuple, sublinear_tf=True)  # a text is a tuple of tokens already
    return _by_pair(corpus, _cosines(vectorizer.fit_transform(found)))


def _cosines(rows: Matrix) -> Likeness:
    """The cosines of rows of length 1."""
    cosines: Likeness = (rows @ rows.T).toarray()
    return cosines


def _by_pair(corpus: Corpus, likeness: Likeness) -> dict[Pair, float]:
    places = {unit.id: place for place, unit in enumerate(corpus.units)}
    return {(a, b): float(likeness[places[a], places[b]]) for a, b in pairs_of(corpus.units)}
