"""The nearest existing names, for a problem's way out."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_LIKENESS = 60  # below this a suggestion misleads more often than it helps


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like `word`, or an empty string where none is like it."""
    found = process.extractOne(word, sorted(names), scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return found[0] if found else ""


def did_you_mean(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """A way out that offers the nearest name, or `otherwise` where none is near."""
    name = nearest(word, names)
    return f"did you mean '{name}'?" if name else otherwise
