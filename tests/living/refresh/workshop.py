"""A pack with revisable data, its documents, and the edits people make to them, written as Word writes them."""

import csv
import hashlib
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from reportgen.build.build import build
from reportgen.finished.open_document import open_finished
from reportgen.living.refresh.decisions import Decisions
from reportgen.living.refresh.refresh import Refreshed, refresh
from reportgen.ooxml import Package
from reportgen.periods import Period
from reportgen.word.located import paragraphs_of

ROOT = Path(__file__).parents[3]
BODY = "word/document.xml"

LEVEL = ("cq_cbec_trade_2021", "32.21", "33.56")
"""32.21 billion yuan become 33.56; 46.0% of the target become 47.9%."""
RISE_TO_FALL = ("cq_cbec_trade_2022m01_to_2022m05_yoy", "88.9", "-8.9")

MONTHLY = ROOT / "examples" / "trade-monthly"

Edit = Callable[[str], str]

_ROOM = TemporaryDirectory()
_BUILT: dict[str, Path] = {}
"""Folders of packs built in this run, by what they were built from."""


@dataclass(frozen=True)
class Workshop:
    """A copy of the examples with data of its own. ``marks``: how its pack marks figures."""

    folder: Path
    name: str = "plan-2025"
    marks: str = "bookmarks"

    @property
    def pack(self) -> Path:
        return self.folder / "examples" / self.name

    def built(self, file: str, into: str = "built") -> Path:
        """``file`` as the pack of this moment makes it. What several tests build alike is built once."""
        folder = self.folder / into
        if not (folder / file).exists():
            shutil.copytree(self._built(), folder, dirs_exist_ok=True)
        return folder / file

    def _built(self) -> Path:
        inputs = hashlib.sha256(self.marks.encode())
        inputs_of = (
            (self.folder / "data").glob("*.csv"),
            self.pack.rglob("*.*"),
            (self.folder / "templates").glob("*"),
        )
        for path in sorted(chain(*inputs_of)):
            inputs.update(path.read_bytes())
        key = inputs.hexdigest()
        if key not in _BUILT:
            _BUILT[key] = Path(mkdtemp(dir=_ROOM.name))
            build(self.pack, output=_BUILT[key])
        return _BUILT[key]

    def revise(self, *changes: tuple[str, str, str]) -> None:
        """Give observations (id, old value, new value) new values, and their sources the words for them."""
        for subject, old, new in changes:
            word = "decrease" if new.startswith("-") else "increase"
            for file, written in (("observations.csv", new), ("citations.csv", new.lstrip("-"))):
                path = self.folder / "data" / file
                lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
                mine = [line for line in lines if line.startswith(f"{subject},")]
                assert any(old in line for line in mine), f"{file} says no {old} of {subject}"
                path.write_text(
                    "".join(
                        line.replace(old, written).replace("increase", word) if line in mine else line
                        for line in lines
                    ),
                    encoding="utf-8",
                )

    def revise_all_levels(self) -> None:
        """Put a digit before every published level whose number its sources write in digits."""
        rows = self._rows("observations.csv")
        wanted = {
            row["obs_id"]: row["value"] for row in rows if row["measure"] == "level" and len(row["value"]) > 2
        }
        quoted = dict.fromkeys(wanted, True)
        cited = self._rows("citations.csv")
        for row in cited:
            if row["subject"] in wanted:
                number = _as_written(wanted[row["subject"]])
                quoted[row["subject"]] &= number.search(row["statement"]) is not None
        for row in rows:
            row["value"] = f"1{row['value']}" if quoted.get(row["obs_id"]) else row["value"]
        numbers: dict[str, set[str]] = {}  # of each statement: one may carry several observations
        for row in cited:
            if quoted.get(row["subject"]):
                numbers.setdefault(row["statement"], set()).add(wanted[row["subject"]])
        for row in cited:
            for number in sorted(numbers.get(row["statement"], set())):
                row["statement"] = _as_written(number).sub(
                    lambda found: f"1{found[0].replace(',', '')}", row["statement"]
                )
        self._write("observations.csv", rows)
        self._write("citations.csv", cited)

    def _rows(self, file: str) -> list[dict[str, str]]:
        with (self.folder / "data" / file).open(encoding="utf-8", newline="") as source:
            return list(csv.DictReader(source))

    def _write(self, file: str, rows: list[dict[str, str]]) -> None:
        with (self.folder / "data" / file).open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)

    def drop(self, subject: str) -> None:
        """Take an observation and its citations out of the data."""
        for file in ("observations.csv", "citations.csv"):
            path = self.folder / "data" / file
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            path.write_text(
                "".join(line for line in lines if not line.startswith(f"{subject},")), encoding="utf-8"
            )

    def edited(self, source: Path, *edits: Edit, part: str = BODY) -> Path:
        """The document after people edited it, who type plain spaces."""
        package = Package.open(source)
        xml = package.read(part).decode("utf-8").replace("\u00a0", " ")
        for edit in edits:
            changed = edit(xml)
            assert changed != xml
            xml = changed
        package.write(part, xml.encode("utf-8"))
        target = self.folder / f"edited-{source.name}"
        target.write_bytes(package.save())
        return target

    def refreshed(self, document: Path, *, take_data: bool = False, **options: bool) -> Refreshed:
        return refresh(document, self.pack, decisions=Decisions(take_data), **options)


def marked(document: Path) -> int:
    """How many figures a built Word document marks with bookmarks, counted in its XML."""
    return Package.open(document).read(BODY).count(b'w:name="_rg_f')


@cache
def months() -> Path:
    """The monthly pack of November 2024 and of December, in ``11`` and ``12``: built once in a run."""
    folder = Path(mkdtemp(dir=_ROOM.name))
    for month in ("11", "12"):
        build(MONTHLY, output=folder / month, period=Period.parse(f"2024-{month}"))
    return folder


def workshop(folder: Path, name: str = "plan-2025", marks: str = "bookmarks") -> Workshop:
    for part in ("examples", "templates", "data"):
        shutil.copytree(ROOT / part, folder / part)
    definition = folder / "examples" / name / "pack.toml"
    if marks != "bookmarks":
        definition.write_text(
            f'marks = "{marks}"\n{definition.read_text(encoding="utf-8")}', encoding="utf-8"
        )
    return Workshop(folder, name, marks)


def _as_written(value: str) -> re.Pattern[str]:
    """A number as a source writes it, with or without commas."""
    whole, _, decimals = value.partition(".")
    spelled = ",?".join(whole)
    return re.compile(rf"(?<![\d.,]){spelled}{re.escape('.' + decimals) if decimals else ''}(?![\d])")


# ---- what people see ---------------------------------------------------------------------------------------


def lines(document: bytes | Path) -> list[str]:
    """The text of every paragraph, with tracked changes accepted."""
    stories = open_finished(document).stories
    texts = [paragraph.text for blocks in stories.values() for paragraph in paragraphs_of(blocks)]
    return [text for text in texts if text.strip()]


def charts(document: bytes | Path) -> list[object]:
    return [
        tuple((one.name, one.categories, tuple(map(_text, one.values))) for one in chart.series)
        for chart in open_finished(document).snapshot().charts
    ]


def _text(value):
    return "" if value is None else str(value)


def line_with(document: bytes | Path, words: str) -> str:
    found = [line for line in lines(document) if words in line]
    assert found, f"no line says {words!r}"
    return found[0]


def xml_of(document: bytes | Path, part: str = BODY) -> str:
    """A part's XML; a space that does not break is a plain one."""
    return Package.open(document).read(part).decode("utf-8").replace("\u00a0", " ")


def changed_parts(one: bytes | Path, other: bytes | Path) -> set[str]:
    """The parts that differ in any byte."""
    first, second = Package.open(one), Package.open(other)
    assert first.names() == second.names()
    return {name for name in first.names() if first.read(name) != second.read(name)}


def rejected(document: bytes) -> bytes:
    """The document after all changes tracked by reportgen were rejected."""
    package = Package.open(document)
    xml = package.read(BODY).decode("utf-8")
    mine = r'[^>]*w:author="reportgen"[^>]*'
    xml = re.sub(
        rf"<w:tr\b(?:(?!</w:tr>).)*?<w:trPr>(?:(?!</w:trPr>).)*<w:ins {mine}/></w:trPr>.*?</w:tr>",
        "",
        xml,
        flags=re.DOTALL,
    )
    xml = re.sub(
        rf"<w:p\b[^>]*><w:pPr>(?:(?!</w:pPr>).)*<w:ins {mine}/>(?:(?!</w:pPr>).)*</w:pPr>(?:(?!</w:p>).)*</w:p>",
        "",
        xml,
        flags=re.DOTALL,
    )
    xml = re.sub(rf"<w:(?:ins|del) {mine}/>", "", xml)
    xml = re.sub(rf"<w:ins {mine}>.*?</w:ins>", "", xml, flags=re.DOTALL)
    xml = re.sub(rf"<w:del {mine}>(.*?)</w:del>", r"\1", xml, flags=re.DOTALL)
    package.write(BODY, xml.replace("w:delText", "w:t").encode("utf-8"))
    return package.save()


# ---- what people do ----------------------------------------------------------------------------------------


def typed_over(old: str, new: str) -> Edit:
    """Type over a text that stands in one run, the first time it comes."""
    return lambda xml: xml.replace(f">{old}<", f">{new}<", 1)


def replaced(old: str, new: str) -> Edit:
    return lambda xml: xml.replace(old, new, 1)


def split_by_word(text: str) -> Edit:
    """Word cut a number into runs while it was spell-checked and edited; its middle is bold now."""

    def edit(xml: str) -> str:
        at = xml.index(f">{text}</w:t></w:r>") + 1
        head, middle, tail = text[:2], text[2:-1], text[-1:]
        pieces = (
            f'{head}</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr>'
            f'<w:t>{middle}</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r w:rsidRPr="00AB12CD"><w:t>{tail}'
        )
        return xml[:at] + pieces + xml[at + len(text) :]

    return edit


def paragraph_with(xml: str, words: str) -> str:
    found = [
        item
        for item in re.findall(r"<w:p>(?:(?!</w:p>).)*</w:p>", xml, re.DOTALL)
        if words in re.sub("<[^>]*>", "", item)
    ]
    assert found, f"no paragraph says {words!r}"
    return str(found[0])


def paragraph_deleted(words: str) -> Edit:
    return lambda xml: xml.replace(paragraph_with(xml, words), "", 1)


def paragraph_moved_to_end(words: str) -> Edit:
    def edit(xml: str) -> str:
        moved = paragraph_with(xml, words)
        at = xml.rindex("<w:sectPr>")
        return xml[:at].replace(moved, "", 1) + moved + xml[at:]

    return edit


def paragraph_after(words: str, new: str) -> Edit:
    """A paragraph of people's own behind another."""

    def edit(xml: str) -> str:
        before = paragraph_with(xml, words)
        return xml.replace(before, before + new, 1)

    return edit


def row_deleted(words: str) -> Edit:
    def edit(xml: str) -> str:
        rows = re.findall(r"<w:tr>(?:(?!</w:tr>).)*</w:tr>", xml, re.DOTALL)
        row = next(item for item in rows if words in re.sub("<[^>]*>", "", item))
        return xml.replace(row, "", 1)

    return edit


def row_label(xml: str, words: str) -> str:
    """What the first row that says ``words`` is about."""
    rows = re.findall(r"<w:tr>(?:(?!</w:tr>).)*</w:tr>", xml, re.DOTALL)
    row = next(item for item in rows if words in re.sub("<[^>]*>", "", item))
    return re.sub("<[^>]*>", "", row[: row.index("</w:tc>")])


_MARKED = re.compile(
    r'<w:sdt>(?:(?!</w:sdt>).)*</w:sdt>|<w:bookmarkStart w:id="(\d+)" w:name="_rg_\w+"/>.*?<w:bookmarkEnd w:id="\1"/>',
    re.DOTALL,
)


def figure_with(xml: str, text: str) -> str:
    """The first figure that shows a text, with its mark."""
    found = [item[0] for item in _MARKED.finditer(xml) if f">{text}<" in item[0]]
    assert found, f"no figure shows {text!r}"
    return found[0]


def run_of(figure: str) -> str:
    """The run of a figure, without its mark."""
    return figure[figure.index("<w:r>") : figure.index("</w:r>") + len("</w:r>")]


def own_paragraph(*pieces: str) -> str:
    """A paragraph of people's own: texts, and figures pasted with their marks."""
    runs = [
        piece
        if piece.startswith(("<w:sdt>", "<w:bookmarkStart"))
        else f'<w:r w:rsidR="00C0FFEE"><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for piece in pieces
    ]
    return f'<w:p w:rsidR="00C0FFEE">{"".join(runs)}</w:p>'
