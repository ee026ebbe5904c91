"""Moodle XML: every type that is supported, every other one by name, and what files in use are like."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.drafts import Draft
from quiz_bank.formats.foreign.moodle_reading import read_moodle


def drafts(inside: str) -> list[Draft]:
    raw = f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>{inside}</quiz>'.encode()
    return list(read_moodle(raw, "quiz.xml"))


def one(kind: str, inside: str, ask: str = "<![CDATA[<p>Which <b>river</b>?</p>]]>") -> Draft:
    (draft,) = drafts(
        f'<question type="{kind}"><name><text>Rivers</text></name>'
        f'<questiontext format="html"><text>{ask}</text></questiontext>{inside}</question>'
    )
    return draft


def table(kind: str, inside: str) -> dict[str, Any]:
    found = one(kind, inside).table
    assert found is not None
    return dict(found)


def answer(text: str, fraction: str, more: str = "") -> str:
    return f'<answer fraction="{fraction}" format="html"><text>{text}</text>{more}</answer>'


def feedback(text: str) -> str:
    return f'<feedback format="html"><text>{text}</text></feedback>'


def test_one_option_is_right() -> None:
    found = table("multichoice", answer("Varn", "100") + answer("Salm", "0") + "<single>true</single>")
    assert found == {"kind": "choice", "ask": "Which river?", "answer": "Varn", "wrong": ["Salm"]}


@pytest.mark.parametrize("single", ["<single>false</single>", "<single>0</single>"])
def test_several_options_are_right(single: str) -> None:
    options = answer("Varn", "50") + answer("Eder", "50") + answer("Salm", "-100")
    found = table("multichoice", options + single)
    assert (found["answer"], found["wrong"]) == (["Varn", "Eder"], ["Salm"])


def test_types_for_several_options_of_other_makers() -> None:
    options = answer("Varn", "100") + answer("Eder", "100") + answer("Salm", "0")
    assert table("multichoiceset", options)["answer"] == ["Varn", "Eder"]
    marked = answer("Varn", "0", "<correctanswer>1</correctanswer>") + answer("Salm", "0")
    assert table("oumultiresponse", marked)["answer"] == ["Varn"]


@pytest.mark.parametrize(("true", "false", "is_true"), [("100", "0", True), ("0", "100", False)])
def test_true_or_false(true: str, false: str, is_true: bool) -> None:
    found = table(
        "truefalse", answer("true", true, feedback("Yes.")) + answer("false", false, feedback("No."))
    )
    assert (found["kind"], found["answer"], found["why"]) == (
        "true-false", is_true, "Yes." if is_true else "No.",
    )  # fmt: skip


def test_typed_words_with_other_spellings_and_wrong_ones() -> None:
    options = answer("Varn", "100") + answer("the Varn", "100") + answer("Salm", "0") + answer("*", "0")
    found = table("shortanswer", options)
    assert (found["kind"], found["answer"], found["aliases"], found["wrong"]) == (
        "text", "Varn", ["the Varn"], ["Salm"],
    )  # fmt: skip


def test_capitals_that_count_are_told() -> None:
    draft = one("shortanswer", "<usecase>1</usecase>" + answer("Varn", "100"))
    assert [note.what for note in draft.notes] == ["capitals that count"]


def test_figures_with_tolerance_and_unit() -> None:
    units = "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>"
    found = table("numerical", answer("300", "100", "<tolerance>5</tolerance>") + units)
    assert (found["kind"], found["answer"], found["tolerance"]) == ("number", "300 km", "5 km")


def test_a_figure_without_tolerance_or_unit() -> None:
    found = table("numerical", answer("1822", "100") + answer("*", "0", feedback("No.")))
    assert (found["answer"], "tolerance" in found) == ("1822", False)


def test_pairs_and_a_right_side_too_many() -> None:
    def pair(left: str, right: str) -> str:
        return f"<subquestion><text>{left}</text><answer><text>{right}</text></answer></subquestion>"

    found = table("matching", pair("Verrin", "mayor") + pair("Hale", "priest") + pair("", "baker"))
    assert (found["answer"], found["wrong"]) == ({"Verrin": "mayor", "Hale": "priest"}, ["baker"])


@pytest.mark.parametrize(
    "places", [("1", "2", "3"), ("1.0000000", "1.0000000", "1.0000000"), ("0", "0", "0")]
)
def test_items_to_order_stand_in_order_or_carry_their_place(places: tuple[str, str, str]) -> None:
    items = "".join(answer(item, place) for item, place in zip(("Lorn", "Salm", "Hale"), places, strict=True))
    assert table("ordering", items)["answer"] == ["Lorn", "Salm", "Hale"]


def test_places_count_more_than_the_order_of_the_file() -> None:
    assert table("ordering", answer("Salm", "2") + answer("Lorn", "1"))["answer"] == ["Lorn", "Salm"]


def test_a_backup_of_a_course_is_told_apart() -> None:
    with pytest.raises(BriefingError, match="backup of a course"):
        list(read_moodle(b"<MOODLE_BACKUP><QUESTION/></MOODLE_BACKUP>", "moodle.xml"))


def test_one_question_may_stand_without_a_quiz_around_it() -> None:
    raw = b"""<question type="truefalse"><questiontext><text>The Varn flows north.</text></questiontext>
        <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>"""
    (draft,) = read_moodle(raw, "quiz.xml")
    assert draft.table is not None
    assert draft.table["answer"] is True


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("essay", "essay"),
        ("description", "description"),
        ("calculated", "calculated"),
        ("calculatedsimple", "calculated"),
        ("gapselect", "gaps to select in"),
        ("ddwtos", "drag and drop into text"),
        ("ddmarker", "drag and drop of markers"),
        ("stack", "stack"),
        ("coderunner", "code"),
        ("", "a question without a type"),
    ],
)
def test_other_types_are_refused_by_name(kind: str, called: str) -> None:
    draft = one(kind, "")
    assert (draft.table, draft.name) == (None, "Rivers")
    assert [note.what for note in draft.notes] == [f"{called} is not supported"]


def test_feedback_tags_category_and_idnumber_are_kept() -> None:
    (draft,) = drafts(
        '<question type="category"><category><text>$course$/top/Land/Rivers</text></category></question>'
        '<question type="shortanswer"><name><text>n</text></name><questiontext format="html"><text>Who?</text>'
        "</questiontext><generalfeedback><text>She led it.</text></generalfeedback><idnumber>who-1</idnumber>"
        + answer("Verrin", "100", feedback("Since 2029."))
        + "<tags><tag><text>people</text></tag></tags></question>"
    )
    assert draft.table is not None
    assert draft.table["id"] == "who-1"
    assert draft.table["why"] == "She led it. Since 2029."
    assert draft.table["tags"] == ["people", "Land/Rivers"]


def test_pictures_hints_files_and_feedback_without_a_place_are_told() -> None:
    ask = "<![CDATA[<p>Which? <img src='@@PLUGINFILE@@/a.png' alt='a map'></p>]]>"
    more = "<hint><text>North.</text></hint><correctfeedback><text>Well done, you.</text></correctfeedback>"
    files = '<file name="a.png" encoding="base64">AAAA</file>'
    draft = one("shortanswer", answer("Varn", "100") + more + files, ask)
    assert draft.table is not None
    assert draft.table["ask"] == "Which? [a map]"
    assert {note.what for note in draft.notes} == {
        "image", "hint", "feedback on the whole answer", "embedded file",
    }  # fmt: skip


def test_what_everybody_leaves_as_it_is_is_no_loss() -> None:
    usual = "<correctfeedback><text>Your answer is correct.</text></correctfeedback>"
    assert one("shortanswer", answer("Varn", "100") + usual).notes == ()


def test_plain_text_is_taken_as_it_stands() -> None:
    (draft,) = drafts(
        '<question type="shortanswer"><questiontext format="plain_text"><text>Is &lt;b&gt; &amp;amp; a tag?</text>'
        "</questiontext>" + answer("yes", "100") + "</question>"
    )
    assert draft.table is not None
    assert draft.table["ask"] == "Is <b> &amp; a tag?"


def test_raised_figures_keep_their_meaning() -> None:
    draft = one("shortanswer", answer("x", "100"), "<![CDATA[10<sup>5</sup> H<sub>2</sub>O x<sup>ab</sup>]]>")
    assert draft.table is not None
    assert draft.table["ask"] == "10⁵ H₂O x^ab"


def test_markup_that_nobody_escaped_is_read() -> None:
    draft = one("shortanswer", answer("x", "100"), "<p>Which <b>river</b>?</p>")
    assert draft.table is not None
    assert draft.table["ask"] == "Which river?"


def test_lines_are_those_of_the_file() -> None:
    first, second = drafts('\n<question type="essay"/>\n\n<question type="cloze"/>')
    assert (first.line, second.line) == (3, 5)


BODY = (
    '<question type="shortanswer"><questiontext><text>Café {}?</text></questiontext>'
    '<answer fraction="100"><text>Å</text></answer></question>'
)


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + f"<quiz>{BODY}</quiz>".encode(),
        f'  \n<?xml version="1.0"?><quiz>{BODY}</quiz>'.encode(),
        f'<?xml version="1.0" encoding="ISO-8859-1"?><quiz>{BODY}</quiz>'.encode("latin-1"),
        f'<?xml version="1.0" encoding="UTF-8"?><quiz>{BODY}</quiz>'.encode("latin-1"),
        f'<?xml version="1.0" encoding="UTF-16"?><quiz>{BODY}</quiz>'.encode("utf-16"),
    ],
    ids=["mark", "spaces first", "latin-1", "latin-1 called UTF-8", "UTF-16"],
)
def test_encodings_of_files_in_use(raw: bytes) -> None:
    (draft,) = read_moodle(raw, "quiz.xml")
    assert draft.table is not None
    assert (draft.table["ask"], draft.table["answer"]) == ("Café {}?", "Å")


def test_lone_ampersands_and_names_of_signs_are_mended() -> None:
    raw = f"<quiz>{BODY.replace('{}', 'R&D &nbsp;&eacute; <![CDATA[a &amp; b]]>')}</quiz>".encode()
    (draft,) = read_moodle(raw, "quiz.xml")
    assert draft.table is not None
    assert draft.table["ask"] == "Café R&D é a & b?"


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes_and_that_is_told() -> None:
    raw = f"<quiz>\n{BODY}\n<question type='shortanswer'><questiontext><text>And".encode()
    found = list(read_moodle(raw, "quiz.xml"))
    assert found[0].table is not None
    assert found[-1].notes[0].what.startswith("broken XML")
    assert found[-1].line == 3


DTD = '<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>\n', "<!-- a remark -->\n", "\ufeff <?pi x?>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_is_refused(before: str, encoding: str) -> None:
    with pytest.raises(BriefingError, match="DTD"):
        list(read_moodle(f"{before}{DTD}<quiz>{BODY}&b;</quiz>".encode(encoding), "quiz.xml"))


def test_a_page_within_a_question_may_have_a_doctype() -> None:
    draft = one("shortanswer", answer("x", "100"), "<![CDATA[<!DOCTYPE html><p>Which?</p>]]>")
    assert draft.table is not None
    assert "Which?" in draft.table["ask"]


@pytest.mark.parametrize("raw", [b"", b"no xml", b"<html><p>A page.</p></html>", b"<quiz></quiz>", b"\0\1\2"])
def test_what_is_no_moodle_xml_is_told(raw: bytes) -> None:
    with pytest.raises(BriefingError, match=r"quiz\.xml"):
        list(read_moodle(raw, "quiz.xml"))
