"""The page about sources: who wrote each note and when, on what terms, how it was used, and what was corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from moa.data import Value
from moa.fences import fenced
from moa.folding.page import Made
from moa.folding.relinking import to_page
from moa.folding.setting import Setting
from moa.folding.words import WORDS, escaped, label, link, raw_lines
from moa.schemas.corrections import Correction
from moa.schemas.notes import NoteEntry

PAGE = "about/sources"


def sources(name: str, setting: Setting) -> Made:
    """The page of that name with an account of every note at its end."""
    made = _Sources(setting, setting.language_of(name))
    accounts = [part for entry in setting.entries.values() for part in made.account(entry)]
    return Made("\n\n".join([setting.sources[name].text.rstrip("\n"), *accounts]) + "\n")


@dataclass(frozen=True)
class _Sources:
    setting: Setting
    language: str

    @property
    def words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    def account(self, entry: NoteEntry) -> Iterator[str]:
        """A heading, what is known of the note and of its use, and its corrections, closed."""
        yield f"## {escaped(self.setting.short(entry.id, self.language))} {{: #moa-note-{entry.id} }}"
        known = [*self._known(entry), (self.words["used"], self._used(entry))]
        yield "\n".join(f"- {name}: {said}" for name, said in known)
        found = [each for each in self.setting.corrections if each.note == entry.id]
        if found:
            title = self.words["corrected"].format(len(found))
            attributes = '{class: "moa-corrected", data-search-exclude: "corrections"}'
            listed = "\n".join(f"- {self._correction(each)}" for each in found)
            yield fenced("details", listed, f" | {title}\n    attrs: {attributes}")

    def _known(self, entry: NoteEntry) -> Iterator[tuple[str, str]]:
        """What the note says of itself; what it does not say is said to be unknown."""
        for field in ("title", "author", "date", "licence", "address", "sources"):
            value = entry.value.get(field)
            said = value.get(self.language) if field == "title" else value
            yield self.words[f"source_{field}"], ", ".join(self._said(each, field) for each in said.items or [said])

    def _said(self, value: Value, field: str) -> str:
        text = value.words
        if not text:
            return self.words["not stated" if field == "licence" else "unstated"]
        if urlsplit(text).scheme in ("http", "https"):
            return _outside(text)
        return escaped(self.words.get(text, text) if field == "licence" else text)

    def _used(self, entry: NoteEntry) -> str:
        """How many lines were told again in how many sections, with the way to the note's pages."""
        counts = (len(entry.lines - entry.left_out_lines), len(entry.lines), len(entry.sections))
        said = self.words["told_again"].format(*counts)
        pages = [f"notes/{entry.id}/{each.text.removesuffix('.md')}" for each in entry.value.get("imported").keys]
        first = next((page for page in pages if page in self.setting.sources), "")
        return link(said, to_page(first, "", PAGE)) if first else said

    def _correction(self, correction: Correction) -> str:
        had, right = (escaped(each.get(self.language, "")) for each in (correction.had, correction.right))
        lines = raw_lines(correction.lines, self.language)
        said = [f"**{lines}** {had}", self.words["rather"].format(right)]
        if correction.references:
            said.append(self.words["evidence"].format(", ".join(map(_outside, correction.references))))
        place = self._place(correction.section)
        return " ".join([*said, self.words["here"].format(place)] if place else said)

    def _place(self, address: str) -> str:
        """The link to where the book tells it right."""
        told = self.setting.plan.told.get(address)
        page, _, heading = address.partition("#")
        if told and told.place:
            page, heading = told.place.page, told.place.heading
        if page not in self.setting.sources:
            return ""
        words = self.setting.title(page, heading)
        return link(label(words.text), to_page(page, heading, PAGE), lang=self._foreign(words.language))

    def _foreign(self, language: str) -> str:
        return language if language != self.language else ""


def _outside(address: str) -> str:
    """A link to another site by its name and the last part of its path."""
    parts = urlsplit(address)
    last = next((each for each in reversed(parts.path.split("/")) if each), "")
    return link(escaped(f"{parts.netloc}: {last}" if last else parts.netloc), f"<{address}>")
