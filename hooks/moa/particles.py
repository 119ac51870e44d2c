"""Korean particles: which of two forms follows a word, and what may follow a word at all."""

import re
from typing import NamedTuple

from moa.hangul import OPEN, RIEUL, final, is_syllable

# The form after a consonant and the one after a vowel; what both end in (이란/란, 으로/로, 이었다/였다) is left aside.
_PAIRS = frozenset(
    {
        ("은", "는"),
        ("을", "를"),
        ("과", "와"),
        ("이", "가"),
        ("아", "야"),
        ("이", ""),
        ("으", ""),
        ("이었", "였"),
        ("이어", "여"),
    }
)
_DIGITS = dict(zip("0123456789", ("ㅇ", "ㄹ", "", "ㅁ", "", "", "ㄱ", "ㄹ", "ㄹ", ""), strict=True))
_LETTERS = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}  # by their names; those of all others end in a vowel
_PARENTHESIS = re.compile(r"(?<=\S)\s*\([^()]*\)$")
_WORD = re.compile(r"[^\W_]")
# English words as Korean takes them over: 볼륨(volume), 롤백(rollback), but 노드(node).
_ENGLISH = (
    (re.compile(r"le?$"), "ㄹ"),
    (re.compile(r"me?$"), "ㅁ"),
    (re.compile(r"ng$"), "ㅇ"),
    (re.compile(r"ne?$"), "ㄴ"),
    (re.compile(r"(?<=[aeiou])(?:ck?|k)$"), "ㄱ"),
    (re.compile(r"(?<=[aeiou])[bp]$"), "ㅂ"),
    (re.compile(r"(?<=[aeiou])t$"), "ㅅ"),
)


class Pair(NamedTuple):
    """Two forms of one particle."""

    closed: str
    open: str


def read_pair(written: str) -> Pair | None:
    """The pair that `은/는` or `는/은` writes, None where these are no two forms of a particle."""
    one, slash, other = written.partition("/")
    for pair in (Pair(one, other), Pair(other, one)):
        ends = (pair.open[start:] for start in range(len(pair.open) + 1))
        stems = {
            (pair.closed.removesuffix(end), pair.open.removesuffix(end)) for end in ends if pair.closed.endswith(end)
        }
        if slash and all(pair) and stems & _PAIRS:
            return pair
    return None


def chosen(pair: Pair, words: str) -> str:
    """The form that follows the words; what stands in parentheses at their end is not heard."""
    sound = last_sound(words)
    is_open = not sound or (sound == "ㄹ" and pair.closed.startswith("으로"))
    return pair.open if is_open else pair.closed


def last_sound(words: str) -> str:
    """The consonant on which words end as Koreans say them, empty for a vowel.

    Numbers and capitals are read out; of other Latin words the spelling tells it mostly.
    """
    heard = _PARENTHESIS.sub("", words.strip())
    found = _WORD.findall(heard)
    if not found:
        return ""
    last: str = found[-1]
    if is_syllable(last):
        return final(last)
    if last in _DIGITS:
        return _DIGITS[last]
    if last.isupper():
        return _LETTERS.get(last, "")
    return next((sound for ending, sound in _ENGLISH if ending.search("".join(found))), "")


# What follows a consonant, a vowel, either. A chain of others (에서, 에게서, 로부터) is not named again: every chain is
# then read in one way alone, and none takes long.
_CLOSED = "은|이|을|과|으로|으로써|이나|이나마|이랑|이든|이든지|이야|이야말로|이요|아"
_OPEN = "는|가|를|와|나|나마|랑|든|든지|야|야말로|요"
_AFTER_RIEUL = "로|로써"  # and after a vowel
_EITHER = (
    "의|도|만|에|에게|한테|께|서|부터|까지|조차|마저|밖에|뿐|처럼|같이|보다|마다|대로|하고|만큼|보고|"
    "당|별|들|끼리|따라|커녕|치고|이라도|라도"
)
# The copula: 이다 and its forms, whose 이 may fall after a vowel.
_COPULA = (
    "다|며|고|란|라|라고|라는|라면|라서|라도|라며|라기|라야|라니|면|지만|므로|자|니|니까|나|거나|든가|더라도|기|지|던"
)
_PAST = "다|던|고|으며|으나|지만|는데|을|다면|으면"
_ADNOMINAL = "인|일|임|인데|인지|인가|일까|일지|일수록|입니다"

_VERB = "(?:하|한|할|함|해|했|합|되|된|될|됨|돼|됐|시키|시킨|시킬|시켰)[가-힣]*"  # 롤백한다, 가상화된


def following() -> str:
    """A pattern for what may stand between a word and the next space: particles one after another, the copula."""
    closed, after_open = f"(?<![{OPEN}])", f"(?<=[{OPEN}A-Za-z0-9)])"
    after_rieul = f"(?<=[{OPEN}{RIEUL}A-Za-z0-9)])"
    forms = (_EITHER, f"{closed}(?:{_CLOSED})", f"{after_open}(?:{_OPEN})", f"{after_rieul}(?:{_AFTER_RIEUL})")
    particles = f"(?:{'|'.join(forms)})*"
    full = f"이(?:{_COPULA}|었(?:{_PAST})|어서|어야|어도|에요)"
    contracted = f"{after_open}(?:{_COPULA}|였(?:{_PAST})|여서|여야|여도|예요)"
    copula = f"(?:{full}|{contracted}|{_ADNOMINAL})"
    return f"(?:{particles}(?:{copula}{particles})?|{_VERB})"
