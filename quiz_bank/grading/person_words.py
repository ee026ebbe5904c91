"""Words around the names of people: titles, particles, offices, short forms of given names (rule 15)."""

from __future__ import annotations

from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean

#: Forms of address: they never contradict.
HONORIFICS = word_set("""
    mr mrs ms miss mister sir dame lord lady dr doctor prof professor sheikh shaikh shaykh hajji haji hajj imam
    mullah mollah maulana sayyid sayyed sayed said seyyed syed ayatollah grand saint st rev reverend father brother
    sister pastor rabbi monsieur madame mme m herr frau senor senora signor don dona jr sr junior senior esq phd md
    honourable honorable hon excellency majesty highness his her ustad abu's comrade citizen""")
#: Titles before an Arabic or Persian name.
TITLES_ABROAD = word_set(
    clean("الرئيس رئيس الوزراء الشيخ شيخ السيد سيد الدكتور دكتور الجنرال العميد اللواء الملك الامير")
)
#: Particles of surnames: left out or not, the name is the same.
PARTICLES = word_set("""
    al el ar as ash an at ad az ez es the bin ben ibn bint ould wad van von der den de del della di da do dos das
    du la le les lo los las y e zu zum zur ter ten af av ap o san st saint""")
#: Offices and ranks by what they contradict; several words first.
OFFICES: tuple[tuple[str, str], ...] = (
    ("prime minister", "prime minister"), ("foreign secretary", "foreign minister"),
    ("secretary of state", "foreign minister"), ("secretary general", "secretary"),
    ("crown prince", "prince"), ("vice president", "vice president"), ("major general", "general"),
    ("maj gen", "general"), ("brig gen", "general"), ("lt gen", "general"), ("lt col", "colonel"),
    ("lieutenant general", "general"), ("brigadier general", "general"), ("lieutenant colonel", "colonel"),
    ("field marshal", "marshal"), ("air marshal", "marshal"), ("chief of staff", "chief of staff"),
    ("pm", "prime minister"), ("premier", "prime minister"), ("president", "president"), ("pres", "president"),
    ("minister", "minister"), ("chancellor", "chancellor"), ("secretary", "secretary"), ("king", "king"),
    ("queen", "queen"), ("prince", "prince"), ("princess", "princess"), ("emir", "emir"), ("sultan", "sultan"),
    ("emperor", "emperor"), ("shah", "shah"), ("pope", "pope"), ("bishop", "bishop"), ("archbishop", "bishop"),
    ("cardinal", "cardinal"), ("general", "general"), ("gen", "general"), ("colonel", "colonel"),
    ("col", "colonel"), ("lieutenant", "lieutenant"), ("lt", "lieutenant"), ("major", "major"), ("maj", "major"),
    ("captain", "captain"), ("capt", "captain"), ("sergeant", "sergeant"), ("sgt", "sergeant"),
    ("corporal", "corporal"), ("private", "private"), ("admiral", "admiral"), ("adm", "admiral"),
    ("commodore", "commodore"), ("cdre", "commodore"), ("brigadier", "brigadier"), ("brig", "brigadier"),
    ("marshal", "marshal"), ("governor", "governor"), ("gov", "governor"), ("mayor", "mayor"),
    ("senator", "senator"), ("sen", "senator"), ("congressman", "representative"),
    ("congresswoman", "representative"), ("representative", "representative"), ("rep", "representative"),
    ("mp", "mp"), ("ambassador", "ambassador"), ("envoy", "envoy"), ("judge", "judge"), ("justice", "judge"),
    ("prosecutor", "prosecutor"), ("lawyer", "lawyer"), ("spokesman", "spokesman"), ("spokeswoman", "spokesman"),
    ("spokesperson", "spokesman"), ("director", "director"), ("chairman", "chairman"), ("chairwoman", "chairman"),
    ("chair", "chairman"), ("ceo", "chief executive"), ("chief executive", "chief executive"),
    ("speaker", "speaker"), ("coach", "coach"), ("analyst", "analyst"), ("correspondent", "correspondent"),
    ("journalist", "journalist"), ("reporter", "journalist"), ("author", "author"), ("historian", "historian"),
    ("commissioner", "commissioner"), ("councillor", "councillor"), ("treasurer", "treasurer"),
    ("undersecretary", "secretary"), ("inspector", "inspector"), ("superintendent", "superintendent"),
    ("constable", "constable"), ("sheriff", "sheriff"), ("lawmaker", "representative"),
    ("former", "former"), ("ex", "former"), ("deputy", "deputy"), ("vice", "deputy"), ("acting", "acting"),
)  # fmt: skip
#: What a minister may be minister of, the first name of each row for all of it.
_MINISTRIES = """
    foreign external; defence defense war; interior home; finance finances treasury; justice; health;
    education; energy; oil petroleum; trade commerce; transport transportation; economy economic economics;
    agriculture; culture; labour labor employment; environment; housing; planning; tourism; sport sports youth;
    industry; migration immigration; water irrigation; electricity power; information communication
    communications; development; security; science; religious religion
"""
PORTFOLIOS: dict[str, str] = {name: row.split()[0] for row in _MINISTRIES.split(";") for name in row.split()}
#: Words beside an office that say nothing against it.
BESIDE_OFFICE = word_set("""
    leader leaders chief head boss ruler dictator strongman commander official officer politician statesman army
    air force navy military state government party republic police united nations un country nation city town
    incumbent current new old late senior top supreme high then man woman guy person""")
#: Short and other forms of given names, and common transliterations of one name.
_SHORT_FORMS = """
robert bob rob bobby robbie; william bill will billy liam; james jim jimmy jamie; john johnny jack jon;
joseph joe joey; thomas tom tommy; richard dick rick ricky rich; michael mike mick mickey; charles charlie chuck;
edward ed eddie ted; anthony tony; andrew andy drew; daniel dan danny; david dave davey; donald don donny;
elizabeth liz beth betty lizzy; frederick fred freddie; gregory greg; henry harry hank;
katherine kate kathy katie catherine cathy; kenneth ken kenny; lawrence larry laurence;
margaret maggie peggy meg; matthew matt; nicholas nick nicolas; patricia pat patty tricia; patrick pat paddy;
peter pete; philip phil phillip; raymond ray; ronald ron ronnie; samuel sam sammy;
stephen steve steven stephan; susan sue suzanne; theodore ted theo; timothy tim; victoria vicky; walter walt;
benjamin binyamin ben benny; jeffrey jeff;
alexei alexey aleksei aleksey oleksiy; alexander alex sasha aleksandr alexandr; vladimir volodymyr;
mikhail mykhailo; nikolai mykola; mohammed muhammad mohamed mohammad muhammed mohamad mehmet;
ahmed ahmad ahmet; hussein husayn hussain husain hossein hussien; hassan hasan; omar umar omer; osama usama;
yusuf youssef yousef yousuf yussef; ibrahim ebrahim; khalid khaled; mustafa mostafa moustafa; mahmoud mahmud;
said saeed saed saied; haider haidar hayder haydar; ali aly; hamid hameed; rashid rasheed; karim kareem;
jamal gamal djamal; jalal galal; fuad fouad; nuri nouri; suleiman sulaiman suleyman;
abd abdul abdel abdal abdol; abdullah abdallah;
masoud massoud masud; qasem qassem qasim kassem; moqtada muqtada; zayn zain zein
"""
SAME_GIVEN: tuple[frozenset[str], ...] = tuple(word_set(row) for row in _SHORT_FORMS.split(";"))
