"""Filling Word templates beside a floor program, docxtpl and Carbone. See ``word_cases`` for what the floor does.

All numbers are ratios to the floor in processor time (of Node: on the clock), data in memory, results kept in memory. *reportgen*
fills a template that is compiled once, as ``fill_word`` does for the same bytes; *first fill* reads and compiles it too. docxtpl and
Carbone read their template for each document, which is how they are used. Of a batch the floor writes whole files, every part
deflated anew; *part alone* is the stricter floor that formats and deflates the document part and nothing else. No figure controls
are written; ``extras`` measures those.
"""

import io
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from reportgen.ooxml import Package
from reportgen.word import WordTemplate
from tests.benchmarks.floors import WholeFile, deflated
from tests.benchmarks.node import NodeProgram, is_installed
from tests.benchmarks.timing import CPU, compare
from tests.benchmarks.word_cases import PART, WordCase, cases

BUDGET = 20
"""Seconds of pairs for each cell of the table."""


def rows() -> Iterator[str]:
    yield "| Word, ratio to the floor | bar | reportgen | first fill | part alone | docxtpl | Carbone | floor, ms |"
    yield "|---|---|---|---|---|---|---|---|"
    for case in cases():
        _hold_to_same_bytes(case)
        floor = _floor(case)
        template = WordTemplate(case.template)
        ours = compare(_ours(case, template), floor, case.rounds, budget=BUDGET, clock=CPU)
        first = compare(_first(case), floor, case.rounds, budget=BUDGET, clock=CPU).ratio
        strict = compare(
            _ours(case, template), _part_alone(case), case.rounds, budget=BUDGET, clock=CPU
        ).ratio
        yield (
            f"| {case.name} | {case.bar:g} | **{ours.ratio:.2f}** | {first:.2f} | {strict:.2f} | {_docxtpl(case, floor)} "
            f"| {_carbone(case, floor)} | {ours.theirs * 1000:.1f} |"
        )
    for package in ("docxtpl",) if find_spec("docxtpl") is None else ():
        yield f"({package} is not installed: make competitors)"
    if not is_installed("carbone"):
        yield "(Carbone is not installed: make competitors)"


def _hold_to_same_bytes(case: WordCase) -> None:
    """The floor program must give the very part that reportgen writes, or the ratio says nothing."""
    context = case.contexts[-1]
    filled = Package.open(WordTemplate(case.template).fill(context).data).read(PART)
    if filled != case.xml(context).encode():
        raise SystemExit(f"The floor program of “{case.name}” no longer writes what reportgen writes.")


# ---- the programs ----------------------------------------------------------------------------------------------


def _floor(case: WordCase) -> Callable[[], object]:
    if len(case.contexts) == 1:
        return _part_alone(case)
    file = WholeFile(case.template, PART)
    return lambda: [file.with_part(case.xml(context).encode()) for context in case.contexts]


def _part_alone(case: WordCase) -> Callable[[], object]:
    return lambda: [deflated([case.xml(context).encode()]) for context in case.contexts]


def _ours(case: WordCase, template: WordTemplate) -> Callable[[], object]:
    return lambda: [template.fill(context).data for context in case.contexts]


def _first(case: WordCase) -> Callable[[], object]:
    """With the template read and compiled once."""

    def run() -> None:
        template = WordTemplate(case.template)
        for context in case.contexts:
            template.fill(context)

    return run


def _docxtpl(case: WordCase, floor: Callable[[], object]) -> str:
    if find_spec("docxtpl") is None:
        return "–"
    from docxtpl import DocxTemplate

    made: list[bytes] = []

    def run() -> None:
        for context in case.contexts:
            template = DocxTemplate(io.BytesIO(case.template))
            template.render(context, autoescape=True)
            file = io.BytesIO()
            template.save(file)
            made[:] = [file.getvalue()]

    ratio = compare(run, floor, case.rounds, warm_up=0, budget=BUDGET, clock=CPU).ratio
    return _told(case, ratio, made[0])


def _carbone(case: WordCase, floor: Callable[[], object]) -> str:
    if not is_installed("carbone"):
        return "–"
    with (
        tempfile.TemporaryDirectory() as work,
        NodeProgram("carbone-docx", case.carbone, case.contexts, Path(work)) as node,
    ):
        ratio = compare(node.run, floor, case.rounds, budget=BUDGET).ratio
        return _told(case, ratio, node.result())


def _told(case: WordCase, ratio: float, made: bytes) -> str:
    """The ratio, with a remark where the competitor's document does not hold the rows that the floor's holds."""
    rows = Package.open(made).read(PART).count(b"<w:tr>") + Package.open(made).read(PART).count(b"<w:tr ")
    expected = case.xml(case.contexts[-1]).count("<w:tr>")
    return f"{ratio:.1f}" if rows == expected else f"{ratio:.1f} ({rows} of {expected} rows)"
