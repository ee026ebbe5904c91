"""What a question is: asks for one claim of a story, or comes from a bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from briefings.compose.datewords import in_words
from briefings.stories import content_key
from quiz_bank.keys import Key

Mode = Literal["type", "choice"]


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence that states the answer.

    Attributes:
        article: the article's key; ``name`` its file or address, as programs are told.
        outlet: how a citation names it.
        published: its date, or None.
        start, end: offsets of the answer's span in the article's text.
        sentence: the sentence's text.
        sentence_start: offset of the sentence, so that ``start - sentence_start`` marks the span in it.
    """

    article: str
    outlet: str
    published: date | None
    start: int
    end: int
    sentence: str
    sentence_start: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its key.

    Attributes:
        id: content key of claim and template, so that it outlives re-reading and rewording.
        story: the story's slug.
        mode: ``type`` (typed answer) or ``choice`` (one of ``options``).
        ask: the question. header: outlet and date a reader needs to place it.
        key: what counts as right. options: for ``choice``, in the order shown. right: the right one.
        claim: key of the claim asked for. template: name of the shape it was made by.
        sources: where the answer stands, best first.
        worth: 2 a briefing would print it, 1 background; higher is asked first.
        siblings: ids of the other wordings of its claim; a session asks only one of them.
        why: a remark shown with the feedback, such as the source that disagrees.
    """

    id: str
    story: str
    ask: str
    header: str
    key: Key
    claim: str
    template: str
    sources: tuple[Source, ...]
    mode: Mode = "type"
    options: tuple[str, ...] = ()
    right: str = ""
    worth: float = 1.0
    why: str = ""
    siblings: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of answer it asks for."""
        return self.key.kind

    @property
    def answer(self) -> str:
        """The right answer as it is shown: the option, else what the key says in words."""
        key = self.key
        return self.right or answer_words(key.kind, key.value, key.text, key.name, key.all_of)

    def as_json(self) -> dict[str, Any]:
        """The question as ``briefing questions --json`` prints it."""
        return {
            "id": self.id,
            "story": self.story,
            "kind": self.kind,
            "mode": self.mode,
            "ask": self.ask,
            "header": self.header,
            "key": self.key.as_json(),
            "options": list(self.options) or None,
            "claim": self.claim,
            "template": self.template,
            "sources": [
                {
                    "article": source.name or source.article,
                    "outlet": source.outlet,
                    "published": source.published.isoformat() if source.published else None,
                    "start": source.start,
                    "end": source.end,
                    "sentence": source.sentence,
                }
                for source in self.sources
            ],
        }


def question_id(claim: str, template: str) -> str:
    """The stable id of the question that one template makes of one claim."""
    return content_key("question", claim, template)


def answer_words(
    kind: str,
    value: Any,
    text: str = "",
    name: str = "",
    all_of: Sequence[Sequence[str]] = (),
) -> str:
    """What is right, in words, from the fields of a key: a name, a date in full, the source's words, a list."""
    if kind in ("person", "place"):
        return name or " and ".join(names[0] for names in all_of)
    if text and kind != "date":
        return text
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{left} = {right}" for left, right in value.items())
    return (in_words(value) if kind == "date" else "") or text or str(value)
