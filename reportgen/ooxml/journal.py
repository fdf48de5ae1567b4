"""The journal of a placing: which staged file goes where. It is read back from folders that anybody may have filled, so nothing in it leads out of its folder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportgen.errors import FileError
from reportgen.messages import Message
from reportgen.ooxml.whole_files import read_whole
from reportgen.record import Record, asdict

JOURNAL, UNDO = "journal.json", "undo.json"


class Step(Record):
    """One file of a placing. Paths are relative to its folder; ``was`` is size and time of what it replaces."""

    target: str
    keep: str | None
    was: tuple[int, int] | None
    in_new_folder: bool
    removes: bool = False


def to_json(steps: Iterable[Step]) -> bytes:
    return json.dumps([asdict(step) for step in steps]).encode()


def read_journal(path: Path, root: Path) -> list[Step]:
    """The steps of a placing into ``root``. Raises ``FileError`` where they are damaged or lead out of it."""
    try:
        return [_step(said, root) for said in json.loads(read_whole(path))]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise FileError(Message("ooxml.foreign-journal", folder=str(path.parent))) from error


def _step(said: Any, root: Path) -> Step:
    was = said["was"]
    step = Step(
        target=str(said["target"]),
        keep=None if said["keep"] is None else str(said["keep"]),
        was=None if was is None else (int(was[0]), int(was[1])),
        in_new_folder=bool(said["in_new_folder"]),
        removes=bool(said.get("removes", False)),
    )
    for name in (step.target, step.keep):
        if name is not None:
            _refuse_outside(root / name, root)
    return step


def _refuse_outside(path: Path, root: Path) -> None:
    """A path may lead out of the folder by its steps, or by a link on its way."""
    inside = root.resolve()
    folder = path.parent.resolve()
    if path.name in ("", ".", "..") or not (folder == inside or inside in folder.parents):
        raise ValueError(str(path))
