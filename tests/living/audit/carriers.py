"""What is left of the figures of a brief, marked by bookmarks, by controls and not at all, after programs and people edited it.

``python -m tests.living.audit.carriers`` prints the table, ``--write`` puts it into CONTRIBUTING.md; LibreOffice is needed
for the last rows.
"""

from __future__ import annotations

import copy
import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx

from reportgen.build.build import build
from reportgen.finished.open_document import open_finished
from reportgen.finished.text_document import FinishedText
from reportgen.living.refresh.adopting import adopted
from tests.living.audit.uno_editing import EDITS as BY_HAND
from tests.living.audit.uno_editing import Job, edit_in_office
from tests.living.audit.word_editing import EditedDocument, whole_of
from tests.living.refresh.workshop import workshop

BRIEF = "plan-2025-brief-en.docx"
STYLES = ("bookmarks", "controls", "none")
CONTRIBUTING = Path(__file__).parents[3] / "CONTRIBUTING.md"
_TABLE = re.compile(r"(?<=<!-- carriers -->\n).*?(?=<!-- /carriers -->)", re.DOTALL)


def known_figures(data: bytes) -> int:
    """How many figures of the document as built are still known in it, and show something."""
    matching = _read(data).matching
    return sum(bool(matching.found[at].text) for at in matching.pairs)


def sentences_of(data: bytes) -> set[str]:
    """The paragraphs with figures."""
    body = [one for one in _read(data).reading.paragraphs if one.part == "word/document.xml"]
    return {one.text for one in body if one.marks and not one.is_in_table}


def _read(data: bytes) -> FinishedText:
    document = open_finished(data, BRIEF)
    assert isinstance(document, FinishedText)
    return document


def saved_by_python_docx(data: bytes) -> bytes:
    document, stream = docx.Document(io.BytesIO(data)), io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def formatted_by_python_docx(data: bytes) -> bytes:
    """A rough formatting tool: every run that it sees gets a font of its own and goes to the paragraph's end."""
    document, stream = docx.Document(io.BytesIO(data)), io.BytesIO()
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.font.name = "Arial"
            paragraph._p.append(run._r)
    document.save(stream)
    return stream.getvalue()


def edited(change: Callable[[EditedDocument], object]) -> Callable[[bytes], bytes]:
    def made(data: bytes) -> bytes:
        document = EditedDocument(data)
        change(document)
        return document.save()

    return made


def _pasted(document: EditedDocument) -> None:
    """A paragraph copied: controls come along, bookmarks stay with what was copied from."""
    paragraph = document.paragraph("32.21 billion yuan")
    twin = copy.deepcopy(paragraph)
    for tag in ("bookmarkStart", "bookmarkEnd"):
        for point in list(twin.iter(f"{{{twin.nsmap['w']}}}{tag}")):
            point.getparent().remove(point)
    document.paragraphs()[-1].addprevious(twin)


def _typed_over(document: EditedDocument) -> None:
    """Each third figure selected as a whole and typed over: Word drops its bookmark and keeps its control."""
    for control in document.controls()[::3]:
        document.retype(control, "1.5")
        if len(whole_of(control)) > 1:
            document.unwrap(control)


def _moved(document: EditedDocument) -> None:
    paragraph = document.paragraph("32.21 billion yuan")
    document.paragraphs()[-1].addprevious(paragraph)


def _split(document: EditedDocument) -> None:
    """Enter pressed in the middle of a paragraph, before its third figure."""
    paragraph = document.paragraph("reached 46.0%")
    tail = copy.deepcopy(paragraph)
    children = [one for one in paragraph if not one.tag.endswith("}pPr")]
    middle = next(at for at, one in enumerate(children) if "reached 46.0%" in "".join(one.itertext()))
    twins = [one for one in tail if not one.tag.endswith("}pPr")]
    for one in children[middle:]:
        paragraph.remove(one)
    for one in twins[:middle]:
        tail.remove(one)
    paragraph.addnext(tail)


def _joined(document: EditedDocument) -> None:
    """Delete pressed at a paragraph's end."""
    first, second = document.paragraph("reached 46.0%"), document.paragraph("reached 19.79")
    for one in [one for one in second if not one.tag.endswith("}pPr")]:
        first.append(one)
    second.getparent().remove(second)


def through_odt(data: bytes) -> bytes:
    return through_libreoffice(through_libreoffice(data, "docx", "odt"), "odt", "docx")


def through_libreoffice(data: bytes, kind: str = "docx", to: str = "docx") -> bytes:
    with tempfile.TemporaryDirectory() as name:
        path, out = Path(name) / f"a.{kind}", Path(name) / "out"
        path.write_bytes(data)
        command = [
            "soffice",
            f"-env:UserInstallation=file://{name}/profile",
            "--headless",
            "--convert-to",
            to,
        ]
        subprocess.run([*command, "--outdir", out, path], check=True, capture_output=True, timeout=240)
        return (out / f"a.{to}").read_bytes()


_OF_MARKS = "every third figure typed over as a whole, as Word does it"
EDITS: dict[str, Callable[[bytes], bytes]] = {
    "untouched": lambda data: data,
    "opened and saved by python-docx": saved_by_python_docx,
    "every run put at its paragraph's end (python-docx)": formatted_by_python_docx,
    "runs split, as Word does": edited(lambda document: document.split_runs()),
    "a paragraph copied and pasted": edited(_pasted),
    "a paragraph moved": edited(_moved),
    "a paragraph split in two": edited(_split),
    "two paragraphs joined": edited(_joined),
    _OF_MARKS: edited(_typed_over),
    "saved by LibreOffice": through_libreoffice,
    "saved as .odt by LibreOffice, and back": through_odt,
}


def table() -> list[str]:
    """The lines of the table."""
    heads = [f"figures known, {style} | read whole" for style in STYLES]
    lines = [f"| edit | {' | '.join(heads)} |", f"|{'---|' * (2 * len(STYLES) + 1)}"]
    with tempfile.TemporaryDirectory() as name:
        briefs = {}
        for style in STYLES:
            desk = workshop(Path(name) / style, marks=style)
            build(desk.pack, output=desk.folder / "built", languages=["en"])
            briefs[style] = (desk.folder / "built" / BRIEF).read_bytes()
        wanted = sentences_of(briefs["bookmarks"])
        for edit, change in EDITS.items():
            cells = []
            for style in STYLES:
                data = change(briefs[style])
                tried = edit != _OF_MARKS or style != "none"
                cells += [str(known_figures(data)), _read_whole(wanted, data)] if tried else ["—", "—"]
            lines.append(f"| {edit} | {' | '.join(cells)} |")
        lines += _by_hand(briefs, wanted)
    return lines


def _by_hand(briefs: dict[str, bytes], wanted: set[str]) -> Iterator[str]:
    """The rows of what people do in LibreOffice; in the last ones the document goes through .odt, and is adopted again."""
    jobs: list[Job] = [
        (style, edit, through) for edit in BY_HAND for style in STYLES for through in (False, True)
    ]
    saved = edit_in_office(briefs, jobs)
    for through in (False, True):
        for edit, said in BY_HAND.items():
            cells = []
            for style in STYLES:
                data = saved[style, edit, through]
                if through:
                    cells += [str(known_figures(adopted_again(data, briefs[style]))), "not opened"]
                else:
                    cells += [str(known_figures(data)), _read_whole(wanted, data)]
            way = ", saved as .odt and back, adopted by --built" if through else ""
            yield f"| in LibreOffice by hand: {said}{way} | {' | '.join(cells)} |"


def adopted_again(data: bytes, built: bytes) -> bytes:
    """A document that lost its lineage, adopted from the one that was built."""
    return adopted(_read(data), open_finished(built, BRIEF)).package.save()


def _read_whole(wanted: set[str], data: bytes) -> str:
    """How many paragraphs python-docx reads whole, be it in two or within another."""
    try:
        paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    except (
        KeyError
    ):  # LibreOffice 7.4 names a chart's workbook in a document that came from .odt, and leaves it out
        return "not opened"
    said = "".join(one.text for one in paragraphs).replace("\u00a0", " ")  # what holds a number to its unit
    return f"{sum(text in said for text in wanted)} of {len(wanted)}"


def main() -> None:
    lines = "\n".join(table()) + "\n"
    print(lines)
    if "--write" in sys.argv:
        text = CONTRIBUTING.read_text("utf-8")
        CONTRIBUTING.write_text(_TABLE.sub(lambda _: lines, text), "utf-8")


if __name__ == "__main__":
    main()
