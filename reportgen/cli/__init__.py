"""The command line. click lives here and nowhere else."""

from reportgen.cli.main import main

__all__ = ["main"]
