import subprocess
import time
from pathlib import Path

import pytest

from moa.shared_words import RUN, raw_runs, shared_runs

SHARED = Path(__file__).parents[3] / "shared"
SENTENCE = "컨테이너는 커널을 함께 쓰므로 가볍고 가상 머신보다 훨씬 더 빨리 켜진다"


def found(page: str, raw: str = SENTENCE, names: tuple[str, ...] = ()) -> list[tuple[int, int, str]]:
    runs = shared_runs(page, raw_runs({"a.txt": raw}, names))
    return [(run.line, len(run.words), run.raw) for run in runs]


def test_markup_spaces_and_case_do_not_hide_a_shared_run() -> None:
    disguised = "글\n\n> **컨테이너는** `커널`을\n> 함께 쓰므로, 가볍고 [가상](x.md) 머신보다 훨씬 더 빨리 켜진다!"
    assert found(disguised) == [(3, 30, "a.txt")]


def test_one_character_less_than_a_run_is_no_defect() -> None:
    words = "".join(SENTENCE.split())
    assert found(words[: RUN - 1]) == []
    assert found(words[:RUN]) == [(1, RUN, "a.txt")]


def test_code_addresses_and_names_are_left_aside() -> None:
    assert found(f"```\n{SENTENCE}\n```\n") == []
    assert (
        found("https://example.com/abcdefghijklmnopqrstuvwxyz0", "https://example.com/abcdefghijklmnopqrstuvwxyz0")
        == []
    )
    assert found(SENTENCE, names=(SENTENCE,)) == []


def test_a_short_name_does_not_hide_what_stands_around_it() -> None:
    assert found(SENTENCE, names=("커널",)) == [(1, 30, "a.txt")]


def test_five_notes_are_compared_with_two_hundred_pages_in_two_seconds() -> None:
    raws = {f"{number}.txt": f"{SENTENCE} {number} 번째 노트의 글이다. " * 200 for number in range(5)}
    page = "이 책의 말로 다시 쓴 글이며 노트의 문장과는 다르다. " * 300
    started = time.process_time()
    runs = raw_runs(raws)
    assert not any(shared_runs(f"{number} {page}", runs) for number in range(200))
    assert time.process_time() - started < 2


@pytest.mark.skipif(not (SHARED / "check_words").exists(), reason="../shared is not here")
def test_the_measure_is_that_of_the_shared_script(tmp_path: Path) -> None:
    raws = {path.name: path.read_text(encoding="utf-8") for path in sorted((SHARED / "notes").glob("*.txt"))}
    notes = list(raws.values())
    pages = [notes[0][900:1800], f"글이다.\n\n{notes[3][500:560]}\n{notes[2][2000:2400]}", "겹치지 않는다."]
    for number, page in enumerate(pages):
        (tmp_path / f"{number}.md").write_text(page, encoding="utf-8")
    script = [SHARED / "check_words", tmp_path, SHARED / "notes"]
    theirs = subprocess.run(script, capture_output=True, encoding="utf-8", check=False).stdout
    runs = raw_runs(raws)
    ours = [
        f"{tmp_path}/{number}.md:{run.line}: {len(run.words)} characters as in note {run.raw[:3]}: {run.words[:60]}"
        for number, page in enumerate(pages)
        for run in shared_runs(page, runs)
    ]
    assert ours == theirs.splitlines()
    assert ours
