"""How a place can be spelled: its recorded forms, and how near a typed word is to one (rules 16 to 18)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import ARTICLES, fold, squash, without_articles, words_of
from quiz_bank.grading.known_names import is_country, known, nearest_known, other_names
from quiz_bank.grading.scripts import latin
from quiz_bank.grading.statements import HARMLESS
from quiz_bank.grading.typos import edits, slip
from quiz_bank.keys import Key

DIRECTIONS = word_set("""
    north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central upper lower""")
# What a place can be: words of one row do not contradict each other.
_TYPES: tuple[str, ...] = (
    "city town village municipality capital settlement metropolis hamlet community locality stronghold",
    "province governorate region state oblast county prefecture department muhafazah wilayat territory area",
    "district subdistrict canton",
    "country nation republic kingdom",
    "river stream wadi",
    "valley basin",
    "mountain mountains mount hill hills range peak",
    "lake sea gulf bay ocean strait reservoir",
    "island islands peninsula",
    "desert plain plateau",
    "border crossing checkpoint frontier",
    "airport airbase airfield base",
    "dam bridge canal tunnel",
    "camp prison jail",
    "neighbourhood neighborhood quarter suburb",
    "port harbour harbor",
    "church mosque cathedral temple",
    "hospital university school",
    "street road square highway",
    "oilfield refinery field",
)
TYPE_OF: dict[str, int] = {word: number for number, row in enumerate(_TYPES) for word in row.split()}
_POINTS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_RANKS = {"none": 3, "fold": 2, "slip": 1, "near": 0}


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """One spelling of a place.

    Attributes:
        squashed: as one word, without articles.
        folded: its transliteration fold.
        words: its words without articles.
        has_article: one was left out, so that any article glued to it is fine.
        exact: an abbreviation or another name of a country: no slips.
        country: a country's name, which never joins by the fold.
        core: its words but those that tell what it is (``Mount``, ``Port``), as one word.
        directions: the points of the compass in it: never mistyped, for south is not north.
    """

    squashed: str
    folded: str
    words: tuple[str, ...]
    has_article: bool = False
    exact: bool = False
    country: bool = False
    core: str = ""
    directions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Span:
    """Where a name stands among typed words; ``how``: none (as recorded), fold, slip or near."""

    start: int
    end: int
    how: str
    form: PlaceForm


@lru_cache(maxsize=2048)
def _point(word: str) -> str | None:
    """The point of the compass a word names, as a noun, slips forgiven; None for another word."""
    if word in DIRECTIONS:
        return word.removesuffix("ern")
    return next((point for point in ("north", "south", "east", "west") if slip(word, point) == "slip"), None)


def _points_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(point for word in words if (point := _point(word)) is not None)


@lru_cache(maxsize=2048)
def forms_of(names: tuple[str, ...]) -> tuple[PlaceForm, ...]:
    """The spellings of a place, recorded ones first, then every other name of a known country or capital."""
    forms: list[PlaceForm] = []
    for name in names:
        text = latin(clean(name))
        words = words_of(text)
        bare = without_articles(words)
        squashed = "".join(bare)
        if not squashed:
            continue
        form = PlaceForm(
            squashed=squashed,
            folded=fold(text),
            words=tuple(bare),
            has_article=len(bare) < len(words),
            exact=name.replace(".", "").isupper() and len(squashed) <= 5,
            country=is_country(squashed),
            core="".join(word for word in bare if word not in TYPE_OF) or squashed,
            directions=_points_of(bare),
        )
        others = (other for other in other_names(squashed) if other != squashed)
        forms += [
            form,
            *(PlaceForm(other, fold(other), (other,), exact=True, country=True) for other in others),
        ]
    return tuple(forms)


class PlaceNames:
    """The names of one key's place, of what holds it and of what it is not."""

    def __init__(self, key: Key, names: tuple[str, ...]) -> None:
        self.forms = forms_of(names)
        parts = [part for part in (*key.within.split(","), key.within) if part.strip()]
        self.within = [squash(clean(part)) for part in parts]
        self.others = {squash(clean(name)): name for name in key.others}

    def words(self, text: str) -> list[str]:
        """The words of a cleaned answer without articles; ``S.`` is south where the name has a direction."""
        words = without_articles(words_of(latin(text)))
        if any(form.directions for form in self.forms):
            words = [_POINTS.get(word, word) for word in words]
            words = [
                f"{word}ern" if self.in_name(f"{word}ern") and not self.in_name(word) else word
                for word in words
            ]
        return words

    def own(self, squashed: str) -> bool:
        """Whether it is a recorded name."""
        return any(squashed == form.squashed for form in self.forms)

    def in_name(self, word: str) -> bool:
        """Whether it is a word of a recorded name."""
        return any(word in form.words for form in self.forms)

    def is_core(self, squashed: str) -> bool:
        """Whether it is all of a recorded name but the word for what it is: Sinjar of Mount Sinjar."""
        return any(form.core == squashed and form.core != form.squashed for form in self.forms)

    def is_other_known(self, squashed: str) -> bool:
        """Whether it is exactly a country, capital or large city that is not this place (rule 18)."""
        meant = known(squashed)
        return meant is not None and not any(known(form.squashed) == meant for form in self.forms)

    def find(self, words: list[str], foreign: bool) -> Span | None:
        """The best spelled span of the words that is the name; None where there is none.

        ``foreign``: typed in another script, so that the fold joins names of any length.
        """
        found: Span | None = None
        points = _points_of(words)
        for span in self._spans(words):
            how = spelled(" ".join(words[span.start : span.end]), span.form, foreign)
            if how == "far" or (found is not None and _RANKS[how] <= _RANKS[found.how]):
                continue
            if how != "none":
                if span.form.directions and span.form.directions != points:
                    continue
                if all(word in HARMLESS for word in words[span.start : span.end]):
                    continue
            found = Span(span.start, span.end, how, span.form)
        return found

    def _spans(self, words: list[str]) -> Iterator[Span]:
        for form in self.forms:
            for length in range(1, min(len(words), len(form.words) + 1) + 1):
                for start in range(len(words) - length + 1):
                    yield Span(start, start + length, "", form)

    def is_nearer_another(self, typed: str, span: Span) -> bool:
        """Rule 18: a misspelling that is, or is as near to, another known name."""
        if self.own(typed):
            return False
        if typed in self.within or typed in self.others or self.is_other_known(typed):
            return True
        if span.how == "fold":
            return False
        distance = edits(typed, span.form.squashed)
        if any(edits(typed, other, distance) <= distance for other in self.others if not self.own(other)):
            return True
        mine = {known(form.squashed) for form in self.forms}
        return bool(nearest_known(typed, distance) - {name for name in mine if name})

    def has_all(self, words: list[str]) -> bool:
        """Whether the words are those of a name in another order."""
        return any(len(form.words) > 1 and sorted(words) == sorted(form.words) for form in self.forms)

    def has_half(self, words: list[str]) -> bool:
        """Whether the words are half or more of a name of several words, and nothing else (rule 20)."""
        for form in self.forms:
            if len(form.words) < 2 or form.exact or not words:
                continue
            hits = [word for word in form.words if any(_alike(typed, word) for typed in words)]
            strangers = [typed for typed in words if not any(_alike(typed, word) for word in form.words)]
            named = any(word not in TYPE_OF for word in hits)
            if named and not strangers and 2 * len(hits) >= len(form.words):
                return True
        return False


def spelled(words: str, form: PlaceForm, foreign: bool = False) -> str:
    """How typed words, without articles, spell a name: none (as recorded), fold, slip, near or far."""
    typed = words.replace(" ", "")
    if typed == form.squashed:
        return "none"
    if form.has_article and typed.endswith(form.squashed) and typed[: -len(form.squashed)] in ARTICLES:
        return "none"
    joins = foreign or (not form.country and len(form.squashed) > 4)
    if joins and len(typed) > 2 and fold(words) == form.folded:
        return "fold"
    if form.exact or abs(len(typed) - len(form.squashed)) > 3:
        return "far"
    if form.core not in (form.squashed, ""):
        kinds = [word for word in form.words if word in TYPE_OF]
        rest = [
            word for word in words.split() if all(slip(word, kind) not in ("none", "slip") for kind in kinds)
        ]
        if len(rest) < len(words.split()):
            how = slip("".join(rest), form.core)
            return "slip" if how == "none" else how
    return slip(typed, form.squashed)


def _alike(typed: str, word: str) -> bool:
    return typed == word or slip(typed, word) == "slip" or (len(word) > 3 and fold(typed) == fold(word))
