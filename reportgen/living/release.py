"""Releases a document: the copy that leaves the house, without marks and lineage, and a file beside it that says what it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from reportgen.errors import ReportgenError
from reportgen.findings import Finding, Place, Severity, has_errors
from reportgen.finished.lineage_part import detach
from reportgen.living.audit import audit
from reportgen.living.audit.released import release_record
from reportgen.messages import Message
from reportgen.ooxml.files import place_files, read_file
from reportgen.record import Record


class Release(Record):
    """What was released, and what its audit found; with errors nothing was written."""

    findings: tuple[Finding, ...]
    language: str
    record: dict[str, str] | None


def release(document: Path, out: Path, *, pack: Path | None = None) -> Release:
    """Write the copy of ``document`` that leaves the house to ``out``, unless the audit finds errors.

    ``pack``: a pack or a dataset to hold it against besides. ``pack.json`` beside the document says what it was built
    from. Raises ``ReportgenError`` where ``out`` is the document itself, or the document carries no lineage.
    """
    if out.resolve() == document.resolve():
        raise ReportgenError(Message("living.released-over-itself", out=str(out)))
    checked = audit(document, pack=pack)
    checked.document.required_lineage()
    if has_errors(list(checked.findings)):
        return Release(checked.findings, checked.language, None)
    data = _bare(checked.document)
    manifest = document.parent / "pack.json"
    record = {
        "sha256": hashlib.sha256(data).hexdigest(),
        "pack_sha256": hashlib.sha256(read_file(manifest)).hexdigest() if manifest.is_file() else "",
        "name": out.name,
        "date": date.today().isoformat(),
    }
    place_files({out: data, release_record(out): (json.dumps(record, indent=2) + "\n").encode()})
    return Release((*checked.findings, *_without_manifest(document, record)), checked.language, record)


def _without_manifest(document: Path, record: dict[str, str]) -> Iterator[Finding]:
    if not record["pack_sha256"]:
        yield Finding("released-without-manifest", Severity.NOTE, place=Place(file=document.name))


def _bare(document: Any) -> bytes:
    """The document without marks and lineage."""
    package = document.package
    detach(package)
    document.remove_marks()
    data: bytes = package.save()
    return data
