"""A document that was released: whether it is still what left the house, by the file beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from reportgen.build.pack_json import read_pack_json
from reportgen.findings import Finding, Place
from reportgen.living.audit.codes import found
from reportgen.ooxml.files import read_file
from reportgen.periods import dated


def release_record(document: Path) -> Path:
    """The file beside a released document that says what it was."""
    return document.with_name(f"{document.name}.release.json")


def check_released(document: Path) -> Iterator[Finding]:
    """A finding where a released document is no longer what it was then."""
    record = release_record(document)
    if record.is_file():
        said = read_pack_json(record)
        if said.get("sha256") != hashlib.sha256(read_file(document)).hexdigest():
            yield found(
                "changed-since-released", Place(file=document.name), date=dated(str(said.get("date", "")))
            )
