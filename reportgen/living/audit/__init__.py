"""Does a finished, hand-edited document still agree with the data? One file for each thing that may have gone wrong."""

from reportgen.living.audit.annotate import write_annotated
from reportgen.living.audit.audit import Audit, Tracked, audit

__all__ = ["Audit", "Tracked", "audit", "write_annotated"]
