"""``docs/banks.md`` says what the program does: its tables are the program's, its examples have no fault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from quiz_bank.formats.bank_toml import read_bank
from quiz_bank.formats.bank_writing import skeleton
from quiz_bank.formats.faults import CODES
from quiz_bank.formats.fields import BANK, EVERYWHERE, KINDS, QUESTION, Field
from quiz_bank.formats.schema import TYPES

DOC = (Path(__file__).parents[3] / "docs" / "banks.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, their cells without marks of code."""
    section = DOC.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_code_is_explained() -> None:
    assert dict(rows("Faults")) == CODES


@pytest.mark.parametrize(("heading", "table"), [("`[bank]`", BANK), ("`[[question]]`", QUESTION)])
def test_every_key_is_explained(heading: str, table: Mapping[str, Field]) -> None:
    told = [
        (name.strip("`"), takes, example.strip("`"), says) for name, takes, example, says in rows(heading)
    ]
    assert told == [(n, ", ".join(f.takes), f.example, f.says) for n, f in table.items()]


def test_every_kind_is_explained() -> None:
    told = [
        (n.strip("`"), says, example.strip("`"), re.findall(r"`([^`]+)`", also))
        for n, says, example, also in rows("The kinds")
    ]
    assert told == [(n, k.says, k.example, list(k.also)) for n, k in KINDS.items()]
    assert all(f"`{key}`" in DOC.split("## The kinds")[1].split("|")[0] for key in EVERYWHERE)


def test_every_type_is_known_to_the_schema() -> None:
    named = {name for field in (*BANK.values(), *QUESTION.values()) for name in field.takes}
    assert named | {name for kind in KINDS.values() for name in kind.answer} == set(TYPES)


@pytest.mark.parametrize("text", re.findall(r"```toml\n(.*?)```", DOC, re.DOTALL))
def test_the_examples_have_no_fault(text: str) -> None:
    bank = read_bank(text)
    assert bank.faults == ()
    assert bank.entries


def test_the_examples_of_kinds_are_answers_of_that_kind() -> None:
    for kind, rule in KINDS.items():
        wrong = 'wrong = ["another"]' if kind == "choice" else ""
        bank = read_bank(
            f'[bank]\ntitle = "T"\n[[question]]\nid = "x"\nkind = "{kind}"\nask = "What?"\n{rule.example}\n{wrong}'
        )
        assert bank.faults == ()
        assert kind in ("number", bank.questions[0].kind)


def test_a_skeleton_shows_every_kind_of_answer() -> None:
    bank = read_bank(skeleton())
    assert bank.faults == ()
    assert {question.kind for question in bank.questions} == {
        "distance", "date", "place", "choice", "true-false", "order", "match",
    }  # fmt: skip
