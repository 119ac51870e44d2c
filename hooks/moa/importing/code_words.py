"""Code spans around ordinary words become words, and the terms among them are proposed to the glossary."""

import re
import unicodedata
from collections.abc import Iterator

from moa.importing.characters import fold_text
from moa.importing.draft import Draft
from moa.importing.edits import Edit, edited
from moa.importing.inline import spans
from moa.importing.traced import Traced
from moa.importing.tree import map_lines, walk

_HANGUL = re.compile(r"[가-힣]")
_PROSE = re.compile(r"^[가-힣ㄱ-ㅎA-Za-z0-9 ,.·&/+\-()（）%'’:~?!]+$")
_COMMAND = re.compile(r"(?:^|\s)--?\w|^\$|[^ ]+\.\w{1,5}$|^[\w./-]+/[\w./-]+$|^\w+:\S|\w\(\)|::|^\.|^/|=|;")
_QUERY = re.compile(r"\b(?:SELECT|FROM|WHERE|INSERT|INTO|VALUES|UPDATE|DELETE|CREATE|ALTER|DROP|TABLE|JOIN|GRANT)\b")
_OPENS_BLOCK = re.compile(r"^(?:[-+*:]|\d{1,9}[.)])(?:\s|$)|~~")  # at the start of a line these would be no words
_LOWER_COMMAND = re.compile(r"^[a-z][a-z0-9_-]*\s")
_TITLE_PHRASE = re.compile(r"^[A-Z][A-Za-z0-9]*(?:[ /-](?:[A-Za-z0-9]+|\([^()]*\)))*$")
_PAIR = re.compile(r"(?P<ko>[가-힣][가-힣 ]{0,20}?)\s*\((?!e\.g|i\.e|ex\b)(?P<en>[A-Za-z][A-Za-z0-9 /&.-]{1,40})\)")


def read_code_words(draft: Draft) -> Draft:
    """Code spans that hold words lose their marks; identifiers, commands and keys stay code."""
    contents = [span for line in _lines(draft) for span in _code(line.text)]
    emphasis = sum(1 for content in contents if _is_words(content, False)) * 2 > len(contents) > 9

    def change(line: Traced) -> Traced:
        if "`" not in line.text:
            return line
        edits: list[Edit] = []
        for span in spans(line.text):
            if span.kind == "code_inline":
                edits += _edits(line, span.start, span.end, len(span.token.markup), emphasis)
        return edited(line, edits) if edits else line

    changed = draft.with_blocks(map_lines(draft.blocks, change))
    terms = [f"{ko} ({en})" for line in _lines(draft) if "`" in line.text for ko, en in _terms(line.text)]
    return changed.learn(terms=terms) if terms else changed


def _lines(draft: Draft) -> Iterator[Traced]:
    for block in walk(draft.blocks):
        if block.kind in ("paragraph", "heading", "table"):
            yield from block.lines


def _code(text: str) -> list[str]:
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", unicodedata.normalize("NFC", text))


def _edits(line: Traced, start: int, end: int, mark: int, emphasis: bool) -> Iterator[Edit]:
    words = line[start + mark : end - mark]
    after = line.text[end : end + 1]
    if _is_words(unicodedata.normalize("NFC", words.text.strip()), emphasis):
        yield start, end, fold_text(words.strip())
    elif after == ")" and words.text.count("(") == words.text.count(")") + 1:
        # the span was cut inside a parenthesis: its end belongs to it
        yield start, end + 1, line[start : end - mark] + line[end : end + 1] + line[end - mark : end]


def _is_words(text: str, emphasis: bool) -> bool:
    if not _PROSE.match(text) or any(code.search(text) for code in (_COMMAND, _QUERY, _OPENS_BLOCK)):
        return False
    if _HANGUL.search(text):
        return emphasis or not _LOWER_COMMAND.match(text)
    return emphasis and _TITLE_PHRASE.match(text) is not None and (" " in text or "/" in text or text.isupper())


def _terms(text: str) -> Iterator[tuple[str, str]]:
    for content in _code(text):
        found = _PAIR.fullmatch(content.strip())
        if found:
            yield found["ko"].strip(), found["en"].strip()
