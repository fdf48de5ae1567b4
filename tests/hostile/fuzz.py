"""A mutation fuzzer over packages, seeded: ``python -m tests.hostile.fuzz SECONDS [SEED]`` prints cases, and how to repeat one that went wrong.

Documents, workbooks and templates of a small pack are changed at random, in the archive's bytes or in the XML of a part, and handed to the commands
that read them. Every one must end in a sentence, in findings, or as if nothing had happened: never in an error of our own.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner

from reportgen.cli import main as command
from tests.build.packs import pack
from tests.hostile.damaged import damaged
from tests.hostile.tables import KINDS, table
from tests.intake.made import Desk

ODD = (b"", b"\0", b"\xff", b"-1", b"0", b"99999999999", b"1e999", b"NaN", b"x" * 5000, b"A1:XFD1048576", b"rId1", b"../..", b"&#0;", b"&lt;", b"\xe4\xb8\xad", b"{{", b"{% for x in y %}", b"}}")  # fmt: skip
_ATTRIBUTE = re.compile(rb'(\s[\w:]+=")([^"]*)(")')
_ELEMENT = re.compile(rb"<([\w:]+)(?:\s[^<>]*)?(?:/>|>[^<]*</\1>)")
_TAG = re.compile(rb"</?[\w:]+[^<>]*>")


def _bytes(data: bytes, dice: random.Random) -> bytes:
    """Some bytes changed, dropped or repeated."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at, length = dice.randrange(len(changed) + 1), dice.randint(0, 40)
        piece = dice.choice(
            (dice.randbytes(length), b"", bytes(changed[at : at + length]) * 2, dice.choice(ODD))
        )
        changed[at : at + dice.choice((0, length))] = piece
    return bytes(changed)


def _one(pattern: re.Pattern[bytes], data: bytes, dice: random.Random) -> re.Match[bytes] | None:
    found = list(pattern.finditer(data))
    return dice.choice(found) if found else None


def _attribute(data: bytes, dice: random.Random) -> bytes:
    found = _one(_ATTRIBUTE, data, dice)
    if found is None:
        return data
    other = _one(_ATTRIBUTE, data, dice)
    value = dice.choice((dice.choice(ODD), other[2] if other else b"", found[2] * 2, found[2][:-1]))
    return data[: found.start(2)] + value + data[found.end(2) :]


def _element(data: bytes, dice: random.Random) -> bytes:
    """An element dropped, repeated, or moved behind another."""
    found = _one(_ELEMENT, data, dice)
    if found is None:
        return data
    kind = dice.randrange(3)
    if kind == 0:
        return data[: found.start()] + data[found.end() :]
    if kind == 1:
        return data[: found.end()] + found[0] * dice.randint(1, 50) + data[found.end() :]
    other = _one(_ELEMENT, data, dice)
    at = other.end() if other else len(data)
    return data[:at] + found[0] + data[at:]


def _tag(data: bytes, dice: random.Random) -> bytes:
    found = _one(_TAG, data, dice)
    return (
        data
        if found is None
        else data[: found.start()] + dice.choice((b"", found[0] * 2)) + data[found.end() :]
    )


IN_PARTS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _bytes,
    _attribute,
    _attribute,
    _element,
    _element,
    _element,
    _tag,
)


@dataclass
class Tally:
    """What came of it."""

    cases: int = 0
    seconds: float = 0.0
    exits: Counter[int] = field(default_factory=Counter)
    longest: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        exits = ", ".join(f"{number} with exit {code}" for code, number in sorted(self.exits.items()))
        return f"{self.cases} cases in {self.seconds / 60:.1f} minutes: {exits}; the longest {self.longest:.1f} s; {len(self.wrong)} wrong"


def fuzz(seconds: float, seed: int, most: int | None = None) -> Tally:
    """Change and read for so long, or so many cases; ``seed`` decides everything else."""
    tally = Tally()
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        targets = _targets(folder)
        while time.monotonic() - begin < seconds and tally.cases != most:
            dice = random.Random(f"{seed}/{tally.cases}")
            sound, suffix, line = dice.choice(targets)
            _case(folder, sound, suffix, line, dice, tally, f"seed {seed}, case {tally.cases}")
            tally.cases += 1
    tally.seconds = time.monotonic() - begin
    return tally


def _case(
    folder: Path, sound: bytes, suffix: str, line: str, dice: random.Random, tally: Tally, name: str
) -> None:
    path = folder / f"case{suffix}"
    path.write_bytes(changed(sound, dice))
    template = folder / "pack" / ("brief.docx" if suffix == ".docx" else "book.xlsx")
    kept = template.read_bytes()
    if "%" not in line:
        template.write_bytes(path.read_bytes())
    words = [word.replace("@", f"{folder}/").replace("%", str(path)) for word in line.split()]
    start = time.monotonic()
    done = CliRunner().invoke(command, [*words, "--language", dice.choice(("en", "zh"))])
    tally.longest = max(tally.longest, time.monotonic() - start)
    template.write_bytes(kept)
    (folder / "drafted.toml").unlink(missing_ok=True)
    tally.exits[done.exit_code] += 1
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        tally.wrong.append(f"{name}, {line}: {type(done.exception).__name__} {done.exception}")
    elif (
        "reportgen's own" in done.output
        or "--debug" in done.output
        or (done.exit_code == 2 and done.output.count("\n") != 1)
    ):
        tally.wrong.append(f"{name}, {line}: {done.output[-300:]!r}")


def changed(sound: bytes, dice: random.Random) -> bytes:
    """The package with one to three changes: in the bytes of the archive one time in six, else in a part."""
    import zipfile
    from io import BytesIO

    if dice.randrange(6) == 0 or not sound.startswith(b"PK"):
        return _bytes(sound, dice)
    parts = [name for name in zipfile.ZipFile(BytesIO(sound)).namelist() if not name.endswith("/")]
    for _ in range(dice.randint(1, 3)):
        change = dice.choice(IN_PARTS)
        sound = damaged(sound, dice.choice(parts), lambda data, change=change: change(data, dice))
    return sound


def _targets(folder: Path) -> list[tuple[bytes, str, str]]:
    """Sound files and the commands that read them; ``@`` is the folder, ``%`` the file."""
    made = pack(
        folder / "pack",
        paragraphs=[
            "{{ cbec_trade }}",
            "{%p for r in [1, 2] %}",
            "{{ r }} {{ cbec_trade.yoy.sentence }}",
            "{%p endfor %}",
        ],
    )
    out = folder / "built"
    assert CliRunner().invoke(command, ["build", str(made), "-o", str(out)]).exit_code == 0
    brief, book, databook = (
        (out / name).read_bytes() for name in ("brief-en.docx", "book-en.xlsx", "data-en.xlsx")
    )
    lines = (
        "audit % --pack @pack",
        "refresh % --pack @pack -o @new",
        "explain % cbec_trade/CN-CQ/2021/level",
        "compare % @built",
    )
    targets = [
        (data, suffix, line) for data, suffix in ((brief, ".docx"), (book, ".xlsx")) for line in lines[:3]
    ]
    targets += [(databook, ".xlsx", line) for line in ("audit %", "check %")]
    targets += [
        ((made / name).read_bytes(), name[-5:], "check @pack") for name in ("brief.docx", "book.xlsx")
    ] * 2
    Desk(folder).recipe()
    lines = ("import % --recipe @R.toml --into @new --dry-run", "import % --draft -o @drafted.toml")
    targets += [(table(kind), f".{kind}", line) for kind in KINDS for line in lines]
    return targets


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    tally = fuzz(seconds, seed)
    print("\n".join(tally.wrong))
    print(tally)


if __name__ == "__main__":
    main()
