"""The one way to a terminal: what a file says is shown there and never acted on."""

from __future__ import annotations

import re

import click

from reportgen.record import Record
from reportgen.regex import regex

_CONTROLS = regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_LINE = 2_000
_KEPT_OF_ITS_END = 300


class NotPrintedError(OSError):
    """What a command says cannot be printed: the disk that it goes to is full."""


class Styled(Record):
    """Words in a look of our own. No other text has one: what a file says in colours is spelled like every control character."""

    text: str
    colour: str | None = None

    def __str__(self) -> str:
        return click.style(bounded(spelled(self.text)), fg=self.colour, bold=True)


def echo(*pieces: str | Styled, err: bool = False) -> None:
    """Print pieces as a line, or as the lines that they hold. Control characters, which could colour, move or hide what a terminal shows,
    are shown as ``\\u001b``, which JSON reads, too; of a line of thousands of characters the beginning and the end are printed."""
    _print("".join(str(one) if isinstance(one, Styled) else bounded(spelled(one)) for one in pieces), err=err)


def echo_whole(data: str) -> None:
    """Print what programs read, JSON or CSV, without leaving anything out; its control characters are spelled all the same."""
    _print(spelled(data), err=False)


def _print(text: str, *, err: bool) -> None:
    try:
        click.echo(text, err=err)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotPrintedError(error.errno, error.strerror) from error


def spelled(text: str) -> str:
    """The text with every control character spelled; lines stay lines."""
    return _CONTROLS.sub(_spelled, text)


def bounded(text: str) -> str:
    """The text, its lines of a length that can be read: files of others may hold a word of a million letters."""
    if len(text) <= _LONGEST_LINE:
        return text
    return "\n".join(_cut(line) for line in text.split("\n"))


def one_line(text: str) -> str:
    """The text on one line, of a length that can be read."""
    return re.sub(r"\s*[\r\n\x85\u2028\u2029]+\s*", " ", _cut(text))


def _cut(line: str) -> str:
    if len(line) <= _LONGEST_LINE:
        return line
    return f"{line[: _LONGEST_LINE - _KEPT_OF_ITS_END]} … {line[-_KEPT_OF_ITS_END:]}"


def _spelled(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
