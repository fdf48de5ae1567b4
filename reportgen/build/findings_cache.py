"""What a check found, kept in the user's cache folder for as long as neither what was checked nor the program changes.

An entry is found by a sum of everything that decides on it, and holds a sum of its own. One that cannot be read, or holds
anything but records of ours, counts for nothing: the data are checked as if it were not there.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import is_dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reportgen.errors import FileError, ReportgenError
from reportgen.findings import Finding

if TYPE_CHECKING:
    from reportgen.dataset.stores import Location

FOLDER = "REPORTGEN_CACHE"
"""The environment's variable that names another folder; where it is empty, nothing is kept."""
MOST_ENTRIES = 512
"""So many are kept, of each check of a pack some twenty; the oldest go first."""

_PACKAGE = Path(__file__).parents[1]
_SUM = hashlib.sha256().digest_size
_NAMES = {
    "builtins.frozenset", "builtins.set", "datetime.date", "decimal.Decimal",
    "reportgen.findings._finding_again", "reportgen.messages._again",
}  # fmt: skip
"""What an entry may name beside records and the words of a list: plain values, and what makes findings and messages again."""
_MODULES = {name.partition(".")[0] for name in _NAMES}
_folder: ContextVar[Path | None] = ContextVar("folder", default=None)


@contextmanager
def keeping_findings(folder: Path | None) -> Iterator[None]:
    """Keep what checks find in ``folder`` and take it from there; nowhere with ``None``, as is usual for a library."""
    token = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(token)


def usual_folder() -> Path | None:
    """Where this user's programs keep what they can make again; ``None`` where there is no such place."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "reportgen" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "reportgen"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "reportgen"


def sum_of_data(location: Location) -> str:
    """The sum of a dataset's files; empty where nothing is kept, and of what is no file or cannot be read."""
    from reportgen.dataset.stores import is_url, store_at

    if _folder.get() is None or is_url(location):
        return ""
    total = hashlib.sha256()
    try:
        for name, data in store_at(location).files():
            total.update(f"{name}\0{len(data)}\0".encode())
            total.update(data)
    except (ReportgenError, OSError):
        return ""
    return total.hexdigest()


def kept(data: str, *about: object) -> tuple[Finding, ...] | None:
    """What was found before in data of this sum, checked in this way; ``None`` where it is not known."""
    from reportgen.ooxml.files import read_file

    path = _path_of(data, about)
    if path is None or not _is_ours(path.parent):
        return None
    try:
        entry = read_file(path)
        if hashlib.sha256(entry[_SUM:]).digest() != entry[:_SUM]:
            return None
        found = _RecordUnpickler(io.BytesIO(entry[_SUM:])).load()
    except Exception:  # whatever is wrong with an entry, it is made again
        return None
    is_sound = isinstance(found, tuple) and all(isinstance(item, Finding) for item in found)
    return found if is_sound else None


def keep(found: Mapping[tuple[object, ...], tuple[Finding, ...]], data: str) -> None:
    """Keep what was found in data of this sum, by the way in which it was checked, as far as the folder can be written to."""
    from reportgen.ooxml.files import place_files

    folder = _folder.get()
    if folder is None or not data:
        return
    entries = {}
    for about, findings in found.items():
        path = _path_of(data, about)
        assert path is not None
        entry = pickle.dumps(findings, protocol=pickle.HIGHEST_PROTOCOL)
        entries[path] = hashlib.sha256(entry).digest() + entry
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(folder):
            return
        place_files(entries)
        _leave_out_the_oldest(folder)
    except (FileError, OSError):
        return


class _RecordUnpickler(pickle.Unpickler):
    """Reads records of reportgen and numbers and dates, and refuses everything else that a pickle can name."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.partition(".")[0] in _MODULES else None
        is_record = isinstance(found, type) and (is_dataclass(found) or issubclass(found, (Enum, Struct)))
        if f"{module}.{name}" in _NAMES or (is_record and module.startswith("reportgen.")):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _path_of(data: str, about: tuple[object, ...]) -> Path | None:
    folder = _folder.get()
    if folder is None or not data:
        return None
    named = repr((_sum_of_program(), data, *map(str, about)))
    return folder / f"{hashlib.sha256(named.encode()).hexdigest()}.findings"


@lru_cache(maxsize=1)
def _sum_of_program() -> str:
    """The sum of the program as it lies: a rule that is changed finds something else."""
    files = (
        os.path.join(folder, name)
        for folder, _, names in os.walk(_PACKAGE)
        for name in names
        if name.endswith(".py")
    )
    seen = [(file, (found := os.stat(file)).st_size, found.st_mtime_ns) for file in sorted(files)]
    return hashlib.sha256(repr((sys.version, seen)).encode()).hexdigest()


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can have written there."""
    if not hasattr(os, "geteuid"):
        return True
    try:
        found = folder.stat()
    except OSError:
        return False
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _leave_out_the_oldest(folder: Path) -> None:
    entries = sorted(folder.glob("*.findings"), key=lambda entry: entry.stat().st_mtime, reverse=True)
    for entry in entries[MOST_ENTRIES:]:
        entry.unlink(missing_ok=True)
