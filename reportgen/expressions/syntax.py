"""Mistakes in the language of tags, found before anything is filled: one tag at a time, and how blocks nest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.expressions.failures import UnknownFilterError, syntax_failure
from reportgen.expressions.tags import Tag
from reportgen.expressions.undefined import closest
from reportgen.findings import Finding, Severity
from reportgen.record import Record
from reportgen.regex import regex

OPENS = {
    "for": "endfor",
    "if": "endif",
    "macro": "endmacro",
    "call": "endcall",
    "filter": "endfilter",
    "with": "endwith",
}
INNER = {"elif": ("if",), "else": ("if", "for"), "break": ("for",), "continue": ("for",)}
ALONE = frozenset({"do", "break", "continue"})
UNAVAILABLE = frozenset(
    {"include", "import", "from", "extends", "block", "endblock", "raw", "endraw", "autoescape"}
)
_OPERATORS = frozenset({"and", "else", "if", "in", "is", "not", "or"})
_LONGEST_PLAIN = 100
"""Characters of a tag that need not be parsed to see that it can be."""
_KNOWN = (*OPENS, *OPENS.values(), *INNER, "set", "endset", "do")


class Mistake(Record):
    """What is wrong with the ``index``-th tag of a list; the finding has no place yet."""

    index: int
    finding: Finding

    @property
    def code(self) -> str:
        return self.finding.code


def check_tag(tag: Tag, environment: Environment, statements: frozenset[str] = frozenset()) -> Mistake | None:
    """The mistake in one tag taken alone, if any; ``statements`` are keywords the renderer adds (``vm``)."""
    quick = check_form(tag, statements)
    if quick is not None or tag.kind == "{#" or tag.keyword in statements:
        return quick
    return _parse_alone(tag, environment)


def check_form(tag: Tag, statements: frozenset[str] = frozenset()) -> Mistake | None:
    """What is wrong with a tag's outside: not closed, empty, no known statement. Expressions are not read."""
    if not tag.closed:
        return _mistake("open-tag")
    if tag.kind == "{#" or tag.keyword in statements:
        return None
    if not tag.body:
        return _mistake("empty-tag")
    if tag.kind == "{%":
        if tag.keyword in UNAVAILABLE:
            return _mistake("unavailable-tag", keyword=tag.keyword)
        if tag.keyword not in (*_KNOWN, *statements):
            near = closest(tag.keyword, [*_KNOWN, *statements])[:1]
            variant = "near" if near else ""
            return _mistake("unknown-statement", variant=variant, keyword=tag.keyword, near=near)
    return None


def check_blocks(tags: Sequence[Tag]) -> list[Mistake]:
    """Blocks that open and never close, close what is not open, or cross each other; ``tags`` in document order."""
    mistakes: list[Mistake] = []
    open_blocks: list[tuple[str, int]] = []
    past_else: set[int] = set()
    for index, tag in enumerate(tags):
        keyword = tag.keyword
        if keyword in OPENS or is_block_set(tag):
            open_blocks.append((keyword, index))
        elif keyword in INNER:
            block, opened = open_blocks[-1] if open_blocks else ("", -1)
            if keyword not in ALONE and block not in INNER[keyword]:
                blocks = " / ".join(INNER[keyword])
                mistakes.append(_mistake("stray-block-end", index, keyword=keyword, block=blocks))
            elif keyword not in ALONE and opened in past_else:
                mistakes.append(_mistake("stray-block-end", index, variant="after-else", keyword=keyword))
            elif keyword == "else":
                past_else.add(opened)
        elif keyword in OPENS.values() or keyword == "endset":
            block = keyword.removeprefix("end")
            if open_blocks and open_blocks[-1][0] == block:
                open_blocks.pop()
            elif any(opened == block for opened, _ in open_blocks):
                while open_blocks[-1][0] != block:
                    mistakes.append(_left_open(*open_blocks.pop()))
                open_blocks.pop()
            else:
                mistakes.append(_mistake("stray-block-end", index, keyword=keyword, block=block))
    mistakes += [_left_open(block, index) for block, index in open_blocks]
    return sorted(mistakes, key=lambda mistake: mistake.index)


def is_block_set(tag: Tag) -> bool:
    """Whether a tag is ``{% set name %}``, which takes what follows up to ``{% endset %}``."""
    return tag.keyword == "set" and "=" not in tag.body


_STEPS = regex(r"""\w+(?:\.\w+|\((?:"[^"\\]*")?\))*""")
_CALLS = regex(r"""\((?:"[^"]*")?\)""")
_STATEMENT = regex(r"(?:if|elif|for (?P<target>\w+) in) (?P<value>.+)")
_BARE = frozenset({*OPENS.values(), *INNER, "endset"} - {"elif"})
_NO_NAMES = _OPERATORS | {"recursive", "true", "false", "none", "True", "False", "None"}


def _is_plain(tag: Tag) -> bool:
    """Whether nothing can be wrong with a tag taken alone: one that shows a name, or what steps from one lead to
    (``trade.share("CN").number``), asks for it or goes through it, or ends a block. Most are such."""
    body = tag.body
    if len(body) > _LONGEST_PLAIN or not body.isprintable():
        return False
    if tag.kind == "{{":
        return is_plain_value(body)
    if body in _BARE:
        return True
    found = _STATEMENT.fullmatch(body)
    return found is not None and is_plain_value(found["value"]) and _is_name(found["target"] or "_")


def is_plain_value(text: str) -> bool:
    """Whether an expression is a name, or steps from one."""
    if _STEPS.fullmatch(text) is None:
        return False
    first, *steps = _CALLS.sub("", text).split(".")
    return _is_name(first) and all(name.isidentifier() for name in steps)


def _is_name(word: str) -> bool:
    return word.isidentifier() and word not in _NO_NAMES


def _parse_alone(tag: Tag, environment: Environment) -> Mistake | None:
    if _is_plain(tag):
        return None
    try:
        parsed_alone(tag, environment)
    except TemplateSyntaxError as error:
        if isinstance(error, UnknownFilterError):
            return _mistake(
                "unknown-filter", variant=error.kind, name=error.missing, near=_near(error, environment)
            )
        return _mistake("tag-syntax", problem=syntax_failure(error))
    return None


def _near(error: UnknownFilterError, environment: Environment) -> tuple[str, ...]:
    known = environment.filters if error.kind == "filter" else environment.tests
    return closest(error.missing, [name for name in known if not name.startswith("_")])[:1]


def parsed_alone(tag: Tag, environment: Environment) -> nodes.Template:
    """A tag taken alone, with what it needs to be whole. Raises ``TemplateSyntaxError``."""
    return _parse(_complete(tag), environment)


def _parse(source: tuple[str, Tag, str], environment: Environment) -> nodes.Template:
    before, tag, after = source
    start, end = environment.block_start_string, environment.block_end_string
    if tag.kind == "{{":
        start, end = environment.variable_start_string, environment.variable_end_string

    def block(text: str) -> str:
        return f"{environment.block_start_string} {text} {environment.block_end_string}" if text else ""

    whole = f"{block(before)}{start} {tag.body} {end}{block(after)}"
    return parse_known(whole, environment)


_NAMES_FILTERS = regex(r"\||\sis\s|filter")
"""What a source has that uses filters or tests."""


def parse_known(source: str, environment: Environment, name: str | None = None) -> nodes.Template:
    """Parse ``source`` and make sure that every filter and test in it exists.

    Jinja itself leaves those inside conditions to the moment when they are used.
    Raises ``TemplateSyntaxError``.
    """
    tree = environment.parse(source, name, name)
    names_some = _NAMES_FILTERS.search(source) is not None
    for used in tree.find_all((nodes.Filter, nodes.Test)) if names_some else ():
        kind, known = (
            ("filter", environment.filters) if isinstance(used, nodes.Filter) else ("test", environment.tests)
        )
        if used.name not in known:
            raise UnknownFilterError(kind, used.name, used.lineno, name)
    return tree


def _complete(tag: Tag) -> tuple[str, Tag, str]:
    """What must come before and after a statement so that it parses alone."""
    keyword = tag.keyword
    before = {"elif": "if true", "else": "if true", "break": "for _ in []", "continue": "for _ in []"}.get(
        keyword, ""
    )
    if keyword.startswith("end"):
        opening = {"endfor": "for _ in []", "endif": "if true", "endmacro": "macro _()", "endset": "set _"}
        opening |= {"endcall": "call _()", "endfilter": "filter upper", "endwith": "with"}
        return opening.get(keyword, ""), tag, ""
    after = OPENS.get(keyword, "")
    if before:
        after = "endfor" if "for" in before else "endif"
    if is_block_set(tag):
        after = "endset"
    return before, tag, after


def _left_open(block: str, index: int) -> Mistake:
    return _mistake("open-block", index, block=block, end="endset" if block == "set" else OPENS[block])


def _mistake(code: str, index: int = 0, /, **parameters: Any) -> Mistake:
    return Mistake(index, Finding(code, Severity.ERROR, **parameters))
