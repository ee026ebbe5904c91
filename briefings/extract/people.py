"""Who holds which office: ``Mayor Ada Moore``, ``Ada Moore, a spokeswoman for the port``.

A role is a person's name with an office, rank or occupation right before or after it. The office's own words
(its body or country, ``former``) are collected outward from the head word; forms of address make no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefings.extract.offices import (
    HONORIFICS,
    QUALIFIERS,
    RANKS_IN_FULL,
    head_word,
    is_office,
    is_sure_office,
    is_title,
)
from briefings.extract.proper_names import (
    CALENDAR,
    STARTERS,
    Word,
    is_person,
    is_starter,
    looks_like_person,
    name_runs,
)
from briefings.extract.wordlist import word_set
from briefings.facts import Fact, Sentence

_TOKEN: Final = re.compile(r"[\w'’&.-]+")
_BACK: Final = 110  # characters looked back for the words of an office
_MAX_LOWER: Final = 4  # lower-case words before the head: "chief executive officer"
_MAX_OFFICE_WORDS: Final = 16

_STOP: Final = STARTERS | word_set("""
say says said saying tell tells told telling add added adds call called calls calling ask asked asks met meet meets
saw see sees seen sent send sends shot hit won win wins lost beat beats left took take taken takes put set let
made make makes made keep kept held hold found find led lead leads brought paid sold gave give gives went goes gone
came come comes became become becomes got became began begun ran run stood sat wrote write writes written
spoke speaks speak joined named appointed elected welcomed accused praised urged warned warns urges
killed blamed thanked replaced succeeded arrested charged visited backed married defeated beaten
to by who whom which where be been being am also not
her him me
""")
_GERUNDS: Final = word_set("""
acting visiting managing founding sitting serving outgoing incoming training engineering marketing mining racing
boxing swimming cycling shipping banking broadcasting casting housing nursing ruling governing planning building
""")
_PREPOSITIONS: Final = word_set("of for at in with from to on by behind within under")
_CLAUSE: Final = word_set("""
who whose which that where when while is was are were has have had will would said says say told tells added
after as and but because since if
""")
_REPORT: Final = re.compile(
    r"\s(?:said|says|say|told|tells|added|adds|claimed|claims|warned|warns|announced)\b"
)
_PAST: Final = re.compile(r"\w{2,}ed$")
_AFTER_COMMA: Final = re.compile(r"(?:['’]s)?,\s(?:(?:aged\s)?\d{1,3},\s)?(?:who\s(?:is|was|has been)\s)?")
_COPULA: Final = re.compile(r"\s(?:is|was|became|becomes|remains|has been|had been)\s")
_DETERMINER: Final = re.compile(r"(?:the|an?|his|her|its|their|one of the|then)\s", re.IGNORECASE)
_SPACES: Final = re.compile(r"\s+")
_OWNER: Final = re.compile(r"['’]s?(?=\s|$)")
_CLOSES: Final = re.compile(r"(?:['’]s)?(?:[,;:.)\"”—–]|\s[-–—]|\s*$)")


@dataclass(frozen=True, slots=True)
class _Role:
    """One role found in a sentence; offsets count from the sentence's start."""

    office: tuple[int, int]
    name: tuple[int, int]
    person: str
    start: int
    end: int


def find_roles(text: str, sentences: Sequence[Sentence]) -> list[Fact]:
    """Every role of the text, in order: the office as value, the person's full name as ``what``.

    A surname with a title (``Senator Moore``) takes the full name the text gives elsewhere.
    """
    known = _Known()
    facts: list[Fact] = []
    for sentence in sentences:
        facts.extend(_fact(role, sentence, known) for role in _roles(sentence.text, known))
    return facts


class _Known:
    """The full names met so far in a text, by surname."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}

    def meet(self, name: str) -> None:
        """Remember a full name; the first one with a surname stays."""
        if " " in name:
            self._full.setdefault(name.split()[-1], name)

    def full(self, name: str) -> str:
        """The full name for a surname, else the name as it is."""
        return name if " " in name else self._full.get(name, name)

    def holds(self, name: str) -> bool:
        """Whether the surname has been met with a given name."""
        return name in self._full


def _fact(role: _Role, sentence: Sentence, known: _Known) -> Fact:
    value = _tidy(sentence.text[role.office[0] : role.office[1]])
    start, end = sentence.start + role.start, sentence.start + role.end
    return Fact(
        kind="role",
        value=value,
        unit=None,
        quote=sentence.text[role.start : role.end],
        start=start,
        end=end,
        sentence=sentence,
        what=known.full(role.person),
    )


def _tidy(office: str) -> str:
    """The office without possessives, article and doubled spaces."""
    plain = _SPACES.sub(" ", _OWNER.sub("", office)).strip(" ,\"'“”‘’")
    determiner = _DETERMINER.match(plain)
    words = plain[determiner.end() :] if determiner else plain
    return " ".join(RANKS_IN_FULL.get(word.rstrip("."), word) for word in words.split(" "))


def _roles(text: str, known: _Known) -> Iterator[_Role]:
    for run in name_runs(text):
        title, name = _split_title(run)
        if not name:
            continue
        parts = [word.text for word in name]
        person = " ".join(parts)
        addressed = title is not None and head_word(title.text) in HONORIFICS
        if looks_like_person(parts):
            known.meet(person)
        before = None if addressed else _before(text, title, name, known)
        if before is not None:
            known.meet(person)
            yield _Role(before, (name[0].start, name[-1].end), person, before[0], name[-1].end)
        if len(name) > 1 or addressed:
            yield from _after(
                text, name, person, sure=addressed or looks_like_person(parts), alone=before is None
            )


def _split_title(run: Sequence[Word]) -> tuple[Word | None, list[Word]]:
    """The last title or form of address of the run, and the name after it; no name where it is none."""
    words = list(run)
    while words and words[-1].text in CALENDAR:
        words.pop()
    for i in range(len(words) - 2, -1, -1):
        bare = head_word(words[i].text)
        rest = words[i + 1 :]
        if bare in HONORIFICS or is_title(words[i].text) or (len(rest) > 1 and is_sure_office(words[i].text)):
            return words[i], _name_after(rest)
    while words and is_starter(words[0].text):
        words.pop(0)
    return None, words if is_person([word.text for word in words]) else []


def _name_after(words: list[Word]) -> list[Word]:
    """The person's name in the words after a title: ``First Class Ada Moore``, ``of State Ada Moore``."""
    for i in range(len(words)):
        rest = [word.text for word in words[i:]]
        if (i == 0 and is_person(rest) and not words[0].text.islower()) or (
            i > 0 and looks_like_person(rest)
        ):
            return words[i:]
    return []


def _before(text: str, title: Word | None, name: Sequence[Word], known: _Known) -> tuple[int, int] | None:
    """The span of the office before the name, or None."""
    parts = [word.text for word in name]
    if title is not None:
        end = name[0].start - 1
        return _office_start(text, title.start), end
    left = text[max(0, name[0].start - 40) : name[0].start]
    stripped = left.rstrip(" \u00a0\n")
    comma = stripped.endswith(",")
    word = stripped.rstrip(",").replace("\n", " ").rpartition(" ")[2]
    if not word or left == stripped or not is_office(word):
        return None
    if not is_sure_office(word) and not looks_like_person(parts):
        return None
    if len(name) == 1 and not (known.holds(parts[0]) and not comma):
        return None
    if comma and not _CLOSES.match(text, name[-1].end):
        return None
    end = name[0].start - len(left) + len(stripped.rstrip(","))
    return _office_start(text, end - len(word)), end


def _office_start(text: str, head: int) -> int:
    """Where the office that ends with the word at ``head`` begins: its modifiers, its body or country."""
    first = max(0, head - _BACK)
    tokens = list(_TOKEN.finditer(text, first, head))[1 if first else 0 :]
    start, lower, body = head, 0, False
    while tokens:
        token = tokens.pop()
        word, gap = token.group(), text[token.end() : start]
        if gap != ", " or not (is_sure_office(word) and word.islower()):
            if gap.strip() or (word.endswith(".") and not word[0].isupper()) or word in CALENDAR:
                break
            if not _belongs(word, tokens, text, token.start(), body=body, lower=lower):
                break
        if word[0].isupper():
            body = True
        else:
            lower += 1
        start = token.start()
    return start


def _belongs(
    word: str, before: Sequence[re.Match[str]], text: str, start: int, *, body: bool, lower: int
) -> bool:
    """Whether the word at ``start`` is part of the office that follows it; ``before`` are the words left of it.

    ``body`` tells that a capitalised word has been met on the way, ``lower`` how many others.
    """
    bare = word.lower()
    if word[0].isupper() or word.startswith(("al-", "el-")):
        return not is_starter(word) and head_word(word) not in HONORIFICS
    if bare in QUALIFIERS or bare in _GERUNDS:
        return True
    if body:
        return bare in ("of", "for", "the", "&") and _capital_before(before, text, start)
    if bare == "and":
        return lower > 0 and bool(before) and is_sure_office(before[-1].group())
    return lower < _MAX_LOWER and _is_modifier(bare)


def _capital_before(tokens: Sequence[re.Match[str]], text: str, end: int) -> bool:
    """Whether a capitalised word that is no sentence starter stands before, past ``of the``."""
    for token in reversed(tokens[-2:]):
        if text[token.end() : end].strip():
            return False
        if token.group()[0].isupper():
            return not is_starter(token.group())
        if token.group() not in ("of", "for"):
            return False
        end = token.start()
    return False


def _is_modifier(word: str) -> bool:
    """Whether a lower-case word can stand before an office as part of it: no verb form, no function word."""
    if word in _STOP or word in _PREPOSITIONS or not word[0].isalpha():
        return False
    return not (word.endswith(("ed", "ing", "ly")) and len(word) > 4)


def _after(text: str, name: Sequence[Word], person: str, *, sure: bool, alone: bool) -> Iterator[_Role]:
    """The role after the name: an apposition between commas, or what the person is said to be."""
    end = name[-1].end
    opening = _AFTER_COMMA.match(text, end) or _COPULA.match(text, end)
    if opening is None:
        return
    office = _office_phrase(
        text, opening.end(), sure=sure, copula=not opening.group().lstrip("'’s").startswith(",")
    )
    if office is None:
        return
    start = name[0].start if alone else office[0]
    yield _Role(office, (name[0].start, end), person, start, office[1])


def _office_phrase(text: str, start: int, *, sure: bool, copula: bool) -> tuple[int, int] | None:
    """The span of the office that begins at ``start``, up to the end of its clause; None where it is no office.

    ``copula`` asks for an article, since what follows ``is`` is as often a verb or an adjective.
    """
    determiner = _DETERMINER.match(text, start)
    if copula and determiner is None:
        return None
    tokens = _phrase(text, determiner.end() if determiner else start)
    words = [token.group().rstrip(".") for token in tokens]
    if not words or _REPORT.match(text, tokens[-1].end()):
        return None
    first = next((i for i, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    heads = [i for i in range(first) if is_office(words[i])]
    if not heads or not (is_sure_office(words[heads[-1]]) or (sure and is_office(words[heads[-1]]))):
        return None
    trailing = words[heads[-1] + 1 : first]
    if trailing and not (_PAST.match(trailing[0]) or trailing[0].endswith("ing")):
        return None
    return tokens[0].start(), tokens[-1].start() + len(words[-1])


def _phrase(text: str, start: int) -> list[re.Match[str]]:
    """The words from ``start`` to the next punctuation mark, verb or relative word."""
    tokens: list[re.Match[str]] = []
    end, prepositional = start, False
    for token in _TOKEN.finditer(text, start, start + 220):
        word = token.group().rstrip(".")
        if (
            text[end : token.start()].strip()
            or len(tokens) > _MAX_OFFICE_WORDS
            or (not tokens and token.start() > end)
        ):
            break
        joins = word == "and" and (prepositional or _office_follows(text, token.end()))
        if word in _CLAUSE and not joins:
            break
        prepositional = prepositional or word in _PREPOSITIONS
        tokens.append(token)
        end = token.end()
        if token.group() != word:
            break
    return tokens


def _office_follows(text: str, pos: int) -> bool:
    """Whether one of the next three words is an office (``owner and chief trainer``)."""
    words = _TOKEN.findall(text, pos, pos + 60)[:3]
    return any(is_office(word) for word in words)
