"""A Word document brought up to the dataset, paragraph by paragraph, table by table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct, field

from reportgen.findings import Place
from reportgen.finished.alignment import (
    align_blocks,
    align_columns,
    align_edited_rows,
    align_in_cell,
    align_rows,
    cells_of_rows,
    first_text,
)
from reportgen.finished.places import beside_body
from reportgen.finished.tokens import Token, tokens_of
from reportgen.living.refresh.applying import apply_change
from reportgen.living.refresh.copied_figures import CopiedFigures
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.merging import Change, Conflict, Merged, merge_paragraph
from reportgen.living.refresh.report import Kept, Report, Update
from reportgen.living.refresh.said_changes import phrases
from reportgen.living.refresh.strays import LEAST_OF_A_HALF, squeezed, strays_of
from reportgen.living.refresh.word_charts import ChartPairs
from reportgen.living.refresh.word_columns import ColumnChange
from reportgen.record import replace
from reportgen.word.located import Block, Cell, Paragraph, XmlRow, XmlTable, paragraphs_of
from reportgen.word.patching import Patch
from reportgen.word.transfer import Transfer


class PartRefresh(Struct):
    """One part: the people's text is patched where the data changed what was built."""

    name: str
    patch: Patch
    transfer: Transfer
    report: Report
    copies: CopiedFigures
    decisions: Decisions
    is_body: bool = True
    charts: ChartPairs | None = None
    """Of the body: which of its charts is which; ``None``: they stay as they are."""
    charts_done: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    """The people's paragraphs from which a chart was taken, and today's of which one was put in."""
    matched: dict[int, tuple[Paragraph, Merged]] = field(default_factory=dict)
    """Edited paragraphs by number, with what was done in them."""

    strays: dict[int, list[Paragraph]] = field(default_factory=dict)
    """Paragraphs that hold words of a built one too, by the identity of that one: people split or joined it."""
    written: str = ""
    """All that people have in this part, without spaces."""

    def run(self, built: Sequence[Block], edited: Sequence[Block], now: Sequence[Block]) -> None:
        self.written = squeezed(" ".join(one.text for one in paragraphs_of(list(edited))))
        self._blocks(built, edited, now, may_move=True)
        for paragraph in paragraphs_of(list(edited)):
            self._take_chart_out(paragraph)
            found = self.matched.get(paragraph.number)
            known = found[1].known if found else frozenset[int]()
            self.copies.collect(self.patch, paragraph, self.place(paragraph, paragraph.text), known)

    def place(self, paragraph: Paragraph | None, text: str = "") -> Place:
        number = paragraph.number if paragraph else None
        return Place(
            file=self.report.document, paragraph=number, text=text or None, part=beside_body(self.name)
        )

    # ---- blocks ------------------------------------------------------------------------------------------

    def _take_chart_out(self, paragraph: Paragraph) -> None:
        """A chart that the data no longer give, where it stands alone."""
        is_gone = self.charts is not None and paragraph.number in self.charts.gone
        xml = self.patch.xml[paragraph.start : paragraph.end]
        if is_gone and not paragraph.text.strip() and self.transfer.may_remove(xml, with_charts=True):
            self.patch.remove_paragraph(paragraph)
            self.charts_done[0].add(paragraph.number)

    def _blocks(
        self,
        built: Sequence[Block],
        edited: Sequence[Block],
        now: Sequence[Block],
        *,
        may_move: bool = False,
    ) -> None:
        if may_move:
            to_edited, to_now = align_blocks(built, edited, may_move=True), align_blocks(built, now)
        else:
            to_edited, to_now = align_in_cell(built, edited), align_in_cell(built, now)
        if may_move:
            self.strays = strays_of(built, edited, to_edited)
            if self.charts is not None and self.charts.change_places(edited, now, to_edited, to_now):
                self.charts = (
                    None  # each then is beside other words than its own: they stay, and are reported
                )
        for at, block in enumerate(built):
            mine = edited[to_edited[at]] if at in to_edited else None
            new = now[to_now[at]] if at in to_now else None
            if isinstance(block, XmlTable):
                if isinstance(mine, XmlTable) and isinstance(new, XmlTable):
                    self._table(block, mine, new)
                elif new is None and mine is not None:
                    self._gone_table(block, mine)
            else:
                self._one(block, mine, new)
        self._new_blocks(edited, now, to_edited, to_now)

    def _one(self, built: Paragraph, mine: Block | None, new: Block | None) -> None:
        if isinstance(mine, Paragraph) and isinstance(new, Paragraph):
            for one in (mine, *self.strays.get(id(built), [])):
                self._paragraph(built, one, new)
        elif isinstance(mine, Paragraph) and new is None and built.text.strip():
            self._gone(built, mine)
        elif mine is None and isinstance(new, Paragraph):
            self.copies.learn(built, new)
            strays = self.strays.get(id(built), [])
            for stray in strays:
                self._paragraph(built, stray, new)
            if new.text != built.text and not strays:
                kind = "elsewhere" if self._stands(built.text) else "deleted"
                self._keep(Kept(kind, self.place(None), built.text, "", new.text))

    def _paragraph(self, built: Paragraph, mine: Paragraph, new: Paragraph) -> None:
        def kept(conflict: Conflict) -> Kept:
            texts = (conflict.built, conflict.edited, conflict.now)
            return Kept(conflict.kind, self.place(mine, mine.text), *texts, conflict.key)

        merged = merge_paragraph(built, mine, new, lambda conflict: self.decisions.takes(kept(conflict)))
        self.copies.learn(built, new)
        known = merged.known | (
            self.matched[mine.number][1].known if mine.number in self.matched else frozenset()
        )
        self.matched[mine.number] = (mine, replace(merged, known=known))
        tokens = tokens_of(mine.spans)
        made = [change for change in merged.changes if apply_change(self.patch, mine, tokens, change)]
        self._tell(mine, tokens, made)
        self._mark_again(mine)
        for conflict in merged.conflicts:
            if conflict.kind == "deleted" and self._in_another_half(conflict, built, mine):
                continue
            if conflict.kind == "deleted" and self._stands(conflict.built):
                self._keep(replace(kept(conflict), kind="elsewhere"))
                continue
            self._keep(kept(conflict))
            if conflict.kind == "retyped" and not self.decisions.takes(kept(conflict)):
                self._stand_for(mine, tokens, conflict.changes)

    def _stand_for(self, mine: Paragraph, tokens: Sequence[Token], changes: Sequence[Change]) -> None:
        """Let a number that people typed over a figure stand for the figure of today, in whose sentence it is now."""
        for change in changes:
            token = tokens[change.start] if change.is_figure else None
            if token is not None and token.kind == "figure":
                self.patch.set_whole(mine.spans[token.span], token.text, change.tokens[0].name)

    def _tell(self, mine: Paragraph, tokens: Sequence[Token], made: Sequence[Change]) -> None:
        """Report what was changed in a paragraph: each figure, and words by phrases."""
        place = self.place(mine, mine.text)
        for is_figure, held in groupby(made, lambda change: change.is_figure):
            changes = list(held)
            if is_figure:
                told = [(one.before, one.after, one.tokens[0].name) for one in changes]
            else:
                told = [(*one, "") for one in phrases(tokens, changes)]
            kind = "figure" if is_figure else "words"
            self.report.changes += [Update(kind, place, *one) for one in told]

    def _in_another_half(self, conflict: Conflict, built: Paragraph, mine: Paragraph) -> bool:
        """Whether what one half of a paragraph lacks is in another one."""
        halves = [one for one in self.strays.get(id(built), []) if one is not mine]
        if mine in self.strays.get(id(built), []):
            return True  # the first half, or the paragraph that holds it, answers for the whole
        said = squeezed(conflict.built)
        return any(conflict.key in one.keys if conflict.key else said in squeezed(one.text) for one in halves)

    def _stands(self, text: str) -> bool:
        """Whether a text of some length is anywhere in this part."""
        said = squeezed(text)
        return len(said) >= 2 * LEAST_OF_A_HALF and said in self.written

    def _mark_again(self, mine: Paragraph) -> None:
        """Marks that lost their key get it back, so that the document stays a living one."""
        for span in mine.spans:
            if span.kind == "figure" and span.holder is not None and span.name and not span.holder.name:
                self.patch.set_whole(span, span.text, span.name)

    def _gone(self, built: Paragraph, mine: Paragraph) -> None:
        """The data no longer give this paragraph: it goes, unless people wrote in it."""
        untouched = [span.text for span in mine.spans] == [span.text for span in built.spans]
        if (untouched or mine.text == built.text) and self.transfer.may_remove(
            self.patch.xml[mine.start : mine.end]
        ):
            self.patch.remove_paragraph(mine)
            self.matched[mine.number] = (mine, Merged((), (), frozenset(range(len(tokens_of(mine.spans))))))
            self.report.changes.append(Update("paragraph", self.place(mine), mine.text, ""))
        else:
            self._keep(Kept("gone", self.place(mine, mine.text), built.text, mine.text, ""))

    def _gone_table(self, built: XmlTable, mine: Block) -> None:
        """The data no longer give this table: it goes, unless people wrote in it."""
        text = " ".join(first_text(row) for row in built.rows)
        place = self.place(next(iter(paragraphs_of([mine])), None))
        cells = [cell for row in mine.rows for cell in row.cells] if isinstance(mine, XmlTable) else []
        for cell in cells:
            self._all_known(cell)
        is_theirs = [_text(row) for row in built.rows] != [_text(row) for row in getattr(mine, "rows", ())]
        if (
            isinstance(mine, XmlTable)
            and not is_theirs
            and self.transfer.may_remove(self.patch.xml[mine.start : mine.end])
        ):
            self.patch.remove_table(mine)
            self.report.changes.append(Update("table", place, text, ""))
        else:
            self._keep(Kept("gone_table", place, text, text, ""))

    def _new_blocks(
        self, edited: Sequence[Block], now: Sequence[Block], to_edited: dict[int, int], to_now: dict[int, int]
    ) -> None:
        """Paragraphs and tables that only today's data give: each goes behind what it follows today."""
        from_now = {new: old for old, new in to_now.items()}
        drawn = self.charts.mine_of_new if self.charts is not None else {}
        theirs = (one for at, one in enumerate(edited) if at not in to_edited.values())
        written = [one.text.strip() for one in theirs if isinstance(one, Paragraph)]
        anchor: Block | None = None
        known = False
        for at, block in enumerate(now):
            own = drawn.get(block.number) if isinstance(block, Paragraph) and block.charts else None
            if own:
                anchor = next(
                    (one for one in edited if isinstance(one, Paragraph) and one.number == own), anchor
                )
                continue
            if at in from_now and own is None:
                old = from_now[at]
                known = old in to_edited
                anchor = edited[to_edited[old]] if known else anchor
                continue
            text = " ".join(paragraph.text for paragraph in paragraphs_of([block])).strip()
            if own is None and text in written:
                written.remove(text)
                continue
            if own is None and not text:
                continue
            xml = self._taken_over(block, anchor, edited)
            if anchor is None or xml is None:
                if own is None:
                    self._keep(Kept("new", self.place(None), "", "", text))
                continue
            if own is not None and isinstance(block, Paragraph):
                self.charts_done[1].add(block.number)
            self.patch.add_paragraph(anchor.end, xml)
            if text:
                near = anchor if isinstance(anchor, Paragraph) else None
                kind = "paragraph" if isinstance(block, Paragraph) else "table"
                self.report.changes.append(Update(kind, self.place(near), "", text))

    def _taken_over(self, block: Block, anchor: Block | None, edited: Sequence[Block]) -> str | None:
        """The XML of a new block for the people's document. Two tables must not touch, and no cell may end in one."""
        if isinstance(block, Paragraph):
            return self.transfer.paragraph(block)
        behind = next((one for one in edited if anchor is not None and one.start >= anchor.end), None)
        is_apart = isinstance(anchor, Paragraph) and isinstance(behind, Paragraph)
        return self.transfer.table(block) if is_apart and self.patch.tracking is None else None

    # ---- tables ------------------------------------------------------------------------------------------

    def _table(self, built: XmlTable, mine: XmlTable, new: XmlTable) -> None:
        to_mine, to_new = align_edited_rows(built, mine), align_rows(built, new)
        columns, new_columns = align_columns(built, mine), align_columns(built, new)
        more = self._columns(built, mine, new, to_mine, to_new)
        anchors: dict[int, XmlRow] = {}
        for at, row in enumerate(built.rows):
            my_row = mine.rows[to_mine[at]] if at in to_mine else None
            new_row = new.rows[to_new[at]] if at in to_new else None
            if my_row is not None and new_row is not None:
                anchors[to_new[at]] = my_row
                self._row(row, my_row, new_row, columns, new_columns)
            elif my_row is not None:
                self._gone_row(row, my_row)
            elif new_row is not None and _text(row) != _text(new_row):
                self._learn_row(row, new_row)
                self._keep(Kept("deleted", self.place(None), _text(row), "", _text(new_row)))
        for at, row in enumerate(new.rows):
            if at not in to_new.values():
                self._new_row(row, anchors, at, mine, more)

    def _columns(
        self, built: XmlTable, mine: XmlTable, new: XmlTable, to_mine: dict[int, int], to_new: dict[int, int]
    ) -> int:
        """Columns that the data give newly or no longer come and go where every row can follow; else they are reported.

        Returns how many more the table has then.
        """
        if not (built.rows and mine.rows and new.rows) or len(built.rows[0].cells) == len(new.rows[0].cells):
            return 0
        columns = [align_columns(built, other) or {} for other in (mine, new)]
        change = ColumnChange(built, mine, new, *columns)
        rows = [
            (row, mine.rows[to_mine[at]], new.rows[to_new[at]])
            for at, row in enumerate(built.rows)
            if at in to_mine and at in to_new
        ]
        where = self.place(next(iter(paragraphs_of([mine])), None))
        is_made = (
            all(columns)
            and self.patch.tracking is None
            and change.can_be_made(rows, self.transfer, self.patch.xml)
        )
        if is_made:
            change.make(rows, self.transfer, self.patch)
            for _, row, _ in rows:
                if change.is_whole(row, mine):
                    for at in change.gone:
                        self._all_known(row.cells[change.to_mine[at]])
        for at in change.gone:
            text = change.texts(built, at)
            if is_made:
                self.report.changes.append(Update("column", where, text, ""))
            else:
                self._keep(Kept("gone_column", where, text, text, ""))
        for at in change.added:
            text = change.texts(new, at)
            if is_made:
                self.report.changes.append(Update("column", where, "", text))
            else:
                self._keep(Kept("new_column", where, "", "", text))
        return len(change.added) - len(change.gone) if is_made else 0

    def _row(
        self,
        built: XmlRow,
        mine: XmlRow,
        new: XmlRow,
        columns: dict[int, int] | None,
        new_columns: dict[int, int] | None,
    ) -> None:
        to_mine = cells_of_rows(built, mine, columns)
        to_new = cells_of_rows(built, new, new_columns)
        for at, cell in enumerate(built.cells):
            if at in to_mine and at in to_new:
                self._blocks(cell.blocks, mine.cells[to_mine[at]].blocks, new.cells[to_new[at]].blocks)

    def _learn_row(self, built: XmlRow, new: XmlRow) -> None:
        for old, now in zip(built.cells, new.cells, strict=False):
            for one, other in zip(paragraphs_of(old.blocks), paragraphs_of(now.blocks), strict=False):
                self.copies.learn(one, other)

    def _gone_row(self, built: XmlRow, mine: XmlRow) -> None:
        where = next(iter(paragraphs_of(mine.cells[0].blocks)), None) if mine.cells else None
        if _text(built) == _text(mine) and self.transfer.may_remove(self.patch.xml[mine.start : mine.end]):
            self.patch.remove_row(mine)
            for cell in mine.cells:
                self._all_known(cell)
            self.report.changes.append(Update("row", self.place(where), _text(mine), ""))
        else:
            self._keep(Kept("gone", self.place(where), _text(built), _text(mine), ""))

    def _all_known(self, cell: Cell) -> None:
        """The figures of a cell that goes are no copies of others."""
        for paragraph in paragraphs_of(cell.blocks):
            known = frozenset(range(len(tokens_of(paragraph.spans))))
            self.matched[paragraph.number] = (paragraph, Merged((), (), known))

    def _new_row(self, row: XmlRow, anchors: dict[int, XmlRow], at: int, mine: XmlTable, more: int) -> None:
        before = [place for place in anchors if place < at]
        xml = self.transfer.row(row) if before else None
        anchor = anchors[max(before)] if before else None
        if anchor is None or xml is None or _width(anchor) + more != _width(row):
            first = paragraphs_of([mine])
            self._keep(Kept("new", self.place(first[0] if first else None), "", "", _text(row)))
            return
        self.patch.add_row(anchor.end, xml)
        where = next(iter(paragraphs_of(anchor.cells[0].blocks)), None)
        self.report.changes.append(Update("row", self.place(where), "", _text(row)))

    def _keep(self, kept: Kept) -> None:
        self.report.kept.append(self.decisions.settled(kept))


def _width(row: XmlRow) -> int:
    """How many columns of the grid a row goes over."""
    return sum(cell.columns for cell in row.cells)


def _text(row: XmlRow) -> str:
    texts = (" ".join(found.text for found in paragraphs_of(cell.blocks)) for cell in row.cells)
    return " | ".join(texts)
