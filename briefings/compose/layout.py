"""How lines are grouped when they are printed, and how many words that takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from briefings.compose.briefing import Line, Section
from briefings.reconcile.values import days

# sections in which lines stand under what they rest on; in the others each line says it for itself
GROUPED = frozenset(("key facts",))
# what a line rests on goes without saying in these
UNSAID = frozenset(("where sources differ", "one story, several outlets", "sources"))
SINGLE = "single source"
CLAIMED = "claimed"  # by one speaker, whom the line names
CONFIRMED = "confirmed"  # by as many independent origins as a line has marks, or as it says
CLAIMED_BY = "claimed by "

_INITIALS = re.compile(r"\(([A-Z]{2,8})\)")  # "the State Emergency Service (SES)"
_COUNTED = re.compile(r"^confirmed by (\d+)")


def ordered(name: str, lines: Sequence[tuple[Line, str]]) -> tuple[Line, ...]:
    """The lines of a section in printing order: by standing, by day, or as they were taken.

    Args:
        name: the section's name.
        lines: each line with the ISO date it tells of, or nothing.
    """
    if name == "timeline":
        return tuple(line for line, _ in sorted(lines, key=lambda item: _first_day(item[1])))
    if name in (*GROUPED, "who"):
        return tuple(line for line, _ in sorted(lines, key=lambda item: _rank(item[0].standing)))
    return tuple(line for line, _ in lines)


def _first_day(value: str) -> tuple[str, str]:
    covered = days(value)
    return (covered[0].isoformat(), covered[1].isoformat()) if covered else ("", "")


def _rank(standing: str) -> tuple[int, int]:
    """Most independent origins first, then single sources, then what one speaker claims."""
    if counted := _COUNTED.match(standing):
        return 0, -int(counted[1])
    return (1, 0) if standing == SINGLE else (2, 0)


def heading(line: Line) -> str:
    """The heading the line stands under in a grouped section."""
    if _COUNTED.match(line.standing):
        return CONFIRMED
    return CLAIMED if line.standing.startswith(CLAIMED_BY) else line.standing


def groups(section: Section) -> Iterable[tuple[str, tuple[Line, ...]]]:
    """The section's lines under the heading each run of them shares; no heading where lines say it themselves."""
    if section.name not in GROUPED:
        yield "", section.lines
        return
    for standing, lines in groupby(section.lines, key=heading):
        yield standing, tuple(lines)


def suffix(section: Section, line: Line) -> str:
    """What a line says of its standing that neither its heading nor its marks say.

    A single source shows by its one mark; as many independent origins as marks show by these.
    """
    if section.name in UNSAID or line.standing in ("", SINGLE):
        return ""
    if counted := _COUNTED.match(line.standing):
        return "" if int(counted[1]) == len(line.sources) else f"{counted[1]} origins"
    grouped = section.name in GROUPED
    if line.standing.startswith(CLAIMED_BY):
        claimant = line.standing.removeprefix(CLAIMED_BY)
        names = [claimant.removeprefix("the "), *_INITIALS.findall(claimant)]
        short = "".join(word[0] for word in claimant.split() if word[0].isupper())
        named = any(name.casefold() in line.text.casefold() for name in names) or (
            len(short) > 1 and bool(re.search(rf"\b{short}\b", line.text))
        )
        return "" if named else claimant if grouped else line.standing
    return "" if grouped else line.standing


def marks(section: Section, line: Line, labels: Mapping[str, str]) -> str:
    """``[BBC/AFP]``; nothing where the line names its sources in its text."""
    if section.name in UNSAID:
        return ""
    names = list(dict.fromkeys(labels.get(mark.article_key, "?") for mark in line.sources))
    return f"[{'/'.join(names)}]" if names else ""


def count_words(sections: Iterable[Section], labels: Mapping[str, str]) -> int:
    """Printed words of the sections, the list of sources aside: headings, lines, standing and marks."""
    total = 0
    for section in sections:
        if section.name == "sources":
            continue
        total += len(section.name.split())
        for heading, lines in groups(section):
            total += len(heading.split())
            for line in lines:
                total += len(line.text.split()) + len(suffix(section, line).split())
                total += len(marks(section, line, labels).split())
    return total
