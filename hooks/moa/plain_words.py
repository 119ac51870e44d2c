"""The words of a piece of inline Markdown, without its markup."""

import html
import re

from moa.code_lines import CODE_SPAN

_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"[<\[{*_~`\\&>]")
_PLAIN = (
    (re.compile(r"\n[ \t]*(?:>[ \t]?)+"), "\n"),
    (re.compile(r"<br\b[^<>]*>|\\\n"), " "),
    (re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.S), ""),
    (re.compile(r"\[\^[^\[\]]*\]"), ""),
    (re.compile(r"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]]*\])"), r"\1"),
    (re.compile(r"\{:?[ ]*[.#\w-][^{}\n]*\}"), ""),
    (re.compile(r"(?<!\\)(?:\*\*|__|~~|`+|\*(?=\S)|(?<=\S)\*|(?<!\w)_|_(?!\w))"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def plain_words(markdown: str) -> str:
    """The words as readers see them, white space folded but kept at the ends."""
    if not _MARKUP.search(markdown):
        return _SPACE.sub(" ", markdown)
    parts, at = [], 0
    for code in CODE_SPAN.finditer(markdown):
        parts += [_without_markup(markdown[at : code.start()]), code[2].strip()]
        at = code.end()
    return _SPACE.sub(" ", "".join([*parts, _without_markup(markdown[at:])]))


def _without_markup(words: str) -> str:
    for pattern, written in _PLAIN:
        words = pattern.sub(written, words)
    return html.unescape(words)
