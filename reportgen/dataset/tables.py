"""The tables of a dataset and their columns: the one place that knows the file format."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.dataset.records import QUALITATIVE, Basis, Measure, Role
from reportgen.record import Record
from reportgen.values import Qualifier


class TableForm(Record):
    """What a table looks like.

    ``required`` columns must stand in the head row; of these, ``filled`` must have something in every row.
    Columns that are in neither ``required`` nor ``optional`` are kept in the file and ignored.
    """

    name: str
    required: tuple[str, ...]
    filled: tuple[str, ...]
    optional: tuple[str, ...] = ()
    must_exist: bool = True
    unneeded: tuple[str, str, frozenset[str]] = ("", "", frozenset())
    """A column, a word in it, and which of ``filled`` a row with that word may leave empty."""
    to_fill: tuple[str, ...] = ()
    """Optional columns that are written even where they are empty throughout: somebody knows what belongs there."""

    def filled_of(self, row: Mapping[str, str]) -> tuple[str, ...]:
        """The columns that must have something in ``row``."""
        column, word, unneeded = self.unneeded
        is_free = bool(column) and row.get(column) == word
        return tuple(name for name in self.filled if name not in unneeded) if is_free else self.filled

    @property
    def key(self) -> str:
        """The column that says which record a row is, or is about."""
        return self.required[0] if self.name != "codes" else "code"

    @property
    def columns(self) -> tuple[str, ...]:
        """Every known column, in the order in which a table is written."""
        return (*self.required, *self.optional)


TABLES = {
    form.name: form
    for form in (
        TableForm(
            "indicators",
            ("indicator", "name_zh", "label_en", "label_zh", "unit", "round_to", "direction", "kind"),
            ("indicator", "name_zh", "label_en", "label_zh", "unit", "round_to", "direction", "kind"),
            ("parent", "count_en", "count_zh", "part_label_en", "part_label_zh", "description", "description_zh",
             "additive", "material", "suspect", "order"),
        ),
        TableForm(
            "areas",
            ("ref_area", "label_en", "label_zh", "kind"),
            ("ref_area", "label_en", "label_zh", "kind"),
            ("parent", "order", "note", "note_zh"),
        ),
        TableForm(
            "sources",
            ("source", "title", "author", "publisher", "published", "accessed", "url", "language", "kind"),
            ("source",),
            ("file", "label_en", "label_zh"),
        ),
        TableForm(
            "observations",
            ("obs_id", "indicator", "ref_area", "period", "measure", "value", "unit_mult"),
            ("indicator", "ref_area", "period", "measure", "value", "unit_mult"),
            ("unit", "qualifier", "status", "scope", "breakdown", "counterpart_area", "base_period", "base_area",
             "base_indicator", "period_basis", "prices", "growth_currency", "source", "note", "note_zh"),
        ),
        TableForm(
            "targets",
            ("target", "indicator", "ref_area", "period", "operator", "value", "unit_mult"),
            ("target", "indicator", "ref_area", "period", "operator", "value", "unit_mult"),
            ("unit", "qualifier", "scope", "breakdown", "counterpart_area", "base_obs", "plan", "plan_zh", "department",
             "department_zh", "kind", "value_to", "base_indicator", "issued", "replaces", "order", "note", "note_zh"),
            must_exist=False,
            unneeded=("kind", QUALITATIVE, frozenset({"operator", "value", "unit_mult"})),
            to_fill=("department", "department_zh"),
        ),
        TableForm(
            "citations",
            ("subject", "source", "statement", "role"),
            ("subject", "source", "statement", "role"),
            ("locator", "table", "row_label", "column_label", "unit_label", "cell"),
        ),
        TableForm(
            "breaks",
            ("indicator", "ref_area", "period", "basis", "note"),
            ("indicator", "ref_area", "period", "basis", "note"),
            ("note_zh", "source"),
            must_exist=False,
        ),
        TableForm(
            "codes",
            ("dimension", "code", "label_en", "label_zh"),
            ("dimension", "code", "label_en", "label_zh"),
            ("parent", "class", "order", "note", "note_zh"),
            must_exist=False,
        ),
    )
}  # fmt: skip
"""Every table by its name, in the order in which a dataset is read and written."""

DIRECTIONS = ("up", "down", "none")
INDICATOR_KINDS = ("flow", "stock")
AREA_KINDS = ("place", "nation", "group")
ADDITIVE = ("areas", "breakdown", "partners", "months", "quarters")
"""In what the parts of an indicator may sum to the whole."""
MONTHS_OF = {"months": 1, "quarters": 3}
"""How long its parts in time are."""
PRICES = ("current", "constant", "comparable")
TARGET_KINDS = (
    "level", "growth", "average_growth", "reduction", "multiple", "total", "share", "range", QUALITATIVE,
)  # fmt: skip
UNIT_CLASSES = ("amount", "count", "physical", "rate", "points", "index", "index_previous", "ratio")
DIMENSIONS = ("breakdown", "counterpart_area", "scope", "unit", "publisher")
OPERATORS = ("gt", "ge", "eq", "le", "lt")

WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("indicators", "direction"): DIRECTIONS,
    ("indicators", "kind"): INDICATOR_KINDS,
    ("areas", "kind"): AREA_KINDS,
    ("observations", "measure"): tuple(Measure),
    ("observations", "qualifier"): tuple(Qualifier),
    ("observations", "period_basis"): tuple(Basis),
    ("observations", "prices"): PRICES,
    ("targets", "operator"): OPERATORS,
    ("targets", "qualifier"): tuple(Qualifier),
    ("targets", "kind"): TARGET_KINDS,
    ("citations", "role"): tuple(Role),
    ("breaks", "basis"): tuple(Basis),
    ("codes", "dimension"): DIMENSIONS,
    ("codes", "class"): UNIT_CLASSES,
}
"""The columns, by table, that hold one of a few words, with these words."""
