"""One pack for each of many areas, periods, breakdowns or partners. This file is the table of contents of a batch.

The dataset is read and checked once. Each pack takes its place by itself, as soon as it is made, and what stops one stops no
other. A pack is made again only where what it was made from has changed, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

from reportgen.build.batches.index import is_complete, write_index
from reportgen.build.batches.made_from import Sums
from reportgen.build.batches.making import Shared
from reportgen.build.batches.members import BatchMember, members_of
from reportgen.build.batches.outcome import Outcome, Status, is_as_it_was, standing
from reportgen.build.batches.workers import results
from reportgen.build.build import Made, open_pack
from reportgen.build.definition import read_definition
from reportgen.build.pack_folder import place_pack
from reportgen.build.pdf import find_libreoffice
from reportgen.build.signing import private_key, public_half, signed
from reportgen.content import Copy
from reportgen.errors import FileError, ReportgenError
from reportgen.findings import Finding, Severity
from reportgen.ooxml.files import finish_placing
from reportgen.periods import Period
from reportgen.record import Record, replace


class BatchProgress(Record):
    """How far a batch is: so many of all packs are done, ``member`` is the last of them. ``seconds`` are left, as far as the
    packs so far show; ``None`` before the first one is made."""

    done: int
    of: int
    member: str
    seconds: float | None


class Batch(Record):
    """What a batch made: the folder of all, and what became of each pack."""

    folder: Path
    outcomes: tuple[Outcome, ...]
    languages: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        return is_complete(self.outcomes)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(item for item in self.outcomes if item.status is Status.FAILED)

    def count(self, status: str) -> int:
        return sum(item.status.value == status for item in self.outcomes)


def build_for_each(
    pack: Path | str,
    dimension: str = "ref_area",
    *,
    where: Sequence[str] = (),
    name: str = "",
    output: Path | None = None,
    languages: Sequence[str] | None = None,
    copies: Collection[Copy] = (),
    lineage: bool = True,
    jobs: int = 1,
    scheduler: str = "",
    period: Period | None = None,
    issue_date: date | None = None,
    sign: Path | None = None,
    afresh: bool = False,
    index_language: str | None = None,
    report: Callable[[BatchProgress], None] = lambda _: None,
) -> Batch:
    """Build the pack at ``pack`` for each member of ``dimension``, each into a folder of its own below ``output``.

    Of areas, those below the pack's own that have figures. ``where`` leaves some of them (``parent=CN-CQ``), ``name`` is the
    pattern of the folders' names. ``jobs`` packs are made at a time, each in a process of its own, or all that a Dask
    ``scheduler`` has workers for. ``afresh`` makes packs again that are as they were. The index is in ``index_language``, where it is
    one of the pack's, else in its first. Raises ``ReportgenError`` where nothing
    can be built at all; what stops one pack is in its outcome.
    """
    if copies:
        find_libreoffice()
    key = private_key(sign) if sign is not None else None
    opened = open_pack(Path(pack), languages, period, issue_date=issue_date)
    opened.refuse_errors(tuple(item for item in opened.findings if not item.series))
    members = members_of(opened, dimension, where, name)
    definition = replace(
        read_definition(Path(pack)), for_each=dimension, stated_issue_date=opened.pack.stated_issue_date
    )
    options = (dimension, tuple(languages or ()), tuple(copies), lineage, public_half(key))
    sums = Sums(opened, definition, options)
    shared = Shared(
        opened, definition, sums, dimension, tuple(languages) if languages else None, tuple(copies), lineage
    )
    target = output or opened.pack.folder / "build" / opened.pack.name
    for folder in (target, *(target / member.folder for member in members)):
        finish_placing(folder)  # what a killed run left, also of packs that are as they were
    spoken = opened.pack.languages
    language = index_language if index_language in spoken else spoken[0]
    title = opened.pack.own_texts(opened.dataset, language)["title"]
    found = {
        member.code: Status.UNCHANGED
        if not afresh and is_as_it_was(target, member, sums, copies=copies, sign=key is not None)
        else Status.PENDING
        for member in members
    }
    outcomes = {member.code: standing(target, member, found[member.code]) for member in members}
    wanted = [member for member in members if found[member.code] is Status.PENDING]
    if wanted:  # the index of an earlier run must not speak for this one
        write_index(target, dimension, title, language, list(outcomes.values()))
    by_code = {member.code: member for member in wanted}
    clock = _Clock(len(members), len(members) - len(wanted))
    for code, result in results(shared, list(by_code), jobs, scheduler):
        if isinstance(result, Made):
            result = replace(result, files=signed(result.files, key))
        outcomes[code] = _placed(target, by_code[code], result)
        report(clock.after(code))
    write_index(target, dimension, title, language, list(outcomes.values()))
    return Batch(target, tuple(outcomes.values()), opened.pack.languages)


def _placed(target: Path, member: BatchMember, result: Made | ReportgenError) -> Outcome:
    """A pack in its place, all or nothing; what is there stays where it cannot be made or placed."""
    if isinstance(result, Made):
        try:
            placed = place_pack(target / member.folder, result.files)
        except FileError as error:
            result = error
        else:
            return replace(standing(target, member, Status.BUILT), kept=placed.kept)
    findings = result.findings or (Finding("area-not-built", Severity.ERROR, error=result.message),)
    return standing(target, member, Status.FAILED, findings)


class _Clock:
    """Tells how long the rest takes, by how long the packs took that were made."""

    def __init__(self, of: int, before: int) -> None:
        self._of, self._before, self._made = of, before, 0
        self._begun = time.monotonic()

    def after(self, member: str) -> BatchProgress:
        self._made += 1
        done = self._before + self._made
        each = (time.monotonic() - self._begun) / self._made
        return BatchProgress(done, self._of, member, each * (self._of - done))


__all__ = ["Batch", "BatchProgress", "build_for_each"]
