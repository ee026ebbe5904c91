"""Who says so: reporting words are taken off a clause, and the speaker is named as a question credits him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from briefings.extract.calendar_words import WEEKDAY_NAMES
from briefings.extract.nations import DEMONYMS
from briefings.extract.nouns import singular
from briefings.extract.people_words import is_people
from quiz_bank.generate.clauses import DISCOURSE, cut_out
from quiz_bank.generate.completeness import complete
from quiz_bank.generate.grammar import has_subject_and_verb, has_verb, remembered, subject_of, tokens
from quiz_bank.generate.setting import NAME, PLAIN_NAME, Setting
from quiz_bank.generate.subjects import (
    RELATIVE_TIME,
    TITLED,
    class_phrase,
    focus_name,
    full_name,
    has_name,
    only_name,
)
from quiz_bank.generate.trimming import Clause, trimmed
from quiz_bank.generate.words import (
    FUNCTION_WORDS,
    IRREGULAR_PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SUBORDINATORS,
)

_DAY = "|".join(WEEKDAY_NAMES)
_WHEN = (
    rf"(?:(?: (?:late|early|earlier))?(?: on)? (?:{_DAY}|today|yesterday|tonight|overnight|earlier)"
    r"(?: (?:morning|afternoon|evening|night))?| (?:late |early |earlier )?(?:this|last) (?:week|month|year))"
)
_NOT_OF_SPEECH = frozenset(["shows", "showed", "found", "saying", "indicated", "indicates"])
_VERBS = "|".join(sorted(REPORTING - _NOT_OF_SPEECH))
_ADVERBS = r"(?:(?:has|have|had|also|later|earlier|since|now|already|still|recently) ){0,2}"

_CREDIT = r"(?:[^,;:]{2,60}, (?:an?|the) [^,;:]{2,70},|(?:[Tt]he|[Aa]n?) [^,;:]{2,60}, [A-Z][^,;:]{2,40},|[^,;:]{2,90})"
_AFTERWARDS = re.compile(
    rf",['’\"”]* (?P<speaker>(?!and |but |which |who ){_CREDIT}) {_ADVERBS}(?:{_VERBS})"
    rf"(?:(?<=told) (?!that )[^,]{{2,40}}?)?{_WHEN}?(?: in [^,]{{2,40}})?(?:, [^\"“”]*)?$"
)
_FIGURES_SHOW = re.compile(
    r",['’\"”]* (?P<speaker>(?!and |but |which |who )[^,;:]{2,60} "
    r"(?:figures|data|survey|report|poll|study|statistics|results|estimates)"
    r"|(?:figures|data|statistics|results|estimates) (?:from|by|of) [^,;:]{2,50}) "
    r"(?:shows?|showed|indicates?|indicated|suggests?|suggested|reveals?|revealed)$"
)
_SAID = re.compile(r",['’\"”]* (?:said|says?) (?P<speaker>[^;:]{2,110})$")
_ACCORDING_LAST = re.compile(
    r",? according to (?P<speaker>(?:(?!, (?:and|but|which|who|while) )[^;:]){2,110})(?:, (?:and|but|while) .*)?$"
)
_HOLDS = (
    "president|chairman|chairwoman|director|head|mayor|minister|leader|spokes[a-z]+|chief|secretary|owner|founder|"
    "manager|commander|governor|professor|author"
)
_ACCORDING_FIRST = re.compile(
    rf"^According to (?P<speaker>[^,;:]{{2,90}}(?:, (?:the |an? )?(?:[a-z]+ )?(?:{_HOLDS})\b[^,;:]{{0,60}}(?=, ))?), "
    r"(?:while [^,;:]{2,60}, )?"
)
_FIRST = re.compile(
    rf",? {_ADVERBS}\b(?P<verb>{_VERBS})\b"
    rf"(?P<when>{_WHEN})?(?:,(?= \d)|(?: (?P<told>[^,;:]{{2,60}}?) that| that"
    r"|(?<=told) (?P<hearer>(?:the |an? )?[a-z]+)(?= (?:an?|the|[A-Z])\b))?) (?=\S)"
)
_SHOWING = re.compile(
    r"^(?:.*(?:\band |, ))?(?P<speaker>[^;:,\"“”]{1,100}?) (?:has |have )?"
    r"(?:shows?|showed|shown|found|finds|indicates?|suggests?|reveals?|revealed) that (?=\S)"
)
_SAYING = re.compile(r", (?:saying|adding|claiming|warning|noting|arguing|insisting)(?: that)? (?=\S)")
_SAID_BEFORE = re.compile(
    rf", (?!while |which |who |but |and |as )[^,]{{2,90}}(?<!\bto) {_ADVERBS}(?:{_VERBS})"
    r"(?: (?:late|early|earlier))?(?: on)? $"
)
_THERE = re.compile(r"(?:there|it) (?:is|was|are|were|has)\b")
_ANYONE = frozenset(
    [
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "officer",
        "witness",
        "lawyer",
        "doctor",
        "survivor",
    ]
)
_PAPERS = re.compile(
    r"\b(?:research|study|studies|report|reports|survey|surveys|statement|statements|poll|document|documents|figures|"
    r"letter|article|source|sources|one)$",
    re.IGNORECASE,
)
_BASE_FORMS = frozenset(["say", "tell", "report", "claim", "believe", "estimate"])
_TOLD = frozenset(("told", "tells", "tell"))
_UNCOUNTED = frozenset(("most", "many", "few", "half", "nearly", "almost", "all"))
_HEARSAY = frozenset(["reportedly", "allegedly", "apparently"])
_NO_OPENING = frozenset(
    ("if", "unless", "because", "although", "though", "while", "whereas", "that", "whether", "as")
)
_MOST_UNCUT = 36  # words of a sentence that is shown whole
_MOST_VERBS = 4  # places where reporting words may stand that are tried
_POINTING = frozenset(["his", "her", "their", "its", "this", "that", "these", "those"])


_NOT_SAID = re.compile(r", (?:while|whereas|as) ")  # what follows these may be told by the article alone


def main_clause(sentence: str, start: int, end: int) -> Clause | None:
    """The clause that holds ``sentence[start:end]``, its speaker set apart; None where none is safe."""
    told = told_by(sentence, start, end)
    return told if told is None or told.reported_when else cut_out(told)


def told_by(sentence: str, start: int, end: int) -> Clause | None:
    """The whole sentence around the span, its speaker set apart; None where it is no prose."""
    whole = trimmed(sentence, start, end)
    if whole is None:
        return None
    clause = credited(whole)
    return None if clause.speaker and not whole.speaker and _NOT_SAID.search(clause.before) else clause


def fit_whole(clause: Clause) -> bool:
    """Whether a sentence can be shown as it stands: neither long nor without a verb."""
    if clause.reported_when or len(clause.text.split()) > _MOST_UNCUT:
        return False
    first = (tokens(clause.text)[:1] or ("",))[0]
    led = first.lower() in PREPOSITIONS and not _AT_LEAST.match(clause.text)
    if led and not complete(clause.text):
        return False
    opens = first[:1].isupper() and not first.endswith("ing") and first.lower() not in _NO_OPENING
    return opens and has_verb(clause.text)


def credited(clause: Clause) -> Clause:
    """Takes the reporting words off the clause and keeps who is credited."""
    if _SAID_BEFORE.search(clause.before):
        return replace(clause, reported_when=True)
    return _credited_last(clause) or _credited_first(clause) or _credited_within(clause) or clause


def _credited_last(clause: Clause) -> Clause | None:
    for pattern in (_AFTERWARDS, _FIGURES_SHOW, _SAID, _ACCORDING_LAST):
        found = pattern.search(clause.after)
        if found and (pattern is _ACCORDING_LAST or not has_verb(found["speaker"])):
            return replace(clause, after=clause.after[: found.start()], speaker=found["speaker"])
    return None


def _credited_first(clause: Clause) -> Clause | None:
    found = _ACCORDING_FIRST.match(clause.before)
    if found:
        return replace(clause, before=clause.before[found.end() :], speaker=found["speaker"])
    before = DISCOURSE.sub("", clause.before)
    whole = f"{before}{clause.mark}{clause.after}"
    shown = _SHOWING.match(before)
    if shown and _is_speaker(shown["speaker"]) and has_subject_and_verb(whole[shown.end() :]):
        return replace(clause, before=before[shown.end() :], speaker=shown["speaker"])
    for found in islice(_FIRST.finditer(whole), _MOST_VERBS):
        speaker = plain_speaker(whole[: found.start()], whole[found.start()] == ",")
        if found["verb"] in _BASE_FORMS and not _is_plural(speaker):
            continue
        if not _is_speaker(speaker) or (found["verb"] in _TOLD and not (found["told"] or found["hearer"])):
            return None
        rest = whole[found.end() :]
        if rest.startswith("of ") or (found["verb"] in _TAKES_NOUN and _is_bare(rest, found.group())):
            return None
        if found.end() <= len(before):
            if has_subject_and_verb(rest) or _THERE.match(rest):
                return replace(clause, before=before[found.end() :], speaker=speaker)
        elif found["when"] and found.start("verb") < len(before) + len(clause.mark):
            return replace(clause, reported_when=True, speaker=speaker)
    return None


_TAKES_NOUN = frozenset(
    ("reported", "reports", "announced", "confirmed", "predicted", "suggested", "noted", "added")
)


def _is_bare(told: str, verb: str) -> bool:
    """Whether a bare noun follows a verb that takes one (``reported progress in ...``), and no clause."""
    first = (tokens(told)[:1] or ("",))[0]
    if re.search(r"\badded $", verb):
        return bool(re.match(r"(?:about |more than |another |some )?[$£€]?\d[^,]*? to ", told))
    if re.match(r"[A-Z][\w'’\-]*['’]s? [a-z]+ to [a-z]", told):
        return True
    if " that" in verb:
        return False
    return (first[:1].islower() and first not in FUNCTION_WORDS | PRONOUNS) or not has_verb(
        told.partition(", ")[0]
    )


def _credited_within(clause: Clause) -> Clause | None:
    places = list(_SAYING.finditer(clause.before))
    if not places:
        return None
    last = places[-1]
    speaker = subject_of(DISCOURSE.sub("", clause.before[: last.start()]))
    before = clause.before[last.end() :]
    told = speaker and has_subject_and_verb(before + clause.mark + clause.after)
    return replace(clause, before=before, speaker=speaker) if told else None


def _is_plural(speaker: str) -> bool:
    """Whether the speaker can go with ``say``: ``a separate`` before the noun ``report`` cannot."""
    words = tokens(speaker)
    return (
        bool(words)
        and words[0].lower() not in ("a", "an")
        and (words[-1].endswith("s") or words[-1].lower() in IRREGULAR_PLURALS or " and " in speaker)
    )


def plain_speaker(text: str, closed: bool) -> str:
    """The speaker without a lead-in; with his office only where a comma closes it before the verb."""
    if "," not in text or (closed and text.count(",") == 1):
        return text
    head, _, last = text.rpartition(", ")
    words = head.split()
    opens = words and (words[0].lower() in PREPOSITIONS or words[0].endswith("ing"))
    lead_in = (opens or RELATIVE_TIME.search(head)) and "," not in head
    return last if lead_in else ""


def _is_speaker(text: str) -> bool:
    words = tokens(text)
    if "[" in text or "]" in text:
        return False
    if not 0 < len(words) <= 18 or has_verb(text) or _HEARSAY & {word.lower() for word in words}:
        return False
    if words[0].endswith("ing"):
        return False
    return words[0].lower() not in SUBORDINATORS | PREPOSITIONS


def speaker_phrase(speaker: str, setting: Setting, earlier: tuple[str, ...] = ()) -> str | None:
    """How a question credits the speaker, or None where it is not certain who that is.

    Args:
        speaker: as printed (``Mr Salm``, ``He``, ``the coalition``).
        setting: the article's names.
        earlier: the sentences before, the nearest first, for pronouns and definite nouns.
    """
    text = re.sub(r"\s+", " ", speaker).strip(" ,")
    text = re.sub(r"^(?:But|And|However|Meanwhile|Earlier|Also|Another|Other),? ", "", text)
    text = re.sub(r"\s*\([^()]*\)", "", text)
    text = re.sub(r",? (?:also|then|later|meanwhile|however|though)$", "", text)
    text = re.sub(r", (?:which|who|whose) .*$", "", RELATIVE_TIME.sub("", text).strip(" ,"))
    text = _WHILE_SAYING.sub("", text)
    words = tokens(text)
    if not words or words[0].lower() in _UNCOUNTED:
        return None
    if _NOBODY.search(text) or text in DEMONYMS:
        return None
    if words[0].lower() in PRONOUNS | {"who", "which"}:
        previous = _meant(words, setting, earlier)
        return speaker_phrase(previous, setting) if previous else None
    if any(word.lower() in _POINTING for word in words) or not _is_speaker(text):
        return None
    text = TITLED.sub(lambda match: full_name(match[1], match.group(), setting, text), text)
    text = setting.persons.get(text, text)
    if re.match(r"(?:The|A|An|Some|Both|All|Several|Other) ", text):
        text = text[0].lower() + text[1:]
    definite = re.match(r"the (?:[a-z\-]+ )?([a-z\-]+)$", text)
    if definite:
        return _defined(text, definite[1], setting, speaker_before(earlier))
    if len(words) == 1 and is_people(singular(text.lower()), text.lower()):
        text = text.lower()
    text = _GENERAL.sub(lambda match: match.group().lower(), text)
    named = has_name(text, setting, first=False)
    if re.search(r"\b(?:by|of) (?:it|them)\b|^One\b", text) or (not named and _PAPERS.search(text)):
        return None
    if not named and not re.match(r"(?:an? |[a-z]+ )", text):
        text = text[0].lower() + text[1:]
    return text


_WHILE_SAYING = re.compile(
    r",? (?:while|when|after|before|in|by) [a-z]+ing\b.*$"
    r"|, (?:[a-z]+ly )?"
    r"(?:speaking|talking|addressing|quoting|citing|answering|writing|referring|replying|visiting)\b.*$"
)  # what a speaker was doing as he said it
_AT_LEAST = re.compile(r"(?:At least|At most|Over|About|Around|Up to|Under|Near(?:ly)?) (?=[\w£$€])")
_GENERAL = re.compile(
    r"^(?:Reports|Figures|Official|Officials|Sources|Statistics|Data|Local|Senior|Initial|Early) (?=[a-z])"
)
_NOBODY = re.compile(
    r"^(?:it|he|she|they)['’]|\d ?(?:%|per ?cent)|"
    r"^(?:soon|shortly) |^(?:[A-Z]?[a-z]+ ){0,3}(?:investments|exports|imports|sales|prices|profits|rates)\b|"
    r"\b(?:there|here|elsewhere)$|\b(?:nation|country|city|state|company|group|firm)['’]s\b",
    re.IGNORECASE,
)


def _meant(words: Sequence[str], setting: Setting, earlier: tuple[str, ...]) -> str:
    """Whom a pronoun that says something can mean: the last speaker or subject, a person for ``he`` and ``she``."""
    pronoun = words[0].lower()
    if pronoun not in ("he", "she", "it") or len(words) > 1:
        return ""
    previous = speaker_before(earlier)
    return previous if pronoun == "it" or _is_a_person(previous, setting) else ""


def _is_a_person(speaker: str, setting: Setting) -> bool:
    """Whether ``he`` can mean the speaker: a person of the article, a title, or a word for one person."""
    known = {part for person in setting.persons.values() for part in person.split()}
    words = tokens(speaker)
    return (
        bool(known.intersection(words))
        or bool(TITLED.search(speaker))
        or any(
            is_people(word.lower(), word.lower()) and singular(word.lower()) == word.lower() for word in words
        )
    )


def _defined(text: str, noun: str, setting: Setting, previous: str) -> str | None:
    """``the department`` by its name; ``the officials`` without the article; else None."""
    name = focus_name(noun, setting, previous, previous) or only_name(noun, setting)
    if name:
        return class_phrase(noun, name, "the")
    if noun in _ANYONE:
        return f"a{'n' if noun[0] in 'aeiou' else ''} {text[4:]}"
    if _PAPERS.search(noun):
        return _whose_paper(noun, setting)
    generic = noun.endswith("s") and not _PAPERS.search(noun)
    return text[4:] if generic or noun == "police" else None


def _whose_paper(noun: str, setting: Setting) -> str | None:
    """``the survey`` as ``the Kessel Institute survey`` or ``the survey by Ada Verrin``, where one alone is named."""
    before = re.findall(
        rf"\b(?:[Aa]n?|[Tt]he|[Nn]ew|[Ll]atest) ({PLAIN_NAME}(?:['’]s?)?) {noun}\b", setting.text
    )
    after = re.findall(rf"\b{noun} (?:[a-z]+ed )?(?:by|from|of) (?:the )?({NAME.pattern})", setting.text)
    named = {*(f"the {name} {noun}" for name in before), *(f"the {noun} by {name}" for name in after)}
    return named.pop() if len(named) == 1 else None


@remembered
def speaker_before(earlier: tuple[str, ...]) -> str:
    """Whom the sentences before credit, else what the last of them is about: what a pronoun next can mean.

    Args:
        earlier: the sentences before, the nearest first; one that credits a pronoun hands on to the next.
    """
    for sentence in earlier:
        middle = len(sentence) // 2
        clause = main_clause(sentence, middle, middle)
        if clause is None or not clause.speaker:
            whole = trimmed(sentence, 0, 0)
            told = _credited_last(whole) if whole else None
            clause = told or clause
        subject = clause.speaker if clause and clause.speaker else subject_of(sentence).strip(' ,"“')
        if subject.lower() in PRONOUNS:
            continue
        plain = "," not in subject and len(subject.split()) <= 14
        return subject if (clause and clause.speaker) or (plain and NAME.search(subject)) else ""
    return ""
