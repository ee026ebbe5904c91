"""Every unit the extractor knows: its spellings, the kind of fact it makes and the name a fact carries.

A spelling is looked up in lower case with hyphens as spaces, longest first. Single letters are units only
where they touch the digits (``20m``), which ``GLUED`` lists apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefings.facts import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: the kind of fact it measures, its name, and what a fact tells it in (a decade is ten years)."""

    kind: Kind
    name: str
    times: int = 1
    of: str = ""


# kind | name | spellings, a comma apart; "= 10 year" says what a fact tells the unit in.
_TABLE = """
distance | km | km, kms, kilometre, kilometres, kilometer, kilometers, klick, klicks
distance | m | m, metre, metres, meter, meters, mtr, mtrs
distance | cm | cm, cms, centimetre, centimetres, centimeter, centimeters
distance | mm | mm, millimetre, millimetres, millimeter, millimeters
distance | mile | mile, miles, mi
distance | nautical mile | nautical mile, nautical miles, nm
distance | ft | ft, foot, feet
distance | inch | inch, inches
distance | yard | yard, yards, yd, yds
distance | light year | light year, light years, lightyear, lightyears
area | km2 | sq km, sq kms, sq. km, square km, square kilometre, square kilometres, square kilometer, square kilometers
area | km2 | km2, km², sq kilometres, sq kilometers
area | m2 | sq m, sq metres, sq meters, square metre, square metres, square meter, square meters, square m, m2, m²
area | sqmile | sq mile, sq miles, sq mi, square mile, square miles
area | ft2 | sq ft, sq. ft, square foot, square feet, ft2
area | ha | ha, hectare, hectares
area | acre | acre, acres
duration | second | second, seconds, sec, secs
duration | minute | minute, minutes, min, mins
duration | hour | hour, hours, hr, hrs
duration | day | day, days
duration | night | night, nights
duration | week | week, weeks
duration | fortnight = 2 week | fortnight, fortnights
duration | month | month, months
duration | year | year, years, yr, yrs
duration | decade = 10 year | decade, decades
duration | century = 100 year | century, centuries
duration | millisecond | millisecond, milliseconds
share | percent | %, percent, per cent, per cents, pct, pc, percentage, per cent., pct.
share | percentage point | percentage point, percentage points, percent point, percent points, per cent point, pp
share | percentage point | per cent points, percentage-points, % point, % points, pct points, ppt, ppts
share | basis point | basis point, basis points, bp, bps
count | km/h | km/h, kmh, kph, km per hour, km an hour, kilometre an hour, kilometres an hour, kilometer an hour
count | km/h | kilometers an hour, kilometres per hour, kilometers per hour, kilometre per hour, kilometer per hour
count | km/h | kms per hour, kilometres-an-hour, kms an hour, kms/h, k.p.h, kilometres/hour, kmph
count | mph | mph, mile an hour, miles an hour, mile per hour, miles per hour, m.p.h
count | m/s | m/s, metres per second, meters per second, metres a second, meters a second
count | Richter | magnitude, richter
count | km/s | km/s, kilometres per second, kilometers per second, kilometres a second
count | mile/s | miles per second
count | knot | knot, knots, kts
count | kg | kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes
count | gram | gram, grams, gramme, grammes
count | milligram | mg, milligram, milligrams
count | microgram | microgram, micrograms, mcg
count | tonne | tonne, tonnes, metric ton, metric tons, metric tonnes
count | ton | ton, tons
count | short ton | short ton, short tons
count | long ton | long ton, long tons
count | pound | lb, lbs
count | ounce | oz, ounce, ounces
count | stone | stone
count | litre | litre, litres, liter, liters, ltr
count | millilitre | ml, millilitre, millilitres, milliliter, milliliters
count | megalitre | megalitre, megalitres, megaliter, megaliters
count | gallon | gallon, gallons
count | pint | pint, pints
count | barrel | barrel, barrels, bbl
count | bushel | bushel, bushels
count | cubic metre | cubic metre, cubic metres, cubic meter, cubic meters, m3
count | cubic foot | cubic foot, cubic feet
count | cubic km | cubic kilometre, cubic kilometres, cubic kilometer, cubic kilometers, cubic km
count | degree | degree, degrees, deg, º, °
count | degree Celsius | °c, ºc, degree celsius, degrees celsius, degrees c, degree c, deg c, degrees centigrade
count | degree Fahrenheit | °f, degrees fahrenheit, degree fahrenheit, degrees f, degree f, fahrenheit, ºf
count | watt | watt, watts
count | kW | kw, kilowatt, kilowatts
count | MW | mw, megawatt, megawatts
count | GW | gw, gigawatt, gigawatts
count | kWh | kwh, kilowatt hour, kilowatt hours, kilowatt-hours
count | MWh | mwh, megawatt hour, megawatt hours
count | GWh | gwh, gigawatt hour, gigawatt hours
count | TWh | twh, terawatt hour, terawatt hours
count | volt | volt, volts
count | kV | kv, kilovolt, kilovolts
count | horsepower | horsepower, hp, bhp, brake horsepower
count | Hz | hz, hertz
count | MHz | mhz, megahertz
count | GHz | ghz, gigahertz
count | kB | kb, kilobyte, kilobytes
count | MB | mb, megabyte, megabytes
count | GB | gb, gigabyte, gigabytes
count | TB | tb, terabyte, terabytes
count | Mbps | mbps, megabits per second
count | Gbps | gbps, gigabits per second
count | ppm | ppm
count | ppb | ppb
count | megapixel | megapixel, megapixels
count | calorie | calorie, calories
count | carat | carat, carats
count | kiloton | kiloton, kilotons, kt
count | megaton | megaton, megatons
count | decibel | decibel, decibels, db
count | mpg | mpg, miles per gallon
count | millibar | millibar, millibars, hectopascal, hectopascals
"""

# Where a letter touches the digits; "m" may also be millions, which ``figures`` decides by what follows.
GLUED = {
    "m": Unit("distance", "m"),
    "g": Unit("count", "gram"),
    "t": Unit("count", "tonne"),
    "s": Unit("duration", "second"),
    "h": Unit("duration", "hour"),
    "l": Unit("count", "litre"),
    "C": Unit("count", "degree Celsius"),
    "F": Unit("count", "degree Fahrenheit"),
    "c": Unit("money", "cent"),
    "p": Unit("money", "penny"),
    "W": Unit("count", "watt"),
    '"': Unit("distance", "inch"),
    "'": Unit("distance", "ft"),
    "in": Unit("distance", "inch"),
}
PERCENT = Unit("share", "percent")
FRACTION = Unit("share", "fraction")
PEOPLE = Unit("population", "people")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
LONGEST_SPELLING = 4  # words

# What one unit of a pair is in the next smaller one, for "six feet two inches", "three hours and 20 minutes".
SMALLER = {
    ("ft", "inch"): 12,
    ("m", "cm"): 100,
    ("km", "m"): 1000,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("stone", "pound"): 14,
    ("pound", "ounce"): 16,
}


def _read_table() -> dict[str, Unit]:
    units = {}
    for line in _TABLE.strip().splitlines():
        kind, name, spellings = (part.strip() for part in line.split("|"))
        name, _, told = name.partition(" = ")
        times, _, of = told.partition(" ")
        unit = Unit(kind, name, int(times or 1), of)  # type: ignore[arg-type]
        for spelling in spellings.split(","):
            units[spelling.strip().replace("-", " ")] = unit
    return units


UNITS: dict[str, Unit] = _read_table()
