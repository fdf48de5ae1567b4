"""The register of a page: an entry for each figure, with its formula, inputs, rounding, sources and findings; then
sources, findings and revisions by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.calculations.figure_formula import letter
from reportgen.figures.recorded_sources import RecordedSource
from reportgen.html import Html, element, joined
from reportgen.language import language, say
from reportgen.living.explain import facts
from reportgen.living.page.texts import PageEntry, entry_anchor
from reportgen.messages import Message
from reportgen.periods import Period, dated
from reportgen.record import Record, replace

if TYPE_CHECKING:
    from reportgen.figures.recorded_figures import CitationRecord, FigureRecord
    from reportgen.figures.recorded_findings import RecordedFinding
    from reportgen.living.page.shown import Revision, ShownPack

_LINKED = ("http://", "https://")


class Register(Record):
    """``standing`` says where each figure is in the text, by its key."""

    shown: ShownPack
    standing: Mapping[str, list[PageEntry]]

    def _say(self, code: str, **parameters: object) -> str:
        return say(Message(f"page.{code}", **parameters), self.shown.language)

    # ---- figures -----------------------------------------------------------------------------------------

    def figures(self) -> Html:
        """Those that the text shows in its order, then the others, which they were computed from or charts draw."""
        order = {key: at for at, key in enumerate(self.standing)}
        known = sorted(self.shown.figures.values(), key=lambda one: order.get(one.key, len(order)))
        return joined(*(self._figure(figure, number) for number, figure in enumerate(known, start=1)))

    def _figure(self, figure: FigureRecord, number: int) -> Html:
        code = self.shown.language
        display, label = say(figure.display, code), say(figure.label, code)
        head = element("h3", element("span", str(number), class_="number-of"), " ",
                       element("b", display, class_="display"), " ", label)  # fmt: skip
        stands = self.standing.get(figure.key, [])
        written = dict.fromkeys((display, *(one.written for one in stands)))
        return element(
            "article",
            head,
            element("p", element("code", figure.id), class_="id"),
            element("ul", *(element("li", say(fact, code)) for fact in facts(figure)), class_="facts"),
            self._inputs(figure),
            *(self._citation(one) for one in figure.citations if not figure.inputs),
            self._findings_of(figure),
            self._places(stands, display),
            class_="entry",
            id=entry_anchor(figure.key),
            tabindex="-1",
            data_figure=figure.key,
            data_written="\n".join(written),
            data_label=label,
        )

    def _inputs(self, figure: FigureRecord) -> str:
        items = []
        for at, one in enumerate(figure.inputs):
            known = self.shown.by_id.get(one)
            if known is None:
                continue
            code = self.shown.language
            link = element("a", say(known.display, code), class_="input", href=f"#{entry_anchor(known.key)}",
                           data_figure=known.key)  # fmt: skip
            name = f"{letter(at)} = " if figure.formula else ""
            items.append(element("li", name, link, language(code).punctuation.COLON, say(known.label, code)))
        head = element("h4", self._say("inputs"))
        return joined(head, element("ul", *items, class_="inputs")) if items else Html("")

    def _citation(self, citation: CitationRecord) -> Html:
        signs = language(self.shown.language).punctuation
        name = element("a", self._source_name(citation.source), href=f"#source-{citation.source}")
        places = [
            getattr(citation, part) for part in ("table", "row_label", "column_label", "unit_label", "cell")
        ]
        where = signs.bracketed(" · ".join(place for place in places if place)) if any(places) else ""
        words = element("p", signs.quoted(citation.statement)) if citation.statement else ""
        return element("blockquote", words, element("cite", name, where))

    def _places(self, stands: list[PageEntry], display: str) -> str:
        items = []
        for one in stands:
            said = joined(element("a", one.where, href=f"#{one.anchor}"))
            if one.written.strip() != display:
                said = joined(said, language(self.shown.language).punctuation.COLON, one.written)
            if one.built:
                said = joined(
                    said, " ", element("b", self._say("was-built", built=one.built), class_="changed")
                )
            items.append(element("li", said))
        if not items:
            return element("p", self._say("not-in-text"), class_="places")
        head = self._say("stands", count=len(items))
        return element("details", element("summary", head), element("ul", *items), class_="places")

    # ---- findings ----------------------------------------------------------------------------------------

    def _findings_of(self, figure: FigureRecord) -> str:
        found = self.shown.findings_of(figure)
        if not found:
            return Html("")
        items = (self._finding(one) for one in found)
        head = element("h4", self._say("findings"))
        return element("div", head, element("ul", *items, class_="findings"), class_="findings-about")

    def _finding(self, finding: RecordedFinding, *more: str) -> Html:
        code = self.shown.language
        word = say(Message(f"commands.{finding.severity}-word"), code)
        said = element("b", word + language(code).punctuation.COLON, class_="severity")
        return element("li", said, say(finding.words, code), *more, class_=finding.severity)

    def findings(self) -> Html:
        """Every finding with the figures that it concerns."""
        items = []
        for finding in self.shown.findings:
            about = [figure for figure in self.shown.figures.values()
                     if {figure.id, figure.observation, figure.target} & set(finding.subjects)]  # fmt: skip
            links = [piece for figure in about for piece in (self._link(figure), " ")]
            line = element("p", self._say("concerns"), " ", *links, class_="concerns") if links else ""
            items.append(self._finding(finding, line))
        return self._listed(items, "no-findings", "findings")

    # ---- sources and revisions ---------------------------------------------------------------------------

    def sources(self) -> Html:
        """Each source with all that is known of it, and how many figures it carries."""
        items = []
        for code, source in self.shown.sources.items():
            url = source.url
            link = element("a", url, href=url, rel="noreferrer noopener") if url.startswith(_LINKED) else url
            cited = [figure for figure in self.shown.figures.values()
                     if any(item.source == code for item in figure.citations) and not figure.inputs]  # fmt: skip
            items.append(
                element(
                    "li", self._source_name(code), " ", link, " ", element("code", code),
                    element("p", self._say("carries", count=len(cited)), " ",
                            *(piece for figure in cited for piece in (self._link(figure), " ")), class_="concerns"),
                    id=f"source-{code}", tabindex="-1",
                )
            )  # fmt: skip
        return self._listed(items, "no-sources", "sources")

    def revisions(self) -> Html:
        """Preliminary and revised figures, with what was published before."""
        return self._listed(
            [self._revision(one) for one in self.shown.revisions], "no-revisions", "revisions"
        )

    def _revision(self, revision: Revision) -> Html:
        figure, code = revision.figure, self.shown.language
        marks = language(code).punctuation
        said = [said for one in figure.statuses if (said := language(code).quantities.status(one))]
        head = joined(self._link(figure), " ", say(figure.label, code),
                      marks.bracketed(marks.COMMA.join(said)) if said else "")  # fmt: skip
        before = (
            element(
                "li",
                self._say("earlier", amount=one.amount, published=self._day(one.published)),
                " ",
                self._source_name(one.source) if one.source else "",
            )
            for one in revision.earlier
        )
        return element("li", head, element("ul", *before) if revision.earlier else "")

    def _link(self, figure: FigureRecord) -> Html:
        display = say(figure.display, self.shown.language)
        return element(
            "a", display, class_="figure", href=f"#{entry_anchor(figure.key)}", data_figure=figure.key
        )

    def _listed(self, items: list[Html], none: str, name: str) -> Html:
        return element("ul", *items, class_=name) if items else element("p", self._say(none))

    def _day(self, written: str) -> str:
        """A date as the page says days; as it is written where it is none."""
        day = dated(written)
        return language(self.shown.language).period(day) if isinstance(day, Period) else day

    def _source_name(self, code: str) -> str:
        source = self.shown.sources.get(code, RecordedSource(code))
        return replace(source, published=self._day(source.published)).name_in(self.shown.language)
