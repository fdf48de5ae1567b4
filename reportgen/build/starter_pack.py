"""The starter pack: a definition, templates and data from those that come with reportgen, ready to be built and changed."""

from __future__ import annotations

from pathlib import Path

from reportgen.build.definition import FILE
from reportgen.errors import PackError
from reportgen.messages import Message
from reportgen.ooxml.files import finish_placing, place_files

_MODEL = "plan-2025"


def shipped(name: str) -> Path:
    """The folder ``templates``, ``data`` or ``examples`` that comes with reportgen: in the wheel, or beside the source."""
    package = Path(__file__).resolve().parent.parent
    in_wheel = package / "_shipped" / name
    return in_wheel if in_wheel.is_dir() else package.parent / name


def start(folder: Path) -> tuple[Path, ...]:
    """Copy the starter pack into ``folder``, which must be new or empty. Gives the files made."""
    if finish_placing(folder):  # a start that was killed
        return tuple(sorted(file for file in folder.rglob("*") if file.is_file()))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PackError(Message("pack.folder-not-empty", folder=str(folder)))
    definition = (shipped("examples") / _MODEL / FILE).read_text(encoding="utf-8")
    own = definition.replace("../../data", "data").replace("../../templates/", "templates/")
    own = own.replace(f'name = "{_MODEL}"', f'name = "{folder.resolve().name}"')
    files = {folder / FILE: own.encode("utf-8")}
    for file in sorted(shipped("data").rglob("*")):
        if file.is_file():
            files[folder / "data" / file.relative_to(shipped("data"))] = file.read_bytes()
    for template in sorted(shipped("templates").glob(f"{_MODEL}*")):
        files[folder / "templates" / template.name] = template.read_bytes()
    place_files(files)
    return tuple(sorted(files))
