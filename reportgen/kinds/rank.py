"""``rank``: a place among others. It is a source's claim and is never computed: a dataset does not hold all who are ranked."""

from __future__ import annotations

from reportgen.dataset.names import area_name
from reportgen.dataset.records import Measure
from reportgen.kinds import reasons
from reportgen.kinds.declaration import ColumnOf, Declaration, stated_alone
from reportgen.kinds.stating import FOLLOWS, Basis, Clause, Comparison, Figure, StatesFigures
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.record import replace
from reportgen.units import RANK


def _clause(document: StatesFigures, figure: Figure, clause: Clause) -> Clause:
    """Within which area the source ranks, as the observation says it; the id leaves out the series' own."""
    stated = document.dataset.observations.get(figure.observation or "")
    area = stated.base_area if stated else ""
    among = Comparison(Basis.AREA, area=area_name(document.dataset, area)) if area else None
    return replace(clause, comparison=among)


KIND = Declaration(
    "rank",
    order=30,
    figure=stated_alone(RANK, reasons.no_rank_stated),
    measure=Measure.RANK,
    unit=RANK,
    verb="ranked",
    form=FOLLOWS,
    clause=_clause,
    is_stated=True,
    template_name=TemplateName("rank", brackets=named_base, alone=True),
    column=ColumnOf("rank", ".rank"),
)
