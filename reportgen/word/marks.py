"""The register of a part's tags while it is being compiled: each under the number that marks its place in the tree."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.expressions import Mistake
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Bilingual
from reportgen.word.healing import MarkedTag
from reportgen.word.slots import Kind, Slot

if TYPE_CHECKING:
    from lxml.etree import _Element

SCOPE_WORDS = {
    "p": Bilingual("paragraph", "段落"),
    "tr": Bilingual("table row", "表格行"),
    "tc": Bilingual("table cell", "单元格"),
}


@dataclass(slots=True)
class Marks:
    """Tags by number, with their places and the slots made for them. ``silent`` ones write nothing themselves."""

    next_number: int
    tags: dict[int, MarkedTag] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    slots: dict[int, Slot] = field(default_factory=dict)
    silent: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def add(self, marked: MarkedTag, place: Place) -> None:
        self.tags[marked.number] = marked
        self.places[marked.number] = place
        self.next_number = max(self.next_number, marked.number + 1)

    def add_statement(self, body: str, beside: MarkedTag) -> int:
        """A statement of our own, on account of the tag ``beside``."""
        return self._derived("{%", body, beside)

    def add_attribute(self, expression: str, beside: MarkedTag) -> int:
        """An expression of our own that fills an attribute, on account of the tag ``beside``."""
        number = self._derived("{{", expression, beside)
        self.slots[number] = Slot(number, Kind.ATTRIBUTE, self.tags[number].tag, self.places[number])
        return number

    def add_drawn_link(self, relationship: str, beside: MarkedTag) -> int:
        """The place where a designer's chart or picture is linked; the tag ``beside`` decides what it leads to."""
        number = self._derived("{{", "''", beside)
        tag, place = self.tags[number].tag, self.places[number]
        self.slots[number] = Slot(number, Kind.DRAWN_LINK, tag, place, relationship=relationship)
        return number

    def find(self, number: int, mistake: Mistake) -> None:
        """Note a mistake of the tag with that number."""
        place = self.places[number]
        self.findings.append(Finding(mistake.code, Severity.ERROR, mistake.what, mistake.remedy, place))

    def find_misplaced(self, number: int, scope: str) -> None:
        words, tag = SCOPE_WORDS[scope], self.tags[number].tag
        what = Bilingual(
            f"“{tag.source}” works on a {words.en}, and stands in none.",
            f"“{tag.source}”作用于{words.zh}，但不在{words.zh}中。",
        )
        remedy = Bilingual("Put it into a table, or leave the prefix out.", "请放入表格，或去掉前缀。")
        self.find(number, Mistake(0, "misplaced-tag", what, remedy))

    def is_statement(self, number: int) -> bool:
        """Whether the tag directs what is written (``{% %}``) without being bound to a row, cell or paragraph."""
        tag = self.tags[number].tag
        return tag.kind == "{%" and tag.scope in ("", "r") and number not in self.silent

    def is_value(self, number: int) -> bool:
        return self.tags[number].tag.kind == "{{"

    def _derived(self, kind: str, body: str, beside: MarkedTag) -> int:
        number = self.next_number
        tag = replace(beside.tag, kind=kind, body=body, scope="", trim_before=False, trim_after=False)
        element: _Element = beside.element
        self.add(MarkedTag(number, tag, element, beside.around), self.places[beside.number])
        return number
