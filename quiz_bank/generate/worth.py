"""How much a question is worth: 2 where a briefing would print the fact, 1 for background."""

from __future__ import annotations

from quiz_bank.generate.drafts import Frame

# What instructors ask a newcomer for first; from the worth judged by hand on sample stories.
_BY_TEMPLATE = {
    "pair-distance": 1.6,
    "in-place": 1.5,
    "superlative": 1.5,
    "which-place": 1.6,
    "when": 1.4,
    "role": 1.2,
    "deed": 1.1,
    "named-year": 1.0,
    "age": 1.0,
    "acronym": 1.0,
    "cloze": 1.2,
    "name-gap": 1.0,
    "map-distance": 1.5,
    "between": 1.4,
}
_BY_KIND = {"population": 0.2, "share": 0.2, "area": 0.1, "money": 0.1, "distance": 0.1, "count": -0.2}
_ORIGIN_BONUS = 0.1
_LEAD_BONUS = 0.2
_FEW = 10  # a count below it is seldom what a newcomer needs first
_FEW_MALUS = -0.3
_CONTEXT_MALUS = -0.3


def worth(frame: Frame, template: str, context: str = "") -> float:
    """Between 1.0 and 2.0: by shape and kind, more for what several origins print or a text puts first.

    Less for a handful, and for a question that needs a sentence shown before it.
    """
    score = _BY_TEMPLATE.get(template, 1.0) + _BY_KIND.get(frame.fact.kind, 0.0)
    value = frame.fact.value
    if frame.fact.kind in ("count", "population") and isinstance(value, (int, float)) and value < _FEW:
        score += _FEW_MALUS
    if context:
        score += _CONTEXT_MALUS
    score += _ORIGIN_BONUS * min(len(frame.claim.origins) - 1, 3)
    if frame.fact.start * 3 < len(frame.article.text):
        score += _LEAD_BONUS
    return round(min(2.0, max(1.0, score)), 2)
