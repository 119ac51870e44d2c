"""Characters that a case file could not show."""

import unicodedata

import pytest

from moa.book import read_book
from moa.checks import check
from moa.corpus import read_corpus
from moa.problems import errors

HOME = "# 홈 {#home}\n"


def errors_of(page: str) -> list[str]:
    return [str(problem) for problem in errors(check(read_book(read_corpus({"ko/index.md": page}))))]


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (f"\ufeff{HOME}", "ko/index.md:1:1: the file starts with a byte order mark; save it without"),
        (f"{HOME}\ufeff글\n", "ko/index.md:2:1: the character U+FEFF shows nothing good; remove it"),
        (f"{HOME}\n글\x07\n", "ko/index.md:3:2: the character U+0007 shows nothing good; remove it"),
        (f"{HOME}\n글\u2028글\n", "ko/index.md:3:2: the character U+2028 shows nothing good; remove it"),
        (f"{HOME}\n글\ufffd\n", "ko/index.md:3:2: the character U+FFFD shows nothing good; remove it"),
        (f"{HOME}\n글\r\n", "ko/index.md:3: lines end with carriage returns; save it with line feeds alone"),
        (f"{HOME}\n글\r글\n", "ko/index.md:3: lines end with carriage returns; save it with line feeds alone"),
        (
            HOME + "\n" + unicodedata.normalize("NFD", "글") + "\n",
            "ko/index.md:3:1: letters on this line are decomposed; write it as NFC (composed letters)",
        ),
        (" \n\u00a0\n", "ko/index.md: the page is empty; write it or remove the file"),
    ],
)
def test_a_character_out_of_place_is_named_with_its_place(page: str, says: str) -> None:
    assert errors_of(page) == [says]


def test_code_may_hold_decomposed_letters() -> None:
    assert errors_of(f"{HOME}\n```text\n{unicodedata.normalize('NFD', '글')}\n```\n") == []


def test_lines_keep_their_numbers_after_front_matter_a_mark_and_carriage_returns() -> None:
    found = errors_of("\ufeff---\r\ntitle: x\r\n---\r\n# 홈 {#home}\r\n\r\n## 없음\r\n")
    assert "ko/index.md:6:1: the heading '없음' has no id; write one at its end: {#id}" in found
