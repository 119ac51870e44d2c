"""Bare addresses become links, without the sentence's signs and the Korean particles that follow them."""

import re

from moa.importing.edits import protected
from moa.importing.inline import spans
from moa.importing.traced import Traced

_SIGN = r"(?!&(?:[lg]t|quot|#\w+);)[^\s<>\[\]\"'`가-힣ㄱ-ㅎ，。）」』*|\\]"
_ADDRESS = re.compile(
    rf"(?<![\w\"'=<\[/.@-])https?://(?:{_SIGN})+(?:(?<=[/=_#-])[가-힣]+(?:(?:{_SIGN})|[가-힣])*)?",
)
# Some of them stand after a consonant (을) or after a vowel (를) only: another is the end of a word, like 가을.
_PARTICLE = re.compile(r"(?:에서는?|에는?|으로는?|로는?|부터|까지|입니다|이다|을|를|은|는|과|와|의)$")
_AFTER_CONSONANT = ("을", "은", "과", "으로", "으로는", "이다")
_AFTER_VOWEL = ("를", "는", "와")


def link_bare_addresses(line: Traced) -> Traced:
    """Write `https://…` in angle brackets wherever it is no part of a link, an image or code."""
    parts: list[Traced] = []
    at = 0
    for start, end in _closed(line.text):
        if start >= at:
            parts += [line[at:start].sub(_ADDRESS, _linked), line[start:end]]
            at = end
    return Traced.join([*parts, line[at:].sub(_ADDRESS, _linked)])


def _closed(text: str) -> list[tuple[int, int]]:
    """Where no link may stand: in code, in tags, and in links, their words included."""
    links = [(span.start, span.end) for span in spans(text) if span.kind == "link"]
    return sorted([*links, *protected(text)], key=lambda place: (place[0], -place[1]))


def _linked(found: re.Match[str]) -> str:
    address = _without_particle(found[0])
    kept = address.rstrip(".,;:!?~_")
    while kept.endswith(")") and kept.count("(") < kept.count(")"):
        kept = kept[:-1].rstrip(".,;:!?")
    shown = re.sub(r"[\^`{}]", lambda sign: f"%{ord(sign[0]):02X}", kept)
    return f"<{shown}>{found[0][len(kept) :]}" if len(kept) > len("https://") else found[0]


def _without_particle(address: str) -> str:
    """An address that ends in Korean words without the particle behind them; what is in doubt stays."""
    found = _PARTICLE.search(address)
    word = re.search(r"[가-힣]+$", address)
    if not found or not word:
        return address
    if found.start() <= word.start():
        return address[: word.start()] if found.start() == word.start() else address
    closed = (ord(address[found.start() - 1]) - ord("가")) % 28 > 0
    fits = found[0] not in (_AFTER_VOWEL if closed else _AFTER_CONSONANT)
    return address[: found.start()] if fits else address
