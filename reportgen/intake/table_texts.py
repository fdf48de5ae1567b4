"""What a table says once for all its numbers: its title, the area it is about, the source it is."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.findings import Finding, Severity
from reportgen.intake.layout import Layout
from reportgen.intake.patterns import filled, first_match, folded
from reportgen.intake.period_rules import PeriodOfTable, rule_texts
from reportgen.intake.recipe import Recipe
from reportgen.intake.taken import SourceRecord, Taken
from reportgen.language import language, languages
from reportgen.messages import FALLBACK
from reportgen.periods import Period

_SOURCE_FIELDS = (
    "title",
    "title_en",
    "title_zh",
    "author",
    "publisher",
    "published",
    "accessed",
    "url",
    "language",
    "kind",
)


def title_of_table(recipe: Recipe, layout: Layout) -> str:
    """The title that the recipe looks for above the head; empty where it looks for the head itself."""
    for row, _, text in layout.title_cells():
        if row < layout.head_top and first_match(recipe.table.find, text) is not None:
            return text
    return ""


def area_of_table(recipe: Recipe, layout: Layout, stem: str) -> tuple[str, list[Finding]]:
    """The area that title, file or sheet name."""
    rule = recipe.area
    if rule is None:
        return "", []
    for text in rule_texts(rule.origin, layout, stem):
        read = first_match(rule.patterns, text)
        if read is None:
            continue
        name = read.get("area", text)
        codes = {folded(label): code for label, code in rule.codes.items()}
        if code := codes.get(folded(name)):
            return code, []
        place = layout.grid.place(text=text)
        return "", [Finding("table-area-missing", Severity.ERROR, place=place, variant="new", name=name)]
    wanted = rule.patterns[0].text
    return "", [Finding("table-area-missing", Severity.ERROR, place=layout.grid.place(), wanted=wanted)]


def source_of_table(recipe: Recipe, period: PeriodOfTable, stem: str, taken: Iterable[Taken]) -> SourceRecord:
    """The source record of a table, its placeholders filled from the table's period, else from its latest numbers."""
    periods = {
        id(item.period): item.period for item in taken
    }.values()  # one object for all numbers of a column
    latest = max(periods, key=lambda one: one.order, default=period.period)
    year = period.year or (latest.year if latest else None)
    month = period.month or (latest.last % 12 + 1 if latest else None)
    names = {"file": stem}
    if year:
        names["year"] = str(year)
    if month:
        names |= {"month": str(month), "mm": f"{month:02d}"}
    rule = recipe.source
    texts = {
        name: filled(getattr(rule, name), names | _period_said(year, month, name, rule.language))
        for name in _SOURCE_FIELDS
    }
    if rule.published_by_period and year and month:
        texts["published"] = rule.published_by_period.get(f"{year:04d}-{month:02d}", "")
    return SourceRecord(filled(rule.id, names), texts, latest)


def _period_said(year: int | None, month: int | None, name: str, own: str) -> dict[str, str]:
    """What ``{period}`` stands for in a text: the month, or the year, in the words of the text's language."""
    if not year or not name.startswith("title"):
        return {}
    code = name.removeprefix("title_") if name != "title" else own
    period = Period.month_of(year, month) if month else Period.year_of(year)
    return {"period": language(code if code in languages() else FALLBACK).period(period)}
