"""Documents that people edited, brought up to revised data: the data's changes come in, the people's stay."""

import re

import pytest

from tests.living.refresh.workshop import (
    LEVEL,
    RISE_TO_FALL,
    Workshop,
    changed_parts,
    charts,
    figure_with,
    line_with,
    lines,
    own_paragraph,
    paragraph_after,
    paragraph_deleted,
    paragraph_moved_to_end,
    paragraph_with,
    rejected,
    replaced,
    row_deleted,
    row_label,
    run_of,
    split_by_word,
    typed_over,
    workshop,
    xml_of,
)

BRIEFS = {"en": "plan-2025-brief-en.docx", "zh": "plan-2025-brief-zh.docx"}
OWN_WORDS = {"en": "The commission met on this subject.", "zh": "委员会已就此开会研究。"}


@pytest.fixture(params=["bookmarks", pytest.param("controls", marks=pytest.mark.long)])
def desk(request, tmp_path) -> Workshop:
    return workshop(tmp_path, marks=request.param)


def fresh(desk: Workshop, file: str) -> list[str]:
    return lines(desk.built(file, "today"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_with_the_same_data_not_a_byte_changes(desk, language):
    brief = desk.built(BRIEFS[language])
    refreshed = desk.refreshed(brief)
    assert refreshed.data == brief.read_bytes()
    assert refreshed.report.changes == []
    assert refreshed.report.kept == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_untouched_brief_comes_to_say_what_a_new_build_says(desk, language):
    brief = desk.built(BRIEFS[language])
    desk.revise(LEVEL, RISE_TO_FALL)
    desk.drop("cn_cbec_trade_2021_yoy")
    refreshed = desk.refreshed(brief)
    assert lines(refreshed.data) == fresh(desk, BRIEFS[language])
    assert charts(refreshed.data) == charts(desk.built(BRIEFS[language], "today"))
    assert refreshed.report.kept == []


@pytest.mark.long
@pytest.mark.parametrize("name", ["trade-2023", pytest.param("ecommerce-2020", marks=pytest.mark.long)])
def test_the_other_packs_come_along_too(tmp_path, name):
    desk = workshop(tmp_path, name)
    briefs = [desk.built(f"{name}-brief-{language}.docx") for language in ("en", "zh")]
    desk.revise_all_levels()
    for brief in briefs:
        assert lines(desk.refreshed(brief).data) == fresh(desk, brief.name)


def test_parts_without_data_stay_as_they_lie(desk):
    brief = desk.built(BRIEFS["en"])
    desk.revise(LEVEL)
    changed = changed_parts(brief, desk.refreshed(brief).data)
    kept = {
        "word/styles.xml",
        "word/settings.xml",
        "word/numbering.xml",
        "word/theme/theme1.xml",
        "word/footer1.xml",
    }
    assert not changed & kept
    assert all(
        part.startswith(("word/document", "word/charts/", "word/embeddings/", "customXml/"))
        for part in changed
    )


def test_between_the_changes_every_byte_stays(desk):
    brief = desk.built(BRIEFS["en"])
    desk.revise(LEVEL)
    before, after = (
        re.sub(' descr="[^"]*"', "", xml) for xml in (xml_of(brief), xml_of(desk.refreshed(brief).data))
    )  # the charts' alternative texts hold numbers, too
    for old, new in (
        ("32.21", "33.56"),
        ("46.0", "47.9"),
        ("37.79", "36.44"),
        ("21.4", "20.2"),
        ("19.72", "20.55"),
        ("47.48", "48.47"),
    ):
        before = before.replace(f">{old}", f">{new}")
    assert (
        before[: before.index("Appendix: sources and notes")]
        == after[: after.index("Appendix: sources and notes")]
    )


# ---- words that go with numbers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "rise", "fall"),
    [
        ("en", "up 88.9% year on year", "down 8.9% year on year"),
        ("zh", "197.9亿元，同比增长88.9%", "197.9亿元，同比下降8.9%"),
    ],
)
def test_direction_words_follow_the_sign(desk, language, rise, fall):
    brief = desk.built(BRIEFS[language])
    desk.revise(RISE_TO_FALL)
    refreshed = desk.refreshed(brief)
    assert any(rise in line for line in lines(brief))
    assert any(fall in line for line in lines(refreshed.data))
    assert not any(rise in line for line in lines(refreshed.data))


def test_a_sentence_rewritten_by_hand_is_kept_whole_when_its_sign_changes(desk):
    brief = desk.edited(desk.built(BRIEFS["en"]), _rewritten)
    desk.revise(RISE_TO_FALL)
    refreshed = desk.refreshed(brief)
    line = line_with(refreshed.data, "a strong rise of")
    assert "a strong rise of 88.9%" in line
    conflict = next(item for item in refreshed.report.conflicts if "a strong rise of" in item.edited)
    assert "down 8.9%" in conflict.now


def _rewritten(xml: str) -> str:
    paragraph = paragraph_with(xml, "In January–May 2022 (period inferred), cross-border")
    return xml.replace(paragraph, paragraph.replace(", up ", ", a strong rise of "), 1)


def test_the_data_win_a_rewritten_sentence_when_asked_to(desk):
    brief = desk.edited(desk.built(BRIEFS["en"]), _rewritten)
    desk.revise(RISE_TO_FALL)
    refreshed = desk.refreshed(brief, take_data=True)
    assert lines(refreshed.data) == fresh(desk, BRIEFS["en"])
    assert refreshed.report.conflicts == []
    assert any(item.taken for item in refreshed.report.kept)


def test_words_of_people_beside_a_figure_stay_when_only_the_number_changes(desk):
    brief = desk.edited(
        desk.built(BRIEFS["en"]),
        replaced("the lower limit of the 2025 target", "what the plan asks for by 2025"),
    )
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert "47.9% of what the plan asks for by 2025" in line_with(refreshed.data, "what the plan asks")
    assert refreshed.report.conflicts == []


# ---- figures that people touched ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_figure_typed_over_is_kept_and_reported(desk, language):
    brief = desk.edited(desk.built(BRIEFS[language]), typed_over("46.0%", "46.2%"))
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    (conflict,) = refreshed.report.conflicts
    assert (conflict.kind, conflict.edited, conflict.now) == ("retyped", "46.2%", "47.9%")
    assert any("46.2%" in line for line in lines(refreshed.data))


def test_a_figure_typed_over_is_reported_though_the_data_are_the_same(desk):
    brief = desk.edited(desk.built(BRIEFS["en"]), typed_over("46.0%", "46.2%"))
    refreshed = desk.refreshed(brief)
    assert refreshed.data == brief.read_bytes()
    assert [item.now for item in refreshed.report.conflicts] == ["46.0%"]


def test_the_data_win_a_figure_typed_over_when_asked_to(desk):
    brief = desk.edited(desk.built(BRIEFS["en"]), typed_over("46.0%", "46.2%"))
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief, take_data=True)
    assert lines(refreshed.data) == fresh(desk, BRIEFS["en"])


def test_a_person_who_typed_the_new_number_already_is_right(desk):
    brief = desk.edited(desk.built(BRIEFS["en"]), typed_over("46.0%", "47.9%"))
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert refreshed.report.conflicts == []
    assert lines(refreshed.data) == fresh(desk, BRIEFS["en"])


def test_a_number_that_word_cut_into_runs_is_one_number(desk):
    brief = desk.edited(desk.built(BRIEFS["en"]), split_by_word("46.0%"))
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert lines(refreshed.data) == fresh(desk, BRIEFS["en"])
    assert 'w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr>' in xml_of(refreshed.data)


def test_a_figure_whose_control_is_gone_is_still_known(desk):
    def unwrapped(xml: str) -> str:
        control = figure_with(xml, "46.0%")
        run = run_of(control)
        return xml.replace(control, run, 1)

    brief = desk.edited(desk.built(BRIEFS["en"]), unwrapped)
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert lines(refreshed.data) == fresh(desk, BRIEFS["en"])
    assert refreshed.report.conflicts == []


def test_a_figure_copied_into_a_sentence_of_ones_own_is_brought_along(desk):
    def copied(xml: str) -> str:
        own = own_paragraph("We have reached ", figure_with(xml, "46.0%"), " already.")
        return paragraph_after("In January–May 2022 (period inferred), cross-border", own)(xml)

    brief = desk.edited(desk.built(BRIEFS["en"]), copied)
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert "We have reached 47.9% already." in lines(refreshed.data)


def test_a_copy_whose_sign_changed_is_left_to_its_writer(desk):
    def copied(xml: str) -> str:
        own = own_paragraph("We grew by a fine ", figure_with(xml, "88.9%"), ".")
        at = xml.rindex("<w:sectPr>")
        return xml[:at] + own + xml[at:]

    brief = desk.edited(desk.built(BRIEFS["en"]), copied)
    desk.revise(RISE_TO_FALL)
    refreshed = desk.refreshed(brief)
    assert "We grew by a fine 88.9%." in lines(refreshed.data)
    assert [item.kind for item in refreshed.report.conflicts] == ["copied"]


# ---- what people took out, moved, wrote --------------------------------------------------------------------


def test_a_deleted_row_stays_deleted(desk):
    built = desk.built(BRIEFS["en"])
    label = row_label(xml_of(built), "32.21")
    brief = desk.edited(built, row_deleted("32.21"))
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert lines(refreshed.data).count(label) == lines(built).count(label) - 1
    assert [item.kind for item in refreshed.report.kept] == ["deleted"]
    assert refreshed.report.conflicts == []


def test_a_deleted_paragraph_stays_deleted(desk):
    brief = desk.edited(
        desk.built(BRIEFS["en"]), paragraph_deleted("In January–May 2022 (period inferred), cross-border")
    )
    desk.revise(RISE_TO_FALL)
    refreshed = desk.refreshed(brief, take_data=True)
    assert not any(
        "In January–May 2022 (period inferred), cross-border" in line for line in lines(refreshed.data)
    )
    assert "deleted" in [item.kind for item in refreshed.report.kept]


def test_a_moved_paragraph_is_found_where_it_is(desk):
    brief = desk.edited(
        desk.built(BRIEFS["en"]),
        paragraph_moved_to_end("In January–May 2022 (period inferred), cross-border"),
    )
    desk.revise(RISE_TO_FALL)
    refreshed = desk.refreshed(brief)
    said = lines(refreshed.data)
    assert "down 8.9%" in line_with(refreshed.data, "In January–May 2022 (period inferred), cross-border")
    assert said.index(
        line_with(refreshed.data, "In January–May 2022 (period inferred), cross-border")
    ) > said.index("Appendix: sources and notes")
    assert sorted(lines(refreshed.data)) == sorted(fresh(desk, BRIEFS["en"]))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_people_s_own_paragraphs_stay_to_the_byte(desk, language):
    own = own_paragraph(OWN_WORDS[language])

    def written(xml: str) -> str:
        at = xml.index("</w:p>", xml.index("46.0%")) + len("</w:p>")
        return xml[:at] + own + xml[at:]

    brief = desk.edited(desk.built(BRIEFS[language]), written)
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert own in xml_of(refreshed.data)
    assert refreshed.report.conflicts == []


def test_comments_and_tracked_changes_of_people_stay(desk):
    mark = '<w:ins w:id="9001" w:author="Li" w:date="2024-04-02T08:00:00Z"><w:r><w:t xml:space="preserve"> (to be confirmed)</w:t></w:r></w:ins>'
    gone = '<w:del w:id="9002" w:author="Li" w:date="2024-04-02T08:00:00Z"><w:r><w:delText xml:space="preserve"> by far</w:delText></w:r></w:del>'

    def tracked(xml: str) -> str:
        control = figure_with(xml, "46.0%")
        return xml.replace(control, f"{control}{mark}{gone}", 1)

    brief = desk.edited(desk.built(BRIEFS["en"]), tracked)
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    xml = xml_of(refreshed.data)
    assert mark in xml
    assert gone in xml
    assert "47.9% (to be confirmed) of the " in line_with(refreshed.data, "(to be confirmed)")


# ---- tracked by reportgen ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
def test_tracked_changes_accepted_are_the_new_text_and_rejected_the_old(desk, language):
    brief = desk.edited(desk.built(BRIEFS[language]), split_by_word("46.0%"))
    desk.revise(LEVEL, RISE_TO_FALL)
    desk.drop("cn_cbec_trade_2021_yoy")
    refreshed = desk.refreshed(brief, track=True)
    assert lines(refreshed.data) == fresh(desk, BRIEFS[language])
    assert lines(rejected(refreshed.data)) == lines(brief)
    assert 'w:author="reportgen" w:date="2024-04-18T12:00:00Z"' in xml_of(refreshed.data)


@pytest.mark.long_but_for("bookmarks-True-zh")
@pytest.mark.validator
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("track", [False, True])
def test_a_refreshed_brief_is_a_valid_document(desk, language, track, ooxml_validator):
    brief = desk.edited(desk.built(BRIEFS[language]), split_by_word("46.0%"))
    desk.revise(LEVEL, RISE_TO_FALL)
    desk.drop("cn_cbec_trade_2021_yoy")
    assert ooxml_validator(desk.refreshed(brief, track=track).data) == []


def test_a_figure_inside_somebody_s_tracked_insertion_is_brought_along(desk):
    def inserted(xml: str) -> str:
        control = figure_with(xml, "46.0%")
        around = '<w:ins w:id="9001" w:author="Li" w:date="2024-04-02T08:00:00Z">'
        return xml.replace(control, f"{around}{control}</w:ins>", 1)

    brief = desk.edited(desk.built(BRIEFS["en"]), inserted)
    desk.revise(LEVEL)
    for track in (False, True):
        refreshed = desk.refreshed(brief, track=track)
        assert lines(refreshed.data) == fresh(desk, BRIEFS["en"])
        assert 'w:author="Li"' in xml_of(refreshed.data)


def test_a_figure_that_somebody_struck_out_stays_struck_out(desk):
    def struck(xml: str) -> str:
        control = figure_with(xml, "46.0%")
        gone = control.replace(
            "<w:r>", '<w:del w:id="9001" w:author="Li" w:date="2024-04-02T08:00:00Z"><w:r>'
        )
        gone = gone.replace("<w:t ", "<w:delText ").replace("</w:t></w:r>", "</w:delText></w:r></w:del>")
        return xml.replace(control, gone, 1)

    brief = desk.edited(desk.built(BRIEFS["en"]), struck)
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert ">46.0%</w:delText>" in xml_of(refreshed.data)
    assert refreshed.report.conflicts == []
    assert "deleted" in [item.kind for item in refreshed.report.kept]
