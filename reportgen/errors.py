"""Errors: what stops the work. An error is an exception with one sentence; it may carry the findings that caused it,
so that a command shows all of them at once.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import Any

from reportgen.findings import Finding
from reportgen.language import say
from reportgen.messages import Bilingual, Words


class ReportgenError(Exception):
    """The work cannot go on. ``message`` is one sentence; ``findings`` are all the causes known."""

    def __init__(self, message: Words, findings: Iterable[Finding] = ()) -> None:
        self.message = message
        self.findings = tuple(findings)
        super().__init__(message)

    def __str__(self) -> str:
        """The sentence in English, for people who use the library from Python; commands speak the user's language."""
        return say(self.message, "en")

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.message, self.findings))


_REASONS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.EACCES: "没有权限，或文件正被占用",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘空间不足",
    errno.EROFS: "磁盘为只读",
}


def why(error: OSError) -> Bilingual:
    """What the system says of a file it would not give: its own words in English, ours in Chinese."""
    said = error.strerror or str(error)
    return Bilingual(said, _REASONS.get(error.errno or 0, f"系统错误 {error.errno}"))


class DatasetError(ReportgenError):
    """The dataset cannot be read at all: no folder, no table, no head row."""


class PackError(ReportgenError):
    """A pack definition is missing, unreadable or contradicts itself."""


class TemplateError(ReportgenError):
    """A template cannot be filled: an unknown name, an open loop, a figure without data."""


class PackageError(ReportgenError):
    """A file is no Office Open XML package, or a damaged one."""


class ToolMissingError(ReportgenError):
    """A program that the task needs (LibreOffice for PDF) is not on this machine."""
