"""Shapes that several data files share."""

import re

from moa.sections import LINES_FORM, read_lines
from moa.shapes import ListOf, Record, Text

ID_FORM = "ASCII letters, digits, '.', '_' and '-', a letter or digit first"
IS_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
IS_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*#[A-Za-z0-9][A-Za-z0-9._-]*")
IS_TARGET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*(?:#[A-Za-z0-9][A-Za-z0-9._-]*)?")
IS_FINGERPRINT = re.compile(r"[0-9a-f]{8}")
IS_SHA256 = re.compile(r"[0-9a-f]{64}")


ID = Text(ID_FORM, pattern=IS_ID.pattern)
ADDRESS = Text("a page path without language and .md, '#' and an id", pattern=IS_ADDRESS.pattern)
TARGET = Text("a page path without language and .md, and '#' and an id for a section", pattern=IS_TARGET.pattern)
FINGERPRINT = Text("8 hex digits, quoted", pattern=IS_FINGERPRINT.pattern)
SHA256 = Text("64 hex digits, quoted", pattern=IS_SHA256.pattern)
LINES = Text('line numbers as in "1,174-176"', lambda text: read_lines(text) is not None, LINES_FORM)
TRANSLATED = Record({"ko": Text()}, {"en": Text()})
NAMES = ListOf(Text())
NAMES_BY_LANGUAGE = Record({}, {"ko": NAMES, "en": NAMES})
