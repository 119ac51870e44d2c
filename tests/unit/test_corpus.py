import time

from moa.corpus import read_corpus
from moa.plain_text import plain

PAGE = '# 파드 {#pods data-raw="1,3-4"}\n\n글.\n\n## 편집 {#edit data-origin="editor"}\n'


def test_a_tree_is_read_into_notes_pages_and_sections_with_their_places() -> None:
    corpus = read_corpus(
        {"ko/notes/a/pods.md": PAGE, "ko/index.md": "# 홈 {#home}\n", "notes.yml": "[]"}, ["assets/x.css"]
    )
    [note] = corpus.notes
    pods, edit = note.sections
    assert (note.id, pods.address, pods.path, pods.line) == ("a", "notes/a/pods#pods", "ko/notes/a/pods.md", 1)
    assert (pods.raw, pods.of, pods.origin, len(pods.fingerprint)) == (frozenset({1, 3, 4}), None, None, 8)
    assert (edit.line, edit.raw, edit.origin) == (5, frozenset(), "editor")
    assert list(corpus.by_address) == ["index#home", "notes/a/pods#pods", "notes/a/pods#edit"]
    assert corpus.data == {"notes.yml": "[]"}
    assert "assets/x.css" in corpus.files


def test_an_english_section_tells_what_it_was_translated_from() -> None:
    corpus = read_corpus({"en/index.md": '# Home {#home data-of="3f9a1c22"}\n'})
    [home] = corpus.pages["en/index.md"].sections
    assert (home.of, home.fingerprint) == ("3f9a1c22", "")


def test_front_matter_is_no_heading_and_lines_keep_their_numbers() -> None:
    text = "---\ntitle: x\n---\n\n# 홈 {#home}\n"
    [home] = read_corpus({"ko/index.md": text}).pages["ko/index.md"].sections
    assert home.line == 5
    assert plain(text).count("\n") == text.count("\n")


def test_ten_thousand_sections_are_read_in_seconds() -> None:
    section = "## 절 {{#s{0}}}\n\n파드는 [컨테이너](a.md#x)를 `묶는다`.\n\n- 하나\n- 둘\n\n"
    page = "# 제목 {#top}\n\n" + "".join(section.format(number) for number in range(99))
    started = time.process_time()
    corpus = read_corpus({f"ko/notes/a/p{number}.md": page for number in range(100)})
    assert len(corpus.by_address) == 10_000
    assert time.process_time() - started < 10
