"""Names that a text gives in both scripts, `컨피그맵(ConfigMap)`: each finds what is called by the other."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from moa.searching.entries import Entry
from moa.searching.terms import Analysis
from moa.searching.words import normal

# Up to three words in Hangul, and right behind them up to four in Latin letters, in parentheses; an abbreviation may
# follow after a comma.
_PAIR = re.compile(r"((?:[가-힣]+ ){0,2}[가-힣]+) ?\(([A-Za-z][A-Za-z0-9]+(?:[ -][A-Za-z0-9]+){0,3})(?:, ?[A-Z]+)?\)")

Pairs = Mapping[str, str]


def read_pairs(texts: Iterable[str], names: Collection[str], analysis: Analysis) -> dict[str, str]:
    """The Latin names of Hangul ones, written as one term.

    How many of the words before the parenthesis belong to the name is told by `names`, else the last one alone does.
    """
    named = {analysis.as_one(name) for name in names}
    found: dict[str, str] = {}
    for text in texts:
        for hangul, latin in _PAIR.findall(normal(text)):
            term = next(
                (each for each in _endings(hangul, analysis) if each in named), analysis.as_one(hangul.split()[-1])
            )
            found.setdefault(term, latin)
    return found


def with_pairs(entries: Iterable[Entry], pairs: Pairs, analysis: Analysis) -> list[Entry]:
    """The entries, with a section that is named in Hangul named in Latin letters too."""
    return [replace(entry, names={**entry.names, **_added(entry, pairs, analysis)}) for entry in entries]


def _endings(hangul: str, analysis: Analysis) -> Iterator[str]:
    """The last words of a phrase as one, the most first."""
    words: Sequence[str] = hangul.split()
    yield from (analysis.as_one(" ".join(words[start:])) for start in range(len(words)))


def _added(entry: Entry, pairs: Pairs, analysis: Analysis) -> dict[str, tuple[str, ...]]:
    headings = {each.anchor: each.heading if each.anchor else entry.title for each in entry.passages}
    latin = {anchor: pairs.get(analysis.as_one(heading)) for anchor, heading in headings.items()}
    known = entry.names
    return {
        anchor: tuple(dict.fromkeys((*known.get(anchor, ()), name)))
        for anchor, name in latin.items()
        if name is not None
    }
