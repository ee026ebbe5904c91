"""Countries with their capitals and adjectives, and large cities: names that a typo must not turn into (rule 18).

Rows are ``country and other names | capital and other names | adjectives``, without accents, names apart by
semicolons; other names of a city follow it after "=". Common knowledge, written by hand; the cities are those
of a million people and more, and smaller ones that stand in the news or look like another name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import squash

_COUNTRIES = """
Afghanistan|Kabul|Afghan;Afghani
Albania|Tirana;Tirane|Albanian
Algeria|Algiers|Algerian
Andorra|Andorra la Vella|Andorran
Angola|Luanda|Angolan
Antigua and Barbuda|Saint John's|Antiguan
Argentina|Buenos Aires|Argentine;Argentinian
Armenia|Yerevan;Erevan|Armenian
Australia|Canberra|Australian
Austria;Osterreich|Vienna;Wien|Austrian
Azerbaijan|Baku|Azerbaijani;Azeri
Bahamas;The Bahamas|Nassau|Bahamian
Bahrain|Manama|Bahraini
Bangladesh|Dhaka;Dacca|Bangladeshi
Barbados|Bridgetown|Barbadian
Belarus;Byelorussia|Minsk|Belarusian
Belgium;Belgie|Brussels;Bruxelles|Belgian
Belize|Belmopan|Belizean
Benin|Porto-Novo|Beninese
Bhutan|Thimphu|Bhutanese
Bolivia|La Paz|Bolivian
Bosnia and Herzegovina;Bosnia;Bosnia-Herzegovina|Sarajevo|Bosnian
Botswana|Gaborone|Botswanan
Brazil;Brasil|Brasilia|Brazilian
Brunei|Bandar Seri Begawan|Bruneian
Bulgaria|Sofia|Bulgarian
Burkina Faso|Ouagadougou|Burkinabe
Burundi|Gitega|Burundian
Cambodia;Kampuchea|Phnom Penh|Cambodian
Cameroon|Yaounde|Cameroonian
Canada|Ottawa|Canadian
Cape Verde;Cabo Verde|Praia|Cape Verdean
Central African Republic;CAR|Bangui|Central African
Chad;Tchad|N'Djamena;Ndjamena|Chadian
Chile|Santiago;Santiago de Chile|Chilean
China;People's Republic of China;PRC|Beijing;Peking|Chinese
Colombia|Bogota|Colombian
Comoros|Moroni|Comorian
Congo;Republic of the Congo;Congo-Brazzaville|Brazzaville|Congolese
Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;Congo-Kinshasa;Zaire|Kinshasa|Congolese
Costa Rica|San Jose|Costa Rican
Croatia;Hrvatska|Zagreb|Croatian
Cuba|Havana;La Habana|Cuban
Cyprus|Nicosia;Lefkosia|Cypriot
Czech Republic;Czechia|Prague;Praha|Czech
Denmark|Copenhagen;Kobenhavn|Danish
Djibouti|Djibouti City|Djiboutian
Dominica|Roseau|
Dominican Republic|Santo Domingo|Dominican
East Timor;Timor-Leste|Dili|Timorese
Ecuador|Quito|Ecuadorian
Egypt;Misr|Cairo;al-Qahira|Egyptian
El Salvador|San Salvador|Salvadoran
Equatorial Guinea|Malabo|Equatoguinean
Eritrea|Asmara|Eritrean
Estonia;Eesti|Tallinn|Estonian
Eswatini;Swaziland|Mbabane|Swazi
Ethiopia;Abyssinia|Addis Ababa|Ethiopian
Fiji|Suva|Fijian
Finland;Suomi|Helsinki|Finnish
France|Paris|French
Gabon|Libreville|Gabonese
Gambia;The Gambia|Banjul|Gambian
Georgia;Sakartvelo|Tbilisi;Tiflis|Georgian
Germany;Deutschland|Berlin|German
Ghana|Accra|Ghanaian
Greece;Hellas;Ellada|Athens;Athina|Greek
Grenada|Saint George's|Grenadian
Guatemala|Guatemala City|Guatemalan
Guinea;Guinea-Conakry|Conakry|Guinean
Guinea-Bissau|Bissau|
Guyana|Georgetown|Guyanese
Haiti|Port-au-Prince|Haitian
Honduras|Tegucigalpa|Honduran
Hungary;Magyarorszag|Budapest|Hungarian
Iceland|Reykjavik|Icelandic
India;Bharat|New Delhi;Delhi|Indian
Indonesia|Jakarta|Indonesian
Iran;Persia|Tehran;Teheran|Iranian;Persian
Iraq;Irak|Baghdad;Bagdad|Iraqi
Ireland;Eire;Republic of Ireland|Dublin|Irish
Israel|Jerusalem;al-Quds|Israeli
Italy;Italia|Rome;Roma|Italian
Ivory Coast;Cote d'Ivoire|Yamoussoukro|Ivorian
Jamaica|Kingston|Jamaican
Japan;Nippon|Tokyo|Japanese
Jordan;al-Urdun|Amman|Jordanian
Kazakhstan|Astana;Nur-Sultan|Kazakh;Kazakhstani
Kenya|Nairobi|Kenyan
Kiribati|Tarawa|
North Korea;DPRK|Pyongyang|North Korean
South Korea;Republic of Korea;ROK|Seoul|South Korean
Kosovo|Pristina;Prishtina|Kosovar;Kosovan
Kuwait|Kuwait City|Kuwaiti
Kyrgyzstan;Kirghizia|Bishkek|Kyrgyz
Laos|Vientiane|Laotian;Lao
Latvia;Latvija|Riga|Latvian
Lebanon;Lubnan;Liban|Beirut;Beyrouth|Lebanese
Lesotho|Maseru|Basotho
Liberia|Monrovia|Liberian
Libya|Tripoli|Libyan
Liechtenstein|Vaduz|
Lithuania;Lietuva|Vilnius|Lithuanian
Luxembourg;Luxemburg|Luxembourg City|
Madagascar|Antananarivo|Malagasy
Malawi|Lilongwe|Malawian
Malaysia|Kuala Lumpur|Malaysian
Maldives|Male|Maldivian
Mali|Bamako|Malian
Malta|Valletta|Maltese
Marshall Islands|Majuro|
Mauritania|Nouakchott|Mauritanian
Mauritius|Port Louis|Mauritian
Mexico|Mexico City|Mexican
Micronesia|Palikir|
Moldova;Moldavia|Chisinau;Kishinev|Moldovan
Monaco|Monte Carlo|Monegasque
Mongolia|Ulaanbaatar;Ulan Bator|Mongolian
Montenegro;Crna Gora|Podgorica|Montenegrin
Morocco;Maroc;al-Maghrib|Rabat|Moroccan
Mozambique|Maputo|Mozambican
Myanmar;Burma|Naypyidaw|Burmese
Namibia|Windhoek|Namibian
Nauru|Yaren|
Nepal|Kathmandu;Katmandu|Nepalese;Nepali
Netherlands;The Netherlands;Holland|Amsterdam|Dutch
New Zealand;Aotearoa|Wellington|
Nicaragua|Managua|Nicaraguan
Niger|Niamey|Nigerien
Nigeria|Abuja|Nigerian
North Macedonia;Macedonia|Skopje|Macedonian
Norway;Norge|Oslo|Norwegian
Oman|Muscat|Omani
Pakistan|Islamabad|Pakistani
Palau|Ngerulmud|
Palestine;Palestinian Territories|Ramallah|Palestinian
Panama|Panama City|Panamanian
Papua New Guinea;PNG|Port Moresby|
Paraguay|Asuncion|Paraguayan
Peru|Lima|Peruvian
Philippines;The Philippines|Manila|Philippine;Filipino
Poland;Polska|Warsaw;Warszawa|Polish
Portugal|Lisbon;Lisboa|Portuguese
Qatar|Doha|Qatari
Romania;Rumania|Bucharest;Bucuresti|Romanian
Russia;Russian Federation;Rossiya|Moscow;Moskva|Russian
Rwanda|Kigali|Rwandan
Samoa|Apia|Samoan
San Marino||
Saudi Arabia;KSA|Riyadh|Saudi
Senegal|Dakar|Senegalese
Serbia;Srbija|Belgrade;Beograd|Serbian
Seychelles|Victoria|
Sierra Leone|Freetown|
Singapore||Singaporean
Slovakia;Slovensko;Slovak Republic|Bratislava|Slovak
Slovenia;Slovenija|Ljubljana|Slovenian
Solomon Islands|Honiara|
Somalia|Mogadishu|Somali
South Africa|Pretoria|South African
South Sudan|Juba|South Sudanese
Spain;Espana|Madrid|Spanish
Sri Lanka;Ceylon|Colombo|Sri Lankan
Sudan|Khartoum|Sudanese
Suriname|Paramaribo|Surinamese
Sweden;Sverige|Stockholm|Swedish
Switzerland;Suisse;Schweiz|Bern;Berne|Swiss
Syria;Souriya;Suriya;Syrian Arab Republic|Damascus;Dimashq;Damask|Syrian
Taiwan|Taipei|Taiwanese
Tajikistan|Dushanbe|Tajik
Tanzania|Dodoma|Tanzanian
Thailand;Siam|Bangkok|Thai
Togo|Lome|Togolese
Tonga|Nuku'alofa|Tongan
Trinidad and Tobago|Port of Spain|Trinidadian
Tunisia;Tunisie|Tunis|Tunisian
Turkey;Turkiye|Ankara|Turkish
Turkmenistan|Ashgabat|Turkmen
Tuvalu|Funafuti|
Uganda|Kampala|Ugandan
Ukraine;Ukraina|Kyiv;Kiev;Kyyiv|Ukrainian
United Arab Emirates;UAE;Emirates|Abu Dhabi|Emirati
United Kingdom;UK;Britain;Great Britain|London|British
United States;USA;US;United States of America;America;U.S.|Washington;Washington DC;Washington D.C.|American
Uruguay|Montevideo|Uruguayan
Uzbekistan|Tashkent|Uzbek
Vanuatu|Port Vila|
Vatican;Vatican City;Holy See||
Venezuela|Caracas|Venezuelan
Vietnam|Hanoi|Vietnamese
Yemen|Sanaa;Sana'a|Yemeni
Zambia|Lusaka|Zambian
Zimbabwe;Rhodesia|Harare|Zimbabwean
England||English
Scotland|Edinburgh|Scottish
Wales|Cardiff|Welsh
Northern Ireland|Belfast|Northern Irish
Greenland|Nuuk|
Kurdistan|Erbil;Arbil;Irbil;Hewler|Kurdish
Western Sahara|Laayoune|Sahrawi
Hong Kong||
Macau;Macao||
Puerto Rico|San Juan|
Crimea|Simferopol|Crimean
Tibet|Lhasa|Tibetan
Chechnya|Grozny|Chechen
Abkhazia|Sukhumi|Abkhaz
Somaliland|Hargeisa|
Catalonia|Barcelona|Catalan
"""

_CITIES = """
Aachen;Aarhus;Abadan;Aberdeen;Abha;Abidjan;Abu Ghraib;Abu Kamal;Acapulco;Adana;Adelaide;Aden;Adiyaman;Afrin;
Agadez;Agadir;Agartala;Agra;Ahmedabad;Ahvaz;Ain Issa;Ajaccio;Aksum;Al Ain;Al Bab;Albacete;Albany;
Albuquerque;Aleppo=Halab;Alexandria;Algiers;Alicante;Allahabad;Almaty;Altamira;Amadiya;Amarah;Amiens;
Amritsar;Anah;Anchorage;Angers;Annaba;Antalya;Antioch;Antwerp=Antwerpen;Aomori;Aqaba;Arad;Arak;Arbil;
Ardabil;Arequipa;Arezzo;Arras;Arusha;Aswan;Asyut;Athlone;Atlanta;Auckland;Augsburg;Austin;Avdiivka;Avignon;
Awka;Azaz;Baalbek;Bab al-Hawa;Bab al-Mandab;Bacau;Badajoz;Badakhshan;Baghlan;Bagram;Baiji;Bakersfield;
Bakhmut;Balad;Balkh;Baltimore;Bamenda;Bamiyan;Banda Aceh;Bandar Abbas;Bandung;Bangalore;Bangor;Banias;
Banja Luka;Baotou;Baqubah;Bareilly;Bari;Baroda;Barranquilla;Basel=Basle;Basra;Bath;Batman;Batna;Batumi;
Bayeux;Bayonne;Bechar;Beersheba;Beira;Beit Hanoun;Beit Lahia;Belem;Belfort;Belgorod;Belo Horizonte;Benghazi;
Benin City;Berat;Bergamo;Bergen;Besancon;Bethlehem;Beziers;Bhopal;Bhuj;Bialystok;Biarritz;Bida;Bielefeld;
Bilbao;Birjand;Birmingham;Biskra;Bitola;Bizerte;Blackpool;Blantyre;Bloemfontein;Bochum;Bologna;Bolton;
Bolzano;Bonn;Bordeaux;Bosra;Boston;Bouake;Bournemouth;Bradford;Braga;Brasov;Brazzaville;Bremen;Brescia;
Brest;Brighton;Brindisi;Brisbane;Bristol;Brno;Bruges=Brugge;Bryansk;Bucha;Buffalo;Bujumbura;Bukavu;Bukhara;
Bulawayo;Bunia;Buraydah;Burgas;Burgos;Bursa;Busan;Bushehr;Cadiz;Caen;Cagliari;Calabar;Calais;Calgary;Cali;
Cambridge;Cancun;Cannes;Cape Town;Cartagena;Carthage;Casablanca;Catania;Cebu;Chandigarh;Changchun;Changsha;
Charleroi;Charleston;Charlotte;Chemnitz;Chengdu;Chennai=Madras;Cherbourg;Chernihiv;Chernobyl;Chicago;Chita;
Chittagong;Chongqing;Christchurch;Cincinnati;Clermont-Ferrand;Cleveland;Cluj;Coimbra;Cologne=Koln;Columbus;
Conakry;Concepcion;Constanta;Constantine;Cordoba;Cork;Cotonou;Coventry;Craiova;Cucuta;Curitiba;Cusco;
Czestochowa;Dabiq;Daegu;Dalian;Dallas;Damanhur;Dammam;Dar es Salaam;Daraa=Deraa;Daraya;Darayya;Darwin;Davao;
Dayton;Debrecen;Denver;Derbent;Derby;Derna;Des Moines;Detroit;Dhahran;Dijon;Dire Dawa;Diwaniyah;Diyarbakir;
Dnipro=Dnipropetrovsk;Donetsk;Dortmund;Douala;Douma;Dover;Dresden;Dubai;Dublin;Duhok=Dohuk;Dundee;Durban;
Durres;Dusseldorf;Eastern Ghouta;Ebla;Edmonton;Eilat;Eindhoven;El Fasher;El Obeid;El Paso;Elazig;Elbasan;
Enugu;Erfurt;Erzurum;Eskisehir;Essen;Exeter;Fada;Faisalabad;Fallujah;Farah;Fargo;Faro;Ferrara;Fez;
Florence=Firenze;Foggia;Fortaleza;Frankfurt;Freiburg;Fukuoka;Fukushima;Gabes;Galati;Galway;Gao;Gardez;
Garoua;Gaza;Gaziantep=Antep;Gdansk;Geneva=Geneve;Genoa=Genova;Ghardaia;Ghat;Ghazni;Ghazvin;Ghent=Gent;
Ghouta;Gijon;Girona;Gitega;Glasgow;Goma;Gomel;Gorakhpur;Gori;Gorky;Gothenburg=Goteborg;Granada;Graz;
Grenoble;Grodno;Groningen;Guadalajara;Guangzhou=Canton;Guantanamo;Guayaquil;Gwadar;Hadera;Haditha;Haifa;
Hajin;Halabja;Halifax;Halle;Hama;Hamadan;Hamburg;Hangzhou;Hanover=Hannover;Harasta;Harbin;Harlem;
Hasakah=Hasaka;Hasbaya;Hatra;Hawija;Hebron;Helmand;Heraklion;Herat;Hilla;Hiroshima;Hit;Hodeidah=Hudaydah;
Hofuf;Homel;Homs;Honolulu;Horlivka;Houston;Hue;Huesca;Hull;Husaybah;Hyderabad;Iasi;Ibadan;Ibb;Idlib;Incheon;
Indianapolis;Innsbruck;Iquitos;Irbid;Irkutsk;Irpin;Isfahan;Iskenderun;Istanbul=Constantinople;Izmir=Smyrna;
Izyum=Izium;Jabalia;Jableh;Jaffa;Jaffna;Jaipur;Jalalabad;Jarabulus;Jeddah;Jena;Jenin;Jericho;
Jisr al-Shughur;Jizan;Joensuu;Johannesburg;Jos;Juarez;Kaduna;Kaesong=Kaesung;Kalamata;Kaliningrad;Kampot;
Kananga;Kanazawa;Kandahar;Kano;Kanpur;Kansas City;Kaohsiung;Karachi;Karaj;Karbala;Karlsruhe;Kashgar;Kassala;
Kassel;Katowice;Kaunas;Kayseri;Kazan;Kenosha;Kerch;Kerman;Kermanshah;Khan Sheikhoun;Khan Yunis;
Kharkiv=Kharkov;Khasham;Kherson;Khmeimim;Khmelnytskyi;Khorramshahr;Khost;Khuzdar;Kiel;Kirkuk=Karkuk;
Kisangani;Klaipeda;Kobane=Kobani;Kobe;Kolkata=Calcutta;Konya;Kosice;Krakow=Cracow;Kramatorsk;Kufa;Kumasi;
Kunduz;Kunming;Kursk;Kut;Kyoto;Kyzyl;La Plata;La Rochelle;La Spezia;Lae;Lagos;Lahj;Lahore;Larissa;Larnaca;
Las Vegas;Lashkar Gah;Latakia=Lattakia;Lausanne;Le Havre;Lecce;Leeds;Leicester;Leiden;Leipzig;Leon;Leuven;
Liege;Liepaja;Lille;Limassol;Limerick;Limoges;Linz;Liverpool;Livorno;Lodz;Logar;Lomza;Lorca;Lorient;
Los Angeles;Louisville;Lubeck;Lublin;Lubumbashi;Lucca;Lucerne;Lucknow;Lugano;Lugo;Luhansk;Lutsk;Luxor;
Lviv=Lvov;Lyman;Lyon=Lyons;Maan;Maarat al-Numan;Maastricht;Madaya;Madison;Magdeburg;Maiduguri;Mainz;
Makassar;Makeevka;Makhachkala;Malaga;Malatya;Malmo;Manaus;Manbij;Manchester;Mandalay;Mannheim;Mantua;
Maracaibo;Marbella;Mardin;Maribor;Mariehamn;Mariupol;Marrakesh;Marseille=Marseilles;Masaya;Mashhad;Mayadin;
Mazar-i-Sharif;Mecca=Makkah;Medan;Medellin;Medina=Madinah;Meerut;Meknes;Melbourne;Melitopol;Memphis;Mendoza;
Mersin;Messina;Mestre;Metz;Miami;Milan=Milano;Milwaukee;Minneapolis;Misrata=Misurata;Modena;Mogilev;Mombasa;
Mons;Monterrey;Montpellier;Montreal;Mopti;Mostar;Mosul;Muharraq;Multan;Mumbai=Bombay;Munich=Munchen;Munster;
Murmansk;Mykolaiv=Nikolaev;Mysore;Nabatieh;Nablus;Nagasaki;Nagoya;Nagpur;Najaf;Najran;Nakhchivan;Nampula;
Namur;Nancy;Nanjing;Nanterre;Nantes;Naples=Napoli;Narva;Nashville;Nasiriyah;Natal;Navapolatsk;Nazareth;
Ndola;New Orleans;New York;Newark;Newcastle;Nice;Nis;Nizhny Novgorod;Norwich;Nottingham;Novara;Novi Sad;
Novosibirsk;Nukus;Nuremberg=Nurnberg;Nyala;Oakland;Oaxaca;Odense;Odesa=Odessa;Olomouc;Omaha;Omsk;Oradea;
Oran;Orel;Orenburg;Orlando;Orleans;Osaka;Osh;Osijek;Ostend;Ostrava;Oulu;Oviedo;Oxford;Padua;Palermo;Palma;
Palmyra=Tadmur;Pamplona;Panjshir;Papeete;Parma;Patna;Patras;Pecs;Peja;Penza;Peoria;Perm;Perpignan;Perth;
Perugia;Pescara;Peshawar;Pforzheim;Philadelphia;Phoenix;Pinsk;Piraeus;Pisa;Pitesti;Pittsburgh;Pleven;
Plovdiv;Plymouth;Poitiers;Pokrovsk;Ponce;Port Elizabeth;Port Harcourt;Port Said;Port Sudan;Portland;Porto;
Porto Alegre;Portsmouth;Potenza;Potsdam;Poznan;Prato;Prijedor;Prizren;Pskov;Puebla;Pula;Pune;
Qamishli=Kamishli;Qom;Quebec;Quetta;Quito;Qurna;Qusayr;Rabaul;Rafah;Rafha;Raleigh;Ramadi;Raqqa=Raqa;Rasht;
Ravenna;Rawa;Rawalpindi;Recife;Reggio;Reims;Rennes;Resistencia;Rhodes;Rijeka;Rimini;Rio de Janeiro;Riva;
Rivne;Rizhao;Roanoke;Rostock;Rostov;Rotterdam;Rouen;Rubtsovsk;Ruse;Rutba;Saada;Sabha;Sabratha;Sacramento;
Sadr City;Safaqis;Saida;Saint Petersburg=St Petersburg=Leningrad;Sakarya;Salala;Salamanca;Salamiyah;Salerno;
Salford;Salt Lake City;Salvador;Salzburg;Samara;Samarkand;Samarra;Samsun;San Antonio;San Diego;
San Francisco;San Sebastian;Santa Cruz;Santa Fe;Santander;Sao Paulo;Sapporo;Saqqara;Saratov;Sassari;
Savannah;Sderot;Seattle;Semarang;Sendai;Setif;Severodonetsk;Seville=Sevilla;Sfax;Shabwa;Shanghai;Sharjah;
Shatila;Sheffield;Shenyang;Shenzhen;Shibam;Shihezi;Shiraz;Shumen;Shusha;Shymkent;Sibiu;Sidi Bouzid;Sidon;
Siena;Sinjar;Sirte=Surt;Sivas;Skikda;Slavyansk;Sliven;Smolensk;Sochi;Soledar;Solothurn;Sousse;Southampton;
Split;St Louis;Strasbourg;Stuttgart;Suez;Sukhumi;Sulaymaniyah;Sumy;Surabaya;Surat;Surgut;Suwayda=Sweida;
Sydney;Sylhet;Syracuse;Szczecin;Szeged;Tabqa;Tabriz;Tabuk;Taganrog;Taif;Taiz=Taizz;Tal Abyad;Tal Afar;
Tallahassee;Tamale;Tamanrasset;Tambov;Tampa;Tampere;Tampico;Tangier;Tanta;Taranto;Tarnow;Tartu;Tartus;
Taunggyi;Tbilisi;Tel Aviv;Teramo;Terni;Tetouan;Thane;The Hague=Den Haag;Thessaloniki=Salonica;Tianjin;
Tijuana;Tikrit;Timbuktu;Timisoara;Tlemcen;Tobruk;Toledo;Tomsk;Toronto;Torun;Toulon;Toulouse;Tours;Trabzon;
Trento;Treviso;Trieste;Trincomalee;Tripoli;Tromso;Trondheim;Troy;Tucson;Tula;Tulsa;Turin=Torino;Turku;Tver;
Tyre;Udine;Ufa;Uijeongbu;Ulm;Umm Qasr;Uppsala;Urfa=Edessa=Sanliurfa;Urumqi;Utrecht;Valencia;Valletta;
Valparaiso;Vancouver;Vannes;Varanasi;Varna;Vaxjo;Venice=Venezia;Veracruz;Verona;Versailles;Vicenza;Vigo;
Vinnytsia;Vitebsk;Vladivostok;Volgograd=Stalingrad;Volnovakha;Vyborg;Wad Madani;Warangal;Wuhan;Wurzburg;
Xiamen;Xian;Yalta;Yanbu;Yangon=Rangoon;Yazd;Yokohama;York;Ypres;Zabadani;Zadar;Zagazig;Zahedan;Zanzibar;
Zaporizhzhia;Zaragoza=Saragossa;Zaria;Zarqa;Zawiya;Zenica;Zhytomyr;Zinder;Zliten;Zurich;Zwolle
"""


@dataclass(frozen=True, slots=True)
class _Tables:
    """Everything by squashed name.

    Attributes:
        meant: country, capital or city -> its first name.
        countries: any name of a country -> its first name.
        adjectives: adjective -> the country's first name.
        alike: any of several names of one thing -> all of them.
        looked_up: first names of countries and capitals: what a slip may come near.
    """

    meant: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    alike: dict[str, tuple[str, ...]] = field(default_factory=dict)
    looked_up: set[str] = field(default_factory=set)

    def add(self, names: list[str]) -> tuple[str, ...]:
        """Adds the names of one thing; a name that stands for something already keeps its meaning."""
        forms = tuple(squash(name) for name in names if name)
        for form in forms:
            self.meant.setdefault(form, forms[0])
            if len(forms) > 1:
                self.alike.setdefault(form, forms)
        return forms


@cache
def _tables() -> _Tables:
    """The tables, made when the first name is looked up."""
    tables = _Tables()
    for row in _COUNTRIES.strip().lower().splitlines():
        names, capitals, people = (cell.split(";") for cell in row.split("|"))
        forms = tables.add(names)
        tables.looked_up.update((*forms[:1], *tables.add(capitals)[:1]))
        tables.countries.update(dict.fromkeys(forms, forms[0]))
        for word in people:
            if word:
                tables.adjectives.setdefault(squash(word), forms[0])
    for row in _CITIES.lower().replace("\n", "").split(";"):
        tables.add(row.split("="))
    return tables


def known(name: str) -> str | None:
    """The country, capital or large city that a squashed name is, one name for all its names; else None."""
    return _tables().meant.get(name)


def other_names(name: str) -> tuple[str, ...]:
    """All squashed names of a country, capital or city that has several (``kyiv``, ``kiev``); else empty."""
    return _tables().alike.get(name, ())


def country_of(word: str) -> str | None:
    """The country a squashed country name or adjective stands for; None where it is neither."""
    tables = _tables()
    return tables.countries.get(word) or tables.adjectives.get(word)


def is_adjective(word: str) -> bool:
    """Whether a squashed word is the adjective of a country (``iraqi``)."""
    return word in _tables().adjectives


def countries_in(text: str) -> frozenset[str]:
    """The countries that a text names or whose adjectives it uses, up to three words each."""
    words = clean(text).replace(",", " ").replace("'s", "").split()
    found = set()
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            country = country_of(squash(" ".join(words[start : start + length])))
            if country:
                found.add(country)
    return frozenset(found)


def is_country(name: str) -> bool:
    """Whether a squashed name is a country's."""
    return name in _tables().countries


def nearest_known(typed: str, most: int) -> set[str]:
    """The countries and capitals, by their first names, within ``most`` edits of a squashed name."""
    from quiz_bank.grading.typos import edits

    near = (form for form in _tables().looked_up if abs(len(form) - len(typed)) <= most)
    return {form for form in near if edits(typed, form, most) <= most}
