"""Folded inline content as lines of Markdown, every word escaped where it would be markup."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from moa.importing.html.atoms import Atom
from moa.importing.html.names import TAGS
from moa.importing.html.text import SPACE, escaped, line_start
from moa.importing.traced import Piece, Traced


def lines_of(atoms: Sequence[Atom], starts: bool) -> Iterator[Traced]:
    """The lines of a folded paragraph, words escaped."""
    tagged = _tagged(atoms)
    started = _started if starts else lambda line, _: line
    line: list[Traced] = []
    first, linked = 0, False
    for index, atom in enumerate(atoms):
        if atom.kind in ("break", "newline"):
            ending = [Traced.made("  ")] if atom.kind == "break" else []
            yield Traced.join([*started(line, atoms[first]), *ending])
            line, first = [], index + 1
        else:
            linked = atom.kind == "open" if atom.key.startswith("](") else linked
            line.append(_written(atoms, index, tagged, linked))
    yield Traced.join(started(line, atoms[first]))


def _started(line: list[Traced], first: Atom) -> list[Traced]:
    """The parts of a line, the first of which makes no list, heading or rule of it."""
    if first.kind not in ("words", "reference"):
        return line
    place = line_start("".join(part.text for part in line[:4])[:80])
    at = 0
    for index, part in enumerate(line):
        if place and at <= place[0] < at + len(part):
            here = place[0] - at
            return [
                *line[:index],
                part[:here],
                part[here : here + 1].rewritten(place[1]),
                part[here + 1 :],
                *line[index + 1 :],
            ]
        at += len(part)
        if not place or at > place[0]:
            break
    return line


def _written(atoms: Sequence[Atom], index: int, tagged: set[int], linked: bool) -> Traced:
    atom = atoms[index]
    if atom.kind in ("words", "reference"):
        before = atoms[index - 1].content.text[-1:] if index else ""
        after = atoms[index + 1].content.text[:1] if index + 1 < len(atoms) else ""
        kind = "reference" if atom.kind == "reference" else "words"
        pieces = (new for piece in atom.content.pieces for new in escaped(piece, before, after, kind, linked))
        return Traced(tuple(pieces))
    if index in tagged:
        tag = TAGS[atom.key]
        return Traced.made(tag if atom.kind == "open" else f"</{tag[1:]}")
    return atom.content


def _tagged(atoms: Sequence[Atom]) -> set[int]:
    """The marks that stars would not make, such as the closing one of `**파드(Pod)**는`: they become tags."""
    found: set[int] = set()
    opened: list[int] = []
    for index, atom in enumerate(atoms):
        if atom.key not in TAGS:
            continue
        if atom.kind == "open":
            opened.append(index)
        elif opened:
            start = opened.pop()
            if not (
                _flanks(_edge(atoms, start, -1), _edge(atoms, start, 1))
                and _flanks(_edge(atoms, index, 1), _edge(atoms, index, -1))
            ):
                found.update((start, index))
    return found


def _edge(atoms: Sequence[Atom], index: int, step: int) -> str:
    """The character next to a mark, the same signs of other marks aside."""
    sign = atoms[index].key[:1]
    index += step
    while 0 <= index < len(atoms) and atoms[index].key in TAGS and atoms[index].key[:1] == sign:
        index += step
    if not 0 <= index < len(atoms):
        return ""
    return atoms[index].content.text[:1] if step > 0 else atoms[index].content.text[-1:]


def _flanks(outside: str, inside: str) -> bool:
    """Whether stars between two characters can open (or close) towards the inside one."""
    return not _is_mark(inside) or not outside.strip() or _is_mark(outside)


def _is_mark(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"


def in_cell(paragraphs: Iterable[Sequence[Traced]]) -> Traced:
    """Paragraphs as the content of a table's cell: lines end with a tag, pipes are references."""
    lines = [line.strip(SPACE) for paragraph in paragraphs for line in paragraph]
    return Traced(tuple(_without_pipes(Traced.join(lines, "<br>"))))


def _without_pipes(content: Traced) -> Iterator[Piece]:
    for piece in content.pieces:
        at = 0
        while (pipe := piece.text.find("|", at)) >= 0:
            if pipe > at:
                yield piece.cut(at, pipe)
            yield piece.cut(pipe, pipe + 1)._replace(text="&#124;")
            at = pipe + 1
        if at < len(piece.text):
            yield piece.cut(at, len(piece.text))
