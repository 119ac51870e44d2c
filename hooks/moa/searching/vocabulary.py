"""The tables in which a browser looks words up: as they are typed, from their ends, by consonants, sound and idea."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from moa.searching.entries import Definition, Entry
from moa.searching.ideas import related
from moa.searching.impacts import rarity
from moa.searching.keystrokes import initials, keystrokes
from moa.searching.pairs import Pairs
from moa.searching.sounds import sound
from moa.searching.tables import Table, compact, table
from moa.searching.terms import Analysis
from moa.searching.words import chunks, is_hangul, normal

_LONGEST_NAME = 40  # letters of what initial consonants may stand for


def tables(
    frequencies: Mapping[str, int], sections: int, names: Iterable[str], pairs: Pairs, analysis: Analysis
) -> dict[str, Table]:
    """The tables of an index: `frequencies` has in how many of all sections each term stands.

    The rows of `words` are numbered as the lists of postings are, by the keys with which words are typed.
    """
    some = sorted({" ".join(normal(name).split()) for name in names})
    named = {analysis.cutter.stem("".join(runs)) for name in some for runs in chunks(name)}
    rarities = {word: round(10 * rarity(count, sections)) for word, count in frequencies.items()}
    return {
        "words": table((keystrokes(word), f"{word} {rarities[word]}") for word in frequencies),
        "endings": table((keystrokes(word)[::-1], word) for word in frequencies),
        "initials": table(set(_initials((*some, *frequencies), frequencies, analysis))),
        "sounds": table({(key, f"{key} {word}") for word in named for key in _sounds(word)}),
        "ideas": table(related(frequencies, ((hangul, analysis.as_one(latin)) for hangul, latin in pairs.items()))),
    }


def definition_table(definitions: Iterable[Definition]) -> Table:
    """The definitions of terms by all their names, written as one word."""
    return table(_definitions(definitions))


def all_names(entries: Sequence[Entry], definitions: Sequence[Definition]) -> Iterator[str]:
    """Titles, headings and all other names."""
    for entry in entries:
        yield entry.title
        yield from (passage.heading for passage in entry.passages if passage.heading)
        yield from (name for names in entry.names.values() for name in names)
    yield from (name for each in definitions for name in each.names)


def _definitions(definitions: Iterable[Definition]) -> Iterator[tuple[str, str]]:
    for each in definitions:
        shown = [each.name, each.other, each.words, each.url, each.title, each.trail]
        for key in {keystrokes("".join("".join(runs) for runs in chunks(name))) for name in each.names}:
            yield key, compact([key, *shown])


def _initials(names: Iterable[str], terms: Collection[str], analysis: Analysis) -> Iterator[tuple[str, str]]:
    """Rows of the consonants that names and words start their syllables with, and the term that each is."""
    for name in names:
        term = analysis.as_one(name)
        if is_hangul(name) and 1 < len(name) <= _LONGEST_NAME and term in terms:
            key = initials(name)
            yield key, f"{key} {term}"


def _sounds(word: str) -> set[str]:
    """How a word sounds, with the s of its end and without."""
    return {key for each in (word, word.removesuffix("s")) if len(key := sound(each)) > 1}
