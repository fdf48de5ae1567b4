"""The audited document again, with a comment at the place of each finding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.ooxml.files import read_file
from reportgen.renderers import renderer_for

if TYPE_CHECKING:
    from reportgen.living.audit.audit import Audit


def annotated(audit: Audit, document: Path, language: str) -> bytes:
    """``document`` with Word comments, or notes on cells."""
    renderer = renderer_for(audit.document.suffix)
    assert renderer is not None
    return renderer.annotate(read_file(document), audit.findings, language)
