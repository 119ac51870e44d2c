"""Blocks of pymdownx whose fences are longer than any that they hold."""

import re

_SLASHES = re.compile(r"^ {0,3}(/{3,})", re.M)


def fenced(name: str, words: str, options: str = "") -> str:
    """Words in a block of their own; `options` follow the name."""
    slashes = "/" * (1 + max((3, *(len(found[1]) for found in _SLASHES.finditer(words)))))
    return f"{slashes} {name}{options}\n\n{words}\n\n{slashes}"
