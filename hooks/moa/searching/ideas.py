"""General words of one idea, in both languages, for those who ask in other words than the pages have."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import yaml

from moa.detecting.lexicon import idea_words
from moa.detecting.stems import dictionary_form, english
from moa.searching.keystrokes import keystrokes

_EVERYDAY = Path(__file__).with_name("everyday.yml")


def related(terms: Collection[str], pairs: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Rows of each word of an idea and the index's terms of the same idea, the word first.

    `pairs` are further words that mean the same, as the texts themselves tell.
    """
    others: dict[str, dict[str, None]] = defaultdict(dict)
    for words in (*idea_words(), *_everyday(), *pairs):
        present = [word for word in words if word in terms]
        for word in words:
            others[word].update(dict.fromkeys(each for each in present if each != word))
    for word, some in sorted(others.items()):
        if some:
            yield keystrokes(word), " ".join([word, *some])


def _everyday() -> Iterator[tuple[str, ...]]:
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    for words in yaml.load(_EVERYDAY.read_text(encoding="utf-8"), Loader=loader):
        yield tuple(dict.fromkeys(_stems(words)))


def _stems(words: Iterable[str]) -> Iterator[str]:
    """The stems of an idea's words as texts have them."""
    for word in words:
        if word.isascii():
            yield from (word, english(word))
        elif stem := dictionary_form(word).removesuffix("-"):
            yield stem
