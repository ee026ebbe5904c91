"""What an article calls its places, people and bodies, learnt from its own text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefings.extract.nations import COUNTRY_WORDS, DEMONYMS
from briefings.stories import Article, Name, NameKind, Story
from quiz_bank.generate.words import (
    BODY_CLASSES,
    FUNCTION_WORDS,
    GENERIC_NAMES,
    MILITANT_CLASSES,
    PLACE_CLASSES,
)

_CAPITAL = r"(?:(?:al|el|ez|az|ash|ad|ar|as|at|an)-)?[A-Z][\w'’\-]*"
_NAME = (
    rf"{_CAPITAL}(?: (?:(?:of|for|and|the|al|bin|ibn|von|van|de|da|del|la|du) (?:the )?)?{_CAPITAL}){{0,5}}"
)
PLAIN_NAME = rf"{_CAPITAL}(?: {_CAPITAL}){{0,4}}"
_PLACE = "|".join(sorted(PLACE_CLASSES))
_BODY = "|".join(sorted(BODY_CLASSES))
_MILITANT = "|".join(sorted(MILITANT_CLASSES))

NAME = re.compile(_NAME)
_SEAS = frozenset(
    str.split(
        "Mediterranean Pacific Atlantic Caribbean Aegean Adriatic Baltic Arctic Indian Ocean Gulf Black Red Sea South"
    )
)  # "the Mediterranean island": one of many
_CLASS_OF_NAME = re.compile(rf"\b({_PLACE}) of ({PLAIN_NAME})")
_NAME_CLASS = re.compile(
    rf"({PLAIN_NAME})(?: \([A-Z]{{2,6}}\))?(?: [a-z]+ist| [a-z]+t)? "
    rf"({_PLACE}|{_BODY}|{_MILITANT})\b"
)
_NAME_IS_CLASS = re.compile(
    rf"({PLAIN_NAME})(?:,| is| was)(?: an?| the| one of the)(?: (?!who\b|that\b|which\b|the\b)[\w\-]+){{0,4}}? "
    rf"({_PLACE}|{_BODY}|towns|villages|islands)\b"
)
_CLASS_OF = re.compile(r" of [A-Z]")  # "the Kessel island of Lorn": the name comes after
_PERSON_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|President|Prime Minister|Premier|Senator|General|Gen|Colonel|Professor) "
    rf"({_CAPITAL}(?: {_CAPITAL}){{0,2}})"
)
_MID_SENTENCE = re.compile(rf"(?<=[a-z,;] )({_CAPITAL})")
_WORD = re.compile(r"[A-Za-z][\w'’\-]*")


_SINGULAR = {"towns": "town", "villages": "village", "islands": "island"}


@dataclass(frozen=True, slots=True)
class Setting:
    """The names of one article.

    Attributes:
        known: single words that the article prints with a capital within a sentence, or that stand in a name.
        lower: words it also prints without a capital.
        classes: class noun -> the names it is used for (``city`` -> ``Port Salm``), most used first.
        persons: surname -> full name.
        dated: whether the header will show a date.
        text: the article's text with spaces collapsed.
        groups: the one group it is mostly about, or nothing.
        forms: a name's spelling -> all spellings of the same name.
        glued: names of the story without their small words -> with them.
        bodies: the words of the story's names that are no person's.
        places: the words of the story's names of places, countries and nations.
        contexts: sentences already made to stand alone, kept because they are asked for again and again.
    """

    known: frozenset[str]
    lower: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]
    persons: Mapping[str, str]
    dated: bool
    text: str
    groups: tuple[str, ...]
    forms: Mapping[str, tuple[str, ...]]

    glued: tuple[tuple[str, str], ...]
    bodies: frozenset[str]
    places: frozenset[str] = frozenset()
    contexts: dict[str, list[str]] = field(default_factory=dict, compare=False)

    def stands_in(self, name: str, text: str) -> bool:
        """Whether the text holds the name in any of its spellings."""
        return any(
            re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in self.forms.get(name, (name,))
        )


class Settings:
    """The settings of a story's articles, each read when first asked for."""

    def __init__(self, story: Story) -> None:
        self._names = story.names
        self._forms = {form: name.forms for name in story.names for form in name.forms}
        self._texts = {article.key: re.sub(r"\s+", " ", article.text) for article in story.articles}
        self._classes = {key: classes_in(text) for key, text in self._texts.items()}
        self._shared = self._shared_classes()
        self._glued = _glued_names(story.names)
        self._bodies = frozenset(
            word
            for name in story.names
            if name.kind != "person"
            for form in name.forms
            for word in form.split()
        )
        self._places = COUNTRY_WORDS | DEMONYMS | _words_of(story.names, "place")
        self._read: dict[str, Setting] = {}

    def of(self, article: Article) -> Setting:
        """What the article's text and the story's other articles tell about its names."""
        if article.key not in self._read:
            self._read[article.key] = self._setting(article)
        return self._read[article.key]

    def _shared_classes(self) -> dict[str, frozenset[str]]:
        """Class noun -> every name, in all its spellings, that some article uses it for."""
        found: dict[str, set[str]] = {}
        for classes in self._classes.values():
            for noun, names in classes.items():
                for name in names:
                    found.setdefault(noun, set()).update(self._forms.get(name, (name,)))
        return {noun: frozenset(names) for noun, names in found.items()}

    def _setting(self, article: Article) -> Setting:
        text = self._texts[article.key]
        mine = [name for name in self._names if any(form in text for form in name.forms)]
        known = set(_MID_SENTENCE.findall(text))
        for name in mine:
            for form in name.forms:
                known.update(word for word in form.split() if word[:1].isupper() or "-" in word)
        persons = _persons(text, mine)
        return Setting(
            known=frozenset(_variants(known - GENERIC_NAMES)),
            lower=frozenset(word for word in _WORD.findall(text) if word[0].islower()),
            classes=_without_persons(_with_shared(self._classes[article.key], self._shared, text), persons),
            groups=_groups(mine, text),
            persons=persons,
            dated=article.published is not None,
            text=text,
            forms={form: name.forms for name in mine for form in name.forms},
            glued=self._glued,
            bodies=self._bodies,
            places=self._places,
        )


def _words_of(names: Iterable[Name], kind: NameKind) -> frozenset[str]:
    """The words of all forms of the names of one kind."""
    return frozenset(
        word for name in names if name.kind == kind for form in name.forms for word in form.split()
    )


def _glued_names(names: Iterable[Name]) -> tuple[tuple[str, str], ...]:
    """Names with their small words left out, as an office prints them, beside the full form."""
    forms = [form for name in names for form in name.forms]
    pairs = ((re.sub(r" (?:for|of|and|the)(?= )", "", form), form) for form in forms)
    return tuple((bare, form) for bare, form in pairs if bare != form)


def _with_shared(
    own: Mapping[str, tuple[str, ...]], shared: Mapping[str, frozenset[str]], text: str
) -> dict[str, tuple[str, ...]]:
    """The article's own classes, and those that other articles of the story give to names it prints."""
    found = {}
    for noun in shared:
        names = [*own.get(noun, ()), *sorted(name for name in shared[noun] if name in text)]
        if names:
            found[noun] = tuple(dict.fromkeys(names))
    return found


def _without_persons(
    classes: Mapping[str, tuple[str, ...]], persons: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The classes without people: ``Ada Verrin, a guest of the country`` is no country."""
    people = {*persons, *persons.values()}
    told = ((noun, tuple(name for name in names if name not in people)) for noun, names in classes.items())
    return {noun: names for noun, names in told if names}


def _groups(names: Iterable[Name], text: str) -> tuple[str, ...]:
    """The groups of the article, the most printed first, where it is printed twice as often as the next."""
    counts = []
    for name in names:
        if name.kind == "group":
            uses = {form: len(re.findall(rf"(?<!\w){re.escape(form)}(?!\w)", text)) for form in name.forms}
            counts.append((sum(uses.values()), max(uses, key=lambda form: (uses[form], form))))
    counts.sort(reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
        return ()
    return (counts[0][1],)


def _variants(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield word
        yield re.sub(r"['’]s?$", "", word)


def classes_in(text: str) -> dict[str, tuple[str, ...]]:
    """Class noun -> the names a text uses it for, most used first; the text's spaces are collapsed."""
    seen: dict[str, Counter[str]] = {}

    def note(noun: str, name: str) -> None:
        owned = re.split(r"['’]s? ", name)[-1]
        words = re.sub(r"['’]s?$", "", owned).split()
        while words and (words[0] in GENERIC_NAMES or words[0].lower() in FUNCTION_WORDS - {"new"}):
            words.pop(0)
        of_a_nation = all(word in DEMONYMS or word in _SEAS for word in words)
        if words and not of_a_nation and not re.search(r"-[a-z]{3,}$", words[-1]):
            seen.setdefault(_SINGULAR.get(noun, noun), Counter())[" ".join(words)] += 1

    for noun, name in _CLASS_OF_NAME.findall(text):
        note(noun, name)
    for pattern in (_NAME_CLASS, _NAME_IS_CLASS):
        for found in pattern.finditer(text):
            if not _CLASS_OF.match(text, found.end()):
                note(found[2], found[1])
    for name in NAME.findall(text):
        last = name.split()[-1].lower()
        if " " in name and last in BODY_CLASSES | PLACE_CLASSES:
            note(last, name)
    return {noun: tuple(name for name, _ in counter.most_common()) for noun, counter in seen.items()}


_NO_PERSON = re.compile(rf" (?:of|and|for) |\b(?:{_PLACE}|{_BODY}|customs|holdings)\b", re.IGNORECASE)


def _persons(text: str, names: Iterable[Name]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name in names:
        if name.kind == "person":
            full = max((form for form in name.forms if form in text), key=len)
            if _NO_PERSON.search(full):
                continue
            found.setdefault(full.split()[-1], set()).add(full)
    for full in _PERSON_TITLE.findall(text):
        if " " in full:
            found.setdefault(full.split()[-1], set()).add(re.sub(r"['’]s?$", "", full))
    return {surname: next(iter(full)) for surname, full in found.items() if len(full) == 1}
