"""Setting an article's outlet and date: facts, claims and questions follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.facts import Fact
from briefings.store.store import open_store
from briefings.stories import Article
from quiz_bank.desk import Desk

pytestmark = pytest.mark.usefixtures("back_end")

UNDATED = """Dyke at Ostrel holds

The dyke at Ostrel gave way on Friday. About 4,200 people left the town of Ostrel by boat.

The dam lies 12 kilometres north of the town.
"""
DATED = """Dyke at Brenn holds

Brenn, 6 March 2019

The dyke at Brenn gave way on Tuesday. About 300 people left the town.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(open_store(str(tmp_path / "store.db")), "ana")
    yield opened
    opened.close()


def added(desk: Desk, folder: Path, text: str) -> Article:
    """The text as the one article of the story ``dyke``."""
    (folder / "dyke.txt").write_text(text, encoding="utf-8")
    assert desk.add([str(folder / "dyke.txt")]).kept == 1
    return the_article(desk)


def the_article(desk: Desk) -> Article:
    return desk.story("dyke").articles[0]


def days(article: Article) -> list[Fact]:
    return [fact for fact in article.facts if fact.kind == "date"]


def test_a_date_resolves_the_days_of_the_text_and_new_questions_follow(desk: Desk, tmp_path: Path) -> None:
    before = added(desk, tmp_path, UNDATED)
    assert (before.published, before.outlet) == (None, None)
    assert "2019-03-08" not in [fact.value for fact in before.facts]
    asked = len(desk.questions("dyke"))

    desk.set_article("dyke", before.key, "The Ostrel Herald", date(2019, 3, 9))

    after = the_article(desk)
    assert (after.published, after.date_basis) == (date(2019, 3, 9), "given")
    assert after.outlet == "The Ostrel Herald"
    assert [fact.value for fact in days(after)] == ["2019-03-08"]
    assert "2019-03-08" in [claim.value for claim in desk.story("dyke").claims]
    assert len(desk.questions("dyke")) > asked
    assert desk.stories()[0].questions == len(desk.questions("dyke"))


def test_an_outlet_alone_leaves_the_date_known_as_it_was(desk: Desk, tmp_path: Path) -> None:
    before = added(desk, tmp_path, DATED)
    assert (before.published, before.date_basis) == (date(2019, 3, 6), "stated")
    desk.set_article("dyke", before.key, "The Brenn Echo", before.published)
    after = the_article(desk)
    assert (after.outlet, after.published, after.date_basis) == ("The Brenn Echo", date(2019, 3, 6), "stated")
    assert after.facts == before.facts


def test_taking_the_date_away_takes_away_what_rested_on_it(desk: Desk, tmp_path: Path) -> None:
    article = added(desk, tmp_path, DATED)
    assert [fact.value for fact in days(article)] == ["2019-03-05"]
    desk.set_article("dyke", article.key, article.outlet, None)
    after = the_article(desk)
    assert (after.published, after.date_basis) == (None, "unknown")
    assert "2019-03-05" not in [fact.value for fact in after.facts]


def test_an_inferred_date_stays_where_none_is_given_and_is_known_once_it_is(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "dyke"
    folder.mkdir()
    (folder / "story.toml").write_text(
        '[story]\ntitle = "Dyke"\n\n[[article]]\nfile = "dyke.txt"\npublished = 2019-03-09\n'
        'date_basis = "inferred"\n',
        encoding="utf-8",
    )
    (folder / "dyke.txt").write_text(UNDATED, encoding="utf-8")
    desk.add([str(folder)])
    article = the_article(desk)
    assert (article.published, article.date_basis) == (date(2019, 3, 9), "inferred")
    desk.set_article("dyke", article.key, "The Ostrel Herald", None)
    article = the_article(desk)
    assert (article.published, article.date_basis) == (date(2019, 3, 9), "inferred")
    assert article.outlet == "The Ostrel Herald"
    desk.set_article("dyke", article.key, article.outlet, date(2019, 3, 9))
    assert the_article(desk).date_basis == "given"


def test_what_was_set_outlives_adding_the_same_file_again(desk: Desk, tmp_path: Path) -> None:
    article = added(desk, tmp_path, UNDATED)
    desk.set_article("dyke", article.key, "The Ostrel Herald", date(2019, 3, 9))
    again = added(desk, tmp_path, UNDATED)
    assert (again.outlet, again.published) == ("The Ostrel Herald", date(2019, 3, 9))


def test_setting_what_is_set_already_changes_no_row(desk: Desk, tmp_path: Path) -> None:
    article = added(desk, tmp_path, DATED)
    before = desk.story("dyke")
    desk.set_article("dyke", article.key, article.outlet, article.published)
    assert desk.story("dyke") == before


def test_a_hostile_outlet_is_kept_harmless(desk: Desk, tmp_path: Path) -> None:
    article = added(desk, tmp_path, UNDATED)
    desk.set_article("dyke", article.key, "\x1b[2JThe\nHerald\x00\ud800", None)
    outlet = the_article(desk).outlet
    assert outlet is not None
    assert outlet.isprintable()
    assert outlet.endswith("Herald")


def test_an_article_that_is_gone_is_told(desk: Desk, tmp_path: Path) -> None:
    added(desk, tmp_path, UNDATED)
    with pytest.raises(BriefingError, match="no longer has this article"):
        desk.set_article("dyke", "no such key", "The Ostrel Herald", None)
