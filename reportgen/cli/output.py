"""What commands print: findings, JSON, progress."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.terminal import echo, one_line
from reportgen.findings import first_causes, grouped
from reportgen.language import language as speaker
from reportgen.language import say, sentence_of
from reportgen.messages import Message

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.findings import Finding

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_SHOW_PROGRESS_AFTER = 1.0


def print_message(message: Message, language: str, *, err: bool = False) -> None:
    """One message on a line of its own."""
    echo(say(message, language), err=err)


def print_findings(findings: Iterable[Finding], language: str, *, err: bool = False) -> None:
    """One finding a line: severity, place, what, remedy, code. What only follows from another one is left out, and where there
    are many of one code and series the first is printed with their number."""
    signs = speaker(language).punctuation
    for group in grouped(findings):
        finding = group.first
        styled = severity_word(finding, language)
        more = f"{signs.GAP}{say(group.remark, language)}" if group.remark else ""
        echo(
            f"{styled}{signs.COLON}{one_line(sentence_of(finding, language))}{more} [{finding.code}]", err=err
        )


def severity_word(finding: Finding, language: str) -> str:
    """``error``, ``warning`` or ``note`` in the language, in its colour."""
    word = say(Message(f"commands.{finding.severity}-word"), language)
    return click.style(word, fg=_COLOURS[finding.severity], bold=True)


def summary(findings: Iterable[Finding], language: str) -> str:
    """``2 errors, 11 warnings, 3 notes``."""
    counted = Counter(finding.severity.value for finding in first_causes(findings))
    counts = {f"{severity}s": counted[severity] for severity in _COLOURS}
    return say(Message("commands.summary", **counts), language)


def exit_code(findings: Iterable[Finding], *, strict: bool) -> int:
    """1 where a finding is an error (with ``strict``: or a warning), else 0."""
    stops = {"error", "warning"} if strict else {"error"}
    return 1 if any(finding.severity in stops for finding in findings) else 0


def print_json(content: Any) -> None:
    import json

    echo(json.dumps(content, ensure_ascii=False, indent=2))


def progress() -> Callable[[str], None]:
    """A function that names the step under way, on stderr, once the command has run for over a second."""
    started = time.monotonic()

    def step(what: str) -> None:
        if time.monotonic() - started > _SHOW_PROGRESS_AFTER:
            echo(f"… {what}", err=True)
            if sys.stderr is not None:  # a program without a terminal may have none
                sys.stderr.flush()

    return step


def refuse_over(output: Path, inputs: Sequence[Path], said: Message) -> None:
    """Raise ``ReportgenError`` with ``said`` where ``output`` is one of the files that the command reads."""
    from reportgen.errors import ReportgenError

    is_same = (output.resolve() == item.resolve() or _is_one_file(output, item) for item in inputs)
    if any(is_same):
        raise ReportgenError(said)


def _is_one_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
