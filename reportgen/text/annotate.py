"""A text with a remark above each line that has a finding: ``{# … #}``, which a template says to nobody when it is filled."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.findings import Finding
from reportgen.language import say_remedy, say_what
from reportgen.text.encoding import decoded

_END = "#}"


def annotated(template: bytes, findings: Sequence[Finding], language: str) -> bytes:
    """The text with what is wrong and what to do at each place. Findings without a line are left to the list."""
    file = decoded(template)
    remarks: dict[int, list[str]] = {}
    for finding in findings:
        if finding.place.line is not None:
            said = f"{say_what(finding, language)} {say_remedy(finding, language)}".strip()
            remarks.setdefault(finding.place.line, []).append(f"{{# {said.replace(_END, '# }')} {_END}")
    lines = file.text.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    made = (
        "".join(f"{remark}{end}" for remark in remarks.get(number, ())) + line
        for number, line in enumerate(lines, start=1)
    )
    return file.encoded("".join(made))
