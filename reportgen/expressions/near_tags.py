"""Names in brackets that are no tags but were meant as one: ``{ name }``, ``【name】``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from reportgen.expressions.tags import find_tags
from reportgen.findings import Finding, Place, Severity

_NAME = r"\s*([^\W\d]\w*)((?:\.\w+)*)\s*"
_NEAR = re.compile(rf"(?<![{{｛_])[{{｛]{_NAME}[}}｝](?![}}｝])|【{_NAME}】")


@dataclass(frozen=True, slots=True)
class NearTag:
    """Something like a tag: as it is ``written``, the ``name`` it begins with, the whole ``expression``, its place."""

    written: str
    name: str
    expression: str
    place: Place


def near_tags(text: str, place: Place) -> list[NearTag]:
    """What looks like a tag in ``text``, outside its tags."""
    if "{" not in text and "｛" not in text and "【" not in text:
        return []
    for tag in reversed(find_tags(text)):
        text = f"{text[: tag.start]}\n{text[tag.end :]}"
    found = []
    for match in _NEAR.finditer(text):
        name, rest = match[1] or match[3], match[2] or match[4] or ""
        found.append(NearTag(match[0], name, name + rest, place))
    return found


def near_tag_findings(found: Iterable[NearTag], names: Container[str]) -> list[Finding]:
    """An error for each whose name is known: it was meant as a tag."""
    return [
        Finding("near-tag", Severity.ERROR, place=one.place, written=one.written, expression=one.expression)
        for one in found
        if one.name in names
    ]
