"""Does a finished, hand-edited document still agree with the data? One file for each thing that may have gone wrong."""

from reportgen.living.audit.accepted import Accepted, accepted_table, divided, read_accepted
from reportgen.living.audit.audit import annotated, audit
from reportgen.living.audit.places_of_findings import FindingsAtPlace, by_place
from reportgen.living.audit.report_page import report_page

__all__ = [
    "Accepted",
    "FindingsAtPlace",
    "accepted_table",
    "annotated",
    "audit",
    "by_place",
    "divided",
    "read_accepted",
    "report_page",
]
