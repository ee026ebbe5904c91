"""One spelling for each name: the sources' ``Orla``, ``Urla`` and ``al-Orla`` are one town, and a reader sees one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefings.extract.nations import NATION_OF
from briefings.fold import fold
from briefings.reconcile.bodies import BODY_OF
from briefings.stories import Name

LONGEST_INITIALS = 5  # letters: a longer form in capitals is of a place of filing or a headline
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")


class Spellings:
    """The forms of a story's names that a briefing tells by another one.

    Forms are changed where they differ in spelling alone (their folds are equal), or are short forms of one widely
    known body; what stands in quotation marks stays as it was said.

    Args:
        names: the story's names.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._one: dict[str, str] = {}
        for name in names:
            for form in name.forms:
                chosen = _chosen(form, name)
                if form != chosen:
                    self._one[form] = chosen
        # a longer form first; what is chosen stands for itself where another form is a part of it
        forms = sorted({*self._one, *self._one.values()}, key=lambda form: (-len(form), form))
        self._forms = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?!\w)") if forms else None

    def apply(self, text: str) -> str:
        """The text with one form for each name."""
        if self._forms is None:
            return text
        pieces = _QUOTED.split(text)
        pieces[::2] = [self._forms.sub(self._instead, piece) for piece in pieces[::2]]
        return "".join(pieces)

    def _instead(self, found: re.Match[str]) -> str:
        return self._one.get(found[0], found[0])


def _chosen(form: str, name: Name) -> str:
    """The form a briefing tells the name by instead of this one: the most used of those spelled like it."""
    if form in NATION_OF:
        return form
    if form in BODY_OF:
        alike = [other for other in name.forms if BODY_OF.get(other) == BODY_OF[form]]
        alike = [other for other in alike if other.isupper() == form.isupper()]
    else:
        alike = [other for other in name.forms if fold(other) == fold(form) and other not in NATION_OF]
    if len(form) > LONGEST_INITIALS:
        alike = [other for other in alike if not other.isupper()] or alike
    best = alike[0] if alike else form
    small = best[:1].lower() + best[1:]
    return small if best.startswith(("Al-", "El-")) and small in name.forms else best
