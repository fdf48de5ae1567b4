"""What commands print: findings, JSON, progress."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.cli.options import loudness_asked
from reportgen.cli.terminal import Styled, echo, echo_whole, one_line, spelled
from reportgen.display_width import broken
from reportgen.findings import (
    TOLD_EACH,
    AlikeFindings,
    FindingKind,
    Severity,
    first_causes,
    grouped,
    kinds_of,
)
from reportgen.language import language as speaker
from reportgen.language import say
from reportgen.messages import Message

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.findings import Finding

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_SHOW_PROGRESS_AFTER = 1.0
_MOST_ERRORS = 20
"""Of one code that are printed: all of them have to be mended, and after a while the reader knows which."""


def print_message(message: Message, language: str, *, err: bool = False) -> None:
    """One message on a line of its own."""
    echo(one_line(say(message, language)), err=err)


def print_findings(findings: Iterable[Finding], language: str, *, err: bool = False) -> None:
    """Severity, place, what, remedy, code of each finding, broken to the terminal's width.

    Those of one code are printed together under their number, the first of them and a common remedy once. What only follows from
    another one is left out. With ``--verbose`` each is printed by itself, with ``--quiet`` only errors are.
    """
    loudness = loudness_asked()
    wanted = [item for item in findings if loudness != "quiet" or item.severity is Severity.ERROR]
    kinds = (
        [FindingKind((AlikeFindings(item),)) for item in wanted]
        if loudness == "verbose"
        else kinds_of(grouped(wanted))
    )
    for kind in kinds:
        only = kind.groups[0] if len(kind.groups) == 1 else None
        words = (
            _sentence(only, language)
            if only
            else say(Message("commands.of-one-kind", count=kind.count), language)
        )
        print_finding(words, kind.first, language, err=err)
        for told, indent in () if only else _each_told(kind, language):
            _print_hung(told, indent, err)


def _each_told(kind: FindingKind, language: str) -> Iterator[tuple[str, str]]:
    """The lines below the number of findings of one code: their words, and the text before them."""
    members, first = kind.groups, kind.first
    remedies = {speaker(language).remedy(group.first) for group in members}
    shared = remedies.pop() if len(remedies) == 1 else ""
    most = _MOST_ERRORS if first.severity is Severity.ERROR else TOLD_EACH
    for group in members[:most]:
        yield _sentence(group, language, without=shared), "  - "
    if len(members) > most:
        yield say(Message("commands.more-of-them", count=len(members) - most), language), "  - "
    if shared:
        yield shared, "  → "


def _sentence(group: AlikeFindings, language: str, without: str = "") -> str:
    """Place, what and remedy on one line, with the number of others like it; ``without`` a remedy that is printed apart."""
    said = speaker(language).sentence(group.first, with_remedy=not without)
    more = (
        f"{speaker(language).punctuation.GAP}{say(group.more_like_it, language)}"
        if group.more_like_it
        else ""
    )
    return f"{one_line(said)}{more}"


def print_finding(
    words: str, finding: Finding, language: str, *, indent: str = "", err: bool = False
) -> None:
    """The severity of a finding in its colour, words about it and its code, in lines of the terminal's width, the further ones indented."""
    colon = speaker(language).punctuation.COLON
    _print_hung(f"{colon}{words} [{finding.code}]", indent, err, severity_word(finding, language))


def _print_hung(words: str, indent: str, err: bool, begun: Styled | None = None) -> None:
    """Words in lines of the terminal's width, ``begun`` by one in a look of its own."""
    first, *further = _hung((begun.text if begun else "") + spelled(words), indent, err)
    if begun:
        echo(indent, begun, first[len(indent + begun.text) :], err=err)
    else:
        echo(first, err=err)
    for line in further:
        echo(line, err=err)


def print_lines(text: str, *, err: bool = False) -> None:
    """A text's lines, each broken to the terminal's width; what goes on is printed further in than its line began."""
    for line in spelled(text).split("\n"):
        words = line.lstrip(" ")
        for part in _hung(words, line[: len(line) - len(words)], err):
            echo(part, err=err)


def _hung(words: str, indent: str, err: bool) -> list[str]:
    """Words in lines of the terminal's width after ``indent``, the further ones under the first word of a list, else two further in.
    A path or an id that is longer stays whole: it is copied from the terminal."""
    width = terminal_width(err)
    further = " " * (len(indent) + (0 if indent.strip() else 2))
    spare = 1 if indent.strip() else 0  # an arrow is as wide as two letters in some terminals
    lines = broken(words, width - len(further) - spare, cut=False) if width else [words]
    return [f"{further if number else indent}{line}" for number, line in enumerate(lines)]


def terminal_width(err: bool = False) -> int:
    """Columns of the terminal that is written to; 0 for a file or another program, which gets whole lines."""
    stream = sys.stderr if err else sys.stdout
    return max(40, shutil.get_terminal_size().columns) if stream is not None and stream.isatty() else 0


def severity_word(finding: Finding, language: str) -> Styled:
    """``error``, ``warning`` or ``note`` in the language, in its colour."""
    return Styled(say(Message(f"commands.{finding.severity}-word"), language), _COLOURS[finding.severity])


def summary(findings: Iterable[Finding], language: str) -> str:
    """``2 errors, 11 warnings, 3 notes``; that nothing was found, where nothing was."""
    counted = Counter(finding.severity.value for finding in first_causes(findings))
    if not counted:
        return say(Message("commands.nothing-found"), language)
    counts = {f"{severity}s": counted[severity] for severity in _COLOURS}
    return say(Message("commands.summary", **counts), language)


def exit_code(findings: Iterable[Finding], *, strict: bool) -> int:
    """1 where a finding is an error (with ``strict``: or a warning), else 0."""
    stops = {"error", "warning"} if strict else {"error"}
    return 1 if any(finding.severity in stops for finding in findings) else 0


def print_json(content: Any) -> None:
    import json

    echo_whole(json.dumps(content, ensure_ascii=False, indent=2))


def named_steps() -> Callable[[str], None]:
    """A function that names the step under way, on stderr, once the command has run for over a second; with ``--verbose``
    from the start, with ``--quiet`` never."""
    started, loudness = time.monotonic(), loudness_asked()

    def step(what: str) -> None:
        is_slow = time.monotonic() - started > _SHOW_PROGRESS_AFTER
        if loudness == "verbose" or (is_slow and loudness != "quiet"):
            echo(f"… {what}", err=True)
            if sys.stderr is not None:  # a program without a terminal may have none
                sys.stderr.flush()

    return step


def refuse_over(output: Path, inputs: Sequence[Path], said: Message) -> None:
    """Raise ``ReportgenError`` with ``said`` where ``output`` is one of the files that the command reads."""
    from reportgen.errors import ReportgenError

    is_same = (
        os.path.realpath(output) == os.path.realpath(item) or _is_one_file(output, item) for item in inputs
    )
    if any(is_same):
        raise ReportgenError(said)


def _is_one_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
