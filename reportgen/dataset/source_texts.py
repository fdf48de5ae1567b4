"""Are the quoted words really in the sources? Compares citations with the sources' text files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from reportgen.dataset.findings import error, nearest, note, warning
from reportgen.dataset.raw import at
from reportgen.dataset.records import Citation, Dataset, Source
from reportgen.errors import DatasetError
from reportgen.findings import Finding
from reportgen.messages import Bilingual

_SHOWN = 60


def check_source_texts(dataset: Dataset, folder: str | Path) -> list[Finding]:
    """A finding for each quotation that its source's text does not contain word for word.

    ``folder`` holds the texts under the names of ``sources.csv``'s column ``file``. Runs of whitespace count as
    one space; nothing else is forgiven. Raises ``DatasetError`` where the folder is missing.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DatasetError(
            Bilingual(
                f"There is no folder of source texts at {folder}.",
                f"{folder}处没有存放来源原文的文件夹。",
            )
        )
    return list(_findings(dataset, folder))


def _findings(dataset: Dataset, folder: Path) -> Iterator[Finding]:
    present = sorted(file.name for file in folder.iterdir() if file.is_file())
    for source in dataset.sources.values():
        quoted = [citation for citation in dataset.citations if citation.source == source.source]
        if not source.file:
            if quoted:
                yield _no_file_named(source)
            continue
        if source.file not in present:
            yield _missing_file(source, nearest(source.file, present))
            continue
        text = _one_spaced((folder / source.file).read_text("utf-8-sig", errors="replace"))
        for citation in quoted:
            if _one_spaced(citation.statement) not in text:
                yield _not_verbatim(citation, source, text)


def _one_spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _not_verbatim(citation: Citation, source: Source, text: str) -> Finding:
    statement = _one_spaced(citation.statement)
    nearby = _nearest_words(statement, text)
    hint_en = f"; the nearest words there are “{nearby}”" if nearby else ""
    hint_zh = f"，最接近的原文为“{nearby}”" if nearby else ""
    return error(
        "not-verbatim",
        at(citation.place, citation.place.row, "statement", citation.statement),
        (
            f"The quoted words do not stand in {source.file}{hint_en}.",
            f"引文不见于{source.file}{hint_zh}。",
        ),
        ("Copy the words exactly as the source has them.", "请逐字照录来源原文。"),
        citation.subject,
    )


def _nearest_words(statement: str, text: str) -> str:
    """The stretch of the text around the longest run of words that it shares with the statement."""
    match = SequenceMatcher(None, text, statement, autojunk=False).find_longest_match()
    if match.size < 8:
        return ""
    start = max(0, match.a - match.b)
    return text[start : start + max(_SHOWN, len(statement))].strip()


def _missing_file(source: Source, near: str | None) -> Finding:
    hint_en = f"; “{near}” may be it" if near else ""
    hint_zh = f"，“{near}”可能就是该文件" if near else ""
    return warning(
        "missing-source-text",
        at(source.place, source.place.row, "file", source.file),
        (
            f"The source's text {source.file} is not in the folder{hint_en}.",
            f"文件夹中没有来源原文{source.file}{hint_zh}。",
        ),
        (
            "Add the text, or correct the name in the column “file”.",
            "请补充原文文件，或更正“file”列中的文件名。",
        ),
        source.source,
    )


def _no_file_named(source: Source) -> Finding:
    return note(
        "no-source-text",
        at(source.place, source.place.row, "file"),
        (
            f"The quotations from “{source.source}” were not compared, because no text file is named for it.",
            f"未核对“{source.source}”的引文，因为没有为其登记原文文件。",
        ),
        ("Name its text file in the column “file”.", "请在“file”列登记其原文文件名。"),
        source.source,
    )
