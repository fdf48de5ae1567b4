"""The template context: every name that a template of a pack may say, each in every language.

Indicators go by their code and by their name in the dataset; beside them are ``pack`` (报告), ``tables`` (表), ``charts``
(图), ``sources`` (来源) and ``findings`` (发现). What makes tables and charts is given to it (:mod:`reportgen.figures.documents`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any

from reportgen.content import Chart, Table
from reportgen.figures.context import PackContext
from reportgen.figures.paragraphs import left_out
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.allowed_names import translations
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.figures.terms.lists import FindingTerm, Listing, NoteTerm, SourceTerm
from reportgen.figures.terms.pack import Collection, PackTerm
from reportgen.figures.terms.paragraph import paragraph_of
from reportgen.figures.terms.table import ChartTerm, ListTerm, TableTerm
from reportgen.findings import Finding, grouped
from reportgen.kinds.figure import Figure

SECTION = "top"
RESERVED = ("pack", "tables", "charts", "sources", "findings", "paragraph", "notes")
"""Names that are no indicators'."""


class Vocabulary(Mapping[str, Any]):
    """The names of one document in one language, as a mapping that both template engines take for context.

    Use one vocabulary for each: its ``document`` records what the document shows. ``tables`` and ``charts`` make what
    the pack defines, ``lists`` the tables of sources, figures and findings, ``findings`` those that concern what is shown.
    """

    def __init__(
        self,
        document: Presentation,
        context: PackContext,
        tables: Mapping[str, Callable[[PackContext], Table]],
        charts: Mapping[str, Callable[[PackContext], Chart]],
        lists: Mapping[str, Callable[[], Table]],
        findings: Callable[[], list[Finding]],
    ) -> None:
        self.document = document
        self.context = context
        self.table_makers = tables
        self.chart_makers = charts
        self._lists = lists
        self._shown_findings = findings
        self._terms: dict[str, Any] = {}
        self.named: set[str] = set()
        """The tables and charts asked for so far: ``tables.progress``, ``charts.trend``."""

    def look_through(self, mentions: Callable[[str], bool]) -> None:
        """Learn what a template may say before it is filled: ``mentions`` tells whether a name stands in one of its tags."""
        names = ("basis_note", *translations("target", "basis_note").values())
        self.document.may_say_bases = any(map(mentions, names))

    # What a document showed

    @property
    def language(self) -> str:
        return self.context.language

    @property
    def shown(self) -> list[str]:
        """Ids of the figures shown so far, in document order."""
        return self.document.shown

    @property
    def sources(self) -> list[str]:
        """Codes of the sources mentioned so far, in the order of their numbers."""
        return self.document.sources

    def figure_of(self, key: str) -> Figure:
        """The figure behind a short key that a renderer reports. Raises ``KeyError`` for a key of no figure."""
        return self.document.figures[key]

    # The mapping

    def __getitem__(self, name: str) -> Any:
        if name not in self._terms:
            self._terms[name] = self._makers[name]()
        return self._terms[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._makers

    def __len__(self) -> int:
        return len(self._makers)

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def names(self) -> list[str]:
        """Every name, for hints."""
        return list(self._makers)

    def indicator(self, indicator: str) -> IndicatorTerm:
        """The term of an indicator at the pack's area and period."""
        return IndicatorTerm(self.document, self.context.series(indicator), self.context.period)

    def table(self, name: str) -> TableTerm:
        """The term of a table that the pack defines."""
        self.named.add(f"tables.{name}")
        return TableTerm(name, self.document, self.table_makers[name], self.context)

    def chart(self, name: str) -> ChartTerm:
        """The term of a chart that the pack defines."""
        self.named.add(f"charts.{name}")
        return ChartTerm(name, self.document, self.chart_makers[name], self.context)

    # Steps

    @cached_property
    def _makers(self) -> dict[str, Callable[[], Any]]:
        """What makes the term of each name."""
        makers: dict[str, Callable[[], Any]] = {}
        for code, indicator in self.document.dataset.indicators.items():
            makers[code] = partial(self.indicator, code)
            if indicator.name_zh:
                makers[indicator.name_zh] = makers[code]
        reserved: dict[str, Callable[[], Any]] = {
            "pack": lambda: PackTerm(self.document, self.context),
            "tables": self._tables,
            "charts": lambda: Collection({name: partial(self.chart, name) for name in self.chart_makers}),
            "sources": lambda: Listing(self._sources, self.document.mention_sources),
            "findings": lambda: Listing(self._findings),
            "paragraph": lambda: paragraph_of(self.document, (self.context.period, self.context.ref_area)),
            "notes": lambda: Listing(self._notes),
        }
        for name, maker in reserved.items():
            makers.update(dict.fromkeys((name, *translations(SECTION, name).values()), maker))
        return makers

    def _tables(self) -> Collection:
        made: dict[str, Callable[[], Any]] = {name: partial(self.table, name) for name in self.table_makers}
        for name, build in self._lists.items():
            made.setdefault(name, partial(ListTerm, self.document, build, mentions=name != "findings"))
            for translated in translations("lists", name).values():
                made.setdefault(translated, made[name])
        return Collection(made)

    def _sources(self) -> list[SourceTerm]:
        return [SourceTerm(self.document, source) for source in self.document.list_sources()]

    def _notes(self) -> list[NoteTerm]:
        """Why figures were left out of the text so far, each once in a document."""
        return [
            NoteTerm(self.document, *note) for note in left_out(self.document, self.document.list_left_out())
        ]

    def _findings(self) -> list[FindingTerm]:
        return [FindingTerm(self.language, group) for group in grouped(self._shown_findings())]
