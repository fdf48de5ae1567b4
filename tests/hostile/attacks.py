"""Files that attack, each made from a sound one by a few bytes; ``python -m tests.hostile.attacks`` prints a table of what they came to."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from click.testing import CliRunner

from reportgen.cli import main as command
from tests.build.packs import pack
from tests.hostile import tables
from tests.hostile.built_documents import FIGURE, LINEAGE, MARKS, RECORDS, TEXTS, built
from tests.hostile.changes import ARCHIVES, PARTS, SHEETS
from tests.hostile.damaged import bomb, damaged, wrong_checksum
from tests.ooxml.files import document, workbook


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
