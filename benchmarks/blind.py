"""Scores the extractor on the blind sets: ``python -m benchmarks.blind [--errors]`` prints precision, recall, F1.

Quantities are matched one to one inside a sentence, a range by both its ends; dates as TempEval-3 counts them;
the stories through the scorer of the hand-labelled facts where that stands beside the repository.
"""

from __future__ import annotations

import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from briefings.extract.pipeline import extract
from briefings.facts import NUMERIC_KINDS, Fact

_SETS = pathlib.Path(__file__).parent / "sets"
_SCORER = pathlib.Path(__file__).parents[1] / ".." / "shared" / "tools" / "score_facts.py"

# A fraction may be given as 0.667 or as 2/3; anything else is exact but for floating point.
_TOLERANCE = 2e-3

# The change a hedge tells, by NewsQuant's symbols = ~ > <.
_HEDGE_CHANGE = {
    None: "equal",
    "between": "equal",
    "about": "about",
    "nearly": "about",
    "more than": "more",
    "at least": "more",
    "less than": "less",
    "at most": "less",
    "up to": "less",
}

Label = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity the extractor found; a second unit is a quantity of its own."""

    value: float
    top: float
    change: str
    quote: str


T = TypeVar("T", bound=Quantity | Fact)


@dataclass(slots=True)
class Score:
    """Counts of right, found and labelled, and a line for every error."""

    right: int = 0
    found: int = 0
    labelled: int = 0
    errors: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Precision, recall and F1 in percent, with the counts."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.labelled if self.labelled else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return (
            f"{name:24} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"
            f"  right {self.right} found {self.found} labelled {self.labelled}"
        )


def load(name: str) -> list[Label]:
    """The rows of one blind set."""
    lines = (_SETS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def quantities_of(facts: Iterable[Fact]) -> list[Quantity]:
    """The numeric facts, with their second units as quantities beside them."""
    found = []
    for fact in facts:
        if fact.kind not in NUMERIC_KINDS or isinstance(fact.value, str):
            continue
        change = fact.change or _HEDGE_CHANGE[fact.qualifier]
        top = fact.value_max if isinstance(fact.value_max, int | float) else fact.value
        found.append(Quantity(fact.value, top, change, fact.quote))
        found += [Quantity(second.value, second.value, change, fact.quote) for second in fact.also]
    return found


def pair(labels: list[Label], found: list[T], fits: Callable[[Label, T], bool]) -> dict[int, int]:
    """A largest one-to-one pairing of labels with what was found, as label index to found index."""
    partner: dict[int, int] = {}

    def place(label: int, tried: set[int]) -> bool:
        for index, item in enumerate(found):
            if index in tried or not fits(labels[label], item):
                continue
            tried.add(index)
            if index not in partner or place(partner[index], tried):
                partner[index] = label
                return True
        return False

    for label in range(len(labels)):
        place(label, set())
    return {label: index for index, label in partner.items()}


def score_quantities(rows: list[Label]) -> tuple[Score, Score]:
    """Scores by value, and by value and change together."""
    by_value, by_change = Score(), Score()
    for row in rows:
        found = quantities_of(extract(row["text"], every_quantity=True))
        for score, fits in ((by_value, _same_value), (by_change, _same_change)):
            _count(score, row, row["quantities"], found, fits)
    return by_value, by_change


def _readings(label: Label) -> list[list[Any]]:
    """The values held right, each as its two ends; the upper one is None where there is no range."""
    return [[label["value"], label["value_max"]], *label.get("or_value", ())]


def _same_value(label: Label, found: Quantity) -> bool:
    return any(
        _close(low, found.value) and _close(low if top is None else top, found.top)
        for low, top in _readings(label)
    )


def _close(wanted: float, found: float) -> bool:
    return math.isclose(wanted, found, rel_tol=_TOLERANCE)


def _same_change(label: Label, found: Quantity) -> bool:
    return _same_value(label, found) and found.change in (label["change"], *label.get("or_change", ()))


def _count(
    score: Score, row: Label, labels: list[Label], found: list[T], fits: Callable[[Label, T], bool]
) -> None:
    """Adds one sentence to a score; optional labels and what they answer count for nothing."""
    wanted = [label for label in labels if not label.get("optional")]
    spare = [label for label in labels if label.get("optional")]
    pairs = pair(wanted, found, fits)
    left = [item for index, item in enumerate(found) if index not in pairs.values()]
    extra = [item for index, item in enumerate(left) if index not in pair(spare, left, fits).values()]
    score.right += len(pairs)
    score.found += len(pairs) + len(extra)
    score.labelled += len(wanted)
    missed = [label for index, label in enumerate(wanted) if index not in pairs]
    if missed or extra:
        asked = ", ".join(f"{label['quote']} = {label['value']}" for label in missed)
        told = ", ".join(f"{item.quote} = {item.value} {item.change or ''}".strip() for item in extra)
        score.errors.append(f"{row['id']} {row['text']}\n    missed: {asked}\n    extra:  {told}")


def score_dates(rows: list[Label]) -> dict[str, Score]:
    """TempEval-3's three scores: strict span, relaxed span, and relaxed span with the right value."""
    tests = {"strict": _same_span, "relaxed": _overlaps, "value": _same_date}
    scores = {name: Score() for name in tests}
    for row in rows:
        facts = extract(row["text"], date.fromisoformat(row["published"]))
        found = [fact for fact in facts if fact.kind == "date"]
        for name, fits in tests.items():
            _count(scores[name], row, row["dates"], found, fits)
    return scores


def _overlaps(label: Label, fact: Fact) -> bool:
    return bool(label["start"] < fact.end and fact.start < label["end"])


def _same_span(label: Label, fact: Fact) -> bool:
    return (label["start"], label["end"]) == (fact.start, fact.end)


def _same_date(label: Label, fact: Fact) -> bool:
    return _overlaps(label, fact) and [fact.value, fact.value_max] in _readings(label)


def score_stories(errors: bool) -> str:
    """What the scorer of the hand-labelled facts prints for the stories, its errors included where wanted."""
    if not _SCORER.exists():
        return f"stories: not scored, {_SCORER.name} does not stand beside the repository"
    with tempfile.TemporaryDirectory() as folder:
        answers = pathlib.Path(folder) / "facts.jsonl"
        answers.write_text("".join(_story_lines()), encoding="utf-8")
        command = [sys.executable, str(_SCORER), str(_SETS / "facts.jsonl"), str(answers)]
        run = subprocess.run(
            [*command, "--errors", "1000" if errors else "0"], capture_output=True, text=True, check=True
        )
    return run.stdout + run.stderr


def _story_lines() -> Iterable[str]:
    for story in load("stories.jsonl"):
        text = (_SETS / "stories" / story["article"]).read_text(encoding="utf-8")
        published = date.fromisoformat(story["published"]) if story["published"] else None
        facts = [fact.as_json("", story["article"]) for fact in extract(text, published)]
        yield json.dumps({"id": story["article"], "facts": facts}, ensure_ascii=False) + "\n"


def main() -> None:
    """Prints every score, and with ``--errors`` every error behind it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every error")
    errors: bool = parser.parse_args().errors
    by_value, by_change = score_quantities(load("quantities.jsonl"))
    scores = {"quantities value": by_value, "quantities value+change": by_change}
    scores |= {f"dates {name}": score for name, score in score_dates(load("dates.jsonl")).items()}
    for name, score in scores.items():
        print(score.line(name))
    if errors:
        for name, score in scores.items():
            print(f"\n{name}", *score.errors, sep="\n")
    print()
    print(score_stories(errors))


if __name__ == "__main__":
    main()
