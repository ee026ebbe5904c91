"""Who holds which office: ``Mayor Ada Moore``, ``Ada Moore, a spokeswoman for the port``.

A role is a person's name with an office, rank or occupation right before or after it. The office's own words
(its body or country, ``former``) are collected outward from the head word; forms of address make no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from briefings.extract.given_names import GIVEN_NAMES
from briefings.extract.name_words import ORGANISATION_WORDS
from briefings.extract.office_phrases import (
    DETERMINER,
    Span,
    body_after,
    is_modifier,
    office_phrase,
    office_start,
)
from briefings.extract.offices import (
    RANKS_IN_FULL,
    is_office,
    is_plural,
    is_sure_office,
    is_title,
)
from briefings.extract.person_runs import POST_LINKS, is_address, past_post, split_title
from briefings.extract.proper_names import Word, long_runs, looks_like_person, name_runs, trim
from briefings.extract.reporting import frames
from briefings.extract.signs import NAME, OFFICE, REPORT, signs
from briefings.extract.wordlist import word_set
from briefings.facts import Fact, Sentence
from briefings.patterns import Pattern

_AGE: Final = r"(?:(?:aged\s)?\d{1,3},\s)?"
_AFTER_COMMA: Final = Pattern(rf"(?:['’]s)?,\s{_AGE}(?:(?:who|himself|herself)\s(?:(?:is|was|has been)\s)?)?")
_COPULA: Final = Pattern(
    r"\s(?:is|was|became|becomes|remains|has been|had been|has become)"
    r"\s(?:(?:now|also|once|then)\s)?(?P<chosen>(?:(?:re-?)?(?:elected|appointed|named|chosen|sworn in)\s)(?:as\s)?)?"
)
_SERVED: Final = Pattern(
    r"\b(?:served|serves|serving|stepped down|resigned|retired|worked|returned|sworn in)\b[^.;,:\"“”]{0,40}?\sas\s"
)
_NAMED: Final = (" named", " called", " known as")
_SPACES: Final = Pattern(r"\s+")
_OWNER: Final = Pattern(r"['’]s?(?=\s|$)")
_CLOSES: Final = Pattern(r"(?:['’]s)?(?:[,;:.)\"”—–]|\s[-–—]|\s*$)")
_WORD: Final = Pattern(r"[\w'’&.-]+")
_PUNCTUATION: Final = Pattern(r"[,;:!?()\"“”]|\.\s(?=[^a-z])|\s[-–—]\s")
_BODY_LINKS: Final = word_set("of for the and &")
_EARLY: Final = 6  # a surname that opens its sentence starts within these characters ("Mr ")
_MAX_BODY: Final = 12  # words after the head of an office that ends in a comma
_LONGEST: Final = 3000  # characters; a longer "sentence" is a table or a list
_LEFT: Final = 110  # characters looked back for an office before a name
_ASIDE: Final = Pattern(r"\s\([^()]*\)")
_YEARS: Final = Pattern(r"\b\d{1,3}-year-old ")
_HOLDER: Final = Pattern(r"(?:an?|the|his|her|its|their|one)\s", re.IGNORECASE)


class _Role(NamedTuple):
    """One role found in a sentence; offsets count from the sentence's start."""

    office: Span
    person: str
    start: int
    end: int
    body: Span | None = None  # what stands after the name: ``Sergeant Ada Moore [of the harbour police]``


class _Known:
    """What a text has told so far: full names by surname, and organisations by the word they are cut down to."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}
        self._bodies: dict[str, str] = {}

    def meet(self, words: Sequence[str]) -> None:
        """Remember a full name by its surname and its given name; the first one stays."""
        if len(words) > 1:
            self._full.setdefault(words[-1], " ".join(words))
            self._full.setdefault(words[0], " ".join(words))

    def meet_body(self, words: Sequence[str]) -> None:
        """Remember an organisation's full name by the word that can stand for it: its last, or one before ``of``."""
        for word, following in zip_longest(words, words[1:], fillvalue="of"):
            if word.lower() in ORGANISATION_WORDS and following.islower():
                self._bodies.setdefault(word, " ".join(words))

    def read(self, runs: Sequence[list[Word]]) -> None:
        """Remember the full names of a sentence that tells no office."""
        for run in runs:
            if len(run) > 1:
                _, name = split_title(run)
                parts = [word.text for word in name]
                if looks_like_person(parts):
                    self.meet(parts)
                elif not parts:
                    self.meet_body([word.text for word in trim(run)])

    def person(self, name: str) -> str:
        """The full name for a surname, else the name as it is."""
        return name if " " in name else self._full.get(name, name)

    def holds(self, name: str) -> bool:
        """Whether the surname or full name has been met."""
        return name.rpartition(" ")[2] in self._full

    def body(self, word: str) -> str:
        """The organisation's full name for the word that stands for it, else the word."""
        return self._bodies.get(word, word)


def find_roles(text: str, sentences: Sequence[Sentence]) -> list[Fact]:
    """Every role of the text, in order: the office as value, the person's full name as ``what``.

    A surname with a title (``Senator Moore``) takes the full name the text gave before.
    """
    known = _Known()
    facts: list[Fact] = []
    unread: list[str] = []
    last: tuple[str, list[list[Word]]] | None = None
    for sentence in sentences:
        shown = signs(sentence.text) if len(sentence.text) <= _LONGEST else OFFICE
        speaker = _unnamed_speaker(*last) if last is not None and shown & REPORT else ""
        last = None
        if not shown & OFFICE and not speaker:
            if shown & NAME:
                unread.append(sentence.text)
            continue
        for earlier in unread:
            known.read(long_runs(earlier))
        unread.clear()
        runs = name_runs(sentence.text)
        apart = _named_speaker(sentence.text, runs, speaker, known) if speaker else None
        found = [_fact(role, sentence, known) for role in _roles(sentence.text, runs, known)]
        if apart is not None and not _has_office(apart.person, found):
            found = [fact for fact in found if fact.what != apart.person]
            found.append(_fact(apart, sentence, known, prefix=speaker))
        facts.extend(found)
        last = (sentence.text, runs) if len(sentence.text) <= _LONGEST else None
    return facts


def _has_office(person: str, found: Sequence[Fact]) -> bool:
    """Whether the sentence itself gives the person an office: more than a rank or title of one word."""
    return any(fact.what == person and " " in str(fact.value) for fact in found)


def _fact(role: _Role, sentence: Sentence, known: _Known, prefix: str = "") -> Fact:
    """The role as a fact; ``prefix`` is an office told one sentence earlier."""
    own = sentence.text[role.office[0] : role.office[1]]
    if role.body is not None:
        own = f"{own} {sentence.text[role.body[0] : role.body[1]]}"
    return Fact(
        kind="role",
        value=_tidy(", ".join(part for part in (own, prefix) if part), known),
        unit=None,
        quote=sentence.text[role.start : role.end],
        start=sentence.start + role.start,
        end=sentence.start + role.end,
        sentence=sentence,
        what=known.person(role.person),
    )


def _tidy(office: str, known: _Known) -> str:
    """The office without possessives, article and doubled spaces; its body in full where it is cut down."""
    plain = _SPACES.sub(" ", _OWNER.sub("", office)).strip(" ,\"'“”‘’")
    determiner = DETERMINER.match(plain)
    words = _YEARS.sub("", plain[determiner.end() :] if determiner else plain).split(" ")
    if is_plural(words[-1]) and "of" not in words:  # "head of the Council of Advisers" is one already
        words[-1] = words[-1].removesuffix("s")
    if len(words) > 1 and words[1].islower() and words[1] not in POST_LINKS:
        words[0] = known.body(words[0])
    return " ".join(RANKS_IN_FULL.get(word.rstrip("."), word) for word in words)


def _roles(text: str, runs: Sequence[list[Word]], known: _Known) -> Iterator[_Role]:
    shared: _Role | None = None
    for run in runs:
        if len(run) == 1 and run[0].text not in GIVEN_NAMES and not known.holds(run[0].text):
            continue
        title, name = split_title(run)
        if not name:
            known.meet_body([word.text for word in trim(run)])
            continue
        name = past_post(text, title, name)
        parts = [word.text for word in name]
        sure = looks_like_person(parts)
        addressed = is_address(title)
        if sure:
            known.meet(parts)
        before = _before(text, title, name, known) or _shared(text, name, shared)
        shared = None
        if before is not None:
            known.meet(parts)
            body = body_after(text, before, name[-1].end)
            end = body[1] if body else name[-1].end
            yield (role := _Role(before, " ".join(parts), before[0], end, body))
            shared = role if is_plural(text[before[0] : before[1]].rpartition(" ")[2]) else None
        if len(name) > 1 or addressed or parts[0] in GIVEN_NAMES or known.holds(parts[0]):
            after = _after(text, name, sure=sure or addressed)
            if after is not None:
                known.meet(parts)
                start = name[0].start if before is None else after[0]
                yield _Role(after, " ".join(parts), start, after[1])
    served = _served(text, runs)
    if served is not None:
        yield served


def _shared(text: str, name: Sequence[Word], last: _Role | None) -> Span | None:
    """The plural office of the name before, for the next one of a list: ``Senators Ada Moore and Ben Hale``."""
    if last is None or len(name) < 2 or text[last.end : name[0].start] not in (", ", " and ", ", and "):
        return None
    return last.office


def _before(text: str, title: Word | None, name: Sequence[Word], known: _Known) -> Span | None:
    """The span of the office before the name, or None."""
    addressed = is_address(title)
    if title is not None and not addressed:
        return office_start(text, title.start), name[0].start - 1
    first = title.start if title is not None else name[0].start
    if addressed and text.endswith("the ", 0, first):
        first -= len("the ")
    left = text[max(0, first - _LEFT) : first]
    stripped = left.rstrip(" \u00a0\n")
    if not stripped or left == stripped:
        return None
    if stripped.endswith(","):
        return _before_comma(text, first, name, addressed=addressed)
    if stripped.endswith(_NAMED):
        stripped = stripped.removesuffix(" as").rpartition(" ")[0]
    word = stripped.replace("\n", " ").rpartition(" ")[2]
    parts = [part.text for part in name]
    if not is_office(word) or not (is_sure_office(word) or looks_like_person(parts)):
        return _of_body(text, first, name)
    if len(name) == 1 and (not known.holds(parts[0]) or is_plural(word)):
        return None
    end = first - len(left) + len(stripped)
    return office_start(text, end - len(word)), end


def _before_comma(text: str, first: int, name: Sequence[Word], *, addressed: bool) -> Span | None:
    """The office before a comma: ``The harbour master, Ada Moore,`` or ``the envoy to Orl, Ada Moore.``."""
    if not _CLOSES.match(text, name[-1].end) or (len(name) == 1 and not addressed):
        return None
    words = list(_WORD.finditer(text, _segment_start(text, first - 2), first - 2))
    sure = looks_like_person([word.text for word in name])
    for i in range(len(words) - 1, -1, -1):
        word = words[i].group()
        if not (is_sure_office(word) or (is_office(word) and (sure or i + 1 < len(words)))):
            continue
        if i + 1 == len(words):
            return office_start(text, words[i].start()), words[i].end()
        if words[i + 1].group() not in POST_LINKS or len(words) - i > _MAX_BODY:
            return None
        start = office_start(text, words[i].start())
        span = office_phrase(text[: first - 1], start, sure=True)
        opens = (
            start == 0 or text[start].isupper() or _HOLDER.search(text, max(0, start - 6), start) is not None
        )
        return span if span and span[1] == words[-1].end() and (opens or sure) else None
    return None


def _segment_start(text: str, end: int) -> int:
    """Where the words without punctuation that end at ``end`` begin, at most ``_LEFT`` characters back."""
    low = max(0, end - _LEFT)
    for match in _PUNCTUATION.finditer(text, low, end):
        low = match.end()
    return low


def _of_body(text: str, first: int, name: Sequence[Word]) -> Span | None:
    """The office before a body and a name with no comma: ``Director of Orl Port Ada Moore``."""
    if not looks_like_person([word.text for word in name]):
        return None
    words = list(_WORD.finditer(text, _segment_start(text, first - 1), first))
    for i in range(len(words) - 2, max(-1, len(words) - _MAX_BODY), -1):
        word = words[i].group()
        if word in POST_LINKS and is_sure_office(words[i - 1].group() if i else ""):
            return office_start(text, words[i - 1].start()), first - 1
        if not (word[0].isupper() or word in _BODY_LINKS or is_modifier(word)):
            return None
    return None


def _after(text: str, name: Sequence[Word], *, sure: bool) -> Span | None:
    """The span of the office after a name: an apposition between commas, or what the person is said to be."""
    end = name[-1].end
    closes = text[end : end + 1]
    opening = _AFTER_COMMA.match(text, end) if closes and closes in ",'’" else None
    if opening is not None:
        bare = len(name) == 1 and not DETERMINER.match(text, opening.end())
        return None if bare else office_phrase(text, opening.end(), sure=sure)
    opening = _COPULA.match(text, end) if closes.isspace() else None
    if opening is None or not (opening["chosen"] or DETERMINER.match(text, opening.end())):
        return None
    return office_phrase(text, opening.end(), sure=sure)


def _served(text: str, runs: Sequence[list[Word]]) -> _Role | None:
    """The role told by ``X has served as``, where no other person is named before it."""
    served = _SERVED.search(text) if " as " in text else None
    office = office_phrase(text, served.end(), sure=True) if served else None
    if served is None or office is None:
        return None
    names = [split_title(run)[1] for run in runs if run[-1].end <= served.start()]
    people = [name for name in names if name and (len(name) > 1 or name[0].start < _EARLY)]
    if len(people) != 1:
        return None
    name = people[0]
    return _Role(office, " ".join(word.text for word in name), name[0].start, office[1])


def _unnamed_speaker(text: str, runs: Sequence[list[Word]]) -> str:
    """The office of a sentence's speaker who is not named (``a port spokesman said``), else an empty string."""
    if " sa" not in text and " told" not in text:
        return ""
    for frame in frames(text):
        words = _ASIDE.sub("", frame.speaker)
        opening = _HOLDER.match(words)
        if opening is None or any(
            frame.start <= run[0].start < frame.end
            and looks_like_person([w.text for w in split_title(run)[1]])
            for run in runs
        ):
            continue
        span = office_phrase(words, opening.end(), sure=False)
        if span is not None and span[0] == opening.end():
            return words[span[0] : span[1]]
    return ""


def _named_speaker(text: str, runs: Sequence[list[Word]], office: str, known: _Known) -> _Role | None:
    """The person a sentence names as speaker, right after one whose speaker had an office and no name."""
    speakers = [frame for frame in frames(text) if frame.speaker]
    for run in runs:
        title, name = split_title(run)
        if len(name) < 2 or known.holds(name[-1].text):
            continue
        start = title.start if title is not None else name[0].start
        if not any(frame.start <= start and name[-1].end <= frame.end for frame in speakers):
            continue
        if _after(text, name, sure=True) or (title is None and _before(text, None, name, known)):
            return None
        own = (start, name[0].start - 1) if title is not None and is_title(title.text) else (start, start)
        return _Role(own, " ".join(word.text for word in name), start, name[-1].end)
    return None
