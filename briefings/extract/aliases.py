"""Second names a text gives itself: ``Harbour Rescue Service (HRS)``, ``Orlia, formerly Old Orl``.

A short form in brackets is taken where its letters fit the words before it, first letter at a word's start
(the test of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions", 2003); any
other second name must be glossed in words (``also known as``, ``another name for``, ``the French acronym``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from briefings.extract.proper_names import Word, name_runs, trim
from briefings.extract.reporting import Quotations
from briefings.extract.signs import GLOSS, signs
from briefings.facts import Fact, Sentence
from briefings.patterns import Pattern

_WORD: Final = Pattern(r"[\w'’&.-]+")
_PARTS: Final = Pattern(r"[-’']")
_BRACKET: Final = Pattern(r"[ \u00a0]\((?:the |or )?[\"“'‘]?(\w[\w&.-]{1,11})[\"”'’]?\)")
_LONG_BRACKET: Final = Pattern(r"\b(\w[\w&.-]{1,11}) \((?:the )?([^()\n]{6,90})\)")
_KNOWN_AS: Final = Pattern(
    r"(?:, | \(|, and )?\b(?:also|better|formerly|previously|widely|commonly|popularly|once|otherwise|sometimes)"
    r" (?:known|referred to|called)(?: as| to)?(?: by (?:its|the|his|her) [\w ]{0,24}?(?:acronym|name|initials))?"
    r"(?: as)? "
)
_ACRONYM_IS: Final = Pattern(
    r", known (?:by|under) (?:its|the|his|her) (?:\w+ )?(?:acronym|initials|name) (?:as )?"
)
_FORMERLY: Final = Pattern(r"(?:, | \()(?:formerly|previously)(?: the)? (?=[^\W\d_a-z])")
_OR_SHORT: Final = Pattern(r", or (?:the )?(?=[^\W\d_a-z]{2,8}\b)")
_NAME_FOR: Final = Pattern(
    r"(?:, | \()(?:(?:an?|the|its|another|which is)\s)?(?:\w+\s)?"
    r"(?:acronym|name|term|abbreviation|initials|shorthand|short)(?:\s(?:used\s)?for)\s(?:the\s)?"
)
_USING: Final = Pattern(
    r"\busing (?:the|its|an?|their) (?:\w+ )?(?:acronym|name|term|abbreviation) for (?:the )?"
)
_LONGEST: Final = 3000  # characters; a longer "sentence" is a table or a list
_TRIGGERS: Final = (
    *(
        " known ",
        " called",
        " referred",
        "ormerly ",
        "reviously ",
        ", or ",
        "cronym",
        "name for",
        "term for",
        "short for",
    ),
    *("used for", "bbreviation", "nitials"),
)


def find_aliases(text: str, sentences: Sequence[Sentence]) -> list[Fact]:
    """Every second name the text states, in order: ``value`` is the form, ``what`` the thing it stands for.

    A form is given once; a repeat of the same gloss later in the text is left out.
    """
    facts: list[Fact] = []
    seen: set[tuple[str, str]] = set()
    for sentence in sentences:
        if len(sentence.text) > _LONGEST or not _may_gloss(sentence.text):
            continue
        for form, thing, start, end in _aliases(sentence.text):
            pair = (form.casefold(), thing.casefold())
            if pair in seen or pair[0] == pair[1]:
                continue
            seen.add(pair)
            facts.append(_fact(sentence, form, thing, start, end))
    return facts


_Alias = tuple[str, str, int, int]  # form, thing, start and end in the sentence


def _fact(sentence: Sentence, form: str, thing: str, start: int, end: int) -> Fact:
    return Fact(
        kind="alias",
        value=" ".join(form.split()),
        unit=None,
        quote=sentence.text[start:end],
        start=sentence.start + start,
        end=sentence.start + end,
        sentence=sentence,
        what=" ".join(thing.split()),
    )


def _may_gloss(text: str) -> bool:
    """Whether anything in the sentence may introduce a second name."""
    return "(" in text or ", or " in text or bool(signs(text) & GLOSS)


def _aliases(text: str) -> Iterator[_Alias]:
    if "(" in text:
        yield from _short_forms(text)
        yield from _long_forms(text)
    if any(trigger in text for trigger in _TRIGGERS):
        yield from _glosses(text)


def _short_forms(text: str) -> Iterator[_Alias]:
    """``Harbour Rescue Service (HRS)``."""
    for match in _BRACKET.finditer(text):
        form = match.group(1).rstrip(".")
        if not _is_short(form):
            continue
        start = fit(form, text[max(0, match.start() - 90) : match.start()])
        if start is None:
            continue
        start += max(0, match.start() - 90)
        thing = text[start : match.start()].strip("\"“”'‘’ ")
        opening = start - 1 if start and text[start - 1] in "\"“'‘" else start
        yield form, thing, opening, match.end()


def _long_forms(text: str) -> Iterator[_Alias]:
    """``HRS (Harbour Rescue Service)``."""
    for match in _LONG_BRACKET.finditer(text):
        form, thing = match.group(1), match.group(2).strip()
        if _is_short(form) and fit(form, thing) == 0:
            yield form, thing, match.start(), match.end()


def _is_short(form: str) -> bool:
    """Whether a bracket's word can be a short form: two letters or more, most of them capital."""
    capitals = sum(letter.isupper() for letter in form)
    return capitals >= 2 and capitals * 2 >= len(form) and not form.isdigit()


def fit(form: str, words: str) -> int | None:
    """Where in ``words`` the long form begins whose letters ``form`` shortens; None where they do not fit.

    Letters are met from right to left; the first must start a word, and a word may be spent on each letter
    at most, with small words between. Linear in the length of ``words``.
    """
    letters = [letter.lower() for letter in form if letter.isalnum()]
    if letters and letters[-1] == "s" and form[-1] == "s":
        letters.pop()
    by_initials = _fit_initials(letters, words)
    if by_initials is not None:
        return by_initials
    place = len(words)
    for rest in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and not (
            words[place].lower() == letters[rest]
            and (rest > 0 or place == 0 or not words[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
    span = words[place:].split()
    if len(span) > len(letters) + 2 or len(span) < 2 or not words[place].isupper():
        return None
    return place


def _fit_initials(letters: Sequence[str], words: str) -> int | None:
    """Where the shortest run of last words begins whose initials, small words skipped or not, are the letters."""
    wanted = "".join(letters)
    everything = content = ""
    for word in reversed(list(_WORD.finditer(words))):
        initials = "".join(part[0].lower() for part in _PARTS.split(word.group()) if part)
        everything = initials + everything
        if word.group()[0].isupper() or word.group().lower() not in (
            "of",
            "the",
            "and",
            "for",
            "in",
            "on",
            "to",
            "&",
        ):
            content = initials + content
        if wanted in (everything, content):
            return word.start()
        if len(content) > len(wanted):
            return None
    return None


def _glosses(text: str) -> Iterator[_Alias]:
    """Second names told in words."""
    runs = [words for words in map(trim, name_runs(text)) if words]
    ends = {run[-1].end: run for run in runs}
    starts = {run[0].start: run for run in runs}
    for pattern in (_KNOWN_AS, _ACRONYM_IS, _FORMERLY, _OR_SHORT):
        for match in pattern.finditer(text):
            thing, form = _ends_at(ends, match.start()), _starts_at(starts, match.end())
            if (
                thing
                and form
                and (pattern is not _OR_SHORT or fit(_text(text, form), _text(text, thing)) == 0)
            ):
                yield _text(text, form), _text(text, thing), thing[0].start, _closed(text, form[-1].end)
    for match in _NAME_FOR.finditer(text):
        form, thing = _ends_at(ends, match.start()), _starts_at(starts, match.end())
        if form and thing:
            yield _text(text, form), _text(text, thing), form[0].start, _closed(text, thing[-1].end)
    for match in _USING.finditer(text):
        form, thing = _last_quoted(text, runs, match.start()), _starts_at(starts, match.end())
        if form and thing:
            yield _text(text, form), _text(text, thing), form[0].start, form[-1].end


def _last_quoted(text: str, runs: Sequence[list[Word]], end: int) -> list[Word] | None:
    """The last name before ``end`` that stands in a quotation."""
    quotations = Quotations(text)
    quoted = [run for run in runs if run[-1].end < end and quotations.hold(run[0].start)]
    return quoted[-1] if quoted else None


def _closed(text: str, end: int) -> int:
    """The end past a bracket that closes right there."""
    return end + 1 if text[end : end + 1] == ")" else end


def _text(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end]


def _ends_at(ends: Mapping[int, list[Word]], pos: int) -> list[Word] | None:
    """The name that ends right before ``pos``, a closing quotation mark aside."""
    return ends.get(pos) or ends.get(pos - 1)


def _starts_at(starts: Mapping[int, list[Word]], pos: int) -> list[Word] | None:
    """The name that starts right at ``pos``, an article or an opening quotation mark aside."""
    return next((starts[place] for place in range(pos, pos + 6) if place in starts), None)
