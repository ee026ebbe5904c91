"""Puts a name for ``it``, ``she`` or ``there`` where the sentences before leave one reading only.

This goes on where ``reconcile.referents`` stops: a pronoun may stand for a person named a few sentences before,
or for the plain subject of the sentence before (``The train carried 210 people. It was late.``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefings.compose.descriptions import Descriptions
from briefings.compose.verbs import does_at, is_finite
from briefings.facts import Sentence
from briefings.reconcile.genders import may_be
from briefings.reconcile.referents import OF_EVENT, Edit, Referents, Sentences
from briefings.stories import Story

LOOK_BACK = 3  # sentences before in which a person is looked for
LONGEST_SUBJECT = 6  # words

_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
# a pronoun that opens its sentence, after a lead or a quotation; a later one may stand for anybody named before it
_PERSON = re.compile(
    r"(?:(?:On|In|At|By|Since|After|During) [^,]{1,40}, |[\"“][^\"“”]{2,400}[,.!?][\"”] )?(?P<who>he|she|his|her)\b",
    re.IGNORECASE,
)
_THING = re.compile(r"\b(it|its|they|their)\b", re.IGNORECASE)
_THERE = re.compile(r"(?<=[a-z] )there\b(?! (?:is|are|was|were|has|have|had|will|would|may|might)\b)")
# "It took crews two days to", "It is not known": the pronoun stands for what follows
_EMPTY_IT = re.compile(
    r"\bit (?:took|takes|has taken|will take|cost|rained|snowed)\b|\bit (?:could|may|might|would|will) (?:be|take)\b"
    r"|\bit (?:is|was|remains|remained) (?:not |still )?"
    r"(?:clear|unclear|known|unknown|possible|likely|unlikely|expected|hoped|feared)\b"
    r"|\bit (?:is|was) (?!an? |one |no )[^.;:]{2,60} (?:that|who)\b",  # "It was the mayor who"
    re.IGNORECASE,
)
# "The express, which was on its way to Orla, was late"
_WHOSE_OWN = re.compile(
    r"^(?:The|An?) [a-z -]{3,40},? (?:which|who) [a-z ]*?\b(?P<their>its|their|his|her)\b"
)
# "the capital, Ostmark": the noun has its name
# "500 residents have left their homes": those who are counted are those who own
_THEIR_OWN = re.compile(
    rf"^(?:[A-Z][a-z]+ )?(?:[a-z]+ ){{0,2}}(?:\d[\d,.]*|[Tt]housands of|[Hh]undreds of|[Dd]ozens of|{_NUMBERS})"
    r" (?:(?!and\b|or\b)[a-z-]+ ){0,2}?(?:[a-z]+s|people|men|women|children) [^.;:]*?\b(?P<their>their)\b",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(r"\b[Tt]he (?:[a-z]+ )?[a-z]+, (?=(?:al-|el-)?[A-Z])")
_SPEAKS_OF_ITSELF = re.compile(
    r"^([^,]{3,60}? (?:said|says|announced|added|warned|promised|claimed|claims|expects|hopes)(?: that)?) (?:it|they)\b"
)
_PLURAL = re.compile(r"(?:[^su]s|police|people)$")
_OPEN = re.compile(
    r"\b(?:it|they|he|she|this|these|those|that|there|which|who|its|their|his|her|we|i|you)\b", re.I
)
_NO_SUBJECT = re.compile(
    r"(?:on|in|at|by|after|before|during|since|while|when|as|if|for|from|with|under|of|to|but|and|among|about|some"
    r"|more|at least|nearly|almost|around|over|up|only|one|two|three|four|five|six|seven|eight|nine|ten|many|most|both"
    r"|several|few|no|another|each|every|here|now|then|according|despite|although|though|because) ",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:An?|The) ")
_LINK = frozenset(("of", "in", "at", "on", "for", "from", "to", "near", "with", "between", "against"))
# "In that election", "The second": only the sentence before tells of what
_POINTS_BACK = re.compile(
    r"^(?:(?:In|At|On|By|During|After|Since|Before) )?"
    r"(?:that|this|these|those|such|the (?:latter|former|same|other|second))"
    r" (?!is\b|was\b)[a-z]|^(?:Another|Others?|The (?:other|two|three|four|latter|former|second|third)|Among them"
    r"|Of (?:these|those|them)|One of them|Both|Neither|All of (?:them|these))\b"
    r"|\bin the area\b(?! (?:of|around|near|between))"
    r"|^The (?:move|attack|incident|statement|announcement|decision|report|figure|latest|role|case|deal|plan|ruling"
    r"|proposal|measure|study|poll|survey|raid|operation|scheme|killing|pair|couple|man|woman|men|women|boy|girl"
    r"|suspect|victim)s? (?!(?:of|in|on|to|for|against|by|at|from|near|between)\b)"
    r"|\b(?:said|says|added) the (?:official|spokes\w+|source)s?$"
    r"|, the (?:official|spokes\w+|source)s? (?:said|says|added)$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:\d[\d,.]* ?(?:percent|per cent|%)?|[A-Z]?[a-z-]+) of (?P<them>them)\b"
)
_THOSE_OF = re.compile(
    r"(?:[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*){0,2}['’]s |[Tt]he )(?P<what>[a-z]{3,}s) (?!of\b)[^;:\"“”]{3,80}?,?"
    r" (?:while|and|but|whereas) (?P<those>those) of (?=[^\W\d_a-z])"
)
_COUNTED = re.compile(
    rf"\b(?P<what>(?:\d[\d,.]*\d|{_NUMBERS}) (?:[a-z-]+ )??(?:[a-z]{{2,}}s|people|men|women|children))\b"
)
_AMOUNT = (
    r"(?: (?:about|around|nearly|almost|just|only|over|more than|some)){0,2} \d[\d.,]*"
    r" ?(?P<unit>[a-z%]+(?: cent)?)"
)
_IT_WAS = re.compile(rf"\b(?P<it>[Ii]t) (?:was|is|stood at|had been|reached){_AMOUNT}")
_WAS = re.compile(
    r"(?:(?:^|(?<=and )|(?<=, ))[Tt]he )?\b(?P<what>[A-Z]?[a-z]{4,})"
    rf" (?:was|is|stood at|reached|rose to|fell to|hit){_AMOUNT}"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def subject_of(text: str) -> str:
    """The words before a sentence's first finite verb or comma, where they are a plain noun phrase; else nothing."""
    if _NO_SUBJECT.match(text):
        return ""
    if verb := does_at(text):
        return text[: verb - 1]
    words: list[str] = []
    for piece in text.split(" ")[: LONGEST_SUBJECT + 1]:
        word = piece.strip(",")
        if words and is_finite(word):
            break
        if not _WORD.fullmatch(word) or word[:1].isdigit():
            return ""
        words.append(word)
        if piece.endswith(","):
            break
    phrase = " ".join(words)
    whole = 0 < len(words) <= LONGEST_SUBJECT and not _OPEN.search(phrase)
    return phrase if whole and not (len(words) == 1 and words[0].casefold() in ("the", "a", "an")) else ""


def is_plural(phrase: str) -> bool:
    """Whether the phrase's head is more than one thing: ``the rescue teams in Orla``."""
    head = ""
    for word in phrase.split():
        if word in _LINK:
            break
        head = word
    return bool(_PLURAL.search(head))


class Antecedents:
    """What the pronouns of a story stand for, beyond what ``referents`` says."""

    def __init__(self, sentences: Sentences, referents: Referents, people: Iterable[str] = ()) -> None:
        self._sentences, self._referents = sentences, referents
        self._descriptions = Descriptions(sentences)
        full = sorted({name for name in people if " " in name})
        self._full: dict[str, str] = {name: name for name in full}
        last = [name.split()[-1] for name in full]
        self._full |= {name.split()[-1]: name for name in full if last.count(name.split()[-1]) == 1}
        forms = sorted(self._full, key=lambda form: (-len(form), form))
        self._people = (
            re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])") if forms else None
        )

    def edits(self, article: str, sentence: Sentence) -> list[Edit]:
        """Replacements in a sentence of the article, in order, apart."""
        known = [
            e for e in self._referents.edits(article, sentence) if not self._of_another(article, sentence, e)
        ]
        found = sorted([*known, *self._more(article, sentence, known)])
        return [
            edit._replace(text=edit.text.removesuffix("s")) if edit.text.endswith(("s's", "s’s")) else edit
            for edit in found
        ]

    def _of_another(self, article: str, sentence: Sentence, edit: Edit) -> bool:
        """Whether ``the town`` comes after the name of another place in its sentence, which it may well be."""
        if not edit.again or not sentence.text[edit.start : edit.end].casefold().startswith("the "):
            return False
        names = self._sentences.names
        return any(
            names.kind(token) == "place" and not names.is_nation(token) and end <= edit.start
            for token, _, end in self._sentences.tokens(article, sentence)
            if token != names.key(edit.again)
        )

    def _more(self, article: str, sentence: Sentence, known: list[Edit]) -> list[Edit]:
        if any(edit.start < 2 for edit in known):
            return []
        found = (
            self._descriptions.edit(article, sentence),
            _those_of(sentence.text),
            self._of_them(article, sentence),
            self._measured(article, sentence),
            self._person(article, sentence),
            self._thing(article, sentence),
            self._there(article, sentence),
        )
        kept: list[Edit] = []
        for edit in found:
            if edit and all(edit.end <= e.start or e.end <= edit.start for e in (*known, *kept)):
                kept.append(edit)
        return kept

    def _person(self, article: str, sentence: Sentence) -> Edit | None:
        """The first ``he`` or ``her`` of a sentence that names nobody before: the one person named last."""
        match = _PERSON.match(sentence.text)
        start = match.start("who") if match else 0
        if not match or self._people is None or self._people.search(sentence.text, 0, start):
            return None
        before: Sentence | None = sentence
        told: list[str] = []
        for _ in range(LOOK_BACK):
            before = self._sentences.before(article, before) if before else None
            told += [before.text] if before else []
            named = list(self._people.finditer(before.text)) if before else []
            people = list(dict.fromkeys(self._full[name[0]] for name in named))
            if before and people:
                others = {token for token, _, _ in self._sentences.people(article, before)}
                alone = len(people) == 1 and others <= {self._sentences.names.key(people[0])}
                fits = alone and may_be(match["who"], told)
                return _named(start, match["who"], people[0]) if fits else None
        return None

    def _thing(self, article: str, sentence: Sentence) -> Edit | None:
        """The first ``it`` or ``their`` before any name: the subject of the sentence before, in one paragraph."""
        match = _THING.search(sentence.text)
        before = self._sentences.before(article, sentence)
        if (
            not match
            or not before
            or sentence.start - before.end > 1
            or _EMPTY_IT.match(sentence.text, match.start())
            or (match[0].casefold() == "it" and OF_EVENT.match(sentence.text, match.end()))
        ):
            return None
        if subject_of(sentence.text) or self._named_before(article, sentence, match.start()):
            return None
        subject = subject_of(before.text)
        if not subject or is_plural(subject) != match[0].casefold().startswith("the"):
            return None
        if self._people is not None and self._people.search(subject):
            return None
        return _named(match.start(), match[0], _ARTICLE.sub("the ", subject))

    def _of_them(self, article: str, sentence: Sentence) -> Edit | None:
        """``Half of them``: the one thing or people the sentence before counts."""
        match = _OF_THEM.match(sentence.text)
        before = self._sentences.before(article, sentence) if match else None
        counted = list(_COUNTED.finditer(before.text)) if before else []
        if not match or not before or len(counted) != 1 or sentence.start - before.end > 1:
            return None
        return Edit(match.start("them"), match.end("them"), f"the {counted[0]['what']}")

    def _measured(self, article: str, sentence: Sentence) -> Edit | None:
        """``In May it was 64 percent``, after a sentence that says what was 71 percent."""
        match = _IT_WAS.search(sentence.text)
        before = self._sentences.before(article, sentence) if match else None
        told = list(_WAS.finditer(before.text)) if before else []
        if not match or not before or len(told) != 1 or told[0]["unit"] != match["unit"]:
            return None
        what = told[0]["what"]
        first = what[0].upper() if match.start("it") == 0 else what[0].lower()
        return Edit(match.start("it"), match.end("it"), first + what[1:])

    def _there(self, article: str, sentence: Sentence) -> Edit | None:
        match = _THERE.search(sentence.text)
        before = self._sentences.before(article, sentence)
        if not match or not before or sentence.start - before.end > 1:
            return None
        subject = subject_of(before.text)
        key = self._sentences.names.key(subject) if subject else None
        if key is None or self._sentences.names.kind(key) != "place":
            return None
        return Edit(match.start(), match.end(), f"in {subject}")

    def _named_before(self, article: str, sentence: Sentence, end: int) -> bool:
        return any(
            token.startswith("=") and start < end
            for token, start, _ in self._sentences.tokens(article, sentence)
        )

    def stands_alone(self, text: str) -> bool:
        """``referents.stands_alone``, where an empty ``it`` and one that points back in the line point nowhere else."""
        return not _POINTS_BACK.search(text) and self._referents.stands_alone(_settled(text))

    def names_all(self, text: str) -> bool:
        """``referents.names_all``."""
        return self._referents.names_all(text)


def people_of(story: Story) -> set[str]:
    """The persons a story gives an office, an age or, as a name, the kind of a person."""
    told = {
        mention.fact.what
        for claim in story.claims
        if claim.kind in ("role", "age")
        for mention in claim.mentions
        if mention.fact.what[:1].isupper()
    }
    return told | {form for name in story.names if name.kind == "person" for form in name.forms}


def _named(start: int, pronoun: str, name: str) -> Edit:
    own = pronoun.casefold() in ("his", "her", "its", "their")
    ending = ("'" if name.endswith("s") else "'s") if own else ""
    first = name[0].upper() if start == 0 else name[0]
    return Edit(start, start + len(pronoun), f"{first}{name[1:]}{ending}")


def _those_of(text: str) -> Edit | None:
    """``Orla's shares rose while those of Salm fell``: the shares of Salm."""
    found = _THOSE_OF.match(text)
    return Edit(found.start("those"), found.end("those"), f"the {found['what']}") if found else None


def _settled(text: str) -> str:
    """The text without pronouns that point nowhere or to who speaks in it, for a look at the others."""
    text = _OWN_NAME.sub("", _EMPTY_IT.sub("work", text))
    for pattern in (_THEIR_OWN, _WHOSE_OWN):
        if own := pattern.match(text):
            text = f"{text[: own.start('their')]}the{text[own.end('their') :]}"
    return _SPEAKS_OF_ITSELF.sub(r"\1", text, count=1) if _ARTICLE.match(subject_of(text)) else text
