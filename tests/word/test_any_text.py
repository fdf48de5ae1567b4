"""Any text of any script comes out as it is, or as a finding; the result is always sound XML."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.errors import TemplateError
from tests.word.documents import body_xml, docx_of, filled, lines, p, r, rows_of, table

TEMPLATE = docx_of(
    p(r("[{{ x }}]", "<w:b/>")),
    "{{ x }}",
    table(["{%tr for y in ys %}", ""], ["{{ y }}", "{{ y }}."], ["{%tr endfor %}", ""]),
    p('<w:r><w:pict><v:shape id="s" alt="{{ x }}"/></w:pict></w:r>'),
)
UNWRITABLE = re.compile("[\x00-\x06\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def attempt(template, **context):
    """The document and no findings, or no document and the findings."""
    try:
        return filled(template, **context), ()
    except TemplateError as error:
        return None, error.findings


def as_shown(text):
    """What a reader sees: Word's line breaks and tabs for those of the text."""
    return re.sub("\r\n|[\n\r\v\u2028\u2029]", "|", text).replace("\t", "→")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=40))
@example("R&D <5% \"quoted\" 'too' {{ x }} {% if %} ]]> <!-- -->")
@example("</w:t></w:r></w:p>")
@example("a\tb\nc\r\nd\re\vf\u2028g")
@example("\u202eright to left\u202c עברית العربية")
@example("👩‍👩‍👧 \U0001f1e8\U0001f1f3 𠮷")
@example("\ufdd05\ufdd1")
@example("\x85\xa0\u3000\u200b\ufeff")
def test_text_comes_out_as_it_is_or_as_a_finding(text):
    text = text.replace("\a", "").replace("\f", "")  # these split paragraphs, as in docxtpl
    document, findings = attempt(TEMPLATE, x=text, ys=[text])
    assert {finding.code for finding in findings} == (
        {"control-character"} if UNWRITABLE.search(text) else set()
    )
    if document is None:
        return
    assert lines(document)[:2] == [f"[{as_shown(text)}]", as_shown(text)]
    assert rows_of(document) == [[as_shown(text), f"{as_shown(text)}."]]


@pytest.mark.long
@settings(max_examples=3000, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=40))
def test_so_does_much_more_text(text):
    test_text_comes_out_as_it_is_or_as_a_finding.hypothesis.inner_test(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "{{ x }}",
                "{% if x %}",
                "{% endif %}",
                "{% for y in xs %}",
                "{% endfor %}",
                "{{ y }}",
                "text",
                "{",
                "}}",
                "{{",
                "%}",
                "{# r #}",
                "{% else %}",
            ]
        ),
        max_size=6,
    )
)
def test_any_mixture_of_tags_gives_a_sound_document_or_findings(pieces):
    from lxml import etree

    template = docx_of(" ".join(pieces) or "-", *pieces[:3])
    document, findings = attempt(template, x="a", xs=["b", "c"], y="d")
    assert all(finding.place.paragraph for finding in findings)
    if document is not None:
        etree.fromstring(body_xml(document).encode())
