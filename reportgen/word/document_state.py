"""What the parts of one document share while it is being filled, and what builders of content ask of the writer of a part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, field

from reportgen.content import CaptionNumber, Inline, Sentence
from reportgen.findings import Finding
from reportgen.ooxml.pictures import Picture
from reportgen.rendered import ShownFigure
from reportgen.word.figure_marks import Carrier
from reportgen.word.functions import CrossReference, Note, PageBreak, Restart
from reportgen.word.ids import Numbers
from reportgen.word.named_styles import Styles
from reportgen.word.part_import import ImportedParts
from reportgen.word.pictures import Pictures
from reportgen.word.slots import Slot

if TYPE_CHECKING:
    from reportgen.ooxml import Package


AskedContent = CaptionNumber | CrossReference | Note | PageBreak | Picture | Restart
"""What a tag asks for by a function, or a context brings along, and that is inline content."""


class DocumentFilling(Struct):
    """What the parts of one document share while they are filled."""

    package: Package
    read_styles: Callable[[], Styles]
    """Gives the template's styles; many documents need none of them."""

    carrier: Carrier | None
    """How figures are marked; ``None``: not at all."""

    context: Any
    drawings: Numbers = field(default_factory=Numbers)
    bookmarks: Numbers = field(default_factory=Numbers)
    changes: Numbers = field(default_factory=Numbers)
    control_ids: Numbers = field(default_factory=Numbers)
    note_ids: defaultdict[str, Numbers] = field(default_factory=lambda: defaultdict(Numbers))
    note_texts: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The XML of the footnotes and endnotes that tags made, by the name of their kind."""
    note_copies: list[tuple[str, int, int]] = field(default_factory=list)
    """Notes that loops repeated: the name of their kind, the number copied, the number of the copy."""
    pictures: Pictures = field(default_factory=Pictures)
    imported: ImportedParts = field(default_factory=ImportedParts)
    anchors: set[str] = field(default_factory=set)
    captions: dict[str, str] = field(default_factory=dict)
    """What templates call the table or chart whose caption has the bookmark: ``tables.plan``."""
    references: dict[str, str] = field(default_factory=dict)
    """The same of the captions that are referred to."""
    has_figure_links: bool = False
    figures: list[ShownFigure] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)

    @property
    def styles(self) -> Styles:
        return self.read_styles()


class PartWriter(Protocol):
    """The writer of one part, for those who build tables, charts, notes and inserted documents for it."""

    @property
    def part(self) -> str: ...
    @property
    def document(self) -> DocumentFilling: ...

    def runs(
        self, content: Inline | Sentence | AskedContent, slot: Slot, properties: str | None = None
    ) -> str:
        """Content as runs of its own, in the format ``properties`` (``w:rPr``) or the slot's."""

    def run(self, text: str, slot: Slot, look: str, *, may_split: bool = True) -> str:
        """A run of ``text`` in the format ``look``."""

    def lone_runs(
        self, content: Inline | Sentence | AskedContent, slot: Slot, properties: str | None = None
    ) -> str:
        """Content that has a paragraph or cell to itself."""
