"""What exports say in tags, so that an import finds the kind again, and the weights that Moodle allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.compose.datewords import in_words

if TYPE_CHECKING:
    from quiz_bank.formats.foreign.outgoing import Outgoing
    from quiz_bank.keys import Key

KIND_MARK = "kind:"
UNIT_MARK = "unit:"
_SHOWN = {"percent": "%", "fraction": "%"}
_WITH_PLURAL = frozenset(str.split("second minute hour day night week month year mile acre tonne"))

#: shares of a mark that Moodle takes, in percent (question/engine/bank.php: fraction options)
_ALLOWED = (
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111,
    10, 5,
)  # fmt: skip
_TOLD_BY_TYPE = frozenset(("choice", "true-false", "match", "text", "order"))


def kind_marks(question: Outgoing, told: frozenset[str] = _TOLD_BY_TYPE) -> list[str]:
    """The tag that names the kind, where the format's own types (``told``) do not."""
    kind = question.key.kind
    return [] if kind in told else [f"{KIND_MARK}{kind}"]


def weights(question: Outgoing, right: int, wrong: int) -> tuple[str, str]:
    """What each of several right options adds to the mark, and each wrong one takes away, in percent."""
    shares = []
    for number in (right, wrong):
        share = min(_ALLOWED, key=lambda allowed: abs(allowed - 100 / max(number, 1)))
        shares.append(share)
        if number > 1 and abs(share * number - 100) > 1:
            question.note("changed", f"{number} options share a mark in rounded parts")
    return f"{shares[0]:.7g}" if right > 1 else "100", f"-{shares[1]:.7g}"


def accepted(question: Outgoing) -> list[str]:
    """All spellings that are right, the answer first; a date in its usual forms."""
    answer = str(question.table["answer"])
    forms = date_forms(answer) if question.key.kind == "date" else []
    return list(dict.fromkeys([answer, *forms, *question.texts("aliases")]))


def date_forms(iso: str) -> Sequence[str]:
    """The usual ways to write a date, which an import leaves out again."""
    written = in_words(iso)
    if not written:
        return []
    day, _, rest = written.partition(" ")
    month, _, year = rest.partition(" ")
    return [written, f"{month} {day}, {year}"] if year else [written]


def unit_shown(key: Key) -> str:
    """The unit of a figure as people write it after more than one; empty where it has none."""
    unit = key.unit or ""
    return _SHOWN.get(unit) or (f"{unit}s" if unit in _WITH_PLURAL else unit)


def in_unit(unit: str) -> str:
    """How a format without units asks for one."""
    return f" (in {unit})"
