"""Hangul taken apart: the letters of syllables, the consonants that words start with, and what closes a syllable."""

_FIRST, _LAST = "가", "힣"
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_DOUBLED = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")

# The syllables that nothing closes (가, 개, 갸 …), and those that ㄹ alone closes (갈, 갤, 걀 …).
OPEN, RIEUL = (
    "".join(chr(code) for code in range(ord(_FIRST) + _FINALS.index(last), ord(_LAST) + 1, len(_FINALS)))
    for last in ("", "ㄹ")
)


def letters(text: str) -> str:
    """The text with each syllable as its letters (`파드` is `ㅍㅏㄷㅡ`), everything else as it is."""
    return "".join(_letters(character) for character in text)


def initial(character: str) -> str:
    """The consonant that a syllable starts with, a doubled one as its single; empty for anything but a syllable."""
    return INITIALS[_parts(character)[0]].translate(_DOUBLED) if is_syllable(character) else ""


def final(character: str) -> str:
    """The consonant or consonants that close a syllable, empty where nothing does."""
    return _FINALS[_parts(character)[2]] if is_syllable(character) else ""


def is_syllable(character: str) -> bool:
    """Whether it is a whole syllable of modern Hangul."""
    return _FIRST <= character <= _LAST


def _letters(character: str) -> str:
    if not is_syllable(character):
        return character
    first, vowel, last = _parts(character)
    return f"{INITIALS[first]}{_VOWELS[vowel]}{_FINALS[last]}"


def _parts(character: str) -> tuple[int, int, int]:
    rest, last = divmod(ord(character) - ord(_FIRST), len(_FINALS))
    return *divmod(rest, len(_VOWELS)), last
