"""The outline's own numbers in headings, told from numbers that belong to the words (`3.9.x`, `1단계`)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from moa.importing.traced import NOTHING, Traced

_MARKED = re.compile(
    r"^(?P<bold>\*\*|__)?(?:"
    r"(?P<number>\d{1,2}(?:[.-]\d{1,2})*|[IVX]{1,5}|[ivx]{1,4}|[가나다라마바사아자차카타파하]|[A-Z]|[a-z](?=\)))\s?[.)]"
    r"|[(\[<](?P<inner>\d{1,2}(?:[.-]\d{1,2})*|[가나다라마바사아자차카타파하]|[a-zA-Z])[)\]>]"
    r"|[①-⑳❶-❿]|\d\ufe0f?\u20e3|[Ⅰ-Ⅻ][.)]?(?!\w)"
    r")(?(bold)(?P=bold))(?:\s+(?=\S)|(?<=[)\]>①-⑳❶-❿\u20e3])(?=[가-힣A-Z])|(?<=\d\.)(?=[가-힣]|[A-Z][A-Za-z]))"
)
_COUNTED = "가지|개|번째?|명|일|월|년|주차?|시간|분|차|대|종|단계|계층|위|인|권|편|회|세대|배|박|원|살|만|천|백|장"
_BARE = re.compile(rf"^(?P<number>\d{{1,2}}(?:[.-]\d{{1,2}})*)\s+(?=\S)(?!(?:{_COUNTED})(?![가-힣]))")


@dataclass(frozen=True)
class Numbered:
    """A heading's number, as a tuple; where the words begin after it; whether a mark such as `.` follows it."""

    level: int
    number: tuple[int, ...]
    end: int
    marked: bool
    rest: str


def without_numbers(headings: Sequence[tuple[Traced, int]]) -> list[tuple[Traced, Traced]]:
    """Each heading's number (empty where it has none of the outline's) and its words, from its words and level."""
    found = [_numbered(words.text, level) for words, level in headings]
    versions = _versions(found)
    above: list[Numbered] = []
    parted = []
    for index, ((words, _), number) in enumerate(zip(headings, found, strict=True)):
        if number and index not in versions and (number.marked or _continues(number, above, found[index + 1 :])):
            above.append(number)
            parted.append((words[: number.end], words[number.end :]))
        else:
            parted.append((NOTHING, words))
    return parted


def _numbered(text: str, level: int) -> Numbered | None:
    found = _MARKED.match(text) or _BARE.match(text)
    if not found:
        return None
    groups = found.groupdict()
    number = groups["number"] or groups.get("inner") or ""
    parts = tuple(int(part) for part in re.split("[.-]", number)) if number[:1].isdecimal() else ()
    return Numbered(level, parts, found.end(), found.re is _MARKED, text[found.end() :].strip())


def _versions(found: Sequence[Numbered | None]) -> set[int]:
    """Unmarked numbers that alone tell a heading from its fellows: `3.9 변경점`, `3.10 변경점`."""
    fellows = Counter((n.level, n.number[:-1], n.rest) for n in found if n and not n.marked)
    return {i for i, n in enumerate(found) if n and not n.marked and fellows[n.level, n.number[:-1], n.rest] > 1}


def _continues(number: Numbered, above: Sequence[Numbered], below: Sequence[Numbered | None]) -> bool:
    """Whether an unmarked number runs on from those above it, or opens a run: a version seldom does either."""
    *prefix, last = number.number
    siblings = [seen.number for seen in above if seen.level == number.level and seen.number[:-1] == tuple(prefix)]
    if siblings:
        return last == siblings[-1][-1] + 1
    if not prefix:
        following = next((item for item in below if item and item.level == number.level), None)
        return last == 1 and following is not None and following.number == (2,)
    parents = [seen.number for seen in above if seen.level < number.level]
    if parents:
        return last in (0, 1) and parents[-1] == tuple(prefix)
    before = [seen.number for seen in above if len(seen.number) == len(number.number)]
    return last == 1 and (not before or prefix[-1] == before[-1][len(prefix) - 1] + 1)
