"""Names that do not exist: what was meant, most likely, and the finding that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, UndefinedError
from jinja2.utils import missing

from reportgen.findings import Finding, Severity
from reportgen.messages import Reason
from reportgen.regex import regex

_UNWRITABLE = regex(r"[\s\-+/*()\[\]]")
NEAREST_SHOWN = 3
CLEARLY_WORSE = 0.1


class UnknownName(StrictUndefined):
    """What an expression yields for a name that does not exist.

    Further steps (``.a``, ``["b"]``, a call) stay unknown, so that a renderer meets it where it is shown and can
    collect every such place; any other use raises :class:`UnknownUsedError`.
    """

    __slots__ = ("refused",)

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        self.refused = exc is not UndefinedError
        """Whether the name exists in Python but is out of reach of templates."""
        self._undefined_exception = self._error  # type: ignore[assignment]

    def _error(self, message: str) -> UnknownUsedError:
        return UnknownUsedError(self, message)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, *_key: Any) -> Any:
        return self

    def __call__(self, *_args: Any, **_kwargs: Any) -> Any:
        return self

    @property
    def known_as(self) -> str:
        return str(self._undefined_name)

    @property
    def owner(self) -> Any:
        """The object that lacks the name; jinja's ``missing`` for a name of the context."""
        return self._undefined_obj

    @property
    def without_else(self) -> bool:
        """Whether this is ``{{ a if b }}`` with a false ``b``: nothing, and no mistake."""
        return self._undefined_name is None and "inline if-expression" in (self._undefined_hint or "")


class UnknownUsedError(UndefinedError):
    """A name that does not exist was worked with: compared, counted, gone through."""

    def __init__(self, name: UnknownName, message: str) -> None:
        super().__init__(message)
        self.name = name

    @property
    def reason(self) -> Reason:
        if self.name.without_else:
            return Reason("expressions.no-else")
        if self.name.refused:
            return Reason("expressions.refused", name=self.name.known_as)
        code = "unknown" if self.name.owner is missing else "no-member"
        return Reason(f"expressions.{code}", name=self.name.known_as)


def unknown_item(name: UnknownName) -> Finding | None:
    """The finding for what a list does not have: an item of that number, or any item at all."""
    if isinstance(name.owner, list | tuple | range):
        return Finding("unknown-name", Severity.ERROR, variant="item", name=name.known_as)
    if name.owner is missing and name.known_as == "None":
        return Finding("no-value", Severity.ERROR, variant="empty")
    return None


def is_unknown(value: Any) -> bool:
    return isinstance(value, Undefined)


def closest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Up to three of ``names`` that look like ``name``, the likeliest first."""
    import difflib

    known = list(dict.fromkeys(names))
    folded: dict[str, list[str]] = {}
    for candidate in known:
        folded.setdefault(candidate.casefold(), []).append(candidate)
    # Chinese names are short: one wrong character of three must still be found.
    close = difflib.get_close_matches(name.casefold(), folded, n=NEAREST_SHOWN, cutoff=0.5)
    likeness = {match: difflib.SequenceMatcher(None, match, name.casefold()).ratio() for match in close}
    best = max(likeness.values(), default=0.0)
    found = [
        candidate for match in close if likeness[match] > best - CLEARLY_WORSE for candidate in folded[match]
    ]
    found += [other for other in _containing(name, known) if other not in found]
    return tuple(found[:NEAREST_SHOWN])


def _containing(name: str, names: list[str]) -> Iterator[str]:
    if len(name) > 1:
        yield from (other for other in names if name in other)


def _may_be_written(name: str) -> bool:
    """Whether a tag can hold a name of the context: one with a blank or a hyphen is read as several."""
    return not _UNWRITABLE.search(name)


def unknown_name(name: str, owner: str = "", near: Iterable[str] = (), *, refused: bool = False) -> Finding:
    """The finding for a name that does not exist in the context, or on ``owner`` (the expression before the last dot).

    ``near`` are the names that may be meant. ``refused``: it exists, but templates may not use it.
    """
    variant = "refused" if refused else "member" if owner else ""
    near = tuple(one for one in near if owner or _may_be_written(one))
    return Finding("unknown-name", Severity.ERROR, variant=variant, name=name, owner=owner, near=near)
