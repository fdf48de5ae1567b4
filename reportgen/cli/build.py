"""``reportgen build``: a pack's documents, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import FilePath, language_option, pack_argument

if TYPE_CHECKING:
    from pathlib import Path

_EPILOGUE = "Exit 0: built; 1: errors found, nothing was built; 2: could not run."


@click.command("build", epilog=_EPILOGUE)
@pack_argument
@click.option(
    "-o",
    "--output",
    type=FilePath(),
    metavar="DIR",
    help="Where the documents go. Default: build/NAME beside pack.toml.",
)
@click.option(
    "--for-each",
    type=click.Choice(["ref_area"]),
    help="Build once for every place below the pack's area, each into a folder of its own.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    metavar="N",
    help="With --for-each: so many at a time.",
)
@click.option("--pdf", is_flag=True, help="Also make PDFs (needs LibreOffice).")
@click.option(
    "--no-lineage", is_flag=True, help="Leave the lineage out of the documents (pack.json keeps it)."
)
@language_option
def command(
    pack: Path,
    output: Path | None,
    for_each: str | None,
    jobs: int,
    pdf: bool,
    no_lineage: bool,
    language: str | None,
) -> None:
    """Build a pack: its Word briefs, workbooks, data book and pack.json.

    Builds every language the pack names, or the one given with --language. A document that was edited by hand since the
    last build is kept under another name.

    \b
    Examples:
      reportgen build examples/plan-2025
      reportgen build examples/plan-2025 -o out --language zh --pdf
    """
    from reportgen.build.batch import build_for_each_area
    from reportgen.build.build import build
    from reportgen.cli.output import message_language, print_findings, progress, summary

    languages = (language,) if language else None
    step = progress()
    if for_each:
        made = build_for_each_area(
            pack, output=output, languages=languages, pdf=pdf, lineage=not no_lineage, jobs=jobs, step=step
        )
    else:
        made = [build(pack, output=output, languages=languages, pdf=pdf, lineage=not no_lineage, step=step)]
    spoken = language or message_language(made[0].languages)
    warnings = [finding for finding in made[0].findings if finding.severity != "note"]
    if warnings:
        print_findings(warnings, spoken, err=True)
        click.echo(summary(made[0].findings, spoken), err=True)
    for built in made:
        for old, new in built.placed.kept:
            click.echo(_KEPT[spoken].format(old=old, new=new), err=True)
        for file in built.placed.files:
            click.echo(str(file))


_KEPT = {
    "en": "{old} was edited by hand since the last build: that copy is kept as {new}.",
    "zh": "{old} 在上次生成后被手工修改过：修改过的文件已保留为 {new}。",
}
