"""Tracked changes, as Word writes them: what was taken out and what was put in, by whom and when."""

from __future__ import annotations

import re
from datetime import datetime

from msgspec import Struct

from reportgen.regex import regex
from reportgen.word import inline

_ANNOTATION_ID = regex(r'\bw:id="(\d{1,9})"')
_RUN = regex(r"<w:r>(?:(?!</w:r>).)*</w:r>|<w:r\s(?:(?!</w:r>).)*</w:r>", re.DOTALL)
_TEXT = regex(r"<w:t\b[^>]*?/>|<w:t(?:\s[^>]*)?>([^<]*)</w:t>")


class Tracking(Struct):
    """Writes insertions and deletions of one part; ``last_id`` is the last number in use there."""

    author: str
    at: datetime
    last_id: int = 0

    @classmethod
    def of(cls, xml: str, author: str, at: datetime) -> Tracking:
        """For a part's XML: numbers go on after the largest in use."""
        return cls(author, at, max((int(found) for found in _ANNOTATION_ID.findall(xml)), default=0))

    def inserted(self, runs: str) -> str:
        """Runs, or a content control with runs, as put in."""
        return f"<w:ins {self._who()}>{runs}</w:ins>" if runs else ""

    def deleted(self, text: str, properties: str) -> str:
        """Text as taken out."""
        if not text:
            return ""
        run = (
            inline.run_xml(text, properties).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        )
        return f"<w:del {self._who()}>{run}</w:del>"

    def inserted_paragraph(self, xml: str) -> str:
        """A whole paragraph of the engine's own making as put in."""
        mark = f"<w:rPr><w:ins {self._who()}/></w:rPr>"
        runs = _RUN.sub(lambda found: self.inserted(found[0]), xml)
        return _with_mark(runs, mark)

    def inserted_row(self, xml: str) -> str:
        """A whole table row as put in."""
        runs = _RUN.sub(lambda found: self.inserted(found[0]), xml)
        return _with_row_mark(runs, f"<w:ins {self._who()}/>")

    def deleted_paragraph(self, xml: str) -> str:
        """A paragraph and its mark as taken out. The paragraph must hold no change yet."""
        return _with_mark(
            _RUN.sub(lambda found: self._deleted_run(found[0]), xml),
            f"<w:rPr><w:del {self._who()}/></w:rPr>",
        )

    def deleted_row(self, xml: str) -> str:
        runs = _RUN.sub(lambda found: self._deleted_run(found[0]), xml)
        return _with_row_mark(runs, f"<w:del {self._who()}/>")

    def _deleted_run(self, run: str) -> str:
        gone = (
            _TEXT.sub(lambda found: f'<w:delText xml:space="preserve">{found[1] or ""}</w:delText>', run)
            .replace("<w:instrText", "<w:delInstrText")
            .replace("</w:instrText>", "</w:delInstrText>")
        )
        return f"<w:del {self._who()}>{gone}</w:del>"

    def _who(self) -> str:
        self.last_id += 1
        return f'w:id="{self.last_id}" w:author="{self.author}" w:date="{self.at:%Y-%m-%dT%H:%M:%SZ}"'


def _with_mark(paragraph: str, mark: str) -> str:
    """The paragraph with its mark put in or taken out; ``mark`` is ``w:rPr`` of the mark."""
    inner = mark.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
    opening = re.match(r"<w:p\b[^>]*>", paragraph)
    assert opening is not None
    properties = re.compile(r"<w:pPr>(?P<inner>(?:(?!</w:pPr>).)*)</w:pPr>", re.DOTALL).match(
        paragraph, opening.end()
    )
    if properties is None:
        rest = re.sub(r"^<w:pPr\s*/>", "", paragraph[opening.end() :])
        return f"{opening[0]}<w:pPr>{mark}</w:pPr>{rest}"
    held = properties["inner"]
    if "<w:rPr>" in held:
        held = held.replace("<w:rPr>", f"<w:rPr>{inner}", 1)
    else:
        at = re.search(r"<w:(?:sectPr|pPrChange)\b", held)
        place = at.start() if at else len(held)
        held = f"{held[:place]}{mark}{held[place:]}"
    return f"{paragraph[: properties.start()]}<w:pPr>{held}</w:pPr>{paragraph[properties.end() :]}"


def _with_row_mark(row: str, mark: str) -> str:
    if "<w:trPr>" in row:
        return row.replace("</w:trPr>", f"{mark}</w:trPr>", 1)
    opening = re.match(r"<w:tr\b[^>]*>(?:<w:tblPrEx>.*?</w:tblPrEx>)?", row, re.DOTALL)
    assert opening is not None
    return f"{opening[0]}<w:trPr>{mark}</w:trPr>{row[opening.end() :]}"
