"""Whether words are a whole clause: quotes paired, nothing cut off at either end, a subject and a verb of its own."""

from __future__ import annotations

import re

from quiz_bank.generate.grammar import (
    disagrees,
    has_subject_and_verb,
    has_verb,
    remembered,
    starts_with_verb,
    subject_of,
    tokens,
    verb_index,
)
from quiz_bank.generate.words import CONJUNCTIONS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS

_MOST_COMMAS = 4  # of a lead-in
_DANGLING = (CONJUNCTIONS | DETERMINERS | PREPOSITIONS) - {
    "in",
    "on",
    "off",
    "up",
    "out",
    "over",
    "down",
    "that",
    "all",
}
_PURPOSE = re.compile(r"[Tt]o [a-z]+\b[^,]*$")  # a purpose and no clause
_THAT_NOTHING = re.compile(
    r"(?:ed|said|says|showed?|found|shows) that (.*)$| that ((?:the|an?|its|their|his|her) [^,]*)$"
)
_CUT_SHORT = frozenset(
    str.split(
        "known called named dubbed including such otherwise both between released published issued dated shortly "
        "soon long"
    )
)
_NO_SUBJECT = re.compile(r"(?:In|On|At|By|For|From|With|Under|During|Of|Into|To|Since) (?!least|most)")
_FRAGMENT = re.compile(
    r"[\"“][^\"”,]{2,80}[\"”], (?=[A-Z])|"
    r"[^,]+, while [a-z]+ing [^,]*$|"
    r"(?:Al)?[Tt]hough |[Tt]he (?:last|first|next|only) time [^,]*$"
    r"|.* while [^,]+, (?:who|which) [^,]*$"
    r"|With [^,]*, (?:where|which|who|whose) [^,]*$|\d{4} and "
)
_AND_VERB = re.compile(r"(?P<head>(?:(?! and )[^;]){1,160}) and (?=[a-z])")
_LEAD_IN = re.compile(r"^[A-Za-z][^,]{0,90}, ")


# of a transitive verb: without an object it belongs to the noun before it (``a poll published on Monday``)
_NOTHING_DONE = re.compile(
    r"[A-Z][a-z]+ing (?:the|an?|its|their) (?P<told>.*?) (?:after|as|when|while|before|who|that|which) "
)  # "Watching the harbour after the navy left"
_SELDOM_ALONE = frozenset(
    str.split(
        """
        published based held made led known valued used given seen taken issued released conducted organised organized
        owned launched signed backed sponsored imposed carried named committed detained caused
        """
    )
)


def _is_a_noun(text: str) -> bool:
    """Whether nothing but a participle after its noun looks like the verb."""
    words = tokens(text)
    index = verb_index(words)
    if index < 1 or words[index] not in _SELDOM_ALONE or words[index + 1 : index + 2] == ():
        return False
    return words[index + 1].lower() in PREPOSITIONS and verb_index(words[index + 1 :]) < 0


_ONLY_AN_ASIDE = re.compile(r"[^,]+, (?:[a-z]+ly )?[a-z]+ed [^,]*")


_CUT_AFTER_THAT = re.compile(
    r"\bthat (?:begins|starts|ends|opens|began|started|ended|opened)$|"
    r"\bbetween (?=[A-Z_])(?!.* and )|^\w+ (?:days|weeks|months|years) of [a-z]+ aimed at |"
    r" that (?:(?:despite|because of|in|after|with) [^,]*|(?:[A-Z][\w'’\-]+ ?){1,4})$"
)
_IN_WHICH = re.compile(r" (?:in|at|of|to|from|under|for) which (.*)$")
_THAT_WHICH = re.compile(r" that (?:the|an?|its|their) [^,]*, (?:which|who) [^,]*$")


def _is_told_whole(told: str) -> bool:
    """Whether what follows ``that`` has a verb of its own, not one that belongs to a ``who`` within it."""
    if _ONLY_AN_ASIDE.fullmatch(told):
        return False
    return verb_index(("It", *tokens(told))) > 0


def _cut_from_a_list(text: str) -> bool:
    """Whether words without a verb stand before the first comma and are no lead-in: ``draw maps, the paper said``."""
    head, comma, rest = text.partition(", ")
    word = head.split(" ", 1)[0] if comma else ""
    return word.islower() and word not in FUNCTION_WORDS and not has_verb(head) and has_subject_and_verb(rest)


@remembered
def complete(text: str) -> bool:
    """Whether quotes are paired, nothing dangles at the end, and a subject and a verb can be seen."""
    last = tokens(text)[-1:] or [""]
    joined = _AND_VERB.match(text) if " and " in text else None
    if joined and not has_verb(joined["head"]) and starts_with_verb(text[joined.end() :]):
        return False
    if disagrees(text) or text.startswith(("Due to ", "That, ", "to ")) or _PURPOSE.match(text):
        return False
    if _cut_from_a_list(text) or _is_a_noun(text) or _FRAGMENT.match(text):
        return False
    undone = _NOTHING_DONE.match(text)
    if undone and not has_verb(undone["told"]) and not _follows_a_lead_in(text):
        return False
    fronted = _NO_SUBJECT.match(text) and "," not in subject_of(text)
    if fronted and not _follows_a_lead_in(text):
        return False
    if any(not _is_told_whole(found[1] or found[2]) for found in _THAT_NOTHING.finditer(text)):
        return False
    in_which = _IN_WHICH.search(text)
    if (
        _CUT_AFTER_THAT.search(text)
        or _THAT_WHICH.search(text)
        or (in_which and not _is_told_whole(in_which[1]))
    ):
        return False
    if last[0].lower() in _DANGLING | _CUT_SHORT or text.count('"') % 2 or text.count("“") != text.count("”"):
        return False
    return bool(fronted) or has_subject_and_verb(text) or has_subject_and_verb(_LEAD_IN.sub("", text))


def _follows_a_lead_in(text: str) -> bool:
    """Whether a subject and a verb follow one of the first commas."""
    commas = list(re.finditer(", ", text))[:_MOST_COMMAS]
    return any(has_subject_and_verb(text[comma.end() :]) for comma in commas)
