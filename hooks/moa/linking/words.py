"""What links and the glossary say, in each language."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "mentioned": "이 페이지를 언급한 곳",
        "more": "나머지 {}곳 펼치기",
        "used": "쓰인 곳 {}",
        "explained": "설명하는 곳",
        "lacking": "이 책에는 아직 설명하는 절이 없다.",
        "official": "공식 문서",
        "official_elsewhere": "공식 문서(영어)",
        "in_glossary": "용어집에서 보기",
        "in_book": "책에서 읽기",
        "filter": "용어 찾기",
        "letters": "첫 글자",
        "hint": "파드, pod, ㅍㄷ",
        "none": "맞는 용어가 없다.",
        "others": "A–Z",
        "permalink": "이 용어의 주소",
        "moved_to": "이 절은 옮겼다:",
    },
    "en": {
        "mentioned": "Where this page is mentioned",
        "more": "Show {} more",
        "used": "Used in {}",
        "explained": "Explained in",
        "lacking": "No section of this book explains it yet.",
        "official": "Documentation",
        "official_elsewhere": "Documentation (in Korean)",
        "in_glossary": "In the glossary",
        "in_book": "Read in the book",
        "filter": "Find a term",
        "letters": "First letters",
        "hint": "pod, control plane, 파드",
        "none": "No term matches.",
        "others": "0–9",
        "permalink": "Link to this term",
        "moved_to": "This section has moved:",
    },
}
