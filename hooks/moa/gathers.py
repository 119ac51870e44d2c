"""`::: gather <group or address>`: where a page of the guide takes in what the notes say."""

from moa.directives import Directive, find_directives

GUIDE = "guide/"
GATHER = "gather"


def find_gathers(text: str) -> tuple[Directive, ...]:
    """The gathering lines of a text, outside code."""
    return find_directives(text, (GATHER,))
