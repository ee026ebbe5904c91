"""Currencies: symbols before a number, words after it, and what a bare dollar or pound means where."""

from __future__ import annotations

import re

from briefings.patterns import Pattern

# Spelling before the digits -> ISO 4217 code; "$" itself follows the outlet's country.
SYMBOLS: dict[str, str] = {
    "$": "USD", "US$": "USD", "USD": "USD", "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "C$": "CAD", "CA$": "CAD",
    "CAD": "CAD",
    "NZ$": "NZD", "NZD": "NZD", "HK$": "HKD", "HKD": "HKD", "S$": "SGD", "SGD": "SGD", "NT$": "TWD", "R$": "BRL",
    "Z$": "ZWD", "J$": "JMD", "TT$": "TTD", "N$": "NAD", "MX$": "MXN", "Mex$": "MXN", "£": "GBP", "GBP": "GBP",
    "STG": "GBP",
    "€": "EUR", "EUR": "EUR", "¥": "JPY", "JPY": "JPY", "JP¥": "JPY", "CN¥": "CNY", "RMB": "CNY", "CNY": "CNY",
    "₹": "INR",
    "Rs": "INR", "Rs.": "INR", "INR": "INR", "₽": "RUB", "₩": "KRW", "KRW": "KRW", "₪": "ILS", "NIS": "ILS",
    "₺": "TRY",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH", "CHF": "CHF", "SEK": "SEK", "NOK": "NOK",
    "DKK": "DKK",
    "RM": "MYR", "Rp": "IDR", "PKR": "PKR", "ZAR": "ZAR", "AED": "AED", "SAR": "SAR", "Dh": "AED", "Dhs": "AED",
    "DM": "DEM",
    "Ksh": "KES", "KSh": "KES", "Sh": "KES", "BRL": "BRL", "MXN": "MXN", "PLN": "PLN", "TRY": "TRY",
    "EGP": "EGP", "IR£": "IEP",
    "E£": "EGP", "LE": "EGP", "R": "ZAR", "Php": "PHP", "THB": "THB", "Tk": "BDT", "NPR": "NPR",
}  # fmt: skip
# Letters that mean money only where they touch the digits, or only at home ("R500").
_TOUCHING = frozenset(("R", "Sh", "LE", "Tk", "Dh", "DM"))
_AT_HOME = {"R": "ZA"}

# Spelling after the number -> code, or the name of a coin.
WORDS: dict[str, str] = {
    "dollar": "$", "us dollar": "USD", "american dollar": "USD", "buck": "$", "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "new zealand dollar": "NZD", "hong kong dollar": "HKD", "singapore dollar": "SGD", "taiwan dollar": "TWD",
    "zimbabwe dollar": "ZWD",
    "pound sterling": "GBP", "sterling": "GBP", "british pound": "GBP", "egyptian pound": "EGP",
    "lebanese pound": "LBP",
    "syrian pound": "SYP", "sudanese pound": "SDG", "irish pound": "IEP", "quid": "GBP", "euro": "EUR", "yen": "JPY",
    "japanese yen": "JPY", "yuan": "CNY", "chinese yuan": "CNY", "renminbi": "CNY", "rupee": "INR",
    "indian rupee": "INR",
    "pakistani rupee": "PKR", "sri lankan rupee": "LKR", "nepalese rupee": "NPR", "rouble": "RUB", "ruble": "RUB",
    "russian rouble": "RUB", "russian ruble": "RUB", "south korean won": "KRW", "shekel": "ILS", "new shekel": "ILS",
    "turkish lira": "TRY", "lira": "TRY", "naira": "NGN", "rand": "ZAR", "swiss franc": "CHF", "franc": "CHF",
    "cfa franc": "XOF",
    "french franc": "FRF", "belgian franc": "BEF", "deutschmark": "DEM", "deutschemark": "DEM", "german mark": "DEM",
    "peseta": "ESP", "italian lira": "ITL", "guilder": "NLG", "drachma": "GRD", "swedish krona": "SEK",
    "krona": "SEK",
    "kronor": "SEK", "norwegian krone": "NOK", "danish krone": "DKK", "kroner": "NOK", "krone": "NOK", "zloty": "PLN",
    "forint": "HUF", "czech crown": "CZK", "koruna": "CZK", "hryvnia": "UAH", "baht": "THB", "rupiah": "IDR",
    "ringgit": "MYR",
    "dong": "VND", "philippine peso": "PHP", "mexican peso": "MXN", "argentine peso": "ARS", "chilean peso": "CLP",
    "colombian peso": "COP", "peso": "MXN", "brazilian real": "BRL", "reais": "BRL", "bolivar": "VES", "riyal": "SAR",
    "saudi riyal": "SAR", "dirham": "AED", "dinar": "IQD", "kuwaiti dinar": "KWD", "jordanian dinar": "JOD",
    "iraqi dinar": "IQD",
    "rial": "IRR", "iranian rial": "IRR", "afghani": "AFN", "taka": "BDT", "kyat": "MMK", "birr": "ETB",
    "cedi": "GHS",
    "kenyan shilling": "KES", "shilling": "KES", "ugandan shilling": "UGX", "kwacha": "ZMW", "cent": "cent",
    "us cent": "cent",
    "euro cent": "cent", "penny": "penny", "pence": "penny", "bitcoin": "BTC",
}  # fmt: skip

DOLLARS: dict[str, str] = {
    "AU": "AUD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "TW": "TWD", "FJ": "FJD", "JM": "JMD",
    "TT": "TTD",
    "BS": "BSD", "BB": "BBD", "GY": "GYD", "NA": "NAD", "ZW": "ZWD", "LR": "LRD"
}  # fmt: skip
_RUPEES: dict[str, str] = {"PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"}
_PESOS: dict[str, str] = {"PH": "PHP", "AR": "ARS", "CL": "CLP", "CO": "COP"}
_BY_COUNTRY: dict[str, dict[str, str]] = {
    "$": DOLLARS, "Rs": _RUPEES, "Rs.": _RUPEES, "rupee": _RUPEES, "peso": _PESOS, "¥": {"CN": "CNY"},
}  # fmt: skip

_BEFORE = Pattern(
    r"(?<![^\W_])(?:"
    + "|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))
    + r") ?\Z"
)
_LONGEST_SYMBOL = 6


def currency_before(text: str, start: int, country: str | None) -> tuple[int, str] | None:
    """The offset and the code of a currency that stands right before ``start``, or None."""
    match = _BEFORE.search(text, max(0, start - _LONGEST_SYMBOL), start)
    if match is None:
        return None
    symbol = match.group().rstrip()
    if symbol in _TOUCHING and match.end() - match.start() != len(symbol):
        return None
    if _AT_HOME.get(symbol, country) != country:
        return None
    return match.start(), code_of(symbol, SYMBOLS[symbol], country)


def code_of(spelling: str, code: str, country: str | None) -> str:
    """What a spelling means in an outlet of that country: "$" is AUD in Australia, USD where nothing is known."""
    here = _BY_COUNTRY.get(spelling, {}).get(country or "")
    return here or ("USD" if code == "$" else code)


def currency_word(spelling: str, country: str | None) -> str | None:
    """The code of a currency named after its number, singular or plural (``dollars``), else None."""
    for form in (spelling, spelling.removesuffix("s"), spelling.removesuffix("es")):
        if form in WORDS:
            return code_of("$" if WORDS[form] == "$" else form, WORDS[form], country)
    return None
