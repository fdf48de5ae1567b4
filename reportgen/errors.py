"""Errors: what stops the work. An error is an exception with one sentence; it may carry the findings that caused it,
so that a command shows all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportgen.findings import Finding
from reportgen.language import say
from reportgen.messages import FALLBACK, Reason, Words


class ReportgenError(Exception):
    """The work cannot go on. ``message`` is one sentence; ``findings`` are all the causes known."""

    def __init__(self, message: Words, findings: Iterable[Finding] = ()) -> None:
        self.message = message
        self.findings = tuple(findings)
        super().__init__(message)

    def __str__(self) -> str:
        """The sentence in English, for people who use the library from Python; commands speak the user's language."""
        return say(self.message, FALLBACK)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.message, self.findings))


def why(error: OSError) -> Reason:
    """Why the system did not give or take a file."""
    return Reason("ooxml.system-error", number=error.errno or 0, said=error.strerror or str(error))


class DatasetError(ReportgenError):
    """The dataset cannot be read at all: no folder, no table, no head row."""


class PackError(ReportgenError):
    """A pack definition is missing, unreadable or contradicts itself."""


class TemplateError(ReportgenError):
    """A template cannot be filled: an unknown name, an open loop, a figure without data."""


class PackageError(ReportgenError):
    """A file is no Office Open XML package, or a damaged one."""


class FileError(ReportgenError):
    """A file cannot be read or written: not there, no permission, held by another program, no room."""


class ToolMissingError(ReportgenError):
    """A program that the task needs (LibreOffice for PDF) is not on this machine."""
