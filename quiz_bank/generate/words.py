"""Closed word classes of English that the generator leans on: tables of data, no rules.

Only words whose class does not depend on a topic stand here (function words, reporting verbs, hedges, time
words). Names and nouns of a topic are learnt from the story itself.
"""

from __future__ import annotations

from briefings.extract.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from briefings.extract.numbers import ONES, SCALES, TENS

AUXILIARIES = frozenset(
    str.split(
        """
        is are was were has have had will would can could may might must shall should do does did
        """
    )
)
PRESENT = frozenset(
    str.split(
        """
        is are has have remain remains hold holds control controls stand stands
        """
    )
)

PRONOUNS = frozenset(
    str.split(
        """
        he she it they we i you him her them us me
        """
    )
)
POSSESSIVES = frozenset(["his", "her", "its", "their", "our", "my", "your"])
PERSONAL = frozenset(["he", "she", "him", "his", "her"])
FIRST_PERSON = frozenset(
    str.split(
        """
        i we me us my our you your i'm we're i've we've myself ourselves
        """
    )
)
DEMONSTRATIVES = frozenset(["this", "these", "those", "such", "that"])

PREPOSITIONS = frozenset(
    str.split(
        """
        about above across after against along among around as at before behind below between beyond
        by despite during except for from in inside into like near of off on onto out outside over
        past per since through throughout to toward towards under until up upon via with within
        without
        """
    )
)
DETERMINERS = frozenset(
    str.split(
        """
        a an the this that these those his her its their our my your some any no every each all both
        another several many few most more
        """
    )
)
CONJUNCTIONS = frozenset(["and", "but", "or", "nor", "so", "yet"])
SUBORDINATORS = frozenset(
    str.split(
        """
        if unless because although though while when whenever where whereas after before until since
        once as that which who whom whose what how why whether than
        """
    )
)
FUNCTION_WORDS = (
    AUXILIARIES
    | PRONOUNS
    | POSSESSIVES
    | DEMONSTRATIVES
    | PREPOSITIONS
    | DETERMINERS
    | CONJUNCTIONS
    | SUBORDINATORS
    | frozenset(
        str.split(
            """
        there here now then however meanwhile also only just even still already again not never ever
        more less very too most almost nearly once twice today yesterday tomorrow tonight later
        earlier other others one two three four five six seven eight nine ten eleven twelve dozens
        hundreds thousands half first second third last next new former late early many much
        """
        )
    )
)

# Past forms that end otherwise than in -ed and are no common noun or adjective, so that a finite verb shows.
IRREGULAR_PAST = frozenset(
    str.split(
        """
        became began blew broke brought built bought came caught chose clung cost crept cut dealt
        drew drank drove ate fell fed felt fought found fled flew forbade forgot forgave froze gave
        got grew held hid hit hurt kept knew laid led left lent let lay lost made meant met paid put
        quit read rode rang rose ran said saw sank sent set shook shot shrank shut sang sat slept
        slid spoke sped spent spun split spread sprang stood stole stuck struck strove swore swept
        swam swung took taught tore told thought threw understood won wore wrote withdrew withstood
        went died overcame arose awoke beat bent bled bore bred dug foretold hung lit outdid shone
        slew strode strung trod undid woke wept
        overtook overthrew bade sought sold retook rebuilt repaid
        resold undertook mistook oversaw foresaw underwent upheld withheld swam crept outgrew overran
        """
    )
)
# Third-person presents that news prose uses as the main verb.
PRESENT_VERBS = frozenset(
    str.split(
        """
        says tells accounts accuses adds admits agrees aims allows announces argues asks backs becomes begins believes
        blames brings builds calls carries claims comes commands comprises concedes confirms
        connects considers contains controls costs covers crosses declares defends denies describes
        earns employs ends estimates exceeds expects faces fears feeds finds follows forms gets
        gives goes grows has heads hears holds hopes houses includes indicates insists intends
        invests joins keeps knows lacks launches leads leaves lies lives loses makes manages marks
        means meets needs occupies offers opens operates opposes owes owns pays plans pledges
        predicts produces promises proposes provides puts raises reaches receives recommends refuses
        rejects remains reports represents requires reveals rises runs says sees seeks seems sells
        sends serves shares shows sits spans speaks spends stands starts stays stretches suffers
        suggests supplies supports takes talks tells thinks threatens turns understands urges uses
        vows wants warns wears wins works
        adopts affects applies appears attends attracts avoids belongs boasts celebrates collects combines compares
        competes complains concludes conducts consists continues contributes converts creates decides delivers
        depends deserves destroys determines develops differs distributes dominates enables encourages enjoys enters
        establishes excludes exists expires explains explores forbids generates governs happens helps identifies
        ignores imposes improves incorporates involves kills lasts maintains mentions nears observes occurs
        originates oversees performs possesses predates prefers prepares prevents prohibits protects proves
        publishes pursues qualifies recognises recognizes reduces reflects regards relies replaces resembles resides
        retains satisfies separates serves sets settles specialises specializes strengthens succeeds surrounds tends
        transmits tries unveils varies
        """
    )
)
# Plural presents, accepted only right after a plural noun.
PLURAL_PRESENT = frozenset(
    str.split(
        """
        live work make need say hold control face remain believe expect want lie stand own use plan fear
        oppose support account earn suffer die include come go take give get burn rise fall run pay spend
        receive produce employ cover attend carry seek hope think know show cost kill visit travel speak
        contain belong continue cross depend enter serve share sell send sit sleep start stay win wear
        lead consist lose keep bring build meet rely affect allow appear begin buy compete create differ draw eat
        enjoy exist feel generate grow hear help involve join leave occur prefer prepare provide reach refuse replace
        represent require tend threaten try vary
        """
    )
)

# Pasts in -ed that hardly ever stand before a noun as adjectives: "urged calm", "posted mixed results".
PLAIN_PAST = frozenset(
    str.split(
        """
        pleaded urged posted suffered caused received demanded entered visited joined refused added followed denied
        helped gained faced crossed reached attended rejected offered provided showed served lacked earned declared
        expressed voiced needed wanted enjoyed scored averaged featured exceeded endured
        """
    )
)

REPORTING = frozenset(
    str.split(
        """
        said says say saying told tells tell reported reports report claimed claims claim stated
        states added adds estimated estimates estimate believes believe announced confirmed confirms
        insisted insists argued argues warned warns explained explains revealed reveals noted notes
        acknowledged admitted admits alleged alleges maintains maintained indicated indicates
        testified predicts predicted suggests suggested shows showed found observed observes
        """
    )
)
# Verbs of public statements: what was said may matter, the day of the saying does not.
STATEMENTS = frozenset(
    str.split(
        """
        condemned praised welcomed hailed criticised criticized urged called appealed expressed vowed denied accused
        blamed demanded defended congratulated thanked reiterated stressed regretted deplored lauded slammed pointed
        reaffirmed affirmed emphasised emphasized underlined quoted rallied reminded lamented mourned
        """
    )
)
# Reporting verbs that are deeds themselves: the day of the announcement is worth asking.
PERFORMATIVE = frozenset(["announced", "declared", "ordered", "pledged", "signed"])

# Words that turn a figure into a plan, a guess or a condition: true of no day yet.
FORECAST = frozenset(
    str.split(
        """
        could might may would should if unless expected predicted forecast likely possible possibly
        hopes hope plans plan wants want proposes proposed proposing threatened threatens vowed
        pledged promised potential potentially allegedly alleged purported supposedly reportedly
        """
    )
)

# Role words that name no one by themselves ("the President", "the director").
GENERIC_NAMES = frozenset(
    str.split(
        """
        Mr Mrs Ms Miss Dr Sir Lord Lady Dame President Prime Minister Premier King Queen Prince
        Princess Senator Governor Mayor Chancellor General Colonel Major Captain Commander Commodore
        Lieutenant Sergeant Admiral Chief Professor Doctor Judge Justice Secretary Government Parliament
        Senate Congress Opposition Cabinet Commonwealth Federal State Army Navy Police Skipper
        Internet Christmas Easter God Act Bill
        """
    )
) | frozenset(MONTH_NAMES + WEEKDAY_NAMES)

# Definite nouns that need no name beside them: one of a kind, or parts, measures and abstractions.
UNIQUE_NOUNS = frozenset(
    str.split(
        """
        world globe earth sun moon sky sea ocean internet web public media economy environment
        future past present weather ground north south east west northeast northwest southeast
        southwest start beginning end rest top bottom middle centre center time times day days year
        years month months week weeks hour hours decade century night morning afternoon evening
        moment height length width depth
        average minimum maximum total majority minority elderly poor rich
        homeless unemployed young old law way fact idea aim face wake light
        basis same first second third last next final past previous following only age case use
        hands lead air water brink verge eve help aftermath course back front side sidelines
        heart cause streets road deaths death age ages heels grounds job task market markets dollar
        """
    )
)

# "zero" is left out: nobody asks how many where there are none
NUMBER_WORDS = tuple(word for word in (*ONES, *TENS, *SCALES) if word != "zero")

CURRENCIES = {
    "USD": "dollars",
    "AUD": "dollars",
    "CAD": "dollars",
    "NZD": "dollars",
    "SGD": "dollars",
    "HKD": "dollars",
    "GBP": "pounds",
    "EUR": "euros",
    "JPY": "yen",
    "CNY": "yuan",
    "INR": "rupees",
    "RUB": "roubles",
    "CHF": "francs",
    "ZAR": "rand",
    "KRW": "won",
    "BRL": "reais",
    "MXN": "pesos",
    "SEK": "kronor",
    "NOK": "kroner",
    "DKK": "kroner",
    "TRY": "lira",
}
UNITS = {
    "km": "kilometres",
    "m": "metres",
    "mile": "miles",
    "ft": "feet",
    "cm": "centimetres",
    "mm": "millimetres",
    "yard": "yards",
    "nautical mile": "nautical miles",
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "night": "nights",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "decade": "decades",
    "km2": "square kilometres",
    "m2": "square metres",
    "sqmile": "square miles",
    "ha": "hectares",
    "acre": "acres",
    "kg": "kilograms",
    "tonne": "tonnes",
    "km/h": "kilometres an hour",
    "mph": "miles an hour",
    "percentage point": "percentage points",
}
# Nouns of places and bodies that a text calls by class after naming them once.
PLACE_CLASSES = frozenset(
    str.split(
        """
        city town village province region country state island district river suburb capital
        territory port county valley mountain lake peninsula republic archipelago municipality
        neighbourhood neighborhood
        """
    )
)
BODY_CLASSES = frozenset(
    str.split(
        """
        group company airline department party union bank agency organisation organization hospital
        airport university ministry club team commission committee council court board authority
        bureau firm corporation association federation institute observatory coalition alliance
        movement militia network thrift lender brokerage
        institution school prison centre center base station mine plant
        factory museum foundation charity carrier insurer retailer newspaper broadcaster navy army
        """
    )
)
MILITANT_CLASSES = frozenset(
    str.split(
        """
        militants jihadists jihadis extremists rebels insurgents fighters guerrillas separatists
        terrorists
        """
    )
)
IRREGULAR_PLURALS = frozenset(
    str.split(
        """
        people men women children police crew staff fish sheep aircraft troops personnel feet teeth
        mice data media percent policemen policewomen firemen gunmen servicemen fishermen
        businessmen clergy cattle spacecraft militiamen tribesmen workmen gentlemen spokesmen
        chairmen young dead
        """
    )
)
