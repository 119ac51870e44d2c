"""A run of inline content on its way to paragraphs: white space folds, marks close where they should."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from moa.importing.html_names import TAGS
from moa.importing.html_text import SPACE, escaped, line_start
from moa.importing.traced import NOTHING, Piece, Traced

AtomKind = Literal["words", "reference", "verbatim", "space", "newline", "break", "open", "close"]


class Atom(NamedTuple):
    """A piece of inline content; for "open" and "close" the piece is the mark, and `key` tells what it marks."""

    kind: AtomKind
    content: Traced
    key: str = ""


@dataclass
class Run:
    """Inline content that is being collected, and the marks that are open in it."""

    atoms: list[Atom] = field(default_factory=list)
    marks: list[tuple[Atom, Atom]] = field(default_factory=list)

    def add(self, kind: AtomKind, *pieces: Piece) -> None:
        """Add words, a reference, space, or a line end."""
        self.atoms.append(Atom(kind, Traced(pieces)))

    def verbatim(self, content: Traced) -> None:
        """Add Markdown that is written already."""
        self.atoms.append(Atom("verbatim", content))

    def open(self, key: str, opening: Traced, closing: Traced) -> None:
        """Begin emphasis or a link; the same mark inside itself counts once."""
        self.marks.append((Atom("open", opening, key), Atom("close", closing, key)))
        if [mark[0].key for mark in self.marks].count(key) == 1:
            self.atoms.append(self.marks[-1][0])

    def close(self) -> None:
        """End the mark that was opened last."""
        _, closing = self.marks.pop()
        if not any(mark[0].key == closing.key for mark in self.marks):
            self.atoms.append(closing)

    def take(self, starts: bool = True) -> list[list[Traced]]:
        """The paragraphs so far, each as its lines; open marks are closed here and go on in what follows.

        Where a line starts no block, as in a heading (`starts` is false), signs of lists and rules stay.
        """
        opened = _distinct(self.marks)
        atoms = [*self.atoms, *(closing for _, closing in reversed(opened))]
        again = [(opening, Atom("close", _untraced(closing.content), closing.key)) for opening, closing in self.marks]
        self.marks = again
        self.atoms = [opening for opening, _ in _distinct(again)]
        return [list(_lines(paragraph, starts)) for paragraph in _paragraphs(atoms)]


def _distinct(marks: Iterable[tuple[Atom, Atom]]) -> list[tuple[Atom, Atom]]:
    return list({opening.key: (opening, closing) for opening, closing in reversed(list(marks))}.values())[::-1]


def _untraced(content: Traced) -> Traced:
    """The same words as our own: an address that stands twice has its origin once."""
    return Traced.made(content.text)


def _paragraphs(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """Folded atoms, cut where two lines end at once; marks that are open there close and open again."""
    current = _Folding()
    for atom in atoms:
        if atom.kind in ("words", "reference", "verbatim") and current.ended > 1:
            if current.done:
                yield current.finish()
            current = current.next()
        current.take(atom)
    if current.done:
        yield current.finish()


class _Folding:
    """Folds one paragraph: space at its ends goes, space inside marks moves out, empty marks vanish."""

    def __init__(self, active: Iterable[Atom] = ()) -> None:
        self.done: list[Atom] = []
        self.waiting: list[Atom] = list(active)  # opened marks that hold nothing yet
        self.active: list[Atom] = []
        self.closings: dict[str, Atom] = {}
        self.space: Atom | None = None
        self.ended = 0
        self.soft = False

    def next(self) -> "_Folding":
        """The paragraph after this one."""
        return _Folding([*self.active, *self.waiting])

    def finish(self) -> list[Atom]:
        """The atoms, with what is still open closed."""
        return [*self.done, *(_closing(opening) for opening in reversed(self.active))]

    def take(self, atom: Atom) -> None:
        """Add an atom."""
        if atom.kind == "space":
            self.space = self.space or atom
        elif atom.kind in ("break", "newline"):
            self._end_line(atom)
        elif atom.kind == "open":
            self.waiting.append(atom)
        elif atom.kind == "close":
            self._close(atom)
        else:
            self._content(atom)

    def _end_line(self, atom: Atom) -> None:
        if atom.kind == "break" or not self.ended:
            self.soft = atom.kind == "newline" and not self.ended
            self.ended += 1
        elif self.soft:  # an empty line
            self.ended += 1
        self.space = None

    def _close(self, atom: Atom) -> None:
        if self.waiting and self.waiting[-1].key == atom.key:
            self.waiting.pop()
        elif any(opening.key == atom.key for opening in self.active):
            self.active = [opening for opening in self.active if opening.key != atom.key]
            self.done.append(atom)

    def _content(self, atom: Atom) -> None:
        if self.ended and self.done:
            self.done.append(Atom("newline" if self.soft else "break", NOTHING))
        elif self.space and self.done:
            self.done.append(self.space)
        self.space, self.ended = None, 0
        for opening in self.waiting:
            if opening.key in TAGS and self.done and self.done[-1][::2] == ("close", opening.key):
                self.done.pop()
            else:
                self.done.append(opening)
        self.active += self.waiting
        self.waiting = []
        self.done.append(atom)


def _closing(opening: Atom) -> Atom:
    """What ends a mark: the key itself (`**`, `](address)`), or the end tag of a key that is a tag."""
    key = opening.key
    return Atom("close", Traced.made(f"</{key[1:]}" if key.startswith("<") else key), key)


def _lines(atoms: Sequence[Atom], starts: bool) -> Iterator[Traced]:
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
