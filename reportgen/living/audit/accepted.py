"""Findings that somebody accepted, in a CSV file that people fill in: who, why and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportgen.errors import ReportgenError
from reportgen.language import say
from reportgen.living.audit.places_of_findings import FindingsAtPlace, FoundText
from reportgen.living.filled_tables import read_filled, to_fill_in
from reportgen.messages import Message
from reportgen.ooxml.files import read_file
from reportgen.record import Record, replace

COLUMNS = ("code", "place", "text", "by", "reason", "date")
FILLED_IN = ("by", "reason", "date")
"""What a person says to accept a finding; a row that lacks one of them accepts nothing."""

AcceptedRow = Mapping[str, str]


class Accepted(Record):
    """The rows of such a file, and which columns it has."""

    rows: tuple[AcceptedRow, ...] = ()
    columns: tuple[str, ...] = COLUMNS

    def row_of(self, found: FoundText) -> AcceptedRow | None:
        """The row of a finding: of the same code and the same words. The last one counts."""
        return next((row for row in reversed(self.rows) if _key(row) == found.key), None)

    def accepts(self, found: FoundText) -> bool:
        row = self.row_of(found)
        return row is not None and _is_filled_in(row)


def read_accepted(path: Path) -> Accepted:
    """Read the file; an empty list where there is none yet. Raises ``ReportgenError`` where it is no such file."""
    columns, rows = read_filled(path)
    if not set(COLUMNS) <= set(columns or COLUMNS):
        raise ReportgenError(Message("living.not-accepted-csv", file=str(path), columns=COLUMNS))
    return Accepted(tuple(rows), columns or COLUMNS)


def accepted_table(
    path: Path, accepted: Accepted, places: Sequence[FindingsAtPlace], language: str
) -> dict[Path, bytes]:
    """The file anew: what was accepted stays, and each other finding of today is a row to be filled in. Nothing where it says so already."""
    open_rows = [
        _row(group, found, accepted.row_of(found), language)
        for group in places
        for found in group.found
        if not accepted.accepts(found)
    ]
    kept = [row for row in accepted.rows if _is_filled_in(row)]
    written = replace(accepted, rows=(*kept, *open_rows))
    data = to_fill_in(written.columns, written.rows)
    return {} if path.exists() and read_file(path) == data else {path: data}


def divided(
    places: Iterable[FindingsAtPlace], accepted: Accepted
) -> tuple[tuple[FindingsAtPlace, ...], tuple[tuple[FoundText, AcceptedRow], ...]]:
    """The places with the findings that nobody accepted, and those accepted with their rows."""
    shown: list[FindingsAtPlace] = []
    settled: list[tuple[FoundText, AcceptedRow]] = []
    for group in places:
        left = tuple(found for found in group.found if not accepted.accepts(found))
        settled += [
            (found, row)
            for found in group.found
            if (row := accepted.row_of(found)) is not None and _is_filled_in(row)
        ]
        if left:
            shown.append(replace(group, found=left))
    return tuple(shown), tuple(settled)


def _row(group: FindingsAtPlace, found: FoundText, before: AcceptedRow | None, language: str) -> AcceptedRow:
    own = {"code": found.finding.code, "place": say(group.words, language), "text": f"“{found.whole}”"}
    return {**(before or {}), **own}


def _key(row: AcceptedRow) -> tuple[str, str]:
    text = " ".join(row.get("text", "").split())
    return row.get("code", "").strip(), text.removeprefix("“").removesuffix("”")


def _is_filled_in(row: AcceptedRow) -> bool:
    return all(row.get(name, "").strip() for name in FILLED_IN)
