"""What commands print: findings, JSON, progress; and in which language."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from reportgen.language import sentence_of

if TYPE_CHECKING:
    from reportgen.findings import Finding

_WORDS = {
    "error": {"en": "error", "zh": "错误"},
    "warning": {"en": "warning", "zh": "警告"},
    "note": {"en": "note", "zh": "提示"},
}
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_SHOW_PROGRESS_AFTER = 1.0


def message_language(pack_languages: tuple[str, ...] = ()) -> str:
    """``--language`` if given, else the pack's first language, else the computer's."""
    context = click.get_current_context(silent=True)
    asked = context.find_root().obj if context else None
    if isinstance(asked, str):
        return asked
    return pack_languages[0] if pack_languages else locale_language()


def locale_language() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    import locale

    name = locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def speak(pack_languages: tuple[str, ...]) -> str:
    """Fix the language of this command's messages now that the pack is known, and give it."""
    language = message_language(pack_languages)
    click.get_current_context().find_root().obj = language
    return language


def print_findings(findings: Iterable[Finding], language: str, *, err: bool = False) -> None:
    """One finding a line: severity, place, what, remedy, code."""
    for finding in findings:
        word = _WORDS[finding.severity][language]
        styled = click.style(word, fg=_COLOURS[finding.severity], bold=True)
        colon = "：" if language == "zh" else ": "
        click.echo(f"{styled}{colon}{sentence_of(finding, language)} [{finding.code}]", err=err)


def summary(findings: Iterable[Finding], language: str) -> str:
    """``2 errors, 11 warnings, 3 notes``."""
    counted = {"error": 0, "warning": 0, "note": 0}
    for finding in findings:
        counted[finding.severity] += 1
    if language == "zh":
        return "，".join(f"{number}个{_WORDS[severity]['zh']}" for severity, number in counted.items())
    return ", ".join(
        f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in counted.items()
    )


def print_json(content: Any) -> None:
    import json

    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def progress() -> Callable[[str], None]:
    """A function that names the step under way, on stderr, once the command has run for over a second."""
    started = time.monotonic()

    def step(what: str) -> None:
        if time.monotonic() - started > _SHOW_PROGRESS_AFTER:
            click.echo(f"… {what}", err=True)
            sys.stderr.flush()

    return step
