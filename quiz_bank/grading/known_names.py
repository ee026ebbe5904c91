"""Countries with their capitals and adjectives, and large cities: names that a typo must not turn into (rule 18).

Rows are ``country and other names | capital and other names | adjectives``, in cleaned form (no accents), names
apart by semicolons. Common knowledge, written by hand; the cities are those of a million people and more, and
smaller ones that stand in the news or look like another name.
"""

from __future__ import annotations

from functools import lru_cache

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
Austria|Vienna;Wien|Austrian
Azerbaijan|Baku|Azerbaijani;Azeri
Bahamas;The Bahamas|Nassau|Bahamian
Bahrain|Manama|Bahraini
Bangladesh|Dhaka;Dacca|Bangladeshi
Barbados|Bridgetown|Barbadian
Belarus;Byelorussia|Minsk|Belarusian
Belgium|Brussels;Bruxelles|Belgian
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
Estonia|Tallinn|Estonian
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
Latvia|Riga|Latvian
Lebanon;Lubnan;Liban|Beirut;Beyrouth|Lebanese
Lesotho|Maseru|Basotho
Liberia|Monrovia|Liberian
Libya|Tripoli|Libyan
Liechtenstein|Vaduz|
Lithuania|Vilnius|Lithuanian
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
Slovakia;Slovak Republic|Bratislava|Slovak
Slovenia|Ljubljana|Slovenian
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
Aachen;Aarhus;Abadan;Aberdeen;Abidjan;Abu Kamal;Acapulco;Adana;Adelaide;Aden;Afrin;Agra;Ahmedabad;Ahvaz;Ain Issa;
Albany;Albuquerque;Aleppo;Alexandria;Algiers;Alicante;Almaty;Amarah;Amritsar;Anah;Anchorage;Antalya;Antep;
Antioch;Antwerp;Aqaba;Arak;Arbil;Arequipa;Arras;Aswan;Atlanta;Auckland;Augsburg;Austin;Avignon;Azaz;Baalbek;
Bab al-Mandab;Baiji;Bakhmut;Balad;Balkh;Baltimore;Bamiyan;Bandar Abbas;Bandung;Bangalore;Baqubah;Bari;Baroda;
Barranquilla;Basel;Basra;Bath;Batman;Batumi;Beersheba;Belem;Belfort;Belo Horizonte;Benghazi;Bergen;Bethlehem;Bhopal;
Bilbao;Birmingham;Biskra;Bizerte;Blantyre;Bochum;Bologna;Bombay;Bonn;Bordeaux;Bosra;Boston;Bradford;Bremen;Brescia;
Brest;Brighton;Brisbane;Bristol;Brno;Bruges;Bucha;Buffalo;Bukavu;Bukhara;Bulawayo;Bursa;Busan;Calais;Calcutta;Calgary;
Cali;Cambridge;Cannes;Canton;Cape Town;Carthage;Casablanca;Catania;Changchun;Changsha;Charleston;Charlotte;Chemnitz;
Chengdu;Chennai;Cherbourg;Chernihiv;Chernobyl;Chicago;Chittagong;Chongqing;Christchurch;Cincinnati;Cleveland;
Cluj;Cologne;Columbus;Constantine;Cordoba;Cork;Coventry;Cucuta;Curitiba;Daegu;Dalian;Dallas;Damanhur;Daraa;Daraya;
Darwin;Davao;Dayton;Debrecen;Denver;Derby;Derna;Detroit;Dijon;Diwaniyah;Diyarbakir;Dnipro;Dohuk;Donetsk;Dortmund;
Douala;Douma;Dover;Dresden;Dubai;Dublin;Dundee;Durban;Dusseldorf;Edessa;Edmonton;Eindhoven;Eilat;El Paso;Elbasan;
Essen;Exeter;Faisalabad;Fallujah;Fez;Florence;Fortaleza;Frankfurt;Freiburg;Fukuoka;Fukushima;Gao;Garoua;Gaza;Gdansk;
Geneva;Genoa;Ghat;Ghent;Ghouta;Glasgow;Goma;Gorky;Gothenburg;Granada;Graz;Grenoble;Guadalajara;Guangzhou;Guayaquil;
Gwadar;Hadera;Haditha;Haifa;Halab;Halifax;Hama;Hamadan;Hamburg;Hanover;Hangzhou;Harbin;Hasakah;Hasaka;Hatra;Hawija;
Hebron;Herat;Hilla;Hiroshima;Hit;Hodeidah;Homs;Honolulu;Houston;Hue;Hull;Husaybah;Hyderabad;Ibadan;Idlib;Incheon;
Indianapolis;Innsbruck;Irbid;Irpin;Isfahan;Istanbul;Izmir;Jabalia;Jaffa;Jaipur;Jalalabad;Jarabulus;Jeddah;Jena;Jenin;
Jericho;Jisr al-Shughur;Johannesburg;Kaduna;Kandahar;Kano;Kanpur;Kansas City;Kaohsiung;Karachi;Karbala;Karlsruhe;
Kassel;Kaunas;Kazan;Kerch;Kerman;Kermanshah;Khan Sheikhoun;Khan Yunis;Kharkiv;Kharkov;Kherson;Khost;Kiel;Kirkuk;
Kisangani;Kobane;Kobani;Kobe;Koln;Konya;Kosice;Krakow;Kramatorsk;Kumasi;Kunduz;Kunming;Kut;Kyoto;La Plata;Lae;Lagos;
Lahore;Las Vegas;Latakia;Lausanne;Le Havre;Leeds;Leicester;Leiden;Leipzig;Leon;Leuven;Liege;Lille;Limerick;Linz;
Liverpool;Lodz;Los Angeles;Louisville;Lubeck;Lublin;Lubumbashi;Lucerne;Lucknow;Lugano;Luhansk;Luxor;Lviv;Lyman;Lyon;
Lyons;Maarat al-Numan;Madaya;Madinah;Madison;Madras;Magdeburg;Mainz;Makassar;Malaga;Malmo;Manaus;Manbij;Manchester;
Mandalay;Mannheim;Maracaibo;Mardin;Mariupol;Marrakesh;Marseille;Mashhad;Mayadin;Mazar-i-Sharif;Mecca;Medan;Medellin;
Medina;Melbourne;Melitopol;Memphis;Mendoza;Mersin;Messina;Metz;Miami;Milan;Milwaukee;Minneapolis;Misrata;Mombasa;
Monterrey;Montpellier;Montreal;Mosul;Multan;Mumbai;Munich;Munster;Murmansk;Mykolaiv;Nablus;Nagasaki;Nagoya;Nagpur;
Najaf;Nancy;Nanjing;Nantes;Naples;Narva;Nashville;Nasiriyah;Natal;Nazareth;New Orleans;New York;Newark;Newcastle;Nice;
Nottingham;Novosibirsk;Nuremberg;Oakland;Odesa;Odessa;Omaha;Oran;Orlando;Orleans;Osaka;Ostend;Oxford;
Padua;Palermo;Palma;Palmyra;Pamplona;Parma;Patna;Patras;Peoria;Perm;Perth;Peshawar;Philadelphia;Phoenix;Pisa;
Pittsburgh;Plymouth;Pokrovsk;Port Said;Portland;Porto;Porto Alegre;Portsmouth;Potsdam;Poznan;Pune;Qamishli;Qom;
Qusayr;Quebec;Quetta;Rafah;Raleigh;Ramadi;Rangoon;Raqqa;Raqa;Ravenna;Rawa;Rawalpindi;Recife;Reims;Rennes;Rhodes;
Rimini;Rio de Janeiro;Rostock;Rostov;Rotterdam;Rouen;Rutba;Sabha;Sabratha;Sacramento;Saida;Saint Petersburg;Salala;
Salamanca;Salamiyah;Salt Lake City;Salvador;Salzburg;Samara;Samarkand;Samarra;San Antonio;San Diego;San Francisco;
Santa Fe;Sao Paulo;Sapporo;Saratov;Sassari;Seattle;Sendai;Severodonetsk;Seville;Shanghai;Sharjah;Sheffield;Shenyang;
Shenzhen;Shiraz;Shusha;Sidon;Siena;Sinjar;Sirte;Slavyansk;Smyrna;Sochi;Sousse;Southampton;Split;St Louis;
St Petersburg;Stalingrad;Strasbourg;Stuttgart;Suez;Sulaymaniyah;Surabaya;Surat;Suwayda;Sweida;Sydney;Szeged;Tabqa;
Tabriz;Tadmur;Taif;Taiz;Tal Abyad;Tal Afar;Tampa;Tampere;Tanta;Taranto;Tartus;Tel Aviv;Thessaloniki;Tianjin;Tijuana;
Tikrit;Timbuktu;Tobruk;Toledo;Toronto;Toulon;Toulouse;Trieste;Trondheim;Troy;Tucson;Tulsa;Turin;Tyre;Ufa;Uppsala;Urfa;
Urumqi;Utrecht;Valencia;Valparaiso;Vancouver;Varanasi;Varna;Venice;Veracruz;Verona;Versailles;Vicenza;Vigo;
Vladivostok;Volgograd;Warangal;Wuhan;Wurzburg;Xian;Yangon;Yazd;Yokohama;York;Ypres;Zabadani;Zahedan;Zanzibar;
Zaporizhzhia;Zaragoza;Zurich
"""


def _table() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, tuple[str, ...]]]:
    """By squashed name: what is meant; by country or adjective: the country; by name: all names of that thing."""
    meant: dict[str, str] = {}
    countries: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    alike: dict[str, tuple[str, ...]] = {}
    for row in _COUNTRIES.strip().splitlines():
        names, capitals, people = (cell.lower().split(";") for cell in row.split("|"))
        country = squash(names[0])
        for group in (names, capitals):
            forms = tuple(squash(name) for name in group if name)
            for form in forms:
                meant[form] = forms[0]
                alike[form] = forms
        for name in names:
            countries[squash(name)] = country
        for word in people:
            if word:
                adjectives.setdefault(squash(word), country)
    for city in _CITIES.lower().replace("\n", "").split(";"):
        meant.setdefault(squash(city), squash(city))
    return meant, countries, adjectives, alike


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, tuple[str, ...]]]:
    return _table()


def known(name: str) -> str | None:
    """The country, capital or large city that a squashed name is, one name for all its names; else None."""
    return _tables()[0].get(name)


def other_names(name: str) -> tuple[str, ...]:
    """All squashed names of a country or capital (``kyiv``, ``kiev``); empty for anything else."""
    return _tables()[3].get(name, ())


def country_of(word: str) -> str | None:
    """The country a squashed country name or adjective stands for; None where it is neither."""
    _, countries, adjectives, _ = _tables()
    return countries.get(word) or adjectives.get(word)


def is_adjective(word: str) -> bool:
    """Whether a squashed word is the adjective of a country (``iraqi``)."""
    return word in _tables()[2]


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
    return name in _tables()[1]


def nearest_known(typed: str, most: int) -> set[str]:
    """The countries and capitals, by their first names, within ``most`` edits of a squashed name."""
    from quiz_bank.grading.typos import edits

    forms = _tables()[3]
    near = (form for form in forms if forms[form][0] == form and abs(len(form) - len(typed)) <= most)
    return {form for form in near if edits(typed, form, most) <= most}
