"""Adding articles: what becomes of each, what stays when it is done again, and what one bad file does."""

from __future__ import annotations

import io
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from sqlmodel import select

from briefings import comparing, ingest
from briefings.comparing import refresh
from briefings.errors import ExitCode
from briefings.extract.pipeline import extract
from briefings.ingest import Added, add_sources
from briefings.reading.articles import Given, read_article
from briefings.store import shelf
from briefings.store.models import ArticleRow, FactRow
from briefings.store.store import Store, open_store
from briefings.stories import Article, Decision, Story
from briefings.workers import parsing
from briefings.workers.sorting import claimed
from tests.briefings.ingest.invented_news import BAKERS, FLOOD, FLOOD_AGAIN, made_up, page

pytestmark = pytest.mark.usefixtures("back_end")

SHARED = Path(__file__).parents[3] / ".." / "shared"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "flood"
    made.mkdir()
    (made / "a.txt").write_text(page(FLOOD, "Esk floods Carrow", "3 May 2031"), encoding="utf-8")
    (made / "b.txt").write_text(page(FLOOD_AGAIN, "Carrow under water"), encoding="utf-8")
    (made / "c.txt").write_text(page(BAKERS, "Rye loaf wins again"), encoding="utf-8")
    return made


def add(
    store: Store, *names: Path | str, given: Given | None = None, story: str | None = "s"
) -> dict[str, Added]:
    report = add_sources(store, [str(name) for name in names], story, given or Given())
    return {entry.source: entry for entry in report.added}


def outcomes(entries: dict[str, Added]) -> dict[str, str | None]:
    return {source: entry.outcome for source, entry in entries.items()}


def articles(store: Store) -> dict[str, Article]:
    return {article.source: article for article in refresh(store, "s").articles}


def dates(store: Store) -> dict[str, tuple[str | None, str]]:
    return {
        source: (article.published.isoformat() if article.published else None, article.date_basis)
        for source, article in articles(store).items()
    }


def rows(store: Store) -> list[object]:
    """Every row of articles and facts, as it is stored."""
    return store.read(
        lambda session: [
            row.model_dump() for table in (ArticleRow, FactRow) for row in session.exec(select(table)).all()
        ]
    )


def test_a_folder_is_added_and_adding_it_again_changes_no_row(store: Store, folder: Path) -> None:
    assert set(outcomes(add(store, folder)).values()) == {"added"}
    before = rows(store)
    assert before
    assert set(outcomes(add(store, folder)).values()) == {"unchanged"}
    assert rows(store) == before


def test_a_file_that_was_read_before_is_not_read_again(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, folder)
    read: list[str] = []
    monkeypatch.setattr(parsing, "read_article", lambda raw, source, *_: read.append(source))
    assert set(outcomes(add(store, folder)).values()) == {"unchanged"}
    assert read == []
    add(store, folder, given=Given(outlet="The Esk"))
    assert read == ["a.txt", "b.txt", "c.txt"]


def test_a_changed_file_takes_the_place_of_its_older_self(store: Store, folder: Path) -> None:
    add(store, folder)
    (folder / "c.txt").write_text(
        page((*BAKERS, "The next prize is given in 2033."), "Rye"), encoding="utf-8"
    )
    assert outcomes(add(store, folder)) == {"a.txt": "unchanged", "b.txt": "unchanged", "c.txt": "replaced"}
    assert list(articles(store)) == ["a.txt", "b.txt", "c.txt"]
    assert articles(store)["c.txt"].text.endswith("2033.")


def test_a_change_of_the_furniture_alone_changes_nothing(store: Store, folder: Path) -> None:
    add(store, folder)
    text = (folder / "a.txt").read_text(encoding="utf-8")
    (folder / "a.txt").write_text(text + "\n\nShare this article\n", encoding="utf-8")
    assert outcomes(add(store, folder))["a.txt"] == "unchanged"
    assert set(outcomes(add(store, folder)).values()) == {"unchanged"}


def test_the_same_text_twice_is_said_to_be_so_whatever_the_order(store: Store, folder: Path) -> None:
    (folder / "aa.txt").write_bytes((folder / "a.txt").read_bytes())
    entries = add(store, folder)
    assert (entries["aa.txt"].outcome, entries["aa.txt"].twin) == ("duplicate", "a.txt")
    before = rows(store)
    assert outcomes(add(store, folder))["aa.txt"] == "duplicate"
    assert outcomes(add(store, folder / "aa.txt", folder / "a.txt")) == {
        "aa.txt": "duplicate",
        "a.txt": "unchanged",
    }
    assert rows(store) == before


def test_a_file_that_becomes_a_duplicate_gives_up_its_older_text(store: Store, folder: Path) -> None:
    add(store, folder)
    (folder / "c.txt").write_bytes((folder / "a.txt").read_bytes())
    assert outcomes(add(store, folder))["c.txt"] == "duplicate"
    assert list(articles(store)) == ["a.txt", "b.txt"]


def test_two_files_of_one_name_are_two_articles(store: Store, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text(made_up(1), encoding="utf-8")
    entries = add(store, folder / "a.txt", tmp_path / "other" / "a.txt", folder / "a.txt")
    assert [entry.outcome for entry in entries.values()] == ["added", "added"]
    assert len(articles(store)) == 2


def test_two_texts_through_standard_input_are_two_articles(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, outcome in ((made_up(1), "added"), (made_up(2), "added"), (made_up(1), "unchanged")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert outcomes(add(store, "-")) == {"stdin": outcome}


def test_a_page_through_standard_input_is_read_as_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in FLOOD)
    markup = f"<html><head><title>Esk floods Carrow</title></head><body><article>{paragraphs}</article></body></html>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(markup.encode())))
    add(store, "-")
    assert articles(store)["stdin"].text == "\n\n".join(FLOOD)


def test_what_the_user_gives_wins_and_stays(store: Store, folder: Path) -> None:
    given = Given(outlet="The Esk", published=date(2031, 5, 9))
    add(store, folder / "a.txt")
    assert outcomes(add(store, folder / "a.txt", given=given)) == {"a.txt": "updated"}
    assert outcomes(add(store, folder / "a.txt")) == {"a.txt": "unchanged"}
    kept = articles(store)["a.txt"]
    assert (kept.outlet, str(kept.published), kept.date_basis) == ("The Esk", "2031-05-09", "given")
    assert any(fact.value == "2031-05-09" for fact in kept.facts)  # "on Friday"


def test_a_date_is_inferred_from_an_article_of_the_same_event_alone(store: Store, folder: Path) -> None:
    entries = add(store, folder)
    assert dates(store) == {
        "a.txt": ("2031-05-03", "stated"),
        "b.txt": ("2031-05-03", "inferred"),
        "c.txt": (None, "unknown"),
    }
    assert (str(entries["b.txt"].published), entries["b.txt"].date_basis) == ("2031-05-03", "inferred")
    friday = [fact.value for fact in articles(store)["b.txt"].facts if fact.kind == "date" and fact.relative]
    assert friday == ["2031-05-02"]
    assert not [fact for fact in articles(store)["c.txt"].facts if fact.relative]


@pytest.mark.files
def test_the_order_of_adding_does_not_matter(tmp_path: Path, folder: Path) -> None:
    found = []
    for number, order in enumerate(permutations(("a.txt", "b.txt", "c.txt"))):
        with open_store(str(tmp_path / f"{number}.db")) as store:
            for name in order:
                add(store, folder / name)
            story = refresh(store, "s")
            found.append((dates(store), {a.source: a.facts for a in story.articles}))
    assert all(sorted(one[0].items()) == sorted(found[0][0].items()) for one in found)
    assert all(one[1] == found[0][1] for one in found)


def test_an_inferred_date_goes_when_it_no_longer_holds(store: Store, folder: Path) -> None:
    add(store, folder)
    (folder / "d.txt").write_text(page(BAKERS[::-1], "Again", "20 May 2031"), encoding="utf-8")
    add(store, folder)
    assert dates(store)["b.txt"] == (None, "unknown")
    assert not [fact for fact in articles(store)["b.txt"].facts if fact.relative]


def test_a_given_date_wins_over_an_inferred_one_and_is_inferred_from(store: Store, folder: Path) -> None:
    add(store, folder)
    add(store, folder / "a.txt", given=Given(published=date(2031, 5, 10)))
    assert dates(store)["b.txt"] == ("2031-05-10", "inferred")
    add(store, folder / "b.txt", given=Given(published=date(2031, 5, 11)))
    assert dates(store)["b.txt"] == ("2031-05-11", "given")


def test_an_inferred_date_of_a_manifest_stays(store: Store, folder: Path, tmp_path: Path) -> None:
    manifest = (
        '[story]\nslug = "s"\n[[article]]\nfile = "c.txt"\npublished = 2031-05-04\ndate_basis = "inferred"\n'
    )
    (folder / "story.toml").write_text(manifest, encoding="utf-8")
    add(store, folder)
    (tmp_path / "late.txt").write_text(page(FLOOD[::-1], "Late", "30 May 2031"), encoding="utf-8")
    add(store, tmp_path / "late.txt")
    assert dates(store)["c.txt"] == ("2031-05-04", "inferred")
    assert dates(store)["b.txt"] == (None, "unknown")
    (folder / "story.toml").write_text('[story]\nslug = "s"\n', encoding="utf-8")
    add(store, folder)
    assert dates(store)["c.txt"] == (None, "unknown")


def test_another_release_finds_the_facts_anew(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unchanged = dict.fromkeys(add(store, folder), "unchanged")
    before = articles(store)

    def fewer(text: str, published: date | None) -> object:
        return extract(text, published)[:1]

    monkeypatch.setattr(parsing, "extract", fewer)
    assert outcomes(add(store, folder)) == unchanged
    assert articles(store) == before
    monkeypatch.setattr(ingest, "release", lambda: "the next one")
    assert outcomes(add(store, folder)) == unchanged
    after = articles(store)
    assert {name: article.facts for name, article in after.items()} == {
        name: article.facts[:1] for name, article in before.items()
    }
    told = [mention.fact for claim in refresh(store, "s").claims for mention in claim.mentions]
    assert sorted(fact.quote for fact in told) == sorted(
        fact.quote for article in after.values() for fact in article.facts
    )


def test_one_poisonous_file_does_not_stop_the_rest(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_or_break(raw: bytes, source: str, *rest: object) -> Article:
        if source == "a.txt":
            raise RecursionError("too deep,\nreally")
        return read_article(raw, source, *rest)  # type: ignore[arg-type]

    def extract_or_break(text: str, published: date | None) -> object:
        if "rye" in text:
            raise IndexError("no such group")
        return extract(text, published)

    monkeypatch.setattr(parsing, "read_article", read_or_break)
    monkeypatch.setattr(parsing, "extract", extract_or_break)
    entries = add(store, folder)
    assert outcomes(entries) == {"a.txt": None, "b.txt": "added", "c.txt": None}
    assert str(entries["a.txt"].problem) == (
        "a.txt could not be read (RecursionError: too deep, really); a fault of this program: please report it"
    )
    assert "c.txt could not be read (IndexError: no such group)" in str(entries["c.txt"].problem)
    assert list(articles(store)) == ["b.txt"]


def test_what_is_left_out_is_named_with_why(store: Store, folder: Path) -> None:
    (folder / "d.pdf").write_bytes(b"%PDF-1.7")
    (folder / "e.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (folder / "f.txt").write_text("", encoding="utf-8")
    report = add_sources(store, [str(folder)], "s")
    assert (report.kept, report.problems) == (3, 3)
    told = {entry.source: str(entry.problem) for entry in report.added if entry.problem}
    assert told["d.pdf"] == "d.pdf is a PDF document; copy its text into a .txt file"
    assert told["e.txt"].startswith("e.txt is a picture")
    assert told["f.txt"] == "f.txt holds no article text; give the story itself, in sentences"


def test_nothing_is_made_where_everything_is_left_out(store: Store, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    report = add_sources(store, [str(tmp_path / "empty.txt")])
    assert (report.kept, report.problems) == (0, 1)
    assert store.read(shelf.counts) == []


def test_an_address_offline_is_left_out_with_the_code_for_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "no")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    (entry,) = add(store, "https://news.example/a").values()
    assert entry.problem is not None
    assert entry.problem.code is ExitCode.UNAVAILABLE


def test_progress_is_told_after_each_source(store: Store, folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    add_sources(
        store, [str(folder)], "s", told=lambda entry, done, total: told.append((entry.source, done, total))
    )
    assert told == [("a.txt", 1, 3), ("b.txt", 2, 3), ("c.txt", 3, 3)]


def test_what_was_stored_before_an_interrupt_stays_and_the_same_call_does_the_rest(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(2 * ingest.BATCH):
        (folder / f"{number:03}.txt").write_text(made_up(number, 2), encoding="utf-8")

    def interrupt(entry: Added, done: int, total: int) -> None:
        if done == ingest.BATCH + 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_sources(store, [str(folder)], "s", told=interrupt)
    (half,) = store.read(shelf.counts)
    assert half.articles == 2 * ingest.BATCH  # the batch that was being told of is stored whole
    assert half.claims == 0
    add_sources(store, [str(folder)], "s")
    (whole,) = store.read(shelf.counts)
    assert (whole.articles, whole.claims > 0) == (2 * ingest.BATCH, True)


def test_somebody_else_who_adds_while_claims_are_made_is_waited_for(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def slow(
        slug: str,
        title: str,
        found: list[Article],
        decided: Sequence[Decision],
        further: Callable[[Story], object],
    ) -> object:
        calls.append(len(found))
        if len(calls) == 1:
            store.write(lambda session: shelf.remove_articles(session, ["c.txt"]))
        return claimed(slug, title, found, decided, further)

    monkeypatch.setattr(comparing, "claimed", slow)
    add(store, folder)
    assert calls == [3, 2]
    assert list(articles(store)) == ["a.txt", "b.txt"]


@pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the sample articles are not beside the repository"
)
@pytest.mark.parametrize("backwards", [False, True])
def test_of_five_real_articles_those_without_a_date_take_that_of_the_others(
    store: Store, backwards: bool
) -> None:
    files = sorted((SHARED / "seeds").glob("*.txt"), reverse=backwards)
    add(store, *files)
    assert {source[:3]: known for source, known in dates(store).items()} == {
        "000": ("2017-11-03", "inferred"),
        "001": ("2017-11-03", "stated"),
        "002": ("2017-11-03", "inferred"),
        "003": ("2017-11-03", "stated"),
        "004": ("2017-11-03", "url"),
    }


def test_a_name_that_stands_for_nothing_is_told_and_the_rest_goes_in(store: Store, folder: Path) -> None:
    entries = add(store, folder, "missing.txt")
    assert str(entries["missing.txt"].problem) == "missing.txt: no such file or folder; check the path"
    assert [count.articles for count in store.read(shelf.counts)] == [len(entries) - 1]
