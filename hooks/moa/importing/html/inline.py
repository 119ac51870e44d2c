"""A run of inline content that is being collected, and the marks that are open in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from moa.importing.html.atoms import Atom, AtomKind
from moa.importing.html.folding import paragraphs
from moa.importing.html.lines import lines_of
from moa.importing.traced import MADE, Piece, Traced


@dataclass
class Run:
    """Inline content that is being collected, and the marks that are open in it."""

    atoms: list[Atom] = field(default_factory=list)
    marks: list[tuple[Atom, Atom]] = field(default_factory=list)

    def add(self, kind: AtomKind, *pieces: Piece) -> None:
        """Add words, a reference, space, or a line end."""
        self.atoms.append(Atom(kind, Traced(pieces)))

    def space(self) -> None:
        """Add a space of our own, where the words left and right of it would else be one."""
        self.add("space", Piece(" ", MADE, MADE))

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
        if not self.atoms:
            return []
        opened = _distinct(self.marks)
        atoms = [*self.atoms, *(closing for _, closing in reversed(opened))]
        again = [(opening, Atom("close", _untraced(closing.content), closing.key)) for opening, closing in self.marks]
        self.marks = again
        self.atoms = [opening for opening, _ in _distinct(again)]
        return [list(lines_of(paragraph, starts)) for paragraph in paragraphs(atoms)]


def _distinct(marks: Iterable[tuple[Atom, Atom]]) -> list[tuple[Atom, Atom]]:
    return list({opening.key: (opening, closing) for opening, closing in reversed(list(marks))}.values())[::-1]


def _untraced(content: Traced) -> Traced:
    """The same words as our own: an address that stands twice has its origin once."""
    return Traced.made(content.text)
