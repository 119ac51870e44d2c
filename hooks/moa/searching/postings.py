"""Where terms stand, as a browser fetches it: the lists of neighbouring words in one file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moa.searching.tables import compact

SHARES = 7  # the share of a name that a term makes, in sevenths
MOST = 1000  # postings of a term that are kept, those with the highest impact
_FILE = 6_000  # characters


@dataclass(frozen=True)
class Posting:
    """A term's place: page and section by number, its impact, and the share that it makes of a name of the section."""

    page: int
    section: int
    impact: int
    share: int


def posting_files(lists: Iterable[Sequence[Posting]]) -> tuple[list[str], list[int]]:
    """The texts of the files that hold all lists, and how many lists each has."""
    files: list[list[str]] = []
    room = 0
    for found in lists:
        if room <= 0:
            files.append([])
            room = _FILE
        files[-1].append(compact(list(_packed(found))))
        room -= len(files[-1][-1])
    return [f"[{','.join(lines)}]" for lines in files], list(map(len, files))


def _packed(found: Sequence[Posting]) -> Iterator[int]:
    """Postings as numbers in threes: pages since the one before, section, impact and share in one."""
    kept = sorted(found, key=lambda each: -each.impact)[:MOST]
    last = 0
    for each in sorted(kept, key=lambda each: (each.page, each.section)):
        yield from (each.page - last, each.section, each.impact * (SHARES + 1) + each.share)
        last = each.page
