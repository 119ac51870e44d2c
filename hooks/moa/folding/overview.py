"""The page about overlaps: what people decided, drawn and in tables, and what became of every section."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from moa.fences import fenced
from moa.folding.chart import Mark, Row, chart, marked
from moa.folding.note_pages import how
from moa.folding.page import Made
from moa.folding.relinking import to_page
from moa.folding.setting import Setting, Words
from moa.folding.topics import Cell, Topic, cells, notes, topics
from moa.folding.words import WORDS, escaped, label, link
from moa.languages import SOURCE

PAGE = "about/overlaps"
_NARROW = 8  # notes; a drawing with more is scrolled sideways on a small screen
_EXCLUDED = 'data-search-exclude="overlaps"'


def overview(name: str, setting: Setting) -> Made:
    """The page of that name with everything that is made for it at its end."""
    source = setting.sources[name]
    made = _Overview(setting, setting.language_of(name))
    found = topics(setting)
    drawn = made.drawn(found) if found else ()
    return Made("\n\n".join([source.text.rstrip("\n"), *drawn, *made.by_note()]) + "\n")


@dataclass(frozen=True)
class _Overview:
    setting: Setting
    language: str

    @property
    def words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    def drawn(self, found: tuple[Topic, ...]) -> Iterator[str]:
        """The legend, the drawing, and the same as a table."""
        yield f"## {self.words['topics']} {{: #moa-topics {_EXCLUDED} }}"
        listed = [f"{number}. {escaped(self.setting.short(note, self.language))}" for number, note in self._numbered()]
        yield "\n".join(listed)
        keys = "".join(f"<li>{marked(fate)} {self.words[f'{fate}_key']}</li>" for fate in ("kept", "added", "folded"))
        columns = [(str(number), self.setting.short(note, self.language)) for number, note in self._numbered()]
        rows = [self._row(topic) for topic in found]
        drawing = chart(self.words["chart"], self.words["chart_text"].format(len(rows), len(columns)), columns, rows)
        style = "moa-chart moa-chart--wide" if len(columns) > _NARROW else "moa-chart"
        yield f'<figure class="{style}" {_EXCLUDED}><ul>{keys}</ul>{drawing}</figure>'
        yield self._details(self.words["as_table"], self._table(found))

    def by_note(self) -> Iterator[str]:
        """For each note, what became of every section."""
        yield f"## {self.words['by_note']} {{: #moa-notes {_EXCLUDED} }}"
        for _, note in self._numbered():
            said = list(cells(self.setting, note))
            head = f"| {self.words['section']} | {self.words['told']} | {self.words['how']} |\n|---|---|---|"
            title = f"{self.setting.short(note, self.language)}: {self.words['sections'].format(len(said))}"
            yield self._details(title, "\n".join([head, *(self._fate(cell) for cell in said)]), "moa-table moa-fates")

    def _numbered(self) -> Iterator[tuple[int, str]]:
        return enumerate(notes(self.setting), 1)

    def _row(self, topic: Topic) -> Row:
        page, (words, language) = self._page(topic), self._heading(topic)
        here = f"{_url(topic.place.page)}#{topic.place.heading}"
        marks = tuple(tuple(self._mark(cell) for cell in said) for said in topic.notes)
        there = self._abroad(topic.place.page, topic.place.heading)
        return Row(page.text, words, here, language if language != self.language else "", marks, there)

    def _mark(self, cell: Cell) -> Mark:
        page, _, section = cell.address.partition("#")
        note = self.setting.short(page.split("/")[1], self.language)
        title = f"{note}, {self._title(cell).text}: {self.words[cell.told.fate]}"
        return Mark(cell.told.fate, f"{_url(page)}#{section}", title, self._abroad(page, section))

    def _page(self, topic: Topic) -> Words:
        page = self.setting.corpus.page(SOURCE, topic.place.page)
        return self.setting.title(topic.place.page, page.sections[0].id if page else "")

    def _heading(self, topic: Topic) -> Words:
        """The topic's own words in this language, else those of the guide's heading."""
        words = next(group.topic for group in self.setting.decisions.groups if group.id == topic.group)
        if self.language in words:
            return Words(words[self.language], self.language)
        return self.setting.title(topic.place.page, topic.place.heading)

    def _title(self, cell: Cell) -> Words:
        page, _, section = cell.address.partition("#")
        return self.setting.title(page, section)

    def _table(self, found: tuple[Topic, ...]) -> str:
        head = ["", *(str(number) for number, _ in self._numbered())]
        lines = [f"| {' | '.join(head)} |", f"|---{'|---' * (len(head) - 1)}|"]
        for topic in found:
            words = self._heading(topic)
            target = to_page(topic.place.page, topic.place.heading, PAGE)
            said = [" ".join(self._cell(cell) for cell in row) for row in topic.notes]
            there = self._abroad(topic.place.page, topic.place.heading)
            lines.append(f"| {self._link(words, target, there)} | {' | '.join(said)} |")
        return "\n".join(lines)

    def _cell(self, cell: Cell) -> str:
        page, _, section = cell.address.partition("#")
        there = self._abroad(page, section)
        return link(self.words[f"{cell.told.fate}_short"], to_page(page, section, PAGE), hreflang=there)

    def _fate(self, cell: Cell) -> str:
        page, _, section = cell.address.partition("#")
        own = self._link(self._title(cell), to_page(page, section, PAGE))
        place = cell.told.place
        if not place:
            return f"| {own} | | {self.words['shown']} |"
        words = self.setting.title(place.page, place.heading)
        told = self._link(words, to_page(place.page, place.heading, PAGE))
        return f"| {own} | {told} | {self.words[how(cell.told, self.setting.section(cell.address).cut.body)]} |"

    def _link(self, words: Words, target: str, there: str = "") -> str:
        foreign = words.language if words.language != self.language else ""
        return link(label(words.text), target, lang=foreign, hreflang=there or foreign)

    def _abroad(self, page: str, heading: str) -> str:
        """The language of a section where it is not that of this page."""
        language = self.setting.title(page, heading).language
        return language if language != self.language else ""

    def _details(self, title: str, words: str, style: str = "moa-table") -> str:
        attributes = f'{{class: "{style}", data-search-exclude: "overlaps"}}'
        return fenced("details", words, f" | {title}\n    attrs: {attributes}")


def _url(page: str) -> str:
    """The address of a page as seen from this one, as the site makes it: a folder with an index."""
    name = page.removesuffix("/index") if page != "index" else ""
    return posixpath.relpath(f"/{name}", f"/{PAGE}") + "/"
