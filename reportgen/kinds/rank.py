"""``rank``: a place among others. It is a source's claim and is never computed: a dataset does not hold all who are ranked."""

from __future__ import annotations

from reportgen.dataset.records import Measure
from reportgen.kinds import reasons
from reportgen.kinds.declaration import ColumnOf, Declaration, stated_alone
from reportgen.kinds.template_name import TemplateName, named_base
from reportgen.units import RANK

KIND = Declaration(
    "rank",
    order=30,
    figure=stated_alone(RANK, reasons.no_rank_stated),
    measure=Measure.RANK,
    unit=RANK,
    verb="ranked",
    template_name=TemplateName("rank", brackets=named_base, alone=True),
    column=ColumnOf("rank", ".rank"),
)
