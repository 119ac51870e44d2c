"""How words sound across scripts, by their consonants: 디플로이먼트 and deployment are both `tplmnt`."""

import re

from moa.hangul import letters

# In order; the browser applies the same ones. Korean hears no voice (g and k), and says no r after a vowel.
HANGUL = (
    (r"ㅇ(?=[ㅏ-ㅣ])", ""),
    (r"[ㅅㅆㄷㅌㅈㅊ](?![ㅏ-ㅣ])", "t"),
    (r"[ㄱㄲㅋ]", "k"),
    (r"[ㄷㄸㅌ]", "t"),
    (r"[ㅂㅃㅍ]", "p"),
    (r"[ㅅㅆ]", "s"),
    (r"[ㅈㅉㅊ]", "j"),
    (r"ㅁ", "m"),
    (r"[ㄴㅇ]", "n"),
    (r"ㄹ+", "l"),
    (r"ㅎ", "h"),
    (r"[ㅏ-ㅣ]", ""),
    (r"l+", "l"),
)
LATIN = (
    (r"(?<=[^es])s$", ""),
    (r"sch", "SK"),
    (r"d(?=ul)", "J"),
    (r"tch|ch|t(?=ure)|dge?|g(?=e(?!t)|y$)|z|j", "J"),
    (r"[ts]ion", "Sn"),
    (r"sh|th|s+|c(?=[eiy])", "S"),
    (r"ph|v|f+|b+|p+", "P"),
    (r"x", "KS"),
    (r"ng(?![aeiouylr])", "N"),
    (r"qu|ck|c+|k+|g+", "K"),
    (r"t+|d+", "T"),
    (r"r+(?=[aeiouy])|l+", "L"),
    (r"(?<![aeiouyt])h(?=[aeiouy])", "H"),
    (r"m+", "M"),
    (r"n+", "N"),
    (r"[a-z]", ""),
    (r"L+", "L"),
)


def sound(word: str) -> str:
    """The consonants of a word as Korean has them, empty where it has none."""
    rules = LATIN if word.isascii() else HANGUL
    heard = word if word.isascii() else letters(word)
    for pattern, replacement in rules:
        heard = re.sub(pattern, replacement, heard)
    return heard.lower()
