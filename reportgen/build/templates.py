"""A pack's templates: filling them, and looking for mistakes in them beforehand."""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.build.manifest import Output
from reportgen.build.pdf import pdf_of
from reportgen.errors import PackageError, PackError, TemplateError, why
from reportgen.expressions.budget import spending
from reportgen.findings import Finding, Place, Severity
from reportgen.record import Record, replace
from reportgen.renderers import CompiledTemplate, Renderer, renderer_for, usual_suffixes
from reportgen.toml_keys import PACK_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.build.definition import Document
    from reportgen.build.edition import Edition
    from reportgen.content import Chart
    from reportgen.figures.vocabulary import Vocabulary
    from reportgen.messages import Words
    from reportgen.rendered import Rendered


def fill_template(edition: Edition, document: Document, *, lineage: bool) -> Output:
    """Fill one template for one language.

    It is filled once: what reads lists of the document comes when the rest is there (:mod:`reportgen.expressions.lists_last`), and so do
    tables and charts with a note that the text behind them may say itself.

    Raises ``TemplateError`` with all findings.
    """
    template = str(document.template_for(edition.language))
    renderer = renderer_of(template)
    lineage = lineage and renderer.carries_lineage
    with _naming(template):
        data = read_template_file(edition, document)
        filled = _filled(edition, document, data, with_marks=lineage)
        rendered = filled.rendered.data
    tried = filled.tried
    finished = renderer.completed(rendered, tried.name, lambda laid_out: pdf_of(tried.name, laid_out))
    if lineage:
        page = filled.vocabulary.document
        held = dict.fromkeys([*tried.figure_ids, *page.shown])  # with what the charts show
        finished = with_lineage(finished, tuple(held), edition, tried.name, data, tried.drawn)
    return replace(tried, data=finished)


def try_template(edition: Edition, document: Document) -> Output:
    """What filling one template shows, as :func:`fill_template` does; no file is made of it."""
    with _naming(str(document.template_for(edition.language))):
        data = read_template_file(edition, document)
        return _filled(edition, document, data, with_marks=False).tried


class _FilledOnce(Record):
    """A template filled with a vocabulary; ``tried`` says all about the document but its bytes."""

    rendered: Rendered
    vocabulary: Vocabulary
    tried: Output


def _filled(edition: Edition, document: Document, data: bytes, *, with_marks: bool) -> _FilledOnce:
    template = str(document.template_for(edition.language))
    limits = edition.definition.limits
    marks = (document.marks or edition.definition.marks) if with_marks else "none"
    compiled = _compiled(template, data)
    vocabulary = edition.vocabulary()
    vocabulary.look_through(compiled.mentions)
    with spending(limits):
        rendered = compiled.fill(vocabulary, properties=edition.properties, marks=marks)
    noticed = (
        *rendered.findings,
        *vocabulary.document.noticed,
        *_form_findings(edition, document, rendered.document),
    )
    ids = dict.fromkeys(str(vocabulary.figure_of(item.key).id) for item in rendered.figures)
    tried = Output(
        edition.definition.output_of(document, edition.language),
        edition.language,
        template,
        b"",
        rendered.figures,
        tuple(ids),
        tuple(vocabulary.sources),
        tuple(_in_file(finding, template) for finding in noticed),
        frozenset(vocabulary.named),
        tuple(vocabulary.document.drawn),
    )
    return _FilledOnce(rendered, vocabulary, tried)


@contextmanager
def _naming(template: str) -> Iterator[None]:
    """Errors within say which template they are of."""
    try:
        yield
    except TemplateError as error:
        raise TemplateError(
            error.message, [_in_file(finding, template) for finding in error.findings]
        ) from error
    except PackageError as error:
        raise TemplateError(error.message, [_not_readable(template, error.message)]) from error


@lru_cache(maxsize=32)
def _compiled(template: str, data: bytes) -> CompiledTemplate:
    """A template compiled once, however many packs are made of it."""
    return renderer_of(template).compile(data)


def with_lineage(
    document: bytes, shown: Sequence[str], edition: Edition, name: str, template: bytes | None = None,
    drawn: Sequence[Chart] = (),
) -> bytes:  # fmt: skip
    """A finished document with the lineage of the figures ``shown`` and the snapshot of what it shows put into it.

    ``drawn`` are its charts, with the figure behind each point.

    A document without a ``template`` (a data book) is never refreshed: its snapshot holds what an audit needs.
    """
    from reportgen.finished.chart_figures import with_figures
    from reportgen.finished.lineage import lineage_of
    from reportgen.finished.lineage_part import attach
    from reportgen.finished.open_document import open_finished

    finished = open_finished(document, name)
    lineage = lineage_of(
        shown,
        edition.catalogue,
        {**edition.about(), "document": name},
        edition.findings,
        edition.definition.style,
    )
    designed = open_finished(template) if template is not None else None
    snapshot = finished.snapshot(designed, whole=template is not None)
    points = ((one.values, tuple(key or "" for key in one.keys)) for chart in drawn for one in chart.series)
    attach(finished.package, lineage, replace(snapshot, charts=with_figures(snapshot.charts, points)))
    return finished.package.save()


def template_mistakes(edition: Edition, document: Document) -> list[Finding]:
    """Every mistake in a template that can be seen without filling it, with the template's name in its place."""
    template = document.template_for(edition.language)
    assert template is not None
    try:
        return [_in_file(finding, template) for finding in template_findings(edition, document)]
    except PackError as error:
        return list(error.findings)
    except PackageError as error:
        return [_not_readable(template, error.message)]


def _not_readable(template: str, why: Words) -> Finding:
    return Finding("template-not-readable", Severity.ERROR, place=Place(file=template), why=why)


def template_findings(edition: Edition, document: Document) -> list[Finding]:
    """What the template's renderer finds wrong in it. Raises where it cannot be read at all."""
    renderer = renderer_of(str(document.template_for(edition.language)))
    data = read_template_file(edition, document)
    return renderer.compile(data).lint(edition.vocabulary()) + _form_findings(edition, document, data)


def _form_findings(edition: Edition, document: Document, data: object) -> list[Finding]:
    """Where a template or a document departs from the form that the pack asks for."""
    renderer = renderer_of(str(document.template_for(edition.language)))
    form = document.form or edition.definition.form
    return renderer.form_findings(data, edition.language, official=form == "gb9704")


def renderer_of(template: str) -> Renderer:
    """The renderer of a template's format. Raises ``PackError`` where there is none for it."""
    renderer = renderer_for(template)
    if renderer is None:
        raise _no_template(template, "format", suffixes=usual_suffixes())
    return renderer


def read_template_file(edition: Edition, document: Document) -> bytes:
    """The bytes of a template. Raises ``PackError`` where it cannot be read, ``PackageError`` where it is damaged."""
    template = str(document.template_for(edition.language))
    try:
        data = edition.files.read(template)
    except FileNotFoundError as error:
        raise _no_template(template, "missing") from error
    except OSError as error:
        raise _no_template(template, "file", why=why(error)) from error
    _require_sound(template, data)
    return data


@lru_cache(maxsize=32)
def _require_sound(template: str, data: bytes) -> None:
    """Look at all of a template, once, however often it is read."""
    renderer_of(template).require_sound(data)


def _no_template(template: str, variant: str, **parameters: Any) -> PackError:
    place = Place(file=PACK_FILE, text=template)
    finding = Finding("template-not-readable", Severity.ERROR, place=place, variant=variant,
                      template=template, **parameters)  # fmt: skip
    return PackError(finding.message, [finding])


def _in_file(finding: Finding, template: str) -> Finding:
    """The finding with the template's name in its place; one about the definition is not the template's."""
    if finding.place.file == PACK_FILE:
        return finding
    name = template.rsplit("/", 1)[-1]
    place = finding.place
    return finding.with_(place=replace(place, file=name, part=place.part or place.file))
