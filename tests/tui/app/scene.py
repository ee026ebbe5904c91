"""A story with places, names and pairs to decide, all invented."""

from __future__ import annotations

from dataclasses import replace

from briefings.extract.pipeline import extract
from briefings.reconcile.story import reconcile
from briefings.stories import MapCheck, Name, Place, Story, Suggestion
from tests.tui.app.stage import ARTICLES, BRIEFING, STORY, FakeDesk
from tui.app import BriefingApp

PORT_VELO = Place("Port Velo", 41.2, 12.1, "TS", 42_000, 9)
TESSALY = Place("Tessaly", 41.95, 12.0, "TS", 1_200_000, 6)
LORN = Place("Lorn", 41.21, 12.11, "TS", 3_000, 2)
OVERSEAS = Place("Grand Quay", -33.0, 151.0, "GQ", 900_000, 1)

CHECK = MapCheck("85 kilometres (53 miles)", "Port Velo", "Tessaly", 85.0, 83.8, 174.0, "south", "consistent")
NAMES = (
    Name("Port Velo", "place", ("Port Velo", "Port-Velo", "Porto Velo")),
    Name("Ines Okafor", "person", ("Ines Okafor", "Okafor")),
    Name("river board", "group", ("river board",)),
)
SUGGESTIONS = (
    Suggestion("Sarn", "Sarne", "they differ in one letter"),
    Suggestion("Lorn", "Lorne", "their consonants are the same"),
)
SCENE = replace(
    STORY,
    places=(PORT_VELO, TESSALY, LORN, OVERSEAS),
    map_checks=(CHECK,),
    names=NAMES,
    suggestions=SUGGESTIONS,
)


def read_story() -> Story:
    """The articles of the stage, read and sorted by the program."""
    articles = [replace(each, facts=tuple(extract(each.text, each.published))) for each in ARTICLES]
    return reconcile(STORY.slug, STORY.title, articles)


def app_with(story: Story, desk: FakeDesk | None = None) -> BriefingApp:
    """The app on a desk that holds the story; it may write files."""
    desk = desk or FakeDesk()
    desk.story_shown = story
    return BriefingApp(lambda: desk, lambda _: BRIEFING, writes_files=True)
