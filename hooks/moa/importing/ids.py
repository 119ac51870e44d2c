"""ASCII ids for headings: their English words, the glossary's ids for Korean terms, else romanized Korean."""

import re
import unicodedata
from collections.abc import Mapping

from korean_romanizer.romanizer import Romanizer

LONGEST = 48
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’][a-z]+)?")
_PARTICLE = re.compile(r"(?<=[가-힣]{2})(?:이란|에서|으로|까지|부터|[의을를은는란와과])$")
_HANGUL_WORD = re.compile(r"[가-힣]+")


def heading_id(words: str, glossary: Mapping[str, str]) -> str:
    """An id for a heading; `glossary` maps Korean terms and their aliases to ids. Empty where nothing is left."""
    english = _english(words)
    if english and not _is_thin(english, words):
        return _slug(english)
    return _slug([part for word in _parts(words) for part in _latin(word, glossary).split("-")])


def _english(words: str) -> list[str]:
    return [word.replace("'", "").replace("’", "") for word in _WORD.findall(_unaccented(words))]


def _is_thin(english: list[str], words: str) -> bool:
    """Whether the English words are a small part of a Korean heading, such as `Docker` in a long question."""
    hangul = sum(len(word) for word in _HANGUL_WORD.findall(words))
    letters = sum(len(word) for word in english if not word.isdigit())
    return letters == 0 or hangul > 2 * letters


def _parts(words: str) -> list[str]:
    return re.findall(r"[가-힣]+|[A-Za-z0-9]+", _unaccented(words))


def _latin(word: str, glossary: Mapping[str, str]) -> str:
    if not _HANGUL_WORD.fullmatch(word):
        return word
    for length in range(len(word), 1, -1):  # the longest term that the word begins with: what follows is a particle
        if word[:length] in glossary:
            return glossary[word[:length]]
    return _romanized(_PARTICLE.sub("", word))


def _romanized(word: str) -> str:
    try:
        return str(Romanizer(word).romanize())
    except KeyError:  # the romanizer knows no rule for some meetings of consonants, as in 많까
        return "".join(str(Romanizer(syllable).romanize()) for syllable in word)


def _unaccented(words: str) -> str:
    return (
        "".join(character for character in unicodedata.normalize("NFKD", words) if not unicodedata.combining(character))
        if not words.isascii() and not _HANGUL_WORD.search(words)
        else words
    )


def _slug(words: list[str]) -> str:
    kept = ""
    for word in words:
        clean = re.sub(r"[^a-z0-9]+", "", word.lower())
        if clean and len(kept) + len(clean) < LONGEST:
            kept += f"-{clean}" if kept else clean
        elif clean and kept:
            break
        elif clean:
            kept = clean[:LONGEST]
    return kept


def distinct(id_: str, taken: set[str], fallback: str = "section") -> str:
    """The id, or the id with the first number from 2 that makes it one of its own."""
    wanted = id_ or fallback
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{number}" for number in range(2, len(taken) + 3) if f"{wanted}-{number}" not in taken)
