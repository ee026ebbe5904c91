"""A question on its way from another format: the table of a bank that it becomes, and what that costs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from quiz_bank.formats.fields import QUESTION
from quiz_bank.formats.foreign.markup import Shown, shown
from quiz_bank.formats.lines import one_line
from quiz_bank.grading.clean import clean, squeeze

#: ``changed``: asked in another way than there; ``lost``: something beside the question is missing; ``skipped``: not
#: taken; ``waits``: taken, but a bank finds fault with it and does not ask it before it is mended
Outcome = Literal["changed", "lost", "skipped", "waits"]

_TAG_ALONE = re.compile(r"</?[A-Za-z]{1,12}>")
_LAID_OUT = re.compile(r"&nbsp;|\n|\b(?:class|style)=")  # a page's empty parts, not a tag that is asked for
LONGEST_KEPT = 20_000  # characters of one text; what a bank finds too long is told, not cut


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that became of a question: how grave, and what, as a report names it."""

    outcome: Outcome
    what: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One item of a file.

    Attributes:
        line: where it begins, from 1; for a package the place of its note.
        name: as the file calls it, else how it begins.
        table: what a bank's ``[[question]]`` holds; None where it was skipped.
        notes: what could not be carried.
    """

    line: int
    name: str
    table: Mapping[str, Any] | None
    notes: tuple[Note, ...] = ()

    def noted(self, outcome: Outcome, what: str) -> Draft:
        """The draft with one more note."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, Note(outcome, what)))))

    def with_table(self, table: Mapping[str, Any]) -> Draft:
        """The draft with another table."""
        return replace(self, table=table)

    @property
    def outcome(self) -> Outcome | Literal["imported"]:
        """The gravest thing that became of it."""
        found = {note.outcome for note in self.notes}
        graver: tuple[Outcome, ...] = ("skipped", "waits", "changed")
        return next((outcome for outcome in graver if outcome in found), "imported")


@dataclass(slots=True)
class Making:
    """A draft while its item is read: everything that is said of it is kept here first.

    Attributes:
        line, name: as in ``Draft``.
        html: whether its texts may hold HTML.
        why: remarks to be shown with the feedback. tags: words to sort by. id: as the file gives it.
    """

    line: int
    name: str = ""
    html: bool = True
    why: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    id: str = ""
    notes: list[Note] = field(default_factory=list)

    def lost(self, what: str) -> None:
        """Something beside the question is missing."""
        self.notes.append(Note("lost", what))

    def changed(self, what: str) -> None:
        """The question is asked in another way."""
        self.notes.append(Note("changed", what))

    def text(self, raw: str, html: bool | None = None) -> str:
        """A text as lines; what it holds beyond text is noted as lost."""
        found = shown(raw) if (self.html if html is None else html) else Shown(plain(raw))
        is_code = not _LAID_OUT.search(raw) and (not found.lost or _TAG_ALONE.fullmatch(raw.strip()))
        if not found.text and is_code:
            found = Shown(plain(raw))  # a tag that is asked for, as in a quiz on HTML
        for what in found.lost:
            self.lost(what)
        return found.text

    def line_of(self, raw: str, html: bool | None = None) -> str:
        """A text as one line."""
        return one_line(self.text(raw, html), LONGEST_KEPT)

    def skip(self, what: str) -> Draft:
        """The item is not taken."""
        return Draft(self.line, one_line(self.name, 80), None, (Note("skipped", what),))

    def done(self, kind: str, ask: str, answer: Any, **more: Any) -> Draft:
        """The item as a table, without an id of its own where the file gives none.

        Args:
            kind: as a bank names it.
            ask: the question, in one line.
            answer: as the kind takes it, texts in one line each.
            more: further keys of the table; empty ones are left out.
        """
        if not ask:
            return self.skip("there is no text to its question")
        if answer in ("", [], {}):
            return self.skip("there is no right answer")
        why, source, quote = split_remarks(self.why)
        whole = {
            "id": self.id,
            "kind": kind,
            "ask": ask,
            "answer": answer,
            **more,
            "why": why,
            "source": source,
            "quote": quote,
            "tags": list(dict.fromkeys(tag for raw in self.tags if (tag := one_line(raw)))),
        }
        if kind in ("text", "place", "person", "date"):
            spelled = [alias for alias in whole.get("aliases", ()) if alias.casefold() != answer.casefold()]
            whole["aliases"] = unlike((), spelled)
        table = {
            key: whole[key]
            for key in QUESTION
            if whole.get(key) not in (None, "", [], (), {}) or (key == "answer")
        }
        return Draft(self.line, one_line(self.name or ask, 80), table, tuple(dict.fromkeys(self.notes)))


def plain(raw: str) -> str:
    """A text that holds no HTML, without what steers a terminal."""
    from briefings.reading.text import clean as cleaned

    return cleaned(raw)


def unlike(taken: Iterable[str], more: Iterable[str]) -> list[str]:
    """The texts that a bank does not take for one of those taken: letters, case and spaces aside."""
    seen = {alike(text) for text in taken}
    found = []
    for text in more:
        if text and alike(text) not in seen:
            seen.add(alike(text))
            found.append(text)
    return found


def distinct(taken: Iterable[str], more: Iterable[str]) -> list[str]:
    """The texts that are none of those taken, each once: a sign or a capital may be all that differs."""
    seen = set(taken)
    return list(dict.fromkeys(text for text in more if text and text not in seen))


def alike(text: str) -> str:
    """What two texts share that are one to the grader."""
    cleaned = clean(text)
    return cleaned if any(char.isdigit() for char in cleaned) else squeeze(cleaned) or text


_SOURCE = "Source: "
_QUOTE = "Quote: "


def remarks(why: str, source: str, quote: str) -> list[str]:
    """What is shown with the feedback, as lines that ``split_remarks`` takes apart again."""
    lines = [why] if why else []
    if source:
        lines.append(_SOURCE + source)
    if quote:
        lines.append(_QUOTE + quote)
    return lines


def split_remarks(texts: Iterable[str]) -> tuple[str, str, str]:
    """Remark, source and quote of feedback; foreign feedback is all remark."""
    lines = [stripped for text in texts for line in text.split("\n") if (stripped := line.strip())]
    quote = lines.pop().removeprefix(_QUOTE) if len(lines) > 1 and lines[-1].startswith(_QUOTE) else ""
    if lines and lines[-1].startswith(_SOURCE):
        source = lines.pop().removeprefix(_SOURCE)
        return one_line(" ".join(lines), LONGEST_KEPT), one_line(source), one_line(quote, LONGEST_KEPT)
    told = [*lines, _QUOTE + quote] if quote else lines
    return one_line(" ".join(dict.fromkeys(told)), LONGEST_KEPT), "", ""
