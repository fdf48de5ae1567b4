"""The folder that a build writes: its files all or nothing, and never over somebody's edits.

A document that was edited by hand since it was built is kept under another name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from reportgen.build.pack_json import read_pack_json
from reportgen.content import COPIES
from reportgen.errors import FileError
from reportgen.ooxml.files import place_files, read_file
from reportgen.ooxml.placing import name_for_edited
from reportgen.record import Record

MANIFEST = "pack.json"
SIGNATURE = "pack.json.sig"


class Placed(Record):
    """What placing did: the files written, and edited documents kept under a new name (old name, new name)."""

    folder: Path
    files: tuple[Path, ...]
    kept: tuple[tuple[str, str], ...] = ()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def place_pack(folder: Path, files: Mapping[str, bytes]) -> Placed:
    """Write ``files`` (name to bytes) into ``folder``. Raises ``FileError``; nothing changes there then.

    A signature of the ``pack.json`` that is replaced goes with it.
    """
    kept: dict[str, str] = {}

    def keep() -> dict[Path, Path]:
        kept.update(_edited_by_hand(folder, files))
        return {folder / old: folder / new for old, new in kept.items()}

    of_before = [folder / SIGNATURE] if MANIFEST in files and SIGNATURE not in files else []
    place_files({folder / name: data for name, data in files.items()}, keep, of_before)
    return Placed(folder, tuple(folder / name for name in files), tuple(kept.items()))


def _edited_by_hand(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Documents whose bytes are no longer those that the last build wrote, each with the name it is kept under."""
    built = _last_build(folder / MANIFEST)
    edited = {}
    for name, data in files.items():
        path = folder / name
        if name in (MANIFEST, SIGNATURE) or path.suffix[1:] in COPIES or not path.is_file():
            continue  # a copy is made from its document: what people edit is that
        now = sha256(read_file(path))
        if now not in (built.get(name), sha256(data)):
            edited[name] = name_for_edited(path).relative_to(folder).as_posix()
    return edited


def _last_build(manifest: Path) -> dict[str, str]:
    try:
        content = read_pack_json(manifest)
        return {item["path"]: item["sha256"] for item in content["outputs"] if "sha256" in item}
    except (FileError, KeyError, TypeError):
        return {}
