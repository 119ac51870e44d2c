"""What the pages of one language look like once everything is said once."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.cases import Case, case_files, read_case

from moa.book import read_book
from moa.building import setting
from moa.corpus import read_corpus
from moa.folding.fold import fold


def folded(case: Case) -> str:
    language = case.options[-1] if case.options else "ko"
    book = read_book(read_corpus(case.files))
    texts = fold(replace(setting(book, language), edit=lambda path: f"https://edit.example/{path}")).texts
    return "\n".join(f"--- {name}\n{text}" for name, text in sorted(texts.items()))


@pytest.mark.parametrize("path", case_files("folding"), ids=lambda path: path.stem)
def test_pages_are_folded_as_their_case_shows(path: Path) -> None:
    case = read_case(path)
    assert folded(case) == case.expected
