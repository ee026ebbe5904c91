"""Reads Moodle XML: https://docs.moodle.org/en/Moodle_XML_format. A document with a DTD is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from briefings.reading.text import decode
from quiz_bank.formats.foreign.cloze import gap_question
from quiz_bank.formats.foreign.drafts import Draft, Making
from quiz_bank.formats.foreign.gift_reading import category_tag
from quiz_bank.formats.foreign.shapes import Figure, Option, choice, decimal, number, pairs, short, weight_of

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element  # type: ignore[import-untyped]

_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_BEFORE_ROOT = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->|<\?(?:(?!\?>).)*\?>)", re.DOTALL)
_UNKNOWN_TO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)([A-Za-z][A-Za-z0-9]{1,31};)?")
_CDATA = "<![CDATA["
_PLAIN = frozenset(("plain_text", "2"))
_TRUE = frozenset(("true", "t", "1", "yes"))
_FALSE = frozenset(("false", "f", "0", "no"))
_USUAL_FEEDBACK = frozenset(
    ("", "Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect.")
)
_WHOLE_FEEDBACK = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
#: types that are known and not supported -> how the report calls them; another type is called by its own name
_UNSUPPORTED = {
    "calculatedsimple": "calculated", "calculatedmulti": "calculated", "coderunner": "code", "ddwtos":
    "drag and drop into text", "ddimageortext": "drag and drop onto an image", "ddmarker": "drag and drop of markers",
    "gapselect": "gaps to select in", "randomsamatch": "random short-answer matching",
}  # fmt: skip


def read_moodle(raw: bytes, source: str) -> Iterator[Draft]:
    """The questions of a Moodle XML file, those that cannot be taken among them.

    Args:
        raw: the file's bytes.
        source: its name, for errors.

    Raises:
        BriefingError: it is no XML with questions, or has a DTD.
    """
    read = _read(raw, source)
    category = ""
    for element in read.root.iter("question"):
        kind = (element.get("type") or "").strip().lower()
        if kind == "category":
            category = category_tag(_raw(element.find("category")))
        else:
            yield _question(element, kind, category)
    if read.broken_at:
        yield Making(read.broken_at, "the file").skip(
            "broken XML: from here on it was read as far as it could be"
        )


@dataclass(frozen=True, slots=True)
class _Read:
    root: _Element
    broken_at: int = 0  # the line from which on it had to be mended; 0 where it is sound


def _read(raw: bytes, source: str) -> _Read:
    _refuse_dtd(raw.decode("latin-1"), source)
    parser = _parser()
    root = _root(raw.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    broken_at = 0
    if root is None:
        text = _mended(decode(raw, source))
        _refuse_dtd(text, source)
        root = _root(text.encode(), _parser())
        if root is None:
            parser = _parser(recover=True)
            root = _root(text.encode(), parser)
            broken_at = parser.error_log[0].line if len(parser.error_log) else 1
    if root is not None and root.tag == "MOODLE_BACKUP":
        raise BriefingError(f"{source} is a backup of a course", "export its question bank as Moodle XML")
    if root is None or next(root.iter("question"), None) is None:
        raise BriefingError(
            f"{source} is no Moodle XML: there is no question in it", "name its format with --format"
        )
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_dtd(source)
    return _Read(root, broken_at)


def _refuse_dtd(text: str, source: str) -> None:
    """Entities are only told of before the root, so that nothing more need be read to refuse them."""
    at = len(text) - len(text.lstrip("\ufeffï»¿ \t\r\n"))
    while found := _BEFORE_ROOT.match(text, at):
        at = found.end()
    if text[at : at + 200].lstrip()[:9].upper() == "<!DOCTYPE":
        raise _has_dtd(source)


def _has_dtd(source: str) -> BriefingError:
    return BriefingError(f"{source} has a DTD, which no question needs", "take the DOCTYPE out of it")


def _mended(text: str) -> str:
    """The text without a declaration, with HTML's entities as characters and lone ampersands as XML writes them."""
    begun = text.lstrip("\ufeff \t\r\n")
    declared = _DECLARATION.match(begun)
    usable = _UNKNOWN_TO_XML.sub("", begun[declared.end() :] if declared else begun).lstrip()
    outside, *sections = usable.split(_CDATA)
    parts = [_NAMED.sub(_written, outside)]
    for section in sections:
        inside, end, rest = section.partition("]]>")
        parts.append(f"{_CDATA}{inside}{end}{_NAMED.sub(_written, rest)}")
    return "".join(parts)


def _written(found: re.Match[str]) -> str:
    name = found[1] or ""
    sign = unescape(f"&{name}") if name else ""
    return sign if name and sign != f"&{name}" else f"&amp;{name}"


def _parser(recover: bool = False) -> XMLParser:
    from lxml import etree  # type: ignore[import-untyped]

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_pis=True,
    )


def _root(raw: bytes, parser: XMLParser) -> _Element | None:
    from lxml import etree

    try:
        return etree.parse(BytesIO(raw), parser).getroot()
    except (etree.XMLSyntaxError, AssertionError):  # the latter: nothing at all could be read
        return None


def _question(element: _Element, kind: str, category: str) -> Draft:
    making = Making(element.sourceline or 0, id=_raw(element.find("idnumber")).strip())
    making.name = making.line_of(_raw(element.find("name")))
    reader = _READERS.get(kind)
    if reader is None:
        return making.skip(f"{_UNSUPPORTED.get(kind, kind or 'a question without a type')} is not supported")
    making.tags = [
        tag for each in element.iterfind("tags/tag") if (tag := making.line_of(_raw(each), html=False))
    ]
    if category:
        making.tags.append(category)
    ask = making.line_of(_raw(element.find("questiontext")), _is_html(element.find("questiontext")))
    if general := _text(making, element.find("generalfeedback")):
        making.why.append(general)
    _note_extras(making, element)
    return reader(making, element, ask)


def _note_extras(making: Making, element: _Element) -> None:
    """What a bank has no place for: hints, feedback on the answer as a whole, files."""
    if any(_raw(hint).strip() for hint in element.iterfind("hint")):
        making.lost("hint")
    if any(making.line_of(_raw(element.find(name))) not in _USUAL_FEEDBACK for name in _WHOLE_FEEDBACK):
        making.lost("feedback on the whole answer")
    if element.find(".//file") is not None:
        making.lost("embedded file")


def _raw(element: _Element | None) -> str:
    """What an element says, in its ``text`` or itself; markup that nobody escaped is given as it stands."""
    if element is None:
        return ""
    inner = element.find("text")
    holder = element if inner is None else inner
    if not len(holder):
        return holder.text or ""
    from lxml import etree

    return (holder.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in holder)


def _is_html(element: _Element | None) -> bool:
    return element is None or (element.get("format") or "").strip() not in _PLAIN


def _text(making: Making, element: _Element | None) -> str:
    return making.text(_raw(element), _is_html(element))


def _line(making: Making, element: _Element | None) -> str:
    return " ".join(_text(making, element).split())


def _options(making: Making, element: _Element) -> list[Option]:
    return [
        Option(
            _line(making, answer),
            weight_of(answer.get("fraction") or "0"),
            _text(making, answer.find("feedback")),
        )
        for answer in element.iterfind("answer")
    ]


def _says(element: _Element, name: str) -> str:
    return _raw(element.find(name)).strip().lower()


def _choice(making: Making, element: _Element, ask: str) -> Draft:
    return choice(making, ask, _options(making, element), single=_says(element, "single") not in _FALSE)


def _several(making: Making, element: _Element, ask: str) -> Draft:
    """Types of their own for several right options; one of them marks these by an element."""
    options = [
        Option(option.text, 100.0, option.feedback) if _says(answer, "correctanswer") in _TRUE else option
        for option, answer in zip(_options(making, element), element.iterfind("answer"), strict=True)
    ]
    return choice(making, ask, options, single=False)


def _true_false(making: Making, element: _Element, ask: str) -> Draft:
    options = _options(making, element)
    right = max(options, key=lambda option: option.weight, default=None)
    said = right.text.lower() if right is not None else ""
    if right is None or right.weight <= 0 or said not in _TRUE | _FALSE:
        return making.skip("there is no right answer")
    if right.feedback:
        making.why.append(right.feedback)
    if any(option.feedback for option in options if option is not right):
        making.lost("feedback on wrong answers")
    return making.done("true-false", ask, said in _TRUE)


def _cloze(making: Making, element: _Element, ask: str) -> Draft:
    text = element.find("questiontext")
    is_html = _is_html(text)
    return gap_question(making, _raw(text), lambda raw: making.line_of(raw, is_html))


def _short(making: Making, element: _Element, ask: str) -> Draft:
    if _says(element, "usecase") in _TRUE:
        making.changed("capitals that count")
    return short(making, ask, _options(making, element))


def _number(making: Making, element: _Element, ask: str) -> Draft:
    figures = []
    for answer, option in zip(element.iterfind("answer"), _options(making, element), strict=True):
        if option.text in ("*", ""):
            if option.feedback:
                making.lost("feedback on wrong answers")
            continue
        value, tolerance = decimal(option.text), decimal(_says(answer, "tolerance") or "0")
        if value is None or tolerance is None:
            return making.skip(f'"{option.text[:40]}" is no figure')
        figures.append(Figure(value, abs(tolerance), option.weight, option.feedback))
    return number(making, ask, figures, _unit(making, element))


def _unit(making: Making, element: _Element) -> str:
    """The unit that the figures are in; others are converted by the grader or lost."""
    units = {
        _line(making, unit.find("unit_name")): weight_of(_says(unit, "multiplier"))
        for unit in element.iterfind("units/unit")
    }
    return next((name for name, factor in units.items() if factor == 1), next(iter(units), ""))


def _pairs(making: Making, element: _Element, ask: str) -> Draft:
    found = [
        (_line(making, each), _line(making, each.find("answer"))) for each in element.iterfind("subquestion")
    ]
    return pairs(making, ask, found)


def _order(making: Making, element: _Element, ask: str) -> Draft:
    """Items stand in their right order, or carry their place as a fraction."""
    options = _options(making, element)
    places = [option.weight for option in options]
    if len(set(places)) == len(places):
        options.sort(key=lambda option: option.weight)
    items = [option.text for option in options if option.text]
    if len(items) < len(options):
        return making.skip("an item has no text")
    return making.done("order", ask, items)


_READERS: Mapping[str, Callable[[Making, _Element, str], Draft]] = {
    "multichoice": _choice,
    "multichoiceset": _several,
    "oumultiresponse": _several,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _number,
    "matching": _pairs,
    "match": _pairs,
    "ddmatch": _pairs,
    "ordering": _order,
    "cloze": _cloze,
    "multianswer": _cloze,
}
