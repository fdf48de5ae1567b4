"""Files read whole, and written all or nothing: whatever a command writes is placed here."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from reportgen.errors import FileError, why
from reportgen.messages import Message
from reportgen.ooxml.journal import JOURNAL, UNDO
from reportgen.ooxml.placing import Placing, locked, recover
from reportgen.ooxml.whole_files import read_whole

StrPath = str | os.PathLike[str]
FileContent = bytes | Iterable[bytes]
"""What a file is to hold, whole or piece by piece."""
Keep = Callable[[], Mapping[Path, Path]]


def read_file(path: StrPath) -> bytes:
    """The bytes of a file. Raises ``FileError`` where it cannot be read."""
    try:
        return read_whole(Path(path))
    except (OSError, ValueError) as error:
        system = error if isinstance(error, OSError) else OSError(str(error))
        raise FileError(Message("ooxml.cannot-read", path=os.fspath(path), why=why(system))) from error


def place_files(files: Mapping[Path, FileContent], keep: Keep = dict, removed: Iterable[Path] = ()) -> None:
    """Write every file or none: where one cannot be written, everything is again as it was.

    Missing folders are made. ``keep`` is asked, while no other process writes into the folder, which files go to another path
    before the new one takes its place; ``removed`` are files that go with what is replaced. A process that is killed leaves a journal; the next placing into the same folder
    finishes what it began. Raises ``FileError`` that names the path which could not be written.
    """
    if not files:
        return
    root = _common_folder(files)
    placing = Placing(root, next(iter(files)))
    try:
        placing.make_root()
        with locked(root):
            try:
                recover(root)
                placing.stage(files, keep(), removed)
                placing.apply()
            except BaseException:  # stopped by hand included
                placing.undo()
                raise
            placing.tidy()
    except OSError as error:
        placing.leave_root()
        raise _not_placed(placing.path, error) from error
    except BaseException:
        placing.leave_root()
        raise


def finish_placing(folder: Path, patience: float | None = None) -> bool:
    """Finish, or take back, what a process left half done in ``folder``, and sweep what it left; whether one was finished.
    Another process that writes there is waited for, as long as usual or as ``patience`` says.

    Raises ``FileError``.
    """
    if not folder.is_dir():
        return False
    try:
        with locked(folder, patience):
            return recover(folder)
    except OSError as error:
        raise _not_placed(folder, error) from error


def settle(folder: Path) -> None:
    """Have ``folder`` whole before it is read: what a killed process decided on is finished, what else it left is swept where that can be done.

    Raises ``FileError`` where something is half written and cannot be finished.
    """
    left = [entry for entry in folder.glob(".reportgen-*") if entry.is_dir()]
    if not left:
        return
    is_half_written = any((entry / name).exists() for entry in left for name in (JOURNAL, UNDO))
    try:
        finish_placing(folder, None if is_half_written else 0)
    except FileError as error:
        if is_half_written:
            raise FileError(Message("ooxml.half-written", folder=str(folder), cause=error.message)) from error


def _common_folder(files: Iterable[Path]) -> Path:
    folders = {path.parent for path in files}
    if len(folders) == 1:
        return folders.pop()
    return Path(os.path.commonpath([folder.absolute() for folder in folders]))


def _not_placed(path: Path, error: OSError) -> FileError:
    return FileError(_what_stopped(path, error))


def _what_stopped(path: Path, error: OSError) -> Message:
    if isinstance(error, TimeoutError):
        return Message("ooxml.folder-in-use", folder=str(path.parent))
    if path.is_dir() and isinstance(error, IsADirectoryError):
        return Message("ooxml.folder-in-the-way", path=str(path))
    blocked = next((folder for folder in path.parents if folder.exists() and not folder.is_dir()), None)
    if blocked is not None:
        return Message("ooxml.file-in-the-way", path=str(path), folder=str(blocked))
    code = "no-room" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "cannot-write"
    return Message(f"ooxml.{code}", path=str(path), why=why(error))
