"""Putting a build's files in their folder: all or nothing, and never over somebody's edits.

The files are first written beside their folder; then each takes its place, and if one cannot, all go back. A
document that was edited by hand since it was built is kept under another name.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import PackError, why
from reportgen.messages import Message

MANIFEST = "pack.json"


@dataclass(frozen=True, slots=True)
class Placed:
    """What placing did: the files written, and edited documents kept under a new name (old name, new name)."""

    folder: Path
    files: tuple[Path, ...]
    kept: tuple[tuple[str, str], ...] = ()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def place(folder: Path, files: Mapping[str, bytes]) -> Placed:
    """Write ``files`` (name to bytes) into ``folder``; nothing changes there if any of them cannot be written."""
    existed = folder.exists()
    for name in files:
        if (folder / name).is_dir():
            raise PackError(Message("pack.folder-in-the-way", name=name, folder=str(folder)))
    if existed and not folder.is_dir():
        raise PackError(Message("pack.output-is-a-file", folder=str(folder)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".reportgen-", dir=folder))
    except OSError as error:
        raise _cannot_write(folder, error) from error
    try:
        for name, data in files.items():
            (staging / name).write_bytes(data)
        kept = _edited_by_hand(folder, files)
        _swap(folder, staging, list(files), kept)
    except OSError as error:
        raise _cannot_write(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if not existed and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return Placed(folder, tuple(folder / name for name in files), tuple(kept.items()))


def _swap(folder: Path, staging: Path, names: list[str], kept: Mapping[str, str]) -> None:
    """Move each staged file into place; on any failure put back what stood there."""
    undo: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    try:
        for name in names:
            final = folder / name
            if final.exists():
                aside = folder / kept[name] if name in kept else staging / f"{name}.before"
                os.replace(final, aside)
                undo.append((aside, final))
            os.replace(staging / name, final)
            placed.append(final)
    except OSError:
        for path in placed:
            path.unlink(missing_ok=True)
        for aside, final in reversed(undo):
            os.replace(aside, final)
        raise


def _edited_by_hand(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Documents whose bytes are no longer those that the last build wrote, each with the name it is kept under."""
    built = _last_build(folder / MANIFEST)
    edited = {}
    for name, data in files.items():
        path = folder / name
        if name == MANIFEST or path.suffix == ".pdf" or not path.is_file():
            continue  # a PDF is made from its document: what people edit is that
        now = sha256(path.read_bytes())
        if now not in (built.get(name), sha256(data)):
            edited[name] = _free_name(folder, path)
    return edited


def _last_build(manifest: Path) -> dict[str, str]:
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        return {item["path"]: item["sha256"] for item in content["outputs"] if "sha256" in item}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _free_name(folder: Path, path: Path) -> str:
    number = 1
    while (folder / f"{path.stem}.edited-{number}{path.suffix}").exists():
        number += 1
    return f"{path.stem}.edited-{number}{path.suffix}"


def _cannot_write(folder: Path, error: OSError) -> PackError:
    return PackError(Message("pack.nothing-written", folder=str(folder), why=why(error)))
