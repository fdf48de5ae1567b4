"""The wheel as it is built: with every file that the commands start from, and able to work with nothing beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.intake.made import published_table

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(unpacked: Path, folder: Path, *arguments: str | Path) -> str:
    """What a command of the unpacked wheel prints, run where no checkout is."""
    done = subprocess.run(
        [sys.executable, "-m", "reportgen", *map(str, arguments), "--language", "en"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_what_the_commands_start_from(unpacked: Path) -> None:
    kept = [path for name in ("data", "templates") for path in (ROOT / name).rglob("*") if path.is_file()]
    kept += (ROOT / "examples").glob("*/pack.toml")
    missing = [
        str(path.relative_to(ROOT))
        for path in kept
        if not (unpacked / "reportgen" / "_shipped" / path.relative_to(ROOT)).is_file()
    ]
    assert missing == []
    assert (unpacked / "reportgen" / "py.typed").is_file()


def test_the_wheel_alone_starts_imports_and_builds(unpacked: Path, tmp_path: Path) -> None:
    assert "[[columns]]" in run(unpacked, tmp_path, "help", "recipe")
    recipe = unpacked / "reportgen" / "_shipped" / "data" / "recipes" / "customs-by-place.toml"
    table = published_table("customs-2024") / "2024-05.csv"
    assert "63 new" in run(
        unpacked, tmp_path, "import", table, "--recipe", recipe, "--into", tmp_path / "data"
    )
    run(unpacked, tmp_path, "init", tmp_path / "pack", "--template", "annual")
    assert "brief" in run(unpacked, tmp_path, "build", tmp_path / "pack")
    assert list((tmp_path / "pack").rglob("*brief*.docx"))
