"""Cell formats: which ones are General, and new ones appended to ``styles.xml`` without touching the rest."""

from __future__ import annotations

import re

from msgspec import Struct, field

from reportgen.ooxml import xml
from reportgen.ooxml.number_formats import BUILT_IN, style_formats

GENERAL = 0
FIRST_OWN_FORMAT = 164
"""Ids below are built in (ECMA-376 part 1, 18.8.30)."""

_TEXT = 49
_ALIKE = {BUILT_IN[number]: number for number in (GENERAL, 1, 2, 3, 4, 9, 10, _TEXT)}
"""The built-in formats that look the same in every country: the only ones that are written by their id."""


class CellStyles(Struct):
    """The cell formats of a workbook. New ones are remembered and written by :meth:`to_bytes`."""

    data: bytes
    part: str
    formats: list[int]
    """The number format id of each cell format."""
    codes: dict[int, str]
    _added_codes: dict[str, int] = field(default_factory=dict)
    _added: list[tuple[int, int]] = field(default_factory=list)
    _known: dict[tuple[int, str], int] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes, part: str = "xl/styles.xml") -> CellStyles:
        return cls(data, part, *style_formats(data, part))

    def fresh(self) -> CellStyles:
        """The same formats, with nothing added: for the next fill of a compiled template."""
        return CellStyles(self.data, self.part, list(self.formats), dict(self.codes))

    @property
    def is_changed(self) -> bool:
        """Whether formats were added."""
        return bool(self._added or self._added_codes)

    def is_general(self, style: int) -> bool:
        return style >= len(self.formats) or self.formats[style] == GENERAL

    def is_text(self, style: int) -> bool:
        """Whether cells of this format hold text, whatever is typed into them."""
        if style >= len(self.formats):
            return False
        return self.formats[style] == _TEXT or self.codes.get(self.formats[style]) == "@"

    def with_format(self, style: int, code: str) -> int:
        """The cell format ``style`` with the number format ``code``; a new one is appended the first time."""
        if code == "General":
            return style
        key = (style, code)
        if key not in self._known:
            self._known[key] = len(self.formats)
            self._added.append((style, self._number_format(code)))
            self.formats.append(self._added[-1][1])
        return self._known[key]

    def to_bytes(self) -> bytes:
        """``styles.xml`` with the new formats at the ends of their lists; the same bytes where there are none."""
        data = self.data
        if self._added_codes:
            data = self._with_codes(data)
        return self._with_formats(data) if self._added else data

    def _number_format(self, code: str) -> int:
        if code in _ALIKE:
            return _ALIKE[code]
        for number, known in self.codes.items():
            if known == code:
                return number
        number = max((FIRST_OWN_FORMAT - 1, *self.codes)) + 1
        self.codes[number] = code
        self._added_codes[code] = number
        return number

    def _with_codes(self, data: bytes) -> bytes:
        prefix = _prefix(data)
        new = "".join(
            f'<{prefix}numFmt numFmtId="{number}" formatCode="{xml.escape_attribute(code)}"/>'
            for code, number in self._added_codes.items()
        ).encode()
        tag = f"{prefix}numFmts".encode()
        found = re.search(rb"<" + tag + rb"\b[^>]*?(/?)>", data)
        if found is None:
            root = re.search(rb"<" + prefix.encode() + rb"styleSheet\b[^>]*>", data)
            if root is None:
                raise ValueError("styleSheet")
            whole = b'<%s count="%d">%s</%s>' % (tag, len(self._added_codes), new, tag)
            return data[: root.end()] + whole + data[root.end() :]
        if found[1]:  # an empty list, closed in itself
            whole = b'<%s count="%d">%s</%s>' % (tag, len(self._added_codes), new, tag)
            return data[: found.start()] + whole + data[found.end() :]
        return _appended(data, tag, new, len(self._added_codes))

    def _with_formats(self, data: bytes) -> bytes:
        prefix = _prefix(data)
        tag = f"{prefix}cellXfs".encode()
        section = re.search(rb"<" + tag + rb"\b[^>]*>(.*?)</" + tag + rb">", data, re.DOTALL)
        if section is None:
            raise ValueError("cellXfs")
        item = rf"<{prefix}xf\b[^>]*?(?:/>|>.*?</{prefix}xf>)".encode()
        originals = re.findall(item, section[1], re.DOTALL)
        if not originals:
            raise ValueError("cellXfs")
        new: list[bytes] = []
        for style, number_format in self._added:
            base = originals[style] if style < len(originals) else originals[0]
            new.append(_reformatted(base, number_format))
            originals.append(new[-1])
        return _appended(data, tag, b"".join(new), len(new))


def _prefix(data: bytes) -> str:
    found = re.search(rb"<(\w+:)?styleSheet\b", data)
    return found[1].decode() if found and found[1] else ""


def _reformatted(item: bytes, number_format: int) -> bytes:
    head, bracket, rest = item.partition(b">")
    closing = b"/" if head.endswith(b"/") else b""
    head = head.removesuffix(b"/")
    head = re.sub(rb'\s(?:numFmtId|applyNumberFormat)="[^"]*"', b"", head)
    return head + b' numFmtId="%d" applyNumberFormat="1"' % number_format + closing + bracket + rest


def _appended(data: bytes, tag: bytes, new: bytes, count: int) -> bytes:
    def recount(found: re.Match[bytes]) -> bytes:
        return re.sub(rb'count="(\d+)"', lambda match: b'count="%d"' % (int(match[1]) + count), found[0])

    data = re.sub(rb"<" + tag + rb"\b[^>]*>", recount, data, count=1)
    return data.replace(b"</" + tag + b">", new + b"</" + tag + b">", 1)
