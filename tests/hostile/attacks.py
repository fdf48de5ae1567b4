"""Files that attack, each made from a sound one by a few bytes; ``python -m tests.hostile.attacks`` prints a table of what they came to."""

from __future__ import annotations

import io
import re
import struct
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from click.testing import CliRunner

from reportgen.cli import main as command
from tests.build.packs import pack
from tests.hostile import tables
from tests.hostile.built_documents import FIGURE, LINEAGE, MARKS, RECORDS, TEXTS, built
from tests.hostile.damaged import CHANGES, bomb, damaged, wrong_checksum
from tests.ooxml.files import document, workbook

Change = Callable[[bytes], bytes]

# ---- archives -----------------------------------------------------------------------------------------------


def _rezipped(sound: bytes, change: Callable[[zipfile.ZipFile, zipfile.ZipFile], None]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sound)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
        change(source, target)
    return made.getvalue()


def _with_member(name: str, data: bytes = b"<a/>") -> Change:
    def add(_: zipfile.ZipFile, target: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("x")
        info.filename = name
        target.writestr(info, data)

    return lambda sound: _rezipped(sound, add)


def _many(count: int) -> Change:
    def add(_: zipfile.ZipFile, target: zipfile.ZipFile) -> None:
        for number in range(count):
            target.writestr(f"x/{number}.bin", b"")

    return lambda sound: _rezipped(sound, add)


def _central(sound: bytes) -> tuple[int, int]:
    """Where the central directory begins, and the end record."""
    end = sound.rindex(b"PK\x05\x06")
    return struct.unpack("<I", sound[end + 16 : end + 20])[0], end


def _directory_field(offset: int, size: str, value: int) -> Change:
    """Another value in the first entry of the directory."""

    def change(sound: bytes) -> bytes:
        at = _central(sound)[0] + offset
        return sound[:at] + struct.pack(size, value) + sound[at + struct.calcsize(size) :]

    return change


def _overlapping(sound: bytes) -> bytes:
    """Every entry of the directory points at the first file."""
    start, end = _central(sound)
    directory = bytearray(sound[start:end])
    first = None
    for found in re.finditer(b"PK\x01\x02", bytes(directory)):
        place = found.start() + 42
        first = first if first is not None else bytes(directory[place : place + 4])
        directory[place : place + 4] = first
    return sound[:start] + bytes(directory) + sound[end:]


def _twice(sound: bytes) -> bytes:
    return _rezipped(
        sound,
        lambda source, target: target.writestr(first := source.namelist()[0], source.read(first)),
    )


def _without(part: str) -> Change:
    def change(sound: bytes) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(sound)) as source, zipfile.ZipFile(made, "w") as target:
            for name in source.namelist():
                if name != part:
                    target.writestr(name, source.read(name))
        return made.getvalue()

    return change


ARCHIVES: dict[str, Change] = {
    "empty": lambda sound: b"",
    "one byte": lambda sound: b"P",
    "text": lambda sound: b"hello",
    "half": lambda sound: sound[: len(sound) // 2],
    "no directory": lambda sound: sound[: _central(sound)[0]],
    "zeros": lambda sound: bytes(len(sound)),
    "zeros in the middle": lambda sound: sound[:200] + bytes(400) + sound[600:],
    "more behind": lambda sound: sound + b"x" * 70_000,
    "more before": lambda sound: b"x" * 1000 + sound,
    "entries that overlap": _overlapping,
    "a part twice": _twice,
    "a part twice by case": _with_member("[content_types].XML"),
    "a name that climbs": _with_member("../../evil.xml"),
    "an absolute name": _with_member("/etc/passwd"),
    "a drive": _with_member("C:/x.xml"),
    "a backslash": _with_member("word\\evil.xml"),
    "a NUL": _with_member("a\0b.xml"),
    "an empty step": _with_member("word//x.xml"),
    "a control character": _with_member("a\x1b[2J.xml"),
    "a name of 60,000 characters": _with_member("a" * 60_000 + ".xml"),
    "30,000 entries": _many(30_000),
    "an unknown method": _directory_field(10, "<H", 99),
    "LZMA": _directory_field(10, "<H", 14),
    "encrypted": _directory_field(8, "<H", 1),
    "a size too small": _directory_field(24, "<I", 3),
    "a size too large": _directory_field(24, "<I", 4_000_000),
    "a size of 4 GiB": _directory_field(24, "<I", 0xFFFFFFFE),
    "zip64 without its record": _directory_field(24, "<I", 0xFFFFFFFF),
    "a packed size too large": _directory_field(20, "<I", 90_000_000),
    "a place beyond the end": _directory_field(42, "<I", 90_000_000),
    "no content types": _without("[Content_Types].xml"),
    "no relationships": _without("_rels/.rels"),
}

# ---- parts --------------------------------------------------------------------------------------------------

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b0 "lol">'
    + b"".join(b'<!ENTITY b%d "%s">' % (number, b"&b%d;" % (number - 1) * 10) for number in range(1, 12))
    + b"]><a>&b11;</a>"
)
PARTS: dict[str, Change] = {
    **CHANGES,
    "laughs": lambda data: LAUGHS,
    "an entity of the machine": lambda data: (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    ),
    "UTF-16 said, UTF-8 meant": lambda data: (
        data.replace(b'"UTF-8"', b'"UTF-16"', 1)
        if b'"UTF-8"' in data
        else b'<?xml version="1.0" encoding="UTF-16"?>' + data
    ),
    "a NUL": lambda data: data[:200] + b"\0" + data[200:],
    "a text of 40 MB": lambda data: data.replace(b"</", b"<x>" + b"y" * 40_000_000 + b"</x></", 1),
    "a million elements": lambda data: (
        data[: data.rindex(b"</")] + b"<x/>" * 1_000_000 + data[data.rindex(b"</") :]
    ),
    "a name of a million characters": lambda data: (
        data[: data.rindex(b"</")] + b"<" + b"y" * 1_000_000 + b"/>" + data[data.rindex(b"</") :]
    ),
    "an attribute of 5 MB": lambda data: (
        data[: data.rindex(b"</")] + b'<x y="' + b"z" * 5_000_000 + b'"/>' + data[data.rindex(b"</") :]
    ),
    "an attribute of 20 MB": lambda data: (
        data[: data.rindex(b"</")] + b'<x y="' + b"z" * 20_000_000 + b'"/>' + data[data.rindex(b"</") :]
    ),
    "a comment that does not end": lambda data: data + b"<!-- ",
    "cdata that does not end": lambda data: data + b"<![CDATA[",
    "only a declaration": lambda data: b'<?xml version="1.0"?>',
    "spaces": lambda data: b" " * 1000,
    "a bomb": lambda data: data + b" " * 200_000_000,
}

# ---- sheets: what is well-formed and means nothing ----------------------------------------------------------


def _in_sheet(old: str, new: str) -> Change:
    def change(data: bytes) -> bytes:
        assert re.search(old.encode(), data), old
        return re.sub(old.encode(), lambda _: new.encode(), data, count=1)

    return change


def _before_end(text: str) -> Change:
    return _in_sheet("</sheetData>", f"</sheetData>{text}")


SHEETS: dict[str, Change] = {
    "row 99999999999": _in_sheet('<row r="1"', '<row r="99999999999"'),
    "row -1": _in_sheet('<row r="1"', '<row r="-1"'),
    "row x": _in_sheet('<row r="1"', '<row r="x"'),
    "cell ZZZZZZ1": _in_sheet('<c r="A1"', '<c r="ZZZZZZ1"'),
    "cell 1A": _in_sheet('<c r="A1"', '<c r="1A"'),
    "cell without an address": _in_sheet('<c r="A1"', "<c"),
    "a string that is not there": _in_sheet('t="s"><v>0</v>', 't="s"><v>99999999</v>'),
    "a string -1": _in_sheet('t="s"><v>0</v>', 't="s"><v>-1</v>'),
    "a string x": _in_sheet('t="s"><v>0</v>', 't="s"><v>x</v>'),
    "a style that is not there": _in_sheet('<c r="A1"', '<c s="99999" r="A1"'),
    "a style x": _in_sheet('<c r="A1"', '<c s="x" r="A1"'),
    "an unknown type": _in_sheet('t="s"', 't="zz"'),
    "a number of a million digits": _in_sheet("<v>1</v>", f"<v>{'9' * 1_000_000}</v>"),
    "1e999999999": _in_sheet("<v>1</v>", "<v>1e999999999</v>"),
    "NaN": _in_sheet("<v>1</v>", "<v>NaN</v>"),
    "a boolean 7": _in_sheet("><v>1</v>", ' t="b"><v>7</v>'),
    "an error that is none": _in_sheet("><v>1</v>", ' t="e"><v>#WHAT!</v>'),
    "a date x": _in_sheet("><v>1</v>", ' t="d"><v>99999-99-99</v>'),
    "brackets in a formula": _in_sheet("<v>1</v>", f"<f>{'(' * 5000}1{')' * 5000}</f><v>1</v>"),
    "an array over all": _in_sheet("<v>1</v>", '<f t="array" ref="A1:XFD1048576">1</f><v>1</v>'),
    "a shared formula without a head": _in_sheet("<v>1</v>", '<f t="shared" si="7"/><v>1</v>'),
    "an array of x": _in_sheet("<v>1</v>", '<f t="array" ref="x">1</f><v>1</v>'),
    "merged over all": _before_end('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "merged x": _before_end('<mergeCells count="1"><mergeCell ref="x:y"/></mergeCells>'),
    "a million merged": _before_end("<mergeCells>" + "".join(f'<mergeCell ref="B{n}:C{n}"/>' for n in range(1, 100_001)) + "</mergeCells>"),
    "conditional x": _before_end('<conditionalFormatting sqref="x"><cfRule type="zz" priority="x"/></conditionalFormatting>'),
    "validation over all": _before_end('<dataValidations count="x"><dataValidation sqref="A1:XFD1048576 x" type="zz"><formula1>((((</formula1></dataValidation></dataValidations>'),
    "a filter x": _before_end('<autoFilter ref="x"/>'),
    "columns x": _in_sheet("<sheetData>", '<cols><col min="x" max="99999999" width="NaN"/></cols><sheetData>'),
    "a dimension of all": _in_sheet('<dimension ref="[^"]*"/>', '<dimension ref="A1:XFD1048576"/>'),
    "a dimension x": _in_sheet('<dimension ref="[^"]*"/>', '<dimension ref="x"/>'),
    "a drawing that is not there": _before_end('<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/>'),
    "a hyperlink that is not there": _before_end('<hyperlinks><hyperlink ref="x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/></hyperlinks>'),
}  # fmt: skip

LAST_ROW = _in_sheet('<row r="1"', '<row r="1048576"')


@dataclass(frozen=True)
class Attack:
    """A file, its name and the commands it is handed to, each a line in which ``@`` is its folder, ``%`` itself and ``&`` its suffix."""

    kind: str
    name: str
    file: str
    data: Callable[[], bytes]
    lines: tuple[str, ...]
    may_pass: bool = False
    """Whether it may be read as if it were sound, for it does no harm."""


AS_DOCUMENT = (
    "audit %",
    "refresh % --pack @pack -o @new",
    "explain % x",
    "release % -o @new",
    "page % -o @new.html",
    "check @pack",
)
AS_TABLE = ("import % --recipe @R.toml --into @new --dry-run", "import % --draft -o @new.toml")
AS_WORKBOOK = (
    *AS_DOCUMENT,
    "check %",
    "figures %",
    *AS_TABLE,
    "form collect % --into @pack/data",
    "compare % @pack/data",
)
AS_BUILT = (
    "audit %",
    "audit % --pack @pack",
    "refresh % --pack @pack -o @new&",
    f"explain % {FIGURE}",
    "page % -o @new.html",
    "release % -o @new&",
)
DATASET = "indicators"


@lru_cache
def _sound(kind: str) -> bytes:
    return (
        document("x {{ cbec_trade }}")
        if kind == "docx"
        else workbook([["indicator", 1], ["{{ cbec_trade }}", 2]])
    )


def attacks() -> Iterator[Attack]:
    """Every attack by a package: archives, parts, sheets, finished documents."""
    yield from of_built_documents()
    yield from of_tables()
    for kind in ("docx", "xlsx"):
        file = f"hostile.{kind}"
        lines = AS_DOCUMENT if kind == "docx" else AS_WORKBOOK
        for name, change in ARCHIVES.items():
            may_pass = name in (
                "a NUL",
                "more behind",
                "more before",
                "a size too large",
                "a control character",
                "a name of 60,000 characters",
            )
            yield Attack(
                "archive", name, file, lambda change=change, kind=kind: change(_sound(kind)), lines, may_pass
            )
        parts = ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "docProps/core.xml") if kind == "docx" else (
            "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml")  # fmt: skip
        for part in parts:
            yield Attack(
                "checksum", part, file, lambda part=part, kind=kind: wrong_checksum(_sound(kind), part), lines
            )
            for name, change in PARTS.items():
                make = (lambda part=part, kind=kind: bomb(_sound(kind), part)) if name == "a bomb" else (
                    lambda part=part, change=change, kind=kind: damaged(_sound(kind), part, change))  # fmt: skip
                yield Attack("part", f"{part}: {name}", file, make, lines, name in HARMLESS)
    for name, change in SHEETS.items():
        make = lambda change=change: damaged(_sound("xlsx"), "xl/worksheets/sheet1.xml", change)  # noqa: E731
        yield Attack("sheet", name, "hostile.xlsx", make, AS_WORKBOOK, True)


def of_built_documents() -> Iterator[Attack]:
    """Attacks by documents that a build made: their lineage is read, so that what comes after it is reached."""
    for kind in ("docx", "xlsx"):
        marks = MARKS if kind == "docx" else {}
        for part, changes in (
            (LINEAGE, RECORDS),
            (TEXTS[kind], marks),
            (LINEAGE, PARTS),
            (TEXTS[kind], PARTS),
        ):
            for name, change in changes.items():
                if name == "a bomb":
                    continue  # it is refused before any part is read, as in other documents
                make = lambda part=part, change=change, kind=kind: damaged(built(kind), part, change)  # noqa: E731
                of_kind = "part" if changes is PARTS else "record"
                may_pass = changes is not PARTS or name in HARMLESS
                yield Attack(f"built {of_kind}", f"{part}: {name}", f"built.{kind}", make, AS_BUILT, may_pass)


def of_tables() -> Iterator[Attack]:
    """Attacks by published tables of every kind."""
    for kind in ("ods", "xlsb"):
        for name, change in ARCHIVES.items():
            make = lambda kind=kind, change=change: change(tables.table(kind))  # noqa: E731
            yield Attack("table", f"{kind}: {name}", f"hostile.{kind}", make, AS_TABLE, True)
    for name, change in PARTS.items():
        if name != "a bomb":
            make = lambda change=change: damaged(tables.table("ods"), "content.xml", change)  # noqa: E731
            yield Attack("table", f"ods: {name}", "hostile.ods", make, AS_TABLE, name in HARMLESS)
    for kind in tables.KINDS:
        for name in ("empty", "one byte", "text", "half", "zeros", "zeros in the middle", "more behind"):
            make = lambda kind=kind, name=name: ARCHIVES[name](tables.table(kind))  # noqa: E731
            yield Attack("table", f"{kind}: {name}", f"hostile.{kind}", make, AS_TABLE, True)
    for name, make in {**tables.FAR, **tables.OTHERS}.items():
        yield Attack(
            "table",
            name,
            f"hostile.{tables.suffix_of(name)}",
            make,
            AS_TABLE,
            name not in tables.FAR or name in tables.READ,
        )


HARMLESS = (
    "a text of 40 MB",
    "a million elements",
    "an attribute of 5 MB",
    "spaces",
)


@dataclass(frozen=True)
class Outcome:
    """What an attack by one command line came to; ``wrong`` says what was not right with it."""

    attack: Attack
    line: str
    seconds: float
    mib: int
    """Memory that the command took beyond what was there."""
    code: int
    said: str
    wrong: str


def carried_out(attack: Attack, folder: Path, lines: tuple[str, ...] = ()) -> Iterator[Outcome]:
    """Hand the file to every command of the attack, or to ``lines`` of them. ``folder`` holds a sound pack and a recipe."""
    path = folder / attack.file
    path.write_bytes(attack.data())
    for line in lines or attack.lines:
        template = folder / "pack" / ("brief.docx" if attack.file.endswith("docx") else "book.xlsx")
        kept = template.read_bytes()
        if line == "check @pack":
            template.write_bytes(path.read_bytes())
        said = line.replace("&", path.suffix)
        words = [word.replace("@", f"{folder}/").replace("%", str(path)) for word in said.split()]
        held = _peak_reset()
        start = time.perf_counter()
        done = CliRunner().invoke(command, [*words, "--language", "en"])
        seconds = time.perf_counter() - start
        template.write_bytes(kept)
        yield Outcome(
            attack,
            line,
            seconds,
            _peak() - held,
            done.exit_code,
            done.output,
            _wrong(attack, done.exit_code, done.output, folder, done.exception),
        )


def _peak_reset() -> int:
    """Have the kernel count the peak anew from here; the memory in MiB that is held now."""
    Path("/proc/self/clear_refs").write_text("5")
    return _peak()


def _peak() -> int:
    """The most memory this process has held since the last :func:`_peak_reset`, in MiB; 0 on other systems."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) // 1024 if found else 0


def table(outcomes: Iterable[Outcome]) -> str:
    """Attacks by kind and command: how many, how many were refused (exit 2), told in findings (1) or read without harm (0), the longest
    and the most memory."""
    cells: dict[tuple[str, str], list[Outcome]] = {}
    for one in outcomes:
        cells.setdefault((one.attack.kind, one.line.split()[0]), []).append(one)
    lines = [
        f"{'attack':13} {'command':8} {'runs':>5} {'refused':>8} {'told':>5} {'read':>5} {'wrong':>5} {'longest':>8} {'memory':>9}"
    ]
    for (kind, name), made in sorted(cells.items()):
        codes = [one.code for one in made]
        wrong, longest = sum(bool(one.wrong) for one in made), max(one.seconds for one in made)
        lines.append(
            f"{kind:13} {name:8} {len(made):5} {codes.count(2):8} {codes.count(1):5} {codes.count(0):5} {wrong:5} {longest:6.1f} s {max(one.mib for one in made):5} MiB"
        )
    return "\n".join(lines)


_FILE = re.compile(r"(?<![\w.])[\w.]{1,60}\.(?:docx|xlsx|xlsb|xls|ods|csv)")
"""The name of a file that was attacked; no longer one, since a record may hold a word of a million letters."""
FOREIGN = re.compile(
    r"invalid literal|could not convert|Exceeds the limit|AttValue|not well-formed|mismatched tag|xmlns|huge text|unpack requires"
    r"|Expecting |Extra data|codec can't|NoneType|has no attribute|object is not|out of range|out of bounds|InvalidOperation|conversion from"
    r"|disk image|Parquet magic|Thrift|Invalid statement|Unterminated|line \d+, column|syntax error"
)
"""What Python and the libraries say of files that they cannot read."""


def _wrong(attack: Attack, code: int, said: str, folder: Path, error: BaseException | None) -> str:
    if error is not None and not isinstance(error, SystemExit):
        return f"raised {type(error).__name__}: {error}"
    if "error of its own" in said or "reportgen's own" in said or "Traceback" in said:
        return "an error of our own"
    written = list(folder.glob("new*"))
    for file in written:
        file.unlink()
    if written and not (attack.may_pass and code in (0, 1)):
        return "wrote something"
    if code == 0 and not attack.may_pass:
        return "passed"
    sentences = [
        line for line in said.splitlines() if not line.startswith("…")
    ]  # a slow machine is told what is read
    if code == 2 and len(sentences) != 1:
        return "not one sentence"
    if any(char in said for char in "\x1b\0"):
        return "printed a control character"
    if found := FOREIGN.search(said):
        return f"said {found[0]!r}, which is not ours"
    files = set(_FILE.findall(said))
    if code == 2 and not files & {attack.file, "brief.docx", "book.xlsx"} and FIGURE not in said:
        return "did not name the file"
    return ""


def prepared(folder: Path) -> Path:
    """A folder with a sound pack and a recipe."""
    from tests.intake.made import Desk

    pack(folder / "pack")
    Desk(folder).recipe()
    return folder


def main() -> None:
    wanted = " ".join(sys.argv[1:])
    made = []
    with tempfile.TemporaryDirectory() as name:
        folder = prepared(Path(name))
        for attack in attacks():
            if wanted not in f"{attack.kind}: {attack.name}":
                continue
            for outcome in carried_out(attack, folder):
                made.append(outcome)
                if outcome.wrong or outcome.seconds > 3:
                    print(
                        f"{attack.file[-4:]} {attack.kind} {attack.name} | {outcome.line} | {outcome.seconds:.1f} s | {outcome.code} {outcome.wrong} | {outcome.said[:200]!r}",
                        flush=True,
                    )
    print(table(made))
    print(f"{len(made)} attacks carried out, {sum(bool(one.wrong) for one in made)} not as they should be")


if __name__ == "__main__":
    main()
