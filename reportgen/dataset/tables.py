"""The tables of a dataset and their columns: the one place that knows the file format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableForm:
    """What a table looks like.

    ``required`` columns must stand in the head row; of these, ``filled`` must have something in every row.
    Columns that are in neither ``required`` nor ``optional`` are kept in the file and ignored.
    """

    name: str
    required: tuple[str, ...]
    filled: tuple[str, ...]
    optional: tuple[str, ...] = ()
    must_exist: bool = True
    to_fill: tuple[str, ...] = ()
    """Optional columns that are written even where they are empty throughout: somebody knows what belongs there."""

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
            ("parent", "count_en", "count_zh", "part_label_en", "part_label_zh", "description", "description_zh"),
        ),
        TableForm(
            "areas",
            ("ref_area", "label_en", "label_zh", "kind"),
            ("ref_area", "label_en", "label_zh", "kind"),
            ("parent", "note", "note_zh"),
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
            ("obs_id", "indicator", "ref_area", "period", "measure", "value", "unit_mult"),
            ("unit", "qualifier", "status", "scope", "breakdown", "counterpart_area", "base_period", "base_area",
             "base_indicator", "period_basis", "note", "note_zh"),
        ),
        TableForm(
            "targets",
            ("target", "indicator", "ref_area", "period", "operator", "value", "unit_mult"),
            ("target", "indicator", "ref_area", "period", "operator", "value", "unit_mult"),
            ("unit", "qualifier", "scope", "breakdown", "counterpart_area", "base_obs", "plan", "plan_zh", "department",
             "department_zh", "note", "note_zh"),
            must_exist=False,
            to_fill=("department", "department_zh"),
        ),
        TableForm(
            "citations",
            ("subject", "source", "statement", "role"),
            ("subject", "source", "statement", "role"),
            ("locator",),
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
            ("parent", "note", "note_zh"),
            must_exist=False,
        ),
    )
}  # fmt: skip
"""Every table by its name, in the order in which a dataset is read and written."""

DIRECTIONS = ("up", "down", "none")
INDICATOR_KINDS = ("flow", "stock")
AREA_KINDS = ("place", "group")
OPERATORS = ("gt", "ge", "eq", "le", "lt")
