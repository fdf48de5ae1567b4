"""The same inputs give the same bytes on every Python that reportgen runs on; each is installed from the lock into an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import do_without

ROOT = Path(__file__).parents[1]
SUPPORTED = ("3.11", "3.12", "3.13")


def other_pythons() -> dict[str, str]:
    """The other supported Pythons of this machine that can make an environment: version and path."""
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    found: dict[str, str] = {}
    for version in set(SUPPORTED) - {here}:
        kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
        for path in filter(None, (shutil.which(f"python{version}"), *map(str, kept))):
            asked = subprocess.run(
                [path, "-c", "import ensurepip, sys; print('%d.%d' % sys.version_info[:2])"],
                capture_output=True,
                text=True,
                check=False,
            )
            if asked.stdout.strip() == version:
                found.setdefault(version, path)
    return dict(sorted(found.items()))


@pytest.mark.long
def test_every_python_builds_the_same_bytes(tmp_path):
    others = other_pythons()
    if not others:
        do_without(f"no other Python of {', '.join(SUPPORTED)} is on this machine")
    ours = _built([sys.executable, "-m", "reportgen"], tmp_path / "ours")
    for version, python in others.items():
        venv = tmp_path / version
        _run([python, "-m", "venv", str(venv)])
        pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        _run([*pip, "--require-hashes", "-r", str(ROOT / "requirements-runtime.lock")])
        _run([*pip, "--no-deps", str(ROOT)])
        made = _built([str(venv / "bin" / "reportgen")], tmp_path / f"of-{version}", PYTHONHASHSEED="11")
        assert sorted(made) == sorted(ours)
        assert [name for name in ours if made[name] != ours[name]] == [], version
    print(f"the same {len(ours)} files on Python {', '.join(others)} as here")


def _built(command: list[str], out: Path, **changed: str) -> dict[str, bytes]:
    for pack in ("plan-2025", "trade-monthly"):
        _run([*command, "build", str(ROOT / "examples" / pack), "-o", str(out / pack)], **changed)
    return {
        str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()
    }


def _run(command: list[str], **changed: str) -> None:
    done = subprocess.run(
        command, env={**os.environ, **changed}, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout[-500:]}{done.stderr[-1500:]}"
