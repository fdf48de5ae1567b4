"""What is to be said, as values: a code and what it is about. Words are made from it by ``language``, once, at the end.

A :class:`Message` says something of ours (a note, the text of an error, the name of a document's part), a :class:`Reason`
why there is no number. :class:`Bilingual` holds the words that other people gave in two languages: labels and notes of a dataset.
No code matches, splits or compares what has been made into words; it asks these values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from reportgen.record import Record

DATASET_LANGUAGES = ("en", "zh")
"""Those that a dataset has columns for, and every ``--json`` fields."""

FALLBACK = "en"
"""The language whose words serve where another has none, or where nobody said which."""


class Bilingual(Record):
    """One wording in the two languages of a dataset: a label, a note. Chinese and English are equals."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """The wording in ``language``; a language that the dataset has no column for gets the English one."""
        return str(getattr(self, language, self.en))

    @property
    def by_language(self) -> dict[str, str]:
        """The wording by the code of each language that has one, empty ones too."""
        return {"en": self.en, "zh": self.zh}

    @property
    def wordings(self) -> tuple[str, ...]:
        """Each wording once, in whatever languages there are; none where nothing is said."""
        return tuple(dict.fromkeys(filter(None, self.by_language.values())))


class Multilingual(Bilingual):
    """One wording in every language there was when it was written down: in the record of a figure or a finding.

    ``others`` are those in further languages, by code, as far as they say something.
    """

    others: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, wordings: Mapping[str, str]) -> Multilingual:
        others = {code: text for code, text in wordings.items() if code not in DATASET_LANGUAGES and text}
        return cls(wordings.get("en", ""), wordings.get("zh", ""), tuple(others.items()))

    @property
    def by_language(self) -> dict[str, str]:
        return {"en": self.en, "zh": self.zh, **dict(self.others)}

    def in_language(self, language: str) -> str:
        return self.by_language.get(language, self.en)

    def fields(self, name: str) -> dict[str, str]:
        """As fields of a record: ``label_en``, ``label_zh``."""
        return {f"{name}_{code}": text for code, text in self.by_language.items()}

    @classmethod
    def read(cls, fields: Mapping[str, Any], name: str) -> Multilingual:
        """From what :meth:`fields` gave, among other fields."""
        prefix = f"{name}_"
        return cls.of(
            {
                str(key).removeprefix(prefix): str(text or "")
                for key, text in fields.items()
                if str(key).startswith(prefix)
            }
        )


UNSAID = Bilingual("", "")
"""No wording: an empty note, a missing label."""


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """Something to be said. ``code`` is ``subject.name``: the entry ``name`` of the file ``subject`` in each language.

    Parameters are values, never sentences: texts of the user's own, numbers, periods, labels, other messages, and
    tuples of these. Two messages are equal when they say the same about the same.
    """

    code: str
    parameters: tuple[tuple[str, Any], ...]

    def __init__(self, code: str, /, **parameters: Any) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "parameters", tuple(sorted(parameters.items())))

    def __getitem__(self, name: str) -> Any:
        """A parameter. Raises ``KeyError``."""
        return dict(self.parameters)[name]

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (type(self), self.code, self.parameters))

    def with_(self, **parameters: Any) -> Self:
        """The same with other or further parameters."""
        return type(self)(self.code, **{**dict(self.parameters), **parameters})


class Reason(Message):
    """Why a figure has no number. Its entry in a language is a clause, from which sentences are made."""

    __slots__ = ()


def _again(kind: type[Message], code: str, parameters: tuple[tuple[str, Any], ...]) -> Message:
    return kind(code, **dict(parameters))


Words = Message | Bilingual | str
"""What ``language`` can say: a message, somebody's own words in two languages, or a text as it is."""

Announce = Callable[[str], None]
"""Is called with the name of each thing that is read or made, for those who wait."""
