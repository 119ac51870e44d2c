"""Words cut down to what stays the same when they are inflected, in Korean and in English."""

import re

from moa.hangul import letters
from moa.particles import following

_NOUN = re.compile(rf"(.{{2,}}?)(?:적)?(?:{following()})")
_VERB_OF_NOUN = re.compile(r"(.{2,})(?:하다|되다|시키다|받다|당하다)")
ENGLISH = (
    "ization isation ational ations ation ments ment ness ings ing izes ized ize ers er ies ied ed es s ly ity able "
    "ible al e"
).split()
_WHOLE = 16  # letters; what is longer is no word with particles, and trying their chains would take long
SHORTEST = 4  # letters that are left of an English word
# How verbs end, syllable by syllable; `_` is the ending's consonant under the syllable before (간다, 됩니다).
_ENDINGS = (
    "다 는다 _ㄴ다 고 며 으며 면 으면 면서 으면서 아 어 여 아서 어서 아도 어도 아야 어야 아요 어요 서 을 _ㄹ _ㄴ 은 는 "
    "는데 은데 _ㄴ데 _ㅂ니다 습니다 게 지 기 _ㅁ 음 도록 려고 니까 으니까 므로 으므로 거나 던 든 _ㅆ다 _ㅆ어요 "
    "_ㅆ습니다 _ㅆ고 _ㅆ던 _ㅆ으며 _ㅆ지만 _ㅆ기 _ㅆ을 지만 기에 요 죠 다고 다는 _ㄴ다고 _ㄴ다는 _ㄹ수 지는 기가 "
    "기를 기도 기는 면은 어진다 다면 려면 _ㄹ때 을때 _ㄴ지 _ㄹ지 을지 는지"
).split()
CONTRACTED = {"ㅝ": "ㅜ", "ㅘ": "ㅗ", "ㅕ": "ㅣ", "ㅐ": "ㅏ"}  # 나눠 from 나누어, 해 from 하여


def noun(word: str) -> str:
    """A Korean word without particles, copula or the verb that makes a noun act: 컨테이너를, 관리하는, 자동으로."""
    found = _NOUN.fullmatch(word) if len(word) <= _WHOLE else None
    return found[1] if found else word


def verb(word: str) -> str:
    """What a Korean verb or adjective keeps in all its forms, letter by letter; empty where the word ends like none.

    나누다, 나눈다, 나눠 and 나누어 are alike, so are 가볍다, 가벼운 and 가벼워.
    """
    spelled = letters(word)
    longest = min(_LONGEST, len(spelled) - 3)
    ending = next((spelled[-size:] for size in range(longest, 0, -1) if spelled[-size:] in SPELLED), "")
    if not ending and spelled[-1:] not in CONTRACTED:
        return ""
    stem = spelled.removesuffix(ending)
    if len(stem) > 4:
        stem = stem.removesuffix("ㅇㅏ").removesuffix("ㅇㅓ")  # 막아 of 막았다
    stem = stem[:-1] + CONTRACTED.get(stem[-1], stem[-1])
    if len(stem) > 4:
        stem = stem.removesuffix("ㅇㅜ")  # 가벼우 of 가볍
    return stem.rstrip("ㅂ")


def english(word: str) -> str:
    """An English word in lower case without its commonest endings: containers, containerized, containerization."""
    stem, word = word.lower(), ""
    while stem != word:
        word = stem
        cut = (word.removesuffix(ending) for ending in ENGLISH if word.endswith(ending))
        stem = next((each for each in cut if len(each) >= SHORTEST), word)
    return stem


def dictionary_form(word: str) -> str:
    """The stem by which `noun` or `verb` knows a Korean word as dictionaries list it."""
    word = word.replace(" ", "")
    found = _VERB_OF_NOUN.fullmatch(word)
    if found:
        return found[1]
    return marked_verb(word) if word.endswith("다") else word


def marked_verb(word: str) -> str:
    """The stem of a verb, marked so that no noun is taken for it; empty where there is none."""
    stem = verb(word)
    return f"{stem}-" if stem else ""


def _spelled(ending: str) -> str:
    return ending[1] + letters(ending[2:]) if ending.startswith("_") else letters(ending)


SPELLED = frozenset(map(_spelled, _ENDINGS))
_LONGEST = max(map(len, SPELLED))
