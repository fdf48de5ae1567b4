"""What series, areas and codes are called, as values: labels of a dataset, from which a language makes words."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.messages import UNSAID, Bilingual
from reportgen.periods import Period
from reportgen.record import Record, replace
from reportgen.spelling import nearest


class AreaName(Record):
    """An area by its code and label. A ``group`` is no place ("western China")."""

    code: str
    label: Bilingual
    is_group: bool = False
    is_nation: bool = False
    """The area that the dataset says is the nation."""


IMPORTS_OF = {"export": "import", "exports": "imports"}
"""Words of an indicator's code that tell exports from the imports they are set against."""
_CROSSINGS = {**dict.fromkeys(IMPORTS_OF, "out"), **dict.fromkeys(IMPORTS_OF.values(), "in"), "trade": "both"}


class SeriesName(Record):
    """What a series measures, and for whom: the labels of a dataset, from which a language makes a phrase.

    ``pattern`` is the indicator's own wording for its parts (``Exports of {}``, ``{}出口额``). ``proper`` are the words with
    which the dataset's English names of areas begin: they keep their capital. ``code`` is the indicator's.
    """

    code: str
    indicator: Bilingual
    area: AreaName
    breakdown: Bilingual | None = None
    partner: Bilingual | None = None
    pattern: Bilingual = UNSAID
    counter: Bilingual = UNSAID
    is_count: bool = False
    is_flow: bool = False
    rises_well: bool = False
    """More of it is good."""
    proper: frozenset[str] = frozenset()

    @property
    def crossing(self) -> str:
        """Which way what is measured crosses to and from a trade partner, by the words of its code: ``out``, ``in``, ``both``."""
        words = self.code.split("_")
        return next((way for word, way in _CROSSINGS.items() if word in words), "")

    @property
    def without_area(self) -> SeriesName:
        """The same where its area has been said."""
        return replace(self, area=replace(self.area, label=UNSAID))

    def is_same_elsewhere(self, other: SeriesName) -> bool:
        """Whether another series measures the same, in whatever area."""
        return (self.code, self.breakdown, self.partner) == (other.code, other.breakdown, other.partner)


class FigureName(Record):
    """What a number is about: a series at a period, and the kind of number it is (``level``, ``growth_yoy``, ...)."""

    series: SeriesName
    period: Period
    kind: str = "level"


class CodeName(Record):
    """A code of a dimension (``scope``, ``breakdown``): on screens the code is written, in print its label."""

    dimension: str
    code: str
    label: Bilingual = UNSAID


def codes_by_form(labels: Mapping[str, Bilingual]) -> dict[str, str]:
    """The code for each of its forms: the code itself and its label in any language. A code wins over a label."""
    forms = {form: code for code, label in labels.items() for form in label.wordings}
    return forms | {code: code for code in labels}


def nearest_code(name: str, labels: Mapping[str, Bilingual]) -> str | None:
    """The code that ``name`` labels, or misspells the code or label of; ``None`` when nothing is near."""
    forms = codes_by_form(labels)
    form = name if name in forms else nearest(name, forms)
    return forms[form] if form is not None else None
