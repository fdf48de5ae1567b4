"""The pack of a document, opened at the document's own period: what it is held against today."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.definition import read_definition
from reportgen.build.latest import periods_to_build
from reportgen.build.pack_file import is_pack
from reportgen.build.pack_or_data import open_readable
from reportgen.finished.document import FinishedDocument
from reportgen.language import language
from reportgen.ooxml.properties import title_of
from reportgen.periods import Period

if TYPE_CHECKING:
    from reportgen.build.latest import AskedPeriod
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.finished.lines import FinishedLines

_HEAD = 12
"""So many texts at its beginning say what period a document is about."""


def open_for(
    document: FinishedDocument | FinishedLines, pack: Path, asked: AskedPeriod | None = None
) -> PackOrData:
    """The pack at the period asked for, else at the document's own: the one in its lineage, or of a copy without lineage that
    which its beginning names. A dataset has none. Raises as opening a pack does."""
    if asked is not None or not is_pack(pack) or not isinstance(document, FinishedDocument):
        return open_readable(pack, asked)
    stated = read_definition(pack).stated_period
    if document.lineage is not None:
        own = document.lineage.about.get("period")
        period = Period.parse(own) if own else None
        return open_readable(pack, period if period != stated else None)
    opened = open_readable(pack)
    named = _named_in(document, opened) if stated is None else None
    return opened if named in (None, opened.pack.period) else open_readable(pack, named)


def _named_in(document: FinishedDocument, opened: PackOrData) -> Period | None:
    """The period of the pack's data that the document's beginning names, by the longest name."""
    head = " ".join((title_of(document.package), *islice(document.texts(), _HEAD)))
    named = {
        label: period
        for period in periods_to_build(opened.dataset, opened.pack)
        for code in opened.pack.languages
        if (label := language(code).period(period)) in head
    }
    return named[max(named, key=len)] if named else None
