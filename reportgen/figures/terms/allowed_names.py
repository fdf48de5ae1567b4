"""Names that templates may use: the program's own, and those of each language's vocabulary; nearest names for hints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from reportgen.figures.terms.kinds_by_name import kinds_asked_of, name_in
from reportgen.kinds.declaration import Declaration
from reportgen.language import languages
from reportgen.messages import Bilingual, Message
from reportgen.names import codes_by_form
from reportgen.spelling import near

_SUGGESTED = 5
"""So many valid codes are named where none is like the one written."""
_NEAREST = 3


class _NamedProperty(property):
    """A property that templates may ask a term for."""


if TYPE_CHECKING:
    named = property
else:
    named = _NamedProperty

_Method = TypeVar("_Method", bound=Callable[..., Any])


def for_templates(method: _Method) -> _Method:
    """A method that templates may call."""
    vars(method)["for_templates"] = True
    return method


def _is_marked(member: Any) -> bool:
    return isinstance(member, _NamedProperty) or hasattr(member, "for_templates")


class Named:
    """A term of the template vocabulary.

    What a template may ask it for is ``named`` (a property) or ``for_templates`` (a method), in the ``SECTION`` under which
    the languages name it. ``template_names`` holds all these names in every language: the only attributes that the sandbox
    lets a template reach. An unknown name raises ``AttributeError``, which the template engine turns into an error with the
    nearest of :meth:`names`.
    """

    SECTION: ClassVar[str] = ""

    @classmethod
    def all_names(cls) -> tuple[tuple[str, str], ...]:
        """Section and name of everything the term answers to, its parents' first."""
        return _forms(cls).names

    @classmethod
    def offered(cls) -> frozenset[str]:
        """Every name that the term answers to, in every language."""
        return _forms(cls).all

    @property
    def template_names(self) -> frozenset[str]:
        return self.offered()

    def __getattr__(self, name: str) -> Any:
        own = _forms(type(self)).own.get(name)
        if own is None or own == name:
            raise AttributeError(f"{type(self).__name__} has no name {name!r}")
        return getattr(self, own)

    def names(self) -> Iterable[str]:
        """Every name this term answers to, for hints."""
        return list(_forms(type(self)).own)

    def asked_for(self, kind: Declaration) -> Any:
        """The figure of a kind that a template may ask this term for (:func:`answering_for_kinds`)."""
        raise NotImplementedError


_Term = TypeVar("_Term", bound=Named)


def answering_for_kinds(term: type[_Term]) -> type[_Term]:
    """Give a term a name for each kind of figure that templates ask it for."""
    for name, kind in kinds_asked_of(term.SECTION).items():
        setattr(term, name, named(partial(term.asked_for, kind=kind)))
    return term


class _Answers:
    """What a class of terms answers to, worked out once."""

    def __init__(self, term: type[Named]) -> None:
        known: dict[str, str] = {}
        parents = [*reversed(term.__mro__)]
        for parent in sorted(
            parents, key=lambda one: not issubclass(one, Named)
        ):  # what is mixed in comes last
            section = getattr(parent, "SECTION", term.SECTION)
            known.update((name, section) for name, member in vars(parent).items() if _is_marked(member))
        self.names = tuple((section, name) for name, section in known.items())

    @cached_property
    def own(self) -> Mapping[str, str]:
        """For each name in each language the program's own."""
        return {
            form: name
            for section, name in self.names
            for form in (name, *translations(section, name).values())
        }

    @cached_property
    def all(self) -> frozenset[str]:
        return frozenset(self.own)


_FORMS: dict[object, _Answers] = {}


def _forms(term: type[Named]) -> _Answers:
    if term not in _FORMS:
        _FORMS[term] = _Answers(term)
    return _FORMS[term]


def translations(section: str, name: str) -> dict[str, str]:
    """A name in each language that has one of its own for it, by language."""
    return {code: word for code in languages() if (word := name_in(code, section, name))}


def in_other_languages(section: str, names: Iterable[str]) -> dict[str, str]:
    """The program's own name for each name of any language: ``{"同比": "yoy"}``."""
    return {word: name for name in names for word in translations(section, name).values()}


def nearest_names(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """The valid names most like ``wanted``; none where none is like it."""
    return near(wanted, known, _NEAREST, 0.5)


def suggestions(wanted: str, labels: Mapping[str, Bilingual]) -> dict[str, Any]:
    """For a code that does not exist the valid ones whose code or label is most like it, else some valid ones.

    ``labels`` are the valid codes with their labels, those that fit best first. The result are the parameters ``near`` and
    ``instances`` of a message, of which at least one is empty: codes with their labels.
    """
    codes = codes_by_form(labels)
    found = dict.fromkeys(codes[form] for form in near(wanted, codes, 6, 0.5))
    likely = tuple(_coded(code, labels[code]) for code in list(found)[:_NEAREST])
    some = tuple(_coded(code, labels[code]) for code in list(labels)[:_SUGGESTED])
    return {"near": likely, "instances": () if likely else some}


def _coded(code: str, label: Bilingual) -> Message:
    return Message("figures.coded", code=code, label=label)
