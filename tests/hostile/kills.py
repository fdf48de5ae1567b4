"""Kills writing at every step that it asks of the system, and looks at what is left: ``python -m tests.hostile.kills``.

A child process does the writing and gets signal 9 before its first, second, third ... open, rename, link or removal. Then every file must
be the old or the new one, whole; the next run must find all old or all new, leave nothing hidden, and keep nothing as "edited by hand".
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.build.pack_folder import MANIFEST, SIGNATURE, place_pack, sha256
from reportgen.errors import FileError
from reportgen.ooxml.files import finish_placing, place_files

State = Mapping[str, bytes]

_STEPS = frozenset(
    {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "shutil.copyfile"}
)


@dataclass(frozen=True)
class Scenario:
    """A way of writing: what is in the folder before, how it is written, what is in it afterwards."""

    name: str
    before: State
    write: Callable[[Path], object]
    after: State
    decided: State | None = None
    """What a killed run may have decided on, where the writing afterwards fails by itself."""

    @property
    def states(self) -> tuple[State, ...]:
        return (self.before, self.after) if self.decided is None else (self.before, self.after, self.decided)


@dataclass
class Count:
    """How many kills were done, and what they left: counted until the next run, then after it."""

    kills: int = 0
    old: int = 0
    new: int = 0
    between: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills left {self.old} times the old files, {self.new} times the new, {self.between} times both "
            "until the next run; 0 lost, 0 half written, 0 left over"
        )


def scenarios() -> list[Scenario]:
    old = _built(
        {"brief-en.docx": b"old en" * 9000, "brief-zh.docx": b"old zh" * 9000, "book.dat": b"old book"}
    )
    new = _built(
        {"brief-en.docx": b"new en" * 9000, "brief-zh.docx": b"new zh" * 9000, "book.dat": b"new book"}
    )
    edited = {**old, "brief-en.docx": b"edited by hand"}
    tables = {"data/a.csv": b"new a", "data/b.csv": b"new b", "pack.toml": b"new"}
    return [
        Scenario("a first build", {}, lambda folder: place_pack(folder, new), new),
        Scenario("a rebuild", old, lambda folder: place_pack(folder, new), new),
        Scenario(
            "a rebuild over an edited document",
            edited,
            lambda folder: place_pack(folder, new),
            {**new, "brief-en.edited-1.docx": b"edited by hand"},
        ),
        Scenario(
            "an unsigned build over a signed one",
            {**old, SIGNATURE: b"of the old"},
            lambda folder: place_pack(folder, new),
            new,
        ),
        Scenario(
            "an unsigned build over a signed one that fails and is taken back",
            {**old, SIGNATURE: b"of the old"},
            lambda folder: _fails(folder, new),
            {**old, SIGNATURE: b"of the old"},
            new,
        ),
        Scenario(
            "one document", {"note.docx": b"old"}, _writes({"note.docx": b"new"}), {"note.docx": b"new"}
        ),
        Scenario("an import", {"data/a.csv": b"a", "data/b.csv": b"b"}, _writes(tables), tables),
        Scenario("a new pack", {}, _writes(tables), tables),
        Scenario("a rebuild that fails and is taken back", old, lambda folder: _fails(folder, new), old, new),
        Scenario(
            "a first build that fails and is taken back", {}, lambda folder: _fails(folder, new), {}, new
        ),
    ]


def kill_at_every_step(scenario: Scenario, count: Count, every: int = 1) -> None:
    """Kill the scenario's writing at each ``every``-th step until it lives through. Raises ``AssertionError``."""
    step = 1
    while True:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "pack"
            _write_plainly(folder, scenario.before)
            if not _killed(scenario, folder, step):
                assert (contents(folder) if folder.is_dir() else {}) == scenario.after, (
                    f"{scenario.name}: not written"
                )
                return
            _look(scenario, folder, step, count)
        step += every


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _look(scenario: Scenario, folder: Path, step: int, count: Count) -> None:
    place_of = f"{scenario.name}, killed at step {step}"
    found = contents(folder) if folder.is_dir() else {}
    left = {path: data for path, data in found.items() if not path.startswith(".")}
    count.kills += 1
    count.old += left == scenario.before
    count.new += left in scenario.states[1:] and left != scenario.before
    count.between += left not in scenario.states
    for path, data in left.items():
        assert data in _wholes(scenario, path), f"{place_of}: {path} is half written"
    for path in scenario.before:
        assert path in left or path not in scenario.after, f"{place_of}: {path} is lost"
    twin = folder.with_name("twin")
    if folder.is_dir():
        shutil.copytree(folder, twin, copy_function=shutil.copy2)
        finish_placing(twin)
        assert contents(twin) in scenario.states, f"{place_of}: neither finished nor taken back"
        shutil.rmtree(twin)
    scenario.write(folder)
    found = contents(folder) if folder.is_dir() else {}
    assert found in scenario.states[1:], f"{place_of}: the next run left {sorted(found)}"


def _wholes(scenario: Scenario, path: str) -> Iterator[bytes]:
    for state in scenario.states:
        if path in state:
            yield state[path]


def _killed(scenario: Scenario, folder: Path, step: int) -> bool:
    """Whether a child that writes was killed before its ``step``-th call; it lives through where it makes fewer."""
    child = os.fork()
    if child == 0:
        _die_before(step)
        try:
            scenario.write(folder)
        except BaseException:
            os._exit(3)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, f"{scenario.name}: failed by itself"
    return os.WIFSIGNALED(status)


def _die_before(step: int) -> None:
    left = [step]

    def hook(event: str, _arguments: object) -> None:
        if event in _STEPS:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _writes(files: State) -> Callable[[Path], object]:
    return lambda folder: place_files({folder / name: data for name, data in files.items()})


def _fails(folder: Path, files: State) -> None:
    """Place ``files`` on a disk that is full when the last one is moved."""
    really = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target) == folder / MANIFEST and Path(source).name.isdigit():
            raise OSError(28, "No space left on device")
        really(source, target)

    os.replace = replace  # type: ignore[assignment]
    try:
        place_pack(folder, files)
    except FileError:
        return
    finally:
        os.replace = really


def _write_plainly(folder: Path, files: State) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _built(files: dict[str, bytes]) -> dict[str, bytes]:
    outputs = [{"path": name, "sha256": sha256(data)} for name, data in files.items()]
    return {**files, MANIFEST: json.dumps({"outputs": outputs}).encode()}


def main() -> None:
    total = 0
    for scenario in scenarios():
        count = Count()
        kill_at_every_step(scenario, count)
        total += count.kills
        print(f"{scenario.name}: {count}")
    print(f"{total} kills")


if __name__ == "__main__":
    main()
