"""The loss report: what became of each item of a file, by name and line, and counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quiz_bank.formats.foreign.drafts import Draft

_MOST_LINES = 12  # of one loss that many questions share; their number is told all the same
_TOLD_ONE_BY_ONE = ("skipped", "waits", "changed")
_WAITS = "waits to be mended"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file.

    Attributes:
        path: the file, as it was named. form: its format's name.
        drafts: its items, in order.
        verb: what was done with those that were not skipped.
    """

    path: str
    form: str
    drafts: tuple[Draft, ...]
    verb: str = "imported"

    @property
    def tables(self) -> list[Any]:
        """The questions that were carried."""
        return [draft.table for draft in self.drafts if draft.table is not None]

    @property
    def is_whole(self) -> bool:
        """Whether every item can be asked."""
        return not any(draft.outcome in ("skipped", "waits") for draft in self.drafts)

    def lines(self) -> list[str]:
        """The report for people; the last line has the counts."""
        return [*self._one_by_one(), *self._lost(), self.summary()]

    def summary(self) -> str:
        """``gift: 12 imported, 3 of them changed; 2 skipped: essay is not supported (lines 40, 88)``."""
        counts = [f"{len(self.tables)} {self.verb}"]
        for outcome, word in (("changed", "changed"), ("waits", "to be mended")):
            found = sum(draft.outcome == outcome for draft in self.drafts)
            if found:
                counts.append(f"{found} of them {word}")
        told = f"{self.path}: {self.form}: {', '.join(counts)}"
        skipped = [draft for draft in self.drafts if draft.table is None]
        if not skipped:
            return told
        reasons: dict[str, list[int]] = {}
        for draft in skipped:
            reasons.setdefault(draft.notes[-1].what, []).append(draft.line)
        listed = "; ".join(f"{what} ({_places(lines)})" for what, lines in reasons.items())
        return f"{told}, {len(skipped)} skipped: {listed}"

    def _one_by_one(self) -> Iterable[str]:
        for draft in self.drafts:
            for outcome in _TOLD_ONE_BY_ONE:
                what = ", ".join(note.what for note in draft.notes if note.outcome == outcome)
                if what:
                    yield f'{self.path}:{draft.line}: "{draft.name}" {_word(outcome)}: {what}'

    def _lost(self) -> Iterable[str]:
        losses: dict[str, list[int]] = {}
        for draft in self.drafts:
            for note in draft.notes:
                if note.outcome == "lost":
                    losses.setdefault(note.what, []).append(draft.line)
        for what, lines in losses.items():
            count = f"{len(lines)} question{'' if len(lines) == 1 else 's'}"
            yield f"{self.path}: lost: {what}, in {count} ({_places(lines)})"

    def records(self) -> list[dict[str, Any]]:
        """An object for each item, as ``--json`` prints it."""
        return [
            {
                "file": self.path,
                "format": self.form,
                "line": draft.line,
                "name": draft.name,
                "outcome": draft.outcome,
                "notes": [{"outcome": note.outcome, "what": note.what} for note in draft.notes],
                "question": dict(draft.table) if draft.table is not None else None,
            }
            for draft in self.drafts
        ]


def _word(outcome: str) -> str:
    return _WAITS if outcome == "waits" else outcome


def _places(lines: Sequence[int]) -> str:
    lines = list(dict.fromkeys(lines))  # a note with several gaps is several questions
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
    return f"line{'' if len(lines) == 1 else 's'} {shown}{more}"
