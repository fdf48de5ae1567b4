"""The audited document again, with a comment at the place of each finding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.messages import Message
from reportgen.ooxml.files import place_files, read_file
from reportgen.renderers import renderer_for

if TYPE_CHECKING:
    from reportgen.living.audit.audit import Audit


def write_annotated(audit: Audit, document: Path, out: Path, language: str) -> None:
    """Write ``document`` to ``out`` with Word comments, or notes on cells. Never over the document itself."""
    if out.resolve() == document.resolve():
        raise ReportgenError(Message("living.annotated-over-itself", out=str(out)))
    renderer = renderer_for(audit.document.suffix)
    assert renderer is not None
    place_files({out: renderer.annotate(read_file(document), audit.findings, language)})
