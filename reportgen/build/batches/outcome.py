"""What became of one pack of a batch, and whether the one that is in its folder is still the right one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from reportgen.build.batches.made_from import Sums
from reportgen.build.batches.members import BatchMember
from reportgen.build.pack_folder import MANIFEST, SIGNATURE, sha256
from reportgen.build.pack_json import parse_pack_json
from reportgen.build.pdf import copied
from reportgen.content import COPIES, Copy
from reportgen.errors import FileError
from reportgen.findings import Finding
from reportgen.ooxml.files import read_file, settle
from reportgen.record import Record, field


class Status(StrEnum):
    """``pending``: the run that is under way, or was stopped, has not come to it."""

    PENDING = "pending"
    BUILT = "built"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class Outcome(Record):
    """A member's pack. ``documents`` are what lies in its folder, ``edited`` those of them that people changed since;
    ``findings`` are what stopped it, ``counts`` how many findings its ``pack.json`` lists, ``kept`` edited documents under
    their new names."""

    member: BatchMember
    status: Status
    pack_sha256: str = ""
    documents: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    kept: tuple[tuple[str, str], ...] = ()


def standing(target: Path, member: BatchMember, status: Status, findings: Sequence[Finding] = ()) -> Outcome:
    """What lies in a member's folder, whoever built it."""
    folder = target / member.folder
    try:
        data = _manifest(folder)
        outputs = _outputs(parse_pack_json(data, str(folder / MANIFEST))) if data else {}
    except FileError:
        data, outputs = b"", {}
    there = [name for name in outputs if (folder / name).is_file()]
    edited = tuple(name for name in there if sha256(read_file(folder / name)) != outputs[name])
    copies = _copies(folder, COPIES) if there else []
    return Outcome(
        member, status, sha256(data) if data else "", (*there, *copies), edited, tuple(findings),
        _counts(data, folder),
    )  # fmt: skip


def is_as_it_was(
    target: Path, member: BatchMember, sums: Sums, *, copies: Collection[Copy], sign: bool
) -> bool:
    """Whether the pack in a member's folder was made from what there is today, and all its documents are still there."""
    folder = target / member.folder
    try:
        settle(folder)
        data = _manifest(folder)
        content = parse_pack_json(data, str(folder / MANIFEST)) if data else {}
    except FileError:
        return False
    made_from = (content.get("batch") or {}).get("made_from") or {}
    areas = made_from.get("areas")
    if not isinstance(areas, list) or made_from.get("sha256") != sums.of(member.code, map(str, areas)):
        return False
    outputs = _outputs(content)
    needed = [*outputs, *([SIGNATURE] if sign else [])]
    has_copies = all(len(_copies(folder, (copy,))) >= len(copied(outputs, copy)) for copy in copies)
    return bool(outputs) and has_copies and all((folder / name).is_file() for name in needed)


def _copies(folder: Path, copies: Collection[Copy]) -> list[str]:
    return sorted(path.name for copy in copies for path in folder.glob(f"*.{copy}"))


def _manifest(folder: Path) -> bytes:
    return read_file(folder / MANIFEST) if (folder / MANIFEST).is_file() else b""


def _outputs(content: dict[str, Any]) -> dict[str, str]:
    listed = content.get("outputs")
    return {
        item["path"]: str(item.get("sha256"))
        for item in (listed if isinstance(listed, list) else [])
        if isinstance(item, dict) and isinstance(item.get("path"), str) and "/" not in item["path"]
    }


def _counts(data: bytes, folder: Path) -> dict[str, int]:
    if not data:
        return {}
    try:
        listed = parse_pack_json(data, str(folder / MANIFEST)).get("findings")
    except FileError:
        return {}
    found = [item.get("severity") for item in (listed if isinstance(listed, list) else [])]
    return {severity: found.count(severity) for severity in ("error", "warning", "note")}
