"""Files read whole, and written all or nothing: whatever a command writes is placed here."""

from __future__ import annotations

import os
import uuid
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from reportgen.errors import FileError, why
from reportgen.messages import Message

StrPath = str | os.PathLike[str]


def read_file(path: StrPath) -> bytes:
    """The bytes of a file. Raises ``FileError`` where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise FileError(Message("ooxml.cannot-read", path=os.fspath(path), why=why(error))) from error


def place_files(files: Mapping[Path, bytes], keep: Mapping[Path, Path] | None = None) -> None:
    """Write every file or none: where one cannot be written, everything is again as it was.

    Missing folders are made. A file that is in ``keep`` goes to another path before the new one takes its place. Raises
    ``FileError`` that names the path which could not be written.
    """
    placing = _Placing(keep or {})
    path = Path()
    try:
        for path, data in files.items():
            placing.stage(path, data)
        for path in files:
            placing.place(path, is_last=path == list(files)[-1])
    except OSError as error:
        placing.undo()
        raise _not_placed(path, error) from error
    except BaseException:  # stopped by hand
        placing.undo()
        raise
    placing.tidy()


def _not_placed(path: Path, error: OSError) -> FileError:
    if path.is_dir():
        return FileError(Message("ooxml.folder-in-the-way", path=str(path)))
    blocked = next((folder for folder in path.parents if folder.exists() and not folder.is_dir()), None)
    if blocked is not None:
        return FileError(Message("ooxml.file-in-the-way", path=str(path), folder=str(blocked)))
    return FileError(Message("ooxml.cannot-write", path=str(path), why=why(error)))


class _Placing:
    """The steps of one placing, and how each is taken back."""

    def __init__(self, keep: Mapping[Path, Path]) -> None:
        self._keep = keep
        self._staged: dict[Path, Path] = {}
        """The new file of each path, under a name of its own in the same folder."""
        self._old: dict[Path, Path] = {}
        """Where the file went that was at the path before."""
        self._placed: list[Path] = []
        self._made: list[Path] = []

    def stage(self, path: Path, data: bytes) -> None:
        """Write the new file beside its path."""
        self._make_folder(path.parent)
        if path.is_dir():
            raise IsADirectoryError
        beside = _name_beside(path)
        self._staged[path] = beside
        with beside.open("xb") as file:
            file.write(data)

    def place(self, path: Path, *, is_last: bool) -> None:
        """Move the new file to its path. The last one replaces the old in one step: nothing after it can fail."""
        old = self._keep.get(path) or (None if is_last else _name_beside(path))
        if old is not None and path.exists():
            os.replace(path, old)
            self._old[path] = old
        os.replace(self._staged[path], path)
        self._placed.append(path)

    def undo(self) -> None:
        """Put everything back."""
        for path in self._placed:
            path.unlink(missing_ok=True)
        for path, old in reversed(self._old.items()):
            os.replace(old, path)
        for staged in self._staged.values():
            with suppress(OSError):
                staged.unlink()
        for folder in reversed(self._made):
            if not any(folder.iterdir()):
                folder.rmdir()

    def tidy(self) -> None:
        """Take away the old files that are not kept."""
        for path, old in self._old.items():
            if path not in self._keep:
                old.unlink(missing_ok=True)

    def _make_folder(self, folder: Path) -> None:
        if not folder.exists():
            self._make_folder(folder.parent)
            folder.mkdir(exist_ok=True)
            self._made.append(folder)


def _name_beside(path: Path) -> Path:
    return path.with_name(f".reportgen-{uuid.uuid4().hex[:12]}")
