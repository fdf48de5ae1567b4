"""Word documents edited as Word leaves them: split runs, rsids, proofing marks, tracked changes, moved figures.

A figure is handled by the element that shows it: its content control, or the run between both ends of its bookmark.
Each method changes the document and returns it, so that an edit reads as one line.
"""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Callable, Iterator

from lxml import etree

from reportgen.finished.lineage_part import read_part
from reportgen.ooxml import Package
from reportgen.ooxml.xml import NAMESPACES, qn

START, END, NAME, ID = qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:name"), qn("w:id")
P, R, T, SDT = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:sdt")
HYPERLINK, BREAK = qn("w:hyperlink"), qn("w:br")
ROW, TABLE, TAG, VAL = qn("w:tr"), qn("w:tbl"), qn("w:tag"), qn("w:val")
KEY = re.compile(r"f[a-z2-7]{9}")
BOOKMARK = re.compile(r"_rg_(f[a-z2-7]{9})_(\d+)")


class EditedDocument:
    """A .docx being edited."""

    def __init__(self, data: bytes) -> None:
        self.package = Package.open(data)
        self.part = self.package.main_part
        plain = self.package.read(self.part).replace("\u00a0".encode(), b" ")  # as people type
        self.root = etree.fromstring(plain)

    def save(self) -> bytes:
        data = etree.tostring(self.root, encoding="UTF-8", xml_declaration=True, standalone=True)
        self.package.write(self.part, data)
        return self.package.save()

    # ---- finding ------------------------------------------------------------------------------------------

    def paragraphs(self) -> list[etree._Element]:
        return list(self.root.iter(P))

    def number_of(self, paragraph: etree._Element) -> int:
        return self.paragraphs().index(paragraph) + 1

    def paragraph(self, words: str, nth: int = 0) -> etree._Element:
        """The one that says ``words``; the joiner that keeps a source mark on its line is none of them."""
        return [one for one in self.paragraphs() if words in text_of(one).replace("\u2060", "")][nth]

    def controls(self, text: str | None = None) -> list[etree._Element]:
        found = [one for one in self.root.iter(SDT, R) if key_of(one)]
        return [one for one in found if text is None or text_of(one) == text]

    def control(self, text: str, nth: int = 0) -> etree._Element:
        return self.controls(text)[nth]

    def in_table(self, text: str, nth: int = 0) -> etree._Element:
        return [one for one in self.controls(text) if next(one.iterancestors(TABLE), None) is not None][nth]

    def row(self, label: str) -> etree._Element:
        return next(one for one in self.root.iter(ROW) if text_of(one).startswith(label))

    def figure(self, wanted: str, nth: int = 0, *, in_table: bool = False) -> etree._Element:
        """The control of a figure, by the beginning of its id or by its kind (``/difference_pp``)."""
        keys = {
            figure.key
            for figure in read_part(self.package)[0].figures.values()
            if (wanted in figure.id if wanted.startswith("/") else figure.id.startswith(wanted))
        }
        found = [one for one in self.controls() if key_of(one) in keys]
        return [one for one in found if (next(one.iterancestors(TABLE), None) is not None) == in_table][nth]

    def reword_before(self, wanted: str, old: str, new: str) -> etree._Element:
        """Change the words right before a figure, in the first paragraph that has them; gives that paragraph."""
        for nth in range(20):
            control = self.figure(wanted, nth)
            before = whole_of(control)[0].getprevious()
            pieces = [] if before is None else list(before.iter(T))
            if pieces and old in (pieces[-1].text or ""):
                head, _, tail = pieces[-1].text.rpartition(old)
                pieces[-1].text = f"{head}{new}{tail}"
                return next(control.iterancestors(P))
        raise AssertionError(f"{old!r} stands before no {wanted}")

    # ---- typing -------------------------------------------------------------------------------------------

    def retype(self, control: etree._Element, new: str) -> EditedDocument:
        """New text in the control's first run; Word keeps the run's format."""
        texts = list(control.iter(T))
        texts[0].text = new
        for rest in texts[1:]:
            rest.text = ""
        return self

    def replace(self, old: str, new: str, nth: int = 0) -> EditedDocument:
        """Change words that stand in one run."""
        found = [one for one in self.root.iter(T) if old in (one.text or "")]
        found[nth].text = found[nth].text.replace(old, new, 1)
        return self

    def add_paragraph(self, text: str, after: etree._Element | None = None) -> EditedDocument:
        """A new paragraph below another (the first body text)."""
        beside = after if after is not None else self.paragraphs()[12]
        paragraph = etree.Element(P)
        paragraph.append(run(text))
        beside.addnext(paragraph)
        return self

    def delete(self, element: etree._Element) -> EditedDocument:
        element.getparent().remove(element)
        return self

    def unwrap(self, control: etree._Element) -> EditedDocument:
        """“Remove content control”, or a bookmark deleted: the text stays."""
        if control.tag == R:
            start, *_, end = whole_of(control)
            return self.delete(start).delete(end)
        content = control.find(qn("w:sdtContent"))
        for child in reversed(list(content)):
            control.addnext(child)
        return self.delete(control)

    def copy_control(self, control: etree._Element, into: etree._Element) -> EditedDocument:
        """Copied and pasted: a control comes along, a bookmark stays where it is."""
        into.append(copy.deepcopy(control))
        return self

    def move_control(self, control: etree._Element, into: etree._Element) -> EditedDocument:
        """Cut and pasted."""
        into.extend(whole_of(control))
        return self

    def add_after(self, control: etree._Element, text: str) -> EditedDocument:
        whole_of(control)[-1].addnext(run(text))
        return self

    def copy_as(self, control: etree._Element, key: str, into: etree._Element) -> EditedDocument:
        """Pasted from another document, where it stands for a figure of that."""
        copied = [copy.deepcopy(one) for one in whole_of(control)]
        into.extend(copied)
        if control.tag == R:
            copied[0].set(NAME, f"_rg_{key}_99999")
            for end in (copied[0], copied[-1]):
                end.set(ID, "99999")
        else:
            copied[0].find(f"{qn('w:sdtPr')}/{TAG}").set(VAL, key)
        return self

    # ---- Word's own noise -----------------------------------------------------------------------------------

    def split_runs(self) -> EditedDocument:
        """Every run in two, with rsids, proofing marks between them and a page break that Word remembers."""
        for number, one in enumerate(list(self.root.iter(R))):
            texts = one.findall(T)
            if len(texts) != 1 or len(texts[0].text or "") < 2 or number % 3 == 0:
                continue
            whole = texts[0].text
            second = copy.deepcopy(one)
            cut = len(whole) // 2
            for half, text in ((one, whole[:cut]), (second, whole[cut:])):
                piece = half.find(T)
                piece.text = text
                piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                half.set(qn("w:rsidR"), f"00{number:06X}"[-8:])
            one.addnext(second)
            one.addnext(etree.Element(qn("w:proofErr"), {qn("w:type"): "spellStart"}))
            second.addnext(etree.Element(qn("w:proofErr"), {qn("w:type"): "spellEnd"}))
            if number % 5 == 0:
                second.insert(0, etree.Element(qn("w:lastRenderedPageBreak")))
        for number, paragraph in enumerate(self.paragraphs()):
            paragraph.set(qn("w:rsidR"), f"00A{number:05X}")
            paragraph.set(qn("w:rsidP"), f"00B{number:05X}")
        return self

    # ---- tracked changes ------------------------------------------------------------------------------------

    def track_insertion(self, text: str, into: etree._Element) -> EditedDocument:
        inserted = etree.Element(qn("w:ins"), tracked(self))
        inserted.append(run(text))
        into.append(inserted)
        return self

    def track_deletion(self, element: etree._Element) -> EditedDocument:
        """Delete a run or a control with changes tracked: its runs move into w:del, their text becomes w:delText."""
        deleted = etree.Element(qn("w:del"), tracked(self))
        element.addprevious(deleted)
        if element.tag == SDT:
            for one in list(element.iter(R)):
                deleted_run(one)
            content = element.find(qn("w:sdtContent"))
            runs = list(content)
            for one in runs:
                deleted.append(one)
            content.append(deleted)
        else:
            deleted_run(element)
            deleted.append(element)
        return self

    def track_row_deletion(self, row: etree._Element) -> EditedDocument:
        properties = row.find(qn("w:trPr"))
        properties.append(etree.Element(qn("w:del"), tracked(self)))
        for paragraph in row.iter(P):
            for one in list(paragraph.iter(R)):
                self.track_deletion(one)
        return self

    # ---- charts ---------------------------------------------------------------------------------------------

    def chart_part(self, nth: int = 0) -> str:
        return [name for name in self.package.names() if re.fullmatch(r"word/charts/chart\d+\.xml", name)][
            nth
        ]

    def edit_chart(self, old: str, new: str, nth: int = 0) -> EditedDocument:
        part = self.chart_part(nth)
        data = self.package.read(part).decode()
        assert f"<c:v>{old}</c:v>" in data
        self.package.write(part, data.replace(f"<c:v>{old}</c:v>", f"<c:v>{new}</c:v>", 1).encode())
        return self

    def restyle_chart(self, nth: int = 0) -> EditedDocument:
        part = self.chart_part(nth)
        data = self.package.read(part).decode()
        self.package.write(part, re.sub(r'srgbClr val="\w{6}"', 'srgbClr val="C00000"', data).encode())
        return self

    def edit_chart_workbook(self, old: float, new: float, nth: int = 0) -> EditedDocument:
        """“Edit data”, saved by a spreadsheet program."""
        import openpyxl

        part = next(
            one.part for one in self.package.relationships(self.chart_part(nth)) if one.part.endswith(".xlsx")
        )
        book = openpyxl.load_workbook(io.BytesIO(self.package.read(part)))
        cell = next(
            cell for row in book.active.iter_rows() for cell in row if isinstance(cell.value, int | float) and abs(cell.value - old) < 1e-9
        )  # fmt: skip
        cell.value = new
        stream = io.BytesIO()
        book.save(stream)
        self.package.write(part, stream.getvalue())
        return self

    def footer(self, change: Callable[[bytes], bytes]) -> EditedDocument:
        part = next(name for name in self.package.names() if "footer" in name and name.endswith(".xml"))
        self.package.write(part, change(self.package.read(part)))
        return self


def key_of(element: etree._Element) -> str:
    """The key of the figure that a control or a run shows, nothing for others."""
    if element.tag == R:
        before = element.getprevious()
        name = (
            BOOKMARK.fullmatch(before.get(NAME) or "") if before is not None and before.tag == START else None
        )
        return name[1] if name is not None else ""
    tag = element.find(f"{qn('w:sdtPr')}/{TAG}")
    return tag.get(VAL) if tag is not None and KEY.fullmatch(tag.get(VAL)) else ""


def whole_of(control: etree._Element) -> list[etree._Element]:
    """A figure with its mark: its control, or its runs with both ends of their bookmark."""
    if control.tag != R or not key_of(control):
        return [control]
    found = [control.getprevious(), control]
    while found[-1].tag != END or found[-1].get(ID) != found[0].get(ID):
        found.append(found[-1].getnext())
    return found


def text_of(element: etree._Element) -> str:
    """What an element says; a break within a line is a space, and none before Chinese."""
    text = "".join("\n" if one.tag == BREAK else one.text or "" for one in element.iter(T, BREAK))
    return re.sub("\n(?=[^\x00-\x7f])", "", text).replace("\n", " ")


def run(text: str) -> etree._Element:
    made = etree.Element(R, nsmap={"w": NAMESPACES["w"]})
    piece = etree.SubElement(made, T)
    piece.text = text
    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def deleted_run(one: etree._Element) -> None:
    for piece in one.findall(T):
        piece.tag = qn("w:delText")


def tracked(document: EditedDocument) -> dict[str, str]:
    used = [int(one.get(qn("w:id")) or 0) for one in document.root.iter(qn("w:ins"), qn("w:del"))]
    return {
        qn("w:id"): str(max(used, default=900) + 1),
        qn("w:author"): "An official",
        qn("w:date"): "2024-04-02T09:30:00Z",
    }


def rows_of(table: list[list[str]]) -> etree._Element:
    """A table that a person drew."""
    made = etree.Element(TABLE, nsmap={"w": NAMESPACES["w"]})
    etree.SubElement(made, qn("w:tblPr"))
    grid = etree.SubElement(made, qn("w:tblGrid"))
    for _ in table[0]:
        etree.SubElement(grid, qn("w:gridCol"))
    for texts in table:
        row = etree.SubElement(made, ROW)
        for text in texts:
            cell = etree.SubElement(row, qn("w:tc"))
            paragraph = etree.SubElement(cell, P)
            paragraph.append(run(text))
    return made


def walk(data: bytes) -> Iterator[tuple[int, str]]:
    """Number and text of each paragraph, for tests that look for one."""
    document = EditedDocument(data)
    for number, paragraph in enumerate(document.paragraphs(), start=1):
        yield number, text_of(paragraph)
