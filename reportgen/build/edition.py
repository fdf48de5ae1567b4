"""A pack in one of its languages: what its templates are filled with."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.build.definition import PackDefinition
from reportgen.errors import PackError
from reportgen.figures.context import PackContext
from reportgen.figures.documents import MadeForDocuments, check_definitions, document_vocabulary
from reportgen.figures.vocabulary import Vocabulary
from reportgen.language import language
from reportgen.messages import Message
from reportgen.record import CachingRecord

if TYPE_CHECKING:
    from reportgen.build.input_files import InputFiles
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.content import Chart, Table
    from reportgen.findings import Finding
    from reportgen.kinds import Catalogue
    from reportgen.ooxml.properties import Properties

_OWN_TEXTS = {*PackContext.__struct_fields__} & {
    "title", "subtitle", "number", "issuer", "marking", "recipients", "signature", "contact",
}  # fmt: skip


class Edition(CachingRecord):
    """A pack's definition, its data and one language."""

    definition: PackDefinition
    catalogue: Catalogue
    findings: tuple[Finding, ...]
    language: str
    files: InputFiles

    @property
    def context(self) -> PackContext:
        """What the pack says of itself in this language."""
        texts = self.definition.own_texts(self.catalogue.dataset, self.language)
        return PackContext(
            language=self.language,
            ref_area=self.definition.ref_area,
            period=self.definition.period,
            breakdown=self.definition.breakdown,
            counterpart_area=self.definition.counterpart_area,
            cut_off=self.definition.cut_off,
            issued=self.definition.issue_date,
            percent_decimals=self.definition.percent_decimals,
            national_area=self.definition.national_area,
            style=self.definition.style,
            appendix=self.definition.appendix,
            link_figures=self.definition.link_figures,
            texts={key: text for key, text in texts.items() if key not in _OWN_TEXTS},
            **{key: text for key, text in texts.items() if key in _OWN_TEXTS},
        )

    def vocabulary(self) -> Vocabulary:
        """A fresh vocabulary: one for each document, because it takes down what the document shows."""
        return document_vocabulary(
            self.catalogue,
            self.context,
            self.findings,
            self.definition.tables,
            self.definition.charts,
            made=self._made,
        )

    @cached_property
    def _made(self) -> MadeForDocuments:
        """The tables and charts, made once for all documents of this language."""
        return MadeForDocuments()

    def definition_findings(self) -> list[Finding]:
        """Everything wrong with the tables and charts that the pack defines."""
        return list(self._definitions[1])

    @property
    def shown_by_definitions(self) -> Vocabulary:
        """A vocabulary that has shown every table and chart that the pack defines."""
        return self._definitions[0]

    @cached_property
    def _definitions(self) -> tuple[Vocabulary, list[Finding]]:
        vocabulary = self.vocabulary()
        return vocabulary, check_definitions(vocabulary)

    def tables(self, vocabulary: Vocabulary, named: Container[str] | None = None) -> list[Table]:
        """The pack's tables, or those of ``named`` (``tables.progress``)."""
        names = [name for name in self.definition.tables if named is None or f"tables.{name}" in named]
        return [vocabulary.table(name).recorded() for name in names]

    def charts(self, vocabulary: Vocabulary, named: Container[str] | None = None) -> list[Chart]:
        """The pack's charts, or those of ``named`` (``charts.trend``)."""
        names = [name for name in self.definition.charts if named is None or f"charts.{name}" in named]
        return [vocabulary.chart(name).recorded() for name in names]

    @property
    def properties(self) -> Properties:
        """The document properties of everything this edition makes."""
        from reportgen.ooxml.properties import Properties

        context = self.context
        return Properties(
            title=context.title,
            subject=context.subtitle,
            creator=context.issuer,
            last_modified_by="reportgen",
            language=language(self.language).tag,
            created=made_at(self.definition),
            modified=made_at(self.definition),
        )

    def about(self) -> dict[str, str]:
        """What the lineage inside a document says of the pack."""
        return {
            "pack": self.definition.name,
            "language": self.language,
            "ref_area": self.definition.ref_area,
            "period": str(self.definition.period),
            "cut_off": self.definition.cut_off.isoformat(),
        }


def editions(opened: PackOrData, languages: Sequence[str] | None = None) -> Iterator[Edition]:
    """The pack in each of its languages, or in those of ``languages`` that it has."""
    made: dict[str, Edition] = vars(opened).setdefault(
        "editions", {}
    )  # its tables and charts are looked at once
    for code in opened.pack.languages:
        if languages is not None and code not in languages:
            continue
        if code not in made:
            made[code] = Edition(opened.pack, opened.catalogue, opened.findings, code, opened.files)
        yield made[code]


def made_at(definition: PackDefinition) -> datetime:
    """The date in the documents' properties: ``SOURCE_DATE_EPOCH``, else noon of the issue date; never today's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise PackError(Message("pack.no-source-date", epoch=epoch)) from None
    day = definition.issue_date
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
