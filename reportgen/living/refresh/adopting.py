"""A document that lost its lineage is adopted again: from the document as it was built it gets lineage, snapshot and the marks of
every figure that still is where it was."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportgen.build.pack_folder import MANIFEST
from reportgen.build.pack_json import read_pack_json
from reportgen.errors import ReportgenError
from reportgen.finished.document import FinishedDocument
from reportgen.finished.lineage_part import take_over
from reportgen.finished.open_document import open_finished
from reportgen.living.document_formats import living_format
from reportgen.living.pack_documents import most_alike
from reportgen.messages import Message
from reportgen.ooxml.files import read_file


def original_at(path: Path, document: Path) -> Path:
    """The document as it was built: ``path`` itself, or the one of the same name (else the one most alike) that a ``pack.json``
    lists and that still lies beside it unchanged."""
    if path.name != MANIFEST:
        return path
    try:
        outputs = read_pack_json(path)["outputs"]
        listed = {str(one["path"]): str(one["sha256"]) for one in outputs}
    except (KeyError, TypeError) as error:
        raise ReportgenError(Message("living.not-a-pack-json", file=str(path))) from error
    same_kind = [name for name in listed if Path(name).suffix == document.suffix]
    beside = [
        one for name in same_kind if (one := path.parent / name).is_file() and _sum(one) == listed[name]
    ]
    name = document.name
    if name not in listed:
        found = most_alike(open_finished(document), (open_finished(one) for one in beside))
        name = found.name if found is not None else ""
    original = path.parent / name
    if not name or not original.is_file():
        raise ReportgenError(
            Message("living.no-original", file=document.name, pack=str(path), documents=tuple(same_kind))
        )
    if _sum(original) != listed[name]:
        raise ReportgenError(Message("living.original-changed", file=str(original)))
    return original


def _sum(path: Path) -> str:
    return hashlib.sha256(read_file(path)).hexdigest()


def adopted(edited: FinishedDocument, source: FinishedDocument) -> FinishedDocument:
    """The document with the lineage of ``source``, as it was built. Raises ``ReportgenError`` where that carries none, or is of
    another kind."""
    source.required_lineage()
    if source.built is None or type(source) is not type(edited):
        raise ReportgenError(Message("living.not-its-original", original=source.name, file=edited.name))
    living_format(edited).mark_again(edited, source)
    take_over(edited.package, source.package)
    return open_finished(edited.package.save(), edited.name)
