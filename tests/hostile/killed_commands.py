"""Kills whole commands at every step that writes: ``python -m tests.hostile.killed_commands``.

A child process runs the command and gets signal 9 before its first, second, third ... writing call into its folder. Then every file must be the
old or the new one, whole; the same command once more must leave exactly what it leaves undisturbed, and nothing hidden.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.build.file_names import INDEX, PAGE
from reportgen.ooxml import Package
from tests.build.packs import pack
from tests.hostile.kills import Count, contents
from tests.intake.forms.desk import HEADS, TRADE, FormDesk
from tests.intake.made import Desk

AREAS = "cbec_trade CN-CQ 2021={whole}e9 2021:yoy=1.0\ncbec_trade D1 2021={one}e9 2021:yoy=5.0\ncbec_trade D2 2021=3.40e9 2021:yoy=6.0"
BELOW = {"D1": {"parent": "CN-CQ"}, "D2": {"parent": "CN-CQ"}}
SERIES = "cbec_trade CN-CQ 2020=7.81e9 2021={level}e9 2021:yoy=63.3"
_WRITING = frozenset(
    {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "shutil.copyfile"}
)


@dataclass(frozen=True)
class Command:
    """A command line in a folder that ``prepare`` makes; paths in it begin with ``@``."""

    name: str
    prepare: Callable[[Path], object]
    line: tuple[str, ...]
    exits: tuple[int, ...] = (0,)

    def arguments(self, folder: Path) -> list[str]:
        return [word.replace("@", f"{folder}/") for word in self.line]


def run(arguments: list[str]) -> int:
    """Run a command in this process, silently; its exit code."""
    from click.testing import CliRunner

    from reportgen.cli import main

    return CliRunner().invoke(main, arguments).exit_code


def kill_at_every_step(command: Command, count: Count, every: int = 1, first: int = 1) -> None:
    """Raises ``AssertionError`` where a kill leaves something half written, or the next run does not mend it."""
    with tempfile.TemporaryDirectory() as name:
        before, after = Path(name, "before"), Path(name, "after")
        before.mkdir()
        command.prepare(before)
        old = contents(before)
        shutil.copytree(before, after, copy_function=shutil.copy2)
        assert run(command.arguments(after)) in command.exits, f"{command.name} fails by itself"
        new = contents(after)
        assert new != old, f"{command.name} writes nothing"
        step = first
        while True:
            folder = Path(name, "killed")
            shutil.copytree(before, folder, copy_function=shutil.copy2)
            if not killed(command, folder, step):
                assert contents(folder) == new
                return
            _look(command, folder, old, new, f"{command.name}, killed at step {step}", count)
            shutil.rmtree(folder)
            step += every


def _look(
    command: Command, folder: Path, old: dict[str, bytes], new: dict[str, bytes], at: str, count: Count
) -> None:
    left = {path: data for path, data in contents(folder).items() if "/.reportgen-" not in f"/{path}"}
    count.kills += 1
    count.old += left == old
    count.new += left == new
    count.between += left not in (old, new)
    for path, data in left.items():
        is_whole = data in (old.get(path), new.get(path)) or _says_unfinished(path, data)
        assert is_whole, f"{at}: {path} is half written"
    assert not old.keys() - left.keys() - (old.keys() - new.keys()), f"{at}: something is lost"
    assert run(command.arguments(folder)) in command.exits, f"{at}: the next run fails"
    found = contents(folder)
    for path in (path for path in found if path.endswith((f"/{INDEX}", f"/{PAGE}"))):
        assert path.endswith(PAGE) or json.loads(found[path])["complete"], f"{at}: the index is not complete"
        found[path] = new[path]  # it tells which packs this run made, and which it found made
    assert found == new, f"{at}: the next run left {sorted(found.keys() ^ new.keys())} or another text"
    assert not list(folder.rglob(".reportgen-*")), f"{at}: something hidden is left"


def _says_unfinished(path: str, data: bytes) -> bool:
    """Whether it is the index of a batch under way, whole, that says so; the page for people is made of it."""
    if path.endswith(f"/{INDEX}"):
        return json.loads(data)["complete"] is False
    return path.endswith(f"/{PAGE}") and data.rstrip().endswith(b"</html>")


def killed(command: Command, folder: Path, step: int) -> bool:
    child = os.fork()
    if child == 0:
        _die_before(step, folder)
        try:
            os._exit(0 if run(command.arguments(folder)) in command.exits else 3)
        except BaseException:
            os._exit(4)
    _, status = os.waitpid(child, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, f"{command.name}: failed by itself"
    return os.WIFSIGNALED(status)


def _die_before(step: int, folder: Path) -> None:
    left = [step]
    inside = str(folder)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            flags = arguments[2]
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        else:
            writes = event in _WRITING
        if writes and str(arguments[0]).startswith(inside):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


# ---- the commands -------------------------------------------------------------------------------------------


def _old_build(data: str, new: str, line: tuple[str, ...], **options: object) -> Callable[[Path], None]:
    """A pack that was built with ``data`` and has ``new`` data by now."""

    def prepare(folder: Path) -> None:
        pack(folder, data, **options)  # type: ignore[arg-type]
        assert run([word.replace("@", f"{folder}/") for word in line]) == 0
        shutil.rmtree(folder / "data")
        pack(folder, new, **options)  # type: ignore[arg-type]

    return prepare


def in_one_language(folder: Path, language: str) -> Path:
    """The pack of the folder, in one language."""
    definition = folder / "pack.toml"
    definition.write_text(
        definition.read_text("utf-8").replace("dataset =", f'languages = ["{language}"]\ndataset =', 1),
        "utf-8",
    )
    return folder


BUILD = ("build", "@", "-o", "@out", "--language", "en")
BATCH = ("build", "@", "-o", "@out", "--for-each", "ref_area")
OLD, NEW = SERIES.format(level="32.21"), SERIES.format(level="33.56")


def _form(folder: Path) -> None:
    desk = FormDesk(folder)
    desk.filled(lambda sheet, _: sheet.cell(TRADE, HEADS["value"], 12.5))
    shutil.rmtree(folder / "out")


def _published(folder: Path) -> None:
    desk = Desk(folder)
    desk.table()
    desk.recipe()


def _published_again(folder: Path) -> None:
    from tests.intake.made import customs_grid

    _published(folder)
    assert (
        run(["import", f"{folder}/2024-02.csv", "--recipe", f"{folder}/R.toml", "--into", f"{folder}/data"])
        == 0
    )
    Desk(folder).table(customs_grid(3), "2024-03.csv")


def _kept(form: str) -> Callable[[Path], None]:
    """A dataset in one file, and a table that it does not have yet."""

    def prepare(folder: Path) -> None:
        _published_again(folder)
        assert run(["export", f"{folder}/data", "--to", f"{folder}/data.{form}"]) == 0

    return prepare


def _lost(folder: Path) -> None:
    """A pack with new data, and a document of the old that lost its lineage and was moved."""
    _old_build(OLD, NEW, BUILD)(folder)
    brief = Package.open((folder / "out" / "brief-en.docx").read_bytes())
    kept = {name: brief.read(name) for name in brief.names() if not name.startswith("customXml/")}
    with zipfile.ZipFile(folder / "lost.docx", "w") as lost:
        for name, data in kept.items():
            lost.writestr(name, data)


def _wrong_tag(folder: Path) -> None:
    pack(folder, OLD, ["{{ cbec_trad }}"])


COMMANDS = [
    Command("a first build", lambda folder: pack(folder, OLD), BUILD),
    Command("a build over an older one", _old_build(OLD, NEW, BUILD), BUILD),
    Command("a batch", lambda folder: pack(folder, AREAS.format(whole=9, one="1.2"), areas=BELOW), BATCH),
    Command("a batch over an older one", _old_build(AREAS.format(whole=9, one="1.2"), AREAS.format(whole=8, one="1.4"), BATCH, areas=BELOW), BATCH),
    Command("a refresh over the document's older copy", _old_build(OLD, NEW, BUILD), ("refresh", "@out/brief-en.docx", "--pack", "@", "-o", "@new.docx", "--overwrite")),
    Command("an adopted document", _lost, ("refresh", "@lost.docx", "--built", "@out/pack.json", "--pack", "@", "-o", "@found.docx", "--overwrite"), exits=(0, 1)),
    Command("a page", lambda folder: pack(folder, OLD), ("page", "@", "-o", "@page.html")),
    Command("a release", _old_build(OLD, OLD, BUILD), ("release", "@out/brief-en.docx", "-o", "@public/brief.docx")),
    Command("an import into a new dataset", _published, ("import", "@2024-02.csv", "--recipe", "@R.toml", "--into", "@data")),
    Command("an import into a dataset", _published_again, ("import", "@2024-03.csv", "--recipe", "@R.toml", "--into", "@data")),
    Command("a collection", _form, ("form", "collect", "@back.xlsx", "--into", "@data")),
    Command("an import into a new workbook", _published, ("import", "@2024-02.csv", "--recipe", "@R.toml", "--into", "@data.xlsx")),
    Command("an import into a workbook", _kept("xlsx"), ("import", "@2024-03.csv", "--recipe", "@R.toml", "--into", "@data.xlsx")),
    Command("an import into an SQLite file", _kept("sqlite"), ("import", "@2024-03.csv", "--recipe", "@R.toml", "--into", "@data.sqlite")),
    Command("an export over a dataset", lambda folder: FormDesk(folder), ("export", "@data", "--to", "@data.sqlite", "--replace")),
    Command("entry forms", lambda folder: FormDesk(folder), ("form", "export", "@data", "-o", "@forms", "--period", "2024-05")),
    Command("a new pack", lambda folder: None, ("init", "@new"), exits=(0, 2)),
    Command("annotated templates", _wrong_tag, ("check", "@", "--annotate", "@marked"), exits=(1,)),
    Command("an annotated document", _old_build(OLD, NEW, BUILD), ("audit", "@out/brief-en.docx", "--pack", "@", "--annotate", "@marked.docx"), exits=(0, 1)),
]  # fmt: skip


def counted(every: int = 1, first: int = 1, asked: str = "") -> Iterator[tuple[str, Count]]:
    for command in COMMANDS:
        if asked not in command.name:
            continue
        count = Count()
        kill_at_every_step(command, count, every, first)
        yield command.name, count


def main() -> None:
    total = Count()
    for name, count in counted(asked=" ".join(sys.argv[1:])):
        print(f"{name}: {count}")
        for field in ("kills", "old", "new", "between"):
            setattr(total, field, getattr(total, field) + getattr(count, field))
    print(f"altogether: {total}")


if __name__ == "__main__":
    main()
