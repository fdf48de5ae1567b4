"""What changed between two datasets, two packs, two builds or two documents: figures, sources, breaks, targets, findings."""

from reportgen.living.compare.changes import Differences, compare
from reportgen.living.compare.side import read_side

__all__ = ["Differences", "compare", "read_side"]
