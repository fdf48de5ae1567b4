"""The outside tools that tests look through: LibreOffice, poppler, the Open XML SDK validator.

A test that asks for one of these fixtures is marked by itself (`office`, `validator`). Where the tool is
absent the test is skipped; with ``CI=true`` it fails instead.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import socket
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from reportgen.ooxml.placing import Placing
from tests.browser import Browser
from tests.excel.soundness import unsound

# What an earlier run found says nothing about the program at hand.
os.environ["REPORTGEN_CACHE"] = ""

# How long a machine takes says nothing about a property.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")

_MARKER_OF_FIXTURE = {
    "soffice": pytest.mark.office,
    "soffice_pdf": pytest.mark.office,
    "soffice_many": pytest.mark.office,
    "ooxml_validator": pytest.mark.validator,
    "postgresql": pytest.mark.postgresql,
    "browser": pytest.mark.browser,
}

# LibreOffice believes cached formula values unless its profile says "always recalculate" (0).
_PROFILE_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def _add_long(items: Iterable[pytest.Item]) -> set[str]:
    """Mark as `long` the variants of a test that its mark `long_but_for` does not keep: those without one of its words in their
    id, or all but each ``every``-th. The tests of which it keeps none."""
    seen: Counter[str] = Counter()
    kept = set()
    for item in items:
        mark = item.get_closest_marker("long_but_for")
        if mark is None:
            continue
        name, _, variant = item.nodeid.partition("[")
        is_kept = any(word in variant for word in mark.args) or (
            "every" in mark.kwargs and seen[name] % mark.kwargs["every"] == 0
        )
        seen[name] += 1
        if is_kept:
            kept.add(name)
        else:
            item.add_marker(pytest.mark.long)
    return {*seen} - kept


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    keeping_none = _add_long(items)
    if keeping_none and not any("::" in argument for argument in config.args):
        raise pytest.UsageError(f"long_but_for keeps no variant of {', '.join(sorted(keeping_none))}")
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in _MARKER_OF_FIXTURE:
                item.add_marker(_MARKER_OF_FIXTURE[fixture])
    if "long" not in config.option.markexpr:
        leave_out = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=leave_out)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything is promised, a test that was skipped fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if in_ci() and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true")


_GATED = (".xlsx", ".xlsm", ".xltx", ".xltm")
_LARGEST_GATED = 400_000


def pytest_configure() -> None:
    """Every workbook that any test has placed is held against what Excel repairs and the validator does not see."""
    stage = Placing.stage

    @wraps(stage)
    def gated(
        placing: Placing,
        files: Mapping[Path, bytes | Iterable[bytes]],
        keep: Mapping[Path, Path],
        removed: Iterable[Path] = (),
    ) -> None:
        for path, data in files.items():
            if path.suffix in _GATED and isinstance(data, bytes) and len(data) < _LARGEST_GATED:
                problems = unsound(data)
                assert not problems, f"{path.name} is written unsound: {problems}"
        stage(placing, files, keep, removed)

    Placing.stage = gated  # type: ignore[method-assign]


def _require(*programs: str) -> None:
    """Skip the test where a program is absent; fail it in CI, where all of them are promised."""
    absent = [program for program in programs if shutil.which(program) is None]
    if not absent:
        return
    do_without(f"{', '.join(absent)} not on this machine")


def do_without(message: str) -> NoReturn:
    """Skip the test; fail it in CI, where everything is promised."""
    if in_ci():
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server of these tests' own: on loopback, in a folder of its own, by a user who is not root."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        do_without("PostgreSQL is not on this machine")
    programs, home = found[-1].parent, Path(tempfile.mkdtemp(prefix="pg"))
    as_user: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(*command: str | Path) -> None:
        subprocess.run([*as_user, *map(str, command)], check=True, capture_output=True, cwd=home)

    data = home / "data"
    run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {home}"
    run(programs / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that pages are opened in, as people do."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        do_without("Chromium is not on this machine")
    opened = Browser(program)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def source_texts() -> Path:
    """The folder of the articles that ``data/`` was read from; they are not in the repository."""
    folder = os.environ.get("REPORTGEN_SOURCE_TEXTS", "")
    if not folder:
        do_without("REPORTGEN_SOURCE_TEXTS does not name the folder of the articles")
    return Path(folder)


def _on_disk(source: str | Path | bytes, name: str, folder: Path) -> Path:
    """``source`` as a file: its own path, or bytes written under ``name``."""
    if not isinstance(source, bytes):
        return Path(source)
    path = folder / name
    path.write_bytes(source)
    return path


@dataclass(frozen=True)
class Pages:
    """What LibreOffice lays out: the PDF, its text page by page, a PNG of each page (at 110 dpi, drawn when asked for)."""

    pdf: Path
    texts: tuple[str, ...]

    @cached_property
    def pngs(self) -> tuple[Path, ...]:
        subprocess.run(
            ["pdftoppm", "-r", "110", "-png", str(self.pdf), str(self.pdf.with_suffix(""))], check=True
        )
        return tuple(sorted(self.pdf.parent.glob(f"{self.pdf.stem}-*.png")))

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


@pytest.fixture(scope="session")
def _office_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A LibreOffice profile of this process's own, so that tests may run side by side."""
    profile = tmp_path_factory.mktemp("office-profile")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE_SETTINGS, encoding="utf-8")
    return profile


@pytest.fixture
def soffice(_office_profile: Path, tmp_path: Path) -> Callable[..., Path]:
    """``soffice(source, to="xlsx", name="book.xlsx")``: load a file (path or bytes) in LibreOffice and save it as
    another type; gives the new path. Formulas are recalculated on loading, whatever values are cached."""
    _require("soffice")

    def convert(source: str | Path | bytes, to: str = "pdf", name: str = "document.docx") -> Path:
        folder = tmp_path / f"office-{len(list(tmp_path.glob('office-*')))}"
        folder.mkdir()
        (made,) = _converted(_office_profile, [_on_disk(source, name, folder)], to, folder / "out")
        return made

    return convert


@pytest.fixture(scope="session")
def soffice_many(
    _office_profile: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., dict[str, Path]]:
    """``soffice_many({"book.xlsx": data, ...}, to="xlsx")``: as ``soffice``, for many files in one start of LibreOffice."""
    _require("soffice")

    def convert(files: Mapping[str, bytes], to: str = "xlsx") -> dict[str, Path]:
        folder = tmp_path_factory.mktemp("office-many")
        paths = [_on_disk(data, name, folder) for name, data in files.items()]
        return dict(zip(files, _converted(_office_profile, paths, to, folder / "out"), strict=True))

    return convert


def _converted(profile: Path, paths: Sequence[Path], to: str, out: Path) -> list[Path]:
    command = [
        "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--convert-to", to, "--outdir", str(out), *map(str, paths),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    made = [out / f"{path.stem}.{to.partition(':')[0]}" for path in paths]
    absent = [path.name for path in made if not path.exists()]
    assert not absent, f"LibreOffice did not make {', '.join(absent)}: {done.stdout}{done.stderr}"
    return made


@pytest.fixture
def soffice_pdf(soffice: Callable[..., Path]) -> Callable[..., Pages]:
    """``soffice_pdf(source, name="document.docx")``: lay a file (path or bytes) out in LibreOffice; gives
    :class:`Pages` with ``.text``, ``.texts``, ``.pngs``, ``.pdf``."""
    _require("pdftoppm", "pdftotext")

    def lay_out(source: str | Path | bytes, name: str = "document.docx") -> Pages:
        pdf = soffice(source, "pdf", name)
        text = subprocess.run(
            ["pdftotext", "-layout", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True
        ).stdout.decode("utf-8")
        return Pages(pdf, tuple(text.removesuffix("\f").split("\f")))

    return lay_out


@pytest.fixture
def ooxml_validator(tmp_path: Path) -> Callable[..., list[str]]:
    """``ooxml_validator(source, name="document.docx")``: the errors that the Open XML SDK finds in a file (path or
    bytes) and in every workbook embedded in it; an empty list for a sound one."""
    _require("ooxml-validator")

    def validate(source: str | Path | bytes, name: str = "document.docx") -> list[str]:
        path = _on_disk(source, name, tmp_path)
        errors = list(_validator_errors(path))
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            for member in package.namelist():
                if "/embeddings/" in member and member.endswith((".xlsx", ".xlsm", ".docx")):
                    embedded = tmp_path / member.replace("/", "-")
                    embedded.write_bytes(package.read(member))
                    errors += [f"{member}: {error}" for error in _validator_errors(embedded)]
        return errors

    return validate


_VALIDATED: dict[tuple[bytes, str], list[str]] = {}
"""What the validator has said of files already, by their bytes and type: charts of one shape share their workbooks."""


def _validator_errors(path: Path) -> list[str]:
    key = (path.read_bytes(), path.suffix)
    if key not in _VALIDATED:
        _VALIDATED[key] = _validated(path)
    return _VALIDATED[key]


def _validated(path: Path) -> list[str]:
    done = subprocess.run(["ooxml-validator", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    return [f"{error.get('path')} {error.get('xPath')}: {error['description']}" for error in report["errors"]]
