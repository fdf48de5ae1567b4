"""The bars: a month's pack, a large dataset, one figure, a batch, each beside what it is measured by. Seconds are those of the
processor, of whole processes, the two sides in turn; memory is the peak of the process. Every process finds its modules compiled,
as installed programs do; what is checked anew is checked without the cache.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.plain_program import prepare
from tests.benchmarks.processes import ROOT, environment, python, reportgen, run

MONTHLY = ROOT / "examples" / "trade-monthly"
CUSTOMS = ROOT / "data" / "customs-2024"
ROUNDS = 3
FIGURE = "i000/S0007/2021-05/growth_computed"

FLOOR = """
import csv, sys
from decimal import Decimal
with open(sys.argv[1] + "/observations.csv", encoding="utf-8", newline="") as file:
    rows = [row | {"value": Decimal(row["value"])} for row in csv.DictReader(file)]
"""
READING = "import gc, sys; gc.set_threshold(200_000, 50, 1000); import reportgen.cli; from reportgen.dataset import read; read(sys.argv[1])"


HEADS = {
    "en": "| | reportgen, s | beside it, s | ratio | peak, MiB | at most | met |",
    "zh": "| | reportgen（秒） | 对照（秒） | 倍数 | 峰值内存（MiB） | 上限 | 达到 |",
}
RULE = "|---|---|---|---|---|---|---|"
NAMES = {
    "build": (
        "build of a month's pack, beside docxtpl and openpyxl filling its pages",
        "生成一个月的报告包；对照：docxtpl和openpyxl填写同样的页面",
    ),
    "build-click": ("the same, beside `import click`", "同上；对照：`import click`"),
    "check": (
        "check of it for the first time, beside `import click`",
        "首次检查该报告包；对照：`import click`",
    ),
    "check-edited": (
        "the same after an edit of one of its six templates",
        "六个模板之一修改后再次检查；对照同上",
    ),
    "check-again": ("the same with nothing changed", "未作改动时再次检查；对照同上"),
    "large": (
        "check of 100,800 observations, beside reading them with csv and Decimal",
        "检查100800个数值；对照：用csv和Decimal读取",
    ),
    "large-again": ("the same again, the data unchanged", "数据未变时再次检查；对照同上"),
    "explain": ("`explain` of one figure there, beside reading", "其中一个数的`explain`；对照：读取数据"),
    "figure": (
        "`figures --id` of one figure there, beside reading",
        "其中一个数的`figures --id`；对照：读取数据",
    ),
    "parquet": (
        "one area's pack of 1,000,440 observations in Parquet",
        "1000440个数值（Parquet）中一个地区的报告包",
    ),
    "sqlite": ("the same in SQLite", "同上（SQLite）"),
    "batch": (
        "a pack of a batch after the first, beside filling and writing its documents",
        "批量生成中第一份之后的每一份；对照：填写并写出其文件",
    ),
}
"""What each row measures, in English and in Chinese."""


@dataclass(frozen=True)
class Most:
    """A bar: the ratio, the seconds beyond what stands beside it, the seconds and the memory that there may be at most."""

    ratio: float | None = None
    beyond: float | None = None
    seconds: float | None = None
    mib: float | None = None

    def written(self, language: str) -> str:
        seconds, beyond = {"en": ("{} s", "{} s more"), "zh": ("{}秒", "多{}秒")}[language]
        limits = (
            (self.ratio, "{}×"),
            (self.beyond, beyond),
            (self.seconds, seconds),
            (self.mib, "{} MiB"),
        )
        return "; ".join(form.format(f"{limit:g}") for limit, form in limits if limit is not None)


@dataclass(frozen=True)
class Row:
    """One bar: what reportgen takes, what it is measured by, and how much it may be of that."""

    name: str
    ours: float
    beside: float | None
    most: Most
    mib: float | None = None

    @property
    def is_met(self) -> bool:
        most, beside = self.most, self.beside or 0
        return (
            (most.ratio is None or self.ours <= most.ratio * beside)
            and (most.beyond is None or self.ours <= beside + most.beyond)
            and (most.seconds is None or self.ours <= most.seconds)
            and (most.mib is None or (self.mib or 0) <= most.mib)
        )

    def written(self, language: str) -> str:
        name = NAMES[self.name][language == "zh"]
        peak = "" if self.mib is None else f"{self.mib:.0f}"
        beside = f"{self.beside:.2f} | {self.ours / self.beside:.1f}" if self.beside else "– | –"
        met = {"en": ("no", "yes"), "zh": ("否", "是")}[language][self.is_met]
        return f"| {name} | {self.ours:.2f} | {beside} | {peak} | {self.most.written(language)} | {met} |"


def rows() -> Iterator[str]:
    yield HEADS["en"]
    yield RULE
    for row in measured():
        yield row.written("en")


def measured() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        yield from _of_a_month(work)
        yield from _of_a_large_dataset(work)
        yield from _of_one_area(work)
        yield _of_a_batch(work)


CLICK = [sys.executable, "-c", "import click"]


def _of_a_month(work: Path) -> Iterator[Row]:
    built, templates = work / "built", work / "templates"
    run(reportgen("build", MONTHLY, "-o", built))
    prepare(built, templates)
    build = reportgen("build", MONTHLY, "-o", work / "again")
    plain = python("-m", "tests.benchmarks.plain_program", templates, CUSTOMS, work / "plain")
    yield _row("build", build, plain, Most(ratio=4))
    yield _row("build-click", build, CLICK, Most(ratio=60))
    check = reportgen("check", _copied(work / "pack"))
    yield _row("check", check, CLICK, Most(ratio=15))
    cache, template = str(work / "cache"), work / "pack" / "templates" / "trade-monthly-brief-en.docx"
    run(check, cache)
    yield _row("check-edited", check, CLICK, Most(ratio=15), cache, before=lambda: _edit(template))
    yield _row("check-again", check, CLICK, Most(ratio=15), cache)


def _copied(folder: Path) -> Path:
    """The month's pack with its templates and data in another folder, where they can be edited."""
    for name in ("templates", "data/customs-2024", "examples/trade-monthly"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("build"))
    return folder / "examples" / "trade-monthly"


def _edit(template: Path) -> None:
    """Add a paragraph, as a person would between two checks."""
    import docx

    document = docx.Document(str(template))
    document.add_paragraph("One paragraph more.")
    document.save(str(template))


def _of_a_large_dataset(work: Path) -> Iterator[Row]:
    large, cache = work / "large", str(work / "cache")
    run(reportgen("init", large, "--synthetic", "areas=41,indicators=40,months=60"))
    data = large / "data"
    check, floor, reading = (
        reportgen("check", data), python("-c", FLOOR, data), python("-c", READING, data),
    )  # fmt: skip
    yield _row("large", check, floor, Most(ratio=8, mib=300))
    run(check, cache)
    yield _row("large-again", check, floor, Most(ratio=8, mib=300), cache)
    yield _row("explain", reportgen("explain", data, FIGURE), reading, Most(beyond=0.1))
    yield _row("figure", reportgen("figures", data, "--id", FIGURE), reading, Most(beyond=0.1))


def _of_one_area(work: Path) -> Iterator[Row]:
    """A district of a million observations, which are made up, and brought into both stores, before the clock starts."""
    pack = work / "million"
    run(reportgen("init", pack, "--synthetic", "areas=41,indicators=397,months=60"))
    for name, store in (("parquet", "kept.parquet"), ("sqlite", "kept.sqlite")):
        build = area_pack(pack, store)
        spent = [run(build) for _ in range(ROUNDS)]
        seconds = statistics.median(one.seconds for one in spent)
        yield Row(name, seconds, None, Most(seconds=5, mib=500), max(one.mib for one in spent))


def area_pack(pack: Path, store: str) -> list[str]:
    """The command that builds one district's pack of a made-up dataset, which is brought into ``store`` now."""
    run(reportgen("export", pack / "data", "--to", pack / store))
    definition = (pack / "pack.toml").read_text(encoding="utf-8")
    own = definition.replace('ref_area = "S"', 'ref_area = "S0007"').replace(
        'dataset = "data"', f'dataset = "{store}"'
    )
    of_store = pack / f"{store}.toml"
    of_store.write_text(own, encoding="utf-8")
    return reportgen("build", of_store, "-o", pack / "area")


def _of_a_batch(work: Path) -> Row:
    """A pack after the first, beside what it costs to fill and write its own documents."""
    pack = work / "small"
    run(reportgen("init", pack, "--synthetic", "areas=9,indicators=12,months=36"))
    two, nine = (
        reportgen("build", pack, "--for-each", "ref_area", "--afresh", "-o", pack / f"out{number}", "--where", f"ref_area=S000[1-{number}]")
        for number in (2, 9)
    )  # fmt: skip
    each = statistics.median(run(nine).seconds - run(two).seconds for _ in range(ROUNDS)) / 7
    own = float(subprocess.run(python("-m", "tests.benchmarks.bars", pack), check=True, capture_output=True, text=True, env=environment()).stdout)  # fmt: skip
    return Row("batch", each, own, Most(ratio=1.3))


def _own_rendering(pack: Path) -> float:
    """Seconds that the documents of one district take, with everything read, checked and compiled."""
    import time

    from reportgen.build.batches.made_from import Sums
    from reportgen.build.batches.making import Shared, make_one
    from reportgen.build.build import open_pack
    from reportgen.build.definition import read_definition

    opened, stated = open_pack(pack, None), read_definition(pack)
    shared = Shared(opened, stated, Sums(opened, stated, ()), "ref_area", None, False, True)
    make_one(shared, "S0001")
    spent = []
    for number in range(2, 7):
        begun = time.process_time()
        make_one(shared, f"S{number:04}")
        spent.append(time.process_time() - begun)
    return statistics.median(spent)


def _row(
    name: str,
    ours: Sequence[str],
    beside: Sequence[str],
    most: Most,
    cache: str = "",
    before: Callable[[], None] = lambda: None,
) -> Row:
    """Both sides in turn; ``before`` is done each time before ours."""
    spent, others = [], []
    for _ in range(ROUNDS):
        before()
        spent.append(run(ours, cache))
        others.append(run(beside))
    seconds, floor = (statistics.median(one.seconds for one in side) for side in (spent, others))
    return Row(name, seconds, floor, most, max(one.mib for one in spent))


if __name__ == "__main__":
    print(_own_rendering(Path(sys.argv[1])))
