"""Which counted nouns are people: a broad list, endings that only people have, and demonyms."""

from __future__ import annotations

from briefings.extract.wordlist import word_set

# Singular forms; irregular plurals are in ``nouns.IRREGULAR``.
_PEOPLE = word_set(
    """
    absentee abuser academic accountant accused acrobat activist actor actress addict admiral
    adolescent adult adventurer adviser advisor agent aide airman alumnus amateur ambassador amputee
    analyst anchor anchorman angler anthropologist apologist applicant appointee apprentice
    archaeologist archbishop architect aristocrat arsonist artilleryman artist assailant assassin
    assistant associate astronaut astronomer asylum-seeker atheist athlete attacker attendant
    attendee attorney auditor aunt author aviator ayatollah baby backbencher backer backpacker
    bailiff baker ballerina banker barber barrister bartender batsman beekeeper beggar believer
    bettor bicyclist bidder biker billionaire biologist bishop blogger bloke boater bombardier
    bomber bootlegger borrower boss bowler boxer boy breadwinner brewer bride brigadier broadcaster
    broker brother builder bureaucrat burglar businessman businesswoman busker butcher buyer
    bystander cabbie cadet cameraman campaigner camper candidate captain captive cardinal caregiver
    carer caretaker carpenter cashier castaway casualty caterer caver celebrant celebrity cellist
    centenarian chairman chairperson chairwoman chap chaplain chef chemist chief chieftain child
    churchgoer citizen civilian claimant classmate cleaner cleric clerk client climber clown
    co-founder coach coder colleague colonel columnist combatant comedian commander commando
    commentator communist commuter competitor complainant composer concertgoer conductor confidant
    congressman congresswoman conscript conservative constable constituent consul consultant
    consumer contender contractor convict cook cop corporal correspondent cosmetologist cosmonaut
    councillor councilman councilor counsellor counselor counterfeiter counterpart couple courier
    cousin creator crew crewman crewmate crewmember cricketer criminal critic customer cyclist
    dancer daredevil daughter deacon dead dealer debtor defector defendant defender delegate
    democrat demonstrator dentist deportee deputy descendant deserter designer detainee detective
    detractor developer devotee diner diplomat director disciple dissenter dissident diver docker
    doctor donor draftee drinker driver dropout drug-dealer drummer drunk economist editor elder
    elderly elector electrician embalmer emigrant emperor employee employer engineer ensign
    entertainer entrepreneur envoy escapee evacuee executive exile expat expatriate expert explorer
    extremist eyewitness fan fanatic farmer farmhand fatality father fella female fighter filmmaker
    finalist financier firefighter fireman fisher fisherman folk follower footballer foreigner
    forester founder franchisee fraudster freelancer friend frogman fugitive functionary gambler
    gamer gangster gardener general gentleman girl goalkeeper goalscorer golfer governor graduate
    grandchild granddaughter grandfather grandmother grandparent grandson groom grower guard
    guardsman guerilla guerrilla guest guide guitarist gunman gunner gunwoman guru guy gymnast
    hacker headliner headmaster heir helper herder herdsman hijacker hiker historian hitman holdout
    holidaymaker homeowner hooligan hostage hostage-taker householder householders hunter husband
    imam immigrant industrialist infant infantryman infantrymen influencer informant inhabitant
    injured inmate inpatient insider inspector instructor insurgent intern internee interviewee
    inventor investor invitee islamist islander janitor jester jihadi jihadist jobseeker jockey
    journalist judge juggler juror juvenile kid kidnapper killer kingpin laborer labourer lad lady
    lama landlord landowner lawmaker lawyer leader learner leaseholder lecturer legislator liberal
    licensee lieutenant lifeguard listener litigant lodger logger looter lorry-driver loser loyalist
    machinist magician magistrate maid male man manager marcher marine marshal martyr mathematician
    mayor mechanic medalist medallist mediator medic member mentee mep mercenary merchant midfielder
    midwife migrant militant militiaman millennial millionaire miner minister minor missionary mla
    mobster monarch monarchist monk mother motorcyclist motorist mountaineer mourner mp mpp mullah
    murderer musician musketeer mutineer nanny nationalist navigator negotiator neighbor neighbour
    nephew newborn newcomer newlywed newsman niece nomad nominee novelist nudist nun nurse
    nurseryman objector observer offender officer official oligarch onlooker opponent organiser
    organizer orphan outpatient outsider owner painter panelist panellist paramedic paratrooper
    parent parishioner parliamentarian parolee participant partisan partner partygoer passenger
    pastor patient patron peacekeeper peasant pedestrian pensioner people performer perpetrator
    person personnel petitioner pharmacist photographer physician physicist pianist picketer pilgrim
    pilot pirate plaintiff planner player plumber poacher poet police policeman policewoman
    politician pollster pope porter postgraduate preacher predator premier presenter president
    priest prince princess prisoner privateer producer professor profiteer programmer propagandist
    prosecutor prostitute protester protestor protégé psychiatrist psychologist publisher pundit
    punter pupil puppeteer purchaser pusher rabbi racer racketeer rancher ranger rapist rapper
    ratepayer reader rebel receptionist recipient recruit referee refugee refusenik relative
    reporter representative republican rescuer researcher reservist resident respondent responder
    retiree returnee reveler reveller rider rifleman ringmaster rioter robber rookie rower runaway
    runner saboteur sailor sapper scammer sceptic scholar schoolboy schoolchild schoolgirl scientist
    scout sculptor seafarer sealer seaman secretary seller senator sentry separatist sergeant
    servant serviceman servicewoman settler shaman shareholder shepherd sheriff shipmate shooter
    shopkeeper shopper sibling signatory signee singer sister skateboarder skater skeptic skier
    skipper slave smoker smuggler sniper snowboarder socialist sociologist soldier solicitor son
    soundman speaker specialist spectator sportsman sportswoman spouse sprinter spy squatter stabber
    staff staffer stagehand stalker steward stewardess stockholder stowaway stranger striker student
    stuntman stuntwoman submariner subscriber sufferer sunbather supporter surfer surgeon surveyor
    survivor suspect swimmer tailor taxi-driver taxpayer teacher teammate technician technologist
    teen teenager tenant terrorist theorist therapist thief thug toddler tourist townsperson trader
    trafficker trainee trainer trapper traveler traveller trekker triad tribesman triplet troop
    trooper truckdriver trucker truckie trustee tutee tutor tycoon umpire uncle undergraduate
    undertaker unionist user usher vagrant valuer vandal vendor vet veteran veterinarian victim
    viewer villager violinist visitor vocalist volunteer voter waiter waitress walker warlord
    warrior welder well-wisher whaler whistleblower widow widower wife winemaker winner witness
    woman worker worshiper worshipper wounded wrestler wretch writer yakuza youngster youth
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
    apogee assist bee beer heist waist career checklist cheer chimpanzee coffee committee cyst deer degree fee fist
    flagship gist guarantee hoist human joist jubilee knee levee list marquee melee mist newsletter
    pedigree peer placeholder playlist puree settee shortlist sneer spree steer subcommittee talisman
    tepee toffee tree twist veneer waitlist wishlist wrist
    """
)
# Endings of capitalised demonyms: "Iraqis", "Americans", "Sudanese", "Spaniards".
_DEMONYMS = ("ans", "anis", "akis", "ians", "ese", "ards", "lanis", "ites", "iotes")
_DEMONYM_WORDS = word_set(
    """
    aboriginal aboriginals aborigine aborigines afghan afghans african africans alawite alawites
    american americans arab arabs asian asians australian australians azerbaijanis bahrainis
    bangladeshis bengalis bosniak bosniaks brit british briton britons brits buddhist buddhists
    burmese catholic catholics chinese christian christians congolese copt copts croat croats
    cypriots czech czechs dane danes druze druzes dutch emiratis english eskimo eskimos european
    europeans evangelical evangelicals fijians filipina filipinas filipino filipinos finn finns
    french germans greek greeks gypsy gypsys hindu hindus hispanic hispanics hungarians hutu hutus
    icelanders inuit inuits iraqi iraqis irish israeli israelis japanese jew jews kashmiris kazakh
    kazakhs kiwis kurd kurds kuwaitis latina latinas latino latinos lebanese malays maldivians
    maltese maori maoris mormon mormons muslim muslims nepalis new-zealanders olympian olympians
    omanis pakistanis pashtun pashtuns pole poles portuguese protestant protestants punjabis qataris
    rohingya rohingyas roma romas samoans saudis scot scots senegalese serb serbs shia shias shiite
    shiites sikh sikhs sinhalese slav slavs slovak slovaks somalis spaniard spaniards spanish
    sudanese sunni sunnis swede swedes swiss taiwanese tajik tajiks tamil tamils thais tongans turk
    turkmen turkmens turks tutsi tutsis uighur uighurs uyghur uyghurs uzbek uzbeks vietnamese welsh
    yazidi yazidis yemenis zulu zulus
    """
)
_UNITS_OF_PEOPLE = frozenset(("death", "fatality", "casualty", "life"))


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
