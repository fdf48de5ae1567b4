"""Does a folder still hold what its ``pack.json`` says? Files that are missing, changed or extra, what ``pack.json`` says
that no build wrote, and the signature."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeGuard

from reportgen.build.batches.outcome import Status
from reportgen.build.file_names import INDEX, PAGE
from reportgen.build.manifest_checks import PackRecord
from reportgen.build.pack_folder import MANIFEST, SIGNATURE, sha256
from reportgen.build.pack_json import parse_pack_json, read_pack_json
from reportgen.build.signing import public_key, signs
from reportgen.content import COPIES
from reportgen.errors import PackError, ReportgenError
from reportgen.findings import Finding, Place, Severity
from reportgen.finished.lines import carries_no_lineage
from reportgen.finished.open_document import open_finished
from reportgen.messages import Message
from reportgen.ooxml.files import read_file, settle
from reportgen.toml_keys import PACK_FILE

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_KEYS = {INDEX: "packs", "areas.json": "areas"}
"""The index of a batch, as it is and as earlier versions wrote it, and the key of its packs."""


def verify(folder: Path, *, key: Path | None = None) -> tuple[list[Finding], int]:
    """What differs in ``folder`` from what was built there, and the number of files that were held against it.

    A folder with an ``index.json`` (or the ``areas.json`` of earlier batches) is verified pack by pack. ``key`` is a public key that
    each ``pack.json`` must be signed with; without one, a note says what was not proven.
    Raises ``ReportgenError`` where nothing was built there, or what was cannot be read.
    """
    public = public_key(key) if key is not None else None
    settle(folder)
    if os.path.lexists(folder / MANIFEST):
        found, files = _of_pack(folder, "", public, _InputFolders(folder))
        is_signed = (folder / SIGNATURE).exists()
    else:
        found, files, is_signed = _of_batch(folder, public)
    if public is None:
        variant = "unchecked" if is_signed else "unsigned"
        found.append(Finding("not-proven", Severity.NOTE, variant=variant, place=Place(file=MANIFEST)))
    return list(dict.fromkeys(found)), files


def _of_batch(folder: Path, key: Ed25519PublicKey | None) -> tuple[list[Finding], int, bool]:
    """As :func:`verify`, and whether any of the packs is signed."""
    index = next((name for name in _KEYS if os.path.lexists(folder / name)), None)
    if index is None:
        raise PackError(Message("pack.no-manifest", folder=str(folder)))
    content = read_pack_json(folder / index)
    packs = content.get(_KEYS[index])
    found: list[Finding] = []
    if not isinstance(packs, list):
        found.append(_finding("manifest-damaged", index, entry=_KEYS[index]))
    pending, files, known, is_signed, inputs = 0, 0, {index, PAGE}, False, _InputFolders(folder)
    for number, area in enumerate(packs if isinstance(packs, list) else []):
        name = area.get("folder") if isinstance(area, dict) else None
        if not _is_name(name) or name in known:
            variant = "twice" if _is_name(name) else ""
            found.append(_finding("manifest-damaged", index, variant, entry=f"{_KEYS[index]}[{number}]"))
            continue
        known.add(name)
        is_pending = area.get("status") == Status.PENDING
        pending += is_pending
        if is_pending and not os.path.lexists(folder / name):
            continue
        if not (folder / name / MANIFEST).is_file() or (folder / name).is_symlink():
            found.append(_absent(folder, name if (folder / name).is_symlink() else f"{name}/{MANIFEST}"))
            continue
        settle(folder / name)
        if not is_pending and area.get("pack_sha256") != sha256(read_file(folder / name / MANIFEST)):
            found.append(_finding("file-changed", f"{name}/{MANIFEST}"))
        of_area, number_of_files = _of_pack(folder / name, f"{name}/", key, inputs)
        found += of_area
        files += number_of_files
        is_signed = is_signed or (folder / name / SIGNATURE).exists()
    if pending:
        found.append(_finding("batch-stopped", index, packs=pending))
    found += [_finding("file-extra", name) for name in sorted(os.listdir(folder)) if name not in known]
    return found, files, is_signed


def _of_pack(
    folder: Path, at: str, key: Ed25519PublicKey | None, inputs: _InputFolders
) -> tuple[list[Finding], int]:
    """``at``: what is before names of files."""
    data = read_file(folder / MANIFEST)
    record = PackRecord(parse_pack_json(data, str(folder / MANIFEST)))
    damaged: dict[str, Finding] = {}

    def damage(entries: Iterable[str], variant: str = "", **parameters: str) -> None:
        for entry in entries:  # what is wrong with each, once
            if entry not in damaged:
                damaged[entry] = _finding(
                    "manifest-damaged", at + MANIFEST, variant, entry=entry, **parameters
                )

    damage(record.no_build_writes())
    damage(record.listed_twice(), "twice")
    if not damaged:
        damage(record.without_backing(), "alone")
    found = [] if _is_regular(folder / MANIFEST) else [_absent(folder, MANIFEST, at)]
    of_signature = () if key is None else tuple(_of_signature(folder, data, at, key))
    is_proven = key is not None and not of_signature
    outputs = record.sums["outputs"]
    for name, sum_of_file in outputs.items():
        if not _is_regular(folder / name):
            found.append(_absent(folder, name, at))
        elif sha256(read_file(folder / name)) != sum_of_file:
            found.append(_finding("file-changed", at + name))
        elif not is_proven and not carries_no_lineage(name):
            try:
                damage(record.unlike(name, open_finished(folder / name)), "document", document=name)
            except ReportgenError as error:
                found.append(_finding("file-changed", at + name, "unreadable", error=error.message))
    found += [_finding("file-extra", at + name) for name in _extra(folder, outputs)]
    return [*of_signature, *damaged.values(), *found, *inputs.changed_since(record)], len(outputs)


def _of_signature(folder: Path, data: bytes, at: str, key: Ed25519PublicKey) -> Iterator[Finding]:
    path = folder / SIGNATURE
    if not path.is_file():
        yield _finding("signature-missing", at + MANIFEST)
    elif not signs(read_file(path), data, key):
        yield _finding("signature-wrong", at + MANIFEST)


class _InputFolders:
    """The files that packs were built from, where these lie as a build without ``--output`` leaves them."""

    def __init__(self, folder: Path) -> None:
        above = folder.absolute().parent
        self._folder = (
            above.parent if above.name == "build" and (above.parent / PACK_FILE).is_file() else None
        )
        self._sums: dict[str, str | None] = {}

    def changed_since(self, record: PackRecord) -> Iterator[Finding]:
        """Inputs that are there and no longer those of the build: no mistake, but the same pack cannot be built from them."""
        for name, sum_of_file in record.sums["inputs"].items():
            if self._sum(name) not in (None, sum_of_file):
                yield Finding("input-changed", Severity.WARNING, place=Place(file=name))

    def _sum(self, name: str) -> str | None:
        """``None`` for a file that is not here, such as a database."""
        if name not in self._sums:
            path = None if self._folder is None else self._folder / name
            is_here = path is not None and not PurePosixPath(name).is_absolute() and _is_regular(path)
            self._sums[name] = sha256(read_file(path)) if path is not None and is_here else None
        return self._sums[name]


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _absent(folder: Path, name: str, at: str = "") -> Finding:
    """A file that is not there, or what lies in its place: a link, a folder, a pipe."""
    path = folder / name
    if not os.path.lexists(path):
        return _finding("file-missing", at + name)
    kind = "link" if path.is_symlink() else "folder" if path.is_dir() else "device"
    return _finding("file-changed", at + name, kind)


def _extra(folder: Path, outputs: Mapping[str, Any]) -> Iterator[str]:
    """Files that no build lists. A copy (PDF, .ods) is made from its document and is not listed."""
    copies = {f"{name.rpartition('.')[0]}.{copy}" for name in outputs for copy in COPIES}
    known = {*outputs, *copies, MANIFEST, SIGNATURE}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name not in known and (path.is_symlink() or not path.is_dir()):
            yield name


def _is_name(name: Any) -> TypeGuard[str]:
    """A plain name: what an index lists leads nowhere else."""
    return isinstance(name, str) and name not in ("", ".", "..") and not set(name) & {"/", "\\", ":", "\0"}


def _finding(code: str, file: str, variant: str = "", **parameters: Any) -> Finding:
    return Finding(code, Severity.ERROR, variant=variant, place=Place(file=file), **parameters)
