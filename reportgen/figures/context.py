"""What a pack says about itself, in one language: the words behind ``pack.`` (报告.) in a template."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from reportgen.dataset.records import TOTAL, Series
from reportgen.periods import Period
from reportgen.record import Record, field
from reportgen.style import STYLE, Appendix, Style


class PackContext(Record):
    """A pack's own facts, already in the language of the document. An empty text means "not given".

    ``ref_area`` and ``period`` are what an indicator is of when a template names it and nothing more.
    ``cut_off`` is the last day whose data may be used; ``issued`` the date printed in the head (the cut-off date
    when the pack gives none). ``texts`` are further texts a pack defines: ``pack.approver`` finds them by name.
    """

    title: str
    language: str
    ref_area: str
    period: Period
    cut_off: date
    subtitle: str = ""
    number: str = ""
    """Number of the issue as printed: ``No. 12``, ``第12期``."""
    issuer: str = ""
    issued: date | None = None
    marking: str = ""
    """Internal or draft marking: ``Internal``, ``内部资料``, ``征求意见稿``."""
    recipients: str = ""
    signature: str = ""
    contact: str = ""
    percent_decimals: int | None = None
    """Decimals of computed percentages and points where the pack wants other than one."""
    national_area: str = ""
    """The area that "higher than the national average" refers to; empty: the one that the dataset names."""
    style: Style = STYLE
    """Its signs and its rounding."""
    appendix: Appendix = "full"
    """How much its lists of figures and findings say."""
    link_figures: bool = False
    """Whether each figure links to its row in the list of figures."""
    texts: Mapping[str, str] = field(default_factory=dict)
    breakdown: str = TOTAL
    counterpart_area: str = TOTAL
    """Of what, and with whom, an indicator is that a template names: the total, but for packs made for each part."""

    def series(self, indicator: str) -> Series:
        """The series that an indicator's name means."""
        return Series(indicator, self.ref_area, self.breakdown, self.counterpart_area)
