"""One placing of files: staged in a hidden folder, decided by a journal, finished by the next process where this one is killed.

New files are written to ``.reportgen-ID/`` in the folder they go to. Once ``journal.json`` is there, the placing is decided: whoever comes next
finishes it. Before, whoever comes next removes what was staged. A placing that fails turns its journal into ``undo.json`` and takes
everything back; whoever comes next finishes that.
"""

from __future__ import annotations

import os
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from reportgen.ooxml.journal import JOURNAL, UNDO, Step, read_journal, to_json
from reportgen.regex import regex

PATIENCE_SECONDS = 20.0
"""How long a placing waits for another process that writes into the same folder."""

_STAGING = regex(r"\.reportgen-[0-9a-f]{12}\Z")
_STALE_SECONDS = 600.0
"""Where a folder cannot be locked, what was staged longer ago than this is taken for left behind."""


class Placing:
    """The files of one placing into ``root`` and the folders below it. ``path`` is the file at hand, for an error to name."""

    def __init__(self, root: Path, first: Path) -> None:
        self.root = root
        self.path = first
        self._staging = root / f".reportgen-{uuid.uuid4().hex[:12]}"
        self._steps: list[Step] = []
        self._made: list[Path] = []
        self._decided = False

    def make_root(self) -> None:
        """Make the folder and those above it where they are missing."""
        missing = [folder for folder in (self.root, *self.root.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(exist_ok=True)
            self._made.append(folder)
        if not self.root.is_dir():
            raise NotADirectoryError(20, "Not a directory", str(self.root))

    def leave_root(self) -> None:
        """Remove the folders that were made for nothing."""
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()

    def stage(
        self,
        files: Mapping[Path, bytes | Iterable[bytes]],
        keep: Mapping[Path, Path],
        removed: Iterable[Path] = (),
    ) -> None:
        """Write the new files into the hidden folder, and the journal last."""
        self._staging.mkdir()
        for number, (path, data) in enumerate(files.items()):
            self.path = path
            if path.is_dir():
                raise IsADirectoryError(21, "Is a directory", str(path))
            _refuse_blocked(path, self.root)
            if path.exists() and not os.access(path, os.W_OK):
                raise PermissionError(13, "Permission denied", str(path))
            _write_through(self._staging / str(number), data)
            kept = self._relative(keep[path]) if path in keep else None
            self._steps.append(
                Step(
                    self._relative(path),
                    kept,
                    _state(path),
                    not path.parent.exists(),
                )
            )
        self._steps += [
            Step(self._relative(path), None, _state(path), False, removes=True)
            for path in removed
            if path.exists()
        ]
        if len(self._steps) > 1 or keep:
            temporary = self._staging / "journal"
            _write_through(temporary, to_json(self._steps))
            os.replace(temporary, self._staging / JOURNAL)
            _sync_folder(self._staging)
            _sync_folder(self.root)
        self._decided = True

    def apply(self) -> None:
        """Move every file to its path."""
        if len(self._steps) == 1 and not self._steps[0].keep:  # one step is all or nothing by itself
            self.path = self.root / self._steps[0].target
            os.replace(self._staging / "0", self.path)
            return
        for number, step in enumerate(self._steps):
            self.path = self.root / step.target
            _place(self.root, self._staging, number, step)

    def undo(self) -> None:
        """Put everything back."""
        if self._decided and (self._staging / JOURNAL).exists():
            os.replace(self._staging / JOURNAL, self._staging / UNDO)
            _take_back(self.root, self._staging, self._steps)
        with suppress(OSError):
            _remove(self._staging)

    def tidy(self) -> None:
        """Remove the hidden folder. What cannot be removed now, the next placing removes."""
        _sync_folder(self.root)
        with suppress(OSError):
            _remove(self._staging)

    def _relative(self, path: Path) -> str:
        return os.path.relpath(path, self.root)


def recover(root: Path) -> bool:
    """Finish or take back every placing that was left in ``root``; whether one was finished. Call it in :func:`locked`."""
    finished = False
    for left in sorted(root.iterdir()):
        if not _STAGING.fullmatch(left.name) or (not _CAN_LOCK and _age(left) < _STALE_SECONDS):
            continue
        if left.is_symlink() or not left.is_dir():  # staged by an older version, or by nobody of ours
            left.unlink(missing_ok=True)
        elif (left / UNDO).exists():
            _take_back(root, left, read_journal(left / UNDO, root))
        elif (left / JOURNAL).exists():
            finished |= _finish(root, left)
        if left.is_dir():
            _remove(left)
    return finished


@contextmanager
def locked(root: Path, patience: float | None = None) -> Iterator[None]:
    """Keep other processes from placing files in ``root``. Raises ``TimeoutError`` where another one does so for longer than ``patience``."""
    if not _CAN_LOCK:
        yield
        return
    import fcntl

    folder = os.open(root, os.O_RDONLY)
    try:
        until = time.monotonic() + (PATIENCE_SECONDS if patience is None else patience)
        while True:
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise TimeoutError from None
                time.sleep(0.02)
            except OSError:  # a file system without locks
                break
        yield
    finally:
        os.close(folder)


_CAN_LOCK = os.name == "posix"


def _finish(root: Path, left: Path) -> bool:
    """Finish what a killed process decided; where that cannot be done, take it back."""
    steps = read_journal(left / JOURNAL, root)
    try:
        for number, step in enumerate(steps):
            _place(root, left, number, step)
    except OSError:
        os.replace(left / JOURNAL, left / UNDO)
        _take_back(root, left, steps)
        return False
    return True


def _place(root: Path, staging: Path, number: int, step: Step) -> None:
    """Move one file to its path; again and again with the same outcome, for the steps of a killed process."""
    new, target = staging / str(number), root / step.target
    if step.removes and _state(target) == step.was:
        os.replace(target, staging / f"old-{number}")
    if not new.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        _twin(target, staging / f"old-{number}")
        if step.keep:
            _twin(target, root / step.keep)
        elif _state(target) != step.was:  # somebody wrote it since the process was killed
            _twin(target, name_for_edited(target))
    os.replace(new, target)


def _take_back(root: Path, staging: Path, steps: list[Step]) -> None:
    for number, step in enumerate(steps):
        target, old = root / step.target, staging / f"old-{number}"
        placed = not (staging / str(number)).exists()
        if old.exists():
            if step.keep and (root / step.keep).exists():
                (root / step.keep).unlink()
            if placed:
                os.replace(old, target)
        elif placed and step.was is None:
            target.unlink(missing_ok=True)
    for step in steps:
        if step.in_new_folder:
            _remove_empty((root / step.target).parent, root)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _twin(path: Path, other: Path) -> None:
    """The same file under a second name; where the file system has no links, a copy."""
    if other.exists():
        return
    try:
        os.link(path, other)
    except OSError:
        beside = other.with_name(f"{other.name}.part") if other.parent == path.parent else other
        shutil.copy2(path, beside)
        if beside != other:
            os.replace(beside, other)


def name_for_edited(path: Path) -> Path:
    """A free name beside a file that somebody edited: ``brief.edited-1.docx``."""
    number = 1
    while (free := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
        number += 1
    return free


def _refuse_blocked(path: Path, root: Path) -> None:
    for folder in path.parents:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(20, "Not a directory", str(folder))
        if folder == root:
            return


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _write_through(path: Path, data: bytes | Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines((data,) if isinstance(data, bytes) else data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove(staging: Path) -> None:
    """Remove a hidden folder; its journal goes first, so that a kill in between starts nothing anew."""
    for name in (JOURNAL, UNDO):
        (staging / name).unlink(missing_ok=True)
    shutil.rmtree(staging)
