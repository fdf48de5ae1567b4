"""Word templates, data and floor programs for the speed table.

A *floor program* is what no merge can do without: it formats the XML of the same rows with Python's ``%`` and deflates it at
zlib level 6, with the data already in memory. It knows nothing of templates: each one is written by hand for its case, does
not even escape its text (no value here needs it), and gives the very bytes of the part that reportgen writes, which
``word_fill`` holds it to before anything is timed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.ooxml import Package
from tests.word.documents import BLANK

PART = "word/document.xml"
COLUMNS = "abcdefgh"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_TAIL = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
_PHRASES = (
    "Trade of the area reached ", " billion yuan, of which exports were ", " and imports ", "; the share of new forms was ",
    " per cent against ", " a year before, with ", " enterprises, ", " more than planned and ",
)  # fmt: skip

Context = Mapping[str, Any]


@dataclass(frozen=True)
class WordCase:
    """One line of the table. ``xml`` is the floor program up to deflating; ``bar`` the ratio to stay under, at the first fill."""

    name: str
    bar: float
    template: bytes
    carbone: bytes
    contexts: tuple[Context, ...]
    xml: Callable[[Context], str]
    rounds: int


def cases() -> tuple[WordCase, ...]:
    return (
        WordCase("brief of 40 sections", 5, *_brief_templates(), (_brief(40),), _brief_xml, 25),
        WordCase("table 2,000 x 8", 2.5, *_table_templates(), ({"rows": _rows(2_000)},), _table_xml, 15),
        WordCase("table 20,000 x 8", 2, *_table_templates(), ({"rows": _rows(20_000)},), _table_xml, 7),
        WordCase(
            "batch of 60 small briefs", 1.5, *_brief_templates(), tuple(map(_small, range(60))), _brief_xml, 9
        ),
    )


# ---- XML that the templates and the floor programs share -----------------------------------------------------


def _paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _cell(text: str) -> str:
    return (
        '<w:tc><w:tcPr><w:tcW w:w="1100" w:type="dxa"/></w:tcPr><w:p><w:r><w:rPr><w:sz w:val="20"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:tc>'
    )


def _row(*texts: str) -> str:
    return f"<w:tr>{''.join(map(_cell, texts))}</w:tr>"


def _table_start(columns: int) -> str:
    grid = '<w:gridCol w:w="1100"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'


def _docx(body: str) -> bytes:
    package = Package.open(BLANK)
    package.write(PART, f"{_HEAD}{body}{_TAIL}".encode())
    return package.save()


# ---- a brief: heading, paragraph with eight numbers, table 12 x 6; again and again ---------------------------------


def _brief_templates() -> tuple[bytes, bytes]:
    numbers = "".join(f"{phrase}{{{{ s.{key} }}}}" for phrase, key in zip(_PHRASES, COLUMNS, strict=True))
    ours = (
        _paragraph("{{ title }}", "Title")
        + _paragraph("{%p for s in sections %}")
        + _paragraph("{{ s.heading }}", "Heading1")
        + _paragraph(f"{numbers}.")
        + _table_start(6)
        + _row("{%tr for r in s.rows %}", *[""] * 5)
        + _row(*(f"{{{{ r.{key} }}}}" for key in COLUMNS[:6]))
        + _row("{%tr endfor %}", *[""] * 5)
        + "</w:tbl>"
        + _paragraph("{%p endfor %}")
    )
    numbers = "".join(
        f"{phrase}{{d.sections[i].{key}}}" for phrase, key in zip(_PHRASES, COLUMNS, strict=True)
    )
    carbone = (
        _paragraph("{d.title}", "Title")
        + _paragraph("{d.sections[i].heading}", "Heading1")
        + _paragraph(f"{numbers}.")
        + _table_start(6)
        + _row(*(f"{{d.sections[i].rows[i].{key}}}" for key in COLUMNS[:6]))
        + _row(*(f"{{d.sections[i].rows[i+1].{key}}}" for key in COLUMNS[:6]))
        + "</w:tbl>"
        + _paragraph("{d.sections[i+1].heading}", "Heading1")
    )
    return _docx(ours), _docx(carbone)


def _brief(sections: int, rows: int = 12, number: int = 1) -> Context:
    return {
        "title": f"Trade brief no. {number}",
        "sections": [_section(number * 31 + index, rows) for index in range(sections)],
    }


def _section(seed: int, rows: int) -> Context:
    texts = {key: f"{seed * 37 % 900 + place * 11}.{seed % 10}" for place, key in enumerate(COLUMNS[:5])}
    counts = {key: seed * 113 % 5_000 + place for place, key in enumerate(COLUMNS[5:])}
    return {"heading": f"District {seed}", **texts, **counts, "rows": _rows(rows, seed)}


def _small(number: int) -> Context:
    return _brief(2, 8, number)


_HEADING = _paragraph("%s", "Heading1")
_TEXT = _paragraph("".join(f"{phrase}%s" for phrase in _PHRASES) + ".")
_SIX = _row(*["%s"] * 6)


def _brief_xml(context: Context) -> str:
    chunks = [_HEAD, _paragraph("%s", "Title") % context["title"]]
    for s in context["sections"]:
        chunks.append(_HEADING % s["heading"])
        chunks.append(_TEXT % (s["a"], s["b"], s["c"], s["d"], s["e"], s["f"], s["g"], s["h"]))
        chunks.append(_table_start(6))
        chunks += [_SIX % (r["a"], r["b"], r["c"], r["d"], r["e"], r["f"]) for r in s["rows"]]
        chunks.append("</w:tbl>")
    chunks.append("<w:p/>")  # the body does not end in a table
    chunks.append(_TAIL)
    return "".join(chunks)


# ---- a long table ----------------------------------------------------------------------------------------------------


def _table_templates() -> tuple[bytes, bytes]:
    ours = (
        _row("{%tr for r in rows %}", *[""] * 7)
        + _row(*(f"{{{{ r.{key} }}}}" for key in COLUMNS))
        + _row("{%tr endfor %}", *[""] * 7)
    )
    carbone = _row(*(f"{{d.rows[i].{key}}}" for key in COLUMNS)) + _row(
        *(f"{{d.rows[i+1].{key}}}" for key in COLUMNS)
    )
    return tuple(_docx(f"{_table_start(8)}{rows}</w:tbl>") for rows in (ours, carbone))  # type: ignore[return-value]


def _rows(count: int, seed: int = 0) -> list[Context]:
    """Rows of two texts, three whole numbers and three decimals."""
    return [
        {
            "a": f"District {seed + index}",
            "b": "above plan" if index % 3 else "below plan",
            "c": 2000 + index % 24,
            "d": (seed + index) * 7919 % 100_000,
            "e": index % 14 + 1,
            "f": (seed + index) * 613 % 100_000 / 100,
            "g": (seed + index) * 409 % 1_000 / 10,
            "h": -(index % 90) / 8,
        }
        for index in range(count)
    ]


_EIGHT = _row(*["%s"] * 8)


def _table_xml(context: Context) -> str:
    rows = [
        _EIGHT % (r["a"], r["b"], r["c"], r["d"], r["e"], r["f"], r["g"], r["h"]) for r in context["rows"]
    ]
    return f"{_HEAD}{_table_start(8)}{''.join(rows)}</w:tbl>{_TAIL}"
