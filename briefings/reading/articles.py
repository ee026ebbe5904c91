"""From the bytes of a file to an article: its own words, its headline, who printed it, when, and how we know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from briefings.errors import BriefingError
from briefings.reading import dating
from briefings.reading.credits import agencies_credited, agencies_in, agency_of_lead, outlet_in
from briefings.reading.feeds import is_feed, read_item
from briefings.reading.furniture import read_page
from briefings.reading.html import WebPage, declared_encoding, is_html, read_html
from briefings.reading.lines import Unit, letters
from briefings.reading.mail import read_mail
from briefings.reading.markdown import split_front_matter, to_plain
from briefings.reading.marks import Reason, own_reason
from briefings.reading.page import Page
from briefings.reading.text import clean, clean_line, decode, mended, without_note_marks
from briefings.stories import Article, DateBasis, content_key

_ENDS_OF_MARKDOWN = (".md", ".markdown", ".mdown")
_ENDS_OF_PAGES = (".html", ".htm", ".xhtml")
_ENDS_OF_FEEDS = (".rss", ".atom", ".xml")
_LINES_BELOW = 6  # lines below a story that may still be its credit
_LONGEST_LEAD = 80  # characters in front of the first dash of a first paragraph
_SHARED_WORDS = 3  # words of the headline that its own address spells at least
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|edited)\b", re.IGNORECASE)
_SHORTEST_ALONE = 5  # words of a text of one line without a sentence
_SIGNING: frozenset[Reason] = frozenset(("byline", "dateline", "credit"))
# "article imageDam gives way": a page's label run into the headline, known by the capital inside a word.
_GLUED_LABEL = re.compile(r"(?:(?:[a-z]+ ){1,3}[a-z]{2,}|image|photo|video|article|caption)(?=[A-Z])")
_OUTLET_AFTER_BAR = re.compile(r"(?P<title>.{12,}?) \| (?P<outlet>[A-Z][\w&'’.-]*(?: [\w&'’.-]+){0,4})")
_ADDRESS = re.compile(r"https?://(?:www\.)?(?P<host>[\w.-]+)(?P<path>/\S*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about an article; it wins over what the article says."""

    outlet: str | None = None
    title: str | None = None
    published: date | None = None


NOTHING_GIVEN = Given()
Lines = list[tuple[str, Reason]]


def read_article(
    raw: bytes,
    source: str,
    given: Given = NOTHING_GIVEN,
    address: str | None = None,
    encoding: str | None = None,
) -> Article:
    """The article in a file's bytes.

    Args:
        raw: plain text, Markdown, a mail, a web page or a feed of one item, page furniture and all.
        source: the file's name or its address; ``.md`` is read as Markdown, what begins as a web page as one.
        given: what the user says about it.
        address: where it was fetched from.
        encoding: the encoding that its server names.

    Raises:
        BriefingError: no text, too large, nothing of an article in it, or a stated date that is none.
    """
    text = without_note_marks(mended(decode(raw, source, encoding or declared_encoding(raw))))
    if is_feed(text) or source.lower().endswith(_ENDS_OF_FEEDS):
        item = read_item(text, source)
        return _read_web_page(item.markup, source, given, item.address or address, item.stated)
    if is_html(text) or source.lower().endswith(_ENDS_OF_PAGES):
        return _read_web_page(text, source, given, address)
    mail = read_mail(clean(text))
    stated, text = split_front_matter(mail.text)
    stated = {**mail.stated, **stated}
    headings: frozenset[str] = frozenset()
    if source.lower().endswith(_ENDS_OF_MARKDOWN):
        plain = to_plain(text)
        text, headings = clean(plain.text), plain.headings
        stated = {"title": plain.title, **stated} if plain.title else stated
    page = read_page(text, stated.get("title") or given.title, headings)
    furniture: Lines = [(line, "navigation") for line in mail.header]
    furniture += [(page.units[index].text, reason) for index, reason in sorted(page.reasons.items())]
    furniture += [(line, "footer") for line in mail.signature]
    return _described(source, page, furniture, stated, given, address)


def _read_web_page(
    markup: str,
    source: str,
    given: Given,
    address: str | None,
    told_beside: Mapping[str, str] = MappingProxyType({}),
) -> Article:
    """The article of a page; ``told_beside``: what is stated about it elsewhere, which wins."""
    web = read_html(markup, address)
    page = read_page(clean(web.text), clean_line(web.title or ""), frozenset(map(clean, web.headings)))
    told = {
        "title": web.title,
        "outlet": web.outlet,
        "agency": ", ".join(agencies_in((web.author or "").replace(";", ","))),
        "published": web.published and web.published.isoformat(),
    }
    stated = {name: value for name, value in {**told, **told_beside}.items() if value}
    return _described(source, page, _left_out(web, page), stated, given, web.address)


def _left_out(web: WebPage, page: Page) -> Lines:
    """The visible lines of a web page that its article does not hold, in order.

    Only those between the headline and the end of the story may date it or say whose it is.
    """
    kept = {letters(unit.text) for unit in page.kept()}
    whole = "\n".join(kept)
    headline = letters(web.title or "")
    shown = [(index, line) for index, text in enumerate(web.lines) if (line := clean(text))]
    lines = [(line, letters(line)) for _, line in shown]
    labelled = {place for place, (index, _) in enumerate(shown) if index in web.labelled}
    own = [index for index, (_, words) in enumerate(lines) if words in kept]
    heads = [
        index for index, (_, words) in enumerate(lines) if words == headline and index < min(own, default=0)
    ]
    near = range(max(heads, default=0), max(own, default=0) + _LINES_BELOW)
    reasons = {letters(page.units[index].text): reason for index, reason in page.reasons.items()}
    return [
        (
            line,
            reasons.get(words)
            or (own_reason(Unit(0, len(line), line, 0)) if index in near and index not in labelled else None)
            or "navigation",
        )
        for index, (line, words) in enumerate(lines)
        if words and words != headline and words not in whole
    ]


def _holds_article(body: list[Unit], page: Page) -> bool:
    if len(page.units) == 1 and body:
        return body[0].prose or len(body[0].words) >= _SHORTEST_ALONE
    return any(unit.prose for unit in body)


def _described(
    source: str, page: Page, furniture: Lines, stated: Mapping[str, str], given: Given, address: str | None
) -> Article:
    body = page.kept()
    if not _holds_article(body, page):
        raise BriefingError(f"{source} holds no article text", "give the story itself, in sentences")
    lead = body[0].text
    title, suffix = _headline(page)
    title = given.title or stated.get("title") or title
    address = address or _own_address(furniture, title)
    named = next(filter(None, (outlet_in(line) for line, _ in furniture)), None)
    outlet = given.outlet or stated.get("outlet") or suffix or named or _host(address)
    agency = stated.get("agency") or _agency(furniture, lead)
    published, basis = _published(source, (given, stated), furniture, lead, address)
    text = "\n\n".join(unit.text for unit in body)
    return Article(
        key=content_key("article", " ".join(text.split())),
        source=source,
        text=text,
        title=clean_line(title) if title else None,
        outlet=clean_line(outlet) if outlet else None,
        agency=clean_line(agency) if agency else None,
        published=published,
        date_basis=basis,
        cut=tuple(line for line, _ in furniture),
    )


def _headline(page: Page) -> tuple[str | None, str | None]:
    """The headline without what the page glued to it, and the outlet that stood behind its last bar."""
    if page.title is None:
        return None, None
    words = _GLUED_LABEL.sub("", page.units[page.title].text, count=1)
    barred = _OUTLET_AFTER_BAR.fullmatch(words)
    return (barred["title"], barred["outlet"]) if barred else (words, None)


def _agency(furniture: Lines, lead: str) -> str | None:
    """The agencies credited for the copy: in front of the first paragraph, in a byline or in a credit."""
    signed = [name for line, reason in furniture if reason in _SIGNING for name in agencies_credited(line)]
    return agency_of_lead(lead) or ", ".join(dict.fromkeys(signed)) or None


def _own_address(furniture: Lines, title: str | None) -> str | None:
    """The first address on the page that is the article's: its path spells words of the headline."""
    headline = _words(title or "")
    for line, _ in furniture:
        for found in _ADDRESS.finditer(line):
            if len(headline & _words(found["path"])) >= min(_SHARED_WORDS, len(headline)) > 0:
                return found[0]
    return None


def _host(address: str | None) -> str | None:
    found = _ADDRESS.match(address or "")
    return found["host"].lower() if found else None


def _published(
    source: str, told: tuple[Given, Mapping[str, str]], furniture: Lines, lead: str, address: str | None
) -> tuple[date | None, DateBasis]:
    """When the article appeared and how that is known, the surest way first."""
    given, stated = told
    if given.published:
        return given.published, "given"
    if "published" in stated:
        return _stated_date(source, stated["published"]), "stated"
    stamps = [line for line, reason in furniture if reason == "dateline"]
    lines = [
        *(line for line in stamps if not _UPDATED.match(line)),
        *stamps,
        lead[: lead.find(" - ", 0, _LONGEST_LEAD) + 1],
    ]
    written = next(filter(None, map(dating.find_date, lines)), None)
    if written:
        return written, "stated"
    in_address = dating.date_in_address(address or "")
    return in_address, "url" if in_address else "unknown"


def _stated_date(source: str, written: str) -> date:
    try:
        return dating.parse_given(written)
    except BriefingError as error:
        raise BriefingError(f"{source}: {error.message}", error.hint) from error


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold()))
