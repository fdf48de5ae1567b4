"""Mistakes in the language of tags, found before anything is filled: one tag at a time, and how blocks nest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import InvalidOperation

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError

from reportgen.errors import ReportgenError
from reportgen.expressions.tags import Tag
from reportgen.expressions.undefined import nearest
from reportgen.messages import Bilingual, Words

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
_KNOWN = (*OPENS, *OPENS.values(), *INNER, "set", "endset", "do")

_FAILURES_ZH: dict[type[Exception], str] = {
    ZeroDivisionError: "除数为零",
    InvalidOperation: "不是可计算的数值",
    OverflowError: "数值过大",
    RecursionError: "嵌套过深",
    SecurityError: "超出模板允许的范围",
    TypeError: "值的类型不适用于该运算",
    ValueError: "值不适用于该运算",
    LookupError: "没有所取的项",
}
"""What Python and Jinja say in English only; the first kind that fits."""

UNCLOSED_TAG = Bilingual(
    "The tag is not closed: “}}”, “%}” or “#}” is missing.", "标签没有结束：缺少“}}”、“%}”或“#}”。"
)
CLOSE_TAG = Bilingual("Close it in the same paragraph.", "请在同一段落内补上结束符号。")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with the ``index``-th tag of a list, and what to do. ``code`` is the finding's."""

    index: int
    code: str
    what: Words
    remedy: Words


def check_tag(tag: Tag, environment: Environment, statements: frozenset[str] = frozenset()) -> Mistake | None:
    """The mistake in one tag taken alone, if any; ``statements`` are keywords the renderer adds (``vm``)."""
    quick = check_form(tag, statements)
    if quick is not None or tag.kind == "{#" or tag.keyword in statements:
        return quick
    return _parse_alone(tag, environment)


def check_form(tag: Tag, statements: frozenset[str] = frozenset()) -> Mistake | None:
    """What is wrong with a tag's outside: not closed, empty, no known statement. Expressions are not read."""
    if not tag.closed:
        return Mistake(0, "open-tag", UNCLOSED_TAG, CLOSE_TAG)
    if tag.kind == "{#" or tag.keyword in statements:
        return None
    if not tag.body:
        return _mistake(
            "empty-tag",
            "The tag is empty.",
            "标签是空的。",
            "Write a name in it, or delete it.",
            "请写入名称，或删除该标签。",
        )
    if tag.kind == "{%":
        if tag.keyword in UNAVAILABLE:
            what = Bilingual(
                f"“{tag.keyword}” cannot be used in a template.", f"模板中不能使用“{tag.keyword}”。"
            )
            return Mistake(0, "unavailable-tag", what, Bilingual("Delete the tag.", "请删除该标签。"))
        if tag.keyword not in (*_KNOWN, *statements):
            return _unknown_statement(tag.keyword, statements)
    return None


def check_blocks(tags: Sequence[Tag]) -> list[Mistake]:
    """Blocks that open and never close, close what is not open, or cross each other; ``tags`` in document order."""
    mistakes: list[Mistake] = []
    open_blocks: list[tuple[str, int]] = []
    for index, tag in enumerate(tags):
        keyword = tag.keyword
        if keyword in OPENS or is_block_set(tag):
            open_blocks.append((keyword, index))
        elif keyword in INNER:
            if not any(block in INNER[keyword] for block, _ in open_blocks[-1:]) and keyword not in ALONE:
                mistakes.append(_stray(index, keyword, " / ".join(INNER[keyword])))
        elif keyword in OPENS.values() or keyword == "endset":
            block = keyword.removeprefix("end")
            if open_blocks and open_blocks[-1][0] == block:
                open_blocks.pop()
            elif any(opened == block for opened, _ in open_blocks):
                while open_blocks[-1][0] != block:
                    mistakes.append(_left_open(*open_blocks.pop()))
                open_blocks.pop()
            else:
                mistakes.append(_stray(index, keyword, block))
    mistakes += [_left_open(block, index) for block, index in open_blocks]
    return sorted(mistakes, key=lambda mistake: mistake.index)


def is_block_set(tag: Tag) -> bool:
    """Whether a tag is ``{% set name %}``, which takes what follows up to ``{% endset %}``."""
    return tag.keyword == "set" and "=" not in tag.body


def sentence(error: Exception) -> Words:
    """One of Jinja's complaints (or an error while an expression runs) as a sentence in both languages."""
    if isinstance(error, TemplateSyntaxError):
        return _syntax_sentence(error.message or "")
    if isinstance(error, ReportgenError):  # a sentence already
        return error.message
    what = re.sub(r"\s+", " ", str(error)).strip().rstrip(".") or type(error).__name__
    what_zh = next((words for kind, words in _FAILURES_ZH.items() if isinstance(error, kind)), what)
    return Bilingual(f"The expression cannot be worked out: {what}.", f"表达式无法计算：{what_zh}。")


def _parse_alone(tag: Tag, environment: Environment) -> Mistake | None:
    try:
        _parse(_complete(tag), environment)
    except TemplateSyntaxError as error:
        code = "unknown-filter" if (error.message or "").startswith("No ") else "tag-syntax"
        return Mistake(0, code, sentence(error), _syntax_remedy(error, environment))
    return None


def _parse(source: tuple[str, Tag, str], environment: Environment) -> nodes.Template:
    before, tag, after = source
    start, end = environment.block_start_string, environment.block_end_string
    if tag.kind == "{{":
        start, end = environment.variable_start_string, environment.variable_end_string

    def block(text: str) -> str:
        return f"{environment.block_start_string} {text} {environment.block_end_string}" if text else ""

    whole = f"{block(before)}{start} {tag.body} {end}{block(after)}"
    return parse_known(whole, environment)


def parse_known(source: str, environment: Environment, name: str | None = None) -> nodes.Template:
    """Parse ``source`` and make sure that every filter and test in it exists.

    Jinja itself leaves those inside conditions to the moment when they are used.
    Raises ``TemplateSyntaxError``.
    """
    tree = environment.parse(source, name, name)
    for used in tree.find_all((nodes.Filter, nodes.Test)):
        kind, known = (
            ("filter", environment.filters) if isinstance(used, nodes.Filter) else ("test", environment.tests)
        )
        if used.name not in known:
            raise TemplateSyntaxError(f"No {kind} named {used.name!r}", used.lineno, name, name)
    return tree


def _complete(tag: Tag) -> tuple[str, Tag, str]:
    """What must stand before and after a statement so that it parses alone."""
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


def _syntax_sentence(message: str) -> Bilingual:
    if found := re.match(r"No (filter|test) named '(.+)'", message):
        kind = {"filter": "过滤器", "test": "判断词"}[found[1]]
        return Bilingual(f"There is no {found[1]} called “{found[2]}”.", f"没有名为“{found[2]}”的{kind}。")
    if found := re.match(r"unexpected char '(.+)' at", message):
        return Bilingual(
            f"The character “{found[1]}” has no meaning there.", f"此处不能出现字符“{found[1]}”。"
        )
    if found := re.match(r"expected token '(.+)', got '(.+)'", message):
        wanted = {
            "end of print statement": ("the end of the tag", "标签结尾"),
            "end of statement block": ("the end of the tag", "标签结尾"),
        }
        en, zh = wanted.get(found[1], (f"“{found[1]}”", f"“{found[1]}”"))
        if found[2] in ("end of print statement", "end of statement block"):
            return Bilingual(f"The tag ends where {en} should stand.", f"标签过早结束，此处应为{zh}。")
        return Bilingual(f"“{found[2]}” stands where {en} should.", f"此处应为{zh}，却写了“{found[2]}”。")
    if found := re.match(r"Expected an expression, got '(.+)'", message):
        if found[1].startswith("end of"):
            return Bilingual("The tag ends where an expression should stand.", "标签过早结束，缺少表达式。")
        return Bilingual(
            f"“{found[1]}” stands where an expression should.", f"此处应为表达式，却写了“{found[1]}”。"
        )
    said = message.rstrip(".") or "it cannot be read"
    return Bilingual(f"The tag cannot be read: {said}.", f"标签无法解读：{said}。")


def _syntax_remedy(error: TemplateSyntaxError, environment: Environment) -> Bilingual:
    if found := re.match(r"No (filter|test) named '(.+)'", error.message or ""):
        names = environment.filters if found[1] == "filter" else environment.tests
        near = nearest(found[2].rstrip("."), [name for name in names if not name.startswith("_")])
        if near:
            return Bilingual(f"Did you mean “{near[0]}”?", f"是否应为“{near[0]}”？")
    return Bilingual("Correct the tag.", "请改正该标签。")


def _unknown_statement(keyword: str, statements: frozenset[str]) -> Mistake:
    near = nearest(keyword, [*_KNOWN, *statements])
    remedy = Bilingual(f"Did you mean “{near[0]}”?", f"是否应为“{near[0]}”？") if near else None
    if remedy is None:
        remedy = Bilingual(
            "To show a value write {{ }} instead of {% %}.", "要显示内容，请用 {{ }} 代替 {% %}。"
        )
    what = Bilingual(f"There is no statement “{keyword}”.", f"没有“{keyword}”这种语句。")
    return Mistake(0, "unknown-statement", what, remedy)


def _left_open(block: str, index: int) -> Mistake:
    end = "endset" if block == "set" else OPENS[block]
    what = Bilingual(f"The “{block}” is opened here and never closed.", f"此处打开的“{block}”没有结束。")
    remedy = Bilingual(
        f"Add {{% {end} %}} after the part it is for.", f"请在相应内容之后加上 {{% {end} %}}。"
    )
    return Mistake(index, "open-block", what, remedy)


def _stray(index: int, keyword: str, block: str) -> Mistake:
    what = Bilingual(
        f"“{keyword}” stands where no “{block}” is open.", f"“{keyword}”之前没有打开的“{block}”。"
    )
    remedy = Bilingual(
        f"Open it with {{% {block} … %}} before, or delete this tag.",
        f"请在前面用 {{% {block} … %}} 打开，或删除该标签。",
    )
    return Mistake(index, "stray-block-end", what, remedy)


def _mistake(code: str, en: str, zh: str, do_en: str, do_zh: str) -> Mistake:
    return Mistake(0, code, Bilingual(en, zh), Bilingual(do_en, do_zh))
