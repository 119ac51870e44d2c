"""One pattern for many names: a tree of what they have in common at their starts, as a regular expression."""

import re
from collections.abc import Iterable, Iterator

from moa.hangul import is_syllable

_SPACE = r"[^\S\n]*(?:\n[^\S\n]*(?:>[^\S\n]*)*)?"  # the end of a line too, of a quotation as well
_END = ""


class _Node(dict[str, "_Node"]):
    """What may come next in a name, by the pattern of one character; an empty one ends it."""


def alternatives(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest that fits: a tree of what they have in common at their starts.

    A space beside Hangul may be left out, and any space may be the end of a line.
    """
    root = _Node()
    for name in names:
        node = root
        for atom in _atoms(name):
            node = node.setdefault(atom, _Node())
        node[_END] = _Node()
    return _pattern(root)


def _pattern(node: _Node) -> str:
    branches = [f"{atom}{_pattern(after)}" for atom, after in node.items() if atom != _END]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if _END in node else joined


def _atoms(name: str) -> Iterator[str]:
    words = name.split()
    for number, word in enumerate(words):
        if number:
            joins = is_syllable(words[number - 1][-1]) or is_syllable(word[0])
            yield f"(?:{_SPACE})" if joins else f"(?:(?=\\s){_SPACE})"
        yield from (re.escape(character) for character in word)
