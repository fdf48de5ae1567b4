"""Whether a Chinese document has the form that GB/T 9704-2012 sets for official documents: templates and finished documents.

Each finding names the clause. What is checked and what is not is listed in ``CONTRIBUTING.md``.
"""

from __future__ import annotations

from reportgen.findings import Finding
from reportgen.ooxml import Package
from reportgen.word.official_form.attachments import attachment_findings
from reportgen.word.official_form.elements import element_findings, red_head
from reportgen.word.official_form.formatting import LANGUAGE, read_official
from reportgen.word.official_form.numerals import numeral_findings
from reportgen.word.official_form.page_setup import page_findings

__all__ = ["LANGUAGE", "form_findings"]


def form_findings(document: Package | bytes, *, official: bool) -> list[Finding]:
    """Where a document departs from the form; of one that is not ``official`` only a red head, which it must not have."""
    read = read_official(Package.open(document) if isinstance(document, bytes) else document)
    if not official:
        return list(red_head(read))
    found = [
        *page_findings(read),
        *element_findings(read),
        *attachment_findings(read),
        *numeral_findings(read),
    ]
    return list(dict.fromkeys(found))
