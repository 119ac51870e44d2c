"""What the texts of a language teach about its words: their stems, and those that are found inside compounds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from moa.detecting.lexicon import read_lexicon
from moa.searching.cutting import learn
from moa.searching.entries import Entry
from moa.searching.terms import Analysis
from moa.searching.words import LONGEST, chunks, is_hangul

_KNOWN = 2  # sections that make a stem one to be found inside compounds


def analyse(entries: Sequence[Entry], names: Iterable[str]) -> Analysis:
    """How texts and names become terms."""
    texts = (set(_words(passage.text)) for entry in entries for passage in entry.passages)
    seen = Counter(word for words in texts for word in words)
    named = {word for name in names for word in _words(name)}
    cutter = learn({*seen, *named}, {word for word in named if len(word) > 1 and is_hangul(word)})
    counts: Counter[str] = Counter()
    for word, count in seen.items():
        counts[cutter.stem(word)] += count
    known = {stem for stem, count in counts.items() if count >= _KNOWN} | {cutter.stem(word) for word in named}
    return Analysis(cutter, frozenset(stem for stem in known if len(stem) > 1), read_lexicon().empty)


def _words(text: str) -> Iterator[str]:
    for runs in chunks(text):
        yield "".join(runs)[: LONGEST + 1]
        if len(runs) > 1:
            yield from runs
