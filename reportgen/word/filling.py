"""What the parts of one document share while it is being filled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportgen.content import ShownFigure
from reportgen.findings import Finding
from reportgen.word.borrowing import Borrowed
from reportgen.word.figure_marks import Carrier
from reportgen.word.ids import Numbers
from reportgen.word.pictures import Pictures
from reportgen.word.styles import Styles

if TYPE_CHECKING:
    from reportgen.ooxml import Package


@dataclass(slots=True)
class Document:
    """What the parts of one document share while they are filled."""

    package: Package
    styles: Styles
    carrier: Carrier | None
    """How figures are marked; ``None``: not at all."""

    context: Any
    drawings: Numbers = field(default_factory=Numbers)
    bookmarks: Numbers = field(default_factory=Numbers)
    control_ids: Numbers = field(default_factory=Numbers)
    note_ids: defaultdict[str, Numbers] = field(default_factory=lambda: defaultdict(Numbers))
    note_texts: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The XML of the footnotes and endnotes that tags made, by the name of their kind."""
    pictures: Pictures = field(default_factory=Pictures)
    borrowed: Borrowed = field(default_factory=Borrowed)
    anchors: set[str] = field(default_factory=set)
    figures: list[ShownFigure] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
