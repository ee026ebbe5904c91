"""What goes to the clipboard: the words, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.compose.plain import sentence
from briefings.facts import Fact
from briefings.stories import Article
from tui.fact_words import fact_value
from tui.passages import Passage
from tui.wording import long_date, one_line, printed_by

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.compose.briefing import Briefing, Line, Section
    from briefings.store.search import Passage as Found


def copied_fact(article: Article, fact: Fact) -> str:
    """``about 85 km: Port Velo to Tessaly ("… the sentence …", Velo Courier, 4 March 2019)``."""
    what = f": {one_line(fact.what)}" if fact.what else ""
    return f"{fact_value(fact)}{what} (“{one_line(fact.sentence.text)}”, {_cited(article)})"


def copied_line(line: Line, section: Section, briefing: Briefing, passages: Iterable[Passage]) -> str:
    """A line of a briefing as it is printed, then each of its sources in full."""
    return copied_words(sentence(line, section, briefing), passages)


def copied_words(words: str, passages: Iterable[Passage]) -> str:
    """Words, and the articles of the passages they rest on, each once."""
    cited = dict.fromkeys(_cited(passage.article) for passage in passages)
    return f"{one_line(words)} — {'; '.join(cited)}" if cited else one_line(words)


def copied_found(passage: Found) -> str:
    """A sentence that a search found, and its article."""
    cited = f"{one_line(passage.label)}, {long_date(passage.published)}"
    return f"“{one_line(passage.sentence.text)}” ({cited})"


def _cited(article: Article) -> str:
    return f"{printed_by(article)}, {long_date(article.published)}"
