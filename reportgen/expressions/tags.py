"""Tags in a text: where ``{{ }}``, ``{% %}`` and ``{# #}`` are, and what they say.

People type tags in Word and Excel, which turn quotes into typographic ones and, in Chinese, leave full-width brackets
and braces behind. What a tag says is brought back to plain punctuation here; text inside its quotes stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.record import Record
from reportgen.regex import regex

_OPENING = regex(r"[{｛][{｛%％#＃]")
_KINDS = str.maketrans("｛｝％＃", "{}%#")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_QUOTES = {'"': '"', "'": "'", "“": '”“"', "”": '”“"', "„": '”“"', "‘": "’‘'", "’": "’‘'"}
_PLAIN = str.maketrans(
    {
        "（": "(",
        "）": ")",
        "，": ",",
        "：": ":",
        "｜": "|",
        "［": "[",
        "］": "]",
        "＝": "=",
        "＞": ">",
        "＜": "<",
        "＋": "+",
        "｛": "{",
        "｝": "}",
        "％": "%",
        "　": " ",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2011": "-",
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\ufeff": None,
        "\u00ad": None,
        "\r": " ",
    }
)
_SIMPLE = regex(r"[ \w.,:()\[\]|=<>+*/~-]*")
"""The start of a body in plain punctuation, without quotes and braces."""

_STRETCH = regex(r"""[^{}｛｝%％#＃"'“”„‘’]+""")
"""What has neither quotes nor the beginning of a tag's end, and is brought back to plain punctuation as a whole."""
_LINE_END = regex(r"\r\n?")
"""What Jinja counts as a line, too; programs made of tags count by ``\\n`` alone."""
_COMMENT_END = regex("[#＃][}｝]")
_SHORT = 1_000
"""Characters of a text whose tags are kept."""
_SCOPED = regex(r"(?P<trim>[-+]?)(?P<scope>tr|tc|p|r)(?=\s)\s*(?=\S)")


class Tag(Record):
    """A tag found in a text.

    ``start`` and ``end`` are its span; ``kind`` is ``{{`` (shows a value), ``{%`` (a statement) or ``{#`` (a comment);
    ``scope`` is docxtpl's prefix (``p``, ``tr``, ``tc``, ``r``) or empty; ``body`` the text inside, in plain
    punctuation, without trim marks; ``trim_before`` and ``trim_after``: written ``{%-`` and ``-%}``.
    ``closed`` is false where the text ends inside the tag.
    """

    start: int
    end: int
    kind: str
    body: str
    scope: str = ""
    trim_before: bool = False
    trim_after: bool = False
    closed: bool = True

    @property
    def keyword(self) -> str:
        """The first word of a statement (``for``, ``endif``); empty for other tags."""
        if self.kind != "{%":
            return ""
        words = self.body.split(None, 1)
        return words[0] if words else ""

    @property
    def source(self) -> str:
        """The tag as one would type it."""
        gap = "" if self.scope == "" else self.scope
        return f"{self.kind}{gap} {self.body} {_CLOSING[self.kind]}"


def may_hold_tags(text: str) -> bool:
    """A quick look: whether there is a brace, plain or full-width."""
    return "{" in text or "｛" in text


def find_tags(text: str) -> list[Tag]:
    """All tags of ``text`` in order. A tag that the text never closes comes last, with ``closed`` false."""
    return list(_known_tags(text) if len(text) <= _SHORT else _tags_in(text))


@lru_cache(maxsize=2048)
def _known_tags(text: str) -> tuple[Tag, ...]:
    """The tags of a cell or a paragraph, which is asked for them again and again."""
    return tuple(_tags_in(text))


def _tags_in(text: str) -> Iterator[Tag]:
    position = 0
    while opening := _OPENING.search(text, position):
        tag = _read_tag(text, opening.start())
        yield tag
        if not tag.closed:
            break
        position = tag.end


def _read_tag(text: str, start: int) -> Tag:
    kind = text[start : start + 2].translate(_KINDS)
    if kind == "{#":
        ends = _COMMENT_END.search(text, start + 2)
        end = ends.start() if ends else -1
        body = text[start + 2 : end] if end >= 0 else text[start + 2 :]
        return _dressed(start, end + 2 if end >= 0 else len(text), kind, body, closed=end >= 0)
    body, end, closed = _read_body(text, start + 2, _CLOSING[kind])
    return _dressed(start, end, kind, body, closed)


def _read_body(text: str, position: int, closing: str) -> tuple[str, int, bool]:
    """Read up to ``closing`` outside quotes and outer braces: the body in plain punctuation, its end, whether closed."""
    simple = _SIMPLE.match(text, position)
    if simple is not None and text.startswith(closing, simple.end()):
        return simple[0], simple.end() + 2, True
    plain: list[str] = []
    depth = 0
    start = position
    while position < len(text):
        if stretch := _STRETCH.match(text, position):
            plain.append(stretch[0].translate(_PLAIN))
            position = stretch.end()
            continue
        char = text[position]
        if text[position : position + 2].translate(_KINDS) == closing and (closing != "}}" or depth == 0):
            return "".join(plain), position + 2, True
        if char in _QUOTES:
            string, after = _read_string(text, position)
            if (
                after < 0
            ):  # an apostrophe that opens no string: close at the first chance, let the parser complain
                return _unquoted(text, start, closing)
            plain.append(string)
            position = after
            continue
        depth += {"{": 1, "}": -1, "｛": 1, "｝": -1}.get(char, 0)
        plain.append(char.translate(_PLAIN))
        position += 1
    return _unquoted(text, start, closing)


def _unquoted(text: str, start: int, closing: str) -> tuple[str, int, bool]:
    """The body up to the first ``closing`` whatever quotes say; for tags that nothing else closes."""
    end = text.translate(_KINDS).find(closing, start)
    if end < 0:
        return text[start:].translate(_PLAIN), len(text), False
    return text[start:end].translate(_PLAIN), end + 2, True


def _read_string(text: str, start: int) -> tuple[str, int]:
    """The string literal at ``start`` in straight quotes, and the position after it (-1: it never ends)."""
    opening = text[start]
    ends = _QUOTES[opening]
    straight = "'" if opening in "'‘’" else '"'
    plain = [straight]
    position = start + 1
    while position < len(text):
        char = text[position]
        if char == "\\" and position + 1 < len(text):
            plain.append(text[position : position + 2])
            position += 2
            continue
        if char in ends:
            plain.append(straight)
            return _LINE_END.sub("\n", "".join(plain)), position + 1
        plain.append("\\" + char if char == straight else char)
        position += 1
    return "", -1


def _dressed(start: int, end: int, kind: str, body: str, closed: bool) -> Tag:
    """A tag with its trim marks and scope taken off the body."""
    trim_before = trim_after = False
    scope = ""
    if kind != "{{" or not re.match(r"-\s*\d", body):
        trim_before = body.startswith("-")
    if (scoped := _SCOPED.match(body)) and (kind != "{{" or scoped["scope"] in ("p", "r")):
        trim_before = trim_before or scoped["trim"] == "-"
        scope = scoped["scope"]
        body = body[scoped.end() :]
    elif trim_before or body.startswith("+"):
        body = body[1:]
    if body.endswith("-"):
        trim_after, body = True, body[:-1]
    elif body.endswith("+"):
        body = body[:-1]
    return Tag(start, end, kind, body.strip(), scope, trim_before, trim_after, closed)
