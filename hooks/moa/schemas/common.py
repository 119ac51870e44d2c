"""Shapes that several data files share."""

import re
from collections.abc import Callable

from moa.sections import read_lines
from moa.shapes import ListOf, Record, Text

ID_FORM = "ASCII letters, digits, '.', '_' and '-', a letter or digit first"
IS_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
IS_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*#[A-Za-z0-9][A-Za-z0-9._-]*")
IS_TARGET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*(?:#[A-Za-z0-9][A-Za-z0-9._-]*)?")
IS_FINGERPRINT = re.compile(r"[0-9a-f]{8}")
IS_SHA256 = re.compile(r"[0-9a-f]{64}")


def matching(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether the whole of a text has the pattern."""
    return lambda text: pattern.fullmatch(text) is not None


ID = Text(ID_FORM, matching(IS_ID))
ADDRESS = Text("a page path without language and .md, '#' and an id", matching(IS_ADDRESS))
TARGET = Text("a page path without language and .md, and '#' and an id for a section", matching(IS_TARGET))
FINGERPRINT = Text("8 hex digits, quoted", matching(IS_FINGERPRINT))
SHA256 = Text("64 hex digits, quoted", matching(IS_SHA256))
LINES = Text('line numbers as in "1,174-176"', lambda text: read_lines(text) is not None)
TRANSLATED = Record({"ko": Text()}, {"en": Text()})
NAMES = ListOf(Text())
NAMES_BY_LANGUAGE = Record({}, {"ko": NAMES, "en": NAMES})
