"""Questions over several claims: what is asked together, from which parts, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefings.facts import Fact
from briefings.stories import Claim, MapCheck, Mention, Name, Story
from quiz_bank.generate.generate import candidates, generate
from quiz_bank.grading.judge import judge
from quiz_bank.questions import Question

EVENTS = (
    "The Lorn navy retook Port Salm in March 2030. "
    "Rebels seized the harbour of Cape Tarn in May 2029. "
    "The Kessel bridge at Port Reke collapsed on 2 May 2031."
)
DATES = (("2030-03", "March 2030"), ("2029-05", "May 2029"), ("2031-05-02", "2 May 2031"))
PLACES = tuple(
    Name(form, "place", (form,)) for form in ("Port Salm", "Cape Tarn", "Port Reke", "Lorn", "Kessel")
)


def asked(told: Story, template: str, **more: Any) -> list[Question]:
    return [question for question in generate(told, **more) if question.template == template]


def dated(fact: Callable[..., Fact], text: str, dates: Any = DATES) -> list[Fact]:
    return [fact(text, "date", value, None, quote) for value, quote in dates]


def test_three_dated_events_are_put_in_order(fact: Callable[..., Fact], story: Callable[..., Story]) -> None:
    (question,) = asked(story(EVENTS, *dated(fact, EVENTS), names=PLACES), "order")
    assert question.kind == "order"
    assert [item.split()[0] for item in question.key.value] == ["Rebels", "The", "The"]
    assert "collapsed" in question.key.value[2]
    assert question.ask.startswith("Put in order, the earliest first: ")
    assert sorted(question.key.options) == sorted(question.key.value)
    assert all(item in question.ask for item in question.key.value)
    assert len(question.sources) == 3
    assert judge(question.key, "; ".join(question.key.value), question.ask).verdict == "correct"
    assert judge(question.key, "; ".join(question.key.value[::-1]), question.ask).verdict == "wrong"


def test_two_events_are_too_few_and_a_month_is_not_put_beside_a_day_of_it(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    assert asked(story(EVENTS, *dated(fact, EVENTS)[:2], names=PLACES), "order") == []
    text = EVENTS.replace("March 2030", "May 2031")
    near = (("2031-05", "May 2031"), *DATES[1:])
    assert asked(story(text, *dated(fact, text, near), names=PLACES), "order") == []


def test_the_next_three_events_are_asked_which_came_first(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    more = (
        " The Lorn parliament sold the Kessel ferry in June 2027. Sailors from Lorn raised the Tarn wreck in July 2026."
        " Farmers in Lorn opened the Salm dam in August 2025."
    )
    dates = (*DATES, ("2027-06", "June 2027"), ("2026-07", "July 2026"), ("2025-08", "August 2025"))
    told = story(EVENTS + more, *dated(fact, EVENTS + more, dates), names=PLACES)
    (first,) = asked(told, "first")
    (order,) = asked(told, "order")
    assert first.mode == "choice"
    assert len(set(first.options)) == 3
    assert first.right == first.key.value
    assert not set(first.options) & set(order.key.options)
    assert judge(first.key, first.right, first.ask).verdict == "correct"
    when = {question.claim: question for question in asked(told, "when")}
    earliest = min(
        q.key.value for q in when.values() if any(q.ask.endswith(f"“{option}.”") for option in first.options)
    )
    right = next(q for q in when.values() if q.ask.endswith(f"“{first.right}.”"))
    assert right.key.value == earliest


OFFICES = (
    "Lorn Shipping chairwoman Ada Verrin opened the pier. Kessel Ferries director Tomas Reke closed it. "
    "Tarn Harbour commissioner Ina Holm sold it."
)
ROLES = (
    ("Lorn Shipping chairwoman", "Ada Verrin"),
    ("Kessel Ferries director", "Tomas Reke"),
    ("Tarn Harbour commissioner", "Ina Holm"),
)


def test_three_offices_are_matched_with_their_holders(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    roles = [fact(OFFICES, "role", office, None, f"{office} {who}", what=who) for office, who in ROLES]
    (question,) = asked(story(OFFICES, *roles), "match")
    assert question.key.value == dict(ROLES)
    assert sorted(question.key.options) == sorted(who for _, who in ROLES)
    assert len(question.sources) == 3
    right = "; ".join(f"{office} = {who}" for office, who in ROLES)
    assert judge(question.key, right, question.ask).verdict == "correct"
    assert asked(story(OFFICES, *roles[:2]), "match") == []


def test_an_office_with_two_holders_is_not_matched(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = OFFICES.replace("Tarn Harbour commissioner", "Kessel Ferries director")
    twice = (ROLES[0], ROLES[1], ("Kessel Ferries director", "Ina Holm"))
    roles = [fact(text, "role", office, None, f"{office} {who}", what=who) for office, who in twice]
    assert asked(story(text, *roles), "match") == []


SCOPES = (
    "The Lorn Guard has lost about 60 percent of the land it once held in Lorn. "
    "The Tarn Guard has lost about 90 percent of the land it once held in Lorn and Tarn."
)


@pytest.mark.parametrize("other", [90, 63])
def test_a_look_alike_makes_one_scope_trap_where_both_cannot_hold(
    other: int, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = SCOPES.replace("90", str(other))
    facts = [
        fact(text, "share", value, "percent", f"about {value} percent", qualifier="about")
        for value in (60, other)
    ]
    told = asked(story(text, *facts), "scope")
    assert len(told) == (1 if other == 90 else 0)
    for question in told:
        assert question.kind == "true-false"
        assert len(question.sources) == 2
        own = "60 percent" if "The Lorn Guard" in question.ask else "90 percent"
        assert question.key.value == (f"about {own}" in question.ask)


def test_a_bound_is_no_scope_trap(fact: Callable[..., Fact], story: Callable[..., Story]) -> None:
    text = SCOPES.replace("about", "more than")
    facts = [
        fact(text, "share", value, "percent", f"more than {value} percent", qualifier="more than")
        for value in (60, 90)
    ]
    assert asked(story(text, *facts), "scope") == []


def two_outlets(fact: Callable[..., Fact], story: Callable[..., Story], others: int) -> Story:
    """Gazette and Herald contradict each other; so many further outlets tell neither figure."""
    texts = ("The siege of Port Salm lasted three years.", "The siege of Port Salm lasted five years.")
    told = []
    for text, value, outlet in zip(texts, (3, 5), ("Gazette", "Herald"), strict=True):
        quote = text.split("lasted ")[1].rstrip(".")
        told.append(
            story(text, fact(text, "duration", value, "year", quote), outlet=outlet, standing="disputed")
        )
    more = [story(f"Port Salm has a harbour, number {n}.", outlet=f"Paper {n}") for n in range(others)]
    one, two = told[0].claims[0], told[1].claims[0]
    claims = (replace(one, rivals=(two.key,)), replace(two, rivals=(one.key,)))
    return Story("lorn", "Lorn", tuple(each.articles[0] for each in (*told, *more)), claims)


@pytest.mark.parametrize(("others", "mode"), [(0, "type"), (1, "choice")])
def test_a_contradiction_asks_which_outlet_says_so(
    others: int, mode: str, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    found = {question.key.value: question for question in asked(two_outlets(fact, story, others), "differ")}
    assert set(found) == {"Gazette", "Herald"}
    question = found["Gazette"]
    assert question.mode == mode
    assert "says “three years”, where another says “five years”" in question.ask
    assert "Gazette" not in question.ask + question.header
    assert {source.outlet for source in question.sources} == {"Gazette", "Herald"}
    assert judge(question.key, "Gazette", question.ask).verdict == "correct"
    assert judge(question.key, "Herald", question.ask).verdict == "wrong"


BETWEEN = [
    (
        "Port Salm lies about halfway between Lorn and Cape Tarn.",
        "Which place lies about halfway between Lorn and Cape Tarn?",
    ),
    (
        "The town of Port Salm is midway between Lorn and Cape Tarn.",
        "Which town lies midway between Lorn and Cape Tarn?",
    ),
]


@pytest.mark.parametrize(("text", "ask"), BETWEEN)
def test_the_place_between_two_others_is_asked_for(text: str, ask: str, story: Callable[..., Story]) -> None:
    (question,) = asked(story(text, names=PLACES), "between")
    assert question.ask == ask
    assert question.answer == "Port Salm"


@pytest.mark.parametrize(
    "text",
    ["It lies about halfway between Lorn and Cape Tarn.", "Port Salm lies between Lorn and Cape Tarn."],
)
def test_no_place_without_its_name_or_without_the_middle(text: str, story: Callable[..., Story]) -> None:
    assert asked(story(text, names=PLACES), "between") == []


def with_check(told: Story, verdict: Any) -> Story:
    claim = told.claims[0].key
    check = MapCheck(claim, "Port Salm", "Lorn", 60.0, 61.0, 1.0, "north", verdict)
    return replace(told, map_checks=(check,))


def test_a_distance_that_the_map_bears_out_is_asked_with_its_stated_value(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = "On Friday the ferry crossed from Port Salm to Lorn, about 60 km (37 miles) to the south."
    figure = fact(text, "distance", 60, "km", "about 60 km", qualifier="about", also=[(37, "mile")])
    told = story(text, figure)
    assert asked(told, "map-distance") == []
    assert asked(with_check(told, "conflict"), "map-distance") == []
    (question,) = asked(with_check(told, "consistent"), "map-distance")
    assert question.ask == "About how many kilometres north of Lorn is Port Salm?"
    assert question.key.value == 60
    assert question.key.also == ({"value": 37, "unit": "mile"},)


def test_what_grows_too_long_is_refused_with_its_reason(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    tail = "with two old wooden ferries of Cape Tarn"
    text = (
        f"The Lorn navy retook Port Salm {tail} in March 2030. The Tarn rebels seized Port Reke {tail} in May 2029. "
        f"The Kessel bridge of Lorn collapsed {tail} on 2 May 2031."
    )
    tried = candidates(story(text, *dated(fact, text), names=PLACES))
    (long,) = [candidate for candidate in tried if candidate.template == "order"]
    assert long.refusal
    assert long.refusal.reason == "too long"


def test_a_joint_question_keeps_its_id_whatever_the_order_of_claims(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    told = story(EVENTS, *dated(fact, EVENTS), names=PLACES)
    turned = replace(told, claims=told.claims[::-1])
    assert [q.id for q in asked(told, "order")] == [q.id for q in asked(turned, "order")]
    later = replace(told.articles[0], published=date(2031, 6, 3))
    assert [q.id for q in asked(replace(told, articles=(later,)), "order")] == [
        q.id for q in asked(told, "order")
    ]


def test_claims_of_articles_that_are_gone_join_nothing(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    told = story(EVENTS, *dated(fact, EVENTS), names=PLACES)
    gone: tuple[Claim, ...] = tuple(
        replace(claim, mentions=(Mention("gone", claim.best.fact),)) for claim in told.claims
    )
    assert asked(replace(told, claims=gone), "order") == []
