"""Twice as much takes about twice as much work, in whatever direction a dataset grows. Calls are counted, not seconds."""

import csv
import gc
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from reportgen import fill_excel, fill_word
from reportgen.build.build import build
from reportgen.build.check import check
from reportgen.build.pack_or_data import open_readable
from reportgen.build.synthetic import Size, start_synthetic
from reportgen.dataset import part
from reportgen.dataset.exporting import export_dataset

MOST = 2.5
"""n log n and a little for what is done once; a square would be 4."""

INDICATORS = [
    "indicator",
    "name_zh",
    "label_en",
    "label_zh",
    "unit",
    "round_to",
    "direction",
    "kind",
    "parent",
]
AREAS = ["ref_area", "label_en", "label_zh", "kind", "parent"]
SOURCES = ["source", "title", "author", "publisher", "published", "accessed", "url", "language", "kind"]
OBSERVATIONS = ["obs_id", "indicator", "ref_area", "period", "measure", "value", "unit_mult", "source"]
TARGETS = ["target", "indicator", "ref_area", "period", "operator", "value", "unit_mult", "plan"]
CITATIONS = ["subject", "source", "statement", "role"]
BREAKS = ["indicator", "ref_area", "period", "basis", "note"]


def dataset(
    folder: Path,
    *,
    areas: int = 4,
    indicators: int = 4,
    months: int = 24,
    targets: int = 0,
    breaks: int = 0,
    repeated: int = 0,
    unreadable: int = 0,
    unknown: int = 0,
    columns: int = 0,
) -> Path:
    """A dataset of so many areas, indicators and months; ``repeated`` rows state one figure, ``unreadable`` ones no number,
    ``unknown`` ones name codes that there are not."""
    places = [f"A{number:04}" for number in range(areas)]
    series = [f"i{number:03}" for number in range(indicators)]
    periods = [f"{1990 + number // 12}-{number % 12 + 1:02}" for number in range(months)]
    rows = [
        ["", one, place, period, "level", f"{100 + (at * 7 + number * 3) % 40}.{number % 10}", "8", "s"]
        for at, one in enumerate(series)
        for place in places
        for number, period in enumerate(periods)
    ]
    rows += [
        [f"r{at}", series[0], places[0], periods[0], "level", f"{at}.5", "8", "s"] for at in range(repeated)
    ]
    rows += [
        [f"u{at}", series[0], places[0], "2040-01", "level", "many", "8", "s"] for at in range(unreadable)
    ]
    rows += [[f"x{at}", f"other{at}", places[0], "2040-01", "level", "1", "8", "s"] for at in range(unknown)]
    more = [f"own_{number}" for number in range(columns)]
    tables = {
        "indicators": [INDICATORS, *([one, f"指标{one}", one, one, "CNY", "7", "up", "flow", ""] for one in series)],
        "areas": [AREAS, *([place, place, place, "place", places[0] if place != places[0] else ""] for place in places)],
        "sources": [SOURCES, ["s", "Tables", "", "Office", "2030-01-01", "", "", "en", "table"]],
        "observations": [[*OBSERVATIONS, *more], *([*row, *more] for row in rows)],
        "targets": [TARGETS, *([f"t{at}", series[0], places[0], str(2030 + at % 60), "ge", "900", "8", f"p{at}"] for at in range(targets))],
        "citations": [CITATIONS, *([f"t{at}", "s", "90.0 billion yuan", "stated"] for at in range(targets))],
        "breaks": [BREAKS, *([series[at % indicators], places[at % areas], str(2031 + at), "inferred", "b"] for at in range(breaks))],
    }  # fmt: skip
    folder.mkdir()
    for name, lines in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    return folder


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, Python's own and ours."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    gc.collect()
    gc.disable()  # what other tests left to be cleared away is not counted
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
        gc.enable()
    return count


GROWING = {
    "areas": (8, {"indicators": 2, "months": 12}),
    "indicators": (8, {"areas": 2, "months": 12}),
    "months": (48, {"areas": 2, "indicators": 2}),
    "targets": (12, {"areas": 2, "indicators": 2}),
    "breaks": (60, {"areas": 2, "indicators": 2}),
    "repeated": (80, {"areas": 2, "indicators": 2}),
    "unreadable": (80, {"areas": 2, "indicators": 2}),
    "unknown": (80, {"areas": 2, "indicators": 2}),
    "columns": (40, {"areas": 2, "indicators": 2}),
}


@pytest.mark.long_but_for("areas", "months")
@pytest.mark.parametrize("what", GROWING)
def test_checking_grows_with_the_data(tmp_path, what):
    size, also = GROWING[what]
    check(dataset(tmp_path / "warm", **also))  # what is made once and kept is made here
    once, twice = (
        calls(lambda path=path: check(path))
        for path in (
            dataset(tmp_path / "once", **{**also, what: size}),
            dataset(tmp_path / "twice", **{**also, what: 2 * size}),
        )
    )
    assert twice < MOST * once, (once, twice)


@pytest.mark.long_but_for("areas", "months")
@pytest.mark.parametrize("what", ["areas", "indicators", "months", "targets", "breaks"])
def test_a_listed_figure_costs_the_same_in_a_larger_dataset(tmp_path, what):
    size, also = GROWING[what]
    size = max(3, size // 4)
    open_readable(dataset(tmp_path / "warm", **also)).catalogue.all()
    costs = []
    for name, number in (("once", size), ("twice", 2 * size)):
        path = dataset(tmp_path / name, **{**also, what: number})
        listed: list[object] = []
        costs.append(
            calls(lambda path=path, listed=listed: listed.extend(open_readable(path).catalogue.all()))
        )
        costs[-1] /= len(listed)
    assert costs[1] < MOST / 2 * costs[0], costs


def test_one_figure_is_one_figure_s_work(tmp_path):
    """Beyond reading, an id costs no more in a dataset ten times as large."""
    small, large = (dataset(tmp_path / str(size), areas=size) for size in (3, 30))
    asked = "i001/A0001/1991-05/growth_computed"

    def beyond_reading(path: Path) -> int:
        opened = open_readable(path)
        opened.catalogue.get("i000/A0000/1991-05/level")  # the index of what there is
        return calls(lambda: opened.catalogue.get(asked))

    open_readable(small).catalogue.get(asked)
    assert beyond_reading(large) < 2 * beyond_reading(small)


def word_template(path: Path, paragraphs: list[str]) -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def excel_template(path: Path, cells: dict[str, str]) -> Path:
    workbook = openpyxl.Workbook()
    for address, text in cells.items():
        workbook.active[address] = text
    workbook.save(path)
    return path


class Linked(dict):
    """A record each of whose attributes leads to itself."""

    def __init__(self) -> None:
        super().__init__(value=1, next=self)


OF_A_TEMPLATE: dict[str, tuple[int, Callable[[int], list[str] | dict[str, str]]]] = {
    "tags of a text": (60, lambda size: ["{{ one.value }}"] * size),
    "tags of a paragraph": (60, lambda size: ["{{ one.value }}, " * size]),
    "attributes of a tag": (12, lambda size: ["{{ one" + ".next" * size + ".value }}"]),
    "turns of a loop": (200, lambda size: [f"{{%p for n in range({size}) %}}", "{{ n }}", "{%p endfor %}"]),
    "tags of a sheet": (30, lambda size: {f"A{row}": "{{ one.value }}" for row in range(1, size + 1)}),
    "columns of a sheet": (30, lambda size: {f"{get_column_letter(at)}1": "{{ one.value }}" for at in range(1, size + 1)}),
    "rows of a sheet": (
        200,
        lambda size: {"A1": f"{{% for n in range({size}) %}}", "A2": "{{ n }}", "B2": "=A2*2", "A3": "{% endfor %}"},
    ),
}  # fmt: skip
"""What grows in a template: how much of it at first, and the template of so much."""


@pytest.mark.long_but_for("tags of a text", "rows of a sheet")
@pytest.mark.parametrize("what", OF_A_TEMPLATE)
def test_a_template_costs_what_it_holds(tmp_path, what):
    size, parts = OF_A_TEMPLATE[what]
    suffix, make, fill = (
        (".xlsx", excel_template, fill_excel) if isinstance(parts(1), dict) else (".docx", word_template, fill_word)
    )  # fmt: skip

    def filling(size: int) -> int:
        template = make(tmp_path / f"{size}{suffix}", parts(size))  # type: ignore[arg-type]
        return calls(lambda: fill(template, {"one": Linked()}, tmp_path / f"out{size}{suffix}"))

    filling(1)
    once, twice = filling(size), filling(2 * size)
    assert twice < MOST * once, (once, twice)


OF_A_DEFINITION: dict[str, tuple[int, Callable[[int], str], Callable[[int], list[str]]]] = {
    "charts": (
        8,
        lambda size: "".join(
            f'[charts.c{at}]\ntitle = {{ en = "C {at}", zh = "图{at}" }}\nkind = "column"\nseries = [{{ indicator = "i000" }}]\n'
            "periods = { last = 6, like = \"month\" }\n"
            for at in range(size)
        ),
        lambda size: [f"{{{{ charts.c{at} }}}}" for at in range(size)],
    ),
    "columns of a table": (
        12,
        lambda size: '[tables.wide]\ntitle = { en = "Wide", zh = "宽表" }\nrows = ["i000", "i001"]\ncolumns = ['
        + ", ".join(
            f'{{ key = "c{at}", head = {{ en = "C {at}", zh = "列{at}" }}, value = ".yoy" }}' for at in range(size)
        )
        + "]\n",
        lambda _: ["{{ tables.wide }}"],
    ),
    "marks of sources": (40, lambda _: "", lambda size: ["{{ i000.mark }}"] * size),
    "marked figures": (40, lambda _: "", lambda size: ["{{ i000 }}"] * size),
}  # fmt: skip
"""What grows in a pack: how much of it at first, the definition and the template of so much."""


@pytest.mark.long
@pytest.mark.parametrize("what", OF_A_DEFINITION)
def test_a_pack_costs_what_it_shows(tmp_path, what):
    size, defined, shown = OF_A_DEFINITION[what]

    def work(size: int) -> tuple[int, int]:
        """The calls of a check and of a build."""
        folder = tmp_path / str(size)
        start_synthetic(folder, Size(areas=2, indicators=2, months=26))
        definition = (folder / "pack.toml").read_text("utf-8")
        head = definition[: definition.index("[[documents]]")].replace('["en", "zh"]', '["en"]')
        document = '[[documents]]\ntemplate = "own.docx"\noutput = "own.docx"\n'
        (folder / "pack.toml").write_text(head + document + defined(size), "utf-8")
        word_template(folder / "own.docx", shown(size))
        checking = calls(lambda: check(folder))
        return checking, calls(lambda: build(folder, output=folder / "out"))

    work(1)
    (check_once, build_once), (check_twice, build_twice) = work(size), work(2 * size)
    assert check_twice < MOST * check_once, (check_once, check_twice)
    assert build_twice < MOST * build_once, (build_once, build_twice)


def test_an_area_more_is_not_read_for_a_pack_of_one(tmp_path, monkeypatch):
    """Of a large dataset in a store that can, one area's pack costs about the same however many others there are."""
    monkeypatch.setattr(part, "LARGE", 10)
    costs = []
    for areas in (10, 20):
        pack = tmp_path / f"of-{areas}"
        start_synthetic(pack, Size(areas=areas, indicators=2, months=24))
        export_dataset(pack / "data", pack / "kept.sqlite")
        found: list[object] = []
        costs.append(
            calls(
                lambda pack=pack, found=found: found.append(
                    part.read_areas(pack / "kept.sqlite", frozenset({"S0003"}))
                )
            )
        )
        assert found[0]
    assert costs[1] < 1.3 * costs[0], costs
