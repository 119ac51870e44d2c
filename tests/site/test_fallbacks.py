import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.cases import case_files, read_case

from moa.fallbacks import Links, compose
from moa.fingerprint import fingerprint
from moa.markdown import EXTENSIONS
from moa.sections import read_page
from moa.untranslated import UntranslatedExtension, untranslated_ids, with_korean_footnotes

LINKS = Links("../../ko/", "https://example.org/edit")
IDS = ["a", "b", "c", "d"]
SUBSETS = st.lists(st.sampled_from(IDS), unique=True).map(sorted)
STATES = st.dictionaries(st.sampled_from(IDS), st.booleans())


def short(text: str) -> str:
    """The text with every notice cut to its kind and the section that it leads to."""
    notice = re.compile(r'<p class="moa-notice moa-notice--(\w+)".*?(?:href="[^"#]*#([^"]*)".*)?</p>')
    return notice.sub(lambda found: f"<p {' '.join(part for part in found.groups() if part)}>", text)


def rendered(text: str) -> str:
    return markdown.markdown(text, extensions=[*EXTENSIONS, UntranslatedExtension()], extension_configs=EXTENSIONS)


def korean(ids: list[str]) -> str:
    return "# 제목 {#title}\n\n" + "\n\n".join(
        f"## 절 {each} {{#{each}}}\n\n{each}의 말[^{each}].\n\n[^{each}]: 각주 {each}" for each in ids
    )


def english(source: str, states: dict[str, bool]) -> str:
    marks = {section.id: fingerprint(section) for section in read_page(source).sections}
    current = {each: marks.get(each, "") if state else "00000000" for each, state in sorted(states.items())}
    sections = [
        f'## Section {each} {{#{each} data-of="{of}"}}\n\nWords of {each}.' for each, of in current.items() if of
    ]
    return "\n\n".join([f'# Title {{#title data-of="{marks["title"]}"}}', *sections]) + "\n"


@pytest.mark.parametrize("path", case_files("fallbacks"), ids=lambda path: path.stem)
def test_a_page_is_composed_as_its_case_shows(path: Path) -> None:
    case = read_case(path)
    assert short(compose(case.files["ko"], case.files["en"], LINKS)) == case.expected


def test_a_page_that_is_current_comes_back_byte_for_byte() -> None:
    source = "\ufeff# 제목 {#title}\r\n\r\n말.\r\n"
    mark = fingerprint(read_page("# 제목 {#title}\n\n말.\n").sections[0])
    written = f'# Title {{#title data-of="{mark}"}}\r\n\r\n  Words. \r\n\r\n\r\n'
    assert compose(source, written, LINKS) == written


@given(SUBSETS, STATES)
def test_every_korean_section_is_on_the_page_once_and_in_the_language_it_has(
    ids: list[str], states: dict[str, bool]
) -> None:
    source = korean(ids)
    html = rendered(compose(source, english(source, states), LINKS))
    found = re.findall(r'<h2[^>]*\bid="(\w+)"', html)
    assert [each for each in found if each in ids] == ids
    assert sorted(found) == sorted({*ids, *(each for each in states if not states[each] or each in ids)})
    assert untranslated_ids(html) == set(ids) - set(states)


@given(SUBSETS, STATES)
def test_footnotes_of_korean_sections_keep_their_words(ids: list[str], states: dict[str, bool]) -> None:
    source = korean(ids)
    html = with_korean_footnotes(rendered(compose(source, english(source, states), LINKS)))
    assert html.count('<li lang="ko"') == len(set(ids) - set(states))
    assert all(f"각주 {each}" in html for each in set(ids) - set(states))


@given(st.text(alphabet="#*-=>`[]()^:|/~ \n\t가a1{}\ue000\ue001"), st.text(alphabet="#*-=>`[]()^:|/~ \n\t가a1{}"))
def test_no_text_breaks_the_composition(source: str, written: str) -> None:
    compose(f"# 제 {{#t}}\n\n{source}\n\n## 절 {{#s}}\n\n{source}", f"# T\n\n{written}", LINKS)


def test_without_a_repository_a_notice_has_no_link_to_write_a_translation() -> None:
    composed = compose("# 제목 {#t}\n\n## 하나 {#one}\n\n말.\n", "# Title {#t}\n", Links("../ko/"))
    assert "not translated yet" in composed
    assert "<a " not in composed


def test_blocks_inside_a_korean_section_stay_inside() -> None:
    blocks = "///// details | 접은 말\n//// correction | 무엇\n속.\n////\n/////\n"
    source = f"# 제 {{#t}}\n\n## 하나 {{#one}}\n\n{blocks}\n## 둘 {{#two}}\n\n둘.\n"
    html = rendered(compose(source, "# T {#t}\n\n## Two {#two}\n", LINKS))
    inside = r'<div class="moa-untranslated"[^>]*>\s*<h2[^>]*id="one".*<details.*correction.*</details>\s*</div>'
    assert re.search(inside, html, re.S)
