"""The native bank: TOML, read table by table, every fault told by line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any

from briefings.compose.datewords import in_words
from briefings.errors import BriefingError
from briefings.reading.text import decode
from briefings.stories import Article
from quiz_bank.formats.answers import key_of
from quiz_bank.formats.bank import TEMPLATE, Bank, Entry, bank_question_id, claim_of
from quiz_bank.formats.bank_sources import Nearest, Sources, is_address, unseen
from quiz_bank.formats.blocks import Block, split_blocks
from quiz_bank.formats.faults import Fault, listed, near
from quiz_bank.formats.fields import BANK, LONGEST_ANSWER, LONGEST_TEXT
from quiz_bank.formats.items import Item, read_item
from quiz_bank.formats.lines import one_line, slug_of
from quiz_bank.formats.shape import HIDDEN, LONGEST_ASK, check_renaming, check_shape
from quiz_bank.formats.statements import statements
from quiz_bank.formats.toml_faults import finding
from quiz_bank.keys import Key
from quiz_bank.questions import Question
from quiz_bank.questions import Source as Cited

LARGEST = 4_000_000  # characters of a bank; two thousand questions have about 600,000
_MOST_BAD = 100  # lines with invisible characters that are told one by one
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_TABLES = ("bank", "question")


Articles = Callable[[str], Iterable[Article]]


def nothing_known(story: str) -> Iterable[Article]:
    """No articles of any story: sources and quotes are then taken as they are."""
    return ()


def read_bank(text: str, path: str = "", articles: Articles = nothing_known) -> Bank:
    """Reads a bank; never raises for any text.

    Args:
        text: the file's text.
        path: how faults name the file; its name is the bank's where it gives none.
        articles: finds those of the story that the bank names; quotes are looked up in them.
    """
    return _Reading(text, path or "bank.toml", articles).bank()


def read_bank_file(path: Path, articles: Articles = nothing_known) -> Bank:
    """Reads a bank from a file.

    Raises:
        BriefingError: the file cannot be read.
    """
    text, faults = bank_text(path)
    bank = read_bank(text, str(path), articles)
    return replace(bank, faults=listed((*faults, *bank.faults)))


def bank_text(path: Path) -> tuple[str, list[Fault]]:
    """A file's text, decoded as well as can be, and what is wrong with its encoding.

    Raises:
        BriefingError: the file cannot be read, or is no text.
    """
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise BriefingError(f"{path}: {problem.strerror}", "check the name and its permissions") from problem
    if raw.startswith(b"\xef\xbb\xbf"):
        told = "the file begins with a byte order mark"
        return raw[3:].decode("utf-8", "replace"), [
            Fault(str(path), 1, 1, "B036", told, "save it as plain UTF-8")
        ]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as problem:
        before = raw[: problem.start].decode("utf-8", "replace")
    text = decode(raw, str(path), remedy="a bank is a text file that ends in .toml")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    shown = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
    told = "the file is not UTF-8"
    return text, [Fault(str(path), line, column, "B036", told, "save it as UTF-8", 1, shown.rstrip("\r"))]


class _Reading:
    """One reading of one text."""

    def __init__(self, text: str, path: str, articles: Articles) -> None:
        self.path = path
        self.articles = articles
        self.sources = Sources()
        self.faults: list[Fault] = []
        self.text = self._usable(text)
        self.lines = tuple(self.text.split("\n"))

    def bank(self) -> Bank:
        blocks = split_blocks(self.text)
        self._check_before(blocks[0])
        heads = [block for block in blocks[1:] if self._meant(block) == "bank"]
        asked = [block for block in blocks[1:] if self._meant(block) == "question"]
        self._check_tables(blocks[1:], heads, asked)
        bank = self._head(heads[0]) if heads else self._named({})
        if not bank.story.startswith(f"{TEMPLATE}:"):
            self.sources = Sources(self.articles(bank.story))
        items = [self._item(block) for block in asked]
        self._check_ids(items)
        entries = [entry for item in items if (entry := self._entry(item, bank)) is not None]
        for item in items:
            self.faults.extend(item.faults)
        return replace(bank, entries=tuple(entries), faults=listed(self.faults), asked=len(asked))

    def _usable(self, text: str) -> str:
        """The text with plain line ends and without what hides; characters keep their places."""
        if len(text) > LARGEST:
            told = f"the bank has {len(text):,} characters; {LARGEST:,} are the most"
            self.faults.append(Fault(self.path, 1, 1, "B037", told, "split it into several files"))
            return ""
        text = text.replace("\r\n", "\n")
        if not HIDDEN.search(text):
            return text
        lines_told = 0
        for number, line in enumerate(text.split("\n"), 1):
            match = HIDDEN.search(line)
            if match is not None and lines_told < _MOST_BAD:
                lines_told += 1
                code = f"U+{ord(match[0]):04X}"
                shown = HIDDEN.sub("\ufffd", line)
                at = match.start() + 1
                message = f"an invisible character ({code}) stands here"
                self.faults.append(Fault(self.path, number, at, "B035", message, "delete it", 1, shown))
        return HIDDEN.sub(" ", text)

    def _meant(self, block: Block) -> str:
        """Which table a header means, right or nearly right; empty for another."""
        if block.name in _TABLES:
            return block.name
        return next((name for name in _TABLES if near(block.name, (name,))), "")

    def _check_before(self, block: Block) -> None:
        for statement in statements(block):
            if statement.key:
                told = f'"{statement.key}" stands before the first table'
                hint = "write [bank] or [[question]] above it"
                self._blame("B011", told, statement.line, statement.key_column, hint, len(statement.key))
            elif (found := finding(statement)) is not None:
                self._blame(
                    found.code, found.message, statement.line, found.offset + 1, found.hint, found.length
                )

    def _blame(
        self, code: str, message: str, line: int, column: int, hint: str = "", length: int = 1
    ) -> None:
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        self.faults.append(Fault(self.path, line, column, code, message, hint, length, source))

    def _check_tables(self, blocks: list[Block], heads: list[Block], asked: list[Block]) -> None:
        for block in blocks:
            right = {"bank": "[bank]", "question": "[[question]]"}.get(self._meant(block), "")
            shown = self.lines[block.line - 1]
            at = len(shown) - len(shown.lstrip()) + 1
            length = len(shown.strip())
            if not right:
                told = f"unknown table [{one_line(block.name, 60)}]"
                self._blame("B010", told, block.line, at, "tables here: [bank], [[question]]", length)
            elif not block.closed or block.name not in _TABLES or block.double != (right == "[[question]]"):
                self._blame("B010", f"this table is written {right}", block.line, at, length=length)
            if block.rest:
                told = "a table's name stands alone on its line"
                column = shown.rindex(block.rest) + 1
                self._blame(
                    "B016", told, block.line, column, "move this to the next line", len(block.rest.rstrip())
                )
        for block in heads[1:]:
            told = f"a bank has one [bank] table, and it stands at {heads[0].line}:1"
            self._blame("B039", told, block.line, 1, "put these keys there", len(self.lines[block.line - 1]))
        if not heads and self.text.strip():
            self._blame("B039", "there is no [bank] table", 1, 1, 'begin with  [bank]  and  title = "..."')
        if not asked and not self.faults:
            self._blame("B039", "the bank has no [[question]]", 1, 1, "briefing bank new prints a skeleton")

    def _head(self, block: Block) -> Bank:
        item = read_item(self.path, block, self.lines)
        self._check_day(item)
        check_shape(item, BANK)
        if "title" not in item.data and "title" not in item.broken:
            item.blame("B013", "title is missing", hint=f"write  {BANK['title'].example}", at="header")
        language = item.value("language")
        if isinstance(language, str) and not _LANGUAGE.fullmatch(language):
            item.blame("B012", f'"{one_line(language, 40)}" is no language code', "language", 'such as "en"')
        for key in ("id", "story"):
            self._check_slug(item, key)
        self.faults.extend(item.faults)
        return self._named({key: item.value(key) for key in BANK})

    def _check_day(self, item: Item) -> None:
        """A day in quotes is a day; anything else that is none is blamed as a date."""
        day = item.data.get("as_of")
        if isinstance(day, str):
            try:
                item.data["as_of"] = date.fromisoformat(day.strip())
            except ValueError:
                item.blame(
                    "B021", f'as_of "{one_line(day, 40)}" is not a day', "as_of", "write  as_of = 2017-11-03"
                )
        elif day is not None and (not isinstance(day, date) or isinstance(day, bool)):
            item.blame("B021", "as_of is not a day", "as_of", "write  as_of = 2017-11-03")
        if "as_of" in item.broken:
            item.data.pop("as_of", None)

    def _check_slug(self, item: Item, key: str) -> None:
        name = item.value(key)
        if isinstance(name, str) and slug_of(name) != name:
            told = f'{key} "{one_line(name, 60)}" is no name for commands'
            item.blame("B033", told, key, f'write "{slug_of(name) or "varn-floods"}"')

    def _named(self, head: dict[str, Any]) -> Bank:
        stem = PurePath(self.path.replace("\\", "/")).stem
        slug = head.get("id") or slug_of(stem) or TEMPLATE
        title = one_line(head.get("title") or "") or slug
        day = head.get("as_of")
        return Bank(
            slug=slug,
            title=title,
            story=head.get("story") or f"{TEMPLATE}:{slug}",
            as_of=day.date() if isinstance(day, datetime) else day,
            author=one_line(head.get("author") or ""),
            language=head.get("language") or "",
        )

    def _item(self, block: Block) -> Item:
        item = read_item(self.path, block, self.lines)
        check_shape(item)
        return item

    def _check_ids(self, items: list[Item]) -> None:
        """One id, one question; an id that was given up is nobody else's."""
        first: dict[str, Item] = {}
        for item in items:
            name = item.value("id")
            if not isinstance(name, str):
                continue
            if name in first:
                line, column = first[name].line_of("id")
                told = f'id "{name}" is already used at {line}:{column}'
                item.blame("B009", told, "id", "ids keep learners' progress: pick a new one")
            first.setdefault(name, item)
        renamed: dict[str, Item] = {}
        for item in items:
            for old in check_renaming(item):
                taken = first.get(old) or renamed.get(old)
                if taken is not None:
                    line = taken.block.line
                    item.blame("B034", f'was "{old}": the question at line {line} has that id', "was")
                renamed.setdefault(old, item)

    def _entry(self, item: Item, bank: Bank) -> Entry | None:
        name = item.value("id")
        was = check_renaming(item)
        first = was[0] if was else str(name)
        seed = bank_question_id(bank.slug, first)
        key = key_of(item, seed)
        cited = self._cited(item)
        if key is None or item.faults or self._is_misnamed(item.block):
            return None
        chosen = key.kind == "choice" and isinstance(key.value, str)
        wrong = tuple(one_line(text, LONGEST_ANSWER) for text in item.data.get("wrong", ()))
        question = Question(
            id=seed,
            story=bank.story,
            ask=_asked(item, key),
            header=f"as of {in_words(bank.as_of)}" if bank.as_of else bank.title,
            key=key,
            claim=claim_of(bank.slug, first),
            template=TEMPLATE,
            sources=cited,
            mode="choice" if chosen else "type",
            options=key.options if chosen else (),
            right=key.value if chosen else "",
            why=one_line(item.data.get("why", ""), LONGEST_TEXT),
        )
        tags = tuple(one_line(tag) for tag in item.data.get("tags", ()))
        return Entry(
            str(name), item.block.line, one_line(item.data["ask"], LONGEST_ASK), question, wrong, tags
        )

    def _is_misnamed(self, block: Block) -> bool:
        return block.name != "question" or not block.double or not block.closed or bool(block.rest)

    def _cited(self, item: Item) -> tuple[Cited, ...]:
        """The source of a question, its quote found in it."""
        source, quote = item.value("source"), item.value("quote")
        if quote is not None and source is None and not {"source"} & item.broken:
            item.blame(
                "B031", "a quote needs its source", "quote", 'write  source = "..."  beside it', at="key"
            )
            return ()
        if not isinstance(source, str):
            return ()
        source = one_line(source)
        words = quote if isinstance(quote, str) else ""
        if not self.sources or is_address(source):
            return (unseen(source, one_line(words, LONGEST_TEXT)),)
        if not self.sources.named(source):
            known = near(source, self.sources.names())
            hint = known or f"known: {', '.join(self.sources.names()[:6])}"
            item.blame("B029", f'source "{source[:60]}" is not among the story\'s articles', "source", hint)
            return ()
        if not words:
            return (unseen(source, ""),)
        found = self.sources.place(source, words)
        if isinstance(found, Cited):
            return (found,)
        item.blame("B030", f'quote is not in source "{source[:60]}"{_closest(found)}', "quote")
        return ()


def _closest(found: Nearest | None) -> str:
    if found is None:
        return ""
    return f' (closest {found.like}% at char {found.start}: "{one_line(found.text, 80)}")'


def _asked(item: Item, key: Key) -> str:
    """The question with what it is answered from: the items to order, to match, to pick from."""
    ask = one_line(item.data["ask"], LONGEST_ASK)
    if key.kind == "true-false":
        return ask if ask.casefold().startswith("true or false") else f"True or false: {ask}"
    if key.kind == "choice" and not isinstance(key.value, str):
        return f"{ask} Name all that apply: {'; '.join(key.options)}"
    if key.kind == "order":
        return f"{ask} Put in order: {'; '.join(key.options)}"
    if key.kind == "match":
        pairs = f"{'; '.join(key.value)} with {'; '.join(key.options)}"
        return f"{ask} Match (left = right): {pairs}"
    return ask
