"""A page of a note: who wrote it, where the book tells its sections, corrections, and the closed whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from moa.corrections import split_corrections
from moa.data import Value
from moa.fences import fenced
from moa.folding.page import Emission, Made, chunk, joined
from moa.folding.parts import Part
from moa.folding.relinking import to_page
from moa.folding.setting import Setting
from moa.folding.words import WORDS, escaped, label, link
from moa.languages import SOURCE
from moa.plan import Told
from moa.spans import UNTRANSLATED

CORRECTIONS, WHERE = "moa-corrections", "moa-where"
_FOOTNOTES = "///Footnotes Go Here///"  # where Python-Markdown puts them


def note_page(name: str, setting: Setting) -> Made:
    """The page of that name: what the guide tells is folded away, what nothing gathers stays in full."""
    parts = setting.pages[name]
    if not parts.parts:
        return Made(setting.sources[name].text)
    page = _Page(name, setting)
    title, *_ = parts.parts
    shown = [part for part in parts.parts if not page.is_folded(part)]
    folded = [part for part in parts.parts if page.is_folded(part)]
    visible = [
        _top(page, title),
        *(chunk(part, part.body) for part in shown if part is not title),
        *page.where(folded),
        *page.corrections(folded),
    ]
    # Footnotes of folded words alone are folded with them.
    ends = [_FOOTNOTES] if parts.definitions.footnotes and not any("[^" in each for each in visible) else []
    chunks = [*visible, *page.whole(folded, title, ends)]
    emissions = [Emission(f"{name}#{part.section.id}", "shown", name) for part in shown if part.section.id]
    emissions += [Emission(f"{name}#{part.section.id}", "folded", name) for part in folded]
    return Made(joined(parts, chunks), tuple(emissions))


def _top(page: "_Page", title: Part) -> str:
    """The title, who wrote the note, and the lead, unless the guide tells that too."""
    body = "" if page.is_folded(title) else title.body
    return chunk(title, "\n\n".join(each for each in (page.byline(), body) if each))


@dataclass(frozen=True)
class _Page:
    name: str
    setting: Setting

    @property
    def language(self) -> str:
        return self.setting.language_of(self.name)

    def told(self, part: Part) -> Told:
        return self.setting.plan.told.get(f"{self.name}#{part.section.id}", Told("shown"))

    def is_folded(self, part: Part) -> bool:
        return self.told(part).fate != "shown"

    def byline(self) -> str:
        words = WORDS[self.language]
        entry = self.setting.entries.get(self.name.split("/")[1])
        value = entry.value if entry else Value()
        said = [
            words["author"].format(escaped(value.get("author").text or words["unknown"])),
            escaped(value.get("date").text),
            words["licence"].format(escaped(_licence(value, words))),
        ]
        if (address := value.get("address").text).startswith(("https://", "http://")):
            said.append(link(words["original"], f"<{address}>"))
        return f'{" · ".join(filter(None, said))}\n{{: .moa-byline data-search-exclude="byline" }}'

    def where(self, folded: list[Part]) -> Iterator[str]:
        """The table of what the guide tells."""
        rows = [self._row(part) for part in folded if part.section.level > 1 or part.body]
        if rows:
            words = WORDS[self.language]
            yield f'## {words["where"]} {{: #{WHERE} data-search-exclude="where" }}'
            head = f"| {words['section']} | {words['told']} | {words['how']} |\n|---|---|---|"
            table = "\n".join([head, *rows])
            yield f'<div class="moa-where" data-search-exclude="where" markdown="1">\n\n{table}\n\n</div>'

    def corrections(self, folded: list[Part]) -> Iterator[str]:
        """What the note had wrong in the sections that are folded away."""
        found = [(part, blocks) for part in folded if (blocks := split_corrections(part.body)[1])]
        if found:
            yield f"## {WORDS[self.language]['corrections']} {{: #{CORRECTIONS} }}"
        for part, blocks in found:
            language = SOURCE if part.is_korean else ""
            yield f"{link(label(part.section.title), f'#{part.section.id}', lang=language)}\n{{: .moa-of }}"
            boxes = "\n\n".join(blocks)
            yield fenced(UNTRANSLATED, boxes) if part.is_korean else boxes

    def whole(self, folded: list[Part], title: Part, ends: list[str]) -> Iterator[str]:
        """The folded sections in the note's order, closed, and not searched."""
        inside = [self._closed(part, title) for part in folded]
        if any(inside):
            count = sum(1 for each in inside if each)
            words = WORDS[self.language]["whole" if count > 1 else "whole_one"].format(count)
            options = f' | {words}\n    attrs: {{class: moa-note, id: moa-note, data-search-exclude: "folded"}}'
            yield fenced("details", "\n\n".join(filter(None, [*inside, *ends])), options)

    def _closed(self, part: Part, title: Part) -> str:
        words, _ = split_corrections(part.body)
        return words if part is title else chunk(part, words, data_search_exclude="folded")

    def _row(self, part: Part) -> str:
        told = self.told(part)
        words = WORDS[self.language]
        own = link(label(part.section.title), f"#{part.section.id}", lang=SOURCE if part.is_korean else "")
        if not told.place:
            return f"| {own} | | |"
        title, language = self.setting.title(told.place.page, told.place.heading)
        target = to_page(told.place.page, told.place.heading, self.name)
        foreign = language if language != self.language else ""
        return (
            f"| {own} | {link(label(title), target, lang=foreign, hreflang=foreign)} | {words[how(told, part.body)]} |"
        )


def how(told: Told, body: str) -> str:
    """Which words say what became of a section: an empty one that stands alone gives the guide nothing to print."""
    return "empty" if told.fate == "kept" and not split_corrections(body)[0] else told.fate


def _licence(value: Value, words: Mapping[str, str]) -> str:
    said = value.get("licence").text or "not stated"
    return words.get(said, said)
