"""The parts of the READMEs that come from the program itself. `python -m tests.docs` writes them; a test holds them true."""

import re
from pathlib import Path

from click.testing import CliRunner

from reportgen.cli import main
from reportgen.reference import TOPICS, reference_text

ROOT = Path(__file__).parents[1]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
LANGUAGES = {"README.md": "en", "README.zh-CN.md": "zh"}
REFERENCES = {"REFERENCE.md": "en", "REFERENCE.zh-CN.md": "zh"}
_HELP = re.compile(r"<!-- help -->\n.*?<!-- /help -->", re.DOTALL)


def help_block(language: str) -> str:
    """The help of every command, as a terminal of 80 columns shows it."""
    blocks = []
    for name in main.list_commands(None):
        asked = [name, "--help", "--language", language]
        said = CliRunner().invoke(main, asked, prog_name="reportgen", terminal_width=80).output
        blocks.append(f"**reportgen {name}**\n\n```\n{said.strip()}\n```\n")
    body = "\n".join(blocks)
    return f"<!-- help -->\n{body}<!-- /help -->"


def with_help(readme: Path) -> str:
    """A README with the help of today, in its own language."""
    block = help_block(LANGUAGES[readme.name])
    return _HELP.sub(lambda _: block, readme.read_text(encoding="utf-8"))


def reference_page(code: str) -> str:
    """The whole reference, as `reportgen help` prints it topic by topic."""
    return "\n".join(reference_text(topic, code) for topic in TOPICS)


if __name__ == "__main__":
    for readme in READMES:
        readme.write_text(with_help(readme), encoding="utf-8", newline="\n")
    for page, code in REFERENCES.items():
        (ROOT / page).write_text(reference_page(code), encoding="utf-8", newline="\n")
