"""Page furniture: which lines of a text are the page's and not the article's own words.

First what each line says by itself (``marks``), then what its place tells: beside a credit, printed twice,
between paragraphs, before the headline, after the end. Paragraphs of prose are only cut where they are a copy,
stand in one block with a picture's credit, or address the reader after an offer to subscribe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from briefings.reading.credits import is_picture_credit
from briefings.reading.lines import Unit, split_units, word_set
from briefings.reading.marks import Reason, own_reason

LONGEST_HEADING = 9  # words; a longer line without a final stop may be a sentence that lost it
LONGEST_LIST_ITEM = 20  # words of a line in a list of other stories
SHORTEST_HEADLINE = 4  # words; shorter lines above a story are sections and tags
SHORTEST_STANDFIRST = 8  # words of a line between headline and story that is kept though it lacks a stop
LONGEST_HEADLINE = 30  # words
LONGEST_QUESTION = 12  # words of a heading that asks
LONGEST_BIOGRAPHY = 60  # words
SHORTEST_STUB = 20  # letters that must agree for a line that breaks off to be the start of another
LONGEST_CAPTION = 60  # words of a sentence that is taken for a caption because its credit stands beside it

_INTERROGATIVES = word_set(
    "who what when where why how which whose is are was were will can could do does did has have should would"
)
_OFFER = re.compile(
    r"subscri|regist|member|free articles|sign up|newsletter|inbox|donat|support|trial", re.IGNORECASE
)
_QUOTED = re.compile(r"“[^“”]*”?|\"[^\"]*\"?")
_TO_READER = re.compile(
    r"(?i)\b(?:you|your|yours|we|our|ours|us|i|my|dear reader|me)\b(?!\.)|\b(?:you|we|i)['’]"
)
_BIOGRAPHY = re.compile(
    r"^[A-Z][\w'’.-]+(?: [\w'’.-]+){0,4} (?:is|was|are|covers|writes|reports|has been) .{0,160}?"
    r"\b(?:reporter|correspondent|writer|columnist|editor|journalist|contributor|fellow|lecturer|covers|writes|reports)\b"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Whole lines that are not the article's own words; offsets into the text that was given."""

    start: int
    end: int
    reason: Reason


class Page:
    """The units of one text and, as the rules go over it, the reason each piece of furniture is cut for."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.reasons: dict[int, Reason] = {
            index: reason for index, unit in enumerate(units) if (reason := own_reason(unit))
        }
        self.title = self._find_title()

    @cached_property
    def airy(self) -> bool:
        """Whether blank lines part the paragraphs, so that lines in one block belong together."""
        prose = [i for i, unit in enumerate(self.units) if unit.prose]
        return 2 * sum(self.alone(i) for i in prose) > len(prose)

    def alone(self, index: int) -> bool:
        """Whether a unit is the only one of its block."""
        return not self.beside(index)

    def beside(self, index: int) -> list[int]:
        """The neighbours of a unit that stand in its block."""
        block = self.units[index].block
        near = (index - 1, index + 1)
        return [i for i in near if 0 <= i < len(self.units) and self.units[i].block == block]

    def open(self, index: int) -> bool:
        """Whether nothing was decided about a unit yet: neither furniture nor the headline."""
        return index not in self.reasons and index != self.title

    def kept_prose(self) -> list[int]:
        """The prose that no rule has cut so far."""
        return [i for i, unit in enumerate(self.units) if unit.prose and self.open(i)]

    def addresses_reader(self, index: int) -> bool:
        """Whether a unit speaks as the page to its reader (``you``, ``we``) outside quotation marks."""
        return bool(_TO_READER.search(_QUOTED.sub(" ", self.units[index].text)))

    def cut(self, indices: Iterable[int], reason: Reason) -> None:
        """Marks those units that are still open."""
        for index in indices:
            if self.open(index):
                self.reasons[index] = reason

    def _find_title(self) -> int | None:
        """The first line above the story that reads as a headline; None where prose comes first."""
        short = None
        for index, unit in enumerate(self.units):
            if index in self.reasons or unit.bullet:
                continue
            if (unit.stopped and not unit.asks) or len(unit.words) > LONGEST_HEADLINE:
                break
            if len(unit.words) >= SHORTEST_HEADLINE:
                return index
            short = index if short is None else short
        return short


def find_furniture(text: str) -> list[Furniture]:
    """The furniture of a page, in order and apart from each other; none in a text of one line."""
    units = split_units(text)
    if len(units) < 2:
        return []
    page = Page(units)
    for rule in RULES:
        rule(page)
    return [Furniture(units[i].start, units[i].end, reason) for i, reason in sorted(page.reasons.items())]


def find_title(text: str) -> str | None:
    """The headline as it stands in a page, or None."""
    page = Page(split_units(text))
    return None if page.title is None or len(page.units) < 2 else page.units[page.title].text


def _cut_copies(page: Page) -> None:
    """What is printed twice: a line twice running is a caption, any other copy is a duplicate."""
    first: dict[str, int] = {}
    for index, unit in enumerate(page.units):
        letters = _letters(unit)
        if index in page.reasons or not letters:
            continue
        earlier = first.setdefault(letters, index)
        if earlier == index or (unit.prose and len(unit.words) < 6):
            continue
        running = index - earlier == 1 and index in page.beside(earlier)
        is_caption = running and (not unit.prose or (page.airy and _has_prose(page, range(earlier))))
        page.cut((earlier, index) if is_caption else (index,), "caption" if is_caption else "duplicate")


def _cut_stubs(page: Page) -> None:
    """A line that breaks off with dots before the whole of it: of a caption both, of a paragraph the stub."""
    wholes: dict[str, int] = {}
    for index in reversed(range(len(page.units))):
        unit = page.units[index]
        letters = _letters(unit)
        start = letters[:SHORTEST_STUB]
        if unit.text.endswith(("...", "…")) and len(letters) >= SHORTEST_STUB and start in wholes:
            whole = wholes[start]
            if _letters(page.units[whole]).startswith(letters):
                is_caption = whole in page.beside(index) and not page.units[whole].stopped
                page.cut((index, whole) if is_caption else (index,), "caption" if is_caption else "duplicate")
                continue
        wholes[start] = index


def _cut_captions_beside_credits(page: Page) -> None:
    """Lines in one block with a picture's credit are its caption; a sentence only where blocks are small."""
    for credit in [i for i, reason in page.reasons.items() if reason == "credit"]:
        for index in page.beside(credit):
            unit = page.units[index]
            tied = index > credit or is_picture_credit(page.units[credit].text)
            if not unit.prose or (page.airy and tied and len(unit.words) <= LONGEST_CAPTION):
                page.cut([index], "caption")


def _cut_lists(page: Page) -> None:
    """Bulleted lines that are no statements: other stories' headlines, unless a colon announces the list."""
    index = 0
    while index < len(page.units):
        start = index
        while index < len(page.units) and page.units[index].bullet:
            index += 1
        run = range(start, index)
        announced = start > 0 and page.units[start - 1].text.endswith(":") and page.open(start - 1)
        if not announced and all(_is_headline(page.units[i]) for i in run):
            page.cut(run, "related")
        index = max(index, start + 1)


def _cut_listed_after_label(page: Page) -> None:
    """The headlines under ``Most read`` or ``Related:``, down to the next paragraph."""
    for label in [i for i, reason in page.reasons.items() if reason == "related"]:
        if len(page.units[label].words) > SHORTEST_HEADLINE and not page.units[label].text.endswith(":"):
            continue
        index = label + 1
        while index < len(page.units) and (not page.open(index) or _is_headline(page.units[index])):
            page.cut([index], "related")
            index += 1


def _cut_offer(page: Page) -> None:
    """An offer to the reader: the sentences after it that go on speaking to her, or all the rest of the page.

    Nothing where the article itself speaks to its reader.
    """
    prose = page.kept_prose()
    offers = [
        i
        for i, reason in sorted(page.reasons.items())
        if reason == "advert" and _OFFER.search(page.units[i].text)
    ]
    for offer in offers:
        before = [i for i in prose if i < offer]
        after = [i for i in prose if i > offer]
        if not before or 5 * sum(map(page.addresses_reader, before)) > len(before):
            continue
        if 2 * sum(map(page.addresses_reader, after)) > len(after):
            page.cut(range(offer, len(page.units)), "advert")
            return
        index = offer + 1
        while index < len(page.units) and page.addresses_reader(index):
            page.cut([index], "advert")
            index += 1


def _cut_biography(page: Page) -> None:
    """The sentence on the author below the last paragraph."""
    prose = page.kept_prose()
    if (
        len(prose) > 3
        and _BIOGRAPHY.search(page.units[prose[-1]].text)
        and len(page.units[prose[-1]].words) <= LONGEST_BIOGRAPHY
    ):
        page.cut([prose[-1]], "byline")


def _cut_after_end(page: Page) -> None:
    """Lines below the last paragraph, from the first of them that is furniture by itself."""
    prose = page.kept_prose()
    if not prose:
        return
    tail = range(prose[-1] + 1, len(page.units))
    ended = next((i for i in tail if i in page.reasons), len(page.units))
    for index in tail[max(0, ended - prose[-1] - 1) :]:
        short = len(page.units[index].words) < SHORTEST_HEADLINE
        page.cut([index], "navigation" if short else "related")


def _cut_headings(page: Page) -> None:
    """Short lines between paragraphs, and longer ones without a verb, which are captions."""
    prose = page.kept_prose()
    if not prose:
        return
    for index in range(prose[-1]):
        if page.open(index) and (index != prose[0]) and _stands_between(page, index):
            reason = _heading_or_caption(page.units[index], below_title=index < prose[0])
            page.cut([index] if reason else [], reason or "heading")


def _heading_or_caption(unit: Unit, below_title: bool) -> Reason | None:
    words = len(unit.words)
    if unit.asks:
        is_heading = words <= LONGEST_QUESTION and unit.words[:1] and unit.words[0] in _INTERROGATIVES
        return "heading" if is_heading and not _QUOTED.search(unit.text) else None
    if unit.prose or unit.stopped or unit.text.endswith((",", ";", ":")) or unit.text[:1].islower():
        return None
    if re.search(r": .*\d", unit.text):
        return None
    if words <= (SHORTEST_STANDFIRST - 1 if below_title else LONGEST_HEADING):
        return "heading"
    return None if below_title else "caption"


def _stands_between(page: Page, index: int) -> bool:
    """Whether a line is no part of a sentence or a table: its neighbours in the block are whole sentences."""
    following = next((i for i in range(index + 1, len(page.units)) if i not in page.reasons), index)
    if page.units[following].text[:1].islower():
        return False
    return all(page.units[i].stopped or not page.open(i) for i in page.beside(index))


def _cut_above_title(page: Page) -> None:
    """The sections and tags above the headline."""
    if page.title is not None:
        page.cut(range(page.title), "navigation")


def _is_headline(unit: Unit) -> bool:
    """Whether a line of a list is the headline of something else."""
    if unit.text.endswith((",", ";", ":")) or len(unit.words) > LONGEST_LIST_ITEM:
        return False
    return unit.asks or not unit.stopped


def _has_prose(page: Page, indices: Iterable[int]) -> bool:
    return any(page.units[i].prose and page.open(i) for i in indices)


def _letters(unit: Unit) -> str:
    """Its letters and digits alone, so that two printings of a line compare equal."""
    return "".join(character for character in unit.text.casefold() if character.isalnum())


RULES: tuple[Callable[[Page], None], ...] = (
    _cut_copies,
    _cut_stubs,
    _cut_captions_beside_credits,
    _cut_lists,
    _cut_listed_after_label,
    _cut_offer,
    _cut_biography,
    _cut_headings,
    _cut_after_end,
    _cut_above_title,
)
