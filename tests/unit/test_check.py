from pathlib import Path

import pytest
from tests.unit.cases import Case, case_files, read_case

from moa.book import read_book
from moa.checks import check
from moa.corpus import read_corpus
from moa.problems import as_text, errors

SITE = "https://book.example/"


def problems_of(case: Case) -> str:
    raws = {name.removeprefix("raw/"): text for name, text in case.files.items() if name.startswith("raw/")}
    texts = {name: text for name, text in case.files.items() if not name.startswith("raw/")}
    book = read_book(read_corpus(texts), {name: text.encode() for name, text in raws.items()} if raws else None, SITE)
    found = check(book, complete="--complete" in case.options)
    return as_text(found if "--notices" in case.options else errors(found))


@pytest.mark.parametrize("path", case_files("check"), ids=lambda path: path.stem)
def test_a_tree_has_the_problems_that_its_case_lists(path: Path) -> None:
    case = read_case(path)
    assert problems_of(case) == case.expected
