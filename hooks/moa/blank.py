"""What counts as blank: one meaning for the importer's ledger, `raw.lines` of notes.yml and the check."""

# Python calls these printable-less format characters no white space, yet a reader sees nothing.
ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff")


def is_blank(text: str) -> bool:
    """Whether a line or a character shows nothing: white space of any kind, zero-width characters, a BOM."""
    return all(character.isspace() or character in ZERO_WIDTH for character in text)


def nonblank_lines(text: str) -> frozenset[int]:
    """The numbers of the lines that show something; lines count from 1 by line feed alone."""
    return frozenset(number for number, line in enumerate(text.split("\n"), 1) if not is_blank(line))
