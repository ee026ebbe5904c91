"""Short marks for the sources of a story, and the words for what a claim rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefings.compose.datewords import in_words
from briefings.stories import Article, Claim, Story

# words that open a speaker and are no names
_NO_NAMES = frozenset(
    str.split(
        """
        a an the some local police officials authorities witnesses residents doctors prosecutors investigators
        firefighters experts analysts rescuers unions ministers hospitals state government organisers organizers
        """
    )
)
LONGEST_LABEL = 16  # characters; a longer outlet, and one of several words, is marked by its initials


def source_labels(story: Story) -> dict[str, str]:
    """Article key -> the mark a line carries: agency, outlet, its initials, or a letter; all different.

    An agency marks the one article that carries its text; two that carry it are marked by their outlets.
    """
    carried = Counter(story.origins.get(article.key) for article in story.articles)
    wanted = {}
    for place, article in enumerate(story.articles):
        origin = story.origins.get(article.key)
        alone = origin == article.agency and carried[origin] == 1
        wanted[article.key] = origin if alone and origin else _short(article, place)
    uses = Counter(wanted.values())
    labels: dict[str, str] = {}
    met: Counter[str] = Counter()
    for key, label in wanted.items():
        met[label] += 1
        labels[key] = label if uses[label] == 1 else f"{label}-{met[label]}"
    return labels


def _short(article: Article, place: int) -> str:
    if not article.outlet:
        return _letter(place)
    outlet = " ".join(article.outlet.split()).removeprefix("The ")
    if 0 < len(outlet) <= LONGEST_LABEL and " " not in outlet:
        return outlet
    initials = "".join(word[0] for word in outlet.split() if word[:1].isupper())
    return initials if len(initials) > 1 else outlet[:LONGEST_LABEL].strip() or _letter(place)


def _letter(place: int) -> str:
    """A to Z, then A1, B1, ..."""
    return chr(ord("A") + place % 26) + (str(place // 26) if place >= 26 else "")


def describe(article: Article) -> str:
    """One entry of the list of sources: outlet, agency, day, headline."""
    who = article.label
    if article.agency and article.outlet:
        who = f"{article.outlet}, crediting {article.agency}"
    parts = [who, in_words(str(article.published)) if article.published else "no date known"]
    if article.title:
        parts.append(f"“{' '.join(article.title.split())}”")
    return ", ".join(parts)


def entry(article: Article, label: str) -> str:
    """``describe`` after the mark that stands for the article, unless it opens with that mark."""
    told = describe(article)
    return told if told.startswith(f"{label},") else f"{label}: {told}"


def standing_words(claim: Claim) -> str:
    """What the claim rests on, in the only four ways that counting allows."""
    if claim.standing == "confirmed":
        return f"confirmed by {len(claim.origins)} independent origins"
    if claim.standing == "claimed":
        return f"claimed by {_speaker(str(claim.claimant))}"
    return claim.standing


def _speaker(claimant: str) -> str:
    """The speaker as inside a sentence: ``police`` for ``Police``, and without a ``there`` that points back."""
    first, _, rest = claimant.removesuffix(" there").partition(" ")
    small = first.casefold() in _NO_NAMES and rest == rest.casefold()
    return f"{first.casefold() if small else first} {rest}".strip()


def listed(words: Iterable[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    items = list(words)
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""
