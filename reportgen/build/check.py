"""Checking before building: the data, the pack's definition, its templates; every finding at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportgen.build.build import make_files
from reportgen.build.definition import unknown_areas
from reportgen.build.edition import editions
from reportgen.build.subject import Subject, open_subject
from reportgen.build.templates import lint_template
from reportgen.errors import PackError, ReportgenError
from reportgen.findings import Finding, Severity, has_errors
from reportgen.messages import UNSAID

Step = Callable[[str], None]


def check(
    path: Path, *, source_texts: Path | None = None, step: Step = lambda _: None
) -> tuple[list[Finding], tuple[str, ...]]:
    """Every finding about the pack or dataset at ``path``, and the languages the pack is in (none for a dataset).

    ``source_texts`` is a folder with the sources' own texts: every cited statement is looked up in them.
    """
    try:
        subject = open_subject(path)
    except PackError as error:
        if not error.findings:
            raise
        return list(error.findings), ()
    step(subject.dataset.name)
    findings = list(subject.findings)
    if source_texts is not None:
        from reportgen.dataset import check_source_texts

        findings += check_source_texts(subject.dataset, source_texts)
    if subject.definition is None:
        return findings, ()
    findings += check_documents(subject, step)
    return findings, subject.definition.languages


def check_documents(subject: Subject, step: Step) -> list[Finding]:
    """What keeps the pack's tables, charts and templates from being built, in every language."""
    definition = subject.pack
    if unknown := unknown_areas(definition, subject.dataset):
        return unknown  # whatever else is wrong would follow from it
    findings: dict[Finding, None] = {}
    for edition in editions(subject):
        findings.update(dict.fromkeys(edition.definition_findings()))
        for document in definition.documents:
            if document.template is None or edition.language not in document.languages:
                continue
            step(document.output_for(edition.language))
            findings.update(dict.fromkeys(lint_template(edition, document)))
    if not has_errors(list(findings)):
        findings.update(dict.fromkeys(_trial(subject, step)))
    return list(findings)


def _trial(subject: Subject, step: Step) -> tuple[Finding, ...]:
    """What only filling shows, such as a figure without data: everything is made, and nothing is written."""
    try:
        made = make_files(subject, languages=None, pdf=False, lineage=False, step=step)
    except ReportgenError as error:
        return error.findings or (Finding("cannot-build", Severity.ERROR, error.message, UNSAID),)
    return tuple(finding for finding in made.findings if finding not in subject.findings)
