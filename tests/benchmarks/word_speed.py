"""Filling Word templates, as ratios to a floor: the same rows' XML by Python string formatting, deflated at zlib level 6.

The floor knows nothing but string formatting: it writes the body and packs the template's other parts anew. docxtpl fills
the same templates beside ours. "first" is a template that has not been read yet, "again" one whose compiled form is kept.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportgen.content import Number
from reportgen.word import WordTemplate
from tests.benchmarks.timing import compare
from tests.word.documents import docx_of, p, table

WORDS = (
    "Trade of the area reached ",
    ", of which exports were ",
    " and imports ",
    "; the share was ",
    " after ",
)
WORDS += (" a year before, ", " more than planned and ", " ahead. In the month before it was ")
CELL = '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:tc>'


@dataclass(frozen=True)
class Case:
    """A template, what to fill it with (several documents in a batch), and how the floor writes the body."""

    name: str
    template: bytes
    contexts: list[dict[str, Any]]
    body: Callable[[dict[str, Any]], str]
    bar: float


def rows() -> Iterator[str]:
    yield "| Word | floor, ms | reportgen again | reportgen first | bar | docxtpl |"
    yield "|---|---|---|---|---|---|"
    for case in (_brief(), _table(2_000), _table(20_000), _batch()):
        yield _measured(case)
    yield _controls()


def _measured(case: Case) -> str:
    kept = WordTemplate(case.template)
    again = compare(lambda: [kept.fill(context) for context in case.contexts], lambda: _floor(case), rounds=5)
    first = compare(lambda: _first(case), lambda: _floor(case), rounds=5)
    theirs = compare(lambda: _docxtpl(case), lambda: _floor(case), rounds=1, warm_up=0)
    cells = (again.ratio, first.ratio, case.bar, theirs.ratio)
    return (
        f"| {case.name} | {again.theirs * 1000:.1f} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |"
    )


def _first(case: Case) -> None:
    template = WordTemplate(case.template)
    for context in case.contexts:
        template.fill(context)


def _controls() -> str:
    """What figure controls cost: the table of 2,000 rows with and without a key on each number."""
    template = WordTemplate(_table_template())
    plain = {"rows": [{key: Number(f"{row}.{key}", key=None) for key in "abcdefgh"} for row in range(2_000)]}
    keyed = {
        "rows": [
            {key: Number(f"{row}.{key}", value=Decimal(row), key=f"f{row:06}{key}") for key in "abcdefgh"}
            for row in range(2_000)
        ]
    }
    ratio = compare(lambda: template.fill(keyed), lambda: template.fill(plain), rounds=5).ratio
    return f"| 16,000 figure controls against none | | {ratio:.2f} | | | |"


# ---- the cases -----------------------------------------------------------------------------------------------


def _brief() -> Case:
    sections = [_section(number) for number in range(40)]
    template = docx_of(
        "{%p for s in sections %}",
        p("{{ s.title }}", properties='<w:pStyle w:val="Heading1"/>'),
        "".join(f"{word}{{{{ s.numbers[{at}] }}}}" for at, word in enumerate(WORDS)),
        table(["{%tr for row in s.rows %}", *[""] * 5], [f"{{{{ row[{at}] }}}}" for at in range(6)], ["{%tr endfor %}", *[""] * 5]),
        "{%p endfor %}",
    )  # fmt: skip
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'

    def body(context: dict[str, Any]) -> str:
        return "".join(
            heading.format(_escaped(section["title"]))
            + _paragraph(section["numbers"])
            + _rows(section["rows"], 1500)
            for section in context["sections"]
        )

    return Case("brief of 40 sections", template, [{"sections": sections}], body, 4.0)


def _table(count: int) -> Case:
    data = [{key: f"R&D {key}{row * 37 % 1000}.{row % 10}" for key in "abcdefgh"} for row in range(count)]

    def body(context: dict[str, Any]) -> str:
        return _rows([list(row.values()) for row in context["rows"]], 1125)

    return Case(f"table of {count:,} rows x 8", _table_template(), [{"rows": data}], body, 3.0)


def _table_template() -> bytes:
    fields = [f"{{{{ row.{key} }}}}" for key in "abcdefgh"]
    return docx_of(
        table(["h"] * 8, ["{%tr for row in rows %}", *[""] * 7], fields, ["{%tr endfor %}", *[""] * 7])
    )


def _batch() -> Case:
    contexts = [_section(number) for number in range(100)]
    fields = [f"{{{{ row[{at}] }}}}" for at in range(6)]
    template = docx_of(
        "{{ title }}",
        "".join(f"{word}{{{{ numbers[{at}] }}}}" for at, word in enumerate(WORDS)),
        table(["{%tr for row in rows %}", *[""] * 5], fields, ["{%tr endfor %}", *[""] * 5]),
    )

    def body(context: dict[str, Any]) -> str:
        return _paragraph([context["title"]]) + _paragraph(context["numbers"]) + _rows(context["rows"], 1500)

    return Case("batch of 100 small briefs", template, contexts, body, 1.5)


def _section(number: int) -> dict[str, Any]:
    return {
        "title": f"Section {number}",
        "numbers": [f"{number * at}.{at} billion" for at in range(8)],
        "rows": [[f"{number + across * down}.5" for across in range(6)] for down in range(12)],
    }


# ---- the floor and the rival -----------------------------------------------------------------------------------


def _floor(case: Case) -> None:
    with zipfile.ZipFile(io.BytesIO(case.template)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    head, _, tail = parts["word/document.xml"].decode().partition("<w:body>")
    end = tail[tail.rindex("<w:sectPr>") :]
    for context in case.contexts:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
            for name, data in parts.items():
                written = f"{head}<w:body>{case.body(context)}{end}" if name == "word/document.xml" else data
                out.writestr(name, written)


def _paragraph(texts: list[str]) -> str:
    words = "".join(f"{word}{_escaped(text)}" for word, text in zip(WORDS, texts, strict=False))
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def _rows(data: list[list[str]], width: int) -> str:
    pattern = "".join(CELL.format(width=width, text="{}") for _ in data[0])
    row = f"<w:tr>{pattern}</w:tr>".format
    return f"<w:tbl>{''.join([row(*map(_escaped, cells)) for cells in data])}</w:tbl>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _docxtpl(case: Case) -> None:
    from docxtpl import DocxTemplate

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for context in case.contexts:
            document = DocxTemplate(io.BytesIO(case.template))
            document.render(context, autoescape=True)
            document.save(io.BytesIO())
