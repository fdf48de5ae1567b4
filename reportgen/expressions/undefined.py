"""Names that nothing stands behind: what was meant, most likely, and how to say so."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Undefined, UndefinedError

from reportgen.messages import Bilingual

NEAREST_SHOWN = 3
CLEARLY_WORSE = 0.1


class UnknownName(StrictUndefined):
    """What an expression yields for a name that does not exist.

    Further steps (``.a``, ``["b"]``, a call) stay unknown, so that a renderer meets it where it is shown and can
    collect every such place; any other use raises ``UndefinedError``.
    """

    __slots__ = ()

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
        """The object that was asked for the name; jinja's ``missing`` for a name of the context."""
        return self._undefined_obj

    @property
    def refused(self) -> bool:
        """Whether the name exists in Python but is out of reach of templates."""
        return self._undefined_exception is not UndefinedError

    @property
    def without_else(self) -> bool:
        """Whether this is ``{{ a if b }}`` with a false ``b``: nothing, and no mistake."""
        return self._undefined_name is None and "inline if-expression" in (self._undefined_hint or "")

    def raise_unknown(self) -> NoReturn:
        raise self._undefined_exception(self._undefined_message)


def is_unknown(value: Any) -> bool:
    return isinstance(value, Undefined)


def nearest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Up to three of ``names`` that look like ``name``, the likeliest first."""
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


def unknown_sentence(name: str, owner: str = "") -> Bilingual:
    """What is unknown: a name of the context, or of ``owner`` (the expression before the last dot)."""
    if owner:
        en, zh = f"“{owner}” has nothing called “{name}”.", f"“{owner}”没有名为“{name}”的内容。"
    else:
        en, zh = f"The name “{name}” is unknown.", f"名称“{name}”不存在。"
    return Bilingual(en, zh)


def nearest_remedy(candidates: Iterable[str]) -> Bilingual:
    """What to write instead, or where to look."""
    near = list(candidates)
    if near:
        en = " or ".join(f"“{name}”" for name in near)
        zh = "或".join(f"“{name}”" for name in near)
        return Bilingual(f"Did you mean {en}?", f"是否应为{zh}？")
    return Bilingual("Write a name that the data has.", "请改用数据中已有的名称。")
