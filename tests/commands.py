"""A command as a user gives it, run in this process."""

from click.testing import CliRunner, Result

from reportgen.cli import main


def run(*arguments: object, language: str = "en") -> Result:
    """What a command gave: its exit code and what it printed. ``language``: empty for that of the environment."""
    asked = ["--language", language] if language else []
    return CliRunner().invoke(main, [*map(str, arguments), *asked])
