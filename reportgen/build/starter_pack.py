"""The starter pack: a definition, templates and data from those that come with reportgen, ready to be built and changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from reportgen.build.definition import FILE
from reportgen.errors import PackError
from reportgen.messages import Message

_MODEL = "plan-2025"


def shipped(name: str) -> Path:
    """The folder ``templates``, ``data`` or ``examples`` that comes with reportgen: in the wheel, or beside the source."""
    package = Path(__file__).resolve().parent.parent
    in_wheel = package / "_shipped" / name
    return in_wheel if in_wheel.is_dir() else package.parent / name


def start(folder: Path) -> tuple[Path, ...]:
    """Copy the starter pack into ``folder``, which must be new or empty. Gives the files made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PackError(Message("pack.folder-not-empty", folder=str(folder)))
    folder.mkdir(parents=True, exist_ok=True)
    definition = (shipped("examples") / _MODEL / FILE).read_text(encoding="utf-8")
    own = definition.replace("../../data", "data").replace("../../templates/", "templates/")
    own = own.replace(f'name = "{_MODEL}"', f'name = "{folder.resolve().name}"')
    (folder / FILE).write_text(own, encoding="utf-8", newline="\n")
    shutil.copytree(shipped("data"), folder / "data")
    (folder / "templates").mkdir()
    for template in sorted(shipped("templates").glob(f"{_MODEL}*")):
        shutil.copy2(template, folder / "templates" / template.name)
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))
