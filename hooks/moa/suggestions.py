"""What a reference that leads nowhere may have meant: the nearest terms, pages and sections."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from moa.hangul import letters
from moa.languages import GLOSSARY, LANGUAGES
from moa.nearest import LIKENESS
from moa.targets import Targets, Unknown

_MOST = 3
# What the path of a file has and no address: dots at its start, the language, the ending.
_AS_FILE = re.compile(rf"^(?:\.{{1,2}}/)*(?:(?:{'|'.join(LANGUAGES)})/)?|\.md(?=#|$)")


@dataclass(frozen=True)
class Suggestions:
    """The ways out of references, over ids, titles and names in every language, Hangul letter by letter."""

    targets: Targets

    def way_out(self, unknown: Unknown, written: str, page: str) -> str:
        """What to write instead of a reference on a page."""
        if unknown.choices:
            return f"choose one of {', '.join(map(repr, unknown.choices))}"
        near = " or ".join(map(repr, self._nearest(written, page)))
        return f"did you mean {near}?" if near else "name a term, a page or a section by its address"

    def _nearest(self, written: str, page: str) -> list[str]:
        on_page = written.startswith("#")
        wanted = f"{self.targets.short(page)}{written}" if on_page else _AS_FILE.sub("", written)
        names = [name for name, _ in self._names]
        query = letters(wanted).lower()
        found = process.extract(query, names, scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=4 * _MOST)
        return list(dict.fromkeys(self._names[place][1] for _, _, place in found))[:_MOST]

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        """Everything that could have been meant, letter by letter, and how a reference writes it."""
        return tuple(dict.fromkeys((letters(name).lower(), written) for name, written in self._written()))

    def _written(self) -> Iterator[tuple[str, str]]:
        terms = self.targets.terms
        for term in terms.values():
            for name in (term.id, *term.all_names, *term.wrong, term.reading):
                yield name, term.id
        for page, ids in self.targets.anchors.items():
            short = self.targets.short(page)
            own = ids - terms.keys() if page == GLOSSARY else ids
            for name in dict.fromkeys((short, page)):
                yield name, short
                yield from ((f"{name}#{id_}", f"{short}#{id_}") for id_ in sorted(own))
        for (_, page), headings in self.targets.headings.items():
            short = self.targets.short(page)
            yield from ((words, f"{short}#{id_}" if id_ else short) for id_, words in headings.items())
