"""What a heading and a text claim, as people read them in `tests/cases/overlaps/claims.yml`."""

import time
from typing import Any

import pytest
from tests.unit.detecting import data, params, unit

from moa.corpus import read_corpus
from moa.detecting.claims import Claims, claims, of_unit
from moa.detecting.units import units_of

PAGES = {
    "ko/notes/a/x.md": '# 효모 {#yeast data-raw="1"}\n',
    "en/notes/a/x.md": '# Yeast {#yeast data-of="FINGERPRINT"}\n',
}


@pytest.mark.parametrize("case", params(data("claims.yml")))
def test_a_text_claims_what_its_case_lists(case: Any) -> None:
    found = claims(case["heading"], case["text"])
    assert found == Claims(case.get("bare", case["heading"]), tuple(case["claims"]))


def test_a_unit_claims_other_words_in_english() -> None:
    one = unit("a#x", "물을 넣는다.", "Add water. Stir.", "물")
    assert of_unit(one).sentences == ("물을 넣는다.",)
    assert of_unit(one, is_english=True).sentences == ("Add water.", "Stir.")


def test_a_heading_alone_is_one_in_english_too() -> None:
    korean = read_corpus(PAGES).by_address["notes/a/x#yeast"]
    pages = {path: text.replace("FINGERPRINT", korean.fingerprint) for path, text in PAGES.items()}
    [one] = units_of(read_corpus(pages))
    assert one.text_en
    assert of_unit(one).sentences == of_unit(one, is_english=True).sentences == ()


@pytest.mark.parametrize(
    "piece", ["a", "<", "(", "<a", "- ", "\n- ", "1.", ". ", " ", "다\n", "=>", "&", "https://", "|"]
)
def test_a_hundred_thousand_signs_are_read_at_once(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = time.process_time()
    claims(text, f"{text} 끝이다.")
    assert time.process_time() - started < 2
