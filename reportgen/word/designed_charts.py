"""A chart that the designer drew in Word, filled with new data: found by a tag in its alternative text.

In a loop every turn gets a chart part and workbook of its own, each filled from the chart as it was designed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.content import Chart
from reportgen.errors import Bilingual, ReportgenError
from reportgen.ooxml import relationships
from reportgen.word.slots import Slot
from reportgen.word.values import CannotShowError

if TYPE_CHECKING:
    from reportgen.ooxml import Package
    from reportgen.word.writer import Writer


@dataclass(slots=True)
class DesignedCharts:
    """The designer's charts of one part while it is being filled."""

    designs: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """For each relationship filled already: the chart part and workbook as they were designed."""

    last: dict[str, str] = field(default_factory=dict)
    """For each relationship of the template: the one that the latest turn shows."""

    def link(self, relationship: str) -> str:
        return self.last.get(relationship, relationship)

    def fill(self, chart: Chart, slot: Slot, writer: Writer) -> str:
        """Fill the designer's chart at ``slot``; return the alternative text that now fits."""
        from reportgen.ooxml.charts import refill

        package = writer.document.package
        related = package.relationships(writer.part)
        designed = related.get(slot.relationship).part
        if slot.relationship in self.designs:
            part = self._copy(package, designed, self.designs[slot.relationship])
            self.last[slot.relationship] = related.add(relationships.CHART, part)
        else:
            part = designed
            self.designs[slot.relationship] = _as_designed(package, designed)
        try:
            writer.document.notes += refill(package, part, chart)
        except ValueError as error:
            raise CannotShowError(
                "chart-data",
                Bilingual(f"The chart cannot be filled: {error}.", f"图表无法填写：{error}。"),
                Bilingual("Give every series a value for each category.", "请为每个系列的每个类别提供数值。"),
            ) from error
        except ReportgenError as error:
            raise CannotShowError(
                "chart-design",
                error.message,
                Bilingual("Look at the chart in Word.", "请在 Word 中检查该图表。"),
            ) from error
        return chart.alt_text or chart.title

    @staticmethod
    def _copy(package: Package, designed: str, design: dict[str, bytes]) -> str:
        from reportgen.ooxml.charts import duplicate

        part = duplicate(package, designed)
        package.write(part, design[designed])
        copies = package.relationships(part).by_type(relationships.EMBEDDED_PACKAGE)
        originals = package.relationships(designed).by_type(relationships.EMBEDDED_PACKAGE)
        for copied, original in zip(copies, originals, strict=False):
            if original.part in design:
                package.write(copied.part, design[original.part])
        return part


def _as_designed(package: Package, part: str) -> dict[str, bytes]:
    """The bytes of a chart part and of the workbook behind it."""
    embedded = package.relationships(part).by_type(relationships.EMBEDDED_PACKAGE)
    parts = [part, *(one.part for one in embedded if one.part in package)]
    return {name: package.read(name) for name in parts}
