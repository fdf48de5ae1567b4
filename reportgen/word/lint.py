"""Every mistake of a template that can be found without filling it, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.errors import Finding
from reportgen.word.fill import read_template


def lint(template: bytes, context: Mapping[str, Any], file: str | None = None) -> list[Finding]:
    """The mistakes of a template: torn, open and misplaced tags, blocks that do not nest, names that ``context`` lacks.

    ``context`` is a sample of what the template will be filled with; ``file`` the template's name, for the findings.
    """
    read = read_template(template, file)
    return [*read.findings, *read.unknown_names(context)]
