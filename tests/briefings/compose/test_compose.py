"""What a briefing holds, and that every line of it can be checked."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest

from briefings.compose.briefing import SECTIONS, Briefing, Line
from briefings.compose.compose import compose
from briefings.compose.layout import count_words
from briefings.facts import NUMERIC_KINDS
from briefings.reconcile.story import reconcile
from briefings.stories import Article, MapCheck, MapVerdict, Story
from tests.briefings.reconcile.invented import Told, election, flood, make_article, people, rail, tuesday
from tests.briefings.reconcile.told import story as told_by

STORIES = {"flood": flood, "election": election, "rail": rail}


def story_of(articles: list[Article]) -> Story:
    return reconcile("invented", "Invented", articles)


def lines_of(briefing: Briefing, *names: str) -> list[Line]:
    """The lines of the named sections, or of all but the list of sources."""
    wanted = names or [name for name in SECTIONS if name != "sources"]
    return [line for section in briefing.sections if section.name in wanted for line in section.lines]


def texts(briefing: Briefing, *names: str) -> list[str]:
    return [line.text for line in lines_of(briefing, *names)]


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("words", [60, 150, 450])
def test_every_mark_leads_to_a_sentence_that_holds_the_value(name: str, words: int) -> None:
    story = story_of(STORIES[name]())
    claims = {claim.key: claim for claim in story.claims}
    for line in lines_of(compose(story, words)):
        assert bool(line.claims) <= bool(line.sources)
        quotes = {(m.article, m.fact.quote) for key in line.claims for m in claims[key].mentions}
        for mark in line.sources:
            sentence = story.article(mark.article_key).text[mark.start : mark.end]
            assert any(article == mark.article_key and quote in sentence for article, quote in quotes)


@pytest.mark.parametrize("name", STORIES)
def test_a_figure_is_printed_with_its_hedge_and_unit(name: str) -> None:
    story = story_of(STORIES[name]())
    claims = {claim.key: claim for claim in story.claims}
    checked = 0
    for line in lines_of(compose(story), "key facts", "places", "bottom line"):
        for key in line.claims:
            if claims[key].kind in NUMERIC_KINDS:
                checked += 1
                quoted = [m.fact.quote.casefold().partition(" (")[0] for m in claims[key].mentions]
                assert any(quote in line.text.casefold() for quote in quoted)
    assert checked > 1


@pytest.mark.parametrize("words", [0, 20, 60, 150, 300, 450])
@pytest.mark.parametrize("name", STORIES)
def test_the_budget_is_kept_and_counted(name: str, words: int) -> None:
    briefing = compose(story_of(STORIES[name]()), words)
    assert briefing.words <= words
    assert briefing.words == count_words(briefing.sections, briefing.source_labels)


@pytest.mark.parametrize("name", STORIES)
def test_no_line_and_no_figure_stands_twice(name: str) -> None:
    story = story_of(STORIES[name]())
    claims = {claim.key: claim for claim in story.claims}
    lines = lines_of(compose(story))
    assert len({line.text for line in lines}) == len(lines)
    figures = [key for line in lines for key in line.claims if claims[key].kind in NUMERIC_KINDS]
    disputed = [key for key in figures if claims[key].rivals]
    assert len(set(figures) - set(disputed)) == len(figures) - len(disputed)


@pytest.mark.parametrize("name", STORIES)
def test_sections_come_in_order_and_are_never_empty(name: str) -> None:
    sections = compose(story_of(STORIES[name]())).sections
    assert [s.name for s in sections] == [name for name in SECTIONS if name in {s.name for s in sections}]
    assert all(section.lines for section in sections)


@pytest.mark.parametrize("name", STORIES)
def test_standing_is_told_in_four_ways_only(name: str) -> None:
    for line in lines_of(compose(story_of(STORIES[name]()))):
        assert re.fullmatch(
            r"|confirmed by \d+ independent origins|single source|claimed by .+|disputed", line.standing
        )
        assert not re.search(r"\b(?:likely|confidence)\b", line.standing)


def test_the_day_of_the_week_becomes_a_date() -> None:
    briefing = compose(story_of(flood()))
    assert any("8 April" in text for text in texts(briefing))
    assert not any("Tuesday" in text for text in texts(briefing))


def test_both_sides_of_a_contradiction_are_shown_with_their_sources() -> None:
    (toll, curfew) = texts(compose(story_of(flood())), "where sources differ")
    assert "“14 people” [HP/EW]" in toll
    assert "“17 people” [VV]" in toll
    assert curfew.startswith("Altered copy: ")
    assert "Altered" not in toll


def test_a_disputed_figure_is_told_nowhere_as_plain_fact() -> None:
    briefing = compose(story_of(flood()))
    assert all(
        line.standing == "disputed" for line in lines_of(briefing) if re.search(r"\b1[47] people", line.text)
    )


def test_a_text_in_two_outlets_is_named_as_one() -> None:
    (line,) = lines_of(compose(story_of(flood())), "one story, several outlets")
    assert line.text == "EW, DL: one NWA text (3 sentences)."


def test_a_distance_between_named_places_goes_to_the_places() -> None:
    assert texts(compose(story_of(flood())), "places") == ["Tarnbeck lies 45 kilometres north of Hessle"]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("consistent", "map check 47 km, consistent"),
        ("check", "map check 47 km, worth a check"),
        ("conflict", "map check 47 km, in conflict, or another place"),
    ],
)
def test_a_distance_is_told_with_what_the_map_says(verdict: MapVerdict, words: str) -> None:
    story = story_of(flood())
    (distance,) = [claim for claim in story.claims if claim.value == 45]
    check = MapCheck(distance.key, "Tarnbeck", "Hessle", 45, 47.2, 3, "north", verdict)
    checked = replace(story, map_checks=(check,))
    line = "Tarnbeck lies 45 kilometres north of Hessle"
    assert texts(compose(checked), "places") == [f"{line}; {words}"]
    assert texts(compose(checked, 150), "places") in ([], [line])


def test_a_person_is_told_once_with_the_office() -> None:
    assert texts(compose(story_of(flood())), "who") == ["Ilse Korden, Mayor"]


def test_a_speaker_of_a_claim_is_named() -> None:
    (line,) = [line for line in lines_of(compose(story_of(rail()))) if "140 km/h" in line.text]
    assert line.standing == "claimed by Norrail"
    assert line.origins == 2


def told_alone(text: str, *told: Told) -> list[str]:
    return texts(compose(story_of([make_article("Post", text, told)])))


def test_a_sentence_that_opens_with_a_pronoun_is_named_or_left_out() -> None:
    figure = Told("distance", 90, "km", "90 kilometres", "way to the sea")
    named = told_alone("Tarnbeck is a small town.\n\nIt lies 90 kilometres from the sea.", figure)
    unnamed = told_alone("The council met twice.\n\nIt lies 90 kilometres from the sea.", figure)
    assert unnamed == []
    assert named in ([], ["Tarnbeck lies 90 kilometres from the sea"])


def test_a_relative_day_that_nothing_resolves_keeps_its_line_out() -> None:
    figure = people(70, "70 people", "people moved")
    assert told_alone("Orla Council moved 70 people yesterday.", figure) == []
    assert told_alone("Orla Council moved 70 people.", figure) == ["Orla Council moved 70 people"]


def test_a_clause_is_cut_where_the_figure_stands_before() -> None:
    text = "Orla Council moved 70 people, which took the better part of a long and windy night."
    assert told_alone(text, people(70, "70 people", "people moved")) == ["Orla Council moved 70 people"]


def test_a_speaker_at_the_end_stays_where_nothing_else_names_it() -> None:
    text = "Orla Council moved 70 people, the harbour police said."
    figure = people(70, "70 people", "people moved", attribution="the harbour police")
    (line,) = lines_of(compose(story_of([make_article("Post", text, [figure])])))
    assert "harbour police" in f"{line.text} {line.standing}"


def test_a_vague_figure_is_not_told() -> None:
    vague = people(12, "dozens", "people moved", vague=True, value_max=120)
    assert told_alone("Orla Council moved dozens of people.", vague) == []


def test_a_dated_event_goes_to_the_timeline_under_its_day() -> None:
    text = "Norrail opened the Orla line in 1988.\n\nThe Orla bridge burned down on Tuesday."
    briefing = compose(
        story_of(
            [
                make_article(
                    "Post",
                    text,
                    [
                        tuesday("The Orla bridge burned down"),
                        Told("date", "1988", None, "1988", "opened the Orla line"),
                    ],
                )
            ]
        )
    )
    told = texts(briefing)
    assert "1988: Norrail opened the Orla line" in told
    assert any("8 April" in text and "Orla bridge burned down" in text for text in told)


def test_an_empty_story_gives_an_empty_briefing() -> None:
    briefing = compose(story_of([]))
    assert (briefing.sections, briefing.words, briefing.as_of) == ((), 0, None)


def test_labels_are_short_and_differ() -> None:
    articles = [
        make_article("The Greater Orla Valley Evening Courier", "A."),
        make_article("Post", "B."),
        make_article("Post", "C."),
        replace(make_article("X", "D."), outlet=None),
    ]
    labels = list(compose(story_of(articles)).source_labels.values())
    assert labels == ["GOVEC", "Post-1", "Post-2", "D"]


def test_short_forms_that_the_articles_explain_are_spelled_out_once() -> None:
    text = "The Meadow Labour Front (MLF) met in Salm.\n\nThe MLF wants 70 seats.\n\nThe MLF has no leader."
    told = [
        Told("alias", "MLF", None, "(MLF)", "Meadow Labour Front"),
        Told("count", 70, "seat", "70 seats", "seats wanted"),
    ]
    (line,) = lines_of(compose(story_of([make_article("Post", text, told)])), "who")
    assert line.text == "MLF: Meadow Labour Front"
    assert [text[mark.start : mark.end] for mark in line.sources] == [
        "The Meadow Labour Front (MLF) met in Salm."
    ]


def test_a_fuller_line_takes_the_place_of_a_shorter_one() -> None:
    story = story_of(rail())
    lines = lines_of(compose(story), "key facts", "timeline")
    claims = {claim.key: claim for claim in story.claims}
    told = [frozenset(key for key in line.claims if claims[key].kind != "event") for line in lines]
    assert not any(one < other for one in told for other in told)


def test_composing_two_hundred_articles_takes_under_two_seconds() -> None:
    articles = [
        make_article(
            f"Paper {n}",
            f"The river at Salm flooded district {n} and killed {n + 20} people.\n\n"
            f"Orla Council spent {n + 5} million euros.",
            [
                people(n + 20, f"{n + 20} people", "people killed"),
                Told("money", (n + 5) * 1_000_000, "EUR", f"{n + 5} million euros", f"spent in district {n}"),
            ],
        )
        for n in range(200)
    ]
    story = story_of(articles)
    started = time.process_time()
    briefing = compose(story)
    assert time.process_time() - started < 2
    assert 0 < briefing.words <= 450


@pytest.mark.parametrize(
    ("first", "second", "topic"),
    [
        (
            "Nine people were killed in the train crash at Salm, police said.",
            "Twelve people were killed, a union says, when trains met at Salm.",
            "Killed in the train crash at Salm",
        ),
        (
            "The Orla express was travelling at 110 km/h when it crashed, police said.",
            "A union says the Orla express was travelling at 140 km/h at the time.",
            "Orla express",
        ),
    ],
)
def test_sides_stand_under_what_they_are_about(first: str, second: str, topic: str) -> None:
    (line,) = texts(compose(told_by(first, second)), "where sources differ")
    assert line.startswith(f"{topic}: “")
