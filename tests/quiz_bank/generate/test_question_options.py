"""Options: right once, wrong twice, and never told by their place."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from briefings.stories import Name, Story, content_key
from quiz_bank.generate.options import draw, options, right_option
from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key, KeyKind

EMPTY = Story("lorn", "Lorn", ())
CHI_SQUARE = 9.21  # two degrees of freedom, one in a hundred


def some_keys(count: int) -> list[Key]:
    dice = random.Random(5)
    keys = []
    for _ in range(count):
        kind: KeyKind = dice.choice(("population", "distance", "duration", "share", "money", "count"))
        if kind == "share":
            value: Any = dice.randint(25, 75)
            keys.append(Key("share", value=value, unit="percent", qualifier="about", text=f"about {value}%"))
        else:
            value = dice.choice(
                (dice.randint(4, 99), dice.randint(1, 999) * 100, dice.randint(1, 99) * 100_000)
            )
            units = {
                "population": "people",
                "distance": "km",
                "duration": "year",
                "money": "EUR",
                "count": "boat",
            }
            keys.append(Key(kind, value=value, unit=units[kind], text=f"{value:,} {units[kind]}"))
    return keys


def numbers(shown: tuple[str, ...]) -> list[float]:
    found = []
    for text in shown:
        plain = text.replace(",", "")
        figure = float(next(word for word in plain.split() if word.replace(".", "").isdigit()))
        found.append(figure * (10**6 if "million" in text else 10**9 if "billion" in text else 1))
    return found


def test_no_distractor_is_right_and_the_rank_of_the_key_is_even() -> None:
    ranks: Counter[int] = Counter()
    for place, key in enumerate(some_keys(1000)):
        shown = options(key, "How many?", content_key("item", str(place)), EMPTY)
        assert len(shown) == 3
        values = [round(value, 6) for value in numbers(shown)]
        assert values == sorted(values)
        assert values.count(key.value) == 1
        for value in values:
            if value != key.value:
                apart = abs(value - key.value)
                assert apart >= (10 if key.kind == "share" else min(1, key.value * 0.2))
                assert (
                    key.kind == "share"
                    or key.value < 10
                    or max(value, key.value) >= 1.25 * min(value, key.value)
                )
        ranks[values.index(key.value)] += 1
    assert all(270 <= ranks[rank] <= 400 for rank in range(3))


def test_the_same_question_always_shows_the_same_options() -> None:
    key = some_keys(1)[0]
    assert options(key, "How many?", "seed", EMPTY) == options(key, "How many?", "seed", EMPTY)


def test_drawing_is_even_over_seeds() -> None:
    counts = Counter(draw(str(seed), 3) for seed in range(3000))
    assert all(900 < count < 1100 for count in counts.values())


@pytest.mark.parametrize("value", ["2031-05-01", "2031-04", "2031"])
def test_dates_are_of_one_precision_and_never_after_the_article(
    value: str, story: Callable[..., Story]
) -> None:
    told = story("Port Salm fell on a day.", published=date(2031, 5, 3))
    for seed in range(40):
        shown = options(Key("date", value=value, text="x"), "When?", str(seed), told)
        if shown:
            assert len(set(shown)) == 3
            assert all(int(text.split()[-1]) <= 2031 for text in shown)
            assert "4 May 2031" not in shown


def test_a_person_needs_two_others_of_the_story() -> None:
    lone = Key("person", name="Ada Verrin", surname="Verrin", others=("Tomas Reke",))
    assert options(lone, "Who?", "seed", EMPTY) == ()
    two = Key(
        "person",
        name="Ada Verrin",
        surname="Verrin",
        aliases=("A Verrin",),
        others=("Tomas Reke", "Ina Holm"),
    )
    assert set(options(two, "Who?", "seed", EMPTY)) == {"Ada Verrin", "Tomas Reke", "Ina Holm"}


TOWNS = (
    "Rebels left the port of Port Salm, the town of Cape Tarn, the city of Port Reke and the village of Port Holm. "
    "The Salm River, the Dutch town of Lorn and Iraq lie beyond."
)
PLACES = (
    *(
        Name(form, "place", (form,))
        for form in ("Port Salm", "Cape Tarn", "Port Reke", "Salm River", "Dutch", "Iraq")
    ),
    Name("Port Holm", "place", ("Port Holm", "Puerto Holm")),
    Name("Vastland", "place", ("Vastland",)),
)
OTHERS = ("Cape Tarn", "Port Reke", "Port Holm", "Salm River", "Dutch", "Iraq", "Vastland")


def shown_for(key: Key, ask: str, story: Callable[..., Story]) -> set[str]:
    told = story(TOWNS, names=PLACES)
    return {option for seed in range(30) for option in options(key, ask, str(seed), told)}


def test_a_name_in_the_question_is_never_offered(story: Callable[..., Story]) -> None:
    key = Key("place", name="Port Salm", type="port", others=OTHERS)
    assert shown_for(key, "Which port lies beyond Puerto Holm?", story) == {
        "Port Salm",
        "Cape Tarn",
        "Port Reke",
    }


def test_a_town_is_offered_among_what_the_story_calls_towns(story: Callable[..., Story]) -> None:
    key = Key("place", name="Port Salm", type="town", others=OTHERS)
    assert shown_for(key, "Which town?", story) == {"Port Salm", "Cape Tarn", "Port Reke", "Port Holm"}


def test_fewer_than_two_of_the_kind_leave_the_question_typed(story: Callable[..., Story]) -> None:
    key = Key("place", name="Vastland", type="province", others=OTHERS)
    assert shown_for(key, "Which province?", story) == set()


def test_a_town_asked_for_as_a_territory_is_not_offered_among_provinces(story: Callable[..., Story]) -> None:
    key = Key("place", name="Port Salm", type="territory", others=OTHERS)
    assert shown_for(key, "Which territory?", story) == set()


def test_one_year_is_printed_in_the_singular() -> None:
    key = Key("duration", value=3, unit="year", qualifier="nearly", text="nearly three years")
    shown = {option for seed in range(30) for option in options(key, "How long?", str(seed), EMPTY)}
    assert "nearly 1 year" in shown
    assert "nearly 3 years" in shown


def test_a_year_of_another_age_is_not_offered(fact: Callable[..., Any], story: Callable[..., Story]) -> None:
    text = "The pact of 1931 was torn up in 2030; Lorn had signed it in 2028."
    told = story(text, *(fact(text, "date", year, None, year) for year in ("1931", "2030", "2028")))
    key = Key("date", value="2030", text="2030")
    shown = {option for seed in range(30) for option in options(key, "When?", str(seed), told)}
    assert "2028" in shown
    assert "1931" not in shown


def test_a_text_answer_has_no_options() -> None:
    assert options(Key("text", value="Lorn Shipping Council"), "What?", "seed", EMPTY) == ()


def test_the_right_option_is_among_those_shown() -> None:
    keys = (
        Key("distance", value=30, unit="km", qualifier="about", text="around 30 kilometres (18 miles)"),
        Key("share", value=1 / 3, unit="fraction", qualifier="nearly", text="nearly a third"),
        Key("date", value="2031-05-03", text="Saturday"),
        Key("person", name="Ada Verrin", surname="Verrin", others=("Tomas Reke", "Ina Holm")),
    )
    for key in keys:
        assert right_option(key) in options(key, "Which?", "seed", EMPTY), key


def choice_keys(count: int) -> list[Key]:
    """Figures, dates, people and places by turns."""
    people = ("Ada Verrin", "Tomas Reke", "Ina Holm", "Marit Osei")
    made = []
    for place, key in enumerate(some_keys(count)):
        if place % 4 == 1:
            key = Key("date", value=f"20{place % 28 + 3:02}-{place % 12 + 1:02}", text="x")
        if place % 4 == 3:
            name = people[place % 3]
            others = tuple(other for other in people if other != name)
            key = Key("person", name=name, surname=name.split()[1], others=others)
        made.append(key)
    return made


def test_of_a_thousand_items_one_option_is_right_by_the_judge_and_its_rank_is_even() -> None:
    ranks: dict[str, Counter[int]] = {"figure": Counter(), "name": Counter()}
    for place, key in enumerate(choice_keys(1000)):
        shown = options(key, "What?", content_key("judged", str(place)), EMPTY)
        assert len(set(shown)) == 3
        right = right_option(key)
        for option in shown:
            assert (judge(key, option).verdict == "correct") == (option == right)
            assert option == right or judge(key, option).verdict == "wrong"
        if key.kind != "date":
            ranks["name" if key.kind == "person" else "figure"][shown.index(right)] += 1
    for counts in ranks.values():
        expected = sum(counts.values()) / 3
        assert sum((counts[rank] - expected) ** 2 / expected for rank in range(3)) < CHI_SQUARE
