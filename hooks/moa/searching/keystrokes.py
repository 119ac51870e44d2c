"""Hangul as it is typed, key by key, on the standard Korean keyboard."""

from moa.hangul import initial, letters

# Letters that take two keys.
_PAIRS = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_APART = str.maketrans(_PAIRS)


def keystrokes(word: str) -> str:
    """The letters in the order in which they are typed: `쿠버` is `ㅋㅜㅂㅓ`, `환` is `ㅎㅗㅏㄴ`."""
    return letters(word).translate(_APART)


def initials(phrase: str) -> str:
    """The consonants that the syllables start with, doubled ones as single, spaces left out; what is no Hangul stays."""
    return "".join(initial(character) or character for character in phrase if not character.isspace())
