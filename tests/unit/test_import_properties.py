"""No input breaks a guarantee of the import: arbitrary bytes, arbitrary text, and Markdown put together from pieces."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.importing import broken_guarantees

QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    "쿠버네티스 컨테이너는 리눅스 파일을 연다. 김치찌개 끓인다 왜? docker kubectl `ls -l` `설정` **굵게** *기울임* ~~지움~~ "
    "[링크](https://example.kr/) [[문서]] ![그림](a.png) <br> <b>글</b> $x^2$ [^1] \\* &amp; 1) => 요약에서 제외 #태그 {#id} "
    "{.cls} {{ x }} | a_b_c http://a.kr 😀 ( ) : :: --- === ``` ** _ ` < > ! [ ] [x] \\[1\\] \\ $ e\u0301 \u1112\u1161\u11ab "
    "\u200b \ufeff \u00a0 \u3000 \u2028 \x0b \x00 \ufffd".split(" ")
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PREFIXES = st.sampled_from(
    ["", "", "", "# ", "## ", "### 1. ", "#### (2) ", "##", "- ", "* ", "  - ", "    - ", "\t- ", "1. ", "2) ", "1.", "10. ",
     "> ", "> - ", ">> ", "> ## ", "- # ", "- > ", "• ", "✅ ", "① ", "    ", "\t", "  ", "\u00a0- ", "=> ", " => ", "|", "| ",
     "[^1]: ", "[1]: ", ": ", ":::", "!!! ", "/// ", "<div>", "<pre>", "</pre>", "<details>", "<!-- ", "- [ ] ", "** ", "**"]
)  # fmt: skip
WHOLE = st.sampled_from(
    ["", "", "", "", "---", "***", "===", "====", "----------", "```", "```yaml", "~~~", "````", "  ```", "- ```", "> ```",
     "~~~~~~~~~~~~", "```ls -l```", "| a | b |", "|---|---|", "| 가 | 나 |", "a | b", "--- | ---", "<table><tr><td>가</td></tr></table>",
     "<div>", "</div>", "<pre>", "</pre>", "<script>x()</script>", "<!--", "-->", "$$", "\\[", "\\]", "**제목**", "1. 첫째", "2. 둘째",
     "1) 하나: 설명", "title: 글", "tags: [가]", "+++", "반응형", "+ Recent posts", "참고", "- https://a.kr", "[TOC]", "{:toc}",
     "{% raw %}", "{% endraw %}", ":::warning 제목", ":::", "/// note | 상자", "///", "> [!NOTE] 제목", "<<<<<<< HEAD", "=======", ">>>>>>> x",
     "[1]: https://a.kr", "[^1]: 각주다", "*[HTML]: 말", "\u00a0", "\ufeff", "# 제목 {#a data-raw=\"1\"}", "#", "- ", "-", "1.", ">", "* * *",
     "용어", ": 뜻", "#태그 #둘", "© 2020 아무개"]
)  # fmt: skip
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
