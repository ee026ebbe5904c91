"""What is exported and imported again is the same question, or the report says what is not."""

from __future__ import annotations

import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quiz_bank.formats.bank import Bank, Entry
from quiz_bank.formats.bank_toml import read_bank, read_bank_file
from quiz_bank.formats.figures import DIMENSIONS
from quiz_bank.formats.foreign.drafts import Draft
from quiz_bank.formats.foreign.exchange import FORMATS, WRITTEN, export
from quiz_bank.formats.foreign.gift_reading import read_gift
from quiz_bank.formats.foreign.outgoing import of_entry
from quiz_bank.formats.foreign.settle import bank_texts, settled

SAMPLE = Path(__file__).parents[4] / "quiz_bank" / "banks" / "deir-ez-zor.toml"
WHOLE = ("csv", "anki", "apkg")  # formats that hold a table of ours
SIGNS = string.ascii_letters + string.digits + " äßжλ中'\"~=#{}:\\%[]<>&;|,*-+_/()$?!@`^\t"


def texts(most: int = 40) -> st.SearchStrategy[str]:
    return st.text(SIGNS, min_size=1, max_size=most).map(lambda text: " ".join(text.split())).filter(bool)


def names() -> st.SearchStrategy[str]:
    return st.lists(st.text(string.ascii_lowercase, min_size=3, max_size=9), min_size=1, max_size=3).map(
        lambda words: " ".join(words).title()
    )


def lists(item: st.SearchStrategy[str], least: int, most: int = 5) -> st.SearchStrategy[list[str]]:
    return st.lists(item, min_size=least, max_size=most, unique_by=lambda text: text.casefold())


FIGURES = st.builds(
    lambda value, unit: f"{value} {unit}".strip(),
    st.integers(1, 9_999_999),
    st.sampled_from(["km", "miles", "people", "years", "ha", "USD", "%", "towns", ""]),
)
KINDS: Mapping[str, st.SearchStrategy[dict[str, Any]]] = {
    "text": st.fixed_dictionaries(
        {"answer": texts(), "aliases": lists(texts(), 0), "wrong": lists(texts(), 0)}
    ),
    "place": st.fixed_dictionaries(
        {"answer": names(), "aliases": lists(names(), 0), "wrong": lists(names(), 0)}
    ),
    "person": st.fixed_dictionaries({"answer": names()}),
    "date": st.fixed_dictionaries({"answer": st.dates().map(str), "wrong": lists(st.dates().map(str), 0)}),
    "choice": st.fixed_dictionaries(
        {"answer": st.one_of(texts(), lists(texts(), 1, 4)), "wrong": lists(texts(), 1)}
    ),
    "true-false": st.fixed_dictionaries({"answer": st.booleans()}),
    "order": st.fixed_dictionaries({"answer": lists(texts(), 2)}),
    "match": st.fixed_dictionaries(
        {"answer": st.dictionaries(texts(), texts(), min_size=2, max_size=5), "wrong": lists(texts(), 0)}
    ),
    "number": st.fixed_dictionaries(
        {"answer": FIGURES, "tolerance": st.sampled_from(["", "10%", "0"]), "wrong": lists(FIGURES, 0)}
    ),
}
REST = st.fixed_dictionaries(
    {"ask": texts(80), "why": st.one_of(st.just(""), texts()), "tags": lists(texts(12), 0, 3)},
    optional={"source": texts(20)},
)
TABLES = st.sampled_from(sorted(KINDS)).flatmap(
    lambda kind: st.builds(lambda own, rest: {"kind": kind, **own, **rest}, KINDS[kind], REST)
)


def bank_of(tables: list[dict[str, Any]]) -> Bank:
    named = [{"id": f"q-{place}", **table} for place, table in enumerate(tables)]
    written = [{key: value for key, value in table.items() if value not in ("", [])} for table in named]
    return read_bank(bank_texts("Trips", written)[0], "trips.toml")


def there_and_back(bank: Bank, form: str) -> tuple[Bank, list[Draft]]:
    raw, report = export([of_entry(entry) for entry in bank.entries], form, bank.title)
    drafts = settled(FORMATS[form].read(raw, "there"))
    back = read_bank(bank_texts(bank.title, [draft.table or {} for draft in drafts])[0], "trips.toml")
    return back, list(report.drafts)


def seen(entry: Entry) -> dict[str, Any]:
    """All of a question that its reader could tell from another."""
    question = entry.question
    key = question.key.as_json()
    key.pop("text", None)
    key.pop("options", None)
    same = str(
        question.key.name or question.key.value
    ).casefold()  # the answer is no other spelling of itself
    key["aliases"] = sorted(alias for alias in question.key.aliases if alias.casefold() != same)
    key["others"] = sorted(question.key.others)
    sources = [(source.outlet, source.sentence) for source in question.sources]
    shown = {"ask": entry.ask, "why": question.why, "wrong": sorted(entry.wrong), "tags": sorted(entry.tags)}
    return {"id": entry.id, **shown, "sources": sources, "options": sorted(question.key.options), **key}


def seen_of_figure(entry: Entry) -> tuple[Any, ...]:
    key = entry.question.key
    return entry.id, entry.ask, key.kind, key.value, key.unit, key.tolerance or None, entry.question.why


def assert_same(bank: Bank, form: str) -> None:
    back, told = there_and_back(bank, form)
    assert [entry.id for entry in back.entries] == [entry.id for entry in bank.entries]
    for entry, again, draft in zip(bank.entries, back.entries, told, strict=True):
        notes = {note.what for note in draft.notes}
        if form not in WHOLE and entry.question.kind in DIMENSIONS:
            if not any("range" in note or "fraction" in note for note in notes):
                assert seen_of_figure(again) == seen_of_figure(entry)
        elif not any("arrow" in note for note in notes):
            assert seen(again) == seen(entry)


@pytest.mark.parametrize("form", WRITTEN)
def test_the_sample_bank_comes_back(form: str) -> None:
    bank = read_bank_file(SAMPLE)
    assert len(bank.entries) > 15
    assert_same(bank, form)


@pytest.mark.parametrize("form", WRITTEN)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables=st.lists(TABLES, min_size=1, max_size=4))
def test_every_question_that_a_bank_can_ask_comes_back(form: str, tables: list[dict[str, Any]]) -> None:
    bank = bank_of(tables)
    assume(bank.entries)
    assert_same(bank, form)


def test_what_is_not_carried_is_told() -> None:
    bank = bank_of(
        [
            {"kind": "number", "ask": "How far?", "answer": "about 30-40 km"},
            {
                "kind": "number",
                "ask": "How far?",
                "answer": "about 30 km (18.6 miles)",
                "aliases": ["a day's walk"],
            },
            {"kind": "order", "ask": "Which came first?", "answer": ["Lorn", "Salm"]},
            {"kind": "text", "ask": "Which sign?", "answer": "a -> b"},
        ]
    )
    _, told = there_and_back(bank, "gift")
    notes = [{note.what for note in draft.notes} for draft in told]
    assert notes[0] == {"range -> its middle, and half of it as tolerance"}
    assert {'the word "about"', "the same figure in another unit"} < notes[1]
    assert notes[2] == {"order -> match"}
    assert notes[3] == {"-> in an answer is written as an arrow"}


def test_an_export_is_the_same_each_time_and_ids_are_those_of_the_questions() -> None:
    bank = bank_of([{"kind": "true-false", "ask": "Lorn is large.", "answer": True}])
    (question,) = [of_entry(entry) for entry in bank.entries]
    raws = [export([of_entry(entry) for entry in bank.entries], "anki", "t")[0] for _ in range(2)]
    assert raws[0] == raws[1]
    assert question.uid.encode() in raws[0]


def exported(table: dict[str, Any], form: str) -> str:
    return export([of_entry(entry) for entry in bank_of([table]).entries], form, "t")[0].decode()


def test_an_export_reads_as_people_write() -> None:
    offices = {"kind": "match", "ask": "Who?", "answer": {"Ada": "mayor", "Jon": "priest"}, "tags": ["match"]}
    card = exported(offices, "anki")
    assert "Who?<br>Ada = ?<br>Jon = ?<br>- " in card
    assert "\tmatch\n" in card
    assert "3 May 2031" in exported({"kind": "date", "ask": "When?", "answer": "2031-05-03"}, "anki")
    ships = {"kind": "count", "ask": "How many ships?", "answer": "1,200 ships", "aliases": ["1200 ships"]}
    assert "How many ships? {#=1200}" in exported(ships, "gift")
    assert "(in km)" in exported({"kind": "distance", "ask": "How far?", "answer": "60 km"}, "gift")


def test_questions_that_one_bank_cannot_hold_fill_several() -> None:
    tables = [draft.table or {} for draft in read_gift("".join(f"No. {n}? {{=Varn}}\n\n" for n in range(30)))]
    texts = bank_texts("Rivers", [{"id": f"q{n}", **table} for n, table in enumerate(tables)], largest=700)
    banks = [read_bank(text) for text in texts]
    assert max(map(len, texts)) <= 700
    assert [bank.title for bank in banks] == [
        f"Rivers ({n} of {len(texts)})" for n in range(1, len(texts) + 1)
    ]
    assert [entry.question.ask for bank in banks for entry in bank.entries] == [
        f"No. {n}?" for n in range(30)
    ]
