"""The briefing as one HTML page: no scripts, nothing fetched, every mark a link to the sentence it rests on.

The page reads well without its style sheet: headings, lists and links carry all there is to know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import count
from urllib.parse import urlsplit

from briefings.compose.briefing import Briefing, Line, Mark, Section
from briefings.compose.labels import entry
from briefings.compose.layout import groups, suffix
from briefings.compose.plain import full_stop, harmless, heading, printable
from briefings.facts import Fact
from briefings.stories import Article, Story

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --soft: #595959; --rule: #d5d5cf;
  --link: #0b5394; --shade: #fff0b8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e3; --paper: #171817; --soft: #a8a8a3; --rule: #3a3b39; --link: #8ab8ea; --shade: #57480c; }
}
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin-bottom: .2rem; }
h2 { font: 600 .85rem/1.4 system-ui, sans-serif; letter-spacing: .06em; text-transform: uppercase;
  margin: 1.8rem 0 .4rem; border-top: 1px solid var(--rule); padding-top: .6rem; }
h3 { font-size: 1rem; font-weight: 600; margin: .9rem 0 .2rem; color: var(--soft); }
ul, ol { margin: 0; padding-left: 1.3rem; }
li { margin: .25rem 0; }
a { color: var(--link); }
.marks, .standing, .back { font: .8rem system-ui, sans-serif; color: var(--soft); }
blockquote { display: inline; margin: 0; }
mark { color: inherit; background: var(--shade); }
:target { outline: 2px solid var(--link); outline-offset: .2rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #333; --rule: #999; --link: #000; --shade: #eee; }
  body { max-width: none; margin: 0; font-size: 10.5pt; }
  a { text-decoration: none; }
  h2, h3 { break-after: avoid; }
  li { break-inside: avoid; }
  .back { display: none; }
}
"""
# nothing may be loaded or run, whatever a text smuggles in
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(briefing: Briefing, story: Story) -> str:
    """The whole page; ends with a newline.

    Args:
        briefing: what to print.
        story: the story it was composed from; its sentences are printed at the end of the page.
    """
    cited = _Cited(briefing)
    title = escape(heading(briefing))
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>",
        *(part for section in briefing.sections for part in _section(section, briefing, cited)),
        *_sentences(briefing, story, cited),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


class _Cited:
    """The numbers of the lines that rest on sentences and of those sentences: what links lead to."""

    def __init__(self, briefing: Briefing) -> None:
        numbers = count(1)
        self.line: dict[int, int] = {}
        self.sentence: dict[Mark, int] = {}
        self.lines_of: defaultdict[Mark, list[Line]] = defaultdict(list)
        for line in (line for section in briefing.sections for line in section.lines):
            self.line[id(line)] = next(numbers)
            for mark in line.sources:
                self.sentence.setdefault(mark, len(self.sentence) + 1)
                self.lines_of[mark].append(line)


def _section(section: Section, briefing: Briefing, cited: _Cited) -> Iterator[str]:
    if section.name == "sources":
        return
    name = section.name.replace(",", "").replace(" ", "-")
    yield f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape(section.name.capitalize())}</h2>'
    for standing, lines in groups(section):
        if standing:
            yield f"<h3>{escape(printable(standing).capitalize())}</h3>"
        yield "<ul>"
        yield from (_line(line, section, briefing, cited) for line in lines)
        yield "</ul>"
    yield "</section>"


def _line(line: Line, section: Section, briefing: Briefing, cited: _Cited) -> str:
    standing = printable(suffix(section, line))
    said = f' <span class="standing">({escape(standing)})</span>' if standing else ""
    links = "/".join(
        f'<a href="#s{cited.sentence[mark]}">{escape(printable(label))}</a>'
        for mark, label in _labelled(line.sources, briefing)
    )
    marks = f' <span class="marks">[{links}]</span>' if links else ""
    text = f"{escape(printable(line.text))}{said}{full_stop(line, section)}"
    return f'<li id="l{cited.line[id(line)]}">{text}{marks}</li>'


def _labelled(marks: Iterable[Mark], briefing: Briefing) -> Iterator[tuple[Mark, str]]:
    for mark in marks:
        yield mark, briefing.source_labels.get(mark.article_key, "?")


def _sentences(briefing: Briefing, story: Story, cited: _Cited) -> Iterator[str]:
    """Every cited sentence under its article, in the articles' order."""
    if not cited.sentence:
        return
    yield '<section aria-labelledby="sources">\n<h2 id="sources">Sources</h2>'
    values = _values(story, cited)
    for article in story.articles:
        marks = sorted(
            (mark for mark in cited.sentence if mark.article_key == article.key), key=lambda m: m.start
        )
        if marks:
            label = briefing.source_labels.get(article.key, "?")
            yield f"<h3>{_described(article, label)}</h3>\n<ul>"
            yield from (_sentence(mark, article, values[mark], cited) for mark in marks)
            yield "</ul>"
    yield "</section>"


def _described(article: Article, label: str) -> str:
    """The article in words; linked only where it was read from the web."""
    text = escape(printable(entry(article, label)))
    address = harmless(article.source).strip()
    try:
        web = urlsplit(address).scheme in ("http", "https")
    except ValueError:
        web = False
    return f'<a href="{escape(address)}" rel="noreferrer noopener">{text}</a>' if web else text


def _values(story: Story, cited: _Cited) -> dict[Mark, list[Fact]]:
    """The facts in each cited sentence that its lines tell; of lines without claims, what they explain."""
    claims = {claim.key: claim for claim in story.claims}
    articles = {article.key: article for article in story.articles}
    found: dict[Mark, list[Fact]] = {}
    for mark, lines in cited.lines_of.items():
        told = [m.fact for line in lines for key in line.claims for m in claims[key].mentions
                if m.article == mark.article_key]  # fmt: skip
        if any(not line.claims for line in lines):
            told += [fact for fact in articles[mark.article_key].facts if fact.kind == "alias"]
        found[mark] = [f for f in told if f.kind != "event" and mark.start <= f.start and f.end <= mark.end]
    return found


def _sentence(mark: Mark, article: Article, facts: Sequence[Fact], cited: _Cited) -> str:
    parts, at = [], mark.start
    for fact in sorted(facts, key=lambda fact: (fact.start, -fact.end)):
        if fact.start >= at:
            parts.append(escape(harmless(article.text[at : fact.start])))
            parts.append(f"<mark>{escape(harmless(article.text[fact.start : fact.end]))}</mark>")
            at = fact.end
    parts.append(escape(harmless(article.text[at : mark.end])))
    back = " ".join(
        f'<a href="#l{cited.line[id(line)]}" aria-label="back to the line">↑</a>'
        for line in cited.lines_of[mark]
    )
    text = "".join(parts)
    return f'<li id="s{cited.sentence[mark]}"><blockquote>{text}</blockquote> <span class="back">{back}</span></li>'
