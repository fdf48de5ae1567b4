"""The documents that a pack builds, made in memory; and which of them a document without lineage is a copy of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.build.build import filled_documents
from reportgen.errors import ReportgenError
from reportgen.finished.lines import carries_no_lineage
from reportgen.finished.open_document import open_finished
from reportgen.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.build.definition import PackDefinition
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.finished.document import FinishedDocument

_LEAST_ALIKE = 0.5
"""How many of the texts of both a document and its copy must share."""


def documents_of(
    opened: PackOrData, language: str, *, with_book: bool = False
) -> tuple[FinishedDocument, ...]:
    """What the pack builds in a language, every figure marked whatever it says of its marks; plain texts aside.

    ``with_book``: its data book too. Raises as a build does.
    """
    marked = replace(opened, definition=_marked(opened.pack))
    return tuple(
        open_finished(output.data, output.name)
        for output in filled_documents(marked, language, draws_book=with_book)
        if not carries_no_lineage(output.name)  # such texts say what a brief says, and lead nowhere
    )


def original_of(copy: FinishedDocument, opened: PackOrData) -> FinishedDocument | None:
    """The document of the pack that ``copy`` was made from, as it is built today; ``None`` where it is none of them, or none
    can be built."""
    for with_book in (False, True) if copy.may_be_databook else (False,):
        documents: list[FinishedDocument] = []
        for language in opened.pack.languages:
            try:
                documents += documents_of(opened, language, with_book=with_book)
            except ReportgenError:
                return None
        original = most_alike(copy, documents)
        if original is not None:
            return original
    return None


def most_alike(copy: FinishedDocument, documents: Iterable[FinishedDocument]) -> FinishedDocument | None:
    """The document that says most of what ``copy`` says, ``None`` where none does."""
    texts = set(copy.texts())
    best: tuple[float, FinishedDocument | None] = (_LEAST_ALIKE, None)
    for document in documents:
        own = set(document.texts()) if type(document) is type(copy) else set()
        likeness = 2 * len(own & texts) / max(1, len(own) + len(texts))
        best = max(best, (likeness, document), key=lambda one: one[0])
    return best[1]


def _marked(definition: PackDefinition) -> PackDefinition:
    documents = tuple(replace(item, marks=None) for item in definition.documents)
    return replace(definition, marks="bookmarks", documents=documents)
