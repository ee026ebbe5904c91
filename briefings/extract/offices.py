"""Offices, ranks and occupations: which word makes the words around a name a role.

Three degrees of certainty: a title stands before a surname alone (``Senator Moore``); an office is sure before
or after any full name (``spokesman``); a word that only looks like an occupation (``-er``, ``-ist``) needs a
sign that the name is a person's, as ``retailer Moore Brothers`` shows.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from briefings.extract.wordlist import word_set

HONORIFICS: Final = word_set("""
mr mrs ms miss mx messrs dr doctor sir dame lord lady madam mme monsieur hon honourable honorable
""")
"""Forms of address: they mark a person and are no office."""

STYLES: Final = word_set("right most very rt")
"""Words that make the title after them a form of address: ``the Right Reverend Ada Moore``."""

TITLES: Final = word_set("""
president premier chancellor senator sen congressman congresswoman governor gov mayor councillor alderman
king queen prince princess emperor sultan emir sheikh sheik duke duchess baron baroness
pope cardinal archbishop bishop reverend rev rabbi imam ayatollah canon deacon pastor father
minister ambassador consul secretary undersecretary speaker chief commissioner chairman chairwoman
general gen lieutenant lt colonel col major maj captain capt commander cdr admiral adm commodore brigadier
marshal sergeant sgt corporal cpl lance private pte trooper ensign lieutenant-general
lieutenant-colonel major-general brigadier-general vice-admiral rear-admiral squadron
detective inspector superintendent constable officer sheriff deputy agent
judge justice magistrate coroner attorney-general solicitor-general governor-general secretary-general
professor prof skipper coach administrator firefighter investigator comrade representative rep det insp supt brig cmdr
vice-president president-elect vice-chancellor director chairperson
""")
"""Capitalised before a name, a surname alone included."""

OFFICES: Final = word_set("""
abbot academic accountant activist actor actress actuary adjudicator administrator admiral adviser advisor
advocate agent aide alderman ambassador analyst anarchist anchor anchorman anchorwoman announcer anthropologist
apologist apprentice arbitrator archaeologist archbishop archdeacon architect archivist artist aristocrat
assassin assistant associate astronaut astronomer athlete attache attaché attorney attorney-general auctioneer
auditor author autobiographer ayatollah
bachelor backbencher baker ballerina banker bandleader barber baritone barman baron baroness
barrister bassist batsman bassoonist beautician billionaire biochemist biographer biologist bishop blogger
bodyguard bookkeeper bookmaker bookseller boss botanist bowler boxer brewer bricklayer brigadier broadcaster
broker builder burgomaster bursar businessman businesswoman butcher
cabinetmaker campaigner candidate captain caretaker cardinal cardiologist caricaturist carpenter cartographer
cartoonist cashier cellist celebrity chairman chairperson chairwoman chair champion chancellor chaplain chauffeur chef
chemist chief chieftain choirmaster choreographer cinematographer clarinettist cleaner clergyman
cleric clerk climatologist clown co-author co-chair co-chairman co-founder co-leader co-owner coach coachman
coalminer colonel columnist comedian comedienne commandant commander commentator commissioner commodore
communist composer comptroller concertmaster conductor congressman congresswoman conservationist conservator
constable consul consultant contractor controller co-ordinator coordinator corporal correspondent cosmonaut
councillor councilman councilwoman counsel counsellor counselor courtier cox cricketer criminologist critic
crooner curate curator custodian cyclist czar
dancer dean decorator deejay delegate demographer dentist deputy dermatologist designer detective developer
diarist dictator dietician dietitian diplomat director diver dj doctor doorman dramatist driver drummer duchess
duke
earl ecologist economist editor educator electrician elder emir emperor employee engineer engraver entertainer
entrepreneur envoy epidemiologist essayist evangelist examiner executive executor expert fellow explorer
farmer federalist feminist figurehead filmmaker film-maker financier firefighter fireman
fisherman flautist flutist footballer forecaster foreman forester founder
frontbencher frontman
gamekeeper gangster gardener general geneticist geographer geologist geophysicist goalkeeper goalie goldsmith
golfer governor governor-general grazier grocer guard guardian guide guitarist gymnast
gynaecologist
hairdresser handyman harpist head headmaster headmistress healer heavyweight heir heiress herpetologist
historian hitman hooker hotelier housekeeper humanist humorist hunter hydrologist
illusionist illustrator imam immunologist impresario incumbent industrialist informant innkeeper inspector
instructor interpreter inventor investigator investor ironmonger
jailer janitor jeweller jockey journalist judge jurist justice
keeper keyboardist king knight
labourer lama laureate landowner landlady landlord lawmaker lawyer leader leaseholder lecturer legend legislator
librarian librettist lieutenant lifeguard linguist liquidator lobbyist locksmith logger lyricist
maestro magician magistrate magnate manager manageress marksman marshal mason master mathematician matador
matron mayor mayoress mechanic mediator medic medium mentor mercenary merchant messenger meteorologist
microbiologist midfielder midwife milkman millionaire miner minister missionary mobster model moderator mogul
monarch monk monsignor motorist mountaineer mp mep mufti mullah musician musicologist
narrator nationalist naturalist navigator negotiator neurologist neuroscientist neurosurgeon
newsreader newscaster nominee novelist nun nurse nutritionist
oarsman obstetrician oceanographer officer official ombudsman oncologist operator ophthalmologist
optician optometrist orator organiser organist organizer ornithologist orthodontist owner
paediatrician painter palaeontologist paleontologist paramedic parliamentarian partner pastor pathologist
patriarch patrolman peer percussionist personality pharmacist philanthropist philosopher photographer
photojournalist physician physicist physiologist physiotherapist pianist pilot pioneer pitcher planner playboy
player playmaker playwright plumber poet policeman policewoman politician pollster pope porter postman postmaster
potter preacher prefect prelate premier presenter president priest primate prince princess principal printer
proctor producer professor programmer promoter proprietor prosecutor psephologist psychiatrist psychic
psychoanalyst psychologist psychotherapist publican publicist publisher punter
quarterback quartermaster queen
rabbi racer radiographer radiologist ranger rapper reader realtor rear-admiral receiver receptionist recruiter
rector referee reformer registrar regulator reporter representative researcher restaurateur
retailer reverend reviewer rider ringleader roboticist ruler runner
sailor salesman saleswoman saxophonist scholar schoolteacher scientist scriptwriter sculptor seaman secretary
secretary-general seismologist senator sergeant sergeant-at-arms servant sexologist shah shaman
shareholder shearer sheikh shepherd sheriff shipbuilder shipowner shopkeeper showman singer singer-songwriter
skater skier skipper smuggler sniper sociologist soldier solicitor solicitor-general soloist
songwriter soprano speaker specialist spiritualist spokesman spokesperson spokeswoman sportsman sprinter spy
staffer star statesman statistician steward stewardess stockbroker stockman storyteller strategist
striker student stuntman stylist sub-editor suffragist sultan superintendent superstar supervisor supremo surfer
surgeon surveyor swimmer
tailor taoiseach teacher technician telecaster teller tenor terrorist theologian theorist therapist
toastmaster trader trainer translator trawlerman treasurer trombonist troubadour
trumpeter trustee tsar tutor tycoon typist
umpire undersecretary undertaker unionist urologist usher
valet vaulter vendor vet veterinarian vicar vice-admiral vice-captain vice-chairman vice-chancellor
vice-president viceroy violinist virologist virtuoso viscount vocalist volcanologist
waiter waitress warden warlord watchmaker weatherman webmaster weightlifter welder whip whistleblower
whistle-blower wicketkeeper winemaker wizard woodcutter worker wrestler writer
yachtsman yachtswoman youtuber zoologist zookeeper
ceo cfo coo cto chairman-elect president-elect
""")
"""Lower-case heads of a role; hyphened entries are also met as one word."""

NEEDS_PERSON: Final = word_set("""
fighter operator developer producer publisher broadcaster retailer brewer builder owner employee guide medium reader
receiver model star master legend keeper hunter head chair champion worker rider runner player driver printer
promoter recruiter regulator trader vendor explorer investor pioneer partner peer guard guardian hooker
decorator planner designer host contractor investigator heir servant whip terrorist assassin communist
nationalist teller knight elder informant jeweller supervisor bachelor punter motorist
""")
"""Offices that are as often a company's or a thing's: sure only where the name is known to be a person's."""

COMPANIES_TOO: Final = word_set("""
operator developer producer publisher broadcaster retailer brewer builder owner printer promoter recruiter regulator
vendor explorer investor pioneer partner planner designer host contractor supervisor
""")
"""Those of them that a company can be called in an apposition too (``Moore Brothers, a developer``)."""

NO_OFFICE: Final = word_set("""
after before under over other another whether never ever her together however rather number member order matter
paper letter river water weather winter summer quarter corner counter border computer former later latter either
neither nor for or computer center theatre power tower flower shower layer further farther father
mother brother sister daughter grandfather grandmother stepfather stepmother killer murderer rapist robber
supporter follower voter customer consumer user buyer prisoner passenger survivor stranger newcomer foreigner
villager outsider insider settler teenager youngster pensioner commuter shopper better bigger larger smaller
older younger higher lower fewer greater longer shorter stronger weaker closer earlier easier harder faster slower
cheaper richer poorer newer nearer wider deeper proper upper inner outer super silver copper rubber timber lumber
leather feather cover offer answer transfer dinner supper butter sugar beer folder poster banner sticker newspaper
carrier tanker bomber cruiser destroyer freighter trawler steamer chopper cluster disaster monster hamster oyster
register character chapter filter fever cancer ulcer liver finger shoulder
manner consider remember deliver recover discover wonder suffer differ refer prefer enter alter bitter
major minor prior senior junior superior inferior interior exterior anterior sector factor tractor
motor reactor error terror horror mirror favour honour humour labour colour harbour neighbour visitor competitor
predecessor successor ancestor creditor debtor corridor minor vector monitor sensor detector indicator elevator
escalator generator calculator labor harbor vapor rumor tumor armor arbor meteor
list twist mist fist wrist assist exist resist insist persist consist against racist sexist fascist rapist
bushfire maker insurer lender supplier manufacturer carmaker drugmaker automaker airliner liner liker employer
provider distributor importer exporter processor wholesaler refiner packer predator
""")
"""Words that end like an occupation and are none, or none that makes a role."""

RANKS_IN_FULL: Final = {
    "Adm": "Admiral",
    "Brig": "Brigadier",
    "Capt": "Captain",
    "Cmdr": "Commander",
    "Col": "Colonel",
    "Cpl": "Corporal",
    "Det": "Detective",
    "Gen": "General",
    "Gov": "Governor",
    "Insp": "Inspector",
    "Lt": "Lieutenant",
    "Maj": "Major",
    "Prof": "Professor",
    "Pte": "Private",
    "Rep": "Representative",
    "Rev": "Reverend",
    "Sen": "Senator",
    "Sgt": "Sergeant",
    "Supt": "Superintendent",
}
"""Short forms of titles, so that ``Gen Moore`` and ``General Moore`` hold one office."""

_PERSONS_ONLY: Final = NEEDS_PERSON - COMPANIES_TOO
_PLURALS: Final = (
    frozenset(f"{word}s" for word in (OFFICES | TITLES) - NEEDS_PERSON)
    - OFFICES
    - {"generals", "majors", "privates"}
)

QUALIFIERS: Final = word_set("""
former retired acting deputy senior fellow chief veteran ex late outgoing incoming interim one-time onetime
longtime long-time then prominent leading top elect newly-elected billionaire millionaire renowned famed famous
legendary celebrated noted influential junior assistant associate emeritus honorary executive managing founding
visiting principal lead head vice joint co presidential shadow caretaker provisional veteran
award-winning high-profile high-ranking top-ranking self-styled self-proclaimed exiled jailed disgraced ousted
embattled controversial
""")
"""Words that belong to an office and may stand before a body's name (``former Harbour Trust director``)."""

_SUFFIXES: Final = (
    "man",
    "woman",
    "person",
    "ist",
    "ologist",
    "ician",
    "eer",
    "smith",
    "wright",
    "keeper",
    "maker",
)
_SURE_ENDINGS: Final = ("spokesman", "spokeswoman", "minister", "-general")
_LOOSE_MIN: Final = 6


@lru_cache(maxsize=4096)
def head_word(word: str) -> str:
    """The word as the tables hold it: lower case, without full stop, possessive or the prefix ``ex-``."""
    bare = word.lower().rstrip(".,").replace("’", "'")
    bare = bare.removesuffix("'s")
    return bare.removeprefix("ex-").removesuffix("-elect")


def is_plural(word: str) -> bool:
    """Whether the word is the plural of an office that may stand before several names."""
    return word.lower() in _PLURALS


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Whether a capitalised word may stand before a surname alone."""
    bare = head_word(word)
    return bare in TITLES or bare.rpartition("-")[2] in TITLES


@lru_cache(maxsize=4096)
def leads_surname(word: str) -> bool:
    """Whether the word is a title or a form of address, which a surname alone may follow."""
    return head_word(word) in HONORIFICS or is_title(word)


@lru_cache(maxsize=4096)
def is_sure_office(word: str) -> bool:
    """Whether the word makes a role with any full name beside it."""
    bare = head_word(word)
    if bare in NEEDS_PERSON or bare in NO_OFFICE:
        return False
    return bare in OFFICES or bare in TITLES or bare in _PLURALS or bare.endswith(_SURE_ENDINGS)


@lru_cache(maxsize=4096)
def is_persons_office(word: str) -> bool:
    """Whether the word makes a role in an apposition to a name that may be a person's."""
    return is_sure_office(word) or head_word(word) in _PERSONS_ONLY


@lru_cache(maxsize=4096)
def is_office(word: str) -> bool:
    """Whether the word may be an office or an occupation, by table or by its ending."""
    bare = head_word(word).rpartition("-")[2]
    if bare in NO_OFFICE:
        return False
    if bare in OFFICES or bare in TITLES or is_sure_office(word):
        return True
    return len(bare) >= _LOOSE_MIN and bare.isalpha() and bare.endswith(_SUFFIXES)
