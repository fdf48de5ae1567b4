"""Texts that would command a terminal, planted wherever a file of any kind can hold a text; ``python -m tests.hostile.escapes`` runs all.

Each is planted once, the commands that read the file are run as on a terminal with colours, and nothing of it may come out raw.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from click.testing import CliRunner

from reportgen.cli import main as command
from reportgen.ooxml import Package
from tests.build.packs import pack
from tests.hostile.built_documents import FIGURE
from tests.hostile.damaged import damaged
from tests.intake.forms.desk import HEADS, TRADE, FormDesk
from tests.intake.made import Desk

PLANT = "\x1b[35mQ\x1b[2J\x1b]0;t\x07\x9b32m\u202e\u2066\u200f\u061c\x85\rQ"
"""Colour, clearing, a window's title, C1 controls, turned writing, a line begun again."""
IN_XML = "\x9b32m\u202e\u2066\u200f\u061c\x85&#13;_x001B_[35mQ"
"""What of it XML can hold; a workbook has a spelling for the rest."""
RAW = re.compile(
    r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\x1b(?!\[(?:0|1|31|33|36)m)"
)
"""What no command may print: all but the colours that ours are."""
_STRING = re.compile(r'(?<!")"([^"\n]*)"(?!")')
_TEXT = re.compile(rb"(<(?:\w+:)?t(?: [^>]*)?>)([^<]+)")

Variant = tuple[str, bytes]
"""What was planted where, and the file's new bytes."""


def in_table(data: bytes) -> Iterator[Variant]:
    """A plant in every column, and in its head."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    for column, head in enumerate(rows[0]):
        for where, planted in (("cells", range(1, len(rows))), ("head", range(1))):
            changed = [
                [text + PLANT if number in planted and at == column else text for at, text in enumerate(row)]
                for number, row in enumerate(rows)
            ]
            written = io.StringIO(newline="")
            csv.writer(written).writerows(changed)
            yield f"{where} of {head}", written.getvalue().encode("utf-8-sig")


def in_toml(data: bytes) -> Iterator[Variant]:
    """A plant in every text, and in a key of its own."""
    text = data.decode("utf-8")
    spelled = json.dumps(PLANT)[1:-1].replace("\x7f", "\\u007f")
    for found in _STRING.finditer(text):
        yield found[0], (text[: found.end(1)] + spelled + text[found.end(1) :]).encode()
    yield "a key", f'"{spelled}" = 1\n{text}'.encode()
    yield "no TOML", f"{PLANT} = \n{text}".encode()


def in_json(data: bytes) -> Iterator[Variant]:
    """A plant in every kind of text: by the names that lead to it."""
    whole = json.loads(data)
    for path in sorted(set(_paths(whole))):
        yield ".".join(path), json.dumps(_planted(whole, path), ensure_ascii=False).encode()
    yield "no JSON", f'{{"{PLANT}'.encode()


def _paths(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _paths(inner, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from _paths(inner, path)
    elif isinstance(value, str):
        yield path


def _planted(value: Any, path: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_planted(inner, path) for inner in value]
    if isinstance(value, dict) and path:
        return {
            name: _planted(inner, path[1:]) if name == path[0] else inner for name, inner in value.items()
        }
    return value + PLANT if isinstance(value, str) and not path else value


def in_package(data: bytes) -> Iterator[Variant]:
    """A plant in the texts of each part, and in every attribute of its lineage and its list of sheets."""
    package = Package.open(data)
    for part in package.names():
        if not part.endswith((".xml", ".rels")):
            continue
        xml = package.read(part)
        text = _TEXT.sub(rb"\1\2" + IN_XML.encode(), xml)
        if text != xml:
            yield f"texts of {part}", damaged(data, part, lambda _, text=text: text)
        if part.startswith("customXml/item") or part in ("xl/workbook.xml", "docProps/core.xml"):
            for name, changed in _attributes(xml):
                yield f"{name} of {part}", damaged(data, part, lambda _, changed=changed: changed)


def _attributes(xml: bytes) -> Iterator[Variant]:
    kinds = dict.fromkeys(
        (element, name)
        for element, inside in re.findall(rb"<([\w:]+)((?:\s[\w:]+=\"[^\"]*\")+)", xml)
        for name in re.findall(rb"\s([\w:]+)=", inside)
        if not name.startswith(b"xmlns")
    )
    for element, name in kinds:
        pattern = rb"(<" + element + rb'(?:\s[\w:]+="[^"]*")*?\s' + name + rb'="[^"]*)"'
        yield f"{element.decode()} {name.decode()}", re.sub(pattern, rb"\1" + IN_XML.encode() + b'"', xml)


def in_template(data: bytes) -> Iterator[Variant]:
    """A plant beside the tags, in a tag, and in a name."""
    for name, tag in (
        ("a text", "{{ cbec_trade }}"),
        ("a word", "{{ 'Q' }}"),
        ("an unknown name", "{{ Q }}"),
        ("an item", "{{ pack['Q'] }}"),
        ("an unknown statement", "{% Q %}"),
        ("a function", "{{ table('Q') }}"),
    ):
        planted = escape(tag).replace("Q", f"Q{IN_XML}Q") + (IN_XML if name == "a text" else "")
        changed = re.sub(rb"\{\{[^}]*\}\}", lambda _, planted=planted: planted.encode(), data)
        yield name, changed


def templates(data: bytes) -> Iterator[Variant]:
    package = Package.open(data)
    for part in package.names():
        xml = package.read(part)
        if b"{{" in xml:
            for name, changed in in_template(xml):
                yield f"{name} of {part}", damaged(data, part, lambda _, changed=changed: changed)


@dataclass(frozen=True)
class Scene:
    """A folder that ``prepare`` makes; of each file how texts are planted in it and which commands read it."""

    prepare: Callable[[Path], None]
    files: dict[str, tuple[Callable[[bytes], Iterator[Variant]], tuple[str, ...]]]


def run(line: str, folder: Path) -> Any:
    words = [word.replace("@", f"{folder}/") for word in line.split(" ")]
    return CliRunner().invoke(command, [*words, "--language", "en"], color=True)


def _pack(folder: Path) -> None:
    pack(folder)
    for line in (
        "build @ -o @out",
        "release @out/brief-en.docx -o @public.docx",
        "export @ --to @data.sqlite",
        "export @ --to @data.xlsx",
    ):
        assert run(line, folder).exit_code == 0, line
    edited = Package.open((folder / "out/brief-en.docx").read_bytes()).read("word/document.xml")
    for name, old, new in (("edited", b"32.21", b"35.5"), ("other", b"Small pack", b"Little pack")):
        changed = edited.replace(old, new)
        (folder / f"{name}.docx").write_bytes(
            damaged((folder / "out/brief-en.docx").read_bytes(), "word/document.xml", lambda _, changed=changed: changed)
        )  # fmt: skip
    run("audit @edited.docx --accept @accepted.csv", folder)
    for table in (folder / "data").glob("*.csv"):
        table.write_bytes(table.read_bytes().replace(b"32.21", b"33.56"))
    run("refresh @edited.docx --pack @ -o @new.docx --decide @decisions.csv", folder)
    (folder / "new.docx").unlink(missing_ok=True)
    assert (folder / "accepted.csv").is_file()
    assert (folder / "decisions.csv").is_file()


def _published(folder: Path) -> None:
    desk = Desk(folder)
    desk.table()
    desk.recipe()


def _form(folder: Path) -> None:
    desk = FormDesk(folder)
    desk.filled(lambda sheet, _: sheet.cell(TRADE, HEADS["value"], 12.5))


_DATA = ("check @", "figures @", "figures @ --csv", "figures @ --json", "fields @", f"explain @ {FIGURE}", "build @ -o @out", "page @ -o @page.html", "export @ --to @copy", "compare @out/pack.json @",
         "refresh @edited.docx --pack @ -o @new.docx --overwrite", "form export @data -o @forms")  # fmt: skip
_DOCUMENT = ("audit @{0}", "audit @{0} --pack @ --json", "explain @{0} --all", "page @{0} -o @page.html", "release @{0} -o @released{1}", "refresh @{0} --pack @ -o @new{1} --overwrite", "compare @{0} @out/{2}")  # fmt: skip


def _of(name: str, built: str) -> tuple[str, ...]:
    return tuple(line.format(name, Path(name).suffix, built) for line in _DOCUMENT)


SCENES = (
    Scene(
        _pack,
        {
            **{
                f"data/{name}.csv": (in_table, _DATA)
                for name in ("observations", "indicators", "areas", "sources", "citations")
            },
            "data/datapackage.json": (in_json, ("check @", "build @ -o @out")),
            "data.xlsx": (in_package, ("check @data.xlsx", "figures @data.xlsx", "compare @data.xlsx @data")),
            "pack.toml": (in_toml, ("check @", "build @ -o @out", "fields @", "page @ -o @page.html")),
            "brief.docx": (templates, ("check @", "fields --template @brief.docx", "build @ -o @out")),
            "book.xlsx": (templates, ("check @", "fields --template @book.xlsx", "build @ -o @out")),
            "edited.docx": (in_package, (*_of("edited.docx", "brief-en.docx"), "refresh @other.docx --pack @ --with @edited.docx -o @new.docx --overwrite")),
            "out/book-en.xlsx": (in_package, _of("out/book-en.xlsx", "book-en.xlsx")),
            "out/pack.json": (in_json, ("verify @out", "compare @out/pack.json @", "refresh @public.docx --built @out/pack.json --pack @ -o @new.docx --overwrite")),
            "public.docx.release.json": (in_json, ("audit @public.docx", "audit @public.docx --json")),
            "accepted.csv": (in_table, ("audit @edited.docx --accept @accepted.csv",)),
            "decisions.csv": (in_table, ("refresh @edited.docx --pack @ -o @new.docx --overwrite --decide @decisions.csv",)),
        },
    ),
    Scene(
        _published,
        {
            "2024-02.csv": (in_table, ("import @2024-02.csv --recipe @R.toml --dry-run", "import @2024-02.csv --recipe @R.toml --dry-run --json", "import @2024-02.csv --draft -o @D.toml", "check @2024-02.csv")),
            "R.toml": (in_toml, ("import @2024-02.csv --recipe @R.toml --into @new", "check @new")),
        },
    ),
    Scene(_form, {"back.xlsx": (in_package, ("form collect @back.xlsx --into @data", "form collect @back.xlsx --into @data --dry-run --json", "check @back.xlsx"))}),
)  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """A plant in a file that was run through a command: what came out raw, where anything did."""

    file: str
    name: str
    line: str
    raw: str


def planted(every: int = 1, first: int = 0) -> Iterator[Planted]:
    """Every ``every``-th plant through all commands that read its file, and all files by names that hold one."""
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as name:
            before, folder = Path(name, "before"), Path(name, "now")
            before.mkdir()
            scene.prepare(before)
            for file, (plants, lines) in scene.files.items():
                sound = (before / file).read_bytes()
                yield from _by_name(before, folder, file, lines)
                for what, data in list(plants(sound))[first::every]:
                    _fresh(before, folder)
                    (folder / file).write_bytes(data)
                    yield from (_looked_at(file, what, line, folder) for line in lines)


def _by_name(before: Path, folder: Path, file: str, lines: tuple[str, ...]) -> Iterator[Planted]:
    """The file under a name that holds a plant, where commands are told the name; else the folder has one."""
    _fresh(before, folder)
    named = f"{file.rpartition('.')[0]}{PLANT}.{file.rpartition('.')[2]}"
    (folder / file).rename(folder / named)
    for line in lines:
        yield _looked_at(file, "its name", line.replace(f"@{file}", f"@{named}"), folder)


def _fresh(before: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(before, folder)


def _looked_at(file: str, what: str, line: str, folder: Path) -> Planted:
    done = run(line, folder)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        return Planted(file, what, line, f"raised {done.exception!r}")
    found = RAW.search(done.output) or re.search("reportgen's own.*", done.output)
    around = done.output[max(0, found.start() - 60) : found.end() + 20] if found else ""
    return Planted(file, what, line, around)


def main() -> None:
    count = wrong = 0
    for one in planted(*map(int, sys.argv[1:])):
        count += 1
        if one.raw:
            wrong += 1
            print(f"{one.file}, {one.name}: {one.line!r} printed {one.raw!r}", flush=True)
    print(f"{count} runs with planted controls, {wrong} of which let one through")


if __name__ == "__main__":
    main()
