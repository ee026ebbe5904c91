"""Page furniture: which lines of a text are the page's and not the article's own words.

First what each line says by itself (``marks``), then what its place tells: beside a credit, printed twice,
between paragraphs, before the headline, after the end. Paragraphs of prose are only cut where they are a copy,
stand in one block with a picture's credit, or address the reader after an offer to subscribe.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, takewhile

from briefings.patterns import Pattern
from briefings.reading.credits import is_picture_credit
from briefings.reading.lines import Unit, split_units, word_set
from briefings.reading.marks import Reason
from briefings.reading.page import SHORTEST_HEADLINE, Page, addresses_reader

LONGEST_HEADING = 9  # words; a longer line without a final stop may be a sentence that lost it
LONGEST_LIST_ITEM = 20  # words of a line in a list of other stories
SHORTEST_STANDFIRST = 8  # words of a line between headline and story that is kept though it lacks a stop
LONGEST_QUESTION = 12  # words of a heading that asks
LONGEST_BIOGRAPHY = 60  # words
SHORTEST_COPY = 6  # words; shorter sentences may be said twice
SHORTEST_STUB = 20  # letters that must agree for a line that breaks off to be the start of another
LONGEST_CAPTION = 45  # words of a sentence that is taken for a caption because its credit stands beside it

_INTERROGATIVES = word_set(
    "who what when where why how which whose is are was were will can could do does did has have should would"
)
_OFFER = Pattern(
    r"subscri|regist|member|free articles|sign up|newsletter|inbox|donat|support|trial|journalis|reporting|favou?r",
    re.IGNORECASE,
)
_FIGURE = Pattern(r"\d")
_COLON_AND_FIGURE = Pattern(r": .*\d")
_ABOUT_AUTHOR = Pattern(
    r"^[A-Z][\w'’.-]+(?: [\w'’.-]+){0,4} (?:is|was|are|covers|writes|reports|has been) .{0,160}?"
    r"\b(?:reporter|correspondent|writer|columnist|editor|journalist|contributor|fellow|lecturer|covers|writes|reports)\b"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Whole lines that are not the article's own words; offsets into the text that was given."""

    start: int
    end: int
    reason: Reason


def find_furniture(text: str) -> list[Furniture]:
    """The furniture of a page, in order and apart from each other; none in a text of one line."""
    page = read_page(text)
    units = page.units
    return [Furniture(units[i].start, units[i].end, reason) for i, reason in sorted(page.reasons.items())]


def read_page(text: str, title: str | None = None, headings: frozenset[str] = frozenset()) -> Page:
    """The text as a page on which every rule has been tried.

    Args:
        text: as found, or cleaned.
        title: the headline, where it is known without the page.
        headings: lines that are known to be headings, because the markup says so.
    """
    page = Page(split_units(text), title, headings)
    if len(page.units) > 1:
        for rule in RULES:
            rule(page)
    return page


def _cut_copies(page: Page) -> None:
    """What is printed twice: a line twice running is a caption, any other copy is a duplicate."""
    first_prose = min(page.kept_prose(), default=len(page.units))
    first: dict[str, int] = {}
    for index, unit in enumerate(page.units):
        words = unit.letters
        if index in page.reasons or not words:
            continue
        earlier = first.setdefault(words, index)
        if earlier == index or (unit.prose and len(unit.words) < SHORTEST_COPY):
            continue
        running = index - earlier == 1 and index in page.beside(earlier)
        if running and (not unit.prose or (page.airy and first_prose < earlier)):
            page.cut((earlier, index), "caption")
        else:
            page.cut((index,), "duplicate")


def _cut_stubs(page: Page) -> None:
    """A line that breaks off with dots before the whole of it: of a caption both, of a paragraph the stub."""
    wholes: dict[str, int] = {}
    for index in reversed(range(len(page.units))):
        words = page.units[index].letters
        start = words[:SHORTEST_STUB]
        whole = wholes.setdefault(start, index)
        breaks_off = page.units[index].text.endswith(("...", "…")) and len(words) >= SHORTEST_STUB
        if whole == index or not breaks_off or not page.units[whole].letters.startswith(words):
            wholes[start] = index
        elif whole in page.beside(index) and not page.units[whole].stopped:
            page.cut((index, whole), "caption")
        else:
            page.cut((index,), "duplicate")


def _cut_captions_beside_credits(page: Page) -> None:
    """Lines in one block with a picture's credit are its caption.

    A sentence is one only where blocks are small, and never the page's first sentence below a credit.
    """
    first_prose = min(page.kept_prose(), default=0)
    for credit in [i for i, reason in page.reasons.items() if reason == "credit"]:
        is_picture = page.airy and is_picture_credit(page.units[credit].text)
        for index in page.beside(credit):
            unit = page.units[index]
            is_lead = index == first_prose and index > credit
            if not unit.prose or (is_picture and not is_lead and len(unit.words) <= LONGEST_CAPTION):
                page.cut((index,), "caption")


def _cut_dashed_headings(page: Page) -> None:
    """Headings as agencies set them, between dashes."""
    dashed = (
        i for i, unit in enumerate(page.units) if unit.bullet and unit.text.endswith((" -", " –", " —"))
    )
    page.cut(dashed, "heading")


def _cut_lists(page: Page) -> None:
    """Bulleted lines that are no statements: other stories' headlines.

    A list that a colon announces, and one between the headline and the first paragraph, is the story's.
    """
    first_prose = min(page.kept_prose(), default=0)
    index = 0
    while index < len(page.units):
        start = index
        while index < len(page.units) and page.units[index].bullet:
            index += 1
        run = range(start, index)
        announced = start > 0 and page.units[start - 1].text.endswith(":") and page.open(start - 1)
        summary = page.title is not None and page.title < start < first_prose
        if not announced and not summary and all(_is_headline(page.units[i]) for i in run):
            page.cut(run, "related")
        index = max(index, start + 1)


def _cut_listed_after_label(page: Page) -> None:
    """The headlines under ``Most read`` or ``Related:``, down to the next paragraph."""
    listing = False
    for index, unit in enumerate(page.units):
        if page.reasons.get(index) == "related":
            listing = listing or len(unit.words) <= SHORTEST_HEADLINE or unit.text.endswith(":")
        elif page.open(index):
            listing = listing and _is_headline(unit)
            page.cut((index,) if listing else (), "related")


def _cut_offer(page: Page) -> None:
    """An offer to the reader and the appeal around it: what speaks to her, or all the rest of the page.

    Nothing where the article itself speaks to its reader.
    """
    adverts = sorted(i for i, reason in page.reasons.items() if reason == "advert")
    offers = [i for i in adverts if _OFFER.search(page.units[i].text)]
    if not offers:
        return
    prose = set(page.kept_prose())
    speaks = [page.open(index) and addresses_reader(unit) for index, unit in enumerate(page.units)]
    told = list(accumulate((index in prose for index in range(len(speaks))), initial=0))
    spoken = list(accumulate((speaks[i] and i in prose for i in range(len(speaks))), initial=0))
    for offer in offers:
        appeal = list(takewhile(lambda i: speaks[i] and page.open(i), range(offer - 1, -1, -1)))
        while appeal and not _OFFER.search(page.units[appeal[-1]].text) and page.units[appeal[-1]].prose:
            appeal.pop()
        start = min(appeal, default=offer)
        if not told[start] or 5 * spoken[start] > told[start]:
            continue
        page.cut(appeal, "advert")
        if 2 * (spoken[-1] - spoken[offer]) > told[-1] - told[offer]:
            page.cut(range(offer, len(page.units)), "advert")
            return
        page.cut(takewhile(lambda i: speaks[i], range(offer + 1, len(page.units))), "advert")


def _cut_biography(page: Page) -> None:
    """The sentence on the author below the last paragraph."""
    prose = page.kept_prose()
    last = page.units[prose[-1]] if len(prose) > 3 else None
    if last and len(last.words) <= LONGEST_BIOGRAPHY and _ABOUT_AUTHOR.search(last.text):
        page.cut(prose[-1:], "byline")


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
    following = page.following()
    before = 0
    for index in range(max(prose, default=0)):
        if page.open(index) and index != prose[0] and _stands_apart(page, index, before, following[index]):
            reason = _heading_or_caption(page.units[index], below_title=index < prose[0])
            if reason:
                page.cut((index,), reason)
        before = index if page.open(index) else before


def _heading_or_caption(unit: Unit, below_title: bool) -> Reason | None:
    words = len(unit.words)
    if unit.asks:
        is_heading = words <= LONGEST_QUESTION and unit.words[:1] and unit.words[0] in _INTERROGATIVES
        return "heading" if is_heading and unit.unquoted == unit.text else None
    if unit.prose or unit.stopped or unit.text.endswith((",", ";", ":")) or unit.text[:1].islower():
        return None
    if _COLON_AND_FIGURE.search(unit.text):
        return None
    if words <= (SHORTEST_STANDFIRST - 1 if below_title else LONGEST_HEADING):
        return "heading"
    return None if below_title else "caption"


def _stands_apart(page: Page, index: int, before: int, after: int) -> bool:
    """Whether a line is no part of a sentence, a list or a table.

    Its neighbours in the block are whole sentences or furniture, or as short and without figures as itself.
    """
    announced = page.units[before].text.endswith(":")
    if page.units[index].bullet or announced or page.units[after].text[:1].islower():
        return False
    beside = [i for i in page.beside(index) if page.open(i) and not page.units[i].stopped]
    return not beside or not any(_FIGURE.search(page.units[i].text) for i in (index, *beside))


def _cut_company(page: Page) -> None:
    """Short lines in one block with furniture and without a sentence: names, jobs, counts beside a dateline."""
    blocks: dict[int, list[int]] = {}
    for index, unit in enumerate(page.units):
        blocks.setdefault(unit.block, []).append(index)
    for block in blocks.values():
        tells = any(page.units[i].prose and page.open(i) for i in block)
        if not tells and any(i in page.reasons for i in block):
            page.cut((i for i in block if len(page.units[i].words) <= SHORTEST_HEADLINE), "navigation")


def _cut_above_title(page: Page) -> None:
    """The sections and tags above the headline."""
    if page.title is not None:
        page.cut(range(page.title), "navigation")


def _is_headline(unit: Unit) -> bool:
    """Whether a line of a list is the headline of something else."""
    if unit.text.endswith((",", ";", ":")) or len(unit.words) > LONGEST_LIST_ITEM:
        return False
    return unit.asks or not unit.stopped


RULES: tuple[Callable[[Page], None], ...] = (
    _cut_copies,
    _cut_stubs,
    _cut_captions_beside_credits,
    _cut_dashed_headings,
    _cut_lists,
    _cut_listed_after_label,
    _cut_offer,
    _cut_biography,
    _cut_company,
    _cut_headings,
    _cut_after_end,
    _cut_above_title,
)
