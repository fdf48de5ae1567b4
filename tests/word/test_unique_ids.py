"""Whatever loops repeat in whatever nesting: every number and name is there once, and every reference leads somewhere."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.ooxml import Package
from reportgen.ooxml.xml import NAMESPACES
from reportgen.word import WordTemplate
from tests.soundness import unsound
from tests.word.documents import docx_of, p, r, table
from tests.word.test_emptied import BOXES
from tests.word.test_repeated import field

_W = f'xmlns:w="{NAMESPACES["w"]}"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MOST = 40


def _bookmark(number, inner):
    return f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


FAMILIES = {
    "a bookmark": lambda n: p(_bookmark(n, r("{{ x }}"))),
    "a bookmark around a tag that directs": lambda n: (
        f'<w:p><w:bookmarkStart w:id="{n}" w:name="b{n}"/>{r("{%p if x %}")}<w:bookmarkEnd w:id="{n}"/></w:p>{p("y")}{p("{%p endif %}")}'
    ),
    "a bookmark over two paragraphs": lambda n: (
        p(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>', "{{ x }}") + p(f'<w:bookmarkEnd w:id="{n}"/>', "z")
    ),
    "references": lambda n: p(
        _bookmark(n, r("{{ x }}")),
        field(f"REF b{n} \\h"),
        field(f"PAGEREF b{n}"),
        f'<w:hyperlink w:anchor="b{n}">{r("there")}</w:hyperlink>',
    ),
    "a comment": lambda n: p(
        f'<w:commentRangeStart w:id="{n}"/>',
        "c {{ x }}",
        f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>',
    ),
    "a footnote": lambda n: p("{{ x }}", f'<w:r><w:footnoteReference w:id="{n}"/></w:r>'),
    "an endnote": lambda n: p("{{ x }}", f'<w:r><w:endnoteReference w:id="{n}"/></w:r>'),
    "tracked changes": lambda n: p(
        f'<w:ins w:id="{n}" w:author="a" w:date="2024-01-01T00:00:00Z">{r("{{ x }}")}</w:ins>'
        f'<w:del w:id="{n + 500}" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del>'
    ),
    "what people may edit": lambda n: p(f'<w:permStart w:id="{n}" w:edGrp="everyone"/>', "{{ x }}", f'<w:permEnd w:id="{n}"/>'),
    "a move": lambda n: "".join(
        f'<w:p><w:{kind}RangeStart w:id="{n + at}" w:author="a" w:name="move{n}"/><w:{kind} w:id="{n + at + 50}" w:author="a">{r("moved")}</w:{kind}>'
        f'<w:{kind}RangeEnd w:id="{n + at}"/></w:p>' for kind, at in (("moveFrom", 3000), ("moveTo", 4000))
    ),
    "a drawing": lambda n: p(BOXES["drawn"].format(p("{{ x }}")).replace('id="7"', f'id="{n}"')),
    "a VML shape": lambda n: p(
        '<w:r><w:pict><v:shapetype id="_x0000_t202" coordsize="1,1"/>'
        f'<v:shape id="_x0000_s{n}" type="#_x0000_t202"><v:textbox><w:txbxContent>{p("{{ x }}")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    ) if n else "",
    "a VML shape behind one in a text box": lambda n: p(
        f'<w:r><w:pict><v:shape id="outer{n}"><v:textbox><w:txbxContent>{p(f"""<w:r><w:pict><v:shape id="inner{n}"/></w:pict></w:r>""")}'
        f'</w:txbxContent></v:textbox></v:shape><v:shape id="beside{n}"/></w:pict></w:r>'
    ),
    "a control over several lines": lambda n: f'<w:sdt>\n <w:sdtPr>\n  <w:id w:val="{n + 900}"/>\n </w:sdtPr><w:sdtContent>{p("x")}</w:sdtContent></w:sdt>',
    "a control": lambda n: f'<w:sdt><w:sdtPr><w:id w:val="{n + 900}"/></w:sdtPr><w:sdtContent>{p("{{ x }}")}</w:sdtContent></w:sdt>',
    "a row": lambda n: table(["{%tr for x in xs %}"], [p(_bookmark(n, r("{{ x }}")))], ["{%tr endfor %}"]) + p("after"),
}  # fmt: skip
TREES = st.recursive(
    st.sampled_from(sorted(FAMILIES)), lambda inside: st.lists(inside, min_size=1, max_size=4), max_leaves=8
)


def _control(number, inner):
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{number}000"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    )


def _notes(kind):
    notes = "".join(
        f'<w:{kind} w:id="{n}">{_control(n + sum(map(ord, kind)), p(f"note {n}"))}</w:{kind}>'
        for n in range(1, _MOST)
    )
    return f"<w:{kind}s {_W}>{notes}</w:{kind}s>".encode()


def _template(tree):
    numbers = count(1)

    def written(node):
        if isinstance(node, str):
            return FAMILIES[node](next(numbers))
        inner = "".join(map(written, node))
        return f"{p('{%p for x in xs %}')}{inner}{p('{%p endfor %}')}"

    package = Package.open(docx_of(written(tree), "end"))
    for kind in ("footnote", "endnote", "comment"):
        package.add(f"word/{kind}s.xml", _notes(kind), f"{_WORD}.{kind}s+xml")
        package.relationships("word/document.xml").add(f"{_OFFICE}/{kind}s", f"word/{kind}s.xml")
    return package.save()


def _check(tree, xs):
    template = _template(tree)
    known = unsound(template)
    found = unsound(WordTemplate(template).fill({"xs": xs, "x": "x"}).data)
    assert [one for one in found if one not in known] == []


NESTED = [
    "a bookmark",
    ["references", ["a comment", "a footnote", "a drawing"], "a row"],
    "a VML shape",
    "a control",
]


@pytest.mark.parametrize("tree", [*sorted(FAMILIES), NESTED], ids=str)
def test_each_family_in_a_loop_is_sound(tree):
    _check([tree], ["a", "b"])


@settings(max_examples=8, deadline=None)
@given(TREES, st.lists(st.sampled_from("abc"), max_size=3))
def test_whatever_is_repeated_is_sound(tree, xs):
    _check(tree, xs)


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(TREES, st.lists(st.sampled_from("abc"), max_size=3))
def test_whatever_is_repeated_is_sound_three_hundred_times(tree, xs):
    _check(tree, xs)
