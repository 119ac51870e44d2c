"""Why two units are alike: which of their claims match, and which unit says more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from moa.detecting.claims import of_unit
from moa.detecting.detector import Analysis
from moa.detecting.statistics import Counts
from moa.detecting.units import Unit

_MATCH = 0.15  # likeness from which two claims are shown side by side
_MOST = 3

Weighed = Mapping[str, float]


@dataclass(frozen=True)
class Match:
    """A claim of one unit beside the likest of another; likeness is between 0 and 1."""

    one: str
    other: str
    likeness: float


@dataclass(frozen=True)
class Explainer:
    """Compares units claim by claim, with the counts of all of them."""

    analysis: Analysis
    counts: Counts

    @cached_property
    def _rarity(self) -> NDArray[np.float32]:
        return np.append(self.counts.rarity, np.float32(0))  # the last is for tokens that were not counted

    def matches(self, one: Unit, other: Unit) -> list[Match]:
        """The claims that match best, each claim of the other unit once at most."""
        mine, theirs = ([(claim, self._weighed(claim)) for claim in _claims(unit)] for unit in (one, other))
        found = [Match(own, its, _likeness(weighed, against)) for own, weighed in mine for its, against in theirs]
        chosen: list[Match] = []
        for match in sorted(found, key=lambda match: -match.likeness):
            is_new = all(match.one != each.one and match.other != each.other for each in chosen)
            if is_new and (match.likeness >= _MATCH or not chosen):
                chosen.append(match)
        return chosen[:_MOST]

    def said(self, unit: Unit) -> float:
        """How much a unit says: the weights of all its tokens together; of two units, more is said by the greater."""
        return sum(self._weights(self.analysis.reader.unit(unit).tokens).values())

    def _weighed(self, text: str) -> Weighed:
        return self._weights(self.analysis.reader.tokens(text))

    def _weights(self, tokens: Weighed) -> Weighed:
        numbers = np.array([self.analysis.numbering.number(token) for token in tokens], np.uint64)
        rarity = self._rarity[self.counts.columns(numbers)].tolist()
        damped = (weight if weight <= 1 else 1 + log(weight) for weight in tokens.values())
        return {token: weight * each for token, weight, each in zip(tokens, damped, rarity, strict=True)}


def _claims(unit: Unit) -> Sequence[str]:
    claims = of_unit(unit)
    return claims.sentences or (claims.heading,)


def _likeness(one: Weighed, other: Weighed) -> float:
    shared = sum(weight * other[token] for token, weight in one.items() if token in other)
    lengths = sqrt(sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values()))
    return shared / lengths if lengths else 0.0
