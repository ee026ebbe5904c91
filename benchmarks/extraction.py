"""How well and how fast facts are found: ``python -m benchmarks.extraction``.

Accuracy is measured on the hand-labelled articles that stand in the folder ``shared`` beside the repository, by
the scorer that comes with them. Throughput is measured on the same articles, else on the stories of
``benchmarks/sets`` (which hold three times as many figures), against quantulum3 and dateparser, in the same run and
turn by turn, so that a slow moment of the machine meets all; a tool that is not installed is skipped with a line.
What counts are the ratios.
"""

from __future__ import annotations

import importlib
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date

from briefings.extract.pipeline import extract

ROUNDS = 5
_STORIES = pathlib.Path(__file__).parent / "sets" / "stories"
_SHARED = pathlib.Path(__file__).parents[1] / ".." / "shared"
_SCORER = _SHARED / "tools" / "score_facts.py"
# Labels, the folder of their articles, the date they were published, and the F1 asked for figures and mission.
_GOLD = (
    ("seeds.jsonl", "seeds", "2017-11-03", 95.0, 95.0),
    ("dev.jsonl", "articles", None, 93.0, 94.0),
)


def main() -> int:
    """Prints both tables; the exit status is 1 where a bar of accuracy is missed."""
    passed = accuracy()
    throughput()
    return 0 if passed else 1


def accuracy() -> bool:
    """Prints precision, recall and F1 on the labelled articles; whether every bar is met."""
    if not _SCORER.exists():
        print("accuracy: skipped, the labelled articles are not beside the repository")
        return True
    print(f"{'labels':<12} {'figures P/R/F1':<20} {'mission P/R/F1':<20} {'hedge':>6} {'unit':>6}")
    met = True
    for labels, folder, published, figures_bar, mission_bar in _GOLD:
        scores = _scores(_SHARED / "gold" / labels, _SHARED / folder, published)
        figures, mission = scores["figures"], scores["mission"]
        print(
            f"{labels:<12} {_prf(figures):<20} {_prf(mission):<20} "
            f"{scores['qualifier right']:>6} {scores['unit right']:>6}"
        )
        met = met and figures["F1"] >= figures_bar and mission["F1"] >= mission_bar
    return met


def _prf(score: dict[str, float]) -> str:
    return f"{score['P']} {score['R']} {score['F1']}"


def _scores(gold: pathlib.Path, folder: pathlib.Path, published: str | None) -> dict[str, dict[str, float]]:
    """What the scorer says of our facts on one set of labels."""
    told = ["--published", published] if published else []
    texts = _run([str(_SCORER), "--texts", str(gold), str(folder), *told])
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as found:
        for line in texts.splitlines():
            row = json.loads(line)
            day = date.fromisoformat(row["published"]) if row["published"] else None
            facts = [fact.as_json("", row["id"]) for fact in extract(row["text"], day)]
            found.write(json.dumps({"id": row["id"], "facts": facts}) + "\n")
        found.flush()
        scores: dict[str, dict[str, float]] = json.loads(
            _run([str(_SCORER), str(gold), found.name, "--json"])
        )
    return scores


def _run(arguments: list[str]) -> str:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True).stdout


def throughput() -> None:
    """Prints megabytes of news a second for every tool that is installed, and how many times slower it is."""
    folders = [folder for folder in (_SHARED / "articles", _SHARED / "seeds") if folder.exists()] or [
        _STORIES
    ]
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    tools: dict[str, Callable[[str], object]] = {"briefing": extract}
    for name, load in (("quantulum3", _quantulum), ("dateparser", _dateparser)):
        try:
            tools[name] = load()
        except ImportError:
            print(f"{name}: skipped, not installed")
    taken: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(ROUNDS):
        for name, tool in tools.items():
            begin = time.perf_counter()
            for text in texts:
                tool(text)
            taken[name].append(time.perf_counter() - begin)
    print(f"\n{'tool':<12} {'MB/s':>8} {'times slower':>13}   ({len(texts)} articles, {size * 1000:.0f} kB)")
    ours = statistics.median(taken["briefing"])
    for name, seconds in taken.items():
        typical = statistics.median(seconds)
        print(f"{name:<12} {size / typical:>8.3f} {typical / ours:>13.1f}")


def _quantulum() -> Callable[[str], object]:
    parse: Callable[[str], object] = importlib.import_module("quantulum3.parser").parse
    return parse


def _dateparser() -> Callable[[str], object]:
    search = importlib.import_module("dateparser.search").search_dates

    def find(text: str) -> object:
        return search(text, languages=["en"])

    return find


if __name__ == "__main__":
    sys.exit(main())
