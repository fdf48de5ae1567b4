"""Prints the speed tables. Name parts to print only those: `python -m tests.benchmarks word_fill excel_fill`."""

import importlib
import importlib.metadata
import platform
import sys

from tests.benchmarks import node

PARTS = (
    "bars",
    "scale",
    "startup",
    "word_fill",
    "excel_fill",
    "excel_memory",
    "extras",
    "pack_build",
    "intake",
    "forms",
)
COMPARED = ("docxtpl", "python-calamine", "xltpl", "openpyxl", "XlsxWriter", "gptables")


def main() -> None:
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; {', '.join(_versions())}\n"
    )
    for part in sys.argv[1:] or PARTS:
        for row in importlib.import_module(f"tests.benchmarks.{part}").rows():
            print(row, flush=True)
        print()


def _versions() -> list[str]:
    """The versions of what is measured beside reportgen, as far as it is installed."""
    found = []
    for package in COMPARED:
        try:
            found.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return found + [
        f"{package} {node.version(package)}"
        for package in ("carbone", "exceljs")
        if node.is_installed(package)
    ]


if __name__ == "__main__":
    main()
