"""The command line. click lives here and nowhere else."""

from reportgen.cli.garbage import collect_garbage_rarely

collect_garbage_rarely()  # before all else is loaded: modules are thousands of objects, and stay

from reportgen.cli.main import main  # noqa: E402

__all__ = ["main"]
