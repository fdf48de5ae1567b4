"""What Jinja and Python complain of while a template is read or an expression runs, as messages of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import InvalidOperation

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from reportgen.errors import ReportgenError
from reportgen.expressions.undefined import UnknownUsedError
from reportgen.messages import Message, Reason, Words
from reportgen.regex import regex

_REASONS: dict[type[Exception], str] = {
    ZeroDivisionError: "expressions.division-by-zero",
    InvalidOperation: "expressions.not-a-number",
    OverflowError: "expressions.too-large",
    RecursionError: "expressions.too-deep",
    SecurityError: "expressions.out-of-reach",
    TypeError: "expressions.wrong-type",
    ValueError: "expressions.wrong-value",
    LookupError: "expressions.no-such-item",
}
"""The reason for each kind of failure; the first kind that fits."""

_PYTHON_SAYS = tuple(
    (regex(pattern), f"expressions.{code}")
    for pattern, code in (
        (r"not safely callable|object is not callable", "not-to-be-called"),
        (r"missing \d+ required [\w-]+ arguments?: (?P<names>.+)", "values-missing"),
        (r"unexpected keyword argument '(?P<names>\w+)'", "unknown-value"),
        (r"takes .*(?:given|no keyword arguments|no arguments)|expected at most", "too-many-values"),
        (r"not iterable|cannot unpack", "no-list"),
        (
            r"interpreted as an integer|must be an integer|integer is required|number is required",
            "number-needed",
        ),
        (r"unsupported operand|not supported between|bad operand|can only concatenate", "unlike-values"),
    )
)
"""What Python's own sentences are about, by patterns of theirs."""

_ENDS = ("end of print statement", "end of statement block")
"""Jinja's names for the end of a tag."""


class LimitError(SecurityError):
    """An expression asks for more than a template may; ``reason`` says for what."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


class UnknownFilterError(TemplateSyntaxError):
    """A filter or test (``kind``) that does not exist."""

    def __init__(self, kind: str, name: str, line: int, template: str | None) -> None:
        super().__init__(f"No {kind} named {name!r}", line, template, template)
        self.kind, self.missing = kind, name


class TooDeepError(TemplateSyntaxError):
    """A tag that nests deeper, or has longer numbers, than can be read."""

    def __init__(self, template: str | None = None) -> None:
        super().__init__("nested too deeply", 1, template, template)


@contextmanager
def depth_refused() -> Iterator[None]:
    """Raise :class:`TooDeepError` for what Python cannot read for its depth or length."""
    try:
        yield
    except TemplateSyntaxError:
        raise
    except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
        raise TooDeepError from error


def failure(error: Exception) -> Words:
    """What went wrong, as a sentence: a mistake in the language of tags, or an expression that failed while it ran."""
    if isinstance(error, TemplateSyntaxError):
        return syntax_failure(error)
    if isinstance(error, ReportgenError):
        return error.message
    return Message("expressions.cannot-be-worked-out", why=_reason(error))


def syntax_failure(error: TemplateSyntaxError) -> Message:
    """One of Jinja's complaints about a tag."""
    if isinstance(error, UnknownFilterError):
        return Message(f"expressions.no-{error.kind}", name=error.missing)
    if isinstance(error, TooDeepError):
        return Message("expressions.too-deep-to-read")
    message = error.message or ""
    if found := re.match(r"unexpected char '(.+)' at", message):
        return Message("expressions.meaningless-character", character=found[1])
    if found := re.match(r"expected token '(.+)', got '(.+)'", message):
        wanted = Message("expressions.end-of-tag")
        if found[1] not in _ENDS:
            wanted = Message("expressions.token", token=found[1])
        if found[2] in _ENDS:
            return Message("expressions.tag-ends-early", wanted=wanted)
        return Message("expressions.wrong-token", found=found[2], wanted=wanted)
    if found := re.match(r"Expected an expression, got '(.+)'", message):
        wanted = Message("expressions.expression")
        if found[1].startswith("end of"):
            return Message("expressions.tag-ends-early", wanted=wanted)
        return Message("expressions.wrong-token", found=found[1], wanted=wanted)
    return Message("expressions.cannot-be-read", said=message.rstrip("."))


def _reason(error: Exception) -> Reason:
    if isinstance(error, LimitError):
        return error.reason
    if isinstance(error, UnknownUsedError):
        return error.reason
    if isinstance(error, TypeError | SecurityError):
        for pattern, code in _PYTHON_SAYS:
            if found := pattern.search(str(error)):
                return Reason(
                    code, names=tuple(re.findall(r"\b(?!and\b)\w+", found.groupdict().get("names") or ""))
                )
    return Reason(
        next(
            (code for kind, code in _REASONS.items() if isinstance(error, kind)), "expressions.other-failure"
        )
    )
