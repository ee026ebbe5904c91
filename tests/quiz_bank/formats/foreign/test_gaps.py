"""Cloze: a text with one gap is a question, in Moodle's syntax and in Anki's."""

from __future__ import annotations

from typing import Any

import pytest

from quiz_bank.formats.foreign.anki_cards import NoteType
from quiz_bank.formats.foreign.anki_fields import note_drafts
from quiz_bank.formats.foreign.drafts import Draft
from quiz_bank.formats.foreign.gift_reading import read_gift
from quiz_bank.formats.foreign.moodle_reading import read_moodle


def moodle(text: str, kind: str = "cloze") -> Draft:
    raw = f'<quiz><question type="{kind}"><questiontext format="html"><text><![CDATA[{text}]]></text>'
    (draft,) = read_moodle(f"{raw}</questiontext></question></quiz>".encode(), "quiz.xml")
    return draft


def table(draft: Draft) -> dict[str, Any]:
    assert draft.table is not None
    return dict(draft.table)


def whats(*drafts: Draft) -> list[str]:
    return [note.what for draft in drafts for note in draft.notes]


@pytest.mark.parametrize("kind", ["cloze", "multianswer"])
@pytest.mark.parametrize("name", ["SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "MWC"])
def test_a_gap_to_type_into(kind: str, name: str) -> None:
    found = table(moodle(f"<p>The {{1:{name}:=Varn~=the <b>Varn</b>}} is long.</p>", kind))
    assert (found["kind"], found["ask"], found["answer"]) == ("text", "The _____ is long.", "Varn")
    assert found["aliases"] == ["the Varn"]


@pytest.mark.parametrize("name", ["MULTICHOICE", "MC", "MCV", "MULTICHOICE_HS"])
def test_a_gap_to_choose_for(name: str) -> None:
    found = table(moodle(f"The {{:{name}:Salm#no~=Varn#yes~%0%Eder}} is long."))
    assert (found["kind"], found["answer"], found["wrong"]) == ("choice", "Varn", ["Salm", "Eder"])
    assert found["why"] == "yes"


def test_a_gap_with_several_right_options() -> None:
    found = table(moodle("Rivers: {2:MR:=Varn~=Eder~Lorn}"))
    assert (found["answer"], found["wrong"]) == (["Varn", "Eder"], ["Lorn"])


def test_a_gap_for_a_figure() -> None:
    found = table(moodle("It is {1:NUMERICAL:=28:2~%50%30:5~*#no} km long."))
    assert (found["kind"], found["answer"], found["tolerance"]) == ("number", "28", "2")


def test_escaped_signs_in_a_gap_are_signs() -> None:
    found = table(moodle(r"Say {1:MC:=a\}b\~c#why~d\#e}."))
    assert (found["answer"], found["wrong"]) == ("a}b~c", ["d#e"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The {1:SA:=Varn} and the {1:SA:=Eder}", "cloze with several gaps is not supported"),
        ("The Varn is long.", "cloze without a gap"),
        ("It is {1:NM:=long} km long.", '"long" is no figure'),
        ("The {1:SA:} is long.", "there is no right answer"),
    ],
)
def test_other_texts_with_gaps_are_refused_by_name(text: str, why: str) -> None:
    assert whats(moodle(text)) == [why]


def test_gift_with_gaps_of_moodle() -> None:
    one, several, mixed = read_gift(
        "The {1:SA:=Varn} is long.\n\nThe {1:MC:~a~=b} and {1:MC:~c~=d}.\n\nThe {1:SA:=Varn} or {=Eder}."
    )
    assert (table(one)["ask"], table(one)["answer"]) == ("The _____ is long.", "Varn")
    assert whats(several, mixed) == ["cloze with several gaps is not supported"] * 2


CLOZE = NoteType("Cloze", ("Text", "Back Extra"), is_cloze=True)


def notes(text: str, extra: str = "", notetype: NoteType = CLOZE) -> list[Draft]:
    return list(note_drafts(1, notetype, [text, extra], []))


def asked(drafts: list[Draft]) -> list[tuple[Any, Any]]:
    return [(draft.table["ask"], draft.table["answer"]) for draft in drafts if draft.table]


def test_a_note_asks_each_of_its_gaps_with_the_others_shown() -> None:
    found = notes("The {{c1::<b>Varn</b>}} meets the {{c2::Eder::a river}}.", "Both are long.")
    assert asked(found) == [
        ("The _____ meets the Eder.", "Varn"),
        ("The Varn meets the _____ [a river].", "Eder"),
    ]
    assert [draft.table and draft.table["why"] for draft in found] == ["Both are long."] * 2


def test_a_word_hidden_twice_is_asked_once_and_two_words_at_once_are_not() -> None:
    assert asked(notes("{{c1::Varn}} and {{c1::Varn}}")) == [("_____ and _____", "Varn")]
    found = notes("{{c1::Varn}} and {{c1::Eder}} and {{c2::Salm}}")
    assert asked(found) == [("Varn and Eder and _____", "Salm")]
    assert whats(*found) == ["cloze with several gaps is not supported"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The Varn is long.", "cloze without a gap"),
        ("{{c1::The {{c2::Varn}}}} is long.", "cloze within cloze is not supported"),
        ("{{c1,2::Varn}} is long.", "cloze within cloze is not supported"),
        ("The {{c1::<img src='a.jpg'>}} is long.", "there is no right answer"),
    ],
)
def test_other_cloze_notes_are_refused_by_name(text: str, why: str) -> None:
    assert whats(*notes(text))[-1:] == [why]


@pytest.mark.parametrize("text", ["{{c1::" * 50_000, "{{c1::a" + "}}{{c1::" * 50_000, "{{c" * 99_999 + "}}"])
def test_hostile_gaps_take_no_time(text: str) -> None:
    assert len(notes(text)) == 1
