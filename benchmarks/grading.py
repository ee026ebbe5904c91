"""How fast and how light the grader is: ``python -m benchmarks.grading``.

Prints grades a second over the labelled set (all kinds mixed, one core), the worst single answer of 5,000
characters, and what importing the grader costs over the bare interpreter.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key

SET = Path(__file__).parents[1] / "tests" / "quiz_bank" / "grading" / "answers.jsonl"
ROUNDS = 5
LONG = (
    "9" * 5000, "9," * 2500, "9 " * 2500, "a " * 2500, "a" * 5000, "not " * 1250, "or " * 1666, "(" * 5000,
    "* " * 2500, "<b" * 2500, "\u0669" * 5000, "\u00bd" * 5000, "\U0001f600" * 5000, "\ufdfa" * 5000,
    "twenty " * 714, "\u202e" * 4990 + "60 km", "\x00" * 5000, "\ud800" * 5000, "\u0301" * 5000, "1/2 " * 1250,
)  # fmt: skip
SHORT = (
    "x" * 300,
    "9 " * 150,
    "half a " * 42,
    "1/2 " * 75,
    "a or " * 60,
    "al-" * 100,
    "[b]" * 100,
    "*_" * 150,
)


def rows() -> list[tuple[Key, str, str]]:
    """The labelled set as keys, answers and questions."""
    read: list[dict[str, Any]] = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    return [(Key.from_json(row["key"]), row["answer"], row["ask"]) for row in read]


def rate(graded: list[tuple[Key, str, str]]) -> float:
    """Grades a second, the best of several rounds, after one round that fills the caches of tables."""
    best = 0.0
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for key, answer, ask in graded:
            judge(key, answer, ask)
        best = max(best, len(graded) / (time.perf_counter() - start))
    return best


def worst(graded: list[tuple[Key, str, str]]) -> tuple[float, str]:
    """The slowest single answer in milliseconds, best of three tries each, with its beginning."""
    keys = list({key.kind: key for key, _, _ in graded}.values())
    slowest = (0.0, "")
    for key in keys:
        for answer in (*LONG, *SHORT):
            took = []
            for _ in range(3):
                start = time.perf_counter()
                judge(key, answer)
                took.append(time.perf_counter() - start)
            slowest = max(slowest, (min(took) * 1000, f"{key.kind}: {answer[:12]!r}"))
    return slowest


def import_cost() -> float:
    """Milliseconds that importing the grader adds to a bare interpreter, best of nine."""

    def run(code: str) -> float:
        took = []
        for _ in range(9):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            took.append(time.perf_counter() - start)
        return min(took) * 1000

    return run("import quiz_bank.grading.judge") - run("pass")


def main() -> None:
    """Prints the three figures."""
    graded = rows()
    print(f"{rate(graded):,.0f} grades a second over {len(graded)} answers")
    slow, what = worst(graded)
    print(f"{slow:.2f} ms for the slowest single answer ({what})")
    print(f"{import_cost():.0f} ms to import, over the bare interpreter")


if __name__ == "__main__":
    main()
