"""One article of a story: outlet and date, title and what was found in it."""

from __future__ import annotations

from textual.content import Content

from briefings.stories import Article
from tui.widgets.drawn_row import DrawnRow
from tui.wording import DATE_NOT_KNOWN, OUTLET_NOT_KNOWN, QUIET, counted, dated, one_line, plain, split_line


class ArticleRow(DrawnRow):
    """Two lines on an article.

    Args:
        article: the article.
    """

    DEFAULT_CSS = """
    ArticleRow { height: 2; margin-bottom: 1; }
    """

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.article = article

    def draw(self, width: int) -> Content:
        """Who printed it and when; its title and how many facts it has."""
        article = self.article
        names = " · ".join(map(one_line, filter(None, (article.outlet or OUTLET_NOT_KNOWN, article.agency))))
        day = dated(article) if article.published else DATE_NOT_KNOWN
        facts = Content.styled(counted(len(article.facts), "fact"), QUIET)
        return Content.assemble(
            split_line(plain(names, "bold"), plain(day), width),
            "\n",
            split_line(plain(article.title or article.source, QUIET), facts, width),
        )
