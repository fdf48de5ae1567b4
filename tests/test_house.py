"""What CONTRIBUTING.md says of the house is so: its list of modules, and the files that are written for one document format."""

import re
from fnmatch import fnmatch
from pathlib import Path

from tests.source import MODULES, PACKAGE

_CONTRIBUTING = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_top_level_module_is_in_the_list_of_the_house():
    listed = re.search(r"## The house\n.*?```\n(.*?)```", _CONTRIBUTING, re.DOTALL)[1]
    said = {name for line in listed.splitlines() for name in re.split(r"[ ,|]+", line)}
    assert {layer for layer, _ in MODULES} - {"__init__", "__main__"} - said == set()


def test_only_listed_files_name_the_class_of_a_document_format():
    """A new format is a new file beside them: all others ask the document, or the object of its format."""
    table = re.search(r"<!-- formats -->(.*?)<!-- /formats -->", _CONTRIBUTING, re.DOTALL)[1]
    named = {
        path.relative_to(PACKAGE).as_posix()
        for _, path in MODULES
        if re.search(r"\bFinished(?:Text|Workbook)\b", path.read_text(encoding="utf-8"))
    }
    assert named == set(re.findall(r"`([\w/]+\.py)`", table))


ONE_IDEA = {
    "annotate", "audit", "build", "check", "clauses", "explain", "exporting", "fields", "figure", "looks", "markdown", "names",
    "page", "pictures", "refresh", "release", "renderer", "sums", "target", "target_gap", "target_status", "unfilled",
    "value_program", "verify", "wholes",
}  # fmt: skip
"""Names of files that stand in several rooms for one idea: a command and what it does, a thing and how a template or a document has it."""


def test_a_file_name_means_one_thing():
    """Those of a language's package have the other languages' names."""
    homes: dict[str, list[str]] = {}
    for _, path in MODULES:
        place = path.relative_to(PACKAGE).as_posix()
        if path.stem not in ("__init__", "__main__") and not place.startswith(
            ("language/en/", "language/zh/")
        ):
            homes.setdefault(path.stem, []).append(place)
    assert {name: files for name, files in homes.items() if len(files) > 1}.keys() == ONE_IDEA


def test_no_folder_of_tests_has_a_name_that_pytest_passes_over(pytestconfig):
    """Of itself pytest reads no folder named ``build`` or ``dist``: tests in it would be run by nobody, and say nothing."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent for path in Path(__file__).parent.rglob("test_*.py")}
    names = {part for folder in folders for part in folder.relative_to(Path(__file__).parent).parts}
    assert "build" in names
    assert [name for name in sorted(names) for one in passed_over if fnmatch(name, one)] == []
