"""What an Anki card asks is what its template shows."""

from __future__ import annotations

import pytest

from quiz_bank.formats.foreign.anki_cards import NoteType, side
from quiz_bank.formats.foreign.anki_fields import note_drafts
from quiz_bank.formats.foreign.drafts import Draft

FIELDS = ("Number", "Town", "River", "Notes")
VALUES = ["7", "Lorn", "Varn", "It is old."]


def card(front: str, back: str, *more: tuple[str, str], values: list[str] = VALUES) -> Draft:
    (draft,) = note_drafts(1, NoteType("Rivers", FIELDS, cards=((front, back), *more)), values, [])
    return draft


def asked(draft: Draft) -> tuple[str, str]:
    assert draft.table is not None
    return draft.table["ask"], draft.table["answer"]


def whats(draft: Draft) -> list[str]:
    return [note.what for note in draft.notes]


@pytest.mark.parametrize(
    ("front", "back", "expected"),
    [
        ("{{Town}}", "{{FrontSide}}<hr id=answer>{{River}}", ("Lorn", "Varn")),
        ("Which river crosses <b>{{Town}}</b>?", "{{River}}", ("Which river crosses Lorn?", "Varn")),
        ("{{River}}", "{{River}}: {{Town}}", ("Varn", "Lorn")),
        ("{{#Town}}In {{Town}}{{/Town}}{{^Town}}Nowhere{{/Town}}", "{{River}}", ("In Lorn", "Varn")),
        ("{{text:Town}}{{type:River}}{{hint:Notes}}{{Tags}}", "{{furigana:River}}", ("Lorn", "Varn")),
        ("<style>b {}</style><script>x</script>{{Town}}", "{{Number}} {{River}}", ("Lorn", "7")),
        ("{{Missing}} {{Town}}", "{{River}}", ("Lorn", "Varn")),
    ],
)
def test_the_front_asks_and_what_only_the_back_shows_answers(
    front: str, back: str, expected: tuple[str, str]
) -> None:
    assert asked(card(front, back)) == expected


def test_a_field_called_answer_comes_before_others_of_the_back() -> None:
    kind = NoteType("Rivers", ("Town", "Picture", "Answer"), cards=(("{{Town}}", "{{Picture}}{{Answer}}"),))
    (draft,) = note_drafts(1, kind, ["Lorn", "by Ada", "Varn"], [])
    assert asked(draft) == ("Lorn", "Varn")


def test_the_first_card_with_a_front_is_asked_and_others_are_told() -> None:
    draft = card("{{#Gone}}x{{/Gone}}", "{{River}}", ("{{Town}}", "{{River}}"))
    assert asked(draft) == ("Lorn", "Varn")
    assert whats(draft) == ["further cards of a note", 'field "Number"']


def test_fields_on_neither_side_are_lost_by_name_and_remarks_are_kept() -> None:
    draft = card("{{Town}}", "{{River}}")
    assert whats(draft) == ['field "Number"']
    assert draft.table is not None
    assert draft.table["why"] == "It is old."


def test_a_front_of_sounds_alone_is_no_question() -> None:
    assert whats(card("{{Town}}", "{{River}}", values=["", "[sound:a.mp3]", "Varn", ""])) == [
        "the question is only a sound"
    ]


def test_sections_close_whatever_they_are_called() -> None:
    assert side("{{#a}}1{{^b}}2{{/b}}3{{/a}}4", {"a": "x", "b": ""}) == ("1234", [])
    assert side("{{/a}}{{#a}}1", {"a": ""}) == ("", [])


def test_a_hostile_template_stays_small() -> None:
    shown, named = side("{{Town}}" * 100_000, {"Town": "x" * 100_000})
    assert len(shown) <= 400_000
    assert named == ["Town"]
