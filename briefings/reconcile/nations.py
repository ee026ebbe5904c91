"""Countries and their adjectives: ``Norwegian`` speaks of Norway; no country joins another by spelling."""

from __future__ import annotations

_TABLE = """
Afghanistan:Afghan,Afghans|Albania:Albanian,Albanians|Algeria:Algerian,Algerians|Andorra:Andorran
Angola:Angolan,Angolans|Argentina:Argentine,Argentinian,Argentines|Armenia:Armenian,Armenians
Australia:Australian,Australians|Austria:Austrian,Austrians|Azerbaijan:Azerbaijani,Azerbaijanis
Bahamas:Bahamian|Bahrain:Bahraini,Bahrainis|Bangladesh:Bangladeshi,Bangladeshis|Barbados:Barbadian
Belarus:Belarusian,Belarusians|Belgium:Belgian,Belgians|Belize:Belizean|Benin:Beninese|Bhutan:Bhutanese
Bolivia:Bolivian,Bolivians|Bosnia:Bosnian,Bosnians|Botswana:Botswanan|Brazil:Brazilian,Brazilians
Britain:British,Britons,United Kingdom,UK,U.K.,Great Britain|Brunei:Bruneian|Bulgaria:Bulgarian,Bulgarians
Burkina Faso:Burkinabe|Burundi:Burundian|Cambodia:Cambodian,Cambodians|Cameroon:Cameroonian,Cameroonians
Canada:Canadian,Canadians|Cape Verde:Cape Verdean|Central African Republic:|Chad:Chadian,Chadians
Chile:Chilean,Chileans|China:Chinese|Colombia:Colombian,Colombians|Comoros:Comorian|Congo:Congolese
Costa Rica:Costa Rican|Croatia:Croatian,Croatians|Cuba:Cuban,Cubans|Cyprus:Cypriot,Cypriots
Czech Republic:Czech,Czechs,Czechia|Denmark:Danish,Danes|Djibouti:Djiboutian|Dominican Republic:Dominican
Ecuador:Ecuadorian,Ecuadorean|Egypt:Egyptian,Egyptians|El Salvador:Salvadoran,Salvadorans
Equatorial Guinea:|Eritrea:Eritrean,Eritreans|Estonia:Estonian,Estonians|Eswatini:Swazi
Ethiopia:Ethiopian,Ethiopians|Fiji:Fijian,Fijians|Finland:Finnish,Finns|France:French|Gabon:Gabonese
Gambia:Gambian,Gambians|Georgia:Georgian,Georgians|Germany:German,Germans|Ghana:Ghanaian,Ghanaians
Greece:Greek,Greeks|Grenada:Grenadian|Guatemala:Guatemalan,Guatemalans|Guinea:Guinean|Guinea-Bissau:
Guyana:Guyanese|Haiti:Haitian,Haitians|Honduras:Honduran,Hondurans|Hungary:Hungarian,Hungarians
Iceland:Icelandic,Icelanders|India:Indian,Indians|Indonesia:Indonesian,Indonesians|Iran:Iranian,Iranians
Iraq:Iraqi,Iraqis|Ireland:Irish|Israel:Israeli,Israelis|Italy:Italian,Italians|Ivory Coast:Ivorian
Jamaica:Jamaican,Jamaicans|Japan:Japanese|Jordan:Jordanian,Jordanians|Kazakhstan:Kazakh,Kazakhs
Kenya:Kenyan,Kenyans|Kosovo:Kosovar,Kosovan|Kuwait:Kuwaiti,Kuwaitis|Kyrgyzstan:Kyrgyz|Laos:Laotian,Lao
Latvia:Latvian,Latvians|Lebanon:Lebanese|Lesotho:Basotho|Liberia:Liberian,Liberians|Libya:Libyan,Libyans
Liechtenstein:|Lithuania:Lithuanian,Lithuanians|Luxembourg:|Madagascar:Malagasy|Malawi:Malawian
Malaysia:Malaysian,Malaysians|Maldives:Maldivian|Mali:Malian,Malians|Malta:Maltese|Mauritania:Mauritanian
Mauritius:Mauritian|Mexico:Mexican,Mexicans|Moldova:Moldovan,Moldovans|Monaco:Monegasque
Mongolia:Mongolian,Mongolians|Montenegro:Montenegrin|Morocco:Moroccan,Moroccans
Mozambique:Mozambican,Mozambicans|Myanmar:Burmese,Burma|Namibia:Namibian|Nepal:Nepali,Nepalese
Netherlands:Dutch|New Zealand:New Zealander,New Zealanders|Nicaragua:Nicaraguan,Nicaraguans|Niger:Nigerien
Nigeria:Nigerian,Nigerians|North Korea:North Korean,North Koreans|North Macedonia:Macedonian
Norway:Norwegian,Norwegians|Oman:Omani,Omanis|Pakistan:Pakistani,Pakistanis
Palestine:Palestinian,Palestinians|Panama:Panamanian,Panamanians|Papua New Guinea:|Paraguay:Paraguayan
Peru:Peruvian,Peruvians|Philippines:Filipino,Filipinos,Philippine|Poland:Polish,Poles
Portugal:Portuguese|Qatar:Qatari,Qataris|Romania:Romanian,Romanians|Russia:Russian,Russians
Rwanda:Rwandan,Rwandans|Saudi Arabia:Saudi,Saudis|Samoa:Samoan|Senegal:Senegalese|Serbia:Serbian,Serbs
Sierra Leone:Sierra Leonean|Singapore:Singaporean|Slovakia:Slovak,Slovaks|Slovenia:Slovenian,Slovene
Somalia:Somali,Somalis|South Africa:South African,South Africans|South Korea:South Korean,South Koreans
South Sudan:South Sudanese|Spain:Spanish,Spaniards|Sri Lanka:Sri Lankan,Sri Lankans|Sudan:Sudanese
Suriname:Surinamese|Sweden:Swedish,Swedes|Switzerland:Swiss|Syria:Syrian,Syrians
Taiwan:Taiwanese|Tajikistan:Tajik,Tajiks|Tanzania:Tanzanian,Tanzanians|Thailand:Thai,Thais
Togo:Togolese|Tonga:Tongan|Trinidad and Tobago:Trinidadian|Tunisia:Tunisian,Tunisians
Turkey:Turkish,Turks|Turkmenistan:Turkmen|Uganda:Ugandan,Ugandans|Ukraine:Ukrainian,Ukrainians
United Arab Emirates:Emirati,UAE|United States:American,Americans,US,U.S.,USA,United States of America,America
Uruguay:Uruguayan|Uzbekistan:Uzbek,Uzbeks|Vanuatu:|Vatican:|Venezuela:Venezuelan,Venezuelans
Vietnam:Vietnamese|Yemen:Yemeni,Yemenis|Zambia:Zambian,Zambians|Zimbabwe:Zimbabwean,Zimbabweans
England:English|Scotland:Scottish,Scots|Wales:Welsh|Northern Ireland:Northern Irish
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    rows = (row.partition(":") for line in table.split("\n") for row in line.split("|") if row)
    return {name: tuple(form for form in forms.split(",") if form) for name, _, forms in rows}


# country -> its adjectives, peoples and other names
COUNTRIES: dict[str, tuple[str, ...]] = _read(_TABLE)
# every form, the country's own name too -> country
NATION_OF: dict[str, str] = {form: name for name, forms in COUNTRIES.items() for form in (name, *forms)}
# bodies so widely known by a short form that articles no longer spell it out
KNOWN_BODIES: dict[str, tuple[str, ...]] = {
    "United Nations": ("UN", "U.N."),
    "European Union": ("EU", "E.U."),
    "North Atlantic Treaty Organization": ("NATO", "Nato"),
    "Islamic State": ("IS", "ISIS", "ISIL", "Isis", "Isil", "Daesh", "Islamic State group"),
    "World Health Organization": ("WHO",),
    "Associated Press": ("AP", "The Associated Press"),
    "Agence France-Presse": ("AFP",),
}
BODY_OF: dict[str, str] = {form: name for name, forms in KNOWN_BODIES.items() for form in (name, *forms)}
