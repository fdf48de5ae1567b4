"""Prints the speed table. Name a part to print only that: `python -m tests.benchmarks startup`."""

import importlib
import platform
import sys

PARTS = ("startup", "word_fill", "excel_fill", "excel_memory", "extras", "pack_build")


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    for part in sys.argv[1:] or PARTS:
        for row in importlib.import_module(f"tests.benchmarks.{part}").rows():
            print(row, flush=True)
        print()


if __name__ == "__main__":
    main()
