"""Are the quoted words really in the sources? Compares citations with the sources' text files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.dataset.records import Citation, Dataset, Source
from reportgen.errors import DatasetError
from reportgen.findings import Finding, Severity
from reportgen.messages import Message
from reportgen.spelling import nearest

_SHOWN = 60


def check_source_texts(dataset: Dataset, folder: str | Path) -> list[Finding]:
    """A finding for each quotation that its source's text does not contain word for word.

    ``folder`` holds the texts under the names of ``sources.csv``'s column ``file``. Runs of whitespace count as
    one space; nothing else is forgiven. Raises ``DatasetError`` where the folder is missing.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DatasetError(Message("dataset.no-source-texts", folder=str(folder)))
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
    return Finding(
        "not-verbatim",
        Severity.ERROR,
        place=citation.place.cell("statement", citation.statement),
        subjects=(citation.subject,),
        file=source.file,
        nearby=_nearest_words(statement, text),
    )


def _nearest_words(statement: str, text: str) -> str:
    """The stretch of the text around the longest run of words that it shares with the statement."""
    from difflib import SequenceMatcher

    match = SequenceMatcher(None, text, statement, autojunk=False).find_longest_match()
    if match.size < 8:
        return ""
    start = max(0, match.a - match.b)
    return text[start : start + max(_SHOWN, len(statement))].strip()


def _missing_file(source: Source, near: str | None) -> Finding:
    return Finding(
        "missing-source-text",
        Severity.WARNING,
        place=source.place.cell("file", source.file),
        subjects=(source.source,),
        file=source.file,
        near=near,
    )


def _no_file_named(source: Source) -> Finding:
    return Finding(
        "no-source-text",
        Severity.NOTE,
        place=source.place.cell("file"),
        subjects=(source.source,),
        source=source.source,
    )
