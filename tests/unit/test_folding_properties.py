"""Whatever a section holds, its words reach the guide once, and its note's page keeps them once."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import markdown
from hypothesis import given
from hypothesis import strategies as st

from moa.book import read_book
from moa.building import setting
from moa.corpus import read_corpus
from moa.folding.fold import fold
from moa.languages import LANGUAGES
from moa.markdown import EXTENSIONS
from moa.untranslated import UntranslatedExtension

# `{w}` is a word that stands nowhere else; `[^1]` and `[d]` are defined at the end of every page.
BLOCKS = [
    "{w} 말이다.",
    "**{w}**와 `{w2}`.",
    "- {w}\n- {w2}",
    "1. {w}\n2. {w2}\n    - {w3}",
    "| {w} | 나 |\n|---|---|\n| {w2} | 다 |",
    "```text\n::: gather nothing\n/// correction | 코드\n{w}\n///\n```",
    "{w}[^1]: 각주가 달렸다.",
    "{w}[^1](곁말)[^2].",
    "[{w}][d]와 [d]와 ![{w2}][d].",
    "[{w}](other.md#x)와 [{w2}](#s1).",
    "> {w}\n> {w2}",
    "//// details | 접은 {w}\n{w2}\n////",
    "/// note | 상자 {w}\n- {w2}\n///",
    "    {w} 들여 쓴 코드",
    "![{w}](../../../assets/a.svg)",
]
CORRECTIONS = [
    "/// correction | 물음 {w}\n틀린 {w2}[^1].\n///",
    "/// correction | 물음 {w}\n```text\n///\n```\n{w2}\n///",
]
HEADINGS = ['## {t} {{#s{n} data-raw="1"}}', '{t} {{#s{n} data-raw="1"}}\n------']
SECTION = st.tuples(
    st.sampled_from(HEADINGS),
    st.lists(st.sampled_from(BLOCKS), max_size=4),
    st.lists(st.sampled_from(CORRECTIONS), max_size=1),
)
NOTE = st.lists(SECTION, min_size=1, max_size=3)


@dataclass
class Words:
    """Numbers the words of a tree."""

    count: int = 0

    def fill(self, block: str) -> tuple[str, list[str]]:
        """The block with words of its own, and these words."""
        names = re.findall(r"\{(w\d?)\}", block)
        made = {name: f"말{self.count + number}끝" for number, name in enumerate(names)}
        self.count += len(made)
        return re.sub(r"\{(w\d?)\}", lambda found: made[found[1]], block), list(made.values())


@dataclass(frozen=True)
class Made:
    """A page of a note, and per section the words of its blocks and those of its corrections."""

    text: str
    told: list[list[str]]
    corrected: list[list[str]]
    footnotes: list[str]


def page_of(sections: list[tuple[str, list[str], list[str]]], words: Words) -> Made:
    parts = ['# 쪽 {#page data-raw="1"}']
    told: list[list[str]] = []
    corrected: list[list[str]] = []
    for number, (heading, blocks, corrections) in enumerate(sections):
        parts.append(heading.format(t=f"절 {number}", n=number))
        for kept, some in ((told, blocks), (corrected, corrections)):
            filled = [words.fill(block) for block in some]
            parts += [text for text, _ in filled]
            kept.append([word for _, found in filled for word in found])
    note, [first, second] = words.fill("[^1]: 각주 {w}\n\n[^2]: 둘째 {w2}")
    parts += ["[d]: ../b/other.md", note]
    return Made("\n\n".join(parts) + "\n", told, corrected, [first, second])


def shown(text: str) -> str:
    """The words of a page as readers get them, attributes aside; images speak by their `alt`."""
    rendered = markdown.markdown(text, extensions=[*EXTENSIONS, UntranslatedExtension()], extension_configs=EXTENSIONS)
    rendered = re.sub(r'<img[^>]*\balt="([^"]*)"[^>]*>', r"\1", rendered)
    return html.unescape(re.sub(r"<[^>]+>", " ", rendered))


def times(words: list[str], text: str) -> dict[str, int]:
    return {word: count for word in words if (count := text.count(word)) != 1}


def tree(notes: list[Made]) -> Iterator[tuple[str, str]]:
    yield "ko/index.md", "# 홈 {#home}\n"
    guide = ["# 길 {#g}"]
    for name, note in zip("ab", notes, strict=False):
        yield f"ko/notes/{name}/x.md", note.text
        guide += [f"## 주제 {name}{n} {{#{name}{n}}}\n\n::: gather {name}/x#s{n}" for n in range(len(note.told))]
    guide.append("[d]: https://guide.example/\n\n[^1]: 길잡이의 각주.\n\n[^2]: 길잡이의 둘째 각주.")
    yield "ko/guide/g.md", "\n\n".join(guide) + "\n"
    yield "ko/notes/b/other.md", '# 다른 쪽 {#other data-raw="1"}\n\n## 하나 {#x data-raw="1"}\n'


@given(st.lists(NOTE, min_size=1, max_size=2))
def test_every_word_is_told_once_and_kept_once(notes: list[list[tuple[str, list[str], list[str]]]]) -> None:
    words = Words()
    made = [page_of(note, words) for note in notes]
    book = read_book(read_corpus(dict(tree(made))))
    for language in LANGUAGES:
        texts = fold(setting(book, language)).texts
        guide = shown(texts["guide/g"])
        assert "[^" not in guide
        for name, note in zip("ab", made, strict=False):
            own = shown(texts[f"notes/{name}/x"])
            for told, corrected in zip(note.told, note.corrected, strict=True):
                assert times(told, guide) == {}
                assert times([*told, *corrected], own) == {}
                assert not any(word in guide for word in corrected)
            used = [word for number, word in enumerate(note.footnotes, 1) if f"[^{number}]" in _told(note.text)]
            assert times(used, guide) == {}
            assert times(note.footnotes, own) == {} or "[^" not in _told(note.text)


def _told(text: str) -> str:
    """The text without code, corrections and definitions: what the guide takes in."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    text = re.sub(r"^/// correction.*?^///$", "", text, flags=re.M | re.S)
    return re.sub(r"^\[\^?\w+\]:.*$", "", text, flags=re.M)
