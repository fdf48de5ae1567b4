"""A document that was released: whether it is still what left the house, by the file beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from reportgen.findings import Finding, Place
from reportgen.living.audit.codes import found


def record_of(document: Path) -> Path:
    """The file beside a released document that says what it was."""
    return document.with_name(f"{document.name}.release.json")


def check_released(document: Path) -> Iterator[Finding]:
    """A finding where a released document is no longer what it was then."""
    record = record_of(document)
    if record.is_file():
        said = json.loads(record.read_text(encoding="utf-8"))
        if said.get("sha256") != hashlib.sha256(document.read_bytes()).hexdigest():
            yield found("changed-since-released", Place(file=document.name), date=str(said.get("date", "")))
