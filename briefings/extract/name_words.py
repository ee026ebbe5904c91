"""Words that tell names apart: what only opens a sentence, what ends an organisation's or a place's name."""

from __future__ import annotations

from typing import Final

from briefings.extract.wordlist import word_set

STARTERS: Final = word_set("""
a about above according across after again against all almost along already also although always amid among an
and another any anyone apart are around as asked at away back because before behind being below beside besides
between beyond both but by can certainly could currently despite did do does doing down during each earlier
either elsewhere even eventually ever every everyone few fewer finally following for from further
get given go had has have having he hence her here his how however i if in including indeed inside instead
into is it its itself just last late later least less let like likewise made many may maybe
meanwhile might more moreover most much must my nearly neither never nevertheless next no nobody none nor not
nothing now of off on once one only or other others otherwise our out outside over overall part perhaps
previously rather read recently regarding she should similarly since so some soon still
such than that the their them then there therefore these they this those though three through throughout thus to
today together told tomorrow tonight too towards two under unless unlike until up upon us using very was we were
what whatever when whenever where whereas whether which while who whoever whole whom whose why will with within
without would yes yesterday yet you your four five six seven eight nine ten hundreds thousands
dozens millions several image caption photo
says adds added explains explained recalls recalled warns warned insists argues admits
""") - {"us", "may"}
"""Words that are capital only because a sentence starts with them."""


def is_starter(word: str) -> bool:
    """Whether a capitalised word is no name but a sentence's first word; ``IS`` and ``WHO`` are names."""
    return word.lower() in STARTERS and not (len(word) > 1 and word.isupper())


CALENDAR: Final = word_set("""
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
September October November December Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sept Sep
Oct Nov Dec Christmas Easter Ramadan AM PM GMT BST EST EDT AEST AEDT ACDT UTC
""")

ORGANISATION_WORDS: Final = word_set("""
academy administration agency airlines airways alliance army arsenal assembly association athletic authority bank
battalion board brigade brigades broadcasting brothers bureau business cabinet cathedral centre center chamber church
city club coalition college command commission committee communications companies company confederation
conference congress consortium corporation corps council court courts daily data department division electric
energy enterprises exchange express federation fighters films finance firm force forces foundation front fund
gazette group guard guardians guards health herald holdings hospital hotel industries institute institution
insurance intelligence international investments journal kingdom laboratories laboratory league legion
ltd limited mail media mercury militia ministry mission mobilisation monitor motors movement museum navy network
news observatory office opera operations organisation organization panel parliament party party's petroleum police
post power press programme program project publishing radio railways records regiment registry republic
resources restaurant resistance review school schools securities security senate service services settlement society
squad staff standard state states steel studios summit syndicate systems team technologies telegraph telecom
television theatre times treasury tribunal tribune trust tv union unit united university venture watch weekly
wanderers winery works plc inc corp co airport helicopters aviation airline foods mines mining oil gas
nations democrats republicans liberals greens conservatives socialists unions bulldogs rovers rangers fc
authorities directorate inquiry inspectorate orchestra laboratories brewery breweries motor stores supermarkets
""")
PLACE_WORDS: Final = word_set("""
airport avenue bay beach bridge canal canyon cape castle channel city coast country county creek crossing dam
delta desert district east falls farm fields forest gardens gate gorge gulf harbour harbor heads heights highlands
highway hill hills house island islands isle junction lagoon lake lakes lane mount mountain mountains
north ocean oval park pass peninsula plain plains plateau point pool port province range reef region ridge river
road sea sound south springs square stadium station strait straits street strip suburb territory tower town tunnel
valley village west wharf woods zone gallery palace prison camp centre mosque cathedral basin
""")
_OTHER_THINGS: Final = word_set("""
act act's agreement award awards ballot battle bowl budget canonical ceremony championship championships
championships code constitution cup day declaration derby decree edition election elections era eve event fair
fashion festival final finals first flight formula games grand honours idol law laws list lottery medal member mission
month national night novel olympics olympic open order pact peace plan plate policy prix prize protocol race report
resolution revolution season second series session show song stakes statement story style summer survey
system tax test third tour tournament treaty trophy war week winter world year years spring autumn class
affairs defence defense education trade transport environment agriculture justice tourism
foreign industry employment immigration
english federal commonwealth royal special joint general democratic public human new old great upper lower
northern southern eastern western central international website video photograph story image
minister president secretary premier chancellor governor senator ambassador commissioner director officer chief
chairman mayor professor inspector constable sergeant colonel captain lieutenant commander admiral superintendent
detective labor labour liberal republican democrat conservative coalition opposition taliban qaeda hezbollah hamas
""")
NOT_A_PERSON: Final = ORGANISATION_WORDS | PLACE_WORDS | _OTHER_THINGS
"""Lower-case words that no person's name holds."""

SURNAMES_TOO: Final = word_set(
    "hill wood woods west north law day church house post cross english field fields fair race"
)
"""Words above that are surnames too: no bar to a name that starts with a common given name."""
