"""What a conversion learns on its way: the class of what it leaves out, and remarks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from moa.importing.draft import Remark
from moa.importing.html.tree import Element

# The classes of what is left out; where two claim a character, the later one has it.
CLASSES = ("markup", "spacing", "boilerplate", "metadata", "image", "unsafe")


@dataclass(frozen=True)
class Record:
    """The text of one conversion, what it is (a page or part of a Markdown note), and what was noted.

    `marks` are (start, end, class); `notes` are the footnotes of the page, label by id of their element;
    `address` is the page's own.
    """

    text: str
    page: bool
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    notes: Mapping[str, str] = field(default_factory=dict)
    address: str = ""

    def leave(self, start: int, end: int, class_: str) -> None:
        """Note that [start, end) is left out."""
        if start < end:
            self.marks.append((start, end, class_))

    def leave_out(self, element: Element, class_: str = "boilerplate") -> None:
        """Note that an element is left out with all that it holds."""
        self.leave(element.start, element.outer, class_)

    def remark(self, offset: int, fact: str, way_out: str = "") -> None:
        """Tell a person of something at an offset in the text."""
        self.remarks.append(Remark(offset, fact, way_out))
