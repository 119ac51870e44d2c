"""Decode the bytes of a raw note, or say why they are not text."""

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from moa.problems import Problem

_BINARY = re.compile("[\x00\x01-\x06\x0e-\x1a]")
FEW = 200  # characters for each control character that a text may have
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")


@dataclass(frozen=True)
class Decoded:
    """The characters of a raw file and the name of the Python codec that gives them."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Decoded | Problem:
    """Read UTF-8 (with or without a mark), UTF-16 or CP949; anything else is a problem with its line."""
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            if encoding == "utf-8" and _is_broken_utf8(data):
                break
            continue
        if encoding.startswith("utf-16-") and not _is_likely(text):
            continue
        return _unreadable(text, path) or Decoded(text, encoding)
    return _undecodable(data, path)


def _candidates(data: bytes) -> list[str]:
    if data.startswith(b"\xef\xbb\xbf"):
        return ["utf-8-sig"]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    if b"\x00" in data[:4096]:
        little = data[1:4096:2].count(0) >= data[:4096:2].count(0)
        return ["utf-16-le" if little else "utf-16-be", "utf-8"]
    return ["utf-8", "cp949"]


def _is_likely(text: str) -> bool:
    """Whether characters read without a byte order mark are what a Korean writer types, not chance."""
    typed = sum(character.isascii() or "가" <= character <= "힣" for character in text)
    return typed * 2 > len(text)


def _is_broken_utf8(data: bytes) -> bool:
    """Whether the file is UTF-8 but for a few bytes: read as CP949 it would be nonsense from end to end."""
    text = data.decode("utf-8", "replace")
    return len(_HANGUL.findall(text)) > 10 * text.count("\ufffd") > 0


def _unreadable(text: str, path: str) -> Problem | None:
    found = _BINARY.search(text)
    if not found or ("\0" not in text and len(_BINARY.findall(text)) * FEW <= len(text)):
        return None  # a stray control character in a text shows nothing, and the import leaves it out
    line = text.count("\n", 0, found.start()) + 1
    return Problem(
        path,
        line,
        0,
        f"byte {ord(found[0]):#04x} does not occur in text: this is not a text file",
        "give a Markdown, text or HTML file",
    )


def _undecodable(data: bytes, path: str) -> Problem:
    try:
        data.decode("utf-8")
        line = 0
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    best = from_bytes(data[:65536]).best()
    guess = f" (it may be {best.encoding})" if best else ""
    return Problem(path, line, 0, f"not UTF-8, UTF-16 or CP949{guess}", "save the file as UTF-8")
