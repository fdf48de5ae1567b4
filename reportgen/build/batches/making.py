"""One pack of a batch, made wherever there is a worker: in this process, in another one, on another machine.

A worker gets the checked dataset once, as bytes; templates are compiled once in it. It gives files back and writes nothing.
"""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.build.batches.made_from import Sums, areas_asked_for, concerning_areas
from reportgen.build.batches.members import opened_for
from reportgen.build.build import Made, make_files, refuse_failures
from reportgen.content import Copy
from reportgen.errors import PackError, ReportgenError
from reportgen.findings import Finding, Place, Severity, has_errors
from reportgen.many_records import uncollected
from reportgen.messages import Message
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition
    from reportgen.build.pack_or_data import PackOrData


TRIES = 3
"""How often a pack is given to a new worker after one died that made it."""


class Shared(Record):
    """What all packs of a batch have in common. ``definition`` is the one that is written."""

    opened: PackOrData
    definition: PackDefinition
    sums: Sums
    dimension: str
    languages: tuple[str, ...] | None
    copies: tuple[Copy, ...]
    lineage: bool

    def prepare(self) -> None:
        """Read and work out here, once, what every worker would: files, findings, indexes, sums."""
        templates = (
            document.template_for(language)
            for document in self.definition.documents
            for language in self.definition.languages
        )
        self.opened.files.hold(template for template in templates if template)
        _ = self.opened.findings
        self.opened.catalogue.afresh()
        self.sums.prepare()

    def packed(self) -> bytes:
        """As bytes, for workers on other machines."""
        self.prepare()
        return pickle.dumps(self, protocol=pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=1)
def unpacked(data: bytes) -> Shared:
    """What a worker was given, once."""
    with uncollected():
        shared: Shared = pickle.loads(data)
    return shared


MemberResult = Made | ReportgenError


def make_one(shared: Shared, member: str) -> MemberResult:
    """The files of one pack with its ``pack.json``, or what stopped it: an error is given back, so that the others are made."""
    try:
        return _made(shared, member)
    except ReportgenError as error:
        return _of_member(error, member)
    except Exception as error:  # a mistake of ours in one pack leaves the others
        own = Message("pack.own-error", kind=type(error).__name__, said=str(error))
        return _of_member(ReportgenError(own), member)


def _made(shared: Shared, member: str) -> Made:
    opened = opened_for(shared.opened, shared.definition, shared.dimension, member)
    of_others = has_errors(opened.findings)
    if of_others:
        _refuse(opened, [opened.pack.ref_area])

    def batch() -> dict[str, object]:
        areas = areas_asked_for(opened)
        if of_others:
            _refuse(opened, areas)
        made_from = {"areas": areas, "sha256": shared.sums.of(member, areas)}
        return {"for_each": shared.dimension, "member": member, "made_from": made_from}

    return make_files(
        opened,
        languages=shared.languages,
        copies=shared.copies,
        lineage=shared.lineage,
        step=lambda _: None,
        findings_of=lambda: concerning_areas(opened.findings, areas_asked_for(opened)),
        batch=batch,
    )


def _refuse(opened: PackOrData, areas: list[str]) -> None:
    """Raise where data that this pack is made from have an error; errors of other areas are none of its own."""
    found = [item for item in concerning_areas(opened.findings, areas) if item.severity is Severity.ERROR]
    refuse_failures([PackError("", found)])


def _of_member(error: ReportgenError, member: str) -> ReportgenError:
    """The error with the member's name before each of its findings."""
    findings = error.findings or (Finding("area-not-built", Severity.ERROR, error=error.message),)

    def named(finding: Finding) -> Finding:
        file = f"{member}: {finding.place.file}" if finding.place.file else member
        return finding.with_(place=replace(finding.place, file=file))

    return PackError(error.message, [named(finding) for finding in findings])


def worker_died(member: str) -> PackError:
    """The finding of a pack whose worker ends whenever it makes it."""
    finding = Finding("worker-died", Severity.ERROR, place=Place(member), tries=TRIES)
    return PackError(Message("pack.nothing-built", count=1), [finding])
