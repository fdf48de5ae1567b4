"""Checking before building: the data, the pack's definition, its templates; every finding at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build.pack_or_data import PackOrData, known_findings, open_pack_or_data
from reportgen.dataset.stores import Location
from reportgen.errors import PackError, ReportgenError
from reportgen.findings import Finding, Severity, has_errors
from reportgen.messages import Announce
from reportgen.record import replace

if TYPE_CHECKING:
    from reportgen.build.checked_documents import CheckedDocuments


def check(
    path: Location, *, source_texts: Path | None = None, step: Announce = lambda _: None
) -> tuple[list[Finding], tuple[str, ...]]:
    """Every finding about the pack or dataset at ``path``, and the languages the pack is in (none for a dataset).

    ``source_texts`` is a folder with the sources' own texts: every cited statement is looked up in them.
    """
    known = known_findings(path) if source_texts is None else None
    if known is not None:
        return list(known), ()
    try:
        opened = open_pack_or_data(path)
    except PackError as error:
        if not error.findings:
            raise
        return list(error.findings), ()
    step(opened.dataset.name)
    findings = list(opened.findings)
    if source_texts is not None:
        from reportgen.dataset import check_source_texts

        findings += check_source_texts(opened.dataset, source_texts)
    if opened.definition is None:
        return findings, ()
    findings += check_documents(opened, step)
    return findings, opened.definition.languages


def check_documents(opened: PackOrData, step: Announce) -> list[Finding]:
    """What keeps the pack's tables, charts and templates from being built, in every language."""
    from reportgen.build.checked_documents import CheckedDocuments
    from reportgen.build.definition import unknown_areas
    from reportgen.build.edition import editions
    from reportgen.build.issue_date import issued_too_early

    definition = opened.pack
    if any(finding.code == "missing-table" for finding in opened.findings):
        return []  # whatever is wrong would follow from it
    if unknown := unknown_areas(definition, opened.dataset):
        return unknown  # so here
    checked = CheckedDocuments(opened)
    findings: dict[Finding, None] = dict.fromkeys(issued_too_early(definition))
    for edition in editions(opened):
        findings.update(dict.fromkeys(checked.of_definitions(edition)))
        for document in definition.documents:
            if document.template is None or edition.language not in document.languages:
                continue
            step(edition.definition.output_of(document, edition.language))
            findings.update(dict.fromkeys(checked.of_template(edition, document)))
    if not has_errors([*findings, *opened.findings]):  # with wrong data every figure may be wrong
        of_templates = {_but_for_text(finding) for finding in findings}
        noticed = _trial(opened, checked, step)
        findings.update(dict.fromkeys(found for found in noticed if _but_for_text(found) not in of_templates))
    checked.keep()
    return list(findings)


def _but_for_text(finding: Finding) -> Finding:
    """A finding without the text at its place, which a fill changes: a template and what it became have it once."""
    return finding.with_(place=replace(finding.place, text=None))


def _trial(opened: PackOrData, checked: CheckedDocuments, step: Announce) -> tuple[Finding, ...]:
    """What only filling shows, such as a figure without data."""
    from reportgen.build.edition import editions

    filled = [
        (edition, document)
        for edition in editions(opened)
        for document in opened.pack.documents_in(edition.language)
        if document.template is not None
    ]
    waiting = [
        edition.language for edition, document in filled if checked.of_filling(edition, document) is None
    ]
    if waiting:
        from reportgen.build.build import try_out

        try:
            try_out(opened, waiting, step, checked.fill)
        except ReportgenError as error:
            checked.forget_filled()
            return error.findings or (Finding("cannot-build", Severity.ERROR, error=error.message),)
    noticed = (finding for item in filled for finding in checked.of_filling(*item) or ())
    return tuple(finding for finding in dict.fromkeys(noticed) if finding not in opened.findings)
