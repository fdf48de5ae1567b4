"""What goes wrong while a command writes: each ends in one sentence in the pack's language with the path, and everything is as it was."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli import main
from reportgen.ooxml import placing
from tests.build.packs import pack
from tests.hostile.killed_commands import NEW, OLD, in_one_language
from tests.hostile.kills import contents

BUILD = ("build", "{pack}", "-o", "{pack}/out")
FAULTS = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EROFS: "磁盘为只读",
    errno.EACCES: "没有权限，或文件正被占用",
    errno.EBUSY: "文件正被占用",
}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """A Chinese pack that was built, and has new data by now."""
    folder = tmp_path_factory.mktemp("rebuilt")
    in_one_language(pack(folder, OLD), "zh")
    assert run(folder).exit_code == 0
    shutil.rmtree(folder / "data")
    in_one_language(pack(folder, NEW), "zh")
    return folder


@pytest.fixture
def folder(rebuilt, tmp_path):
    return Path(shutil.copytree(rebuilt, tmp_path / "pack", copy_function=shutil.copy2))


def run(folder, *more):
    return CliRunner().invoke(main, [word.format(pack=folder) for word in (*BUILD, *more)])


def failing(monkeypatch, where, number, error):
    """The ``number``-th call of ``where`` (``write``, ``replace`` or ``mkdir``) fails."""
    owner, name = {"write": (placing, "_write_through"), "replace": (os, "replace"), "mkdir": (os, "mkdir")}[
        where
    ]
    really, left = getattr(owner, name), [number]

    def call(*arguments, **named):
        left[0] -= 1
        if left[0] == 0:
            raise error
        return really(*arguments, **named)

    monkeypatch.setattr(owner, name, call)
    return left


@pytest.mark.long_but_for(every=2)
@pytest.mark.parametrize("number", FAULTS, ids=errno.errorcode.get)
@pytest.mark.parametrize(
    ("where", "call"), [("mkdir", 1), ("write", 1), ("write", 4), ("replace", 2), ("replace", 4)]
)
def test_a_fault_leaves_all_as_it_was_and_is_said_in_the_packs_language(
    folder, monkeypatch, number, where, call
):
    before = contents(folder)
    with monkeypatch.context() as patch:
        failing(patch, where, call, OSError(number, os.strerror(number)))
        done = run(folder)
        assert done.exit_code == 2
        assert done.output.count("\n") == 1
        assert done.output.startswith("reportgen: 未写入任何文件：无法写入 ")
        assert FAULTS[number] in done.output
        assert str(folder / "out") in done.output
    assert contents(folder) == before
    assert run(folder).exit_code == 0


@pytest.mark.parametrize(
    ("where", "call"), [("write", 1), ("write", 3), ("replace", 1), ("replace", 2), ("replace", 4)]
)
def test_stopped_by_hand_while_it_writes_takes_all_back(folder, monkeypatch, where, call):
    before = contents(folder)
    with monkeypatch.context() as patch:
        failing(patch, where, call, KeyboardInterrupt())
        done = run(folder)
        assert (done.exit_code, done.output.count("\n")) == (130, 1)
        assert done.output == "已停止：没有只写了一半的文件。\n"
    assert contents(folder) == before


def test_a_limit_on_the_size_of_files_is_met_like_a_full_disk(folder):
    before = contents(folder)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); from reportgen.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", limit, "build", str(folder), "-o", str(folder / "out")],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "文件超过允许的大小" in done.stderr
    said = [
        line for line in done.stderr.splitlines() if not line.startswith("…")
    ]  # a slow machine is told what is made
    assert len(said) == 1
    assert contents(folder) == before


AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
"""Root writes everywhere, unless it does without this right."""


@pytest.mark.parametrize("where", ["pack", "out"])
def test_a_folder_that_may_not_be_written_to_is_said_and_left(folder, where):
    """No simulation: the system refuses."""
    before = contents(folder)
    closed = folder / "out" if where == "out" else folder
    closed.chmod(0o555)
    target = folder / ("out" if where == "out" else "new/out")
    done = subprocess.run(
        [*AS_ANYBODY, sys.executable, "-m", "reportgen", "build", str(folder), "-o", str(target)],
        capture_output=True,
        text=True,
    )
    closed.chmod(0o755)
    said = [line for line in done.stderr.splitlines() if not line.startswith("…")]
    assert (done.returncode, len(said)) == (2, 1)
    assert said[0].startswith(f"reportgen: 未写入任何文件：无法写入 {target}")
    assert "没有权限，或文件正被占用" in said[0]
    assert contents(folder) == before


def test_a_template_that_may_not_be_read_is_named(folder):
    (folder / "brief.docx").chmod(0)
    done = subprocess.run(
        [*AS_ANYBODY, sys.executable, "-m", "reportgen", "build", str(folder), "-o", str(folder / "out")],
        capture_output=True,
        text=True,
    )
    assert done.returncode in (1, 2)
    assert "brief.docx" in done.stderr
    assert "Errno" not in done.stderr


def _mounting() -> list[str] | None:
    """How a process gets mounts of its own here: as root, or as root of a namespace alone; ``None`` where neither is allowed."""
    for command in (["unshare", "-m"], ["unshare", "-rm"]):
        tried = subprocess.run(
            [*command, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
        )
        if tried.returncode == 0:
            return command
    return None


_ON_A_FULL_DISK = 'mount -t tmpfs -o size=40k none "$0"; "$@" 2>&1 || echo "exit $?"; ls -A "$0"'
_ON_A_READ_ONLY_DISK = 'mount -t tmpfs none "$0"; "$@" >/dev/null 2>&1; ls -A "$0" >"$0.before"; mount -o remount,ro "$0"; "$@" 2>&1 || echo "exit $?"; ls -A "$0" | diff "$0.before" -'


@pytest.mark.long
@pytest.mark.parametrize(
    ("script", "why"), [(_ON_A_FULL_DISK, "磁盘空间不足"), (_ON_A_READ_ONLY_DISK, "磁盘为只读")]
)
def test_a_disk_that_is_full_or_read_only(folder, script, why):
    """No simulation: a small disk of its own, and one that the system mounts without the right to write."""
    mounting = _mounting()
    if mounting is None:
        pytest.fail("no process may mount here: run the tests as root, or where user namespaces are allowed")
    command = [sys.executable, "-m", "reportgen", "build", str(folder), "-o", str(folder / "out")]
    done = subprocess.run(
        [*mounting, "sh", "-c", script, str(folder / "out"), *command], capture_output=True, text=True
    )
    said = [line for line in done.stdout.splitlines() if not line.startswith("…")]
    assert said[0].startswith(f"reportgen: 未写入任何文件：无法写入 {folder / 'out'}"), done
    assert why in said[0]
    assert said[1:] == ["exit 2"]
