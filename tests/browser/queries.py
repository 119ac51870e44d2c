"""Random queries, in which anything may stand."""

import random
from collections.abc import Iterator

# What holds a space or cannot be seen stands in the last line.
_PIECES = (
    *"파드가 롤링업데이트 컨테이ㄴ ㅋㅂㄴㅌㅅ znqjspxltm kube-apiserver k8s 0/1 에이피아이 하하하 으로써부터".split(),
    *"<script>alert(1)</script> </mark> &lt;b&gt; '\"` javascript:alert(1) {{x}} ${x} <svg/onload=alert(1)>".split(),
    *r".* (a+)+$ [ ] \ \u0000 ^$ | (?= * + ? ~1 -파드 파드: __proto__ constructor toString %00 ../..".split(),
    *"é ｐｏｄ 漢字 🐳 👩‍👧 ا א".split(),
    *(
        "<img src=x onerror=alert(1)>",
        "\u1112\u1161\u11ab",
        "\u1112",
        "\0",
        "\n",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\uffff",
    ),
)
LONGEST = 10_000  # letters, some 10 to 30 KB


def random_queries(count: int, seed: int) -> Iterator[str]:
    """So many queries: pieces that tempt, letters of every script, now and then very long ones."""
    chance = random.Random(seed)
    for number in range(count):
        kind = number % 10
        if kind == 9 and number % 100 == 99:
            yield (chance.choice(_PIECES) * LONGEST)[:LONGEST]
        elif kind < 5:
            yield chance.choice(("", " ")).join(chance.choices(_PIECES, k=chance.randint(1, 6)))
        elif kind < 7:
            yield "".join(chr(chance.randint(0xAC00, 0xD7A3)) for _ in range(chance.randint(1, 12)))
        else:
            yield "".join(_letter(chance) for _ in range(chance.randint(0, 40)))


def _letter(chance: random.Random) -> str:
    code = chance.choice((chance.randint(0, 0x7F), chance.randint(0, 0xD7FF), chance.randint(0xE000, 0x10FFFF)))
    return chr(code)
