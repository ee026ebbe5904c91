"""Says whom ``it`` or ``the city`` means, where that is plain; leaves the rest unsaid.

A line stands alone, so a subject without a name is either named or the line is not used. Sentence-opening
pronouns stand for the subject of the sentence before in some six of ten cases; where that subject is a
single name at its very beginning the rule is safe enough to use.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefings.compose.datewords import MONTHS, Edit
from briefings.facts import Sentence
from briefings.reading.sentences import split_sentences
from briefings.reconcile.nations import COUNTRIES, NATION_OF
from briefings.stories import Article, Name, Story

# class -> the nouns that refer back to a name of that class
CLASSES: dict[str, tuple[str, ...]] = {
    "city": ("city",),
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
_MODIFIER = r"(?:(?!of\b|in\b|and\b)[a-z][\w-]* ){0,2}"
_NOUNS = "|".join(_CLASS_OF)
# what may follow a noun that ends its phrase: "the town was", but not "the town hall"
_AFTER_HEAD = (
    r"(?=[,.;:)]|$|\s(?:is|was|were|are|has|had|have|will|would|could|can|may|in|on|at|and|or|since|for|from|by|to"
    r"|as|after|before|with|which|who|that|when|while|until|during|lies|lay|now|also|but|because|\w+ed)\b)"
)
_DEFINITE = re.compile(rf"\b([Tt]he) {_MODIFIER}({_NOUNS}){_AFTER_HEAD}")
_POINTING = re.compile(
    r"\b(?:it|they|he|she|its|their|his|her|them|him|this|these|those|we|our|us|you|your|i|my|both|there)\b",
    re.IGNORECASE,
)
_FREE_BEFORE = re.compile(r"\b(?:in|of|for|at|by|during|on|to|from) $")
_SUBJECT = re.compile(
    r"^(?:[A-Z][a-z]+ \d{1,2},? |[A-Z][a-z]+ [\w ]{1,20}, )?(It|They|He|She|Its|it|they|he|she|its)\b"
)
_LEAD = re.compile(r"^(?:On|In|By|Since|At|After|Before|During) [^,]{1,40}, (it|they|he|she)\b")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w-]*")
_NO_NAMES = frozenset(("I", *MONTHS))
_KINDS = {
    "it": ("place", "group"),
    "its": ("place", "group"),
    "they": ("group",),
    "he": ("person",),
    "she": ("person",),
}


class Referents:
    """The names of a story, ready to stand for a pronoun or a noun."""

    def __init__(self, story: Story) -> None:
        self._kinds = {form: name for name in story.names for form in name.forms}
        forms = sorted((re.escape(form) for form in self._kinds), key=len, reverse=True)
        self._name = re.compile(rf"\b(?:{'|'.join(forms)})\b") if forms else re.compile(r"(?!)")
        self._sentences: dict[str, Sequence[Sentence]] = {}
        self._focus: dict[tuple[str, str], str | None] = {}
        self._classes = self._find_classes(story.articles)

    def sentences(self, article: Article) -> Sequence[Sentence]:
        """The article's sentences; cut once."""
        if article.key not in self._sentences:
            self._sentences[article.key] = tuple(split_sentences(article.text))
        return self._sentences[article.key]

    def edits(self, article: Article, sentence: Sentence) -> list[Edit]:
        """Replacements that name what the sentence points back to."""
        edits = []
        pronoun = self._pronoun(article, sentence)
        if pronoun:
            edits.append(pronoun)
        for match in _DEFINITE.finditer(sentence.text):
            name = self._of_class(article, _CLASS_OF[match[2]])
            if name and not re.search(rf"\b{re.escape(name)}\b", sentence.text[: match.start()]):
                edits.append(Edit(match.start(), match.end(), name))
                break
        return edits

    def stands_alone(self, text: str) -> bool:
        """Whether the text needs nothing before it: no pronoun and no bare noun comes before the first name."""
        first = self._first_name(text)
        if any(text[m.start() : m.end()] != "US" for m in _POINTING.finditer(text, 0, first)):
            return False
        bare = _DEFINITE.search(text)
        return not (bare and bare.end() < first)

    def names_something(self, text: str) -> bool:
        """Whether the text holds a name at all."""
        return self._first_name(text) < len(text)

    def _first_name(self, text: str) -> int:
        return min((m.start() for m in self._proper(text)), default=len(text))

    def _proper(self, text: str) -> list[re.Match[str]]:
        """Names of the story, and any capitalised word that does not open the text."""
        found = list(self._name.finditer(text))
        found.extend(m for m in _CAPITAL.finditer(text) if m.start() > 0 and m[0] not in _NO_NAMES)
        return found

    def _pronoun(self, article: Article, sentence: Sentence) -> Edit | None:
        match = _LEAD.match(sentence.text) or _SUBJECT.match(sentence.text)
        if not match:
            return None
        before = [s for s in self.sentences(article) if s.end <= sentence.start][-1:]
        if not before:
            return None
        name = self._subject(before[0].text)
        word = match[1].casefold()
        if name is None or name.kind not in _KINDS[word]:
            return None
        form = self._form(before[0].text)
        return Edit(match.start(1), match.end(1), f"{form}'s" if word == "its" else form)

    def _subject(self, text: str) -> Name | None:
        """The name that opens the sentence as its subject: no adjective, no possessive."""
        match = self._name.match(text.removeprefix("The ").removeprefix("But "))
        if not match or (match[0] in NATION_OF and match[0] not in COUNTRIES):
            return None
        rest = text.removeprefix("The ").removeprefix("But ")[match.end() :]
        return None if rest[:1] in ("'", "’", "-") else self._kinds[match[0]]

    def _form(self, text: str) -> str:
        match = self._name.match(text.removeprefix("The ").removeprefix("But "))
        return match[0] if match else ""

    def _find_classes(self, articles: Sequence[Article]) -> dict[str, Counter[str]]:
        """Class noun -> how often the story ties each name to it (``the city of X``, ``X city``)."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for article in articles:
            for match in self._name.finditer(article.text):
                if match[0] in NATION_OF:
                    continue
                before = article.text[max(0, match.start() - 14) : match.start()]
                after = article.text[match.end() : match.end() + 80]
                for noun, name in _CLASS_OF.items():
                    tied = re.search(rf"\b{noun} of $", before) or re.match(
                        rf"(?: \([A-Z]+\)|\")? (?:[a-z]+ )?{noun}\b|,(?: the| a| an) (?:[\w-]+ ){{0,3}}{noun}\b",
                        after,
                    )
                    if tied:
                        found[name][self._kinds[match[0]].canonical] += 1
        return dict(found)

    def _of_class(self, article: Article, wanted: str) -> str | None:
        """The name of that class the article speaks of twice as often as of any other."""
        if (article.key, wanted) not in self._focus:
            self._focus[article.key, wanted] = self._find_focus(article, wanted)
        return self._focus[article.key, wanted]

    def _find_focus(self, article: Article, wanted: str) -> str | None:
        tied = self._classes.get(wanted, Counter())
        uses: Counter[str] = Counter()
        forms: dict[str, Counter[str]] = {}
        for match in self._name.finditer(article.text):
            name = self._kinds[match[0]]
            if name.canonical in tied:
                uses[name.canonical] += 1
                forms.setdefault(name.canonical, Counter())[match[0]] += 1
        for tied_name in uses:
            uses[tied_name] *= min(3, tied[tied_name])
        ranked = sorted(uses.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return min(forms[ranked[0][0]].items(), key=lambda item: (-item[1], item[0]))[0]
