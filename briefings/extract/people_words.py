"""Which counted nouns are people: a broad list, endings that only people have, and demonyms."""

from __future__ import annotations

from briefings.extract.wordlist import word_set

# Singular forms; irregular plurals are in ``nouns.IRREGULAR``.
_PEOPLE = word_set(
    """
    aboriginal aborigine absentee academic accountant accused activist actor actress addict adolescent
    adult adventurer adviser advisor afghan african agent aide airman alawite alumnus amateur ambassador
    american amputee analyst anchor angler anthropologist applicant appointee apprentice arab
    archaeologist architect aristocrat artist asian assailant assistant associate astronaut astronomer
    asylum-seeker atheist athlete attacker attendant attendee attorney auditor aunt australian author
    baby backbencher backer backpacker baker banker barber barrister bartender batsman beekeeper beggar
    believer bettor bidder billionaire biologist bishop blogger bloke bomber borrower bosniak boss
    bowler boxer boy breadwinner brewer bride brit briton broadcaster broker brother buddhist builder
    bureaucrat burglar busker butcher buyer bystander cadet cameraman campaigner camper candidate
    captain captive cardinal caregiver carer caretaker carpenter cashier casualty caterer catholic caver
    celebrant celebrity centenarian chairman chairperson chairwoman chap chef chemist chief chieftain
    child christian churchgoer citizen civilian claimant classmate cleaner cleric clerk client climber
    clown co-founder coach coder colleague colonel columnist combatant comedian commander commando
    communist commuter competitor complainant composer concertgoer conductor confidant congressman
    congresswoman conscript conservative constable constituent consul consultant consumer contender
    contractor convict cook cop copt correspondent cosmetologist cosmonaut councillor councilman
    councilor counsellor counselor counterpart couple courier cousin creator crew crewman crewmember
    cricketer criminal croat customer cyclist czech dancer dane daredevil daughter dead dealer debtor
    defector defendant defender delegate democrat demonstrator dentist deportee deputy descendant
    deserter designer detainee detective developer devotee diner diplomat director dissident diver
    docker doctor donor draftee drinker driver dropout drummer drunk druze economist editor elder
    elderly elector electrician embalmer emigrant emperor employee employer engineer entertainer envoy
    escapee eskimo european evacuee evangelical executive exile expat expatriate expert explorer
    extremist eyewitness fan farmer farmhand fatality father fella female fighter filipina filipino
    filmmaker finalist finn firefighter fireman fisher fisherman folk follower footballer foreigner
    forester founder franchisee fraudster friend fugitive functionary gambler gamer gangster gardener
    general gentleman girl goalkeeper goalscorer golfer governor graduate grandchild granddaughter
    grandfather grandmother grandparent grandson greek groom grower guard guardsman guerilla guerrilla
    guest guitarist gunman gunner guy gymnast gypsy hacker headmaster heir helper herder herdsman
    hijacker hiker hindu hispanic historian holidaymaker homeowner hooligan hostage householder
    householders hunter husband hutu imam immigrant independent infant influencer informant inhabitant
    injured inmate inpatient insider inspector instructor insurgent intern internee interviewee inuit
    inventor investor invitee islander jew jihadi jihadist jobseeker jockey journalist judge jumper
    juror juvenile kazakh kid kidnapper killer kurd laborer labourer lad lady landlord latina latino
    lawmaker lawyer leader learner lecturer legislator liberal licensee lieutenant lifeguard listener
    litigant lodger logger looter loser loyalist machinist magician magistrate maid male man manager
    maori marcher marine mathematician mayor mechanic medalist medallist mediator medic member mentee
    mep mercenary merchant midfielder midwife migrant militant militiaman millionaire miner minister
    missionary mla mobster monarch monarchist monk mormon mother motorist mountaineer mourner mp mpp
    murderer musician musketeer muslim mutineer national nationalist negotiator neighbor neighbour
    nephew newborn newcomer newlywed niece noble nomad nominee novelist nudist nun nurse observer
    offender officer official olympian onlooker operator opponent organiser organizer orphan outpatient
    outsider owner painter panelist panellist paramedic paratrooper parent parliamentarian parolee
    participant partisan partner partygoer pashtun passenger pastor patient patron peacekeeper peasant
    pedestrian pensioner people performer person personnel petitioner pharmacist photographer physician
    physicist picketer pilgrim pilot pirate plaintiff planner player plumber poacher poet pole police
    policeman policewoman politician pollster pope porter postgraduate preacher premier presenter
    president priest prince princess principal prisoner privateer producer professional professor
    profiteer programmer prosecutor prostitute protestant protester protestor psychiatrist psychologist
    publisher punter pupil purchaser rabbi racer racketeer rancher ranger rapist ratepayer reader rebel
    receptionist recipient recruit referee refugee relative reporter representative republican rescuer
    researcher reservist resident respondent responder retail-worker retiree returnee reveler reveller
    rider rioter robber rohingya roma rookie rower runaway runner sailor scholar schoolboy schoolchild
    schoolgirl scientist scot sculptor seafarer seaman secretary seller senator sentry separatist serb
    sergeant servant serviceman servicewoman settler shareholder shepherd sheriff shia shiite shopkeeper
    shopper sibling signatories signatory signee sikh singer sinhalese sister skateboarder skater skier
    skipper slav slave slovak smoker smuggler sniper snowboarder socialist sociologist soldier solicitor
    son spaniard speaker specialist spectator sportsman sportswoman spouse sprinter spy squatter staff
    staffer steward stewardess stockholder stranger striker student subscriber sufferer sunbather sunni
    supporter surfer surgeon surveyor survivor suspect swede swimmer tailor tajik tamil taxi-driver
    taxpayer teacher teammate technician technologist teen teenager tenant terrorist therapist thief
    thug toddler tourist townsperson trader trafficker trainee trainer trapper traveler traveller
    trekker tribesman triplet troop trooper trucker truckie trustee turk turkmen tutee tutor tutsi
    uighur umpire uncle undergraduate undertaker unionist user uyghur uzbek vagrant valuer vandal vendor
    vet veteran veterinarian victim viewer villager visitor volunteer voter waiter waitress walker
    warlord welder well-wisher whistleblower widow widower wife winemaker winner witness woman worker
    worshiper worshipper wounded wrestler wretch writer yazidi youngster youth zulu
    """
)  # fmt: skip

# Endings of a singular noun that name people, and nothing else that a newspaper counts.
_ENDINGS = (
    "man", "woman", "person", "ist", "ician", "goer", "holder", "worker", "seeker", "fighter", "keeper", "owner",
    "player", "leader", "dweller", "taker", "giver", "rider", "driver", "hunter", "buyer", "seller", "farmer",
    "grower",
    "lover", "teacher", "servant", "officer", "soldier", "member", "monger", "ographer", "ee", "child", "folk",
)  # fmt: skip
_THINGS = word_set(
    """
    apogee bee beer career checklist cheer chimpanzee coffee committee cyst deer degree fee fist
    flagship gist guarantee hoist human joist jubilee knee levee list marquee melee mist newsletter
    pedigree peer placeholder playlist puree settee shortlist sneer spree steer subcommittee talisman
    tepee toffee tree twist veneer waitlist wishlist wrist
    """
)
# Plural endings of demonyms, capitalised: "Iraqis", "Americans", "Sudanese", "Spaniards".
_DEMONYMS = ("ans", "anis", "akis", "ians", "ese", "ards", "lanis", "ites", "iotes")
_DEMONYM_WORDS = word_set(
    """
    iraqis israelis yemenis saudis kuwaitis qataris omanis emiratis bahrainis pakistanis bangladeshis
    azerbaijanis somalis bengalis punjabis kashmiris nepalis afghans kurds arabs turks greeks swedes
    danes finns poles czechs slovaks serbs croats scots britons brits filipinos new-zealanders kiwis
    icelanders dutch british irish french welsh english spanish swiss germans thais malays hungarians
    cypriots maltese lebanese chinese japanese portuguese vietnamese burmese taiwanese congolese
    sudanese senegalese shias shiites sunnis maldivians iraqi israeli fijians tongans samoans
    """
)
_UNITS_OF_PEOPLE = word_set(
    """
    death fatality casualty injury arrest detention execution murder homicide
    """
)


def is_people(singular: str, printed: str) -> bool:
    """Whether a counted noun is people, by its singular and as it was printed (``Iraqis``)."""
    noun = singular.lower()
    if noun in _PEOPLE:
        return True
    if printed[:1].isupper() and (printed.lower() in _DEMONYM_WORDS or printed.endswith(_DEMONYMS)):
        return True
    part = noun.rpartition("-")[2]
    if part in _PEOPLE:
        return True
    return noun not in _THINGS and len(noun) > 4 and noun.endswith(_ENDINGS)


def is_casualty(singular: str) -> bool:
    """Whether the noun counts people by what befell them (``deaths``, ``arrests``)."""
    return singular in _UNITS_OF_PEOPLE
