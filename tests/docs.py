"""The parts of the READMEs that come from the program itself. `python -m tests.docs` writes them; a test holds them true."""

import re
from pathlib import Path

from click.testing import CliRunner

from reportgen.cli import main

ROOT = Path(__file__).parents[1]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
_HELP = re.compile(r"<!-- help -->\n.*?<!-- /help -->", re.DOTALL)


def help_block() -> str:
    """The help of every command, as a terminal of 80 columns shows it."""
    blocks = []
    for name in main.list_commands(None):
        said = CliRunner().invoke(main, [name, "--help"], prog_name="reportgen", terminal_width=80).output
        blocks.append(f"**reportgen {name}**\n\n```\n{said.strip()}\n```\n")
    body = "\n".join(blocks)
    return f"<!-- help -->\n{body}<!-- /help -->"


def with_help(text: str) -> str:
    return _HELP.sub(lambda _: help_block(), text)


if __name__ == "__main__":
    for readme in READMES:
        readme.write_text(with_help(readme.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
