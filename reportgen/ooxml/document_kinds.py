"""Kinds of Office files by their suffix: others are refused before anything is read, and what is written fits its name."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING

from reportgen.errors import FileError
from reportgen.messages import Message
from reportgen.ooxml import content_types

if TYPE_CHECKING:
    from reportgen.ooxml.package import Package

WORD = (".docx", ".docm", ".dotx", ".dotm")
EXCEL = (".xlsx", ".xlsm", ".xltx", ".xltm")
SPREADSHEETS = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")
"""Workbooks that published tables come in."""
TEXT_TABLES = (".csv", ".tsv", ".txt")
_TYPES = {extension: kind for kind, extension in content_types.EXTENSION_OF_MAIN_PART.items()}
_MACROS = ("vbaProject", "keyMapCustomizations", "attachedToolbars")
"""Relationships to what only files with macros may hold."""


def refuse_other_kinds(
    template: str | os.PathLike[str], out: str | os.PathLike[str], suffixes: tuple[str, ...]
) -> None:
    """Raise ``FileError`` where the name of the template, or of the file to be written, is not of this kind, or both are one."""
    for code, path in (("template-kind", template), ("output-kind", out)):
        if PurePath(path).suffix.lower() not in suffixes:
            raise other_kind(code, path, suffixes)
    if os.path.exists(template) and os.path.exists(out) and os.path.samefile(template, out):
        raise FileError(Message("ooxml.output-is-template", path=os.fspath(out)))


def other_kind(code: str, path: str | os.PathLike[str], suffixes: tuple[str, ...]) -> FileError:
    """The error for a file whose name has none of these suffixes."""
    return FileError(Message(f"ooxml.{code}", path=os.fspath(path), suffixes=suffixes))


def as_named(data: bytes, name: str | os.PathLike[str]) -> bytes:
    """A file whose content type is that of its name's suffix; macros stay behind where the name has none for them."""
    from reportgen.ooxml.package import Package

    wanted = PurePath(name).suffix.lower().lstrip(".")
    package = Package.open(data)
    if wanted not in _TYPES or package.extension in ("", wanted):
        return data
    main = package.main_part
    if not wanted.endswith("m"):
        related = package.relationships(main)
        for one in list(related):
            if one.type.rpartition("/")[2] in _MACROS:
                related.remove(one.id)
                if one.part in package and not package.referrers(one.part):
                    _remove_with_related(package, one.part)
    package.declare_type(main, _TYPES[wanted])
    return package.save()


def _remove_with_related(package: Package, part: str) -> None:
    for one in list(package.relationships(part)):
        if not one.external and one.part in package:
            package.remove(one.part)
    package.remove(part)
