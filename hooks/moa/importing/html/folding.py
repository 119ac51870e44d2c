"""Inline content as a browser folds it: space at the ends goes, marks hold no space, empty marks vanish."""

from collections.abc import Iterable, Iterator, Sequence

from moa.importing.html.atoms import Atom, closing
from moa.importing.html.names import TAGS
from moa.importing.traced import NOTHING


def paragraphs(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
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
        return [*self.done, *(closing(opening) for opening in reversed(self.active))]

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
