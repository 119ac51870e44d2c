"""`[[target]]` and `[[target|words]]` in a text, with a particle that fits behind: `[[pod]]{은/는}`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from moa.folding.words import escaped
from moa.glossary import Term
from moa.languages import SOURCE
from moa.masking import masked
from moa.particles import chosen, read_pair
from moa.plain_text import front_matter
from moa.plain_words import plain_words
from moa.spans import is_within, korean_spans
from moa.targets import Target, Targets, Unknown

SCHEME = "moa:"  # what a settled reference leads to until its page is known: `moa:guide/pods#pod`, `moa:term:pod`
TERM = f"{SCHEME}term:"
_REFERENCE = re.compile(
    r"\[\[(?P<target>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]\n]*))?\]\](?:\{(?P<pair>[가-힣]+/[가-힣]*)\})?"
)


@dataclass(frozen=True)
class Reference:
    """A reference as written, and where: offsets into the text."""

    target: str
    words: str
    pair: str
    start: int
    end: int


def find_references(text: str, is_masked: bool = False) -> Iterator[Reference]:
    """The references of a text outside its front matter, code, comments and escapes."""
    if "[[" not in text:
        return
    start = front_matter(text)
    shown = text if is_masked else " " * start + masked(text[start:].replace("\r", " "))
    for found in _REFERENCE.finditer(shown):
        words = text[slice(*found.span("words"))].strip() if found["words"] else ""
        yield Reference(found["target"].strip(), words, found["pair"] or "", *found.span())


_Write = Callable[[Reference, Target, str], str]


def settled(text: str, page: str, language: str, targets: Targets) -> str:
    """The text with every reference that leads somewhere as a link to its whole address, whatever page it moves to.

    `language` is that of the text; what stands in Korean within an English page gets Korean words.
    """

    def link(reference: Reference, target: Target, title: str) -> str:
        address = f"{TERM}{target.term}" if target.term else f"{SCHEME}{target.address}"
        return f"[{reference.words or escaped(title)}]({address})"

    return _replaced(text, page, language, targets, link)


def as_words(text: str, page: str, language: str, targets: Targets) -> str:
    """The text with the words that its references show in their place."""
    return _replaced(text, page, language, targets, lambda reference, _, title: reference.words or title)


def _replaced(text: str, page: str, language: str, targets: Targets, write: _Write) -> str:
    """The text with its references as `write` gives them: called with each, its target and the title of that."""
    if "[[" not in text:
        return text
    korean = korean_spans(text)
    parts, at = [], 0
    for reference in find_references(text):
        target = targets.find(reference.target, page)
        if isinstance(target, Unknown):
            continue
        inside = SOURCE if is_within(reference.start, korean) else language
        title = plain_words(targets.title(target, inside)[0]).strip()
        form = _particle(reference, targets.terms.get(target.term), title)
        parts += [text[at : reference.start], write(reference, target, title), form]
        at = reference.end
    return "".join([*parts, text[at:]])


def _particle(reference: Reference, term: Term | None, title: str) -> str:
    """The form of the reference's particle that fits its words; a pair that is none stays as it is written."""
    pair = read_pair(reference.pair)
    if pair is None:
        return f"{{{reference.pair}}}" if reference.pair else ""
    words = reference.words or title
    return chosen(pair, term.reading if term and term.reading and words in term.all_names else words)
