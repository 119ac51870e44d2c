"""The sentence around a mention, which stands here between two `@`."""

import pytest

from moa.linking.sentences import sentence_at


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("앞 문장이다. 이 @파드@를 본다. 뒤 문장이다.", "이 [파드]를 본다."),
        ("앞 문장이다.[^1] 이 @파드@를 본다.[^2] 뒤.", "이 [파드]를 본다."),
        ("1.31에서 @파드@가 e.g. 둘이다. 뒤.", "1.31에서 [파드]가 e.g. 둘이다."),
        ("앞 단락.\n\n@파드@가 있다.\n\n뒤 단락.", "[파드]가 있다."),
        ("- 하나\n- **둘**의 @파드@는 *이것*이다\n- 셋", "둘의 [파드]는 이것이다"),
        ("| 가 | 나의 @파드@가 |\n|---|---|", "나의 [파드]가"),
        ("`a | b`와 @파드@를 보고 c || d도 본다.", "a | b와 [파드]를 보고 c || d도 본다."),
        (
            "`kubectl logs <pod> -o {.items} __init__`로 @파드@를 본다.",
            "kubectl logs <pod> -o {.items} __init__로 [파드]를 본다.",
        ),
        ("/// correction | 네트워크일 뿐인가\n노트는 @파드@를 들었다.\n///", "노트는 [파드]를 들었다."),
        ("/// note\n    open: true\n안의 @파드@다.\n///", "안의 [파드]다."),
        ("/// note | 제목의 @파드@\n", "제목의 [파드]"),
        ("> 인용 첫 줄 그리고 @파드@를\n> 다음 줄에서 본다.", "인용 첫 줄 그리고 [파드]를 다음 줄에서 본다."),
        ("[링크](a.md)와 ![그림](b.png)과 @파드@<br>다음 \\*별\\*{: .x }", "링크와 그림과 [파드] 다음 *별*"),
        ("용어\n:   뜻은 @파드@다.", "뜻은 [파드]다."),
        ("[^1]: 각주의 @파드@다.", "각주의 [파드]다."),
        ("긴 " * 60 + "@파드@" + " 말" * 60, "… " + "긴 " * 44 + "[파드]" + " 말" * 44 + " …"),
    ],
)
def test_a_mention_is_shown_within_its_sentence(text: str, shown: str) -> None:
    before, words, after = text.split("@")
    found = sentence_at(before + words + after, len(before), len(before + words), words)
    assert f"{found.before}[{found.words}]{found.after}" == shown
