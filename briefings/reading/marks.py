"""What lines of page furniture say, whatever the newspaper: tables of shapes, each with its reason.

A row is matched against one line alone; what a line's neighbours tell is in ``furniture``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from briefings.patterns import Pattern
from briefings.reading import dating
from briefings.reading.credits import is_byline, is_caption_with_credit, is_credit
from briefings.reading.lines import LONGEST_SHAPED, Unit, word_set

Reason = Literal[
    "navigation",
    "share",
    "caption",
    "credit",
    "advert",
    "related",
    "heading",
    "dateline",
    "byline",
    "duplicate",
    "media",
    "footer",
]


_GLUED = Pattern(r"(?=[A-Z])(?<=[a-z])")  # "Log inRegister"
_STRAY = Pattern(r"[^\w]{1,5}\Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """Shapes of one kind of furniture.

    Letter case is ignored.

    Attributes:
        reason: what a line of these shapes is.
        most_words: a longer line is left alone.
        opening: shapes that begin the line, if there are any.
        within: shapes that stand anywhere in it, each after a piece of a word, in small letters, that lines of
            that shape hold: most lines hold none, and then the shape is not tried.
    """

    reason: Reason
    most_words: int
    opening: Pattern | None
    within: tuple[tuple[str, Pattern], ...]

    def fits(self, line: str, folded: str) -> bool:
        """Whether a line is of one of the shapes; ``folded`` is the line in small letters."""
        if self.opening and self.opening.match(line):
            return True
        return any(trigger in folded and shape.search(line) for trigger, shape in self.within)


def _mark(reason: Reason, most_words: int, *openings: str, within: dict[str, str] | None = None) -> Mark:
    """A row: the shapes that begin a line, and the others, each under its triggers, parted by spaces."""
    shapes = ((triggers, Pattern(shape, re.IGNORECASE)) for triggers, shape in (within or {}).items())
    triggered = tuple((trigger, shape) for triggers, shape in shapes for trigger in triggers.split())
    opening = Pattern("|".join(openings), re.IGNORECASE) if openings else None
    return Mark(reason, most_words, opening, triggered)


_PICTURE = r"(?:image|media|photo|picture|video|audio|graphic|map|illustration|photograph)s?"
_PIECE = r"(?:story|article|piece|post|page|dispatch)"
_PLAYER = r"(?:\b(?:your|this) browser|\byour device|\bjava ?script|\bflash player|\bvideo element)\b"
_ABLE = r"(?:(?:un)?support|enable|disable|update|upgrade)\w*"
_JOIN = r"(?:subscribe|register|sign up|log in|sign in|become a member|create an? (?:free )?account)"
_PRICE = r"[$£€] ?\d.*(?:\b(?:a|an|per|every)|/) ?(?:day|week|month|year|issue)\b"
_GIVING = r"(?:subscribe|donate|support us|support our|become a (?:member|subscriber|supporter))"
_AD = r"(?:ads?|advert(?:isement|orial|ising)?s?|sponsored|promoted|paid (?:content|post)|partner content)"
_COMMENTS = r"(?:comments?|repl(?:y|ies)|responses?)"
_COUNT = r"\d[\d,.]*[km]?"
_CLOCK = r"(?:\d{1,2}:)?[0-5]?\d:[0-5]\d"
_READING = r"(?:read|see|watch|learn|find out|discover|explore|hear)"
_RANKED = (
    r"(?:most|top|popular|trending|latest|breaking|other|similar|further|recent|featured|must|today['’]?s)"
)
_STORIES = (
    r"(?:reads?|viewed|popular|shared|commented|stor(?:y|ies)|news|now|topics?|headlines|videos|reading|posts|"
    r"articles|analysis)"
)

# Sentences of the page, not of the article: matched in lines of any shape, outside quotation marks. What they
# say must be impossible in a report, so most speak to the reader, give an order or name the page itself.
SENTENCES = (
    _mark(
        "media",
        25,
        r"^this (?:video|audio|content|media|image|gallery) (?:is|has)(?: not| been| no longer)* "
        r"(?:available|unavailable|removed|expired)\b",
        within={"browser device java flash element": rf"{_PLAYER}.*\b{_ABLE}|\b{_ABLE}\b.*{_PLAYER}"},
    ),
    _mark(
        "navigation",
        60,
        within={
            "cookie": r"\b(?:we|our partners|(?:this|the) (?:web)?site)(?: and our (?:\d+ )?partners)? uses? cookies"
            r"|\b(?:accept|reject|allow|manage|decline)(?: all| your)? cookies\b",
            "you": r"\bby (?:continuing|using|clicking)\b.*\byou (?:agree|accept|consent)\b"
            r"|\byou (?:agree|consent|accept) to (?:our|the) (?:terms|privacy|cookie|use of cookies)",
            "cookie privacy": r"\b(?:read|see) our (?:cookie|privacy) (?:policy|notice)\b",
        },
    ),
    _mark(
        "credit",
        40,
        rf"^this {_PIECE} (?:was|is|has been) (?:first |originally |initially )?"
        r"(?:reported|written|produced|provided|compiled|translated|edited|supplied) (?:by|in|with|from|for)\b",
        r"^this report (?:was|is|has been|includes)\b.*\b(?:press|reuters|afp|dpa|agenc(?:y|ies))\b",
        r"^(?:additional )?reporting by [^.]*\b(?:writing|editing|reporting) by\b",
        r"^(?:with|includes|contains)(?: \w+)? (?:material|files|reporting|information|input) from\b",
        within={"contributed": rf"\bcontributed (?:\w+ )?to this (?:{_PIECE}|report)\b"},
    ),
    _mark(
        "footer",
        80,
        rf"^this {_PIECE} (?:was|is|has been)\b.*"
        r"\b(?:published|appeared|posted|amended|corrected|updated|clarified|republished|syndicated)\b",
        rf"^(?:an|a previous|an earlier) (?:earlier )?version of this {_PIECE}\b",
        r"^(?:corrections?|clarifications?|editor['’]?s['’]? note)\b ?(?:\(.{1,30}\))? ?[:–—-]",
        r"^(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))",
        r"^this (?:material|content|article|website)\b.*\bmay not be\b",
        r"^(?:our |these )?terms and conditions apply\b",
        r"^you(?:['’]re| are) (?:receiving|getting) this (?:e-?mail|newsletter|message)\b",
        r"^this live (?:blog|page|coverage|feed) (?:is|has|was)\b.*\b(?:closed|ended|over)\b",
        within={"reserved": r"\ball rights reserved\b"},
    ),
    _mark(
        "advert",
        50,
        r"^(?:story|article|content) continues (?:below|after)\b",
        r"^continue reading\b.*\b(?:below|after|past) (?:the |this )?(?:ad|advert|advertisement)\b",
        rf"^{_JOIN}\b.*\b(?:to (?:continue|read|keep|unlock|get|access|enjoy)|for (?:free|full|unlimited))\b",
        r"^already (?:a |have an? )?(?:subscriber|subscribed|registered|member|subscription|account)\b",
        within={
            "you": r"\byou(?:['’]ve| have) (?:read|reached|used|viewed)\b.*\b(?:free|limit|articles?)\b",
            "free": r"\bfree (?:articles?|stories) (?:left|remaining|this (?:week|month))\b",
            "subscri": r"\bsubscri(?:be|ption|bers?)\b.*\b(?:full|unlimited|instant) (?:digital )?access\b",
            "reading": rf"\b(?:to continue|continue|keep) reading\b.*\b{_JOIN}",
            "newsletter mail alerts whatsapp": rf"(?:(?:^|[.?!] ){_JOIN}|^(?:get|receive|enjoy|turn on))\b.*"
            r"\b(?:newsletters?|e-?mail updates|alerts|whatsapp channel)\b",
            "inbox": r"\byour inbox\b",
            "subscri trial membership access": rf"^(?=.*{_PRICE})"
            r"(?=.*\b(?:subscri|free trial|membership|digital access))(?=.*\b(?:your?|cancel any ?time)\b)",
            "journalism reporting newsroom": r"\b(?:support|fund|donate|contribute|back|help)\b.*"
            r"\bour (?:\w+ )?(?:journalism|reporting|newsroom)\b",
        },
    ),
    _mark(
        "media",
        40,
        r"^(?:listen to|subscribe to|follow|download|hear) (?:our|the|this|more|all)\b.*\b(?:podcasts?|episodes?)\b",
        r"^(?:listen|available|follow|subscribe)\b.*\bspotify\b",
        within={"podcasts": r"\bwhere(?:ver)? you get your podcasts\b|\b(?:apple|google) podcasts\b"},
    ),
    _mark(
        "share",
        40,
        r"^(?:follow|like|find|join|connect with|contact|email|message|tweet|write to) "
        r"(?:us|her|him|them|me|the (?:author|reporter|writer)|\w+ \w+)? ?(?:on|at|via|by)\b.*"
        r"(?:@|twitter|facebook|instagram|linkedin|threads|mastodon|telegram|whatsapp|\bx\b)",
        r"^(?:do you have|got) an? (?:news |story )?(?:tip|story|idea)\b|^have you been affected\b",
        r"^(?:join the (?:conversation|discussion|debate)|what do you think|have your say|let us know)\b",
        r"^comments (?:on this \w+ )?(?:are|have been) (?:now )?(?:closed|disabled|off|moderated|open)\b",
    ),
)

# Labels and buttons: matched only in lines without a sentence's full stop.
LABELS = (
    _mark(
        "navigation",
        12,
        r"^(?:skip|jump|go|back|return)(?: back)? (?:to|next|past)\b|^skip\b",
        r"^(?:please )?(?:log|sign)(?:ged|ed)?[ -]?(?:in|out|up|on)\b",
        r"^(?:register|my account|my profile|remember me)\b",
        r"^(?:create (?:an |a free )?account|manage (?:my|your) account|change (?:edition|language|region))\b",
        r"^(?:https?://|www\.)\S+$",
        r"^(?:next|previous|prev)(?: (?:page|article|story|post|slide|image|photo))? ?[:›»>→‹«<←]?$",
        r"^(?:\w+ ){0,8}page \d{1,4}(?: of \d+)?$|^(?:you are here|home) ?[:›»>/|→]",
        r"^(?:read|view|open|see|get|listen to|save|print) (?:this|the) (?:article|story|page|post|report)\b",
        r"^qr code\b",
        within={"password": r"\bforgot(?:ten)? (?:your )?password\b"},
    ),
    _mark("byline", 3, r"^\S+@\S+\.\w+$"),
    _mark(
        "credit", 30, r"^\(?(?:additional )?(?:reporting|writing|editing)(?: and \w+)? by\b|^compiled by\b"
    ),
    _mark(
        "share",
        12,
        r"^(?:share|tweet|e-?mail|print|save|bookmark|copy|forward|follow|like) "
        r"(?:this|on|via|with|or|and|us|link|article|story|options|\+)(?:\b|$)",
        r"^@\w{2,30}$",
        r"^(?:share|follow us|send to)\b ?[:|]",
        rf"^(?:{_COUNT} )?(?:shares?|tweets|likes|claps|views|reads|votes|followers|reactions)$",
        rf"^(?:leave|post|add|write|view|show|hide|read|see|load|submit)(?: an?| all| the| your| more)?"
        rf"(?: \(?\d+\)?)? {_COMMENTS}\b",
        rf"^(?:{_COUNT} )?{_COMMENTS}(?: ?\({_COUNT}\)| ?{_COUNT}| closed| off)?$",
    ),
    _mark(
        "media",
        25,
        rf"^{_CLOCK}(?: ?/ ?{_CLOCK})?$|^\d+ ?(?:/|of) ?\d+$|^\d{{1,3}} ?(?:photos|images|pictures|videos)$",
        r"^\+\d{1,3}$|^(?:view|open|see) (?:the |full )?(?:gallery|slide ?show|images|photos|pictures)\b",
        rf"^{_PICTURE} \d+(?: ?(?:/|of) ?\d+)?$",
        r"^(?:watch|listen|play|pause|mute|unmute|replay|full ?screen|autoplay)"
        r"(?: (?:now|live|video|audio|again|here|on|off|next|in full|all|clip|episode|podcast|this|the))*"
        r"(?: ?[:|–—].*| ?\(?[\d:]+\)?(?: ?min\w*)?)?$",
        r"^(?:video|audio|gallery|slide ?show|photos?|pictures?|in pictures|podcast|live ?blog|live)"
        r" ?(?:\([\d:]+\))? ?[:|]",
        r"^(?:media )?playback\b|^(?:video )?duration\b|^(?:now playing|up next)\b",
        within={
            "slide click tap swipe hover scroll": r"\b(?:slide the|click (?:here|on|to|the)|tap (?:here|on|to|the)|"
            r"swipe|hover over|scroll (?:down|to|for))\b"
        },
    ),
    _mark(
        "caption",
        60,
        rf"^{_PICTURE} ?(?:caption|gallery|slide)|^interactive\b",
        r"^(?:file|stock) (?:photo|picture|image|footage)(?: ?[:–—]|$)",
        r"^(?:caption|pictured|(?:above|below|left|right|top|bottom)) ?[:–—]",
    ),
    _mark(
        "advert",
        12,
        rf"^(?:(?:hide|close|skip|remove|report|this|end of|why this) )?(?:this )?{_AD}"
        r"(?: (?:content|post|links?|feedback|choices))?[:?]?$",
        rf"^{_AD} ?[:|–—-]",
        r"^(?:start|get|begin|renew|give|buy|try|activate) (?:an?|your|our|my|us)\b.*"
        r"\b(?:subscription|subscribing|membership|trial|app|offer)\b",
        rf"^{_GIVING}\b|^download (?:our|the) app\b|^(?:special|limited time) offer\b",
    ),
    _mark(
        "related",
        20,
        rf"^{_READING} (?:more|also|next|on|further|all about|(?:the )?full {_PIECE})(?: (?:about|on|from|here))*"
        r"(?: ?[:|–—»›>→-]|$| \S)",
        r"^more (?:about|on|from|in|news|stories|like|coverage|top|reading|to read|headlines)\b",
        r"^also (?:read|in|on)\b|^see also\b|^(?:related|recommended|trending|in depth|keep reading)\b",
        r"^you (?:may|might) (?:also )?(?:like|be interested)\b",
        rf"^{_RANKED} ?{_STORIES}(?: \w+){{0,4}} ?:?$",
        r"^editor['’]?s['’]? (?:picks?|choice)\b|^don['’]?t miss\b|^in case you missed\b|^what to read next\b",
        r"^(?:tags?|topics?|filed under|categories|explore more|explore)(?: ?:|\b)",
        within={"story stories": r"\btop stor(?:y|ies)$"},
    ),
    _mark(
        "footer",
        12,
        r"^(?:sources?|via|origin(?:al)?(?: source)?|published in|posted in|first published|originally published)"
        r" ?(?:[:–—-]|$)",
        r"^(?:about|contact|help|careers|privacy|terms|accessibility|site ?map|rss|faq|imprint|legal)"
        r"(?: (?:us|policy|center|centre|of (?:use|service)|map|feeds?|notice))?$",
        r"^(?:the )?ends?$|^-30-$|^unsubscribe\b",
        within={"logo": r"\blogo$"},
    ),
)

_SHARE = word_set(
    "share tweet facebook twitter x whatsapp messenger telegram linkedin reddit pinterest instagram threads "
    "mastodon bluesky flipboard pocket email e-mail mail print save bookmark copy link url copied sms like "
    "viber wechat line tumblr youtube tiktok rss comment comments gift"
)
_MENU = word_set(
    "menu home news world business sport sports politics opinion culture arts weather travel tech technology "
    "science health education entertainment lifestyle style video videos audio photos live local national "
    "international search close open more sections all latest help account newsletters podcasts jobs shop "
    "events magazine markets money climate environment food"
)
_JOINTS = word_set("on via to this with by and or the in of a all article story page us")
_LONGEST_MENU = 14  # words


def own_reason(unit: Unit) -> Reason | None:
    """What the line is by its own words alone, or None where it may be the article's."""
    if len(unit.text) > LONGEST_SHAPED:
        return None
    if len(unit.text) <= 5 and _STRAY.match(unit.text):
        return "navigation"
    if is_credit(unit.text):
        return "credit"
    is_sentence = unit.stopped and not unit.asks
    marks, own_words = (SENTENCES, unit.unquoted) if is_sentence else ((*LABELS, *SENTENCES), unit.text)
    return _reason_by_shape(own_words, len(unit.words), marks) or _reason_by_parts(unit)


def _reason_by_shape(line: str, words: int, marks: tuple[Mark, ...]) -> Reason | None:
    """What the first mark that fits makes of a line of so many words, or of the line with glued labels parted."""
    readings = [(line, line.casefold())]
    if _GLUED.search(line):
        parted = _GLUED.sub(" ", line)
        readings.append((parted, parted.casefold()))
    for mark in marks:
        if words <= mark.most_words and any(mark.fits(*reading) for reading in readings):
            return mark.reason
    return None


def _reason_by_parts(unit: Unit) -> Reason | None:
    """What a line is by what it is made of: buttons, menu entries, a date, a name, a credit."""
    if not unit.stopped and len(unit.words) <= _LONGEST_MENU:
        rest = [word for word in unit.words if word not in _JOINTS and not word.isdigit()]
        if rest and all(word in _SHARE for word in rest):
            return "share"
        if len(rest) >= 2 and all(word in _MENU for word in rest):
            return "navigation"
    return next((reason for reason, holds in _BY_PARTS if holds(unit.text)), None)


_BY_PARTS: tuple[tuple[Reason, Callable[[str], bool]], ...] = (
    ("dateline", dating.is_date_line),
    ("byline", is_byline),
    ("caption", is_caption_with_credit),
)
