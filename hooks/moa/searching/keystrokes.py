"""Hangul as it is typed, key by key, on the standard Korean keyboard."""

from moa.hangul import initial, letters

# Letters that take two keys.
_PAIRS = (
    "ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ "
    "ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ"
)
_APART = str.maketrans({pair[0]: pair[1:] for pair in _PAIRS.split()})


def keystrokes(word: str) -> str:
    """The letters in the order in which they are typed: `쿠버` is `ㅋㅜㅂㅓ`, `환` is `ㅎㅗㅏㄴ`."""
    return letters(word).translate(_APART)


def initials(phrase: str) -> str:
    """The consonants that the syllables start with, doubled ones as single, without spaces; other letters stay."""
    return "".join(initial(character) or character for character in phrase if not character.isspace())
