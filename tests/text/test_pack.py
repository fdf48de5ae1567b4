"""A pack with a press release in Markdown and a mail in plain text: built, checked, audited; what a text cannot is said."""

import json

import pytest

from reportgen.build import build as building
from reportgen.build.check import check
from reportgen.errors import PackError, ReportgenError
from reportgen.language import language, say
from reportgen.living.audit import annotated, audit, by_place
from reportgen.living.explain import candidates
from reportgen.living.lineage_sources import open_lineage
from reportgen.living.page.shown import shown_of_document, shown_of_pack
from reportgen.living.refresh.refresh import refresh
from reportgen.living.release import release
from tests.build.packs import pack

DOCUMENTS = """
[[documents]]
template = "mail.txt"
output = "mail-{language}.txt"

[[documents]]
template = "press.md"
output = "press-{language}.md"

"""
PRESS = "# {{ pack.title }}\n\n{{ cbec_trade.sentence }}\n{% for p in ['2020', '2021'] %}\n- {{ cbec_trade.at(p) }}\n{% endfor %}\n"
MAIL = "{{ cbec_trade }}{{ cbec_trade.mark }}\n{% for source in sources %}\n{{ source }}\n{% endfor %}\n"


def texts(folder, press=PRESS, mail=MAIL):
    made = pack(folder)
    definition = made / "pack.toml"
    words = definition.read_text("utf-8")
    definition.write_text(words.replace("[[documents]]", DOCUMENTS.strip() + "\n\n[[documents]]", 1), "utf-8")
    (made / "press.md").write_text(press, "utf-8")
    (made / "mail.txt").write_text(mail, "utf-8")
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    made = texts(tmp_path_factory.mktemp("texts") / "pack")
    assert [found for found in check(made)[0] if found.severity.value == "error"] == []
    return made, building.build(made).placed.folder


def test_both_languages_are_built(built):
    _, folder = built
    assert (folder / "press-en.md").read_text("utf-8").splitlines() == [
        "# Small pack",
        "",
        "In 2021, CN-CQ’s cbec trade reached 32.21 billion yuan, up 63.3% year on year.",
        "- 7.81 billion yuan",
        "- 32.21 billion yuan",
    ]
    assert (folder / "press-zh.md").read_text("utf-8").splitlines()[-1] == "- 322.1亿元"
    assert (folder / "mail-en.txt").read_text("utf-8").startswith("32.21 billion yuan[1]\n")


def test_pack_json_says_which_figure_stands_on_which_line(built):
    _, folder = built
    outputs = json.loads((folder / "pack.json").read_text("utf-8"))["outputs"]
    press = next(one for one in outputs if one["path"] == "press-en.md")
    assert [(one["text"], one["place"]) for one in press["figures"]] == [
        ("32.21 billion yuan", "3"),
        ("63.3%", "3"),
        ("7.81 billion yuan", "4"),
        ("32.21 billion yuan", "5"),
    ]


def test_mistakes_have_file_and_line(tmp_path):
    made = texts(tmp_path / "pack", press="x\n\n{{ cbec_trad }}\n")
    found = [one for one in check(made)[0] if one.code == "unknown-name"]
    assert [(language("en").place(one.place), language("en").what(one)) for one in found] == [
        ("press.md, line 3", "The name “cbec_trad” is unknown.")
    ]
    with pytest.raises(PackError):
        building.build(made)


def test_an_output_has_the_format_of_its_template(tmp_path):
    made = texts(tmp_path / "pack")
    definition = made / "pack.toml"
    definition.write_text(
        definition.read_text("utf-8").replace("press-{language}.md", "press-{language}.docx")
    )
    (found,) = check(made)[0]
    assert language("en").what(found) == (
        "“press-{language}.docx” does not fit its template (a data book is a workbook): it must end in .md."
    )


def test_an_audit_holds_each_line_against_the_data(built, tmp_path):
    made, folder = built
    edited = tmp_path / "press-en.md"
    text = (folder / "press-en.md").read_text("utf-8")
    assert audit(folder / "press-en.md", pack=made).findings == ()
    edited.write_text(text.replace("up 63.3%", "down 63.3%").replace("- 7.81", "- 7.91"), "utf-8")
    made_audit = audit(edited, pack=made)
    assert [(one.code, language("en").place(one.place)) for one in made_audit.findings] == [
        ("word-against-sign", "press-en.md, line 3"),
        ("unbacked-number", "press-en.md, line 4"),
    ]
    assert [group.found[0].text for group in by_place(made_audit)] == ["63.3%", "7.91 billion yuan"]
    assert "{# No figure backs “7.91 billion yuan”" in annotated(made_audit, edited, "en").decode()


@pytest.mark.parametrize(
    "asked",
    [
        lambda text, made: audit(text),
        lambda text, made: candidates(open_lineage(text), "63.3%"),
        lambda text, made: shown_of_document(text),
        lambda text, made: refresh(text, made),
        lambda text, made: release(text, text.with_name("out.md"), pack=made),
    ],
    ids=["audit without a pack", "explain", "page", "refresh", "release"],
)
def test_what_needs_lineage_says_in_a_sentence_that_a_text_has_none(built, asked):
    made, folder = built
    with pytest.raises(ReportgenError) as raised:
        asked(folder / "press-en.md", made)
    assert say(raised.value.message, "en").startswith(
        "press-en.md is nothing but text and carries no lineage; ask its pack"
    )


def test_a_page_of_the_pack_shows_its_other_documents(built):
    made, _ = built
    assert [one.name for one in shown_of_pack(made, "en").documents] == ["brief-en.docx", "book-en.xlsx"]
