"""The template context: every name that a template of a pack may say, each in English and in Chinese.

Indicators go by their code and by their Chinese name; beside them stand ``pack`` (报告), ``tables`` (表), ``charts`` (图),
``sources`` (来源) and ``findings`` (发现).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from reportgen.content import Showable
from reportgen.dataset.records import Series
from reportgen.errors import ReportgenError
from reportgen.figures.appendix import concerning, figures_table, findings_table, sources_table
from reportgen.figures.charts import build_chart
from reportgen.figures.context import PackContext
from reportgen.figures.document_words import ChartWord, Collection, PackWord, TableWord
from reportgen.figures.indicator_words import IndicatorWord
from reportgen.figures.listing_words import FindingWord, Listing, SourceWord
from reportgen.figures.presentation import Presentation
from reportgen.figures.table_columns import CHINESE_KEYS
from reportgen.figures.tables import build_table
from reportgen.findings import Finding
from reportgen.kinds.figure import Figure
from reportgen.messages import Bilingual
from reportgen.style import STYLE
from reportgen.values import plain

if TYPE_CHECKING:
    from reportgen.kinds import Catalogue

RESERVED = {
    "pack": "报告",
    "tables": "表",
    "charts": "图",
    "sources": "来源",
    "findings": "发现",
}
_SAYS = {
    "pack": Bilingual("what the pack says of itself: pack.title, pack.issuer", "报告自身信息：报告.标题、报告.发文单位"),
    "tables": Bilingual("the tables of pack.toml, and sources, figures, findings", "pack.toml 中的表，以及 来源、数据、发现 三张附表"),
    "charts": Bilingual("the charts of pack.toml", "pack.toml 中的图"),
    "sources": Bilingual("the sources shown so far: {% for s in sources %}{{ s }}", "至此引用的来源：{% for s in 来源 %}{{ s }}"),
    "findings": Bilingual("the findings about the figures shown so far", "与至此所示数据有关的发现"),
}  # fmt: skip


class Vocabulary(Mapping[str, Any]):
    """The names of one document in one language, as a mapping that both template engines take for context.

    Use one vocabulary for each document: it takes down what the document shows. ``sources_first``, ``shown_first``
    and ``bases_said`` prime it from an earlier pass (see :meth:`again`).
    """

    def __init__(
        self,
        catalogue: Catalogue,
        context: PackContext,
        findings: Sequence[Finding] = (),
        tables: Mapping[str, Mapping[str, Any]] | None = None,
        charts: Mapping[str, Mapping[str, Any]] | None = None,
        *,
        shown_first: Sequence[str] = (),
        sources_first: Sequence[str] = (),
        bases_said: Sequence[str] = (),
    ) -> None:
        self.catalogue = catalogue
        self.context = context
        self.all_findings = tuple(findings)
        self.table_definitions = dict(tables or {})
        self.chart_definitions = dict(charts or {})
        self.page = Presentation(
            catalogue,
            context.language,
            context.percent_decimals,
            context.national_area,
            shown_first=shown_first,
            sources_first=sources_first,
            bases_said=bases_said,
        )
        self._words: dict[str, Any] = {}

    # What a document showed

    @property
    def language(self) -> str:
        return self.context.language

    @property
    def shown(self) -> list[str]:
        """Ids of the figures shown so far, in document order."""
        return self.page.shown

    @property
    def sources(self) -> list[str]:
        """Codes of the sources mentioned so far, in the order of their numbers."""
        return self.page.sources

    def figure_of(self, key: str) -> Figure:
        """The figure behind a short key that a renderer reports. Raises ``KeyError`` for a key of no figure."""
        return self.page.figures[key]

    def again(self) -> Vocabulary:
        """A fresh vocabulary that knows from the start what this one has shown.

        A template whose list of sources or figures stands before the text that shows them is filled twice: the
        second filling, with this vocabulary, has complete lists.
        """
        return Vocabulary(
            self.catalogue,
            self.context,
            self.all_findings,
            self.table_definitions,
            self.chart_definitions,
            shown_first=self.shown,
            sources_first=self.sources,
            bases_said=self.page.bases_said,
        )

    # The mapping

    def __getitem__(self, name: str) -> Any:
        if name not in self._words:
            self._words[name] = self._word(name)
        return self._words[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._makers

    def __len__(self) -> int:
        return len(self._makers)

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def names(self) -> list[str]:
        """Every name, for hints."""
        return list(self._makers)

    def indicator(self, indicator: str) -> IndicatorWord:
        """The word of an indicator at the pack's area and period."""
        series = Series(indicator, self.context.ref_area)
        return IndicatorWord(self.page, series, self.context.period)

    def table(self, name: str) -> TableWord:
        """The word of a table that the pack defines."""
        return TableWord(
            self.page, lambda: build_table(name, self.table_definitions[name], self), CHINESE_KEYS
        )

    def chart(self, name: str) -> ChartWord:
        """The word of a chart that the pack defines."""
        return ChartWord(self.page, lambda: build_chart(name, self.chart_definitions[name], self))

    def shown_findings(self) -> list[Finding]:
        """The findings that concern the figures shown so far or anything they were computed from."""
        return concerning(self.all_findings, self.page)

    # Steps

    def _word(self, name: str) -> Any:
        maker, subject = self._makers[name]
        return getattr(self, maker)(subject)

    @cached_property
    def _makers(self) -> dict[str, tuple[str, str]]:
        """For each name the method that makes its word, and what of."""
        makers: dict[str, tuple[str, str]] = {}
        for code, indicator in self.catalogue.dataset.indicators.items():
            makers[code] = ("indicator", code)
            if indicator.name_zh:
                makers[indicator.name_zh] = ("indicator", code)
        for english, chinese in RESERVED.items():
            makers[english] = makers[chinese] = (f"_{english}", english)
        return makers

    def _pack(self, _name: str) -> PackWord:
        return PackWord(self.page, self.context)

    def _tables(self, _name: str) -> Collection:
        made: dict[str, Any] = {name: self._table_maker(name) for name in self.table_definitions}
        for english, chinese, build in (
            ("sources", "来源", sources_table),
            ("figures", "数据", figures_table),
            ("findings", "发现", findings_table),
        ):
            made.setdefault(english, self._listed_maker(build))
            made.setdefault(chinese, made[english])
        return Collection(made)

    def _charts(self, _name: str) -> Collection:
        return Collection({name: self._chart_maker(name) for name in self.chart_definitions})

    def _sources(self, _name: str) -> Listing:
        return Listing(lambda: [SourceWord(self.page, source) for source in self.source_records()])

    def _findings(self, _name: str) -> Listing:
        return Listing(lambda: [FindingWord(self.language, item) for item in self.shown_findings()])

    def source_records(self) -> list[Any]:
        """The sources of all figures shown so far, numbered; those not yet mentioned are numbered now."""
        for figure in self.page.shown_figures:
            for source in self.page.sources_of(figure):
                self.page.source_number(source)
        return [self.catalogue.dataset.sources[source] for source in self.page.sources]

    def _table_maker(self, name: str) -> Any:
        return lambda: self.table(name)

    def _chart_maker(self, name: str) -> Any:
        return lambda: self.chart(name)

    def _listed_maker(self, build: Any) -> Any:
        return lambda: TableWord(self.page, lambda: build(self), CHINESE_KEYS)


class Field(NamedTuple):
    """One name that a template may use, with what it says today."""

    name: str
    name_zh: str
    value: str
    description: str


def fields(vocabulary: Vocabulary) -> list[Field]:
    """Every name of the context with today's value, then the steps that lead on from an indicator and a target.

    Nothing is taken down as shown. A name without a value says why in its value.
    """
    language = vocabulary.language
    scratch = vocabulary.again()
    rows = [_indicator_field(scratch, code) for code in scratch.catalogue.dataset.indicators]
    rows += [
        Field(english, chinese, "", _SAYS[english].in_language(language))
        for english, chinese in RESERVED.items()
    ]
    rows += _step_fields("pack", "报告", scratch["pack"], language)
    for kind, chinese in (("tables", "表"), ("charts", "图")):
        defined = scratch.table_definitions if kind == "tables" else scratch.chart_definitions
        rows += [Field(f"{kind}.{name}", f"{chinese}.{name}", "", "") for name in defined]
    example = _example(scratch)
    if example:
        name_zh = scratch.catalogue.dataset.indicators[example].name_zh
        word = scratch.indicator(example)
        rows += _step_fields(example, name_zh, word, language)
        rows += _step_fields(f"{example}.target", f"{name_zh}.目标", word.target, language)
    return rows


def _example(vocabulary: Vocabulary) -> str:
    """The indicator whose steps are listed: one with a figure today and a target, else with a target, else any."""
    dataset = vocabulary.catalogue.dataset
    with_target = [target.series.indicator for target in dataset.targets.values()]
    candidates = [*with_target, *dataset.indicators]
    return next(
        (code for code in candidates if vocabulary.indicator(code).available), next(iter(candidates), "")
    )


def _indicator_field(vocabulary: Vocabulary, code: str) -> Field:
    indicator = vocabulary.catalogue.dataset.indicators[code]
    return Field(
        code,
        indicator.name_zh,
        _today(vocabulary.indicator(code)),
        indicator.label.in_language(vocabulary.language),
    )


def _step_fields(name: str, name_zh: str, word: Any, language: str) -> list[Field]:
    return [
        Field(
            f"{name}.{step.en}",
            f"{name_zh}.{step.zh}",
            _today_of(word, step.en),
            step.says.in_language(language),
        )
        for step in type(word).all_names
    ]


def _today_of(word: Any, name: str) -> str:
    try:
        value = getattr(word, name)
    except ReportgenError:
        return STYLE.missing
    if callable(value) and not isinstance(value, Showable):
        return ""
    return _today(value)


def _today(value: Any) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    try:
        return str(value) if value is not None else STYLE.missing
    except ReportgenError:
        return STYLE.missing
