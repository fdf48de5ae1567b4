"""Does a folder still hold what its ``pack.json`` says? Files that are missing, changed or extra, and the signature."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.build.file_names import INDEX, PAGE
from reportgen.build.manifest import FORMAT
from reportgen.build.pack_folder import MANIFEST, SIGNATURE, sha256
from reportgen.build.pack_json import parse_pack_json, read_pack_json
from reportgen.build.signing import public_key, signs
from reportgen.content import COPIES
from reportgen.errors import PackError
from reportgen.figures.records import FigureRecord
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml.files import read_file, settle

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_KEYS = {INDEX: "packs", "areas.json": "areas"}
"""The index of a batch, as it is and as earlier versions wrote it, and the key of its packs."""


def verify(folder: Path, *, key: Path | None = None) -> tuple[list[Finding], int]:
    """What differs in ``folder`` from what was built there, and the number of files that were held against it.

    A folder with an ``index.json`` (or the ``areas.json`` of earlier batches) is verified pack by pack. ``key`` is a public key that each ``pack.json`` must be signed with.
    Raises ``ReportgenError`` where nothing was built there, or what was cannot be read.
    """
    public = public_key(key) if key is not None else None
    settle(folder)
    if (folder / MANIFEST).is_file():
        return _of_pack(folder, "", public)
    index = next((name for name in _KEYS if (folder / name).is_file()), None)
    if index is None:
        raise PackError(Message("pack.no-manifest", folder=str(folder)))
    found: list[Finding] = []
    files = 0
    content = read_pack_json(folder / index)
    if not isinstance(content.get(_KEYS[index]), list):
        found.append(_finding("manifest-damaged", index, entry=_KEYS[index]))
    packs = _listed(content, _KEYS[index])
    listed = [area for area in packs if _is_name(area.get("folder"))]
    for area in listed:
        name = area["folder"]
        settle(folder / name)
        if not (folder / name / MANIFEST).is_file():
            found.append(_finding("file-missing", f"{name}/{MANIFEST}"))
            continue
        if area.get("pack_sha256") != sha256(read_file(folder / name / MANIFEST)):
            found.append(_finding("file-changed", f"{name}/{MANIFEST}"))
        of_area, number = _of_pack(folder / name, f"{name}/", public)
        found += of_area
        files += number
    known = {area["folder"] for area in listed} | {index, PAGE}
    found += [_finding("file-extra", name) for name in sorted(os.listdir(folder)) if name not in known]
    return found, files


def _of_pack(folder: Path, at: str, key: Ed25519PublicKey | None) -> tuple[list[Finding], int]:
    data = read_file(folder / MANIFEST)
    content = parse_pack_json(data, str(folder / MANIFEST))
    outputs = {
        item["path"]: item.get("sha256") for item in _listed(content, "outputs") if _is_name(item.get("path"))
    }
    found = [] if key is None else list(_of_signature(folder, data, at, key))
    found += [_finding("manifest-damaged", at + MANIFEST, entry=entry) for entry in _no_build_writes(content)]
    for name, sum_of_file in outputs.items():
        path = folder / name
        if not path.is_file():
            found.append(_finding("file-missing", at + name))
        elif sha256(read_file(path)) != sum_of_file:
            found.append(_finding("file-changed", at + name))
    found += [_finding("file-extra", at + name) for name in _extra(folder, outputs)]
    return found, len(outputs)


def _of_signature(folder: Path, data: bytes, at: str, key: Ed25519PublicKey) -> Iterator[Finding]:
    path = folder / SIGNATURE
    if not path.is_file():
        yield _finding("signature-missing", at + MANIFEST)
    elif not signs(read_file(path), data, key):
        yield _finding("signature-wrong", at + MANIFEST)


def _extra(folder: Path, outputs: Mapping[str, Any]) -> Iterator[str]:
    """Files that no build lists. A copy (PDF, .ods) is made from its document and is not listed."""
    copies = {f"{name.rpartition('.')[0]}.{copy}" for name in outputs for copy in COPIES}
    known = {*outputs, *copies, MANIFEST, SIGNATURE}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in known:
            yield name


def _listed(content: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    listed = content.get(key)
    return [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []


def _is_name(name: Any) -> bool:
    """A plain name: what a ``pack.json`` lists leads nowhere else."""
    return isinstance(name, str) and name not in ("", ".", "..") and not set(name) & {"/", "\\", ":", "\0"}


def _no_build_writes(content: Mapping[str, Any]) -> Iterator[str]:
    """The entries of a ``pack.json`` that no build writes, whoever signed it."""
    if content.get("format") not in range(1, FORMAT + 1):
        yield "format"
    for key, is_sound in (("outputs", _is_output), ("figures", _is_figure)):
        listed = content.get(key)
        if not isinstance(listed, list) or (key == "outputs" and not listed):
            yield key
            continue
        yield from (f"{key}[{number}]" for number, item in enumerate(listed) if not is_sound(item))


def _is_output(item: Any) -> bool:
    sum_of_file = item.get("sha256") if isinstance(item, dict) else None
    is_sum = isinstance(sum_of_file, str) and re.fullmatch("[0-9a-f]{64}", sum_of_file) is not None
    return is_sum and _is_name(item.get("path"))


def _is_figure(item: Any) -> bool:
    try:
        FigureRecord.from_json(item)
    except (TypeError, KeyError, ValueError, ArithmeticError):
        return False
    return True


def _finding(code: str, file: str, **parameters: Any) -> Finding:
    return Finding(code, Severity.ERROR, place=Place(file=file), **parameters)
