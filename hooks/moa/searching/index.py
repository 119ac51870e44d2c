"""The files of one language's index, from its pages and the definitions of terms."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from moa.searching.analysing import analyse
from moa.searching.entries import Definition, Entry
from moa.searching.impacts import postings
from moa.searching.keystrokes import keystrokes
from moa.searching.pairs import read_pairs, with_pairs
from moa.searching.postings import posting_files
from moa.searching.rules import rules
from moa.searching.tables import compact, units
from moa.searching.vocabulary import all_names, definition_table, tables

SECTIONS = 8  # of a page that one file of texts holds
_LONGEST = 6000  # characters of a section that its results are shown from


def index(entries: Sequence[Entry], definitions: Sequence[Definition], language: str) -> dict[str, str]:
    """The files of an index by path; all but `root.json` lie in a folder that is named by what they say."""
    names = list(all_names(entries, definitions))
    analysis = analyse(entries, names)
    texts = (passage.text for entry in entries for passage in entry.passages)
    pairs = read_pairs(texts, names, analysis)
    found = postings(with_pairs(entries, pairs, analysis), analysis)
    sections = sum(len(entry.passages) for entry in entries)
    words = sorted(found, key=lambda word: (units(keystrokes(word)), word))
    lists, counts = posting_files(found[word] for word in words)
    all_tables = {
        **tables({word: len(found[word]) for word in words}, sections, names, pairs, analysis),
        "terms": definition_table(definitions),
    }
    files = {
        **{f"postings/{number}.json": text for number, text in enumerate(lists)},
        **{f"{name}/{at}.txt": text for name, each in all_tables.items() for at, text in enumerate(each.blocks)},
        **dict(_texts(entries)),
    }
    version = _version(files)
    root = {
        "version": version,
        "language": language,
        "sections": sections,
        "tables": {name: each.root() for name, each in all_tables.items()},
        "postings": counts,
        "rules": rules(),
    }
    return {"root.json": compact(root), **{f"{version}/{path}": text for path, text in files.items()}}


def _texts(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """What results are shown from: url, title and trail of a page with some of its sections."""
    for page, entry in enumerate(entries):
        for start in range(0, len(entry.passages), SECTIONS):
            some = entry.passages[start : start + SECTIONS]
            texts = [[each.anchor, each.heading, each.text[:_LONGEST]] for each in some]
            yield f"pages/{page}-{start // SECTIONS}.json", compact([entry.url, entry.title, entry.trail, texts])


def _version(files: Mapping[str, str]) -> str:
    said = hashlib.sha256()
    for path in sorted(files):
        said.update(f"{path}\n{files[path]}\n".encode("utf-8", "surrogatepass"))
    return said.hexdigest()[:12]
