"""The files of one language's index, from its pages and the definitions of terms."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from moa.detecting.lexicon import read_lexicon
from moa.searching.cutting import learn
from moa.searching.entries import Definition, Entry
from moa.searching.ideas import related
from moa.searching.impacts import Posting, postings, rarity
from moa.searching.keystrokes import initials, keystrokes
from moa.searching.rules import rules
from moa.searching.sounds import sound
from moa.searching.tables import Table, table
from moa.searching.terms import Analysis
from moa.searching.words import LONGEST, chunks, is_hangul, normal

MOST = 1000  # postings of a term that are kept, those with the highest impact
SECTIONS = 8  # of a page that one file of texts holds
LONGEST_TEXT = 6000  # characters of a section that its results are shown from
_POSTINGS = 6_000  # characters of a file of postings
_LONGEST_NAME = 40  # letters of what initial consonants may stand for
_KNOWN = 2  # sections that make a stem one to be found inside compounds


def index(entries: Sequence[Entry], definitions: Sequence[Definition], language: str) -> dict[str, str]:
    """The files of an index by path; all but `root.json` lie in a folder that is named by what they say."""
    analysis = analyse(entries, definitions)
    found = postings(entries, analysis)
    words = sorted((word for word in found if word), key=lambda word: (keystrokes(word).encode("utf-16-be"), word))
    tables = _tables(words, found, entries, definitions, analysis)
    files, starts = _posting_files([found[word] for word in words])
    for name, each in tables.items():
        files |= {f"{name}/{number}.txt": block for number, block in enumerate(each.blocks)}
    files |= dict(_texts(entries))
    version = _version(files)
    root = {
        "version": version,
        "language": language,
        "sections": sum(len(entry.passages) for entry in entries),
        "tables": {name: each.root() for name, each in tables.items()},
        "postings": starts,
        "most": MOST,
        "rules": rules(),
    }
    return {"root.json": _json(root), **{f"{version}/{path}": text for path, text in files.items()}}


def analyse(entries: Sequence[Entry], definitions: Sequence[Definition]) -> Analysis:
    """The stems of everything said, and those that are known well enough to be found inside compounds."""
    names = [*_names(entries), *(name for each in definitions for name in each.names)]
    seen: dict[str, int] = {}
    for text in (passage.text for entry in entries for passage in entry.passages):
        for word in set(_words(text)):
            seen[word] = seen.get(word, 0) + 1
    named = {word for name in names for word in _words(name)}
    cutter = learn({*seen, *named}, {word for word in named if len(word) > 1 and is_hangul(word)})
    counts: dict[str, int] = {}
    for word, count in seen.items():
        stem = cutter.stem(word)
        counts[stem] = counts.get(stem, 0) + count
    known = {stem for stem, count in counts.items() if count >= _KNOWN} | {cutter.stem(word) for word in named}
    return Analysis(cutter, frozenset(stem for stem in known if len(stem) > 1), read_lexicon().empty)


def _words(text: str) -> Iterator[str]:
    for runs in chunks(text):
        yield "".join(runs)[: LONGEST + 1]
        if len(runs) > 1:
            yield from runs


def _names(entries: Iterable[Entry]) -> Iterator[str]:
    """Titles, headings and other names."""
    for entry in entries:
        yield entry.title
        yield from (passage.heading for passage in entry.passages if passage.heading)
        yield from (name for names in entry.names.values() for name in names)


def _tables(
    words: Sequence[str],
    found: Mapping[str, Sequence[Posting]],
    entries: Sequence[Entry],
    definitions: Sequence[Definition],
    analysis: Analysis,
) -> dict[str, Table]:
    sections = sum(len(entry.passages) for entry in entries)
    weights = {word: round(10 * rarity(len(found[word]), sections)) for word in words}
    names = sorted(
        {
            " ".join(normal(name).split())
            for name in (*_names(entries), *(name for each in definitions for name in each.names))
        }
    )
    short = [name for name in names if len(name) <= _LONGEST_NAME]
    named = {analysis.cutter.stem("".join(runs)) for name in names for runs in chunks(name)}
    heard = {(sound(each), word) for word in named for each in (word, word.removesuffix("s"))}
    return {
        "words": table((keystrokes(word), f"{word} {weights[word]}") for word in words),
        "endings": table((keystrokes(word)[::-1], word) for word in words),
        "initials": table(
            {
                (initials(name), name)
                for name in [*short, *(word for word in words if is_hangul(word) and len(word) > 1)]
                if is_hangul(name)
            }
        ),
        "sounds": table((key, f"{key} {word}") for key, word in heard if len(key) > 1),
        "ideas": table(related(found)),
        "terms": table(_definitions(definitions)),
    }


def _definitions(definitions: Iterable[Definition]) -> Iterator[tuple[str, str]]:
    for each in definitions:
        shown = [each.name, each.other, each.words, each.url, each.title, each.trail]
        for name in each.names:
            key = keystrokes("".join("".join(runs) for runs in chunks(name)))
            yield key, _json([key, *shown])


def _posting_files(lists: Sequence[Sequence[Posting]]) -> tuple[dict[str, str], list[int]]:
    """The files of all postings, and the number of the word with which each starts."""
    files: dict[str, str] = {}
    starts: list[int] = []
    block: list[str] = []
    room = 0
    for number, each in enumerate(lists):
        if room <= 0:
            starts.append(number)
            block, room = [], _POSTINGS
        block.append(_json(list(_packed(each))))
        room -= len(block[-1])
        files[f"postings/{len(starts) - 1}.json"] = f"[{','.join(block)}]"
    return files, starts


def _packed(found: Sequence[Posting]) -> Iterator[int]:
    """Postings as numbers in threes: pages since the one before, section, impact and share in one."""
    kept = sorted(sorted(found, key=lambda each: -each.impact)[:MOST], key=lambda each: (each.page, each.section))
    last = 0
    for each in kept:
        yield from (each.page - last, each.section, each.impact * 8 + each.share)
        last = each.page


def _texts(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    for page, entry in enumerate(entries):
        for start in range(0, len(entry.passages), SECTIONS):
            some = entry.passages[start : start + SECTIONS]
            texts = [[each.anchor, each.heading, each.text[:LONGEST_TEXT]] for each in some]
            yield f"pages/{page}-{start // SECTIONS}.json", _json([entry.url, entry.title, entry.trail, texts])


def _version(files: Mapping[str, str]) -> str:
    said = hashlib.sha256()
    for path in sorted(files):
        said.update(f"{path}\n{files[path]}\n".encode("utf-8", "surrogatepass"))
    return said.hexdigest()[:12]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
