"""The data book's words in the language of the book: entries of ``databook.py``, names of kinds, qualifiers and states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.content import Inline, Sentence
from reportgen.language import kind_name, language, say
from reportgen.language.below_tables import lines_below
from reportgen.messages import Bilingual, Message
from reportgen.style import STYLE, Style


class BookWords:
    """The words of one language: ``words("back")``; unknown names are mistakes of ours and raise ``KeyError``."""

    def __init__(self, code: str, style: Style = STYLE) -> None:
        self.language, self.style = code, style
        self.dash = style.not_applicable
        """Does not apply, or nothing to say."""
        self.no_value = style.missing
        self._marks = language(code).punctuation

    def __call__(self, name: str, /, **parts: object) -> str:
        return say(Message(f"databook.{name}", **parts), self.language)

    def of_dataset(self, words: Bilingual) -> str:
        """The dataset's own words."""
        return words.in_language(self.language)

    @property
    def not_stated(self) -> str:
        """What a source does not say."""
        return say(Message("figures.not-stated"), self.language)

    @property
    def groups_digits(self) -> bool:
        """Whether the language sets thousands apart in rates too."""
        return bool(language(self.language).quantities.tables.GROUPING)

    def joined(self, parts: Iterable[str]) -> str:
        """Remarks on one line, apart by semicolons."""
        return self._marks.SEMICOLON.join(parts)

    def listed(self, parts: Iterable[str]) -> str:
        """Short items in a row, apart by commas."""
        return self._marks.COMMA.join(parts)

    def under(self, group: str, head: str) -> str:
        """A head with the head of its group before it."""
        return self._marks.COLON.join(part for part in (group, head) if part)

    def noted(self, notes: Sequence[Inline | Sentence], marks: Sequence[str] = ()) -> tuple[str, ...]:
        """The notes of a table or chart, a line each; those to which ``marks`` at its rows lead begin with them."""
        return tuple(
            f"{line.head}{line.content}" for line in lines_below(notes, "", self.language, marks=marks)
        )

    def sourced(self, source: Inline | Sentence) -> tuple[str, ...]:
        """The source line of a table or chart, where it has one."""
        return (self("source-line", text=str(source)),) if str(source) else ()

    def with_unit(self, name: str, unit: str) -> str:
        """``Exports (billion yuan)``, ``出口（亿元）``."""
        return name + self._marks.bracketed(unit)

    def kind(self, kind: str) -> str:
        return kind_name(kind, self.language)

    def qualifier(self, qualifier: str) -> str:
        """``more than``; a number as it is has no qualifier: a dash."""
        return language(self.language).quantities.qualifier(qualifier).strip() or self.dash

    def qualifier_symbol(self, qualifier: str) -> str:
        """``>``, ``nearly``, or nothing."""
        return language(self.language).quantities.qualifier_symbol(qualifier)

    def status(self, status: str) -> str:
        """SDMX's OBS_STATUS in words; a normal value has none: a dash."""
        return language(self.language).quantities.status(status) or status or self.dash

    def state(self, state: str) -> str:
        """Icon and word of a target's status, so that nothing rests on colour."""
        return f"{self.style.states[state]} {language(self.language).quantities.state(state)}"
