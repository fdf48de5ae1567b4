"""Patterns of modules are compiled when they are first used, all of them can be, and none is compiled before."""

import ast
import gc
import importlib
import re
from pathlib import Path

import pytest

from reportgen.regex import _Regex, regex
from tests.source import MODULES, PACKAGE, source_of


def test_a_pattern_does_what_a_compiled_one_does():
    words = regex(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    assert words.pattern == r"(?P<word>[a-z]+)\d"
    assert words.fullmatch("Ab1")["word"] == "Ab"
    assert words.sub("-", "ab1 cd2") == "- -"
    assert words.groupindex == {"word": 1}
    assert regex(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_a_pattern_is_compiled_when_it_is_used_and_not_before():
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("")


@pytest.mark.parametrize(
    "path", [path for _, path in MODULES], ids=[str(path.relative_to(PACKAGE)) for _, path in MODULES]
)
def test_no_module_compiles_a_pattern_while_it_is_imported(path):
    assert list(_compiled_at_import(ast.parse(path.read_text(encoding="utf-8")))) == []


def _compiled_at_import(node: ast.AST):
    """The lines on which ``re.compile`` is called outside of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call) and ast.unparse(child.func) == "re.compile":
            yield child.lineno
        yield from _compiled_at_import(child)


def test_every_pattern_can_be_compiled():
    for _, path in MODULES:
        if path.name != "__main__.py":
            importlib.import_module(_name(path))
    patterns = [one for one in gc.get_objects() if isinstance(one, _Regex)]
    assert len(patterns) > 300
    for one in patterns:
        re.compile(one.pattern, one._flags)


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_a_pattern_of_some_length_stands_once():
    homes: dict[str, list[str]] = {}
    for _, path in MODULES:
        for call in source_of(path).calls:
            if call.name == "regex" and len(written := call.texts.get("") or "") > 14:
                homes.setdefault(written, []).append(path.relative_to(PACKAGE).as_posix())
    assert {written: files for written, files in homes.items() if len(files) > 1} == {}
