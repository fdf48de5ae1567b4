"""Opens a finished document as what its format makes of it."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import PackageError
from reportgen.finished.document import FinishedDocument
from reportgen.finished.lines import cannot_carry_lineage, carries_no_lineage
from reportgen.finished.text_document import FinishedText
from reportgen.finished.workbook_document import FinishedWorkbook
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.files import settle
from reportgen.renderers import renderer_for


def open_finished(
    source: Path | bytes | Package, name: str = "", *, tracked: str = "accepted"
) -> FinishedDocument:
    """Open a .docx or .xlsx. ``tracked``: tracked changes as if ``accepted`` or ``rejected``.

    Raises ``PackageError``, and ``ReportgenError`` for a document that is nothing but text.
    """
    name = name or (source.name if isinstance(source, Path) else "")
    if carries_no_lineage(name):
        raise cannot_carry_lineage(name)
    package = _opened(source)
    renderer = renderer_for(f".{package.extension}")
    if renderer is None:
        raise PackageError(Message("finished.no-document", file=name))
    finished = FinishedWorkbook if renderer.has_sheets else FinishedText
    return finished(package, name, tracked)


def _opened(source: Path | bytes | Package) -> Package:
    if isinstance(source, Package):
        return source
    if isinstance(source, bytes):
        return Package.open(source)
    settle(source.parent)
    return Package.open_sound(source)
