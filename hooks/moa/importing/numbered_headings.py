"""Numbered lines that head the text under them, told from the items of lists."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from moa.importing.draft import Draft, Line
from moa.importing.line_headings import ATX, LONGEST_HEADING, display_width
from moa.importing.sentences import SENTENCE_END
from moa.importing.traced import NOTHING, Traced

_NUMBERED = re.compile(
    r"^ {0,3}(?:(?P<dotted>\d{1,2}(?:\.\d{1,2})+)[.)]?[ \t]+"
    r"|(?P<open>[(\[]?)(?P<number>\d{1,2}|[IVX]{1,4}|[Ⅰ-Ⅻ]|[가-하])(?P<mark>[.)\]])(?:[ \t]+|(?=[가-힣A-Z(])))"
    r"(?P<title>\S.*?)[ \t]*$"
)
_MAY_BE = re.compile(r"^ {0,3}[(\[]?[\dIVXⅠ-Ⅻ가나다라마바사아자차카타파하]")
_COLON = re.compile(r"(?<=\S)\s*:\s+(?=\S)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SYLLABLES = "가나다라마바사아자차카타파하"
_BULLET = re.compile(r"^(?:[-*+]|\d{1,9}[.)])\s")
_PROSE = re.compile(r"^ ?(?!!\[|<|\||>|https?://)\S")
_NARROW = 40  # columns: nobody wraps a line so early, so what stands under it is a line of its own
_SENTENCE = re.compile(r"[.!?…][)\"'”’]*\s*$")


@dataclass(frozen=True)
class _Numbered:
    """A numbered line: its index, its style, its number, and where its words end and go on after a colon."""

    index: int
    style: str
    order: tuple[int, ...]
    title_start: int
    title_end: int
    rest_start: int


def read_numbered_headings(draft: Draft) -> Draft:
    """Numbered lines with text between them are headings; what follows a colon in them is a paragraph.

    A style of numbers (`1.`, `1)`, `1.1`) heads text where its numbers run on and each has text of its own.
    """
    numbered = [found for index in range(len(draft.lines)) if (found := _numbered(draft.lines, index))]
    titles = _titles(draft.lines, numbered) if len(numbered) > 1 else {}
    if not titles:
        return draft
    lines: list[Line] = []
    gone: list[Traced] = []
    for index, line in enumerate(draft.lines):
        lines += _split(line, titles[index][0], titles[index][1], gone) if index in titles else [line]
    if any(ATX.match(line.text) for line in draft.lines[min(titles) :] if line.kind == "text"):
        fact, way_out = "numbered lines like this one were read as headings", "indent the text under them for a list"
        draft = draft.remark(draft.lines[min(titles)].content.start, fact, way_out)
    return draft.with_lines(lines).drop(gone, "markup")


def _numbered(lines: Sequence[Line], index: int) -> _Numbered | None:
    line = lines[index]
    match = _NUMBERED.match(line.text) if line.kind == "text" and _MAY_BE.match(line.text) else None
    if not match:
        return None
    colon = _COLON.search(line.text, match.start("title"))
    end, rest = (colon.start(), colon.end()) if colon else (match.end("title"), -1)
    if match["dotted"]:
        order = tuple(int(number) for number in match["dotted"].split("."))
        return _Numbered(index, "1" + ".1" * (len(order) - 1), order, match.start("title"), end, rest)
    kind, number = _order(match["number"])
    return _Numbered(index, match["open"] + kind + match["mark"], (number,), match.start("title"), end, rest)


def _order(number: str) -> tuple[str, int]:
    """The kind of a number and its value, 0 where a syllable is no number."""
    if number.isdecimal():
        return "1", int(number)
    if number in _ROMAN:
        return "I", _ROMAN.index(number) + 1
    if "Ⅰ" <= number <= "Ⅻ":
        return "I", ord(number) - ord("Ⅰ") + 1
    return "가", _SYLLABLES.find(number) + 1


def _titles(lines: Sequence[Line], numbered: Sequence[_Numbered]) -> dict[int, tuple[_Numbered, int]]:
    """The lines that are headings, with their levels: outer styles first, one level deeper each."""
    styles = list(dict.fromkeys(item.style for item in numbered))
    good: dict[int, _Numbered] = {}
    for style in reversed(styles):  # the inner ones first, since a heading may hold nothing but headings
        items = [item for item in numbered if item.style == style]
        for run in _runs(items):
            if _are_headings(lines, run, good):
                good.update((item.index, item) for item in run)
    depths = {style: depth for depth, style in enumerate(s for s in styles if any(i.style == s for i in good.values()))}
    base = next(
        (len(found[1]) for line in reversed(lines[: min(good, default=0)]) if (found := ATX.match(line.text))), 1
    )
    return {index: (item, min(base + 1 + depths[item.style], 6)) for index, item in good.items()}


def _runs(items: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """Stretches of one style whose numbers run on."""
    run: list[_Numbered] = []
    for item in items:
        if run and not _follows(run[-1].order, item.order):
            yield run
            run = []
        run.append(item)
    yield run


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    if before[:-1] == after[:-1]:
        return after[-1] == before[-1] + 1
    return after[-1] == 1 and after[-2] > before[-2]


def _are_headings(lines: Sequence[Line], run: Sequence[_Numbered], inner: Collection[int]) -> bool:
    """Whether each of at least two numbered lines is short and, the last and those with a colon aside, heads text."""
    if len(run) < 2 or run[0].order[-1] != 1:
        return False
    heads = 0
    for item, after in zip(run, [*run[1:], None], strict=True):
        title = lines[item.index].text[item.title_start : item.title_end]
        if display_width(title) > 2 * LONGEST_HEADING or len(title) > LONGEST_HEADING:
            return False
        if item.rest_start < 0 and SENTENCE_END.search(title):
            return False
        has_text = _has_text(lines, item, after.index if after else len(lines), inner)
        heads += has_text
        if after and not has_text and item.rest_start < 0:
            return False
    return 2 * heads >= len(run)


def _has_text(lines: Sequence[Line], item: _Numbered, stop: int, inner: Collection[int]) -> bool:
    """Whether prose that is no part of the item itself stands between a numbered line and the next one."""
    if item.index + 1 < stop and _is_glued_text(lines[item.index].text, lines[item.index + 1]):
        return True
    for index in range(item.index + 1, stop):
        line = lines[index]
        if index in inner:
            return True
        apart = not lines[index - 1].text.strip()
        if apart and line.kind == "text" and _PROSE.match(line.text):
            return True
    return False


def _is_glued_text(title: str, line: Line) -> bool:
    """Whether the line right under a title is a sentence of its own rather than the title's continuation."""
    text = line.text
    if line.kind != "text" or text.startswith(" ") or _BULLET.match(text) or not _PROSE.match(text):
        return False
    return display_width(title) <= _NARROW and _SENTENCE.search(text) is not None


def _split(line: Line, item: _Numbered, level: int, gone: list[Traced]) -> list[Line]:
    number = line.content[: item.title_start]
    if re.search("[가-힣]", number.text):
        gone.append(number)
        number = NOTHING
    heading = Traced.made("#" * level + " ") + number.rewritten("") + line.content[item.title_start : item.title_end]
    rest = [Line(line.content[item.rest_start :])] if item.rest_start >= 0 else []
    return [Line(NOTHING), Line(heading), Line(NOTHING), *rest, Line(NOTHING)]
