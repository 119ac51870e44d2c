"""Diagrams: case files of drawings, and what holds for every drawing of the book."""

import re
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
from tests.unit.cases import case_files, read_case

from moa.diagrams.diagram import Diagram, read_diagram
from moa.diagrams.elements import Element
from moa.languages import LANGUAGES
from moa.markdown import EXTENSIONS
from moa.problems import as_text

ROOT = Path(__file__).parent.parent.parent
DRAWN = sorted((ROOT / "docs/assets/diagrams").glob("*.svg"))
LOOK = (ROOT / "overrides/assets/stylesheets/diagrams.css").read_text(encoding="utf-8")
FIGURE = "figure in "


def drawn(path: Path) -> Diagram:
    """A drawing of the book."""
    diagram, problems = read_diagram(path.name, path.read_text(encoding="utf-8"), LANGUAGES)
    assert diagram and not problems, as_text(problems)
    return diagram


@pytest.mark.parametrize("path", case_files("diagrams"), ids=lambda path: path.stem)
def test_a_drawing_becomes_the_figures_or_has_the_problems_of_its_case(path: Path) -> None:
    case = read_case(path)
    figures = {name.removeprefix(FIGURE): html for name, html in case.files.items() if name.startswith(FIGURE)}
    read = [read_diagram(name, text, LANGUAGES) for name, text in case.files.items() if not name.startswith(FIGURE)]
    assert as_text(problem for _, problems in read for problem in problems) == case.expected
    for diagram, problems in read:
        assert (diagram is None) is bool(problems)
        if diagram:
            assert {language: diagram.figure(language) + "\n" for language in LANGUAGES} == figures


def test_there_are_drawings() -> None:
    assert DRAWN


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_every_drawing_of_the_book_is_without_problems(path: Path) -> None:
    assert drawn(path).name == path.stem


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_markdown_leaves_a_figure_as_it_is(path: Path, language: str) -> None:
    figure = drawn(path).figure(language)
    assert not re.search(r"\n|<!--| lang=| style=| (?:fill|stroke)=", figure)
    page = markdown.markdown(f"before\n\n{figure}\n\nafter", extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)
    assert page.split("\n") == ["<p>before</p>", figure, "", "<p>after</p>"]


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_english_readers_see_no_hangul(path: Path) -> None:
    assert not re.search("[가-힣]", drawn(path).figure("en"))


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_the_style_sheet_knows_every_class(path: Path) -> None:
    used = {name for each in drawn(path).root.walk() for name in each.attributes.get("class", "").split()}
    assert used <= set(re.findall(r"\.(d-[a-z-]+)", LOOK))


# An estimate of the width of a character, in parts of the size of the letters.
HANGUL, OTHER = 1.0, 0.56
SIZE, SIZES = (
    13.0,
    {name: float(size) for name, size in re.findall(r"\.(d-[a-z-]+) \{[^}]*font-size: ([\d.]+)px", LOOK)},
)


def spans(text: Element, language: str) -> Iterator[tuple[str, float, float]]:
    """The lines that a text shows in a language, each with where it starts and ends from left to right."""
    classes = text.attributes.get("class", "").split()
    size = next((SIZES[name] for name in classes if name in SIZES), SIZE)
    shift = {"d-mid": 0.5, "d-end": 1.0}
    before = next((shift[name] for name in classes if name in shift), 0.0)
    for part in text.of("tspan", language) or [text]:
        x = float(part.attributes.get("x", text.attributes["x"]))
        width = size * sum(HANGUL if "가" <= letter <= "힣" else OTHER for letter in part.words)
        yield part.words, x - width * before, x + width * (1 - before)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_words_stay_within_the_drawing(path: Path, language: str) -> None:
    root = drawn(path).root
    assert re.fullmatch(r"0 0 360 \d+", root.attributes["viewBox"])
    lines = [line for each in root.walk() if each.tag == "text" for line in spans(each, language)]
    assert [line for line in lines if line[1] < 0 or line[2] > 360] == []


def test_letters_are_large_enough_for_a_phone() -> None:
    assert min(SIZE, *SIZES.values()) >= 11.5
    assert f"font-size: {SIZE:g}px" in LOOK
