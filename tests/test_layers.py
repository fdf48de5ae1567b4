"""The house rule: imports run downwards only, and heavy libraries stay behind their gateways."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.source import MODULES, PACKAGE, Source, source_of

# From the bottom up. A layer may import from itself and from any layer below it.
LAYERS = [
    {"record", "regex", "html"},
    {"messages", "series"},
    {
        "display_width",
        "values",
        "periods",
        "units",
        "style",
        "spelling",
        "limits",
        "loading",
        "many_records",
    },
    {"names"},
    {"findings"},
    {"content", "rendered"},
    {"language"},
    {"errors", "toml_keys"},
    {"expressions", "ooxml"},
    {"dataset"},
    {"calculations"},
    {"kinds"},
    {"figures"},
    {"word", "excel", "text"},
    {"renderers"},
    {"finished"},
    {"databook"},
    {"build"},
    {"living", "intake"},
    {"reference"},
    {"cli"},
]
# The renderers fill templates for any mapping: they see neither the dataset nor the statistics, nor each other.
BLIND = {
    "word": {"dataset", "calculations", "kinds", "figures", "excel", "text"},
    "excel": {"dataset", "calculations", "kinds", "figures", "word", "text"},
    "text": {"dataset", "calculations", "kinds", "figures", "word", "excel"},
    "ooxml": {"dataset", "calculations", "figures", "expressions"},
    "expressions": {"dataset", "calculations", "figures", "ooxml"},
}
GATEWAYS = {
    "click": {"cli"},
    "pandas": {"dataset", "calculations"},
    "python_calamine": {"intake"},
    "xlrd": {"intake"},
    "jinja2": {"expressions", "word", "excel"},
    "xlsxwriter": {"ooxml", "databook", "intake", "dataset"},
    "sqlalchemy": {"dataset"},
    "pyarrow": {"dataset"},
    "distributed": {"build"},
    "sqlite3": {"dataset"},
    "openpyxl": set(),
}
TOP = {"__init__", "__main__"}


def layer_of(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def imports_of(path: Path) -> Iterator[str]:
    for module, names in source_of(path).imports:
        yield module
        if module == "reportgen":
            yield from (f"reportgen.{name}" for name in names)


@pytest.mark.parametrize(
    ("layer", "path"), MODULES, ids=[str(path.relative_to(PACKAGE)) for _, path in MODULES]
)
def test_imports_run_downwards_and_stay_behind_gateways(layer, path):
    height = {name: number for number, names in enumerate(LAYERS) for name in names}
    for imported in imports_of(path):
        root = imported.split(".")[0]
        if root == "reportgen" and layer not in TOP:
            below = layer_of(imported)
            if below in TOP:
                continue
            assert below == layer or height[below] < height[layer], f"{path.name} imports {imported} upwards"
            assert below not in BLIND.get(layer, set()), f"{path.name} must not see {imported}"
        assert layer in GATEWAYS.get(root, {layer}), f"{path.name} imports {root} outside its gateway"


def test_no_module_imports_itself_through_others():
    """Imports inside functions, for the type checker and by a name in a text (what is loaded when it is used) count too."""
    names = {module_name(path): path for _, path in MODULES}
    graph = {name: set(imported_modules(path, set(names))) - {name} for name, path in names.items()}
    circles = circles_of(graph)
    assert not circles, f"modules that import each other: {[sorted(circle) for circle in circles]}"


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_modules(path: Path, names: set[str]) -> Iterator[str]:
    for module, taken in source_of(path).imports:
        yield from {f"{module}.{name}" for name in taken} & names or {module} & names
    yield from {text.value for text in source_of(path).texts} & names - {"reportgen"}


def circles_of(graph: dict[str, set[str]]) -> list[set[str]]:
    """The strongly connected groups of more than one module."""
    reach = {name: reachable(graph, name) for name in graph}
    groups = {frozenset({name} | {other for other in reach[name] if name in reach[other]}) for name in graph}
    return [set(group) for group in groups if len(group) > 1]


def reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for other in graph.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


IDEOGRAPH = re.compile("[一-鿾]")
FIRST = "一"
"""Of the range by which a letter is known as Chinese."""


def test_words_of_a_language_are_written_in_language_alone():
    """Signs apart: full-width brackets, commas and the like are read wherever people may have typed them."""
    found = [
        f"{path.relative_to(PACKAGE)}:{text.line}"
        for layer, path in MODULES
        if layer != "language"
        for text in source_of(path).texts
        if not text.is_said and IDEOGRAPH.search(text.value) and text.value != FIRST
    ]
    assert found == []


FUNCTION_WORDS = "|".join(
    [
        "and",
        "are",
        "as",
        "at",
        "because",
        "each",
        "for",
        "from",
        "has",
        "have",
        "is",
        "its",
        "not",
        "of",
        "than",
        "that",
        "the",
        "their",
        "these",
        "this",
        "to",
        "was",
        "were",
        "when",
        "where",
        "which",
        "while",
        "with",
    ]
)
ENGLISH = re.compile(
    rf"[A-Za-z]{{2,}}[,;]? (?:{FUNCTION_WORDS})\b|^ ?(?:{FUNCTION_WORDS}) [a-z]{{2,}}|^ ?(?:the|of|an|per) $"
    r"|(?<![\w-])(?:yuan|dollars?|million|billion|hundred|thousand|firms|companies|enterprises|people)(?![\w-])"
)
"""Words of grammar beside others, and words of quantities."""
IN_CODE = {
    "excel/drawings.py": "errors of a program that calls it",
    "excel/problems.py": "errors of a program that calls it",
    "excel/row_functions.py": "Python that is generated",
    "expressions/code_generator.py": "Python that is generated",
    "expressions/failures.py": "messages of Jinja and Python, which are read",
    "figures/terms/allowed_names.py": "errors of a program that calls it",
    "intake/compound_file.py": "errors of a program that calls it",
    "kinds/declaration.py": "errors of a program that calls it",
    "kinds/kind.py": "errors of a program that calls it",
    "loading.py": "errors of a program that calls it",
    "ooxml/charts/chart_parts.py": "errors of a program that calls it",
    "values.py": "errors of a program that calls it",
    "word/story_program.py": "Python that is generated",
    "word/toc.py": "Word's own name of a style",
}
"""Files outside ``language`` with English in them, and why."""


def test_english_is_written_in_language_alone():
    found: dict[str, list[str]] = {}
    for _, path in MODULES:
        place = path.relative_to(PACKAGE).as_posix()
        if place.startswith(("language/en/", "language/zh/")):
            continue
        for text in source_of(path).texts:
            if not text.is_said and ENGLISH.search(text.value):
                found.setdefault(place, []).append(f"{text.line}: {text.value}")
    assert {place: texts for place, texts in found.items() if place not in IN_CODE} == {}
    assert IN_CODE.keys() == found.keys(), "a reason that is no longer needed"


CODES = {"en", "zh"}


def test_no_code_outside_language_asks_which_language_it_is():
    """What differs between languages is said by their packages."""
    found = [
        f"{path.relative_to(PACKAGE)}:{text.line}"
        for layer, path in MODULES
        if layer != "language"
        for text in source_of(path).compared
        if text.value in CODES
    ]
    assert found == []


NAMED = re.compile(r"""["'](?:en|zh)["']|(?<!language)\.(?:en|zh)\b""")
A_COLUMN = re.compile(r"_(?:en|zh)\b")
"""A column or a field of ``--json``, which is a promise and stands on the line beside the wording it has."""
NAME_A_LANGUAGE = {
    "dataset/building.py": "the columns of a dataset",
    "dataset/records.py": "names in Latin letters, whose capitals stay",
    "figures/fields.py": "the names of templates that are listed beside those of the program",
    "figures/recorded_figures.py": "a field of --json that is older than those of each language",
    "figures/references.py": "two standards, each of one language",
    "language/__init__.py": "the two languages of --json",
    "language/speaker.py": "the list of languages",
    "messages.py": "the two languages of datasets, and which serves for others",
    "reference.py": "the name of a section",
    "word/numbering.py": "numbers of lists as Word counts in Chinese",
    "word/official_form/formatting.py": "the form of Chinese documents",
}
"""Files that name a language, and why; all others ask for the list of them, or for all wordings of a text."""


def test_languages_are_listed_and_named_in_one_place():
    found = {
        place
        for _, path in MODULES
        if not (place := path.relative_to(PACKAGE).as_posix()).startswith(("language/en/", "language/zh/"))
        and any(
            NAMED.search(line) and not A_COLUMN.search(line)
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    }
    assert found == NAME_A_LANGUAGE.keys()


FORMATS = re.compile(
    r"""(?:endswith|startswith)\([^)]*["']\.?(?:docx|docm|xlsx|xlsm|xl|md|txt)["']|suffix\S* (?:==|in) [^:]*\.(?:docx|xlsx|md|txt)"""
)


def test_only_a_renderer_knows_its_suffixes():
    found = [
        f"{path.relative_to(PACKAGE)}: {at[0]}"
        for layer, path in MODULES
        if layer not in {"word", "excel", "text", "ooxml"}
        for at in FORMATS.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_layer_is_known():
    known = set().union(*LAYERS) | TOP
    assert {layer for layer, _ in MODULES} <= known


def test_help_loads_no_heavy_library():
    code = (
        "import sys; from reportgen.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} &"
        " {'pandas', 'numpy', 'openpyxl', 'docx', 'docxtpl', 'xlsxwriter', 'lxml', 'jinja2', 'python_calamine', 'xlrd', 'sqlalchemy', 'sqlite3', 'pyarrow', 'distributed'}))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip().endswith("[]")
    assert "build" in said


def test_python_files_fit_in_a_reading():
    files = [path for _, path in MODULES] + sorted(Path(__file__).parent.rglob("*.py"))
    long = {
        str(path): count
        for path in files
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long, f"files past 400 lines: look for the second job in {long}"


IN_SEVERAL_FILES = {
    "attach": "a part with a namespace of ours, and the part of lineage that is made with it",
    "check": "a pack or dataset as the command has it, and the dataset alone for programs",
    "command": "each command of the program",
    "detach": "see attach",
    "extents": "a reader for each old format of workbooks",
    "merged_areas": "see extents",
    "read": "see attach, and the dataset for programs",
    "unfilled_tags": "a renderer each",
}
"""Names of functions that are read as one idea wherever they are, and why."""


def test_the_name_of_a_class_or_type_means_one_thing():
    """A name that is read in one file is not that of something else in another; types that have a name of their own count too, and
    those that no other file may use: an underscore before it makes no other name."""
    found = in_several_files(lambda source: [name.lstrip("_") for name in (*source.classes, *source.aliases)])
    assert found == {}


def test_a_function_name_means_one_thing():
    """Those of a language's package have the other languages' names."""
    assert in_several_files(lambda source: source.functions).keys() == IN_SEVERAL_FILES.keys()


def in_several_files(names: Callable[[Source], Iterable[str]]) -> dict[str, list[str]]:
    homes: dict[str, list[str]] = {}
    for _, path in MODULES:
        place = path.relative_to(PACKAGE).as_posix()
        for name in names(source_of(path)):
            if not place.startswith(("language/en/", "language/zh/")):
                homes.setdefault(name, []).append(place)
    return {name: files for name, files in homes.items() if len(files) > 1}


NAMES_OF_XML = re.compile(r"(?:https?://|application/vnd)[\w./+-]+")


def test_the_name_of_a_namespace_a_relationship_or_a_content_type_stands_once():
    homes: dict[str, set[str]] = {}
    for _, path in MODULES:
        for text in source_of(path).texts:
            for name in () if text.is_said else NAMES_OF_XML.findall(text.value):
                homes.setdefault(name, set()).add(path.relative_to(PACKAGE).as_posix())
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}
