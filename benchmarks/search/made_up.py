"""Made-up pages in any number, with words as unevenly spread as those of real ones, for an index of any size."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from moa.searching.entries import Entry
from moa.searching.passages import Passage

_SYLLABLES = (
    "가구기나노다도라로루리마모무미바보부비사소수스시아오우이자조주지차추카코크타토트파포프하호개네데"
    "레메베세에제케테페관권단산상선신안연용인장전정중진천통한행환"
)
_LETTERS = "bcdfgklmnprstv"
_VOWELS = "aeiou"
_PARTICLES = ("은", "이", "을", "에", "의", "에서", "으로", "도", "만", "과")
_OPEN = {"은": "는", "이": "가", "을": "를", "으로": "로", "과": "와"}
_ENDINGS = ("한다", "하는", "하면", "했다", "하고", "되는", "된다")
_SECTIONS, _WORDS = 9, 70  # of a page, of a section


@dataclass(frozen=True)
class Vocabulary:
    """Words, the commonest first, and the running sum of how often each is drawn."""

    words: Sequence[str]
    weights: Sequence[float]

    def draw(self, chance: random.Random, count: int) -> list[str]:
        """So many words, the common ones often."""
        return chance.choices(self.words, cum_weights=self.weights, k=count)


def made_up(pages: int, language: str, seed: int = 1) -> Iterator[Entry]:
    """Pages with titles, sections and texts; the vocabulary grows with their number as that of real texts does."""
    chance = random.Random(f"{language} {seed}")
    vocabulary = _vocabulary(chance, round(44 * (pages * _SECTIONS * _WORDS) ** 0.5), language)
    titles = random.Random(seed).sample(vocabulary.words[200:], min(2 * pages, len(vocabulary.words) - 200))
    for number in range(pages):
        topic = titles[number % len(titles)], titles[(number * 7 + pages) % len(titles)]
        yield _page(chance, vocabulary, language, number, topic)


def _vocabulary(chance: random.Random, size: int, language: str) -> Vocabulary:
    words = list(dict.fromkeys(_word(chance, language) for _ in range(size)))
    return Vocabulary(words, list(accumulate(1 / (rank + 3) for rank in range(len(words)))))


def _word(chance: random.Random, language: str) -> str:
    if language == "ko" and chance.random() < 0.9:
        return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 2, 3, 3, 4, 5))))
    syllables = (chance.choice(_LETTERS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 2, 3, 4))))
    return "".join(syllables) + chance.choice(("", "n", "r", "t"))


def _page(chance: random.Random, vocabulary: Vocabulary, language: str, number: int, topic: tuple[str, str]) -> Entry:
    passages = []
    for section in range(chance.randint(_SECTIONS // 2, _SECTIONS * 3 // 2)):
        words = vocabulary.draw(chance, chance.randint(_WORDS // 2, _WORDS * 3 // 2))
        words += chance.choices(topic, k=3)
        chance.shuffle(words)
        heading = " ".join((*vocabulary.draw(chance, 2), topic[section % 2]))
        anchor = f"s{section}" if section else ""
        passages.append(Passage(anchor, heading if section else " ".join(topic), _text(chance, words, language)))
    prefix = "" if language == "ko" else f"{language}/"
    return Entry(f"{prefix}made-up/{number}/", " ".join(topic), tuple(passages), ("made-up",))


def _text(chance: random.Random, words: Sequence[str], language: str) -> str:
    said = [_inflected(chance, word) for word in words] if language == "ko" else list(words)
    lines = (said[start : start + 12] for start in range(0, len(said), 12))
    return "\n".join(f"{' '.join(line)}." for line in lines)


def _inflected(chance: random.Random, word: str) -> str:
    drawn = chance.random()
    if drawn < 0.25:
        return word
    if drawn < 0.4:
        return word + chance.choice(_ENDINGS)
    particle = chance.choice(_PARTICLES)
    is_open = "가" <= word[-1] <= "힣" and (ord(word[-1]) - ord("가")) % 28 == 0
    return word + (_OPEN.get(particle, particle) if is_open or word[-1] in _VOWELS else particle)
