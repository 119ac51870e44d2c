"""A unit read: how much of which word, idea and concept it has, and which concepts it defines."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from moa.detecting.about import defined
from moa.detecting.claims import of_unit
from moa.detecting.concepts import Concept, Concepts
from moa.detecting.lexicon import Lexicon
from moa.detecting.units import Unit

_CONCEPT = 2.0  # what a concept weighs beside a word
_EVERYDAY = 0.5  # the share of that where the name is an everyday word
_PARTS = 0.5  # what the words weigh of which a concept's names are made
_ITSELF = 2  # times that a definition counts as naming its own concept


@dataclass(frozen=True)
class Reading:
    """The tokens of a unit with their weights, its definitions, and whether it is a heading without text."""

    tokens: Mapping[str, float]
    defines: Mapping[str, float]
    is_heading: bool


@dataclass(frozen=True)
class Reader:
    """Reads units with the general words of a lexicon and the concepts of a glossary."""

    lexicon: Lexicon
    concepts: Concepts

    def unit(self, unit: Unit, is_english: bool = False) -> Reading:
        """A unit in its own language or in English; a heading counts less the more units share it."""
        claims = of_unit(unit, is_english)
        tokens: dict[str, float] = {}
        for sentence in claims.sentences:
            for token, weight in self.tokens(sentence).items():
                tokens[token] = tokens.get(token, 0) + weight
        share = 1 / sqrt(unit.siblings) if claims.sentences else 1.0
        for token, weight in self.tokens(claims.heading).items():
            tokens[token] = tokens.get(token, 0) + weight * share
        return Reading(tokens, defined(claims, self.concepts, unit.is_first), not claims.sentences)

    def definition(self, concept: Concept) -> Reading:
        """A concept by its definition and its own name."""
        tokens = dict(self.tokens(" ".join(concept.definition.split())))
        tokens[concept.token] = tokens.get(concept.token, 0) + _ITSELF * _CONCEPT
        return Reading(tokens, {concept.token: 1.0}, False)

    def tokens(self, text: str) -> Mapping[str, float]:
        """The words, ideas and concepts of a piece of text, each once; a concept brings the words of its names."""
        found: dict[str, float] = {}
        covered = bytearray(len(text))
        for named in self.concepts.find(text):
            share = 1 / len(named.terms)
            for term in named.terms:
                _raise(found, term, _CONCEPT * share * (_EVERYDAY if named.is_plain else 1))
                for token, weight in self.concepts.parts[term].items():
                    _raise(found, token, _PARTS * weight * share)
            covered[named.start : named.end] = b"\1" * (named.end - named.start)
        for token, weight in self.lexicon.words(text, bytes(covered)):
            _raise(found, token, weight)
        return found


def _raise(weights: dict[str, float], token: str, weight: float) -> None:
    if weight > weights.get(token, 0):
        weights[token] = weight
