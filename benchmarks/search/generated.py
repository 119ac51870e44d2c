"""Queries made from the titles and headings of a site's pages: mistyped, half typed, joined and so on, by chance."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.search.queries import Query

from moa.hangul import final, is_syllable, letters
from moa.languages import LANGUAGES
from moa.particles import Pair, chosen
from moa.searching.keystrokes import initials, keystrokes

_KEYS = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        strict=True,
    )
)
_PAIRS = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"))
_EITHER = ("에서", "의", "에", "도", "부터")
_VOWELS = {
    "ㅏ": "ㅓ",
    "ㅓ": "ㅏ",
    "ㅗ": "ㅜ",
    "ㅜ": "ㅗ",
    "ㅡ": "ㅜ",
    "ㅣ": "ㅏ",
    "ㅔ": "ㅐ",
    "ㅐ": "ㅔ",
    "ㅕ": "ㅑ",
    "ㅛ": "ㅕ",
}
_FIRST, _CLOSED = ord("가"), 28

Make = Callable[[str, random.Random], str]


def generate(site: Path, count: int, seed: int = 1) -> Iterator[Query]:
    """So many queries of each kind, each with the pages and sections that have the title it was made from."""
    for language, makers in {"ko": _KOREAN, "en": _ENGLISH}.items():
        if language not in LANGUAGES or not (site / "search" / language).is_dir():
            continue
        named = _names(site, language)
        for kind, make in makers.items():
            chance = random.Random(f"{seed} {kind}")
            names = [name for name in sorted(named) if _fits(name, kind)]
            for name in chance.sample(names, min(count, len(names))):
                yield Query(make(name, chance), language, kind, tuple(named[name]))


def _names(site: Path, language: str) -> dict[str, list[str]]:
    """Titles and short headings of the pages in a site's index, with their addresses."""
    folder = site / "search" / language
    version = json.loads((folder / "root.json").read_text(encoding="utf-8"))["version"]
    found: dict[str, list[str]] = {}
    for path in sorted((folder / version / "pages").glob("*.json")):
        url, title, _, sections = json.loads(path.read_text(encoding="utf-8"))
        page = url.removeprefix(f"{language}/").removesuffix("/")
        for anchor, heading, _ in sections:
            name = heading if anchor else title
            if 1 < len(name) <= 20 and len(name.split()) <= 3:
                found.setdefault(name, []).append(f"{page}#{anchor}" if anchor else page)
    return {name: places for name, places in found.items() if len(places) <= 2}


def _fits(name: str, kind: str) -> bool:
    hangul = all(is_syllable(letter) or letter == " " for letter in name)
    if kind in ("noun", "particle"):
        return name[-1].isalnum()
    if kind == "joined":
        return " " in name
    return (hangul or name.isascii()) and len(name) >= (3 if hangul else 5)


def _with_particle(name: str, chance: random.Random) -> str:
    pair = chance.choice(_PAIRS)
    return name + chance.choice((*_EITHER, chosen(Pair(*pair), name)))


def _mistyped(name: str, chance: random.Random) -> str:
    """One vowel of a syllable mistaken, or a letter of a Latin name left out."""
    places = [place for place, letter in enumerate(name) if is_syllable(letter) and letters(letter)[1] in _VOWELS]
    if not places:
        place = chance.randrange(1, len(name) - 1)
        return name[:place] + name[place + 1 :]
    place = chance.choice(places)
    spelled = letters(name[place])
    vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
    change = vowels.index(_VOWELS[spelled[1]]) - vowels.index(spelled[1])
    return name[:place] + chr(ord(name[place]) + change * _CLOSED) + name[place + 1 :]


def _half_typed(name: str, chance: random.Random) -> str:
    """The last syllable without its end, or with its first letter alone."""
    last = name[-1]
    if not is_syllable(last):
        return name[:-2]
    if final(last) and chance.random() < 0.5:
        return name[:-1] + chr(_FIRST + (ord(last) - _FIRST) // _CLOSED * _CLOSED)
    return name[:-1] + letters(last)[0]


_KOREAN: dict[str, Make] = {
    "noun": lambda name, chance: name,
    "particle": _with_particle,
    "joined": lambda name, chance: name.replace(" ", ""),
    "typo": _mistyped,
    "half-typed": _half_typed,
    "initials": lambda name, chance: initials(name),
    "layout": lambda name, chance: "".join(_KEYS.get(key, key) for key in keystrokes(name)),
}
_ENGLISH: dict[str, Make] = {
    "noun": _KOREAN["noun"],
    "joined": _KOREAN["joined"],
    "typo": _mistyped,
    "half-typed": _half_typed,
}
