"""Writes values at their slots while a part is being filled.

One writer fills one part once. It turns each value into XML for its place, remembers which figures were
shown, and collects what cannot be shown instead of stopping at the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup
from msgspec import Struct, field

from reportgen.content import (
    Bookmark,
    Chart,
    Inline,
    Later,
    Link,
    Number,
    Sentence,
    SourceMark,
    Table,
)
from reportgen.expressions import closest, names_of, unknown_item, unknown_name
from reportgen.findings import Finding, Severity
from reportgen.ooxml import relationships
from reportgen.ooxml.pictures import Picture
from reportgen.ooxml.xml import escape_attribute, escape_text
from reportgen.regex import regex
from reportgen.rendered import ShownFigure
from reportgen.word import inline
from reportgen.word.cannot_show import (
    CannotShowError,
    UnknownShownError,
    control_character,
    needs_own_paragraph,
)
from reportgen.word.cell_statement_values import colour_code, column_span
from reportgen.word.characters import CANNOT_STAND, needs_care, needs_more_than_escaping
from reportgen.word.designed_charts import DesignedCharts
from reportgen.word.document_state import AskedContent, DocumentFilling
from reportgen.word.docxtpl_values import MadeParagraphs
from reportgen.word.emptied import ends_in_paragraph, marked
from reportgen.word.figure_marks import Carrier
from reportgen.word.function_runs import asked_xml, replace_picture
from reportgen.word.generated_charts import chart_paragraphs
from reportgen.word.generated_tables import table_xml
from reportgen.word.held import held, held_together
from reportgen.word.named_styles import StyleRole
from reportgen.word.resolving import resolve
from reportgen.word.restarted_lists import ANY_MARK
from reportgen.word.rich_runs import RICH, RICH_BLOCKS, rich_blocks, rich_runs
from reportgen.word.slots import RUN_END, TEXT_START, Slot
from reportgen.word.subdocuments import Subdocument, subdocument_xml
from reportgen.word.waiting_pieces import WaitingPieces

_SPLITS_OR_BREAKS = regex("[\a\f\v\u2028\u2029]")
_SPLITS = regex("([\a\f])")
_MOST_SHOWN = 5
"""So many captions are named where the one referred to is not there."""


class PartFilters(Struct):
    """The filters of one part: ``text``, ``paragraph``, ``attribute`` and ``plain`` by the slot's number."""

    part: str
    slots: dict[int, Slot]
    document: DocumentFilling
    waiting: WaitingPieces
    opened_runs: set[str] = field(default_factory=set)
    links: dict[str, str] = field(default_factory=dict)
    holds_foreign_xml: bool = False
    """Whether values brought XML that was not made here."""

    brings_fields: bool = False
    """Whether values brought captions, references or other fields."""

    restarts_lists: bool = False
    designed: DesignedCharts = field(default_factory=DesignedCharts)

    # ---- the kinds of slot ------------------------------------------------------------------------

    def text(self, value: Any, number: int) -> str:
        """A value inside a run's text."""
        if type(value) is str and needs_more_than_escaping(value) is None:
            return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return self._guarded(self._text, value, self.slots[number])

    def paragraph(self, value: Any, number: int) -> str:
        """A value that has its paragraph to itself, and may be a table or a chart."""
        slot = self.slots[number]
        if type(value) is str and needs_more_than_escaping(value) is None:
            escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            return f"{slot.before}{escaped}{slot.after}"
        return self._guarded(self._paragraph, value, slot)

    def attribute(self, value: Any, number: int) -> str:
        return self._in_form(escape_attribute, value, number)

    def drawn_alt_text(self, value: Any, number: int) -> str:
        """The alternative text of a drawing: a chart there fills the designer's own, a picture takes the place of theirs."""
        return self._guarded(self._drawn_alt_text, value, self.slots[number])

    def drawn_link(self, _value: Any, number: int) -> str:
        """The relationship of the chart or picture that the tag just before has put there."""
        return self.designed.link(self.slots[number].relationship)

    def plain(self, value: Any, number: int) -> str:
        """A value in a formula or a drawing: text and nothing else."""
        return self._in_form(escape_text, value, number)

    def instruction(self, value: Any, number: int) -> str:
        """A value in a field's instruction: quotes and backslashes in it are none of the instruction's own."""
        return self._in_form(lambda text: escape_text(re.sub(r'(["\\])', r"\\\1", text)), value, number)

    def address(self, value: list[Any], number: int) -> str:
        """The relationship of a link whose address has tags: ``value`` are its pieces."""
        slot = self.slots[number]
        url = "".join(self._guarded(self._words, piece, slot) for piece in value)
        return self._outer_relationship(url)

    def colour(self, value: Any, number: int) -> str:
        """The background of a cell."""
        return self._in_form(colour_code, value, number)

    def span(self, value: Any, number: int) -> str:
        """How many columns a cell goes over."""
        return self._in_form(column_span, value, number)

    def _in_form(self, form: Callable[[str], str], value: Any, number: int) -> str:
        """The words of a value in the form that its place wants."""
        return self._guarded(lambda shown, slot: form(self._words(shown, slot)), value, self.slots[number])

    # ---- values ------------------------------------------------------------------------------------------

    def _guarded(self, write: Any, value: Any, slot: Slot) -> str:
        """Write a value, or note why it cannot be written and go on."""
        try:
            content = resolve(value)
            if isinstance(content, Later):
                if write != self._drawn_alt_text:
                    return self.waiting.sign_of(lambda: self._guarded(write, content.fill(), slot))
                content = content.fill()
            xml = str(write(content, slot))
            if ANY_MARK in xml:
                self.restarts_lists = True
            if not self.brings_fields and ("<w:instrText" in xml or "<w:fldSimple" in xml):
                self.brings_fields = True
            return xml
        except UnknownShownError as error:
            self._find_unknown(error, slot)
        except CannotShowError as error:
            self.document.findings.append(error.finding.with_(place=slot.place))
        return ""

    def _text(self, value: Any, slot: Slot, *, alone: bool = False) -> str:
        if isinstance(value, Markup):
            return self._markup(value, slot)
        if isinstance(value, str):
            return self._escaped(value, slot)
        if isinstance(value, Number) and not value.anchor and self._carrier(value, slot) is None:
            self._note_figure(value, slot)
            return self._escaped(_held(value, slot), slot)
        if isinstance(value, Table | Chart | Subdocument | MadeParagraphs):
            raise needs_own_paragraph()
        self.opened_runs.add(slot.run_start)
        runs = self.lone_runs(value, slot) if alone else self.runs(value, slot)
        return f"{RUN_END}{runs}{slot.run_start}"

    def _paragraph(self, value: Any, slot: Slot) -> str:
        if isinstance(value, Table):
            xml = table_xml(value, slot, self)
        elif isinstance(value, Chart):
            xml = chart_paragraphs(value, slot, self)
        elif isinstance(value, Subdocument):
            xml = subdocument_xml(value, slot, self)
        elif isinstance(value, RICH_BLOCKS):
            xml = rich_blocks(value, slot, self)
        elif isinstance(value, Markup) and value.startswith(("<w:p>", "<w:p ", "<w:tbl>", "<w:tbl ")):
            xml = str(value)
            self.holds_foreign_xml = True
        else:
            return f"{slot.before}{self._text(value, slot, alone=True)}{slot.after}"
        return marked(xml if not slot.closing or ends_in_paragraph(xml) else f"{xml}{slot.closing}")

    def _drawn_alt_text(self, value: Any, slot: Slot) -> str:
        if isinstance(value, Chart):
            return escape_attribute(self._words(self.designed.fill(value, slot, self), slot))
        if isinstance(value, Picture):
            self.designed.last[slot.relationship] = replace_picture(value, slot, self)
        return escape_attribute(self._words(value, slot))

    def _markup(self, value: Markup, slot: Slot) -> str:
        """XML that a macro or a captured block of the template gave: runs or text that is escaped already."""
        self.holds_foreign_xml = True
        if not value.lstrip().startswith("<"):
            return str(value)
        if value.startswith(("<w:p>", "<w:p ", "<w:t", "<w:tbl")):
            raise needs_own_paragraph()
        self.opened_runs.add(slot.run_start)
        return f"{RUN_END}{value}{slot.run_start}"

    def runs(
        self, content: Inline | Sentence | AskedContent | RICH, slot: Slot, properties: str | None = None
    ) -> str:
        """Content as runs of its own, in the format ``properties`` (``w:rPr``) or the slot's."""
        look = slot.run if properties is None else properties
        if isinstance(content, Sentence):
            return "".join(self.runs(part, slot, look) for part in _parts(content, slot))
        if isinstance(content, Number):
            return self._number(content, slot, look)
        if isinstance(content, SourceMark):
            mark = inline.unbroken(content.text)
            return self._link(mark, content.anchor, slot, inline.superscript(look))
        if isinstance(content, Link):
            return self._outer_link(content, slot, look)
        if isinstance(content, Bookmark):
            return self._bookmark(content, slot, look)
        if isinstance(content, RICH):
            return rich_runs(content, slot, self, look)
        if isinstance(content, AskedContent):
            return asked_xml(content, slot, self, look)
        return self.run(content, slot, look, may_split=False)

    def run(self, text: str, slot: Slot, look: str, *, may_split: bool = True) -> str:
        """A run of ``text`` in the format ``look``."""
        if not text:
            return ""
        start = f"<w:r>{look}{TEXT_START}"
        return f"{start}{self._escaped(text, slot, may_split=may_split, start=start)}{RUN_END}"

    def lone_runs(
        self, content: Inline | Sentence | AskedContent | RICH, slot: Slot, properties: str | None = None
    ) -> str:
        """Content that has a paragraph or cell to itself: source marks alone are set in letters of full size."""
        look = slot.run if properties is None else properties
        parts = content.parts if isinstance(content, Sentence) else (content,)
        is_marks = all(isinstance(part, SourceMark) or not str(part).strip(" ,;、") for part in parts)
        if not is_marks or not any(isinstance(part, SourceMark) for part in parts):
            return self.runs(content, slot, look)
        return "".join(
            self._link(part.text, part.anchor, slot, look)
            if isinstance(part, SourceMark)
            else self.runs(part, slot, look)
            for part in parts
        )

    def not_found(self, number: int, name: str, known: list[str]) -> None:
        """A cross-reference to a caption or bookmark that does not exist."""
        place, called = self.slots[number].place, self.document.references.get(name)
        if called is None:
            near = closest(name, known)
            found = Finding("unknown-reference", Severity.ERROR, place=place, name=name, near=near)
        else:
            captions = tuple(self.document.captions.values())
            shown = tuple(dict.fromkeys((*closest(called, captions), *captions)))[:_MOST_SHOWN]
            found = Finding(
                "unknown-reference",
                Severity.ERROR,
                place=place,
                variant="not-shown",
                name=called,
                shown=shown,
            )
        self.document.findings.append(found)

    def _number(self, number: Number, slot: Slot, properties: str) -> str:
        self._note_figure(number, slot)
        carrier = self._carrier(number, slot)
        if carrier is None or number.key is None:
            shown = inline.run_xml(_held(number, slot), properties)
        else:
            shown = carrier.marked(number.key, _held(number, slot), properties, self.document)
        if not number.anchor or not slot.may_hold_links:
            return shown
        self.document.has_figure_links = True
        return inline.linked(shown, number.anchor)

    def _carrier(self, number: Number, slot: Slot) -> Carrier | None:
        """What marks the number at this slot, if anything does."""
        carrier = self.document.carrier
        return carrier if number.key is not None and carrier is not None and carrier.fits(slot) else None

    def _note_figure(self, number: Number, slot: Slot) -> None:
        if number.key is not None and not slot.is_fallback:
            self.document.figures.append(ShownFigure(number.key, number.text, self.part))

    def _link(self, text: str, anchor: str, slot: Slot, properties: str) -> str:
        if not anchor or not slot.may_hold_links:
            return inline.run_xml(text, properties)
        return inline.internal_link(text, anchor, properties)

    def _outer_link(self, link: Link, slot: Slot, properties: str) -> str:
        look = inline.with_properties(properties, *self._link_look())
        if not link.url:
            return self._link(link.text, link.anchor, slot, look)
        if not slot.may_hold_links:
            return inline.run_xml(link.text, properties)
        return inline.external_link(link.text, self._outer_relationship(link.url), look)

    def _outer_relationship(self, url: str) -> str:
        if url not in self.links:
            found = self.document.package.relationships(self.part)
            self.links[url] = found.add(relationships.HYPERLINK, url, external=True)
        return self.links[url]

    def _link_look(self) -> tuple[str, ...]:
        style = self.document.styles.for_role(StyleRole.LINK)
        if style is not None:
            return (f'<w:rStyle w:val="{escape_attribute(style.id)}"/>',)
        return ('<w:color w:val="0563C1"/>', '<w:u w:val="single"/>')

    def _bookmark(self, content: Bookmark, slot: Slot, properties: str) -> str:
        text = inline.run_xml(content.text, properties) if content.text else ""
        if slot.is_fallback or content.anchor in self.document.anchors:
            return text
        self.document.anchors.add(content.anchor)
        return inline.bookmark(content.anchor, self.document.bookmarks.next(), text)

    # ---- text --------------------------------------------------------------------------------------------

    def _escaped(self, text: str, slot: Slot, *, may_split: bool = True, start: str = "") -> str:
        if needs_care(text) is None:
            return text
        if (found := CANNOT_STAND.search(text)) is not None:
            raise control_character(text, found[0])
        if _SPLITS.search(text) is None:
            return inline.text_xml(text)
        if not (may_split and slot.may_split_paragraph):
            raise control_character(text, _SPLITS.search(text)[0])  # type: ignore[index]
        start = start or slot.run_start
        return "".join(self._split_piece(piece, slot, start) for piece in _SPLITS.split(text))

    def _split_piece(self, piece: str, slot: Slot, start: str) -> str:
        """docxtpl's listings: U+0007 starts a new paragraph, U+000C a new page."""
        if piece not in ("\a", "\f"):
            return inline.text_xml(piece)
        page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' if piece == "\f" else ""
        return f"{RUN_END}</w:p>{page}<w:p>{slot.paragraph}{start}"

    def _words(self, value: Any, slot: Slot) -> str:
        """A value as bare text, where no element can be."""
        if isinstance(value, Table | Chart | Subdocument):
            raise needs_own_paragraph()
        if isinstance(value, Number):
            self._note_figure(value, slot)
        text = str(value.unescape() if isinstance(value, Markup) else value)
        if (found := CANNOT_STAND.search(text)) is not None:
            raise control_character(text, found[0])
        return _SPLITS_OR_BREAKS.sub("\n", text)

    # ---- findings ----------------------------------------------------------------------------------------

    def _find_unknown(self, error: UnknownShownError, slot: Slot) -> None:
        if (found := unknown_item(error.name)) is not None:
            self.document.findings.append(found.with_(place=slot.place))
            return
        name, owner = error.name.known_as, error.name.owner
        is_attribute = names_of(owner) != []
        candidates = closest(name, names_of(owner) if is_attribute else names_of(self.document.context))
        before = slot.tag.body.split(f".{name}")[0] if is_attribute and f".{name}" in slot.tag.body else ""
        found = unknown_name(name, before, candidates, refused=error.name.refused)
        self.document.findings.append(found.with_(place=slot.place))


def _held(number: Number, slot: Slot) -> str:
    """A number as a line shows it. A cell may be too narrow for what is held together, and would break within the word."""
    return number.text if slot.in_cell else held(number.text)


def _parts(sentence: Sentence, slot: Slot) -> Iterable[Inline]:
    return sentence.parts if slot.in_cell else held_together(sentence.parts)
