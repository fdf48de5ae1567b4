"""41 returned forms of 300 rows collected into a dataset: the bar is 5 times what calamine takes to read them, and memory is flat.

Every form is an area's; the peak is that of a process of its own, for 11 forms and for 41.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.cli.garbage import collect_garbage_rarely
from reportgen.dataset import read, write_folder
from reportgen.intake.forms.collecting import collect_forms
from reportgen.intake.forms.entry_workbook import HEAD_ROW
from reportgen.intake.forms.exporting import export_forms
from reportgen.periods import Period
from tests.benchmarks.timing import CPU, compare
from tests.builders import dataset

AREAS, FIGURES, FEW = 41, 300, 11
BAR = 5
_PEAK = (
    "import sys; from pathlib import Path; from tests.benchmarks.memory import peak_mib;"
    "from reportgen.intake.forms.collecting import collect_forms;"
    "collect_forms([Path(one) for one in sys.argv[2:]], Path(sys.argv[1]), dry_run=True); print(peak_mib())"
)


def rows() -> Iterator[str]:
    yield "| 41 forms of 300 rows into a dataset | seconds | ratio | bar |"
    yield "|---|---|---|---|"
    with tempfile.TemporaryDirectory() as name:
        data, forms = _returned(Path(name))
        collect_garbage_rarely()  # as the command does
        found = compare(
            lambda: _collected(forms, data), lambda: [_read(form) for form in forms], rounds=3, clock=CPU
        )
        yield f"| form collect | {found.ours:.2f} | **{found.ratio:.1f}** | {BAR} |"
        yield f"| calamine | {found.theirs:.2f} | 1 | |"
        few, all_of_them = (_peak(data, forms[:count]) for count in (FEW, AREAS))
        yield f"| peak memory, {FEW} and {AREAS} forms | {few:.0f} and {all_of_them:.0f} MiB | | |"


def _returned(folder: Path) -> tuple[Path, list[Path]]:
    """A dataset of 41 areas with 300 figures each, and its forms, filled in."""
    import openpyxl

    lines = [f"i{figure} A{area} 2023={figure + 1}.5e8" for area in range(AREAS) for figure in range(FIGURES)]
    write_folder(dataset("\n".join(lines)), folder / "data")
    forms = export_forms(
        read(folder / "data")[0],
        folder / "data",
        folder / "forms",
        "en",
        periods=[Period.parse("2024")],
        each_area=True,
    )
    for path in forms:
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[1]
        for row in range(HEAD_ROW + 2, HEAD_ROW + 2 + FIGURES):
            sheet.cell(row, 8, sheet.cell(row, 6).value + 0.25)
        book.save(path)
    return folder / "data", sorted(forms)


def _collected(forms: Sequence[Path], data: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        into = Path(name) / "data"
        shutil.copytree(data, into)
        done = collect_forms(forms, into)
        assert len(done.merged) == AREAS * FIGURES, (
            len(done.merged),
            [item.code for item in done.findings][:3],
        )


def _read(form: Path) -> list[list[object]]:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(form)
    return [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]


def _peak(data: Path, forms: Sequence[Path]) -> float:
    asked = [sys.executable, "-c", _PEAK, str(data), *map(str, forms)]
    return float(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
