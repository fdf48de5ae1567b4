"""The keys of a TOML file as data: what each takes, and the one reader of them, which finds every mistake.

It reads ``pack.toml``, its tables and charts, and recipes. A mistake is a finding that names the key, what is there, what
is wanted, and which name was meant where one is like it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reportgen.findings import Finding, Place, Severity
from reportgen.language.period_reader import read_period
from reportgen.messages import Message
from reportgen.record import Record, replace
from reportgen.regex import regex
from reportgen.spelling import nearest

PACK_FILE = "pack.toml"
"""What the definition of a pack is called."""
TABLE_HEAD = regex(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
"""The line that begins a table or one of an array of tables: its brackets and its name."""
ANY = "*"
"""Among the keys of a section: what any other key takes."""
_LONGEST_SHOWN = 60
"""So many characters of a value are shown."""
_UNREAD = object()


class ValueMistakeError(ValueError):
    """A value cannot be read, which has words of its own: those of ``wrong-value/variant``."""

    def __init__(self, variant: str, **parameters: Any) -> None:
        super().__init__(variant)
        self.variant, self.parameters = variant, parameters


class KeyRule(Record):
    """What a key takes."""

    wanted: Message
    """What belongs there; its words may name the ``{key}``."""
    read: Callable[[Any], Any] = lambda value: value
    """The value as it is used. Raises ``ValueError`` for what is none."""
    required: bool = False
    choices: tuple[str, ...] = ()
    keys: Mapping[str, KeyRule] | None = None
    """Of a section: what it holds."""
    item: KeyRule | None = None
    """Of a list: what each of its items is."""


class KeyReader:
    """One reading of a file, or of the part of it at ``where``: the mistakes found so far.

    ``row_of`` gives the row of a key, where it is known.
    """

    def __init__(self, file: str, where: str = "", row_of: Callable[[str], int | None] | None = None) -> None:
        self.file, self.where, self.findings = file, where, list[Finding]()
        self._row_of = row_of

    def mistake(self, code: str, key: str, variant: str = "", **parameters: Any) -> Finding:
        """Record a mistake at ``key``: the code of a finding, its variant, and what its words speak of."""
        path = ".".join(filter(None, (self.where, key)))
        place = Place(self.file, row=self._row_of(path) if self._row_of else None, text=path)
        found = Finding(code, Severity.ERROR, place=place, variant=variant, **{"key": path, **parameters})
        self.findings.append(found)
        return found

    def wrong(self, key: str, value: Any, wanted: Message, choices: Iterable[str] = ()) -> None:
        """Record that the value at ``key`` is not what is ``wanted`` there."""
        near = nearest(value, choices) if isinstance(value, str) else None
        wanted = wanted.with_(key=key)
        self.mistake("wrong-value", key, value=_as_typed(value), wanted=wanted, near=near or "")

    def unknown(self, key: str, known: Iterable[str]) -> Finding:
        """Record a key that is not known."""
        names = tuple(known)
        near = nearest(key.rpartition(".")[2], names) or ""
        return self.mistake("unknown-key", key, near=near, known=names)

    def missing(self, key: str, rule: KeyRule | None = None) -> Finding:
        """Record a key that has to be there, and is not or is empty."""
        keys = rule.keys if rule is not None else None
        is_list = rule is not None and rule.item is not None
        variant = "list" if is_list else "section" if keys is not None else ""
        names = tuple(name for name, one in (keys or {}).items() if one.required)
        return self.mistake("missing-key", key, variant, file=self.file, names=names)

    def is_wrong(self, key: str) -> bool:
        """Whether a mistake was found at ``key``."""
        path = ".".join(filter(None, (self.where, key)))
        return any(finding.place.text == path for finding in self.findings)

    def section(self, at: str, section: Mapping[str, Any], rules: Mapping[str, KeyRule]) -> dict[str, Any]:
        """The values at a section's keys as their rules read them. Those that cannot be read are left out."""
        paths = {name: f"{at}.{name}" if at else name for name in (*section, *rules)}
        mistyped: dict[str, Finding] = {}
        if ANY not in rules:
            for name in section:
                if name not in rules:
                    found = self.unknown(paths[name], rules)
                    mistyped.setdefault(dict(found.parameters)["near"], found)
        absent = [name for name, rule in rules.items() if rule.required and _is_empty(section.get(name))]
        for name in absent:
            self.missing(paths[name], rules[name])
            if cause := mistyped.get(name):
                self.findings[-1] = self.findings[-1].with_(cause=(cause.code, cause.place))
        values = {
            name: self.value(paths[name], value, rules[name] if name in rules else rules[ANY])
            for name, value in section.items()
            if name not in absent and (name in rules or ANY in rules)
        }
        return {name: value for name, value in values.items() if value is not _UNREAD}

    def value(self, path: str, value: Any, rule: KeyRule) -> Any:
        """One value as its rule reads it."""
        try:
            found = rule.read(value)
        except ValueMistakeError as error:
            self.mistake("wrong-value", path, error.variant, **error.parameters)
            return _UNREAD
        except (ValueError, TypeError):
            self.wrong(path, value, rule.wanted, rule.choices)
            return _UNREAD
        if rule.item is not None and isinstance(found, list):
            items = (self.value(f"{path}[{n}]", item, rule.item) for n, item in enumerate(found, start=1))
            return [item for item in items if item is not _UNREAD]
        if rule.keys is not None and isinstance(found, Mapping):
            return self.section(path, found, rule.keys)
        return found


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _as_typed(value: Any) -> str:
    """A value as it is in the file, or its beginning."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


# What keys take


def fitting(
    wanted: str,
    fits: Callable[[Any], bool],
    into: Callable[[Any], Any] = lambda value: value,
    *,
    required: bool = False,
    **parameters: Any,
) -> KeyRule:
    """A value for which ``fits`` holds, made ``into`` what is used. ``wanted`` names an entry ``pack.wanted-...``."""

    def read(value: Any) -> Any:
        if not fits(value):
            raise ValueError
        return into(value)

    return KeyRule(Message(f"pack.wanted-{wanted}", **parameters), read, required)


def one_of(choices: Iterable[str], *, required: bool = False) -> KeyRule:
    """One of some words, as ``choices`` has it."""
    known = tuple(choices)
    wanted = Message("pack.wanted-one-of", known=known)
    return KeyRule(wanted, lambda value: known[known.index(value)], required, known)


def whole(least: int, most: int) -> KeyRule:
    """A whole number within bounds."""
    return fitting(
        "whole-between", lambda value: is_whole(value) and least <= value <= most, least=least, most=most
    )


def section(keys: Mapping[str, KeyRule], *, required: bool = False) -> KeyRule:
    """A section that comes once."""
    return replace(fitting("section", is_mapping, required=required), keys=keys)


def sections(keys: Mapping[str, KeyRule], *, required: bool = False) -> KeyRule:
    """A section that may come any number of times."""
    rule = fitting(
        "list", lambda value: isinstance(value, list) and all(map(is_mapping, value)), required=required
    )
    return replace(rule, item=section(keys))


def one_or_more(rule: KeyRule) -> KeyRule:
    """A list; what is its only item may stand alone."""
    return KeyRule(rule.wanted, lambda value: value if isinstance(value, list) else [value], item=rule)


def is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


TEXT = fitting("text", is_text)
FLAG = fitting("flag", lambda value: isinstance(value, bool))
PERIOD = KeyRule(Message("pack.wanted-period"), lambda value: read_period(str(value)))
