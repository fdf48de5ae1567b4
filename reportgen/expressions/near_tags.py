"""What was meant as a tag and is none: ``{ name }``, ``【name】``, ``<<name>>``, ``name }}``, ``{ % if … % }``."""

from __future__ import annotations

from collections.abc import Container, Iterable

from reportgen.expressions.syntax import INNER, OPENS
from reportgen.expressions.tags import find_tags
from reportgen.findings import Finding, Place, Severity
from reportgen.record import Record
from reportgen.regex import regex

_NAME = r"[\s\u200b]*([^\W\d]\w*)((?:\.\w+)*(?:\s*[|｜]\s*\w+(?:\([^(){}｛｝]*\))?)*)[\s\u200b]*"
_NEAR = regex(
    rf"\$?(?<![{{｛_])[{{｛]{_NAME}[}}｝]{{1,2}}(?![}}｝])|【{_NAME}】|<<{_NAME}>>|《《{_NAME}》》|«{_NAME}»"
    rf"|[\[［]{{2}}{_NAME}[\]］]{{2}}|(?<![\w.{{｛]){_NAME}[}}｝]{{2}}"
)
_STATEMENTS = "|".join(sorted({*OPENS, *OPENS.values(), *INNER, "set"}))
_NEAR_STATEMENT = regex(rf"[{{｛]\s+[%％]\s*(?:{_STATEMENTS})\b[^{{}}｛｝]*[%％]\s*[}}｝]")
_SIGNS = regex(r"[{｛【«}｝]|<<|《《|\[\[|［［")


class NearTag(Record):
    """Something like a tag: as it is ``written``, the ``name`` it begins with, the whole ``expression``, its place.

    Without a name it is something like a statement, which is wrong whatever names there are.
    """

    written: str
    name: str
    expression: str
    place: Place


def may_hold_near_tags(text: str) -> bool:
    """A quick look."""
    return _SIGNS.search(text) is not None


def near_tags(text: str, place: Place) -> list[NearTag]:
    """What looks like a tag in ``text``, outside its tags."""
    if not may_hold_near_tags(text):
        return []
    for tag in reversed(find_tags(text)):
        text = f"{text[: tag.start]}\n{text[tag.end :]}"
    if not may_hold_near_tags(text):
        return []
    found = [NearTag(match[0], "", "", place) for match in _NEAR_STATEMENT.finditer(text)]
    for match in _NEAR.finditer(text):
        name, rest = (next(filter(None, match.groups()[start::2]), "") for start in (0, 1))
        found.append(NearTag(match[0].strip(), name, name + rest, place))
    return found


def near_tag_findings(found: Iterable[NearTag], names: Container[str]) -> list[Finding]:
    """An error for each whose name is known, or that says what a statement says: it was meant as a tag."""
    return [
        Finding(
            "near-tag",
            Severity.ERROR,
            place=one.place,
            variant="" if one.name else "statement",
            written=one.written,
            expression=one.expression,
        )
        for one in found
        if not one.name or one.name in names
    ]
