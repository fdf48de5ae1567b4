"""What the tests of the packs read of a brief."""

from __future__ import annotations

import io
import itertools
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from reportgen.dataset import read
from reportgen.word.document_reading import ParagraphReading, locate_document

ROOT = Path(__file__).resolve().parents[2]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def members(file: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(file.read_bytes()))


class Brief:
    """A filled brief, looked at as a reader would: its text, its figures, its marks."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.root = etree.fromstring(members(file).read("word/document.xml"))

    @property
    def text(self) -> str:
        said = "\n".join(self._line(paragraph, marks=False) for paragraph in self.root.iter(f"{_W}p"))
        return said.replace("\u00a0", " ")

    @property
    def figures(self) -> list[tuple[str, str]]:
        """Key and text of every marked figure of the body."""
        return [(mark.key, mark.text) for one in self._paragraphs for mark in one.marks]

    @property
    def lines_without_figures(self) -> Iterator[str]:
        for paragraph in self._paragraphs:
            marks = [one for one in paragraph.stretches if one.kind == "link"]
            left = list(paragraph.text)
            for stretch in (*paragraph.marks, *marks):
                left[stretch.start : stretch.end] = [""] * (stretch.end - stretch.start)
            yield "".join(left)

    @property
    def _paragraphs(self) -> list[ParagraphReading]:
        return [
            one for one in locate_document(self.file).reading().paragraphs if one.part == "word/document.xml"
        ]

    @property
    def anchors(self) -> list[str]:
        return [link.get(f"{_W}anchor") or "" for link in self.root.iter(f"{_W}hyperlink")]

    @property
    def bookmarks(self) -> list[str]:
        return [start.get(f"{_W}name") or "" for start in self.root.iter(f"{_W}bookmarkStart")]

    @staticmethod
    def _line(paragraph: Any, *, marks: bool) -> str:
        """The paragraph's text; without source marks (links to the appendix) where not asked."""
        kept = []
        for text in paragraph.iter(f"{_W}t"):
            within = {ancestor.tag for ancestor in text.iterancestors()}
            if marks or f"{_W}hyperlink" not in within:
                kept.append(text.text or "")
        return "".join(kept)


def brief(built: Path, pack: str, language: str) -> Brief:
    return Brief(built / pack / f"{pack}-brief-{language}.docx")


def manifest(built: Path, pack: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((built / pack / "pack.json").read_text(encoding="utf-8"))
    return said


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH_EN = rf"(?:{_MONTHS}|{'|'.join(month[:3] for month in _MONTHS.split('|'))})"
_ALLOWED = (
    r"^(?:Table|Figure|表|图) ?\d+\s",  # a caption's number
    r"(?:Table|Figure|表|图) ?\d+(?:,? note \d+| ?注 ?\d+)?",  # a reference to one, or to a note under it
    r"^(?:Notes?: |注：)?\d+[.．] ?",  # a note's number
    r"^\[\d+\] ",  # a source's number
    r"No\. \d+|第\d+期",  # the issue
    r"B2C",  # a name
    r"section \d+",  # a reference to a section
    rf"\d{{1,2}} {_MONTH_EN}(?: (?:19|20)\d\d)?",  # a day
    r"(?:19|20)\d\d年(?:\d{1,2}(?:[—-]\d{1,2})?月(?:\d{1,2}日)?)?|\d{1,2}(?:[—-]\d{1,2})?月(?:\d{1,2}日)?",
    r"(?<![\d.,])(?:19|20)\d\d(?:-\d\d-\d\d)?(?![\d.,]\d|\d|%)",  # a year, or a date as reference lists write it
)


def has_own_digits(line: str, quoted: list[str]) -> bool:
    """Whether digits are left once dates, numbering and the words of others are taken out."""
    for words in quoted:
        line = line.replace(words, "")
    for words in re.findall("“([^”]+)”", line):  # a few words of a quotation
        if any(words in one for one in quoted):
            line = line.replace(f"“{words}”", "")
    for allowed in _ALLOWED:
        line = re.sub(allowed, "", line)
    return re.search(r"\d", line) is not None


def words_of_others() -> list[str]:
    """What a brief repeats word for word: quotations, titles of sources, labels. Longest first."""
    dataset = read(ROOT / "data")[0]
    words: set[str] = {citation.statement for citation in dataset.citations}
    words |= {source.title for source in dataset.sources.values()}
    for named in (dataset.areas.values(), dataset.codes, dataset.indicators.values()):
        words |= {form for item in named for form in (item.label.en, item.label.zh)}
    words |= {
        word.removeprefix("重庆市").removesuffix(" of Chongqing") for word in words
    }  # under the city itself
    return sorted((item for item in words if re.search(r"\d", item)), key=len, reverse=True)


def before_the_appendix(lines: Iterable[str]) -> list[str]:
    """The lines of a brief's body; the appendix quotes sources, formulas and findings."""
    return list(itertools.takewhile(lambda line: not re.match("Appendix: |附件$", line), lines))
