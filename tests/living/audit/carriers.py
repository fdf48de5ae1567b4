"""Prints what is left of the figures of a brief, marked by bookmarks and by controls, after programs and people edited it.

Run with ``python -m tests.living.audit.carriers``; LibreOffice is needed for the last row.
"""

from __future__ import annotations

import copy
import io
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx

from reportgen.build.build import build
from reportgen.finished.document import FinishedText, open_finished
from tests.living.audit.word_editing import EditedDocument, whole_of
from tests.living.refresh.workshop import workshop

BRIEF = "plan-2025-brief-en.docx"
STYLES = ("bookmarks", "controls")


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


def through_libreoffice(data: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        path, out = Path(name) / "a.docx", Path(name) / "out"
        path.write_bytes(data)
        command = [
            "soffice",
            f"-env:UserInstallation=file://{name}/profile",
            "--headless",
            "--convert-to",
            "docx",
        ]
        subprocess.run([*command, "--outdir", out, path], check=True, capture_output=True, timeout=240)
        return (out / "a.docx").read_bytes()


EDITS: dict[str, Callable[[bytes], bytes]] = {
    "untouched": lambda data: data,
    "opened and saved by python-docx": saved_by_python_docx,
    "every run put at its paragraph's end (python-docx)": formatted_by_python_docx,
    "runs split, as Word does": edited(lambda document: document.split_runs()),
    "a paragraph copied and pasted": edited(_pasted),
    "a paragraph moved": edited(_moved),
    "every third figure typed over as a whole": edited(_typed_over),
    "saved by LibreOffice": through_libreoffice,
}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        briefs = {}
        for style in STYLES:
            desk = workshop(Path(name) / style, marks=style)
            build(desk.pack, output=desk.folder / "built")
            briefs[style] = (desk.folder / "built" / BRIEF).read_bytes()
        print(f"| edit | {' | '.join(f'figures known, {style} | sentences whole' for style in STYLES)} |")
        for edit, change in EDITS.items():
            cells = []
            for style in STYLES:
                data = change(briefs[style])
                wanted = sentences_of(briefs[style])
                read = {one.text for one in docx.Document(io.BytesIO(data)).paragraphs}
                cells += [str(known_figures(data)), f"{len(wanted & read)} of {len(wanted)}"]
            print(f"| {edit} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
