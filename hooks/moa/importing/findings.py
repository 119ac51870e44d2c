"""What reading the links of a note finds beside them: what was taken out, and what a person should see."""

from dataclasses import dataclass, field

from moa.importing.draft import Draft
from moa.importing.traced import Traced


@dataclass
class Findings:
    """Collected line by line; `used` holds the addresses that links and images lead to."""

    used: set[str] = field(default_factory=set)
    images: list[Traced] = field(default_factory=list)
    unsafe: list[Traced] = field(default_factory=list)
    labels: list[Traced] = field(default_factory=list)
    remarks: list[tuple[int, str, str]] = field(default_factory=list)

    def remark(self, offset: int, fact: str, way_out: str = "") -> None:
        """Tell the person who imports of something at a raw offset."""
        self.remarks.append((offset, fact, way_out))

    def refuse(self, source: Traced, fact: str) -> None:
        """Take out what would act."""
        self.unsafe.append(source)
        self.remark(source.start, fact, "it is listed in the ledger as unsafe; its words are kept")

    def recorded(self, draft: Draft) -> Draft:
        """The draft with all of it."""
        draft = draft.classify(self.images, "image").drop(self.unsafe, "unsafe").drop(self.labels, "reference")
        for offset, fact, way_out in self.remarks:
            draft = draft.remark(offset, fact, way_out)
        return draft
