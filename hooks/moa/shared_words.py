"""Runs of words that a page shares with a raw note: markup, spaces, code, addresses and names aside."""

import bisect
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

RUN = 25
_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.M | re.S)
_FRONT_MATTER = re.compile(r"\A\s*---\n.*?\n---\s*\n", re.S)
_UNSPOKEN = re.compile(
    r"https?://\S+|<[^>\n]*>|\{[^}\n]*\}|\]\([^)\n]*\)"
    r"|[`*_>#|\[\]()\"'“”‘’·,.:;!?~=\-–—\\/\s]+"
)


@dataclass(frozen=True)
class SharedRun:
    """A run of folded characters on a line of a page, and the raw file that has it too."""

    line: int
    words: str
    raw: str


def raw_runs(raws: Mapping[str, str], names: Iterable[str] = ()) -> dict[str, str]:
    """Every run of RUN characters in the raw texts, with the first file that has it; `names` may be repeated."""
    # A name shorter than a run can never be one; cutting it would only hide what stands around it.
    quotable = sorted((name for name in names if len(_spoken(name)) >= RUN), key=len, reverse=True)
    runs: dict[str, str] = {}
    for file in sorted(raws):
        text = raws[file]
        for name in quotable:
            text = text.replace(name, "\x00")
        words = _spoken(text)
        for start in range(len(words) - RUN + 1):
            runs.setdefault(words[start : start + RUN], file)
    return runs


def shared_runs(page: str, runs: Mapping[str, str]) -> list[SharedRun]:
    """The longest stretches of a page's text made of such runs, in their order."""
    words, offsets = _folded(page)
    found = []
    start = 0
    while start <= len(words) - RUN:
        raw = runs.get(words[start : start + RUN])
        if raw is None:
            start += 1
            continue
        end = start + RUN
        while end < len(words) and words[end - RUN + 1 : end + 1] in runs:
            end += 1
        found.append(SharedRun(_line(offsets, start), words[start:end], raw))
        start = end
    return found


def _spoken(text: str) -> str:
    return _folded(text)[0]


def _folded(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded words, and for each piece the offset in them and the number of line feeds before it."""
    text = unicodedata.normalize("NFC", text)
    for pattern in (_FRONT_MATTER, _FENCED):
        text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
    pieces: list[str] = []
    offsets = [(0, 0)]
    length = at = feeds = 0
    for found in _UNSPOKEN.finditer(text):
        piece = text[at : found.start()].lower()
        pieces.append(piece)
        length += len(piece)
        feeds += found[0].count("\n")
        offsets.append((length, feeds))
        at = found.end()
    pieces.append(text[at:].lower())
    return "".join(pieces), offsets


def _line(offsets: list[tuple[int, int]], start: int) -> int:
    return 1 + offsets[bisect.bisect_right(offsets, start, key=lambda pair: pair[0]) - 1][1]
