"""Findings and errors: what a person should look at, and what stops the work.

A *finding* is data: it is collected, shown, written into packs and never raised by itself.
An *error* is an exception: the work cannot go on. An error may carry the findings that caused it,
so that a command shows all of them at once.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding matters: an ``error`` stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One wording in the two languages of a pack. Chinese and English are equals."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """The wording in ``language`` (``en`` or ``zh``)."""
        return self.zh if language == "zh" else self.en


UNSAID = Bilingual("", "")
"""No wording: an empty note, a missing label."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: a cell of a table, or a paragraph of a document. Empty parts are ``None``.

    ``row`` counts as a spreadsheet shows it (the head is row 1). ``column`` is a column's name in a
    dataset table, or a cell's letter in a workbook. ``paragraph`` counts from 1 within its part.
    ``text`` is what stands there. ``part`` is what people call the part of a document, where it is not the body
    (``first-page header of section 2``).
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    paragraph: int | None = None
    text: str | None = None
    part: Bilingual | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "file": f"{self.file} ({self.part.en})" if self.file and self.part else self.file,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "paragraph": self.paragraph,
            "text": self.text,
        }

    def describe(self, language: str = "en") -> str:
        """The place as a reader would say it: ``observations.csv, row 12, column value``."""
        zh = language == "zh"
        parts: list[str] = []
        if self.file:
            parts.append(self.file)
        if self.part:
            parts.append(self.part.in_language(language))
        if self.sheet:
            parts.append(f"工作表“{self.sheet}”" if zh else f"sheet {self.sheet}")
        is_cell = self.row is not None and self.column is not None and self.column.isupper()
        if is_cell:
            parts.append(f"单元格 {self.column}{self.row}" if zh else f"cell {self.column}{self.row}")
        else:
            if self.row is not None:
                parts.append(f"第{self.row}行" if zh else f"row {self.row}")
            if self.column is not None:
                parts.append(f"{self.column}列" if zh else f"column {self.column}")
        if self.paragraph is not None:
            parts.append(f"第{self.paragraph}段" if zh else f"paragraph {self.paragraph}")
        return ("，" if zh else ", ").join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at: what it is, where, and what to do about it.

    ``code`` is stable and kebab-case (``growth-against-levels``); tools may rely on it.
    ``subjects`` are the observations, targets or figure ids the finding is about.
    """

    code: str
    severity: Severity
    what: Bilingual
    remedy: Bilingual
    place: Place = field(default_factory=Place)
    subjects: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The stable form of ``reportgen check --json``."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message_en": self.what.en,
            "message_zh": self.what.zh,
            "remedy_en": self.remedy.en,
            "remedy_zh": self.remedy.zh,
            "place": self.place.to_json(),
            "subjects": list(self.subjects),
        }

    def sentence(self, language: str = "en") -> str:
        """Place, what and remedy on one line."""
        where = self.place.describe(language)
        colon, gap = ("：", "") if language == "zh" else (": ", " ")
        head = f"{where}{colon}" if where else ""
        return f"{head}{self.what.in_language(language)}{gap}{self.remedy.in_language(language)}"


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Whether any finding stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


class ReportgenError(Exception):
    """The work cannot go on. ``message`` is one sentence; ``findings`` are all the causes known."""

    def __init__(self, message: Bilingual | str, findings: tuple[Finding, ...] | list[Finding] = ()) -> None:
        self.message = Bilingual(message, message) if isinstance(message, str) else message
        self.findings = tuple(findings)
        super().__init__(self.message.en)

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
