"""`::: gather <group or address>`: where a page of the guide takes in what the notes say."""

from collections.abc import Iterable

from moa.directives import Directive

GUIDE = "guide/"
_GATHER = "gather"


def gathers_of(directives: Iterable[Directive]) -> tuple[Directive, ...]:
    """Those of the directives that gather."""
    return tuple(each for each in directives if each.name == _GATHER)
