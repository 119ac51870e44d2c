"""No input breaks a guarantee of the import: arbitrary bytes, arbitrary text, and Markdown put together from pieces."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.cases import CASES
from tests.unit.importing import broken_guarantees

QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

PIECES = json.loads((CASES / "fragments.json").read_text(encoding="utf-8"))
WORDS = st.sampled_from(PIECES["words"])
PREFIXES = st.sampled_from(["", "", *PIECES["prefixes"]])
WHOLE = st.sampled_from(["", "", *PIECES["lines"]])
SENTENCE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
LINE = st.one_of(WHOLE, st.builds("{}{}".format, PREFIXES, SENTENCE))
NOTE = st.builds(
    lambda lines, end: end.join(lines), st.lists(LINE, max_size=14), st.sampled_from(["\n", "\n", "\n", "\r\n"])
)


@QUICK
@given(NOTE)
def test_markdown_put_together_from_pieces_keeps_every_guarantee(raw: str) -> None:
    assert broken_guarantees(raw.encode()) == []


@QUICK
@given(st.text(max_size=200))
def test_arbitrary_text_keeps_every_guarantee(raw: str) -> None:
    assert broken_guarantees(raw.encode("utf-8", "surrogatepass")) == []


@QUICK
@given(st.text(alphabet="가나#*-_`~>|[](){}<!:=+/\\$^&; \n\t1.\u00a0", max_size=80))
def test_dense_markup_keeps_every_guarantee(raw: str) -> None:
    assert broken_guarantees(raw.encode()) == []


@QUICK
@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_imported_or_refused_in_clear_words(data: bytes) -> None:
    assert broken_guarantees(data) == []


@QUICK
@given(NOTE, st.sampled_from(["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp949"]))
def test_other_encodings_keep_every_guarantee(raw: str, encoding: str) -> None:
    assert broken_guarantees(raw.encode(encoding, "ignore")) == []
