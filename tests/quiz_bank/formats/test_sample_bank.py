"""The bank that ships for the sample story: every kind, quotes found word for word, played through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.manifest import read_manifest
from briefings.sample import SLUG, sample_folder
from quiz_bank.bank_articles import articles_for
from quiz_bank.formats.bank import Bank
from quiz_bank.formats.bank_toml import read_bank_file
from quiz_bank.formats.faults import rendered
from quiz_bank.formats.fields import KINDS
from quiz_bank.formats.figures import DIMENSIONS
from quiz_bank.formats.schema import schema_text
from quiz_bank.questions import Mode
from quiz_bank.session import Phase, Quiz

BANKS = Path(__file__).parents[3] / "quiz_bank" / "banks"
SAMPLE = BANKS / "deir-ez-zor.toml"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return read_bank_file(SAMPLE, articles_for(SAMPLE))


def test_the_sample_bank_has_no_fault(bank: Bank) -> None:
    assert [rendered(fault) for fault in bank.faults] == []
    assert (bank.story, len(bank.entries)) == (SLUG, bank.asked)


def test_the_sample_bank_uses_every_kind(bank: Bank) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    figures = {question.kind for question in bank.questions} & DIMENSIONS.keys()
    # its articles tell no area, sum of money or age: tests/tui/test_bank_command.py plays these
    assert figures == {"distance", "population", "share", "duration", "count"}
    assert all(f'kind = "{kind}"' in text for kind in KINDS.keys() - DIMENSIONS.keys())
    assert {isinstance(q.key.value, list) for q in bank.questions if q.kind == "choice"} == {True, False}


def test_every_quote_stands_in_its_article_word_for_word(bank: Bank) -> None:
    manifest = read_manifest(sample_folder())
    assert manifest is not None
    for question in bank.questions:
        (source,) = question.sources
        text = (sample_folder() / source.name).read_text(encoding="utf-8")
        quote = source.sentence[source.start - source.sentence_start : source.end - source.sentence_start]
        assert quote
        assert quote in text
        assert source.outlet == manifest.articles[source.name].outlet


@pytest.mark.parametrize("mode", ["type", "choice"])
def test_the_sample_bank_plays_through(bank: Bank, mode: Mode) -> None:
    quiz = Quiz(bank.in_mode(mode))
    while quiz.phase is not Phase.DONE:
        attempt = quiz.grade(quiz.current.answer)
        assert attempt.verdict.verdict == "correct", quiz.current.ask
        quiz.keep(attempt)
        quiz.advance()
    assert quiz.count("correct") == len(bank.entries)


def test_options_are_offered_wherever_there_are_any(bank: Bank) -> None:
    chosen = {question.kind for question in bank.in_mode("choice") if question.mode == "choice"}
    assert chosen >= {"distance", "share", "date", "place", "person", "true-false", "choice"}


def test_the_published_schema_is_that_of_the_program() -> None:
    """Write it anew with ``python -m quiz_bank.formats.schema > quiz_bank/banks/bank.schema.json``."""
    assert (BANKS / "bank.schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_schema_knows_every_kind_and_what_it_takes() -> None:
    schema = json.loads(schema_text())
    question = schema["properties"]["question"]["items"]
    assert question["properties"]["kind"]["enum"] == list(KINDS)
    rules = {rule["if"]["properties"]["kind"]["const"]: rule["then"] for rule in question["allOf"]}
    assert rules["text"]["properties"]["tolerance"] is False
    assert "tolerance" not in rules["distance"]["properties"]
    assert rules["true-false"]["properties"]["answer"]["type"] == "boolean"
    assert rules["choice"]["required"] == ["wrong"]
