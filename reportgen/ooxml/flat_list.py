"""A part that is one root with a flat list of empty elements: content types and relationships.

Both are edited in their text, one element at a time, so that everything the designer's Office wrote stays as
it lies: order, prefixes, quotes and line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from reportgen.ooxml.xml import escape_attribute, local_name, parse

_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*?"


class FlatList:
    """The text of such a part. ``tag`` names are local names; the root's own prefix is used for new ones."""

    def __init__(self, data: bytes, part: str) -> None:
        self._part = part
        self._prefix, self._root_tag, self._text = _read(data, part)

    @property
    def text(self) -> str:
        """The part's text as it is now."""
        return self._text

    def to_bytes(self) -> bytes:
        return self._text.encode("utf-8")

    def elements(self) -> list[tuple[str, Mapping[str, str]]]:
        """Local name and attributes of every element, in order."""
        return list(_elements(self._text, self._part))

    def append(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Put a new element at the end."""
        written = "".join(f' {key}="{escape_attribute(value)}"' for key, value in attributes.items())
        element = f"<{self._prefix}{tag}{written}/>"
        end = f"</{self._root_tag}>"
        at = self._text.rfind(end)
        if at >= 0:
            self._text = self._text[:at] + element + self._text[at:]
        else:  # the root is empty and closes itself
            head, _, tail = self._text.rpartition("/>")
            self._text = f"{head}>{element}{end}{tail}"

    def remove(self, index: int) -> None:
        """Take out the element at ``index`` of :meth:`elements`."""
        start, end = self._span(index)
        self._text = self._text[:start] + self._text[end:]

    def set_attribute(self, index: int, attribute: str, value: str) -> None:
        """Change one attribute of the element at ``index``."""
        start, end = self._span(index)
        pattern = re.compile(rf"(?<=\s){attribute}\s*=\s*(?:\"[^\"]*\"|'[^']*')")
        new = f'{attribute}="{escape_attribute(value)}"'
        element = pattern.sub(lambda _: new, self._text[start:end], count=1)
        self._text = self._text[:start] + element + self._text[end:]

    def _span(self, index: int) -> tuple[int, int]:
        """Where the element at ``index`` is in the text. Comments are stepped over."""
        body_start = re.search(rf"<{self._root_tag}(?=[\s/>]){_ATTRIBUTES}>", self._text)
        assert body_start is not None  # it was parsed
        pattern = re.compile(rf"<!--.*?-->|<[\w.:-]+(?=[\s/>]){_ATTRIBUTES}(?:/>|>\s*</[\w.:-]+\s*>)", re.S)
        found = [
            match.span()
            for match in pattern.finditer(self._text, body_start.end())
            if not match[0].startswith("<!--")
        ]
        return found[index]


# A batch reads the same small lists again for each document; what their text says never changes.


@lru_cache(maxsize=64)
def _read(data: bytes, part: str) -> tuple[str, str, str]:
    """The root's prefix (with its colon), its tag, and the part's text."""
    root = parse(data, part).root
    prefix = f"{root.prefix}:" if root.prefix else ""
    root_tag = f"{prefix}{root.tag.rpartition('}')[2]}"
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    if encoding.upper() in ("UTF-8", "ASCII", "US-ASCII"):
        return prefix, root_tag, data.decode("utf-8-sig")
    # another encoding is legal and never seen: it is written back as UTF-8
    text = data.decode(encoding)
    text = re.sub(r"\A\ufeff?<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-8"?>', text)
    return prefix, root_tag, text


@lru_cache(maxsize=64)
def _elements(text: str, part: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
    root = parse(text.encode(), part).root
    return tuple(
        (
            local_name(child),
            MappingProxyType({str(key): str(value) for key, value in child.attrib.items()}),
        )
        for child in root
        if isinstance(child.tag, str)
    )
