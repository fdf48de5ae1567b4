"""The package: an Office Open XML file as its parts, edited in place, the rest copied as it lies.

Part names are written without the leading slash: ``word/document.xml``. Every change stays in memory until
:meth:`Package.save`; a package that is never saved changes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from reportgen.ooxml import content_types, relationships
from reportgen.ooxml.archive import Member, read_archive, write_archive
from reportgen.ooxml.content_types import ContentTypes
from reportgen.ooxml.files import StrPath, read_file
from reportgen.ooxml.guard import reading_of, refuse_what_is_no_package, refused
from reportgen.ooxml.relationships import Relationships, relationships_part
from reportgen.ooxml.soundness import refuse_unsound
from reportgen.ooxml.xml import check_xml, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

MadeBytes = Callable[[], bytes]
"""What makes the bytes of a part."""


class Package:
    """An Office Open XML file. Open one with :meth:`open`; all parts keep their order."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._members: dict[str, Member | bytes | MadeBytes] = {}
        self._spelling: dict[str, str] = {}
        for member in members:
            if member.name.lower() in self._spelling:
                raise refused("part-twice", part=member.name)
            self._put(member.name, member)

    @classmethod
    def open(cls, source: StrPath | bytes, file: str = "") -> Self:
        """Open a file, or the bytes of one, which ``file`` is the name of.

        Raises ``FileError`` for a file that cannot be read, and ``PackageError``, in one sentence with the file's name, for
        what is no sound package: a password, an old ``.doc`` or ``.xls``, a damaged zip.
        """
        file = file if isinstance(source, bytes) else os.fspath(source)
        data = source if isinstance(source, bytes) else read_file(source)
        with reading_of(file):
            refuse_what_is_no_package(data)
            package = cls(read_archive(data))
            package._check()
        return package

    @classmethod
    def open_sound(cls, source: StrPath | bytes, file: str = "") -> Self:
        """Open a file that a person hands in: like :meth:`open`, with every part looked at before any is used."""
        package = cls.open(source, file)
        with reading_of(file if isinstance(source, bytes) else os.fspath(source)):
            refuse_unsound(package)
        return package

    def copy(self) -> Package:
        """A second package to edit on its own; the bytes are shared, so it costs next to nothing."""
        twin = Package(())
        twin._members = dict(self._members)
        twin._spelling = dict(self._spelling)
        return twin

    # ---- parts -----------------------------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the archive."""
        return tuple(name for name in self._members if not name.endswith("/"))

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._spelling

    def spelled(self, name: str) -> str:
        """``name`` as the archive spells it: part names are equal whatever their case (ECMA-376 part 2)."""
        return self._spelling.get(name.lower(), name)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises ``PackageError`` where it is missing or damaged."""
        member = self._members.get(self.spelled(name))
        if member is None:
            raise refused("missing-part", part=name)
        if isinstance(member, bytes):
            return member
        if not isinstance(member, Member):
            self._members[self.spelled(name)] = made = member()
            return made
        is_list = name.endswith(".rels") or name == content_types.PART
        return member.kept if is_list else member.unpack()

    def write(self, name: str, data: bytes | Iterable[bytes]) -> None:
        """Set the bytes of a part, new or old; the same bytes as before leave it untouched.

        An iterable of chunks is deflated as it comes, so a long sheet is never held as a whole.
        """
        spelled = self.spelled(name)
        if not isinstance(data, bytes):
            self._put(spelled, Member.pack(spelled, data))
        elif self._differs(spelled, data):
            self._put(spelled, data)

    def store(self, name: str, data: bytes) -> None:
        """Set the bytes of a part without deflating them: for a copy that is read at once and thrown away."""
        self._put(self.spelled(name), Member.store(self.spelled(name), data))

    @contextmanager
    def edited(self, name: str) -> Iterator[_Element]:
        """The root of a part, to be changed in place; a part that reads the same afterwards keeps its bytes."""
        document = parse(self.read(name), name)
        before = document.to_bytes()
        yield document.root
        after = document.to_bytes()
        if after != before:
            self.write(name, after)

    def add(self, name: str, data: bytes | Iterable[bytes] | MadeBytes, content_type: str) -> None:
        """Add a part and declare its content type. It comes after all others in the archive.

        What makes the bytes of a part is called when they are read or saved, and never where they are not.
        """
        if callable(data):
            self._put(self.spelled(name), data)
        else:
            self.write(name, data)
        types = self._content_types()
        if types.declare(self.spelled(name), content_type):
            self.write(content_types.PART, types.to_bytes())

    def remove(self, name: str) -> None:
        """Take out a part with its relationships and content type; relationships to it are left to the caller."""
        spelled = self.spelled(name)
        for gone in (spelled, self.spelled(relationships_part(spelled))):
            self._members.pop(gone, None)
            self._spelling.pop(gone.lower(), None)
        types = self._content_types()
        if types.forget(spelled):
            self.write(content_types.PART, types.to_bytes())

    def free_name(self, pattern: str) -> str:
        """The first name of ``pattern`` not in use: ``word/charts/chart{}.xml`` gives ``…/chart3.xml``."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    # ---- what the parts are ----------------------------------------------------------------------------

    def relationships(self, part: str = "") -> Relationships:
        """The relationships of ``part``; those of the package itself for ``""``."""
        return Relationships(self, self.spelled(part))

    def referrers(self, part: str) -> tuple[str, ...]:
        """The parts that have a relationship to ``part``; ``""`` is the package itself."""
        found = []
        for name in self.names():
            folder, _, file = name.rpartition("_rels/")
            if not name.endswith(".rels"):
                continue
            owner = f"{folder}{file.removesuffix('.rels')}"
            if any(related.part == part for related in self.relationships(owner)):
                found.append(owner)
        return tuple(found)

    def content_type(self, part: str) -> str | None:
        """The declared content type of ``part``, ``None`` where there is none."""
        return self._content_types().of(part)

    @property
    def main_part(self) -> str:
        """The name of the document or workbook part: mostly ``word/document.xml`` or ``xl/workbook.xml``."""
        for relationship in self.relationships().by_type(relationships.OFFICE_DOCUMENT):
            return relationship.part
        raise refused("no-office-document")

    @property
    def extension(self) -> str:
        """The extension that fits the main part's type: ``docx``, ``dotm``, ``xlsx``, …; ``""`` for others."""
        return content_types.EXTENSION_OF_MAIN_PART.get(self.content_type(self.main_part) or "", "")

    def make_document(self) -> None:
        """Turn a template's type (.dotx, .dotm, .xltx, .xltm) into the document's; others stay as they are."""
        main = self.main_part
        document_type = content_types.DOCUMENT_OF_TEMPLATE.get(self.content_type(main) or "")
        if document_type:
            self.declare_type(main, document_type)

    def declare_type(self, part: str, content_type: str) -> None:
        """Say that ``part`` is of that content type."""
        types = self._content_types()
        if types.declare(part, content_type):
            self.write(content_types.PART, types.to_bytes())

    # ---- saving ----------------------------------------------------------------------------------------

    def save(self) -> bytes:
        """The package's bytes: the same for the same parts, whenever and wherever it is saved.

        Raises ``PackageError`` for a part that was written and is not sound XML; what was deflated as it came is not looked at.
        """
        for name, member in self._members.items():
            if not isinstance(member, Member):
                data = member if isinstance(member, bytes) else member()
                if name.endswith((".xml", ".rels")):
                    check_xml(data, name)
                self._members[name] = Member.pack(name, data)
        return write_archive(member for member in self._members.values() if isinstance(member, Member))

    def repacked(self) -> bytes:
        """Like :meth:`save`, with every part deflated anew: for files that a library has just written."""
        return write_archive(Member.pack(name, self.read(name)) for name in self.names())

    # ---- steps -----------------------------------------------------------------------------------------

    def _put(self, name: str, member: Member | bytes | MadeBytes) -> None:
        self._members[name] = member
        self._spelling[name.lower()] = name

    def _differs(self, name: str, data: bytes) -> bool:
        old = self._members.get(name)
        if isinstance(old, Member) and old.size != len(data):
            return True
        return old is None or self.read(name) != data

    def _content_types(self) -> ContentTypes:
        return ContentTypes(self.read(content_types.PART))

    def _check(self) -> None:
        """What every package needs, so that later steps need not ask again."""
        if any(True for _ in self.relationships().by_type(relationships.STRICT_OFFICE_DOCUMENT)):
            from reportgen.ooxml.strict import make_transitional

            make_transitional(self)
        self._content_types()
        if self.main_part not in self:
            self.read(self.main_part)
