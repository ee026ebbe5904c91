"""Says whom ``it`` or ``the city`` means, where that is plain; leaves the rest unsaid.

A line stands alone, so a subject without a name is either named or the line is not used. Sentence-opening
pronouns stand for the subject of the sentence before in some six of ten cases; where that subject is a
single name at its very beginning the rule is safe enough to use.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefings.extract.name_words import CALENDAR
from briefings.extract.nations import ADJECTIVES, NATION_OF
from briefings.facts import Sentence
from briefings.reconcile.genders import may_be
from briefings.reconcile.names import NameIndex, Token

# class -> the nouns that refer back to a name of that class
CLASSES: dict[str, tuple[str, ...]] = {
    "city": ("city",),
    "capital": ("capital",),
    "town": ("town",),
    "village": ("village",),
    "province": ("province",),
    "district": ("district",),
    "island": ("island",),
    "river": ("river",),
    "group": ("group", "militants", "extremists", "jihadists", "jihadis", "insurgents", "rebels"),
    "party": ("party",),
    "company": ("company", "firm"),
    "university": ("university",),
    "hospital": ("hospital",),
    "station": ("station",),
    "bridge": ("bridge",),
}
_CLASS_OF = {noun: name for name, nouns in CLASSES.items() for noun in nouns}
_NOUNS = "|".join(_CLASS_OF)
_BODIES = "company|firm|party|university|hospital"  # nouns that stand right before their names
_TIED_BEFORE = re.compile(rf"\b({_NOUNS}) of (?:the )?$|\b[Tt]he (capital),? $|[a-z] ({_BODIES}) $")
# "The port company, Norrail (NR), has": a noun, its name, and the sentence goes on
_NAMED = re.compile(rf"\b(?:[Tt]he|[Aa]n?) (?:[a-z][\w-]* ){{0,3}}({_BODIES}), $")
_NAMED_ENDS = re.compile(r"(?: \([A-Z]+\))?,")
_TIED_AFTER = re.compile(
    rf"(?: \([A-Z]+\)|[\"”])? (?:[a-z]+ )?({_NOUNS})\b|,(?: the| an?) (?:[\w-]+ ){{0,3}}({_NOUNS})\b"
)
_MODIFIER = r"(?:(?!of\b|in\b|and\b)[a-z][\w-]* ){0,2}"
# what may follow a noun that ends its phrase: "the town was", but not "the town hall"
_AFTER_HEAD = (
    r"(?=[,.;:)]|$|['’]s\b|\s(?:is|was|were|are|has|had|have|will|would|could|can|may|in|on|at|and|or|since|for|from|by|to"
    r"|as|after|before|with|which|who|that|when|while|until|during|lies|lay|now|also|but|because|\w+ed)\b)"
)
_DEFINITE = re.compile(rf"\b([Tt]he) {_MODIFIER}({_NOUNS}){_AFTER_HEAD}")
_PLACED = re.compile(
    r" (?:at|in|of|near|over|on|outside) (?:the )?(?:al-|el-)?[A-Z]|['’]s (?:[a-z]+ ){0,4}?[a-z]+, [A-Z]"
)
_NAMED_AFTER = re.compile(r",? [A-Z]")
_POINTING = re.compile(
    r"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]hem|[Hh]im|[Tt]his|[Tt]hese|[Tt]hose"
    r"|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our|I|[Mm]y|[Bb]oth|there|here|such)\b"
)
_SUBJECT = re.compile(
    r"(It|They|He|She|Its)\b|(?:On|In|By|Since|At|After|During) [^,]{1,40}, (it|they|he|she)\b"
)
_SECOND = re.compile(r", (?:but|and|while|though|although) (?:[a-z][^,;]{0,40} )?(it|they|he|she)(?= )")
# "On Iraqi soil it had kept a foothold": the name in the lead is not whom the pronoun stands for
_LEFT_OPEN = re.compile(
    r"(?i:on|in|at|by|during|since|after|across|from) (?:[^,]{1,40},? )(?:it|they|he|she)"
    r" (?:had|has|have|was|were|is|are|will|would|can|could|\w+ed)\b"
)
# "It came as", "It was a response to": what happened is meant, not who the sentence before is about
OF_EVENT = re.compile(
    r" (?:comes?|came|follows?|followed|happened|means|meant|will mean) "
    r"|(?: also)? (?:is|was|will be|would be) (?:(?:an?|the|part of an?|part of the) (?:[a-z]+ )?(?:response|reaction"
    r"|result|consequence|attempt|bid|effort|sign|step|move|blow|setback|reminder|warning|decision)\b|in (?:response"
    r"|retaliation|reaction|protest)\b)"
)
_OBJECT = re.compile(
    r"\b(?:it|them|him)(?=[.,;]|$|\s(?:since|in|on|at|for|from|by|to|with|as|and|but|of|after|before|until|during)\b)"
)
_OPENING = re.compile(r"(?:But |And )?(?:(?:On|In|At|By|Since|After|During) [^,]{1,40}, )?(?:[Tt]he )?")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w-]*")
_NO_NAMES = CALENDAR | {"I", "A", "An", "The"}
_KINDS = {
    "it": ("place", "group"),
    "its": ("place", "group"),
    "they": ("group",),
    "he": ("person",),
    "she": ("person",),
}
# classes whose noun needs a place of its own before it
PLACES = frozenset(("city", "capital", "town", "village", "province", "district", "island", "river"))
# nouns kept beside the name, which may also be that of a town
KEPT = frozenset(("province", "district", "island", "river", "hospital", "station", "bridge", "university"))
# classes whose names carry the article: "the Euphrates", "the Marrow bridge"
WITH_ARTICLE = frozenset(("river", "station", "bridge", "hospital"))
MOST_TIES = 3  # ties of a name to a class beyond this say nothing more
CLEARLY = 2  # how many times as often as any other the focus of an article is spoken of


_OFFICE = re.compile(r"(?:[A-Z][a-z]+ ){1,3}")
_HOLDER = re.compile(r"[A-Z][^,.;:]{2,60}, ")  # "The bank's head, Ana Roa,"
_SPEAKS = re.compile(r" (?:said|says|told|added|promised|warned|announced)\b")


class Edit(NamedTuple):
    """A replacement in a sentence: offsets in characters of the sentence's text.

    Attributes:
        again: a name that makes the replacement needless where it stands before; empty for none.
    """

    start: int
    end: int
    text: str
    again: str = ""


class Sentences:
    """The sentences of a story's articles and their tokens, each worked out once."""

    def __init__(self, names: NameIndex, by_article: Mapping[str, Sequence[Sentence]]) -> None:
        self.names = names
        self._by_article = by_article
        self._place = {
            (key, sentence.start): number
            for key, found in by_article.items()
            for number, sentence in enumerate(found)
        }
        self._tokens: dict[tuple[str, int], list[Token]] = {}

    def of(self, article: str) -> Sequence[Sentence]:
        """The sentences of the article with that key."""
        return self._by_article[article]

    def articles(self) -> Iterator[str]:
        """The keys of the articles."""
        return iter(self._by_article)

    def tokens(self, article: str, sentence: Sentence) -> list[Token]:
        """The sentence's content words and names."""
        place = (article, sentence.start)
        if place not in self._tokens:
            self._tokens[place] = self.names.tokens(sentence.text)
        return self._tokens[place]

    def forget(self) -> None:
        """Lets go of the tokens, which take much room in a large story; who asks again waits for them again."""
        self._tokens.clear()

    def people(self, article: str, sentence: Sentence) -> list[Token]:
        """The names of the sentence that are a person's or may be: those of no known kind are."""
        return [
            token
            for token in self.tokens(article, sentence)
            if token[0].startswith("=")
            and self.names.kind(token[0]) in (None, "person")
            and not self.names.is_nation(token[0])
        ]

    def before(self, article: str, sentence: Sentence) -> Sentence | None:
        """The sentence before this one."""
        number = self._place.get((article, sentence.start), 0)
        return self._by_article[article][number - 1] if number else None


class Referents:
    """The names of a story, ready to stand for a pronoun or a noun."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._names = sentences.names
        self._focus: dict[tuple[str, str], str | None] = {}
        self._ties: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._uses: dict[str, dict[str, Counter[str]]] = {}
        for article in sentences.articles():
            self._tie(article)

    def edits(self, article: str, sentence: Sentence) -> list[Edit]:
        """Replacements that name what a sentence of the article points back to; in order, apart."""
        pronoun = self._pronoun(article, sentence)
        edits = [pronoun] if pronoun else []
        for match in _DEFINITE.finditer(sentence.text):
            noun = match[2]
            if self._has_name(noun, sentence.text, match.end()):
                continue
            if name := self._of_class(article, _CLASS_OF[noun]):
                keeps = noun in KEPT and not name.casefold().endswith(noun)
                named = f"{name} {noun}" if keeps else name
                if noun in WITH_ARTICLE and not name.casefold().startswith("the "):
                    named = f"{match[1]} {named}"
                edits.append(Edit(match.start(), match.end(), named, name))
                break
        edits += self._second_subject(article, sentence)
        return sorted(edits)

    def _has_name(self, noun: str, text: str, end: int) -> bool:
        """``the capital, Ostmark``: the noun's own name comes right after it."""
        return bool(_NAMED_AFTER.match(text, end)) and (
            noun == "capital" or bool(_NAMED.search(f"{text[:end]}, "))
        )

    def _second_subject(self, article: str, sentence: Sentence) -> list[Edit]:
        """``IS lost the town, but it holds``: the second subject is the name that opens the sentence."""
        subject = self._subject(article, sentence)
        if subject is None:
            return []
        form = sentence.text[subject[1] : subject[2]]
        kind = self._names.kind(subject[0])
        return [
            Edit(match.start(1), match.end(1), form, form)
            for match in _SECOND.finditer(sentence.text, subject[2])
            if kind in _KINDS[match[1]]
        ]

    def stands_alone(self, text: str) -> bool:
        """Whether the text needs nothing before it: no pronoun and no bare noun comes before the first name."""
        first = self._first_name(text)
        if _POINTING.search(text, 0, first):
            return False
        bare = _DEFINITE.search(text)
        if bare and bare.end() < first and not self._is_only(bare, text):
            return False
        return not _LEFT_OPEN.match(text) and not self._object_open(text)

    def _is_only(self, bare: re.Match[str], text: str) -> bool:
        """Whether a noun has a name right after it, or is no subject and of a class the story names none of."""
        if _PLACED.match(text, bare.end()):
            return True
        return bare.start() > 0 and not self._ties.get(_CLASS_OF[bare[2]])

    def _object_open(self, text: str) -> bool:
        """``IS had controlled it since 2014``: one name before, and it is the subject's."""
        pronoun = _OBJECT.search(text)
        if not pronoun:
            return False
        names = {
            token for token, _, end in self._names.tokens(text[: pronoun.start()]) if token.startswith("=")
        }
        return len(names) < 2

    def names_all(self, text: str) -> bool:
        """Whether the text holds a name, and a place before any ``the city`` that must stand for one."""
        if self._first_name(text) == len(text):
            return False
        bare = _DEFINITE.search(text)
        if not bare or _CLASS_OF[bare[2]] not in PLACES:
            return True
        before = (token for token, _, _ in self._names.tokens(text[: bare.start()]))
        return any(
            self._names.kind(token) == "place" and not self._names.is_nation(token) for token in before
        )

    def _first_name(self, text: str) -> int:
        """Where the first name of the story stands, or a capital that does not open the text."""
        named = (start for token, start, _ in self._names.tokens(text) if token.startswith("="))
        capital = (m.start() for m in _CAPITAL.finditer(text) if m.start() > 0 and m[0] not in _NO_NAMES)
        return min(next(named, len(text)), next(capital, len(text)))

    def _pronoun(self, article: str, sentence: Sentence) -> Edit | None:
        match = _SUBJECT.match(sentence.text)
        before = self._sentences.before(article, sentence) if match else None
        if not match or not before:
            return None
        group = 1 if match[1] else 2
        word = match[group].casefold()
        subject = self._person(article, before) if word in ("he", "she") else self._subject(article, before)
        if subject is None or self._names.kind(subject[0]) not in _KINDS[word]:
            return None
        if word in ("he", "she") and not may_be(word, [before.text]):
            return None
        if word == "it" and OF_EVENT.match(sentence.text, match.end(group)):
            return None
        form = before.text[subject[1] : subject[2]]
        if before.text[: subject[1]].endswith(("The ", " the ")):
            form = f"{'The' if match.start(group) == 0 else 'the'} {form}"
        return Edit(match.start(group), match.end(group), f"{form}'s" if word == "its" else form)

    def _person(self, article: str, sentence: Sentence) -> Token | None:
        """The one person a sentence is about: its subject, an office before the name or not, or who speaks in it."""
        text = sentence.text
        people = self._sentences.people(article, sentence)
        if len({token for token, _, _ in people}) != 1 or self._names.kind(people[0][0]) != "person":
            return None
        first = people[0]
        subject = (
            first[1] == 0 or _OFFICE.fullmatch(text, 0, first[1]) or _HOLDER.fullmatch(text, 0, first[1])
        )
        return first if subject or any(_SPEAKS.match(text, end) for _, _, end in people) else None

    def _subject(self, article: str, sentence: Sentence) -> Token | None:
        """The name that opens the sentence as its subject: no people's name, no possessive, no modifier."""
        opening = _OPENING.match(sentence.text)
        start = opening.end() if opening else 0
        token = next((t for t in self._sentences.tokens(article, sentence) if t[1] >= start), None)
        if token is None or token[1] != start or not token[0].startswith("="):
            return None
        form, after = sentence.text[token[1] : token[2]], sentence.text[token[2] : token[2] + 1]
        if form in ADJECTIVES or after in ("-", "'", "’") or form.endswith(("'s", "’s")):
            return None
        return token

    def _tie(self, article: str) -> None:
        """How often each name is tied to a class of places or groups (``the city of X``)."""
        for sentence in self._sentences.of(article):
            if not any(noun in sentence.text for noun in _CLASS_OF):
                continue
            for token, start, end, _ in self._named(article, sentence):
                before = _TIED_BEFORE.search(sentence.text[max(0, start - 16) : start])
                if before is None and _NAMED_ENDS.match(sentence.text, end):
                    before = _NAMED.search(sentence.text[max(0, start - 60) : start])
                found = before or _TIED_AFTER.match(sentence.text, end, end + 80)
                if found and (noun := next(filter(None, found.groups()), "")):
                    self._ties[_CLASS_OF[noun]][token] += 1

    def _named(self, article: str, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
        """The names of a sentence but those of nations: key, offsets, and the form without ``'s``."""
        for token, start, end in self._sentences.tokens(article, sentence):
            form = sentence.text[start:end].removesuffix("'s").removesuffix("’s")
            if token.startswith("=") and form not in NATION_OF:
                yield token, start, end, form

    def _uses_in(self, article: str) -> dict[str, Counter[str]]:
        """How often the article uses each name, by its forms."""
        if article not in self._uses:
            uses = self._uses[article] = {}
            for sentence in self._sentences.of(article):
                for token, _, _, form in self._named(article, sentence):
                    uses.setdefault(token, Counter())[form] += 1
        return self._uses[article]

    def _of_class(self, article: str, wanted: str) -> str | None:
        """The name of that class the article speaks of clearly more often than of any other."""
        if (article, wanted) not in self._focus:
            self._focus[article, wanted] = self._find_focus(article, wanted)
        return self._focus[article, wanted]

    def _find_focus(self, article: str, wanted: str) -> str | None:
        tied, uses = self._ties.get(wanted, Counter()), self._uses_in(article)
        ranked = sorted(
            (-sum(uses[name].values()) * min(MOST_TIES, tied[name]), name) for name in tied if name in uses
        )
        if not ranked or (len(ranked) > 1 and ranked[0][0] > CLEARLY * ranked[1][0]):
            return None
        return min(uses[ranked[0][1]].items(), key=lambda item: (-item[1], item[0]))[0]
