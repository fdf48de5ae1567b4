"""What the tests of the house ask of a source file: its imports, texts, calls and comparisons, from one walk over its tree."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import reportgen

PACKAGE = Path(reportgen.__file__).parent
MODULES = [
    (path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path)
    for path in sorted(PACKAGE.rglob("*.py"))
    if "_shipped" not in path.parts
]
"""Each file with its layer: the folder, or its own name."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a source; ``is_said`` of one that stands alone, as docstrings do."""

    value: str
    line: int
    is_said: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A call by name; ``owner`` is the plain name before the dot. ``texts`` are its plain texts by keyword, the first one at ""."""

    name: str
    owner: str
    line: int
    is_plain: bool
    texts: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Source:
    """A file, read once in a process."""

    imports: tuple[tuple[str, tuple[str, ...]], ...]
    """A module, and the names that are taken from it; of a plain import none."""
    texts: tuple[Text, ...]
    calls: tuple[Call, ...]
    compared: tuple[Text, ...]
    """Texts that something is compared with."""
    classes: tuple[str, ...]
    """The names of its classes."""
    functions: tuple[str, ...]
    """Those of its functions that other files may use."""
    aliases: tuple[str, ...]
    """The names that it gives to types."""


@cache
def source_of(path: Path) -> Source:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    said = {
        id(item.value)
        for node in nodes
        for item in (node.body if isinstance(getattr(node, "body", None), list) else ())
        if isinstance(item, ast.Expr)
    }
    sides = (
        side for node in nodes if isinstance(node, ast.Compare) for side in (node.left, *node.comparators)
    )
    return Source(
        tuple(_imports(nodes)),
        tuple(_texts(nodes, said)),
        tuple(_call(node) for node in nodes if isinstance(node, ast.Call)),
        tuple(_texts(sides, said)),
        tuple(n.name for n in nodes if isinstance(n, ast.ClassDef)),
        tuple(n.name for n in nodes[0].body if isinstance(n, ast.FunctionDef) and n.name[0] != "_"),
        tuple(_aliases(nodes[0].body)),
    )


_GENERIC = {
    "Annotated", "Callable", "Collection", "Counter", "Iterable", "Iterator", "Literal", "Mapping", "MutableMapping",
    "Optional", "Sequence", "Union", "dict", "frozenset", "list", "set", "tuple", "type",
}  # fmt: skip


def _aliases(body: list[ast.stmt]) -> Iterator[str]:
    """Types that a module names: ``X = dict[...]``, ``X = A | B``, ``X: TypeAlias = ...``, ``type X = ...``."""
    for node in body:
        if isinstance(node, ast.If):  # for the type checker
            yield from _aliases([*node.body, *node.orelse])
        elif type(node).__name__ == "TypeAlias":
            yield node.name.id
        elif isinstance(node, ast.AnnAssign) and "TypeAlias" in ast.unparse(node.annotation):
            yield ast.unparse(node.target)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if not name.isupper() and _is_type(node.value):
                yield name


def _is_type(value: ast.expr) -> bool:
    if isinstance(value, ast.BinOp):
        return isinstance(value.op, ast.BitOr) and all(
            _is_type(side) or isinstance(side, ast.Name | ast.Attribute | ast.Constant)
            for side in (value.left, value.right)
        )
    return isinstance(value, ast.Subscript) and ast.unparse(value.value).rpartition(".")[2] in _GENERIC


def _imports(nodes: list[ast.AST]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module, tuple(alias.name for alias in node.names)


def _texts(nodes: Iterator[ast.AST] | list[ast.AST], said: set[int]) -> Iterator[Text]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Text(node.value, node.lineno, id(node) in said)


def _call(node: ast.Call) -> Call:
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    given = {"": node.args[0]} if node.args else {}
    given |= {item.arg: item.value for item in node.keywords if item.arg}
    return Call(
        getattr(node.func, "attr", getattr(node.func, "id", "")),
        owner.id if isinstance(owner, ast.Name) else "",
        node.lineno,
        isinstance(node.func, ast.Name),
        {
            name: value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None
            for name, value in given.items()
        },
    )
