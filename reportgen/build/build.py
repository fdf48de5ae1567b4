"""Building a pack: from its definition to the documents in their folder. This file is the table of contents of reportgen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from reportgen.build.cut_off import later_than
from reportgen.build.definition import (
    Document,
    PackDefinition,
    find_definition,
    read_definition,
    unknown_areas,
)
from reportgen.build.edition import Edition, editions, made_at
from reportgen.build.issue_date import issued_too_early
from reportgen.build.manifest import Output, manifest
from reportgen.build.pack_folder import MANIFEST, Placed, place_pack
from reportgen.build.pack_or_data import PackOrData, open_pack_or_data
from reportgen.build.pdf import document_copies, find_libreoffice
from reportgen.build.signing import private_key, signed
from reportgen.build.templates import fill_template, template_mistakes, with_lineage
from reportgen.content import Copy
from reportgen.dataset.part import may_be_read_in_part
from reportgen.dataset.records import Dataset
from reportgen.errors import PackError, ReportgenError
from reportgen.findings import Finding, Place, Severity, error_count
from reportgen.language import language
from reportgen.messages import Announce, Message
from reportgen.periods import Period
from reportgen.record import Record, replace


class Fill(Protocol):
    """What makes a document of its template: :func:`fill_template`, or what knows of it already."""

    def __call__(self, edition: Edition, document: Document, *, lineage: bool) -> Output: ...


class Built(Record):
    """What a build made and what a person should look at."""

    placed: Placed
    findings: tuple[Finding, ...]
    languages: tuple[str, ...]


class Made(Record):
    """A pack's files by name, ready to be placed, and what a person should look at."""

    files: dict[str, bytes]
    findings: tuple[Finding, ...]


def build(
    pack: Path | str,
    *,
    output: Path | None = None,
    languages: Sequence[str] | None = None,
    copies: Collection[Copy] = (),
    lineage: bool = True,
    period: Period | None = None,
    issue_date: date | None = None,
    sign: Path | None = None,
    step: Announce = lambda _: None,
) -> Built:
    """Build the pack at ``pack`` (a pack.toml or its folder) into ``output`` (default: ``build/NAME`` beside it).

    All or nothing: raises a ``ReportgenError`` with every finding where something stops the build, and then leaves what
    was there before. ``copies`` are made beside the documents by LibreOffice. ``sign`` is a private key that signs ``pack.json``. ``step`` is called with the name of each thing that is made.
    """
    if copies:
        find_libreoffice()  # say so before the work, not after
    key = private_key(sign) if sign is not None else None
    definition, made = made_of_what_it_needs(
        Path(pack),
        lambda areas: open_pack(Path(pack), languages, period, areas, issue_date),
        lambda opened: make_files(opened, languages=languages, copies=copies, lineage=lineage, step=step),
        step,
    )
    target = output or definition.folder / "build" / definition.name
    return Built(place_pack(target, signed(made.files, key)), made.findings, definition.languages)


def made_of_what_it_needs(
    pack: Path,
    open_with: Callable[[frozenset[str] | None], PackOrData],
    make: Callable[[PackOrData], Made],
    step: Announce,
) -> tuple[PackDefinition, Made]:
    """The files of a pack and its definition. Of a large dataset the areas alone are read that the pack shows: its own first, and
    where it asks for others, these with it, until it asks for none that was not read."""
    areas = areas_at_first(pack)
    while True:
        opened = open_with(areas)
        step(opened.dataset.name)
        opened.refuse_errors(opened.findings)
        elsewhere = opened.dataset.elsewhere
        if elsewhere is None:
            return opened.pack, make(opened)
        elsewhere.asked_for.clear()  # what checks looked for and did not find
        try:
            made = make(opened)
        except ReportgenError:
            if not elsewhere.asked_for:
                raise
        else:
            if not elsewhere.asked_for:
                note = read_in_part(opened.dataset)
                return opened.pack, Made(made.files, (*made.findings, note))
        areas = elsewhere.areas | elsewhere.asked_for


def try_out(opened: PackOrData, languages: Sequence[str], step: Announce, fill: Fill) -> None:
    """Fill every template of these languages; nothing is written, and no data book is drawn, which holds the same tables and
    charts. Raises as :func:`build` does."""
    _outputs(opened, languages, lineage=False, draws_book=False, step=step, fill=fill)


def filled_documents(opened: PackOrData, language: str, *, draws_book: bool = False) -> list[Output]:
    """The documents that the pack makes of templates in a language, with their lineage; nothing is written. With ``draws_book``
    the data book too.

    Raises as :func:`build` does.
    """
    refuse_failures([PackError("", unknown_areas(opened.pack, opened.dataset))])
    outputs = _outputs(opened, [language], lineage=True, draws_book=draws_book, step=lambda _: None)
    return [output for output in outputs if draws_book or output.template is not None]


def filled_document(opened: PackOrData, edition: Edition, document: Document) -> Output:
    """One document made of its template, with its lineage; held by every gate that a build has, as far as it concerns it."""
    refuse_failures([PackError("", unknown_areas(opened.pack, opened.dataset))])
    if not opened.pack.is_a_batch_s_own and (mistakes := edition.definition_findings()):
        refuse_failures([PackError("", mistakes)])
    output = fill_template(edition, document, lineage=True)
    late = later_than(opened.pack.cut_off, output.figure_ids, opened.catalogue)
    refuse_failures([PackError("", [*issued_too_early(opened.pack), *late])])
    return output


def make_files(
    opened: PackOrData,
    *,
    languages: Sequence[str] | None,
    copies: Collection[Copy],
    lineage: bool,
    step: Announce,
    findings_of: Callable[[], Sequence[Finding]] | None = None,
    batch: Callable[[], Mapping[str, Any]] = dict,
) -> Made:
    """Every file of the pack with its ``pack.json``; nothing is written yet.

    ``findings_of`` are asked for when the documents are made: those about the data that ``pack.json`` lists, where not all.
    So is ``batch``, what it says of a batch that the pack is one of.
    """
    definition = opened.pack
    refuse_failures([PackError("", unknown_areas(definition, opened.dataset))])
    outputs = _outputs(opened, languages, lineage=lineage and definition.lineage, draws_book=True, step=step)
    files = {item.name: item.data for item in outputs}
    of_data = opened.findings if findings_of is None else findings_of()
    noticed = dict.fromkeys(finding for item in outputs for finding in item.findings)
    findings = (*of_data, *issued_too_early(definition), *noticed)
    files[MANIFEST] = manifest(definition, outputs, opened.catalogue, findings, opened.files, batch())
    if copies:
        step(", ".join(copies))
        tags = {item.name: language(item.language).tag for item in outputs}
        files |= document_copies({item.name: item.data for item in outputs}, tags, copies)
    return Made(files, findings)


def _outputs(
    opened: PackOrData,
    languages: Sequence[str] | None,
    *,
    lineage: bool,
    draws_book: bool,
    step: Announce,
    fill: Fill = fill_template,
) -> list[Output]:
    """The documents of every language. Raises with what stops any of them."""
    outputs: list[Output] = []
    failures: list[ReportgenError] = []
    for edition in editions(opened, languages):
        made, failed = make_edition(edition, lineage=lineage, draws_book=draws_book, step=step, fill=fill)
        outputs += made
        failures += failed
    shown = [figure_id for item in outputs for figure_id in item.figure_ids]
    dates = [*issued_too_early(opened.pack), *later_than(opened.pack.cut_off, shown, opened.catalogue)]
    refuse_failures([*failures, PackError("", dates)])
    return outputs


def make_edition(
    edition: Edition, *, lineage: bool, draws_book: bool, step: Announce, fill: Fill = fill_template
) -> tuple[list[Output], list[ReportgenError]]:
    """Every document of one language, in the pack's order, and what stopped those that could not be made."""
    documents = edition.definition.documents_in(edition.language)
    # A batch's own documents use some of the tables and charts; the others need not fit an area below.
    checked = not edition.definition.is_a_batch_s_own
    if checked and (mistakes := edition.definition_findings()):
        mistakes += [
            found for item in documents if item.template for found in template_mistakes(edition, item)
        ]
        return [], [PackError("", mistakes)]
    made: dict[Document, Output] = {}
    failures: list[ReportgenError] = []
    # The data book comes last: it lists the figures and sources of the documents it goes with.
    for document in sorted(documents, key=lambda item: item.template is None):
        name = edition.definition.output_of(document, edition.language)
        try:
            if document.template:
                step(name)
                made[document] = fill(edition, document, lineage=lineage)
            elif draws_book:
                step(name)
                made[document] = make_book(
                    edition, name, tuple(made.values()), lineage=lineage, everything=document.everything
                )
            else:
                made[document] = _undrawn_book(edition, name)
        except ReportgenError as error:
            if not error.findings:
                raise
            failures.append(error)
    return [made[document] for document in documents if document in made], failures


def make_book(
    edition: Edition, name: str, beside: Sequence[Output], *, lineage: bool, everything: bool = False
) -> Output:
    """The data book of an edition, with the tables, charts and figures of the documents ``beside`` it.

    ``everything``: with all tables and charts of the definition, and all figures that the dataset supports, too.
    """
    from reportgen.databook import make_databook

    vocabulary = edition.vocabulary()
    named = None if everything or not beside else {name for output in beside for name in output.named}
    tables, charts = edition.tables(vocabulary, named), edition.charts(vocabulary, named)
    shown = tuple(
        dict.fromkeys([*(item for output in beside for item in output.figure_ids), *vocabulary.shown])
    )
    sources = tuple(
        dict.fromkeys([*(item for output in beside for item in output.sources), *vocabulary.sources])
    )
    data = make_databook(
        edition.context,
        made_at(edition.definition),
        edition.catalogue,
        tables,
        charts,
        edition.findings,
        shown,
        sources,
        everything=everything,
    )
    if lineage:
        data = with_lineage(data, shown, edition, name)
    return Output(name, edition.language, None, data, (), tuple(vocabulary.shown), sources)


def _undrawn_book(edition: Edition, name: str) -> Output:
    """What a data book would show, without the book."""
    if mistakes := edition.definition_findings():
        raise PackError("", mistakes)
    vocabulary = edition.shown_by_definitions
    return Output(name, edition.language, None, b"", (), tuple(vocabulary.shown), tuple(vocabulary.sources))


def open_pack(
    path: Path,
    languages: Sequence[str] | None,
    period: Period | None = None,
    areas: frozenset[str] | None = None,
    issue_date: date | None = None,
) -> PackOrData:
    """The pack at ``path`` with its data. Raises ``PackError`` where it is none, or is not in one of ``languages``.

    ``period`` and ``issue_date`` take the place of the pack's own; with ``areas`` no more is read than what belongs to these.
    """
    if not path.exists():
        find_definition(path)
    opened = open_pack_or_data(path, period, areas)
    definition = opened.definition
    if definition is None:
        raise PackError(Message("pack.is-a-dataset", path=str(path)))
    missing = [language for language in languages or () if language not in definition.languages]
    if missing:
        raise PackError(Message("pack.not-in-language", language=missing[0]))
    if issue_date is not None:
        return replace(opened, definition=replace(definition, stated_issue_date=issue_date))
    return opened


def refuse_failures(failures: Sequence[ReportgenError]) -> None:
    """One error that holds the findings of all documents, so that a person mends them in one go."""
    findings = dict.fromkeys(finding for error in failures for finding in error.findings)
    errors = error_count(findings)
    if errors:
        raise PackError(Message("pack.nothing-built", count=errors), list(findings))


# ---- of a large dataset, the part that is needed ----


def areas_at_first(pack: Path) -> frozenset[str] | None:
    """The areas that a pack is about; ``None`` where its dataset is read whole."""
    try:
        definition = read_definition(pack)
        shows_all = any(document.everything for document in definition.documents)
        if shows_all or not may_be_read_in_part(definition.dataset_path):
            return None
    except ReportgenError:  # said when it is opened
        return None
    return frozenset(filter(None, (definition.ref_area, definition.national_area)))


def read_in_part(dataset: Dataset) -> Finding:
    """What a person should know of a pack that was made of part of a dataset."""
    elsewhere = dataset.elsewhere
    assert elsewhere is not None
    return Finding(
        "checked-in-part",
        Severity.NOTE,
        place=Place(dataset.name),
        areas=len(elsewhere.areas),
        read=len(dataset.observations),
        unread=elsewhere.observations,
    )
