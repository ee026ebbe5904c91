"""Words that two sentences share by their stems, so that the one can be seen to carry on the other."""

from __future__ import annotations

import re

from quiz_bank.generate.drafts import Draft
from quiz_bank.generate.words import FUNCTION_WORDS, IRREGULAR_PAST, REPORTING

_STEM = 5
_OF_ANY_STORY = frozenset(
    str.split("people other first last week month year hour minute number percent including")
)
_WORD = re.compile(r"[A-Za-z][\w'’\-]*")


def share_a_noun(draft: Draft) -> bool:
    """Whether a word that carries meaning stands in both sentences, by its stem: ``fires`` and ``firemen``."""
    earlier, later = _stems(draft.context), _stems(draft.body)
    return any(one.startswith(other) or other.startswith(one) for one in earlier for other in later)


def _stems(text: str) -> set[str]:
    text = text[:1].lower() + text[1:]
    words = {word for word in _WORD.findall(text) if word == word.lower() and len(word) >= _STEM - 1}
    return {word[:_STEM] for word in words - FUNCTION_WORDS - REPORTING - IRREGULAR_PAST - _OF_ANY_STORY}
