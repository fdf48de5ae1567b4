"""The reference of ``reportgen help``: every column, key and name, taken from the tables that the code itself goes by, with the words of a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportgen.build.definition_rules import LANGUAGE_KEYS, LIMITS, OPTIONS, document_keys, keys
from reportgen.dataset.tables import TABLES, WORDS
from reportgen.figures.chart_building import CHART_KEYS, SERIES_KEYS
from reportgen.figures.definitions import EACH_KEYS, WHERE_KEYS
from reportgen.figures.table_building import ROW_KEYS, TABLE_KEYS
from reportgen.figures.table_columns import COLUMN_KEYS, columns
from reportgen.figures.terms import allowed_names
from reportgen.figures.terms.kinds_by_name import COLUMNS, head_in, help_in
from reportgen.figures.vocabulary import RESERVED, SECTION
from reportgen.intake.recipe_keys import LISTS, REQUIRED_SECTIONS, SECTIONS, TOP
from reportgen.language import language, languages
from reportgen.record import Record
from reportgen.toml_keys import KeyRule

TOPICS = ("data", "pack", "template", "recipe")


class ReferenceEntry(Record):
    """One column, key or name: what else it is called, the words that it takes, what it is for."""

    name: str
    says: str
    others: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    is_required: bool = False


class HelpSection(Record):
    """Entries under a head."""

    name: str
    about: str
    entries: tuple[ReferenceEntry, ...]


def help_sections(topic: str, code: str) -> list[HelpSection]:
    """The sections of one topic in a language. Raises ``KeyError`` where a language has no words for an entry."""
    return list(_MAKERS[topic](code))


def introduction(topic: str, code: str) -> tuple[str, str]:
    """The title of a topic, and what is to be known before it is read."""
    words = language(code).subject("reference")
    return words.TITLES[topic], words.INTRODUCTIONS[topic]


# ---- data ----------------------------------------------------------------------------------------------------------------


def _data(code: str) -> Iterator[HelpSection]:
    says = language(code).subject("reference").COLUMNS
    for name, form in TABLES.items():
        yield HelpSection(name, _about(code, name), tuple(
            ReferenceEntry(column, _said(says, name, column), (), WORDS.get((name, column), ()), column in form.filled)
            for column in form.columns
        ))  # fmt: skip


# ---- pack ----------------------------------------------------------------------------------------------------------------


def _pack(code: str) -> Iterator[HelpSection]:
    words = language(code).subject("reference")
    sections = {
        "pack-keys": {**keys(), **OPTIONS},
        "en": {name: rule for name, rule in LANGUAGE_KEYS.items() if rule.required},
        "document": document_keys(),
        "limits": LIMITS,
        "tables": TABLE_KEYS,
        "table-row": {**WHERE_KEYS, **ROW_KEYS},
        "each": EACH_KEYS,
        "column": COLUMN_KEYS,
        "charts": CHART_KEYS,
        "series": SERIES_KEYS,
    }
    for name, rules in sections.items():
        about = words.SECTIONS.get(name, words.TITLES["of-language"])
        yield HelpSection(name, about, _entries(words.PACK, name, rules))


def _entries(
    says: Mapping[str, str], section: str, rules: Mapping[str, KeyRule]
) -> tuple[ReferenceEntry, ...]:
    return tuple(
        ReferenceEntry(name, _said(says, section, name), (), rule.choices, rule.required)
        for name, rule in rules.items()
    )


# ---- template --------------------------------------------------------------------------------------------------------------


def _template(code: str) -> Iterator[HelpSection]:
    yield _names(code, SECTION, RESERVED)
    for section, names in _terms().items():
        yield _names(code, section, names)
    heads = tuple(
        ReferenceEntry(key, head_in(code, key, of_year=False), _others(COLUMNS, key)) for key in columns()
    )
    yield HelpSection("columns-of-rows", language(code).subject("reference").TITLES["columns-of-rows"], heads)
    yield HelpSection(
        "functions", language(code).subject("reference").TITLES["functions"], tuple(_functions(code))
    )


def _terms() -> dict[str, list[str]]:
    """For each section the names of all its terms, in the order of the files that define them, whichever were imported first."""
    found: dict[str, list[str]] = {}
    waiting: list[type[allowed_names.Named]] = [allowed_names.Named]
    while waiting:
        term = waiting.pop(0)
        waiting += sorted(term.__subclasses__(), key=lambda one: (one.__module__, one.__qualname__))
        for section, name in term.all_names():
            if name not in found.setdefault(section, []):
                found[section].append(name)
    return found


def _names(code: str, section: str, names: Iterable[str]) -> HelpSection:
    entries = tuple(
        ReferenceEntry(name, help_in(code, section, name), _others(section, name)) for name in names
    )
    return HelpSection(section, _about(code, section), entries)


def _others(section: str, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(allowed_names.translations(section, name).values()))


def _functions(code: str) -> Iterator[ReferenceEntry]:
    words = language(code).subject("reference").FUNCTIONS
    for name in words:
        others = {language(one).subject("word").NAMES.get(name, name) for one in languages()} - {name}
        yield ReferenceEntry(name, words[name], tuple(sorted(others)))


# ---- recipe ----------------------------------------------------------------------------------------------------------------

_RECORDS = ("indicators", "areas", "codes")
_OF_RECIPE = {"source": "source-of-tables", "table": "table-of-recipe"}


def _recipe(code: str) -> Iterator[HelpSection]:
    words = language(code).subject("reference")
    sections = {"recipe-keys": TOP, **SECTIONS, **LISTS}
    for name, rules in sections.items():
        section = _OF_RECIPE.get(name, name)
        says = words.COLUMNS if name in _RECORDS else words.RECIPE
        entries = _entries(says, section, rules)
        head = f"[[{name}]]: {words.SECTIONS[name]}" if name in _RECORDS else words.SECTIONS[section]
        mark = _bracketed(words.TITLES["required"], code) if name in REQUIRED_SECTIONS else ""
        yield HelpSection(name, f"{head}{mark}", entries)


# ---- shared ----------------------------------------------------------------------------------------------------------------

_MAKERS: Mapping[str, Callable[[str], Iterator[HelpSection]]] = {
    "data": _data, "pack": _pack, "template": _template, "recipe": _recipe,
}  # fmt: skip


def _said(says: Mapping[str, str], section: str, name: str) -> str:
    """What a language says of a name: in that section, else wherever it is."""
    found = says.get(f"{section}.{name}")
    return says[name] if found is None else found


def _about(code: str, section: str) -> str:
    said: str = language(code).subject("reference").SECTIONS[section]
    return said


# ---- as text ---------------------------------------------------------------------------------------------------------------


def reference_text(topic: str, code: str) -> str:
    """A topic as Markdown, which reads well in a terminal too."""
    title, before = introduction(topic, code)
    lines = [f"# {title}", "", before]
    for section in help_sections(topic, code):
        head = section.about if topic in ("pack", "recipe") else f"{section.name} – {section.about}"
        lines += ["", f"## {head}", ""]
        lines += [_line(entry, code) for entry in section.entries]
    return "\n".join(lines) + "\n"


def _line(entry: ReferenceEntry, code: str) -> str:
    titles = language(code).subject("reference").TITLES
    names = " ".join(f"`{name}`" for name in (entry.name, *entry.others))
    values = titles["values"].format(values=" ".join(entry.values)) if entry.values else ""
    said = language(code).punctuation.SEMICOLON.join(part for part in (entry.says, values) if part)
    mark = _bracketed(titles["required"], code) if entry.is_required else ""
    return f"- {names}{mark} {said}"


def _bracketed(text: str, code: str) -> str:
    return language(code).punctuation.bracketed(text)
