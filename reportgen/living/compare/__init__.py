"""What changed between two datasets, two packs, two builds or two documents: figures, sources, breaks, targets, findings."""

from reportgen.living.compare.changes import Differences, differences_between
from reportgen.living.compare.side import read_side

__all__ = ["Differences", "differences_between", "read_side"]
