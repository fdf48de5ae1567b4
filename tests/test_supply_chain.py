"""What is installed: pinned with hashes, under licences that are listed, and built to the same bytes again and again."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PERMISSIVE = {"0BSD", "Apache-2.0", "Artistic", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0", "PSF-2.0", "Zlib"}  # fmt: skip
RUNTIME, ALL = "requirements-runtime.lock", "requirements.lock"


def locked(file: str) -> dict[str, str]:
    """What a lock says of each package."""
    pieces = re.split(r"^(?=[a-z0-9])", (ROOT / file).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {piece.partition("==")[0]: piece for piece in pieces if "==" in piece}


def licences() -> dict[str, set[str]]:
    """The licences that CONTRIBUTING lists, by package; of several to choose from each counts."""
    rows = re.findall(
        r"^\| licence: ([^|]+)\|([^|]+)\|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE
    )
    return {
        name.strip(): set(re.split(r" or | and ", kind.strip()))
        for kind, names in rows
        for name in names.split(",")
    }


@pytest.mark.parametrize("file", [RUNTIME, ALL])
def test_every_package_is_pinned_with_hashes(file):
    assert {
        name for name, said in locked(file).items() if not re.search(r"--hash=sha256:[0-9a-f]{64}", said)
    } == set()


def test_what_reportgen_runs_on_is_the_same_in_both_locks():
    pins = re.compile(r"^[a-z0-9_.-]+==[^ ;\\]+", re.MULTILINE)
    runtime, everything = (set(pins.findall((ROOT / file).read_text("utf-8"))) for file in (RUNTIME, ALL))
    assert runtime - everything == set()


def test_every_package_has_a_licence_listed_and_a_permissive_one_where_it_ships():
    listed = licences()
    assert sorted(set(locked(ALL)) - set(listed)) == []
    assert sorted(set(listed) - set(locked(ALL))) == []
    assert sorted(name for name in locked(RUNTIME) if not listed[name] <= PERMISSIVE) == []


@pytest.mark.long
def test_two_builds_give_the_same_bytes(tmp_path):
    """In two folders, of files with different times."""
    kept = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
        .stdout.decode()
        .split("\0")
    )
    sums = []
    for name in ("one", "another"):
        tree = tmp_path / name / "tree"
        for file in filter(None, kept):
            (tree / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / file, tree / file)
        subprocess.run(
            [
                sys.executable,
                "-m",
                "build",
                "--no-isolation",
                "--outdir",
                str(tree.parent / "dist"),
                str(tree),
            ],
            check=True,
            capture_output=True,
        )
        made = sorted((tree.parent / "dist").iterdir())
        assert [path.suffix for path in made] == [".whl", ".gz"]
        sums.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in made])
    assert sums[0] == sums[1]
