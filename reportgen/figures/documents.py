"""A document over a catalogue: its vocabulary, with the tables and charts that its pack defines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from reportgen.content import Chart, Table
from reportgen.errors import PackError, ReportgenError
from reportgen.figures.appendix import concerning, figures_table, findings_table, sources_table
from reportgen.figures.chart_kinds import build_chart
from reportgen.figures.context import PackContext
from reportgen.figures.made_once import MadeOnce
from reportgen.figures.presentation import Presentation
from reportgen.figures.table_building import Unsourced, build_table
from reportgen.figures.table_notes import with_source
from reportgen.figures.vocabulary import Vocabulary
from reportgen.findings import Finding, Place, Severity
from reportgen.kinds import Catalogue
from reportgen.toml_keys import PACK_FILE


class MadeForDocuments:
    """The tables and charts of a pack in one language, each made once for all its documents."""

    def __init__(self) -> None:
        self._tables = MadeOnce[Unsourced]()
        self._charts = MadeOnce[Chart]()

    def table(
        self, name: str, definition: Mapping[str, Any], document: Presentation, context: PackContext
    ) -> Table:
        return self._tables.of(name, partial(build_table, name, definition), document, context).on(document)

    def chart(
        self, name: str, definition: Mapping[str, Any], document: Presentation, context: PackContext
    ) -> Chart:
        chart = self._charts.of(name, partial(build_chart, name, definition), document, context)
        return chart if definition.get("source") is False else with_source(chart, document)


def document_vocabulary(
    catalogue: Catalogue,
    context: PackContext,
    findings: Sequence[Finding] = (),
    tables: Mapping[str, Mapping[str, Any]] | None = None,
    charts: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    made: MadeForDocuments | None = None,
) -> Vocabulary:
    """The vocabulary of one document: ``tables`` and ``charts`` are their definitions in ``pack.toml``.

    ``made`` are the tables and charts made for other documents.
    """
    document = Presentation(
        catalogue,
        context.language,
        context.percent_decimals,
        context.national_area,
        context.style,
        context.appendix,
        link_figures=context.link_figures,
        cut_off=context.cut_off,
    )
    made = made or MadeForDocuments()
    return Vocabulary(
        document,
        context,
        {name: partial(made.table, name, item, document) for name, item in (tables or {}).items()},
        {name: partial(made.chart, name, item, document) for name, item in (charts or {}).items()},
        {
            "sources": partial(sources_table, document),
            "figures": partial(figures_table, document),
            "findings": partial(findings_table, document, findings),
        },
        partial(concerning, findings, document),
    )


def check_definitions(vocabulary: Vocabulary) -> list[Finding]:
    """Everything wrong with the tables and charts of a pack, all at once.

    They are built, and their figures recorded as shown: give it a vocabulary of its own.
    """
    findings: list[Finding] = []
    for kind, makers in (("tables", vocabulary.table_makers), ("charts", vocabulary.chart_makers)):
        for name, make in makers.items():
            try:
                vocabulary.document.record(make(vocabulary.context))
            except PackError as error:
                findings.extend(error.findings)
            except ReportgenError as error:
                key = f"{kind}.{name}"
                findings.append(
                    Finding(
                        "wrong-value",
                        Severity.ERROR,
                        place=Place(file=PACK_FILE, text=key),
                        variant="definition",
                        error=error.message,
                    )
                )
    return findings
