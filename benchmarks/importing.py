"""How fast and how large an import is: 1,000 notes of 20 KB, and how the time of one note grows with its size.

Prints seconds, MB/s, peak memory of all processes, and the growth exponent (1 = linear).
"""

import math
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from moa.importing.note import import_note

NOTES = 1000
BYTES = 20_000
SIZES = (20_000, 80_000, 320_000, 1_280_000)

# As long in its lines as the notes that the book draws on (some 70 bytes each), with more lists, tables and code.
_SECTION = """## {n}. 저장소를 나누는 {n}번째 방법

저장소를 셋으로 나눈 뒤 **{n}번째 묶음**부터 차례로 옮긴다. 옮기는 동안에는 `mover --from a --to b`가 기록을 남기므로
중간에 끊겨도 이어서 할 수 있다. 자세한 값은 [설정 문서](https://example.org/set/{n})에 있고, 처음이라면 기본값을
그대로 두어도 된다.

- 옮기기 전에는 받는 쪽에 자리가 충분한지 보고, 모자라면 오래된 기록부터 다른 곳으로 옮겨 둔다.
- 옮긴 뒤에는 양쪽의 개수와 크기를 견준다. 둘 가운데 하나라도 다르면 다음 묶음으로 넘어가지 않는다.
    1. 개수가 다르면 기록에서 빠진 이름을 찾아 그 이름이 언제 만들어졌는지부터 살핀다.
    2. 크기가 다르면 그 이름만 다시 옮기고, 두 번 다르면 보내는 쪽의 디스크를 의심한다.

여러 대가 한꺼번에 옮기면 같은 이름을 두 번 쓰는 일이 생긴다. 그래서 묶음마다 맡은 기계를 하나로 정하고,
그 기계가 멈추면 다른 기계가 이어받기 전에 기록의 마지막 줄을 먼저 확인한다.
이 순서를 지키면 어느 쪽이 먼저 끝나든 결과는 같다.

| 묶음 | 크기 | 걸린 때 |
|---|---:|---|
| {n} | {n}00 MB | 오전, 다른 작업이 없을 때 |

```sh
mover --check --set {n}
```

> 기록은 하루가 지나면 지워진다. 남겨야 한다면 다른 곳에 베껴 두고, 베낀 곳의 이름을 함께 적어 둔다.

"""


def note_of(size: int, number: int) -> str:
    """A note of about so many bytes, unlike every other by its number."""
    text = f"---\ntitle: 저장소 옮기기 {number}\ntags: [저장소, 기록]\n---\n\n# 저장소 옮기기 {number}\n\n"
    section = 0
    parts = [text]
    length = len(text.encode())
    while length < size:
        section += 1
        parts.append(_SECTION.format(n=section))
        length += len(parts[-1].encode())
    return "".join(parts)


def import_many(folder: Path) -> tuple[float, int]:
    """Seconds and bytes of one `moa import` of all notes, as a user would run it."""
    raws = folder / "raw"
    raws.mkdir()
    size = 0
    for number in range(NOTES):
        data = note_of(BYTES, number).encode()
        size += len(data)
        (raws / f"note-{number:04}.md").write_bytes(data)
    files = sorted(str(path) for path in raws.iterdir())
    command = [
        sys.executable,
        "-c",
        "from moa.cli import main; main()",
        "import",
        *files,
        "--into",
        str(folder / "docs"),
    ]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start, size


def growth() -> list[tuple[int, float]]:
    """Bytes and seconds of a single note at each size."""
    times = []
    for size in SIZES:
        data = note_of(size, 0).encode()
        start = time.perf_counter()
        import_note(data, "note.md", {})
        times.append((len(data), time.perf_counter() - start))
    return times


def main() -> None:
    """Measure and print."""
    folder = Path(tempfile.mkdtemp())
    try:
        seconds, size = import_many(folder)
    finally:
        shutil.rmtree(folder)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{NOTES} notes, {size / 1e6:.1f} MB: {seconds:.1f} s, {size / 1e6 / seconds:.2f} MB/s, "
        f"largest process {peak:.0f} MB"
    )
    times = growth()
    for bytes_, took in times:
        print(f"one note of {bytes_ / 1e3:.0f} KB: {took:.2f} s")
    (small, first), (large, last) = times[0], times[-1]
    print(f"growth exponent {math.log(last / first) / math.log(large / small):.2f} (1 = linear)")


if __name__ == "__main__":
    main()
