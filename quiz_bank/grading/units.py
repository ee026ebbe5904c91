"""Units of measure and money: what they measure, how many SI units one is, and how people write them.

Factors are the exact definitions: the international yard and pound agreement of 1959 (yard 0.9144 m, pound
0.45359237 kg), the nautical mile of 1852 m, US gallon of 231 cubic inches, barrel of 42 such gallons, the
acre of 4,840 square yards, the US bushel of 2,150.42 cubic inches. A year is the Gregorian mean of 365.2425 days
and a month its twelfth. Spellings are the extractor's, and beside them what people type.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefings.extract.units import UNITS
from briefings.extract.wordlist import word_set

_FOOT = 0.3048
_MILE = 1609.344
_DAY = 86_400.0
_YEAR = 365.2425 * _DAY
_POUND = 0.45359237
_GALLON = 231 * 0.0254**3


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit.

    Attributes:
        name: its canonical name, as facts carry it.
        dimension: what it measures; units of one dimension convert into each other.
        factor: how many base units (m, m2, m3, s, kg, m/s, kelvin, 1, W, J, byte, one of the currency) it is.
        offset: base units at zero: for temperatures alone.
        codes: for money, the ISO currencies it may stand for ("$" is any dollar).
    """

    name: str
    dimension: str
    factor: float
    offset: float = 0.0
    codes: frozenset[str] = frozenset()

    def base(self, value: float) -> float:
        """A value of this unit in base units."""
        return value * self.factor + self.offset

    def of_base(self, value: float) -> float:
        """Base units in this unit."""
        return (value - self.offset) / self.factor


# name as facts carry it, dimension, factor, spellings beside the extractor's, in the form of ``_standard``
_MEASURES: tuple[tuple[str, str, float, str], ...] = (
    ("nm", "length", 1e-9, "nanometre,nanometres"),
    ("micron", "length", 1e-6, "micron,microns,micrometre,micrometres,um"),
    ("mm", "length", 0.001, "mms"),
    ("cm", "length", 0.01, ""),
    ("m", "length", 1.0, ""),
    ("km", "length", 1000.0, "kilo metres,click,clicks"),
    ("inch", "length", 0.0254, ""),
    ("ft", "length", _FOOT, ""),
    ("yard", "length", 0.9144, ""),
    ("mile", "length", _MILE, "statute mile,statute miles"),
    ("nautical mile", "length", 1852.0, "nmi,sea mile,sea miles,naut mi"),
    ("fathom", "length", 1.8288, "fathom,fathoms"),
    ("furlong", "length", 201.168, "furlong,furlongs"),
    ("league", "length", 3 * _MILE, "league,leagues"),
    ("light year", "length", 9.4607304725808e15, ""),
    ("mm2", "area", 1e-6, "mm2,sq mm,sq millimetre,sq millimetres"),
    ("cm2", "area", 1e-4, "cm2,sq cm,sq centimetre,sq centimetres"),
    ("m2", "area", 1.0, "sqm,m sq,metre squared,metres squared,m squared"),
    ("km2", "area", 1e6, "sqkm,km sq,kilometres squared,km squared"),
    ("ha", "area", 1e4, "has"),
    ("acre", "area", 4840 * 0.9144**2, "ac"),
    ("sqmile", "area", _MILE**2, "mi2,mile2,miles2,sqmi,sqmile,sqmiles,miles squared"),
    ("ft2", "area", _FOOT**2, "sqft,feet squared"),
    ("sqyard", "area", 0.9144**2, "yd2,sq yd,sq yard,sq yards"),
    ("dunam", "area", 1000.0, "dunam,dunams,donum,donums"),
    ("millilitre", "volume", 1e-6, "cc"),
    ("cl", "volume", 1e-5, "cl,centilitre,centilitres"),
    ("litre", "volume", 1e-3, "l,ltrs"),
    ("cubic metre", "volume", 1.0, "cu m,cubic m,metres cubed"),
    ("cubic km", "volume", 1e9, "km3"),
    ("cubic foot", "volume", _FOOT**3, "ft3,cu ft,cubic ft"),
    ("gallon", "volume", _GALLON, "gal,us gallon,us gallons"),
    ("imperial gallon", "volume", 0.00454609, "imperial gallon,imperial gallons,uk gallon,uk gallons"),
    ("pint", "volume", 0.000568261, ""),
    ("megalitre", "volume", 1e3, ""),
    ("bushel", "volume", 0.03523907016688, ""),
    ("barrel", "volume", 42 * _GALLON, "bbls"),
    ("millisecond", "duration", 1e-3, "ms,msec"),
    ("second", "duration", 1.0, "s"),
    ("minute", "duration", 60.0, "m"),
    ("hour", "duration", 3600.0, "h"),
    ("day", "duration", _DAY, "d"),
    ("night", "duration", _DAY, ""),
    ("week", "duration", 7 * _DAY, "w,wk,wks"),
    ("fortnight", "duration", 14 * _DAY, ""),
    ("month", "duration", _YEAR / 12, "mo,mos,mth,mths"),
    ("year", "duration", _YEAR, "y,yo,y o,year old,years old,annum"),
    ("decade", "duration", 10 * _YEAR, ""),
    ("century", "duration", 100 * _YEAR, ""),
    ("millennium", "duration", 1000 * _YEAR, "millennium,millennia,millenniums"),
    ("percent", "share", 0.01, "percents,p c,per hundred"),
    ("fraction", "share", 1.0, "fraction"),
    ("per mille", "share", 0.001, "‰,permille,per mille,per thousand"),
    ("percentage point", "points", 0.01, "point,points,pts"),
    ("basis point", "points", 0.0001, ""),
    ("microgram", "mass", 1e-9, "ug"),
    ("carat", "mass", 2e-4, ""),
    ("milligram", "mass", 1e-6, "milligramme,milligrammes"),
    ("gram", "mass", 1e-3, "g,gr"),
    ("kg", "mass", 1.0, ""),
    ("tonne", "mass", 1000.0, "t,ton,tons,metric tonne"),
    ("short ton", "mass", 2000 * _POUND, "short ton,short tons,us ton,us tons"),
    ("long ton", "mass", 2240 * _POUND, "long ton,long tons,imperial ton,imperial tons"),
    ("megaton", "mass", 1e9, "megatonne,megatonnes"),
    ("kiloton", "mass", 1e6, "kilotonne,kilotonnes"),
    ("pound", "mass", _POUND, "pound,pounds"),
    ("ounce", "mass", _POUND / 16, ""),
    ("stone", "mass", 14 * _POUND, "stones"),
    ("km/h", "speed", 1 / 3.6, "km/hr"),
    ("mph", "speed", _MILE / 3600, "mi/h,miles/h"),
    ("m/s", "speed", 1.0, "mps,m/second,metre/second,metres/s"),
    ("mile/s", "speed", _MILE, "mile/second,miles/second"),
    ("km/s", "speed", 1000.0, "km/second"),
    ("ft/s", "speed", _FOOT, "ft/s,fps,feet/second"),
    ("knot", "speed", 1852 / 3600, "kn,kt"),
    ("watt", "power", 1.0, "w"),
    ("kW", "power", 1e3, ""),
    ("MW", "power", 1e6, ""),
    ("GW", "power", 1e9, ""),
    ("horsepower", "power", 745.6998715822702, ""),
    ("J", "energy", 1.0, "j,joule,joules"),
    ("kJ", "energy", 1e3, "kj,kilojoule,kilojoules"),
    ("calorie", "energy", 4184.0, "kcal,kilocalorie,kilocalories,cal"),
    ("kWh", "energy", 3.6e6, ""),
    ("MWh", "energy", 3.6e9, ""),
    ("GWh", "energy", 3.6e12, ""),
    ("TWh", "energy", 3.6e15, ""),
    ("volt", "voltage", 1.0, "v"),
    ("kV", "voltage", 1e3, ""),
    ("Hz", "frequency", 1.0, ""),
    ("MHz", "frequency", 1e6, ""),
    ("GHz", "frequency", 1e9, ""),
    ("Mbps", "data rate", 1e6, "mbit/s"),
    ("Gbps", "data rate", 1e9, "gbit/s"),
    ("ppm", "concentration", 1e-6, "parts/million"),
    ("ppb", "concentration", 1e-9, "parts/billion"),
    ("megapixel", "resolution", 1e6, "mp"),
    ("decibel", "loudness", 1.0, ""),
    ("mpg", "economy", 1.0, ""),
    ("millibar", "pressure", 100.0, "mbar,hpa"),
    ("kB", "data", 1e3, ""),
    ("MB", "data", 1e6, ""),
    ("GB", "data", 1e9, ""),
    ("TB", "data", 1e12, ""),
    ("times", "ratio", 1.0, "times,fold"),
    ("degree", "angle", 1.0, "degs"),
)  # fmt: skip

_TEMPERATURES: tuple[tuple[str, float, float, str], ...] = (
    ("celsius", 1.0, 273.15, "c,° c,°c,celsius,degree celsius,degrees celsius,degrees c,deg c,centigrade"),
    ("fahrenheit", 5 / 9, 459.67 * 5 / 9, "f,° f,°f,fahrenheit,degree fahrenheit,degrees fahrenheit,degrees f"),
    ("kelvin", 1.0, 0.0, "kelvin,kelvins,degrees kelvin"),
)  # fmt: skip

_DOLLARS = "USD AUD CAD NZD SGD HKD TWD JMD FJD NAD LRD BBD TTD"
# ISO codes (several where a name leaves it open), value of one in the currency, spellings
_MONEY: tuple[tuple[str, float, str], ...] = (
    (_DOLLARS, 1.0, "$,dollar,dollars,dolars,bucks,buck"),
    ("USD", 1.0, "usd,us$,us $,us dollar,us dollars,american dollar,american dollars,united states dollars"),
    ("AUD", 1.0, "aud,a$,a $,au$,au $,australian dollar,australian dollars,aussie dollars"),
    ("CAD", 1.0, "cad,c$,c $,ca$,ca $,canadian dollar,canadian dollars"),
    ("NZD", 1.0, "nzd,nz$,nz $,new zealand dollar,new zealand dollars"),
    ("SGD", 1.0, "sgd,s$,s $,singapore dollar,singapore dollars"),
    ("HKD", 1.0, "hkd,hk$,hk $,hong kong dollar,hong kong dollars"),
    ("TWD", 1.0, "twd,nt$,nt $,taiwan dollars"),
    ("EUR", 1.0, "eur,€,euro,euros"),
    ("GBP EGP SYP LBP SDG SSP", 1.0, "pound,pounds"),
    ("GBP", 1.0, "gbp,£,pound sterling,pounds sterling,sterling,british pound,british pounds,quid"),
    ("EGP", 1.0, "egp,e£,egyptian pound,egyptian pounds"),
    ("SYP", 1.0, "syp,syrian pound,syrian pounds"),
    ("LBP", 1.0, "lbp,lebanese pound,lebanese pounds,lebanese lira"),
    ("JPY", 1.0, "jpy,yen,japanese yen"),
    ("JPY CNY", 1.0, "¥"),
    ("CNY", 1.0, "cny,rmb,yuan,renminbi,chinese yuan"),
    ("INR PKR LKR NPR MUR IDR SCR", 1.0, "rupee,rupees,rs,₨"),
    ("INR", 1.0, "inr,₹,indian rupee,indian rupees"),
    ("PKR", 1.0, "pkr,pakistani rupee,pakistani rupees"),
    ("LKR", 1.0, "lkr,sri lankan rupee,sri lankan rupees"),
    ("NPR", 1.0, "npr,nepalese rupee,nepalese rupees,nepali rupees"),
    ("IDR", 1.0, "idr,rupiah,rupiahs"),
    ("RUB", 1.0, "rub,₽,rouble,roubles,ruble,rubles,russian rouble,russian roubles"),
    ("UAH", 1.0, "uah,₴,hryvnia,hryvnias"),
    ("TRY", 1.0, "try,₺,lira,liras,turkish lira"),
    ("ILS", 1.0, "ils,nis,₪,shekel,shekels,israeli shekel,israeli shekels"),
    ("KRW KPW", 1.0, "won,₩"),
    ("KRW", 1.0, "krw,south korean won"),
    ("CHF XOF XAF", 1.0, "franc,francs"),
    ("CHF", 1.0, "chf,swiss franc,swiss francs,sfr"),
    ("XOF XAF", 1.0, "xof,xaf,cfa,cfa franc,cfa francs"),
    ("IQD KWD JOD BHD TND DZD LYD RSD MKD", 1.0, "dinar,dinars"),
    ("IQD", 1.0, "iqd,iraqi dinar,iraqi dinars"),
    ("KWD", 1.0, "kwd,kuwaiti dinar,kuwaiti dinars"),
    ("JOD", 1.0, "jod,jordanian dinar,jordanian dinars"),
    ("IRR OMR YER", 1.0, "rial,rials"),
    ("IRR", 1.0, "irr,iranian rial,iranian rials"),
    ("SAR QAR", 1.0, "riyal,riyals"),
    ("SAR", 1.0, "sar,saudi riyal,saudi riyals"),
    ("QAR", 1.0, "qar,qatari riyal,qatari riyals"),
    ("AED MAD", 1.0, "dirham,dirhams"),
    ("AED", 1.0, "aed,uae dirham,uae dirhams"),
    ("SEK NOK DKK ISK CZK", 1.0, "kr,krona,kronor,krone,kroner,crown,crowns"),
    ("SEK", 1.0, "sek,swedish krona,swedish kronor"),
    ("NOK", 1.0, "nok,norwegian krone,norwegian kroner"),
    ("DKK", 1.0, "dkk,danish krone,danish kroner"),
    ("CZK", 1.0, "czk,koruna,korunas,czech crowns"),
    ("PLN", 1.0, "pln,zloty,zlotys"),
    ("HUF", 1.0, "huf,forint,forints"),
    ("ZAR", 1.0, "zar,rand,rands"),
    ("NGN", 1.0, "ngn,₦,naira"),
    ("KES TZS UGX SOS", 1.0, "shilling,shillings"),
    ("KES", 1.0, "kes,ksh,kenyan shilling,kenyan shillings"),
    ("GHS", 1.0, "ghs,cedi,cedis"),
    ("ETB", 1.0, "etb,birr"),
    ("BRL", 1.0, "brl,r$,real,reais,brazilian real,brazilian reais"),
    ("MXN ARS CLP COP PHP CUP UYU", 1.0, "peso,pesos"),
    ("MXN", 1.0, "mxn,mexican peso,mexican pesos"),
    ("ARS", 1.0, "ars,argentine peso,argentine pesos"),
    ("CLP", 1.0, "clp,chilean peso,chilean pesos"),
    ("PHP", 1.0, "php,₱,philippine peso,philippine pesos"),
    ("THB", 1.0, "thb,baht"),
    ("VND", 1.0, "vnd,₫,dong"),
    ("MYR", 1.0, "myr,ringgit"),
    ("AFN", 1.0, "afn,afghani,afghanis"),
    ("BDT", 1.0, "bdt,taka"),
    (_DOLLARS + " EUR", 0.01, "cent,cents"),
    ("GBP", 0.01, "pence,penny"),
)  # fmt: skip


def _standard(words: str) -> str:
    """Spellings that differ by convention alone made one: metre, litre, sq, "/" for per and an."""
    words = words.replace("meter", "metre").replace("liter", "litre").replace("square ", "sq ")
    for joint in (" per ", " an ", " a ", " / "):
        words = words.replace(joint, "/")
    return words.replace("sq. ", "sq ").replace(".", " ").strip()


def _spellings() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    rows = [(Unit(name, dimension, factor), forms) for name, dimension, factor, forms in _MEASURES]
    rows += [(Unit(name, "temperature", factor, zero), forms) for name, factor, zero, forms in _TEMPERATURES]
    rows += [
        (Unit(codes.split()[0], "money", factor, codes=frozenset(codes.split())), forms)
        for codes, factor, forms in _MONEY
    ]
    read: dict[str, list[str]] = {}
    for spelling, extracted in UNITS.items():
        read.setdefault(extracted.name.removeprefix("degree ").lower(), []).append(_standard(spelling))
    for unit, forms in rows:
        own = [] if unit.codes else read.get(unit.name.lower(), [])
        for form in dict.fromkeys((*own, *forms.split(","))):
            found[form] = (*found.get(form, ()), unit)
    found.pop("", None)
    return found


SPELLINGS = _spellings()
LONGEST_SPELLING = 3  # words

# The counted nouns that show a number counts people, and those that show it does not (rule 11).
PERSON_NOUNS = word_set("""
    people person persons civilian civilians man men woman women child children soldier soldiers fighter
    fighters militant militants troop troops resident residents inhabitant inhabitants refugee refugees victim
    victims dead deaths killed injured wounded casualty casualties passenger passengers worker workers student
    students patient patients migrant migrants policeman policemen officer officers rebel rebels citizen citizens
    souls human humans member members
    relative relatives""")
THING_NOUNS = word_set("""
    town towns village villages city cities house houses home homes household households family families
    building buildings vehicle vehicles car cars tank tanks ship ships boat boats plane planes aircraft
    helicopter helicopters bomb bombs missile missiles rocket rockets drone drones school schools hospital
    hospitals bridge bridges shop shops store stores country countries province provinces district districts
    animal animals cow cows sheep horse horses dog dogs cat cats
    goat goats pig pigs camel camels bird birds tree trees oilfield oilfields camp camps truck trucks bus buses
    train trains book books film films""")


#: A nationality after "dollars" or "pounds" says whose.
NATIONS: dict[str, str] = {
    "us": "USD", "american": "USD", "usd": "USD", "canadian": "CAD", "australian": "AUD", "aussie": "AUD",
    "singaporean": "SGD", "taiwanese": "TWD", "british": "GBP", "sterling": "GBP", "egyptian": "EGP",
    "syrian": "SYP", "lebanese": "LBP", "sudanese": "SDG", "iraqi": "IQD", "kuwaiti": "KWD", "jordanian": "JOD",
    "indian": "INR", "pakistani": "PKR", "swiss": "CHF", "mexican": "MXN", "iranian": "IRR",
}  # fmt: skip


@lru_cache(maxsize=4096)
def units_spelled(words: str, dimension: str = "") -> tuple[Unit, ...]:
    """The units a spelling may stand for (``m``: metre, minute); empty where it is none.

    A word of four letters and more may hold one slip (two from nine on) of a longer name of a unit of
    ``dimension``, as long as it is then one unit's: raids are no rands where ships are counted.
    """
    found = SPELLINGS.get(words) or SPELLINGS.get(_standard(words))
    if found is not None:
        return found
    if len(words) < 4 or not words.isalpha() or not dimension:
        return ()
    from quiz_bank.grading.typos import edits

    words = _standard(words)
    most = 2 if len(words) >= 9 else 1
    forms = (form for form in _slippable(dimension) if len(words) > 4 or form[0] == words[0])
    near = {form: edits(words, form, most) for form in forms}
    least = min(near.values(), default=most + 1)
    meant = {SPELLINGS[form] for form, distance in near.items() if distance == least}
    return meant.pop() if least <= most and len(meant) == 1 else ()


@lru_cache(maxsize=64)
def _slippable(dimension: str) -> tuple[str, ...]:
    """The spellings of a dimension's units that are long enough to hold a slip."""
    return tuple(
        form
        for form, units in SPELLINGS.items()
        if len(form) >= 5 and form.isascii() and form.isalpha() and units[0].dimension == dimension
    )


def key_unit(name: str | None, kind: str) -> Unit | None:
    """The unit a key names; None for a counted noun (``town``, ``people``) or no unit at all."""
    if not name:
        return _DEFAULTS.get(kind)
    plain = name.strip().lower().replace("²", "2").replace("³", "3").replace("^", "").replace(".", "")
    found = SPELLINGS.get(plain) or SPELLINGS.get(_standard(plain)) or ()
    if kind == "money":
        found = tuple(unit for unit in found if unit.dimension == "money")
        if not found and len(plain) == 3:
            return Unit(plain.upper(), "money", 1.0, codes=frozenset((plain.upper(),)))
    if kind in ("population", "count") and plain in _NOUNS_TOO:
        return None
    wanted = _DIMENSIONS.get(kind)
    for unit in found:
        if wanted is None or unit.dimension in wanted:
            return unit
    return found[0] if found and kind not in ("population", "count") else None


# Units' names that count things as well: points of a match, yards that build ships.
_NOUNS_TOO = word_set("""
    point points stone stones yard yards click clicks foot feet real reals crown crowns won score scores degree
    degrees time times fold minute minutes second seconds mark marks cent cents has all""")
_DIMENSIONS = {
    "distance": ("length",),
    "duration": ("duration",),
    "age": ("duration",),
    "area": ("area",),
    "share": ("share", "points"),
    "money": ("money",),
}
_DEFAULTS = {
    "share": SPELLINGS["percent"][0],
    "age": SPELLINGS["year"][0],
}
