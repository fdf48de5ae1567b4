"""The audited document again, with a comment at the place of each finding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import ReportgenError
from reportgen.messages import Bilingual

if TYPE_CHECKING:
    from reportgen.living.audit.audit import Audit


def write_annotated(audit: Audit, document: Path, out: Path, language: str) -> None:
    """Write ``document`` to ``out`` with Word comments, or notes on cells. Never over the document itself."""
    if out.resolve() == document.resolve():
        raise ReportgenError(
            Bilingual(
                f"{out} is the audited document itself: give --annotate another name.",
                f"{out} 就是被核查的文档：请为 --annotate 指定其他文件名。",
            )
        )
    data = document.read_bytes()
    if audit.is_workbook:
        from reportgen.excel import EXCEL

        annotated = EXCEL.annotate(data, audit.findings, language)
    else:
        from reportgen import word

        annotated = word.annotate(data, audit.findings, language)
    out.write_bytes(annotated)
