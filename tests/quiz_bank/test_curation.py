"""What instructors decide about questions, as a fold over their edits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from quiz_bank.curation import Action, Curation, Edit, apply, curated, fold
from quiz_bank.keys import Key
from quiz_bank.library import same_answer
from quiz_bank.questions import Question

START = datetime(2031, 5, 3, tzinfo=UTC)


def edits(*pairs: tuple[Action, str]) -> list[Edit]:
    """The edits of question ``q``, a minute apart."""
    return [
        Edit("q", action, text, "ana", START + timedelta(minutes=at))
        for at, (action, text) in enumerate(pairs)
    ]


def after(*pairs: tuple[Action, str], changed: float | None = None) -> Curation:
    """What they add up to; ``changed``: the minute in which the answer changed."""
    changes = {} if changed is None else {"q": START + timedelta(minutes=changed)}
    return fold(edits(*pairs), changes).get("q", Curation())


def place(*aliases: str, options: tuple[str, ...] = ()) -> Question:
    key = Key("place", name="Port Velo", aliases=aliases, others=("Lorn", "Velo Harbour"))
    right = "Port Velo" if options else ""
    return Question(
        "q", "flood", "Which town?", "", key, "c", "t", (), "choice" if options else "type", options, right
    )


def test_the_latest_decision_of_a_kind_holds() -> None:
    assert after().state == "new"
    assert after(("approve", "")).state == "approved"
    assert after(("approve", ""), ("retire", "too easy")).state == "retired"
    assert after(("retire", ""), ("restore", "")).state == "new"
    assert after(("approve", ""), ("retire", ""), ("restore", "")).state == "approved"
    assert after(("reword", "One?"), ("reword", "Two?")).wording == "Two?"
    assert after(("reword", "One?"), ("reword", "")).wording == ""


def test_spellings_add_up_once_each_and_can_be_dropped() -> None:
    added: list[tuple[Action, str]] = [
        ("add-spelling", "Pt Velo"),
        ("add-spelling", "pt velo"),
        ("add-spelling", "Velo"),
    ]
    assert after(*added).spellings == ("pt velo", "Velo")
    assert after(*added, ("drop-spelling", "PT VELO")).spellings == ("Velo",)


def test_a_changed_answer_asks_for_another_look_and_outdates_spellings() -> None:
    before: list[tuple[Action, str]] = [
        ("approve", ""),
        ("reword", "Which port?"),
        ("add-spelling", "Velo"),
    ]
    stale = after(*before, changed=5)
    assert (stale.state, stale.wording, stale.spellings) == ("changed", "Which port?", ())
    looked = after(*before, ("approve", ""), changed=2.5)
    assert (looked.state, looked.spellings) == ("approved", ())
    assert after(*before, changed=-1).state == "approved"


def test_questions_are_asked_as_decided() -> None:
    state = {"q": Curation(wording="Which port?", spellings=("Velo Harbour",))}
    (question,) = apply([place("Puerto Velo")], state)
    assert question.ask == "Which port?"
    assert question.key.aliases == ("Puerto Velo", "Velo Harbour")
    assert question.key.others == ("Lorn",)


def test_retired_questions_are_listed_but_not_asked() -> None:
    state = {"q": Curation(retired=True)}
    assert apply([place()], state) == []
    assert [each.curation.state for each in curated([place()], state)] == ["retired"]


def test_a_right_spelling_is_no_wrong_option() -> None:
    state = {"q": Curation(spellings=("Velo Harbour",))}
    (question,) = apply([place(options=("Lorn", "Port Velo", "Velo Harbour"))], state)
    assert question.options == ("Lorn", "Port Velo")
    (typed,) = apply([place(options=("Port Velo", "Velo Harbour"))], state)
    assert (typed.mode, typed.options) == ("type", ())


def test_an_answer_changes_with_its_value_but_not_with_its_spelling() -> None:
    old = Key("distance", 30, "km", qualifier="about", text="about 30 km").as_json()
    assert same_answer(old, {**old, "text": "around 30 kilometres", "others": ["x"]})
    assert not same_answer(old, {**old, "value": 31})
    assert not same_answer(old, {**old, "qualifier": "more than"})
    town = Key("place", name="Port Velo", aliases=("Pt Velo",)).as_json()
    assert same_answer(town, Key("place", name="Pt Velo").as_json())
    assert same_answer(Key("place", name="Pt Velo").as_json(), town)
    assert not same_answer(town, Key("place", name="Lorn").as_json())
    day = Key("date", "2031-05-03").as_json()
    assert not same_answer(day, {**day, "value": "2031-05"})
