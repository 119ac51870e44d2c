"""Texts cut into the words that are searched for: Hangul and other scripts apart, compounds whole and in parts."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 40  # letters; what is longer is no word that anybody types
_CHUNK = re.compile(r"[^\W_]+(?:[-._/:@+'’][^\W_]+)*")
_HANGUL = "가-힣ㄱ-ㅎㅏ-ㅣ"
# Hangul; capitals before a word (API of APIServer); a word with or without its capital; digits; other scripts.
_RUN = re.compile(
    rf"[{_HANGUL}]+|[A-Z]+(?:s(?![a-z])|(?![a-z]))[0-9]*|[A-Z]?[a-z]+|[0-9]+[a-z]*|[^\W\dA-Za-z_{_HANGUL}]+|[^\W_{_HANGUL}]"
)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_IS_HANGUL = re.compile(rf"[{_HANGUL}]")


def normal(text: str) -> str:
    """The text with one spelling of each character, Latin letters and digits of full width as the usual ones.

    NFKC would make another letter of each single one of Hangul (ㅋ).
    """
    return unicodedata.normalize("NFC", text).translate(_FULL_WIDTH)


def chunks(text: str) -> Iterator[tuple[str, ...]]:
    """The runs of what stands together without a space: `kube-apiserver가` is (kube, apiserver, 가), in lower case."""
    for found in _CHUNK.finditer(normal(text)):
        yield tuple(run.lower() for run in _RUN.findall(found[0]))


def is_hangul(word: str) -> bool:
    """Whether the word is written in Hangul."""
    return bool(_IS_HANGUL.match(word))
