"""The words of an office: how far it reaches to the left of its head word, and where a phrase that names one ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from briefings.extract.name_words import CALENDAR, ORGANISATION_WORDS, STARTERS, is_starter
from briefings.extract.offices import (
    HONORIFICS,
    QUALIFIERS,
    head_word,
    is_office,
    is_persons_office,
    is_plural,
    is_sure_office,
    is_title,
)
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

Span = tuple[int, int]

_ABBREVIATION: Final = Pattern(r"(?:(?:[^\W\d_]\.){2,}|(?:St|Mt|Ft)\.)\Z")
_TOKEN: Final = Pattern(r"[\w'’&.-]+")
_BACK: Final = 110  # characters looked back for the words of an office
_MAX_LOWER: Final = 4  # lower-case words before the head: "chief executive officer"
_MAX_OFFICE_WORDS: Final = 16
_MAX_BODY_WORDS: Final = 8

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
_REPORT: Final = Pattern(r"\s(?:said|says|say|told|tells|added|adds|claimed|claims|warned|warns|announced)\b")
_RANK_WORDS: Final = word_set(
    "prime air wing group flight squadron vice rear lance staff master warrant petty first second"
)
_POST_WORDS: Final = _RANK_WORDS | QUALIFIERS
_NO_PART: Final = HONORIFICS - {"lord", "lady"}
_TRAILING: Final = Pattern(r"\w{2,}(?:ed|ing)$|best$|known$|born$|responsible$|general$|elect$")
_OF: Final = Pattern(r"\s(?P<link>of|from)\s(?:the\s)?(?=[^\W\d_a-z])")
_BODY_WORD: Final = Pattern(
    r"\s?(?:(?:of|for)\s(?:the\s)?(?=[^\W\d_a-z]))?(?P<word>(?:[^\W\d_]\.){2,}|[\w'’&-]+)"
)
_OF_VERB: Final = Pattern(
    r"\b(?:accus|acquit|assur|cleared|convict|depriv|inform|notif|remind|relieve|rob|strip|suspect|tell|told|warn)\w*\s"
)
_OF_VERB_SPAN: Final = 40  # characters before an office that hold such a verb
DETERMINER: Final = Pattern(r"(?:the|an?|his|her|its|their|our|my|one of the|then)\s", re.IGNORECASE)


def office_start(text: str, head: int) -> int:
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
            body = body or not (is_office(word) or word.lower() in _RANK_WORDS)
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
        return not is_starter(word) and head_word(word) not in _NO_PART
    if bare in QUALIFIERS or bare in _GERUNDS:
        return True
    if bare == "and":
        return bool(before) and is_sure_office(before[-1].group())
    if bare in ("of", "for", "the", "&"):
        post = bool(before) and before[-1].group()[0].isupper() and is_sure_office(before[-1].group())
        return (body or post) and _capital_before(before, text, start)
    if body:
        return False
    return lower < _MAX_LOWER and is_modifier(bare)


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


def is_modifier(word: str) -> bool:
    """Whether a lower-case word can stand before an office as part of it: no verb form, no function word."""
    if word in _STOP or word in _PREPOSITIONS or not word[0].isalpha():
        return False
    return not (word.endswith(("ed", "ing", "ly")) and len(word) > 4)


def body_after(text: str, office: Span, end: int) -> Span | None:
    """The body told after the name that ends at ``end``: ``Sergeant Ada Moore [of the Orl police]``; else None.

    An office that has its body or country before it takes no other; ``accused Mayor Ada Moore of`` tells none.
    """
    link = _OF.match(text, end)
    if link is None or not _is_bare(text[office[0] : office[1]]):
        return None
    if _OF_VERB.search(text, max(0, office[0] - _OF_VERB_SPAN), office[0]):
        return None
    last, word = link.end(), ""
    for _ in range(_MAX_BODY_WORDS):
        joined = _BODY_WORD.match(text, last)
        if joined is None or not _is_bodys(joined["word"]):
            break
        last, word = joined.end(), joined["word"].lower()
    return (end + 1, last) if link["link"] == "of" or word in ORGANISATION_WORDS else None


def _is_bodys(word: str) -> bool:
    """Whether the word can be part of a body's name: a capital, or ``police`` and its like."""
    return word not in CALENDAR if word[0].isupper() else word in ORGANISATION_WORDS


def _is_bare(office: str) -> bool:
    """Whether the office is told without a body or a country."""
    return all(
        word.islower() or is_office(word) or is_title(word) or word.lower() in _POST_WORDS
        for word in office.split()
    )


def office_phrase(text: str, start: int, *, sure: bool) -> Span | None:
    """The span of the office that begins at ``start``, up to the end of its clause; None where it is no office.

    An article before it is left out. ``sure`` tells that it stands with a name that is a person's, so that a
    word which only looks like an occupation will do.
    """
    determiner = DETERMINER.match(text, start)
    tokens = _phrase(text, determiner.end() if determiner else start)
    words = [_without_stop(token.group()) for token in tokens]
    if not words or _REPORT.match(text, tokens[-1].end()):
        return None
    first = next((i for i, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    heads = [i for i in range(first) if is_office(words[i]) and not is_plural(words[i])]
    if not heads or not (sure or is_persons_office(words[heads[-1]])):
        return None
    trailing = words[heads[-1] + 1 : first]
    if trailing and not _TRAILING.match(trailing[0]):
        return None
    return tokens[0].start(), tokens[-1].start() + len(words[-1])


def _phrase(text: str, start: int) -> list[re.Match[str]]:
    """The words from ``start`` to the next punctuation mark, verb or relative word."""
    tokens: list[re.Match[str]] = []
    end, prepositional = start, False
    for token in _TOKEN.finditer(text, start, start + 220):
        word = _without_stop(token.group())
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


def _without_stop(word: str) -> str:
    """The word without the full stop of its sentence; one that is written with full stops keeps them (``U.N.``)."""
    return word if _ABBREVIATION.match(word) else word.rstrip(".")


def _office_follows(text: str, pos: int) -> bool:
    """Whether one of the next three words is an office (``owner and chief trainer``)."""
    words = islice(_TOKEN.finditer(text, pos, pos + 60), 3)
    return any(is_office(word.group()) for word in words)
