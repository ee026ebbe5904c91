"""Cuts a text into sentences with exact offsets, in linear time and without a model.

Blank lines and list bullets part sentences first, so that a heading is never glued to what follows it;
inside a paragraph a table of abbreviations decides which full stops end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefings.facts import Sentence
from briefings.patterns import Pattern

# A full stop after these never ends a sentence: a name or a number follows.
_TITLES = frozenset(
    str.split(
        """
        mr mrs ms mx dr prof gen brig col maj capt cmdr cdr lt sgt cpl pvt adm sen rep gov rev hon
        pres fr st ste mt ft messrs mme mlle supt insp det vs v viz cf fig figs vol pp approx est eg
        ie al amb atty
        """
    )
)
# After these it may: only a word that usually opens a sentence tells.
_SHORTENED = frozenset(
    str.split(
        """
        inc corp co ltd plc bros jr sr dept univ assn ave blvd rd etc am pm bc ad ca jan feb mar apr
        jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun sq ok uk us usa
        un eu ny dc md phd ba ma mph lb lbs oz ind ariz ark calif colo conn del fla ill kan mass
        mich minn miss mont neb nev okla ore pa penn tenn tex va vt wash wis wyo
        """
    )
)
_SMALL_TITLES = frozenset(
    str.split(
        """
        vs v viz cf fig figs vol pp approx est eg ie
        """
    )
)
_ALSO_WORDS = frozenset(
    str.split(
        """
        us un ok mass miss wash ill ind sat sun mon mar am ad co ore wed ma pa me
        """
    )
)
_OPENERS = frozenset(
    str.split(
        """
        the a an in on at by for from to of with as after before since when while if although though
        but and or so yet he she it they we you i his her its their our my your this that these
        those there here then now what who which why how where some many most all both each no not
        only one two three four five six ten about more last next earlier later meanwhile however
        also officials police according under during among
        """
    )
)

_STOP = Pattern(r"[.!?…]++[\"'”’»)\]]*+")
_BLANK_LINE = Pattern(r"\n[^\S\n]*+\n\s*+|\n(?=[^\S\n]*+(?:[•·▪●◦‣*]|[-–—](?=\s)|\d{1,2}[.)](?=\s)))")
_NEWLINE = Pattern(r"\n")
_SPACES = Pattern(r"\s*+")
_WORD_BEFORE = Pattern(r"[^\W_]+(?:\.[^\W_]+)*\Z")
_WORD_AFTER = Pattern(r"[\"'“‘«(\[]*+([^\W_]*)")
_GLUED = Pattern(r"[\"“‘(\[]?[A-Z][a-z]")
_LAST_WORD = Pattern(r"[^\W_]+\Z")
_HANGING = frozenset(
    str.split(
        """
        a an the of in on at by for from to with as and or but nor that which who whose than into
        onto over under near between among against during after before since until about is are was
        were be been has have had will would can could may might its his her their our
        """
    )
)
_LONGEST_WRAP, _SHORTEST_WRAP = 120, 50


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order; ``text[s.start:s.end] == s.text``, no white space around them.

    Headings, captions and bullets without a full stop are sentences of their own. Never raises.
    """
    sentences = []
    for start, end in _paragraphs(text):
        for first, last in _cut(text, start, end):
            sentences.append(Sentence(first, last, text[first:last]))
    return sentences


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the text between blank lines, bullets and headings on a line of their own."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield from _lines(text, start, gap.start())
        start = gap.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Joins the lines of one block where a sentence runs on over the line break."""
    if text.find("\n", start, end) < 0:
        yield start, end
        return
    ends = [match.start() for match in _NEWLINE.finditer(text, start, end)]
    wrapped = _is_wrapped(text, start, ends, end)
    line = start
    for stop in ends:
        if not (wrapped or _runs_on(text, line, stop, end)):
            yield start, stop
            start = stop
        line = stop + 1
    yield start, end


def _is_wrapped(text: str, start: int, ends: list[int], end: int) -> bool:
    """Whether a block was broken at a fixed width: three lines or more, all but the last about as long."""
    if len(ends) < 2:
        return False
    edges = [start - 1, *ends]
    widths = [right - left - 1 for left, right in pairwise(edges)]
    widest = max(widths)
    return _SHORTEST_WRAP <= widest <= _LONGEST_WRAP and min(widths) >= 0.7 * widest


def _runs_on(text: str, line: int, stop: int, end: int) -> bool:
    """Whether the sentence of the line that ends at ``stop`` goes on in the next one."""
    next_word = _WORD_AFTER.match(text, _after_spaces(text, stop, end), end)
    if next_word is not None and next_word.group()[:1].islower():
        return not next_word.group().startswith(("http", "www"))
    tail = text[max(line, stop - 40) : stop].rstrip()
    if tail.endswith((",", ";", "-", "–", "(")):
        return True
    word = _LAST_WORD.search(tail)
    return word is not None and word.group() in _HANGING


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph."""
    start = _after_spaces(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        follows = _after_spaces(text, stop.end(), end)
        if follows == end or _ends_here(text, start, stop, follows, end):
            if stop.end() > start:
                yield start, stop.end()
            start = follows
    if start < end:
        last = start + len(text[start:end].rstrip())
        if last > start:
            yield start, last


def _after_spaces(text: str, start: int, end: int) -> int:
    match = _SPACES.match(text, start, end)
    return match.end() if match else start


def _ends_here(text: str, start: int, stop: re.Match[str], follows: int, end: int) -> bool:
    """Whether the marks of ``stop`` end a sentence, given what stands before and after them."""
    if follows == stop.end():
        return _is_glued(text, start, stop.start(), follows, end)
    after = _WORD_AFTER.match(text, follows, min(end, follows + 40))
    word = after.group(1) if after else ""
    if word[:1].islower() and not word[1:2].isupper():
        return False
    if stop.group() != ".":
        return True
    if text[start : stop.start()].isdigit() and stop.start() - start < 4:  # the number of a list item
        return False
    return not _is_abbreviation(text, start, stop.start(), word)


def _is_glued(text: str, start: int, dot: int, follows: int, end: int) -> bool:
    """Whether a sentence starts without a space: "visit.The", but not "U.S.-backed", "3.5", "site.com"."""
    left = text[max(start, dot - 2) : dot]
    glued = _GLUED.match(text, follows, min(end, follows + 3))
    return len(left) == 2 and left.isalpha() and left.islower() and glued is not None


def _is_abbreviation(text: str, start: int, dot: int, word: str) -> bool:
    """Whether the full stop at ``dot`` belongs to the word before it; ``word`` follows."""
    before = _WORD_BEFORE.search(text, max(start, dot - 24), dot)
    if before is None:
        return False
    form = before.group()
    short = form.replace(".", "").lower()
    if short in ("no", "nos"):
        return word[:1].isdigit()
    if short in _TITLES and (form[0].isupper() or short in _SMALL_TITLES):
        return True
    opens = word.lower() in _OPENERS and word[:1].isupper()
    if len(form) == 1 and form.isalpha():
        return form.isupper() and not opens
    if "." in form or (short in _SHORTENED and (form[0].isupper() or short not in _ALSO_WORDS)):
        return not opens
    return False
