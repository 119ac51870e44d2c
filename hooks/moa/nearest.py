"""The nearest existing names, for a problem's way out."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from moa.hangul import letters

LIKENESS = 60  # below this a suggestion misleads more often than it helps


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like `word`, Hangul compared letter by letter, or an empty string where none is like it."""
    found = process.extractOne(word, sorted(names), scorer=fuzz.ratio, processor=letters, score_cutoff=LIKENESS)
    return found[0] if found else ""


def nearest_address(address: str, addresses: Iterable[str]) -> str:
    """The address most like another among those whose id is like its id; a page alone has no id to compare."""
    _, _, wanted = address.partition("#")
    near = (each for each in addresses if fuzz.ratio(wanted, each.partition("#")[2]) >= LIKENESS)
    return nearest(address, near)


def did_you_mean(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """A way out that offers the nearest name, or `otherwise` where none is near."""
    name = (nearest_address if "#" in word else nearest)(word, names)
    return f"did you mean '{name}'?" if name else otherwise
