"""The register of a part's tags while it is being compiled: each under the number that marks its place in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.expressions import NearTag
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.record import replace
from reportgen.word.slots import Slot, SlotKind
from reportgen.word.split_tags import MarkedTag

if TYPE_CHECKING:
    from lxml.etree import _Element

SCOPES = {
    "p": Message("word.paragraph"),
    "tr": Message("word.table-row"),
    "tc": Message("word.table-cell"),
}
"""What each prefix of docxtpl's dialect binds a tag to."""


class TagRegister(Struct):
    """Tags by number, with their places and the slots made for them. ``silent`` ones write nothing themselves."""

    next_number: int
    tags: dict[int, MarkedTag] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    slots: dict[int, Slot] = field(default_factory=dict)
    silent: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    near: list[NearTag] = field(default_factory=list)

    def add(self, marked: MarkedTag, place: Place) -> None:
        self.tags[marked.number] = marked
        self.places[marked.number] = place
        self.next_number = max(self.next_number, marked.number + 1)

    def add_statement(self, body: str, beside: MarkedTag) -> int:
        """A statement of our own, on account of the tag ``beside``."""
        return self._derived("{%", body, beside)

    def add_attribute(self, expression: str, beside: MarkedTag, kind: SlotKind = SlotKind.ATTRIBUTE) -> int:
        """An expression of our own that fills an attribute, on account of the tag ``beside``."""
        number = self._derived("{{", expression, beside)
        self.slots[number] = Slot(number, kind, self.tags[number].tag, self.places[number])
        return number

    def add_drawn_link(self, relationship: str, beside: MarkedTag) -> int:
        """The place where a designer's chart or picture is linked; the tag ``beside`` decides what it leads to."""
        number = self._derived("{{", "''", beside)
        tag, place = self.tags[number].tag, self.places[number]
        self.slots[number] = Slot(number, SlotKind.DRAWN_LINK, tag, place, relationship=relationship)
        return number

    def find(self, number: int, finding: Finding) -> None:
        """Note what is wrong with the tag of that number; ``finding`` has no place yet."""
        self.findings.append(finding.with_(place=self.places[number]))

    def find_misplaced(self, number: int, scope: str) -> None:
        tag = self.tags[number].tag.source
        self.find(number, Finding("misplaced-tag", Severity.ERROR, tag=tag, holder=SCOPES[scope]))

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
